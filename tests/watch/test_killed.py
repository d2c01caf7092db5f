"""A watch that is killed at each step: the next run goes on, no alert is lost, none comes twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context

import pytest

from foedera.record import Record
from foedera.watch import delivery
from foedera.watch.state import State
from tests.watch.desk import FILE, RAID, RATIFIED, RULES, SIGNED, Desk
from tests.watch.feed_server import Entry, FeedServer, Reply, serving, write_page, write_rss

HOOK = '[[tell]]\nto = "webhook"\nurl = "{}/hook"'
TERMINAL = '[[tell]]\nto = "terminal"'


def fill(desk: Desk) -> None:
    """Let a feed of three items with pages wait; its ETag would hide them from a second asking."""
    base = desk.server.url
    desk.set(RULES, FILE, HOOK.format(base), TERMINAL, top="")
    desk.server.paths["/hook"] = Reply()
    texts = {"g1": SIGNED, "g2": RAID, "g3": RATIFIED}
    for name, text in texts.items():
        desk.server.paths[f"/{name}"] = Reply(
            write_page(text, "The talks were short.", "It rained.")
        )
    desk.show(*(Entry(n, "Words.", link=f"{base}/{n}") for n in texts), etag='"all"')


def heard(server: FeedServer) -> list[str]:
    return [one.headers["idempotency-key"] for one in server.asked if one.path == "/hook"]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    with serving() as server:
        desk = Desk(tmp_path_factory.mktemp("calm"), server)
        fill(desk)
        desk.go()
        assert heard(server) == [alert["id"] for alert in desk.alerts()]
        return desk.sentences()


def kill_in(owner: object, name: str, nth: int, *, after: bool) -> Callable[[], None]:
    """Return what makes the process die in the nth call of a function, before or after its deed."""

    def prepare() -> None:
        real, calls = getattr(owner, name), [0]

        def dying(*args: object, **named: object) -> object:
            calls[0] += 1
            if calls[0] == nth and not after:
                os.kill(os.getpid(), signal.SIGKILL)
            out = real(*args, **named)
            if calls[0] == nth:
                os.kill(os.getpid(), signal.SIGKILL)
            return out

        setattr(owner, name, dying)

    return prepare


def die(desk: Desk, prepare: Callable[[], None]) -> None:
    """Go a round in a process of its own that kills itself, and note what its terminal showed."""
    shown = desk.folder / "shown.txt"

    def show(note: str) -> None:
        with shown.open("a", encoding="utf8") as file:
            file.write(note + "\x00")

    def run() -> None:
        prepare()
        desk.shown = type("Shown", (list,), {"append": staticmethod(show)})()
        desk.go()

    process = get_context("fork").Process(target=run)
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    desk.shown = shown.read_text("utf8").split("\x00")[:-1] if shown.exists() else []


POINTS = [
    (State, "keep_feed", 1, False), (State, "keep_feed", 1, True),
    (State, "keep_page", 2, False), (State, "keep_page", 2, True),
    (Record, "read", 1, True), (Record, "settle_if_changed", 3, True),
    (State, "finish", 1, True), (Record, "news", 1, True),
    (State, "tell", 1, False), (State, "tell", 1, True),
    (delivery, "_append", 1, False), (delivery, "_append", 2, True),
    (delivery, "_post", 1, False), (delivery, "_post", 2, True),
    (delivery, "write_note", 2, True),
    *((State, "mark", n, after) for n in (1, 4, 7, 12) for after in (False, True)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("owner", "name", "nth", "after"), POINTS, ids=lambda one: getattr(one, "__name__", str(one))
)
def test_no_alert_is_lost_or_doubled(
    desk: Desk, undisturbed: list[str], owner: object, name: str, nth: int, after: bool
) -> None:
    fill(desk)
    die(desk, kill_in(owner, name, nth, after=after))
    for _ in range(3):
        desk.go(later=7200)
    alerts = desk.alerts()
    names = [alert["id"] for alert in alerts]
    assert sorted(desk.sentences()) == sorted(undisturbed)
    assert len(names) == len(set(names))
    assert list(dict.fromkeys(heard(desk.server))) == names  # the same id again, at most
    assert len(heard(desk.server)) <= len(names) + 1
    plain = [note for note in desk.shown if "you may have seen this" not in note]
    assert len(plain) == len(set(plain))
    assert len(names) - 1 <= len(plain) <= len(names)
    again = " (the last run was cut off here; you may have seen this)"
    seen = {note.splitlines()[0].replace(again, "") for note in desk.shown}
    assert len(seen) == len(names)


def test_a_real_run_is_killed_and_goes_on(desk: Desk, undisturbed: list[str]) -> None:
    """The command itself, killed while a page is on its way, then run again from the shell."""
    fill(desk)
    command = [sys.executable, "-m", "foedera", "watch", "feeds.toml", "--once"]
    hanging = desk.server.paths["/g2"]

    def wait(_: object) -> Reply:
        time.sleep(30)
        return Reply()

    desk.server.paths["/g2"] = wait
    running = subprocess.Popen(command, cwd=desk.folder, stderr=subprocess.PIPE)
    end = time.monotonic() + 60
    while "/g2" not in desk.server.paths_asked() and time.monotonic() < end:
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.wait()
    assert desk.alerts() == []
    desk.server.paths["/g2"] = hanging
    done = subprocess.run(command, cwd=desk.folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert sorted(desk.sentences()) == sorted(undisturbed)
    assert done.stdout.count("foedera why") == len(undisturbed)
    assert "1 feed asked (1 unchanged), 0 new items" in done.stderr


def _heed_control_c() -> None:
    """Take back that a shell lets what it starts in the background ignore control-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_control_c_ends_a_watch_cleanly(desk: Desk) -> None:
    desk.server.paths["/feed"] = Reply(write_rss())
    command = [sys.executable, "-m", "foedera", "watch", "feeds.toml"]
    running = subprocess.Popen(
        command, cwd=desk.folder, stderr=subprocess.PIPE, text=True, preexec_fn=_heed_control_c
    )
    end = time.monotonic() + 60
    while not desk.server.paths_asked() and time.monotonic() < end:
        time.sleep(0.02)
    time.sleep(0.5)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert running.returncode == 0
    assert said.splitlines()[-1] == "ended; the next run goes on from here"
    assert "Traceback" not in said


def test_the_file_holds_whole_lines(desk: Desk) -> None:
    fill(desk)
    desk.go()
    raw = (desk.folder / "alerts.jsonl").read_bytes()
    assert raw.endswith(b"\n")
    assert all(json.loads(line)["id"] for line in raw.splitlines())
