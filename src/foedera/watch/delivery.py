"""Telling: the terminal, a file of JSON lines, a webhook; each alert once to each.

An alert is marked before and after it goes out. What a kill between the two leaves in doubt is
settled by each channel in its way: the file is read back, a webhook is sent the same id again, and
the terminal says that the line may have been seen.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, BinaryIO

from foedera.errors import FetchError
from foedera.view.words import say_day
from foedera.watch.clock import Clock, back_off
from foedera.watch.fetching import read_retry_after
from foedera.watch.settings import Channel
from foedera.watch.state import Due, Row, State

if TYPE_CHECKING:
    import httpx

FIRST_WAIT = 30.0
LONGEST_WAIT = 3600.0
TIMEOUT = 20.0
INDENT = "       "


@dataclass(slots=True)
class Delivered:
    """How much went out, and what went wrong."""

    told: int = 0
    waiting: int = 0
    notes: list[str] = field(default_factory=list)


def deliver(
    state: State, channels: Sequence[Channel], clock: Clock, show: Callable[[str], None]
) -> Delivered:
    """Bring to each channel what it has yet to hear, in order; one that fails is tried later."""
    done = Delivered()
    for channel in channels:
        at = state.next_try(channel.name)
        if at is None:
            continue
        if at > clock.now():
            done.waiting += len(state.due(channel.name))
            continue
        waiting = state.due(channel.name)
        if channel.to == "terminal":
            _to_terminal(state, waiting, show, done)
        elif channel.path is not None:
            _to_file(state, channel.path, waiting, clock, done)
        else:
            _to_webhook(state, channel, waiting, clock, done)
    return done


# ------------------------------------------------------------------ terminal


def _to_terminal(
    state: State, waiting: Sequence[Due], show: Callable[[str], None], done: Delivered
) -> None:
    for due in waiting:
        again = due.stage == "sending"
        state.mark(due, "sending")
        show(write_note(due.alert, again=again))
        state.mark(due, "sent")
        done.told += 1


def write_note(alert: Row, *, again: bool = False) -> str:
    """Write an alert as a note of a few lines: the sentence, the words, where they stand."""
    day, _, rest = str(alert["made"]).partition("T")
    made = f"{say_day(day, short=True)[:-5]} {rest[:5]}"
    seen = " (the last run was cut off here; you may have seen this)" if again else ""
    lines = [f"{made}  {alert['sentence']}.{seen}"]
    for quote in alert["quotes"][:2]:
        lines.append(f"{INDENT}“{quote['text']}”")
        where = [quote.get("outlet"), quote.get("published"), quote.get("url")]
        lines.append(INDENT + " · ".join(str(one) for one in where if one))
    command = "show" if alert["about"] == "report" else "why"
    lines.append(f"{INDENT}foedera {command} {alert[alert['about']]}")
    return "\n".join(lines)


def wrap_note(note: str, width: int) -> str:
    """Break the lines of a note at a terminal's width; what goes on stands below its beginning.

    >>> print(wrap_note("5 Dec 10:00  The pact is now in force since 4 December", 40))
    5 Dec 10:00  The pact is now in force
           since 4 December
    """
    lines = []
    for line in note.splitlines():
        lines += wrap(
            line, max(width, 40), subsequent_indent=INDENT, break_long_words=False,
            break_on_hyphens=False,
        )  # fmt: skip
    return "\n".join(lines)


# ---------------------------------------------------------------------- file


def _to_file(
    state: State, path: Path, waiting: Sequence[Due], clock: Clock, done: Delivered
) -> None:
    """Append one line an alert; what a cut-off run wrote already is found by reading it back."""
    left = list(waiting)
    try:
        path.touch(exist_ok=True)
        with path.open("r+b") as file:
            held, torn = _read_back(file, state.place(waiting[0].channel))
            while left:
                line = write_line(left[0].alert)
                if left[0].alert["id"] not in held:
                    _append(file, line, torn)
                    torn = b""
                state.mark(left[0], "sent", place=file.seek(0, os.SEEK_END))
                done.told += 1
                left.pop(0)
    except OSError as error:
        _put_off(state, left, clock, f"{path}: {error.strerror or error}", done)


def write_line(alert: Row) -> bytes:
    """Write an alert as one JSON line."""
    return json.dumps(alert, ensure_ascii=False).encode("utf8", "replace") + b"\n"


def _read_back(file: BinaryIO, place: int) -> tuple[set[str], bytes]:
    """Return the alerts that stand behind a place, and the beginning of one that was cut off."""
    held: set[str] = set()
    end = file.seek(0, os.SEEK_END)
    file.seek(place if place <= end else 0)  # a file that shrank was put away and begun anew
    for line in file:
        if not line.endswith(b"\n"):
            return held, line
        try:
            row = json.loads(line)
        except ValueError:
            continue  # somebody else's line
        if isinstance(row, dict):
            held.add(str(row.get("id")))
    return held, b""


def _append(file: BinaryIO, line: bytes, torn: bytes) -> None:
    """Write a line behind all others, or the rest of it where its beginning stands there."""
    file.seek(0, os.SEEK_END)
    if torn:
        line = line[len(torn) :] if line.startswith(torn) else b"\n" + line
    file.write(line)
    file.flush()
    os.fsync(file.fileno())


# ------------------------------------------------------------------- webhook


def _to_webhook(
    state: State, channel: Channel, waiting: Sequence[Due], clock: Clock, done: Delivered
) -> None:
    """Post one alert a request, in order; one that is not taken holds up those behind it."""
    import httpx

    left = list(waiting)
    try:
        with httpx.Client(timeout=TIMEOUT, follow_redirects=False) as client:
            while left:
                _post(client, channel, left[0].alert, clock)
                state.mark(left[0], "sent")
                done.told += 1
                left.pop(0)
    except (httpx.HTTPError, httpx.InvalidURL, FetchError) as error:
        said = " ".join(str(error).split())[:200] or type(error).__name__
        after = error.after if isinstance(error, FetchError) else None
        _put_off(state, left, clock, f"{channel.name}: {said}", done, after=after)


def _post(client: httpx.Client, channel: Channel, alert: Row, clock: Clock) -> None:
    """Post an alert under its id; a receiver that has seen the id can pass it over."""
    body = json.dumps(alert, ensure_ascii=False).encode("utf8", "replace")
    headers = {"Content-Type": "application/json", "Idempotency-Key": str(alert["id"])}
    if channel.secret_env is not None:
        stamp = str(int(clock.now()))
        headers["X-Foedera-Timestamp"] = stamp
        headers["X-Foedera-Signature"] = sign(_secret(channel.secret_env), stamp, body)
    answer = client.post(str(channel.url), content=body, headers=headers)
    if not answer.is_success:
        after = read_retry_after(answer.headers.get("retry-after"), clock.now())
        raise FetchError(f"the receiver answers {answer.status_code}", again=True, after=after)


def _secret(name: str) -> bytes:
    secret = os.environ.get(name, "")
    if not secret:
        raise FetchError(f"the environment holds no {name} to sign with", again=True)
    return secret.encode()


def sign(secret: bytes, stamp: str, body: bytes) -> str:
    """Sign a body with the time of sending: HMAC-SHA256 over both, a dot between.

    >>> sign(b"key", "0", b"{}")[:20]
    'sha256=7314351dd949a'
    """
    return "sha256=" + hmac.new(secret, stamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def _put_off(
    state: State,
    left: Sequence[Due],
    clock: Clock,
    said: str,
    done: Delivered,
    *,
    after: float | None = None,
) -> None:
    """Leave the first alert, and with it those behind it, for later."""
    tries = left[0].tries + 1
    wait = max(back_off(tries, FIRST_WAIT, LONGEST_WAIT, clock.chance()), after or 0.0)
    state.mark(left[0], "waiting", tries=tries, next_at=clock.now() + wait, note=said)
    done.notes.append(f"{said}; its alerts are kept and tried again")
    done.waiting += len(left)
