"""Which addresses may be asked: the open web, and what the settings name; nothing at home."""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urljoin, urlsplit

from foedera.errors import FetchError

Resolve = Callable[[str, int], list[str]]
MOST = 2000
"""Characters of an address."""
_NAT64 = IPv6Network("64:ff9b::/96")


def resolve(host: str, port: int) -> list[str]:
    """Return the numeric addresses of a host.

    Raises: FetchError where the name is unknown.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"no address for {host}", again=True) from error
    return list(dict.fromkeys(str(row[4][0]).partition("%")[0] for row in found))


def split_url(url: str) -> SplitResult:
    """Take a web address apart.

    Raises: FetchError for anything but http and https, for passwords, for what is no address.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchError("no web address", again=False) from error
    if len(url) > MOST or parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise FetchError(f"no web address ({parts.scheme or 'nothing'})", again=False)
    if parts.username is not None or parts.password is not None:
        raise FetchError("an address that holds a password", again=False)
    return parts


def port_of(parts: SplitResult) -> int:
    """Return the port of an address."""
    return parts.port or (443 if parts.scheme == "https" else 80)


def host_of(url: str) -> str:
    """Return host and port, by which requests are kept apart.

    >>> host_of("https://Wire.Example/a"), host_of("http://127.0.0.1:8080/")
    ('wire.example:443', '127.0.0.1:8080')
    """
    parts = split_url(url)
    return f"{(parts.hostname or '').lower()}:{port_of(parts)}"


def join_url(base: str, target: str) -> str:
    """Return where a redirect leads."""
    try:
        return urljoin(base, target)
    except ValueError as error:
        raise FetchError("a redirect to no web address", again=False) from error


def check_addresses(url: str, allowed: Collection[str], look_up: Resolve) -> list[str]:
    """Return the numeric addresses that a URL may be fetched from.

    `allowed` names hosts ("intranet.example", "127.0.0.1:8080") that may lie at home.
    Raises: FetchError where any address of another host is private, loopback or reserved.
    """
    parts = split_url(url)
    host, name = (parts.hostname or "").lower(), host_of(url)
    found = look_up(host, port_of(parts))
    if not found:
        raise FetchError(f"no address for {host}", again=True)
    if host not in allowed and name not in allowed and not all(map(is_open, found)):
        said = f"{host} is an address within this network; allow_hosts can name it"
        raise FetchError(said, again=False)
    return found


def is_open(address: str) -> bool:
    """Say whether a numeric address lies on the open internet, whatever it is wrapped in.

    >>> is_open("93.184.215.14"), is_open("127.0.0.1"), is_open("::ffff:10.0.0.1")
    (True, False, False)
    """
    try:
        one = ip_address(address)
    except ValueError:
        return False
    inner = _within(one) if isinstance(one, IPv6Address) else None
    if inner is not None:
        one = inner
    return one.is_global and not one.is_multicast


def _within(one: IPv6Address) -> IPv4Address | None:
    """Return the older address that a newer one only carries."""
    if one in _NAT64:
        return IPv4Address(int(one) & 0xFFFFFFFF)
    return one.ipv4_mapped or one.sixtofour or (one.teredo[1] if one.teredo else None)
