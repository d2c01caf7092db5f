"""What stands before every page: who may ask, from where, how much, and what answers carry."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from foedera.serve.settings import Settings

MOST_BODY = 65_536
MOST_ADDRESS = 8_192
MOST_SECONDS = 20.0
METHODS = ("GET", "HEAD", "POST")
FORMS = ("application/x-www-form-urlencoded", "application/json")
ENTRY = "/enter"
SAFE_SITES = ("same-origin", "none")

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Under "no-referrer" browsers send our own forms with "Origin: null", which is nobody's.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is turned away, in words for whoever sent it, and what to do."""

    status: int
    title: str
    words: str


Refuse = Callable[[Request, Refusal], Response]


class Guard:
    """Turns requests away before any page sees them, and puts the policy on every answer."""

    def __init__(self, app: ASGIApp, *, settings: Settings, refuse: Refuse) -> None:
        self.app = app
        self._settings = settings
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        request, told = Request(scope), _marked(send)
        answer = self._answer(request)
        if answer is None and request.method == "POST":
            try:
                body = await _read_body(receive)
            except (TooMuch, TimeoutError) as error:
                answer = self._refuse(request, TOO_SLOW if error.args else TOO_MUCH)
            else:
                refusal = find_forgery(request, body, self._settings)
                answer = self._refuse(request, refusal) if refusal else None
                receive = _again(body, receive)
        await (answer or self.app)(scope, receive, told)

    def _answer(self, request: Request) -> Response | None:
        """Return what the guard itself answers; None lets the request pass."""
        refusal = find_refusal(request, self._settings)
        if refusal is not None:
            return self._refuse(request, refusal)
        if self._settings.token is None or is_known(request, self._settings):
            return None
        if request.method == "GET" and _fits(request.query_params.get("token"), self._settings):
            return enter(request.url.path, request.url.query, self._settings)
        if request.url.path.startswith("/static/") or request.url.path == ENTRY:
            return None
        return self._refuse(request, Refusal(401, "This desk asks for its token", ASK_TOKEN))


ASK_TOKEN = (
    "Open the address that foedera printed when it was started, or give the token here. "
    "Scripts send it as “Authorization: Bearer TOKEN”."
)


def find_refusal(request: Request, settings: Settings) -> Refusal | None:
    """Say why a request may not pass, whoever sends it."""
    if request.method not in METHODS:
        return Refusal(405, "Not a way to ask", f"The desk knows {', '.join(METHODS)}.")
    if len(request.scope.get("raw_path", b"")) + len(request.url.query) > MOST_ADDRESS:
        return Refusal(414, "The address is too long", "Ask for less in one address.")
    hosts = request.headers.getlist("host")
    if len(hosts) != 1 or not settings.admits(hosts[0]):
        return Refusal(
            421,
            "Not a name of this desk",
            "The request names a host that this desk does not go by. Open it under the address "
            "that foedera printed, or start it with --name for another name.",
        )
    if not _is_same_site(request.headers, hosts[0], request.method):
        return Refusal(
            403,
            "Asked from another site",
            "Another site asked in your name, so nothing was shown and nothing changed.",
        )
    if _declared(request.headers) > MOST_BODY:
        return Refusal(413, "Too much at once", f"A form holds at most {MOST_BODY:,} bytes.")
    return None


def _is_same_site(headers: Headers, host: str, method: str) -> bool:
    """Say whether a request comes from our own pages, or from nobody's.

    A link elsewhere may lead here; only a page of ours may send a form or fetch.
    """
    origins = headers.getlist("origin")
    if origins and (len(origins) > 1 or urlsplit(origins[0]).netloc.lower() != host.lower()):
        return False
    site = headers.get("sec-fetch-site")
    if site is None or site in SAFE_SITES:
        return True
    return method != "POST" and headers.get("sec-fetch-mode") == "navigate"


def _declared(headers: Headers) -> int:
    length = headers.get("content-length", "0")
    return int(length) if length.isdecimal() and len(length) < 12 else MOST_BODY + 1


# -------------------------------------------------------------------- forms


def find_forgery(request: Request, body: bytes, settings: Settings) -> Refusal | None:
    """Say why a change is not this person's own: no form of ours, no token of ours.

    A script that brings the token as a bearer needs no form.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in FORMS:
        return Refusal(415, "Not a form of this desk", f"The desk takes {' and '.join(FORMS)}.")
    if request.url.path == ENTRY or brings_bearer(request, settings):
        return None
    given = request.headers.get("x-csrf-token") or _field(body, kind)
    if given and _same(given, form_token(settings)):
        return None
    return Refusal(
        403,
        "This form is no longer good",
        "It was made before the desk was started anew, or not by the desk at all. Nothing was "
        "changed. Go back, load the page again, and send it once more.",
    )


def form_token(settings: Settings) -> str:
    """Return what every form carries, so that no other site can make one."""
    return sign(settings, "form")


def _field(body: bytes, kind: str) -> str | None:
    if kind != FORMS[0]:
        return None
    try:
        return dict(parse_qsl(body.decode("utf8"), max_num_fields=64)).get("csrf")
    except ValueError:
        return None


# ------------------------------------------------------------------- tokens


def sign(settings: Settings, purpose: str) -> str:
    """Return what only this process can have made, for one purpose.

    >>> held = Settings(secret="a"); sign(held, "form") == sign(held, "cookie")
    False
    """
    return hmac.new(settings.secret.encode(), purpose.encode(), hashlib.sha256).hexdigest()


def is_known(request: Request, settings: Settings) -> bool:
    """Say whether a request brings the cookie or the token."""
    return _brings_cookie(request, settings) or brings_bearer(request, settings)


def brings_bearer(request: Request, settings: Settings) -> bool:
    """Say whether a request brings the token as a bearer; no browser does so by itself."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return scheme.lower() == "bearer" and _fits(token.strip(), settings)


def _brings_cookie(request: Request, settings: Settings) -> bool:
    held = request.cookies.get(cookie_name(settings))
    return held is not None and _same(held, sign(settings, "cookie"))


def cookie_name(settings: Settings) -> str:
    """Return the cookie's name; desks on several ports of one machine share their cookies."""
    return f"foedera_entry_{settings.port}"


def _fits(token: str | None, settings: Settings) -> bool:
    own = settings.token
    return own is not None and token is not None and _same(token, own)


def _same(given: str, own: str) -> bool:
    return hmac.compare_digest(given.encode(), own.encode())


def admits_token(token: str, settings: Settings) -> bool:
    """Say whether somebody typed the token."""
    return _fits(token, settings)


def enter(path: str, query: str, settings: Settings) -> Response:
    """Let somebody in: a cookie that scripts cannot read, and the address without its token."""
    rest = [(key, value) for key, value in parse_qsl(query) if key != "token"]
    place = "/" + path.lstrip("/\\")
    answer = RedirectResponse(place + (f"?{urlencode(rest)}" if rest else ""), status_code=303)
    name = cookie_name(settings)
    answer.set_cookie(name, sign(settings, "cookie"), httponly=True, samesite="strict", path="/")
    answer.headers["cache-control"] = "no-store"
    return answer


# ------------------------------------------------------------------ answers


class TooMuch(Exception):
    """More came than one request may hold."""


TOO_MUCH = Refusal(413, "Too much at once", f"A form holds at most {MOST_BODY:,} bytes.")
TOO_SLOW = Refusal(408, "Too slow", "The form did not arrive in time. Send it again.")


async def _read_body(receive: Receive) -> bytes:
    """Read a body that is small and comes in time, whatever its head said about its length."""
    body: bytes = b""
    try:
        async with asyncio.timeout(MOST_SECONDS):
            while True:
                message = await receive()
                body += message.get("body", b"")
                if len(body) > MOST_BODY:
                    raise TooMuch
                if message["type"] != "http.request" or not message.get("more_body", False):
                    return body
    except TimeoutError as error:
        raise TimeoutError("slow") from error


def _again(body: bytes, receive: Receive) -> Receive:
    """Give a body that was read to whoever asks for it next."""
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def take() -> Message:
        return waiting.pop() if waiting else await receive()

    return take


def _marked(send: Send) -> Send:
    """Put the policy on an answer."""

    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return answer
