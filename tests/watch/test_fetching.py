"""Fetching against a server on this machine: manners, ways, sizes, time."""

from __future__ import annotations

import gzip
import threading
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from foedera.errors import FetchError
from foedera.watch.fetching import Fetcher, read_retry_after
from foedera.watch.settings import Fetching
from tests.watch.feed_server import Asked, FeedServer, HandClock, Reply, serving


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with serving() as one:
        yield one


@contextmanager
def fetching(server: FeedServer, clock: HandClock | None = None, **more: object):
    allowed = frozenset([server.host])
    given = {"allow_hosts": allowed, "pause": 0.0, "timeout": 1.0, **more}
    fetcher = Fetcher(Fetching(**given), clock or HandClock())
    try:
        yield fetcher
    finally:
        fetcher.close()


def test_a_page_is_fetched_with_its_charset_and_a_name_of_ours(server: FeedServer) -> None:
    kind = {"Content-Type": 'text/html; charset="ISO-8859-1"'}
    server.paths["/a"] = Reply("é".encode("latin1"), headers=kind)
    with fetching(server) as fetcher:
        answer = fetcher.get(f"{server.url}/a", 100)
    assert (answer.body, answer.charset, answer.status) == (b"\xe9", "iso-8859-1", 200)
    assert server.asked[-1].headers["user-agent"].startswith("foedera-watch")


def test_no_cookie_is_kept(server: FeedServer) -> None:
    server.paths["/a"] = Reply("words", headers={"Set-Cookie": "who=me; Path=/"})
    with fetching(server) as fetcher:
        for _ in range(2):
            fetcher.get(f"{server.url}/a", 100)
    assert all("cookie" not in one.headers for one in server.asked)


def test_robots_are_asked_once_and_obeyed(server: FeedServer) -> None:
    server.paths["/robots.txt"] = Reply("User-agent: *\nDisallow: /private/")
    server.paths["/a"] = server.paths["/private/a"] = Reply("words")
    with fetching(server) as fetcher:
        assert fetcher.get(f"{server.url}/a", 100).body == b"words"
        for _ in range(2):
            with pytest.raises(FetchError, match=r"robots\.txt") as error:
                fetcher.get(f"{server.url}/private/a", 100)
            assert not error.value.again
    assert [one.path for one in server.asked] == ["/robots.txt", "/a"]


def test_a_host_whose_robots_are_ill_is_let_be(server: FeedServer) -> None:
    server.paths["/robots.txt"] = Reply(status=503, headers={"Retry-After": "90"})
    with fetching(server) as fetcher, pytest.raises(FetchError) as error:
        fetcher.get(f"{server.url}/a", 100)
    assert (error.value.again, error.value.after) == (True, 90.0)
    assert server.paths_asked() == []


def test_requests_to_a_host_keep_their_distance_and_take_turns(server: FeedServer) -> None:
    server.paths["/robots.txt"] = Reply("User-agent: *\nCrawl-delay: 5")
    server.paths["/a"] = Reply("words")
    clock = HandClock()
    with fetching(server, clock, pause=2.0) as fetcher, ThreadPoolExecutor(4) as pool:
        jobs = [pool.submit(fetcher.get, f"{server.url}/a", 100) for _ in range(4)]
        assert [job.result().status for job in jobs] == [200] * 4
    assert server.most_at_once == 1
    assert clock.slept == [5.0] * 4


def test_private_addresses_are_refused_before_anything_is_sent(server: FeedServer) -> None:
    with fetching(server, allow_hosts=frozenset()) as fetcher:
        with pytest.raises(FetchError, match="within this network") as error:
            fetcher.get(f"{server.url}/a", 100)
        assert not error.value.again
    assert server.asked == []


def test_a_redirect_to_a_private_address_is_refused(server: FeedServer) -> None:
    with serving() as inner:
        inner.paths["/secret"] = Reply("keys")
        server.paths["/a"] = Reply(status=302, headers={"Location": f"{inner.url}/secret"})
        server.paths["/b"] = Reply(status=302, headers={"Location": "file:///etc/passwd"})
        with fetching(server) as fetcher:
            for path in ("/a", "/b"):
                with pytest.raises(FetchError) as error:
                    fetcher.get(f"{server.url}{path}", 100)
                assert not error.value.again
        assert inner.asked == []


def test_a_name_that_turns_to_another_address_is_not_followed(server: FeedServer) -> None:
    """What was checked is what is connected to: a name is looked up once a request."""
    asked: list[str] = []

    def turning(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["93.184.215.14"] if len(asked) > 2 else ["127.0.0.1"]

    port = int(server.host.split(":")[1])
    server.paths["/a"] = Reply("words")
    given = Fetching(allow_hosts=frozenset([f"wire.example:{port}"]), pause=0.0, timeout=1.0)
    fetcher = Fetcher(given, HandClock(), look_up=turning)
    try:
        assert fetcher.get(f"http://wire.example:{port}/a", 100).body == b"words"
    finally:
        fetcher.close()
    assert len(asked) == 2  # robots.txt and the page
    assert server.asked[-1].headers["host"] == f"wire.example:{port}"


def test_redirects_are_followed_five_times_and_a_move_for_good_is_noted(
    server: FeedServer,
) -> None:
    server.paths["/a"] = Reply(status=301, headers={"Location": "/b"})
    server.paths["/b"] = Reply(status=308, headers={"Location": "/c"})
    server.paths["/c"] = Reply("words")
    server.paths["/round"] = Reply(status=302, headers={"Location": "/round"})
    with fetching(server) as fetcher:
        answer = fetcher.get(f"{server.url}/a", 100)
        assert (answer.body, answer.moved) == (b"words", f"{server.url}/c")
        with pytest.raises(FetchError, match="redirects"):
            fetcher.get(f"{server.url}/round", 100)
    assert server.paths_asked().count("/round") == 6


def bomb(encoding: str) -> bytes:
    """Pack 200 MB of nothing to some 200 kB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31 if encoding == "gzip" else 15)
    return b"".join([packer.compress(bytes(1 << 20)) for _ in range(200)]) + packer.flush()


def test_a_packed_bomb_is_bounded(server: FeedServer) -> None:
    server.paths["/a"] = Reply(bomb("gzip"), headers={"Content-Encoding": "gzip"})
    server.paths["/b"] = Reply(gzip.compress(b"words"), headers={"Content-Encoding": "gzip"})
    server.paths["/c"] = Reply(b"x" * 200)
    server.paths["/d"] = Reply(
        gzip.compress(b"words" * 9)[:-9], headers={"Content-Encoding": "gzip"}
    )
    server.paths["/e"] = Reply(b"x", headers={"Content-Encoding": "br"})
    with fetching(server) as fetcher:
        assert fetcher.get(f"{server.url}/b", 100).body == b"words"
        for path in ("/a", "/c"):
            with pytest.raises(FetchError, match="more than 100 bytes") as error:
                fetcher.get(f"{server.url}{path}", 100)
            assert not error.value.again
        with pytest.raises(FetchError, match="broke off"):
            fetcher.get(f"{server.url}/d", 100)
        with pytest.raises(FetchError, match="not asked for"):
            fetcher.get(f"{server.url}/e", 100)


def test_no_answer_ends_in_time(server: FeedServer) -> None:
    gate = threading.Event()

    def slow(_: Asked) -> Reply:
        gate.wait(10)
        return Reply("late")

    server.paths["/a"] = slow
    with fetching(server, timeout=0.2) as fetcher, pytest.raises(FetchError) as error:
        fetcher.get(f"{server.url}/a", 100)
    gate.set()
    assert (str(error.value), error.value.again) == ("no answer in time", True)


def test_an_answer_that_drips_is_ended_by_the_clock(server: FeedServer) -> None:
    clock = HandClock()

    def drip(_: Asked) -> Reply:
        clock.wind(1000)
        return Reply("x")

    server.paths["/a"] = drip
    with fetching(server, clock) as fetcher, pytest.raises(FetchError, match="would not end"):
        fetcher.get(f"{server.url}/a", 100)


@pytest.mark.parametrize(
    ("status", "again"), [(500, True), (503, True), (429, True), (404, False), (410, False)]
)
def test_a_bad_status_says_whether_to_ask_again(
    server: FeedServer, status: int, again: bool
) -> None:
    server.paths["/a"] = Reply("x" * 1000, status, {"Retry-After": "Tue, 14 Nov 2023 22:15:20 GMT"})
    with fetching(server) as fetcher, pytest.raises(FetchError) as error:
        fetcher.get(f"{server.url}/a", 100)
    assert (error.value.again, error.value.after) == (again, 120.0)


def test_a_dead_host_is_asked_again_later() -> None:
    with serving() as server:
        pass
    with fetching(server) as fetcher, pytest.raises(FetchError, match="no connection") as error:
        fetcher.get(f"{server.url}/a", 100)
    assert error.value.again


def test_retry_after_is_read_within_reason() -> None:
    assert read_retry_after("999999", 0) == 86_400.0
    assert read_retry_after("Thu, 01 Jan 1970 00:01:00 GMT", 0) == 60.0
    assert read_retry_after("-5", 0) is None
    assert read_retry_after("9" * 400, 0) is None
