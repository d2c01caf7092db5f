"""Where the app is served, under which names, and whether a token is asked for."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from ipaddress import ip_address

from foedera.errors import FoederaError

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")
SHORTEST_TOKEN = 16


@dataclass(frozen=True, slots=True)
class Settings:
    """How one process serves one record.

    `names` are the host names that a request may be for besides this machine's own; `token` is
    asked of everybody where it is set. `secret` signs forms and cookies and lives as long as the
    process.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    names: tuple[str, ...] = ()
    token: str | None = None
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    @property
    def local(self) -> bool:
        """Say whether only this machine can reach the app."""
        return is_loopback(self.host)

    @property
    def address(self) -> str:
        """Return where a browser on this machine finds the app."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"

    def admits(self, host: str) -> bool:
        """Say whether a request's Host is a name of this app.

        A name that somebody else's name server answers for could point here (DNS rebinding), so
        names are listed; a bare address cannot be rebound.

        >>> Settings().admits("127.0.0.1:8765"), Settings().admits("evil.example:8765")
        (True, False)
        """
        name = bare_host(host)
        if name in LOOPBACK_NAMES or name in {bare_host(own) for own in self.names}:
            return True
        return not self.local and (name == self.host.lower() or _is_address(name))


def make_settings(
    host: str, port: int, *, names: tuple[str, ...] = (), token: str | None = None,
    guarded: bool = False,
) -> Settings:  # fmt: skip
    """Make settings; whatever is not for this machine alone gets a token.

    Raises: FoederaError for a token too short to keep anybody out.
    """
    if token is not None and len(token) < SHORTEST_TOKEN:
        raise FoederaError(f"The token needs {SHORTEST_TOKEN} characters or more.")
    if token is None and (guarded or not is_loopback(host)):
        token = secrets.token_urlsafe(24)
    return Settings(host, port, names, token)


def is_loopback(host: str) -> bool:
    """Say whether a host is this machine seen from itself.

    >>> is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, False)
    """
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def bare_host(host: str) -> str:
    """Return a Host header without its port.

    >>> bare_host("[::1]:8765"), bare_host("Desk.example:80")
    ('[::1]', 'desk.example')
    """
    name, bracket, _ = host.partition("]")
    return (name + bracket if bracket else host.partition(":")[0]).lower().rstrip(".")


def _is_address(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
