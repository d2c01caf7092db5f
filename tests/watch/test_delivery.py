"""Channels: each alert once to each, whatever fails or is cut off in between."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from foedera.watch.delivery import deliver, sign, write_line, write_note
from foedera.watch.settings import Channel
from foedera.watch.state import State
from tests.watch.feed_server import Asked, FeedServer, HandClock, Reply


def alert(number: int) -> dict:
    return {
        "id": f"a{number}",
        "made": "2024-12-05T10:00:00+00:00",
        "sentence": f"Thing {number} changed – “so”",
        "about": "event",
        "event": "e1",
        "quotes": [{"text": "It changed.", "outlet": "Wire", "url": None, "published": None}],
    }


@pytest.fixture
def state(tmp_path: Path):
    made = State(tmp_path / "s.watch", "r")
    yield made
    made.close()


def fill(state: State, *channels: str, number: int = 3) -> None:
    state.tell((), [(alert(n), channels) for n in range(number)])


def ids(place: Path) -> list[str]:
    return [json.loads(line)["id"] for line in place.read_text("utf8").splitlines()]


def test_an_alert_is_kept_once(state: State) -> None:
    fill(state, "file")
    assert state.tell((), [(alert(0), ("file",))]) == 0
    assert [due.alert["id"] for due in state.due("file")] == ["a0", "a1", "a2"]


def test_a_file_gets_each_line_once(state: State, tmp_path: Path) -> None:
    fill(state, "log")
    place = tmp_path / "a.jsonl"
    channel = Channel("log", "file", path=place)
    for _ in range(2):
        deliver(state, [channel], HandClock(), print)
    assert ids(place) == ["a0", "a1", "a2"]


@pytest.mark.parametrize("cut", [0, 1, 20, -1, None])
def test_what_a_killed_run_wrote_is_read_back_or_completed(
    state: State, tmp_path: Path, cut: int | None
) -> None:
    """The first alert is marked; of the second some bytes stand in the file, without a mark."""
    fill(state, "log")
    place = tmp_path / "a.jsonl"
    first, second = (write_line(alert(n)) for n in range(2))
    place.write_bytes(first + second[:cut])
    state.mark(state.due("log")[0], "sent", place=len(first))
    deliver(state, [Channel("log", "file", path=place)], HandClock(), print)
    assert ids(place) == ["a0", "a1", "a2"]


def test_a_file_that_others_write_or_put_away_is_no_trouble(state: State, tmp_path: Path) -> None:
    fill(state, "log")
    place = tmp_path / "a.jsonl"
    place.write_bytes(b"not ours\n[1]\n{torn")
    channel = Channel("log", "file", path=place)
    deliver(state, [channel], HandClock(), print)
    lines = place.read_text("utf8").splitlines()
    assert [json.loads(line)["id"] for line in lines[3:]] == ["a0", "a1", "a2"]
    place.unlink()
    state.tell((), [(alert(9), ("log",))])
    deliver(state, [channel], HandClock(), print)
    assert ids(place) == ["a9"]


def test_a_file_that_cannot_be_written_keeps_its_alerts(state: State, tmp_path: Path) -> None:
    fill(state, "log")
    clock = HandClock()
    channel = Channel("log", "file", path=tmp_path / "none" / "a.jsonl")
    done = deliver(state, [channel], clock, print)
    assert (done.told, done.waiting) == (0, 3)
    assert "No such file or directory; its alerts are kept and tried again" in done.notes[0]
    (tmp_path / "none").mkdir()
    assert deliver(state, [channel], clock, print).told == 0  # not yet
    clock.wind(60)
    assert deliver(state, [channel], clock, print).told == 3


def test_a_line_that_may_have_been_seen_says_so(state: State) -> None:
    fill(state, "terminal", number=2)
    state.mark(state.due("terminal")[0], "sending")
    shown: list[str] = []
    deliver(state, [Channel("terminal", "terminal")], HandClock(), shown.append)
    assert ["you may have seen this" in note for note in shown] == [True, False]
    assert deliver(state, [Channel("terminal", "terminal")], HandClock(), shown.append).told == 0


def test_a_note_reads_as_a_colleague_writes() -> None:
    assert write_note(alert(1)).splitlines() == [
        "5 Dec 10:00  Thing 1 changed – “so”.",
        "       “It changed.”",
        "       Wire",
        "       foedera why e1",
    ]


def test_a_webhook_that_fails_is_tried_again_under_the_same_id(
    state: State, server: FeedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_SECRET", "quiet")
    fill(state, "chat")
    channel = Channel("chat", "webhook", url=f"{server.url}/hook", secret_env="DESK_SECRET")
    clock = HandClock()
    answers = iter([500, 503, 200, 302, 200, 200])

    def hook(_: Asked) -> Reply:
        return Reply(status=next(answers), headers={"Retry-After": "5", "Location": "/other"})

    server.paths["/hook"] = hook
    waited = []
    for _ in range(10):
        at = state.next_try("chat")
        if at is None:
            break
        waited.append(max(0.0, at - clock.now()))
        clock.wind(waited[-1])
        deliver(state, [channel], clock, print)
    assert waited == [0.0, 30.0, 60.0, 30.0]
    asked = [one.headers["idempotency-key"] for one in server.asked]
    assert asked == ["a0", "a0", "a0", "a1", "a1", "a2"]
    last = server.asked[-1]
    assert last.headers["x-foedera-signature"] == sign(
        b"quiet", last.headers["x-foedera-timestamp"], last.body
    )
    assert json.loads(last.body) == alert(2)
    assert {one.path for one in server.asked} == {"/hook"}  # a redirect is not followed


def test_a_webhook_without_its_secret_or_its_server_waits(state: State) -> None:
    fill(state, "chat")
    secretless = Channel("chat", "webhook", url="http://127.0.0.1:9/", secret_env="NO_SUCH_NAME")
    done = deliver(state, [secretless], HandClock(), print)
    assert "the environment holds no NO_SUCH_NAME" in done.notes[0]
    dead = Channel("chat", "webhook", url="http://127.0.0.1:9/")
    done = deliver(state, [dead], HandClock(1_800_000_000.0), print)
    assert (done.told, done.waiting) == (0, 3)


def test_one_channel_that_fails_holds_up_no_other(state: State, tmp_path: Path) -> None:
    fill(state, "chat", "log")
    dead = Channel("chat", "webhook", url="http://127.0.0.1:9/")
    log = Channel("log", "file", path=tmp_path / "a.jsonl")
    done = deliver(state, [dead, log], HandClock(), print)
    assert (done.told, done.waiting) == (3, 3)
