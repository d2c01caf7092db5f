"""A web server in a thread, a clock that tests wind, and what they need to make a watch."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass
class Reply:
    """What the server answers at one path."""

    body: bytes | str = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Answering = Reply | Callable[["Asked"], Reply]


@dataclass(frozen=True)
class Asked:
    """One request that came in."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""


class FeedServer:
    """Answers by path; keeps what was asked, and how many requests it served at once at most."""

    def __init__(self) -> None:
        self.paths: dict[str, Answering] = {}
        self.asked: list[Asked] = []
        self.at_once = 0
        self.most_at_once = 0
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.host = f"127.0.0.1:{self._server.server_address[1]}"
        self.url = f"http://{self.host}"

    def start(self) -> None:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def paths_asked(self) -> list[str]:
        """Return what was asked for, robots.txt aside."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]

    def answer(self, asked: Asked) -> Reply:
        with self._lock:
            self.asked.append(asked)
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            answering = self.paths.get(asked.path, Reply("nothing here", 404))
            return answering(asked) if callable(answering) else answering
        finally:
            with self._lock:
                self.at_once -= 1

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._serve(b"")

            def do_POST(self) -> None:
                self._serve(self.rfile.read(int(self.headers.get("content-length", 0))))

            def _serve(self, body: bytes) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                reply = server.answer(Asked(self.command, self.path, headers, body))
                out = reply.body.encode() if isinstance(reply.body, str) else reply.body
                self.send_response(reply.status)
                for name, value in {"Content-Length": str(len(out)), **reply.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                try:
                    self.wfile.write(out)
                except OSError:
                    self.close_connection = True  # the other side had enough

            def log_message(self, *_: object) -> None:
                pass

        return Handler


@contextmanager
def serving() -> Iterator[FeedServer]:
    server = FeedServer()
    server.start()
    try:
        yield server
    finally:
        server.stop()


class HandClock:
    """A clock that stands still until it is wound; sleeping winds it."""

    def __init__(self, now: float = 1_700_000_000.0) -> None:
        self._now = now
        self.slept: list[float] = []

    def now(self) -> float:
        return self._now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self._now += seconds

    def chance(self) -> float:
        return 0.5

    def wind(self, seconds: float) -> None:
        self._now += seconds


@dataclass(frozen=True)
class Entry:
    """One item of a feed made for a test."""

    name: str
    text: str
    title: str = "A report"
    link: str | None = None
    guid: bool = True
    day: str | None = "Thu, 05 Dec 2024 10:00:00 GMT"


def write_rss(*entries: Entry, title: str = "Northern Wire") -> str:
    """Write a feed."""
    items = "".join(_item(entry) for entry in entries)
    return f"<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>"


def _item(entry: Entry) -> str:
    link = f"<link>{escape(entry.link)}</link>" if entry.link else ""
    guid = f"<guid isPermaLink='false'>{entry.name}</guid>" if entry.guid else ""
    day = f"<pubDate>{entry.day}</pubDate>" if entry.day else ""
    words = escape("".join(f"<p>{escape(one)}</p>" for one in entry.text.split("\n\n")))
    head = f"<title>{escape(entry.title)}</title>"
    return f"<item>{head}{link}{guid}{day}<description>{words}</description></item>"


def write_page(*paragraphs: str, title: str = "A report") -> str:
    """Write an article's page as outlets do."""
    body = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    return (
        f"<html><head><title>{title}</title></head><body><nav>Home</nav>"
        f"<article><h1>{title}</h1>{body}</article><script>x()</script></body></html>"
    )


def write_settings(folder: Path, server: FeedServer, *more: str, top: str = "") -> Path:
    """Write settings for the feed at /feed on a server, with what else a test wants."""
    body = [
        'record = "r.foedera"',
        top,
        "[fetch]",
        'pause = "0s"',
        'timeout = "2s"',
        f'allow_hosts = ["{server.host}"]',
        "[[feed]]",
        f'url = "{server.url}/feed"',
        *more,
    ]
    place = folder / "feeds.toml"
    place.write_text("\n".join(body) + "\n", "utf8")
    return place
