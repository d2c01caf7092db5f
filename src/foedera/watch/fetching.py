"""Fetching politely: one request a host at a time, robots, pauses; sizes, time and ways bounded."""

from __future__ import annotations

import ssl
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy
from ipaddress import ip_address
from threading import Event, Lock, RLock
from typing import TYPE_CHECKING

from foedera.errors import FetchError
from foedera.watch.addresses import (
    Resolve,
    check_addresses,
    host_of,
    join_url,
    port_of,
    resolve,
    split_url,
)
from foedera.watch.clock import Clock
from foedera.watch.robots import MAX_BYTES, Robots, parse_robots
from foedera.watch.settings import Fetching
from foedera.watch.unpacking import ACCEPTED, read_bounded

if TYPE_CHECKING:
    import httpx

MAX_HOPS = 5
MAX_WAIT = 86_400.0  # seconds that a Retry-After may ask for
ROBOTS_HOLD = 86_400.0
TRIED_ADDRESSES = 3
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_FOR_GOOD = frozenset((301, 308))


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave: where it came from in the end, and what of it may be used."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    moved: str | None = None
    """Where the address has moved for good."""

    @property
    def charset(self) -> str | None:
        """The encoding that the sender names."""
        kind = self.headers.get("content-type", "")
        name = kind.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
        return name[:30] or None


@dataclass(slots=True)
class _Host:
    """One host: its turn, when it was last asked, what its robots.txt says."""

    turn: RLock = field(default_factory=RLock)
    last: float = 0.0
    robots: Robots | None = None
    robots_at: float = 0.0


class Fetcher:
    """Fetches for many threads; each host is asked by one of them at a time.

    `named` are the hosts that the settings name as feeds: those may lie in the own network.
    """

    def __init__(
        self,
        fetching: Fetching,
        clock: Clock,
        *,
        named: frozenset[str] = frozenset(),
        look_up: Resolve = resolve,
    ) -> None:
        import httpx

        self._fetching = fetching
        self._clock = clock
        self._named = named
        self._look_up = look_up
        self._hosts: dict[str, _Host] = defaultdict(_Host)
        self._lock = Lock()
        self.stop = Event()
        # Nothing is kept alive: hosts that share an address must not share a connection.
        self._client = httpx.Client(
            timeout=httpx.Timeout(fetching.timeout),
            limits=httpx.Limits(max_keepalive_connections=0),
            verify=ssl.create_default_context(),
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            trust_env=False,
            follow_redirects=False,
        )

    def close(self) -> None:
        """Let go of all connections."""
        self._client.close()

    def get(
        self,
        url: str,
        most: int,
        headers: Mapping[str, str] | None = None,
        *,
        may_be_home: bool = False,
    ) -> Answer:
        """Fetch an address, following redirects; 304 is an answer.

        `may_be_home` lets a host that the settings name as a feed's lie in the own network.
        Raises: FetchError.
        """
        moved: str | None = None
        for_good = True
        for _ in range(MAX_HOPS + 1):
            allowed = self._fetching.allow_hosts | (self._named if may_be_home else frozenset())
            answer = self._polite(url, most, headers or {}, allowed)
            if answer.status not in _REDIRECTS:
                return Answer(url, answer.status, answer.headers, answer.body, moved)
            target = answer.headers.get("location")
            if not target:
                raise FetchError("a redirect that leads nowhere", again=True)
            for_good = for_good and answer.status in _FOR_GOOD
            url = join_url(url, target)
            split_url(url)
            moved = url if for_good else moved
        raise FetchError(f"more than {MAX_HOPS} redirects", again=True)

    def _polite(
        self, url: str, most: int, headers: Mapping[str, str], allowed: frozenset[str]
    ) -> Answer:
        name = host_of(url)
        with self._turn(name) as host:
            if self._fetching.robots and not self._robots(url, host, allowed).allows(url):
                raise FetchError("robots.txt asks to be left alone", again=False)
            self._wait(host)
            try:
                answer = self._ask(url, most, headers, allowed)
            finally:
                host.last = self._clock.now()
        return _checked(answer, self._clock.now())

    @contextmanager
    def _turn(self, name: str) -> Iterator[_Host]:
        with self._lock:
            host = self._hosts[name]
        with host.turn:
            if self.stop.is_set():
                raise FetchError("the watch is ending", again=True)
            yield host

    def _wait(self, host: _Host) -> None:
        asked = host.robots.pause if host.robots else None
        pause = max(self._fetching.pause, asked or 0.0)
        left = host.last + pause - self._clock.now()
        if host.last and left > 0:
            self._clock.sleep(min(left, pause))

    def _robots(self, url: str, host: _Host, allowed: frozenset[str]) -> Robots:
        """Return what robots.txt says; it is asked once a day, and a host that is ill is let be."""
        now = self._clock.now()
        if host.robots is not None and now - host.robots_at < ROBOTS_HOLD:
            return host.robots
        self._wait(host)
        text = self._robots_text(url, allowed)
        host.last = self._clock.now()
        host.robots = parse_robots(text, self._fetching.agent)
        host.robots_at = now
        return host.robots

    def _robots_text(self, url: str, allowed: frozenset[str]) -> str:
        place = join_url(url, "/robots.txt")
        for _ in range(MAX_HOPS + 1):
            answer = self._ask(place, MAX_BYTES, {}, allowed)
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                break
            place = join_url(place, answer.headers["location"])
        if answer.status >= 500 or answer.status == 429:
            after = read_retry_after(answer.headers.get("retry-after"), self._clock.now())
            raise FetchError(f"robots.txt gives {answer.status}", again=True, after=after)
        return answer.body.decode("utf8", "replace") if answer.status == 200 else ""

    def _ask(
        self, url: str, most: int, headers: Mapping[str, str], allowed: frozenset[str]
    ) -> Answer:
        """Send one request to an address that was checked, and to no other of its name."""
        addresses = check_addresses(url, allowed, self._look_up)[:TRIED_ADDRESSES]
        return _first(addresses, lambda address: self._send(url, address, most, headers))

    def _send(self, url: str, address: str, most: int, headers: Mapping[str, str]) -> Answer:
        import httpx

        parts = split_url(url)
        asked = httpx.URL(url).copy_with(host=address, port=port_of(parts), fragment=None)
        own = {
            "Host": parts.netloc,
            "User-Agent": self._fetching.agent,
            "Accept-Encoding": ACCEPTED,
            "Connection": "close",
            **headers,
        }
        named = {} if _is_number(parts.hostname or "") else {"sni_hostname": parts.hostname}
        request = self._client.build_request("GET", asked, headers=own, extensions=named)
        end = self._clock.now() + 3 * self._fetching.timeout
        try:
            answer = self._client.send(request, stream=True)
            try:
                body = self._body(answer, most, end)
            finally:
                answer.close()
        except httpx.ConnectError as error:
            raise _NoWay(f"no connection ({_short(error)})") from error
        except httpx.TimeoutException as error:
            raise FetchError("no answer in time", again=True) from error
        except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError) as error:
            raise FetchError(f"no sound answer ({_short(error)})", again=True) from error
        return Answer(url, answer.status_code, dict(answer.headers), body)

    def _body(self, answer: httpx.Response, most: int, end: float) -> bytes:
        if answer.status_code in _REDIRECTS or answer.status_code == 304:
            return b""
        if answer.status_code >= 400:
            return b""  # nobody reads what an error page says
        pieces = self._in_time(answer.iter_raw(65_536), end)
        return read_bounded(pieces, answer.headers.get("content-encoding", ""), most)

    def _in_time(self, pieces: Iterator[bytes], end: float) -> Iterator[bytes]:
        for piece in pieces:
            if self._clock.now() > end:
                raise FetchError("an answer that would not end", again=True)
            if self.stop.is_set():
                raise FetchError("the watch is ending", again=True)
            yield piece


class _NoWay(FetchError):
    """One address of a host cannot be reached; another may."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem, again=True)


def _first(addresses: list[str], send: Callable[[str], Answer]) -> Answer:
    for address in addresses[:-1]:
        try:
            return send(address)
        except _NoWay:
            continue
    return send(addresses[-1])


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _checked(answer: Answer, now: float) -> Answer:
    """Return an answer that can be used; otherwise say what its status means."""
    status = answer.status
    if status in (200, 203, 304) or status in _REDIRECTS:
        return answer
    after = read_retry_after(answer.headers.get("retry-after"), now)
    again = status >= 500 or status in (408, 425, 429)
    gone = {404: "not found (404)", 410: "gone for good (410)", 403: "not allowed (403)"}
    said = gone.get(status, f"the server answers {status}")
    raise FetchError(said, again=again, after=after)


def read_retry_after(words: str | None, now: float) -> float | None:
    """Read how many seconds a Retry-After asks to wait, a day at most.

    >>> read_retry_after("120", 0.0), read_retry_after("soon", 0.0)
    (120.0, None)
    """
    if not words:
        return None
    words = words.strip()
    if words.isdecimal() and len(words) < 12:
        return min(float(words), MAX_WAIT)
    try:
        at = parsedate_to_datetime(words).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(at - now, 0.0), MAX_WAIT)


def _short(error: Exception) -> str:
    return (" ".join(str(error).split()) or type(error).__name__)[:120]
