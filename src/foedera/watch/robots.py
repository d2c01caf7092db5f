"""robots.txt as RFC 9309 reads it: groups by product name, the longest rule that fits wins."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

MAX_BYTES = 500_000
MAX_RULES = 5_000
LONGEST_PAUSE = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules that hold for us: paths with yes or no, and the pause that is asked for."""

    rules: tuple[tuple[str, bool], ...] = ()
    pause: float | None = None

    def allows(self, url: str) -> bool:
        """Say whether an address may be fetched.

        >>> Robots((("/", True), ("/private/", False))).allows("http://a.b/private/x")
        False
        """
        parts = urlsplit(url)
        path = _normal(parts.path or "/") + (f"?{_normal(parts.query)}" if parts.query else "")
        fitting = [(len(rule), yes) for rule, yes in self.rules if _fits(rule, path)]
        return max(fitting)[1] if fitting else True


def parse_robots(text: str, agent: str) -> Robots:
    """Read the group for `agent`, else that for everybody.

    >>> parse_robots("User-agent: *\\nDisallow: /private/", "foedera").rules
    (('/private/', False),)
    """
    groups: dict[str, list[tuple[str, str]]] = {}
    names: list[str] = []
    in_head = False
    for field, value in _lines(text):
        if field == "user-agent":
            names = [*names, value.lower()] if in_head else [value.lower()]
            in_head = True
        else:
            in_head = False
            for name in names:
                groups.setdefault(name, []).append((field, value))
    own = next((groups[n] for n in sorted(groups, key=len, reverse=True) if _is_us(n, agent)), None)
    return _read(own if own is not None else groups.get("*", []))


def _lines(text: str) -> list[tuple[str, str]]:
    found = []
    for line in text.removeprefix("\ufeff").splitlines()[: 4 * MAX_RULES]:
        field, colon, value = line.partition("#")[0].partition(":")
        field = field.strip().lower()
        if colon and field in ("user-agent", "allow", "disallow", "crawl-delay"):
            found.append((field, value.strip()[:500]))
    return found


def _is_us(name: str, agent: str) -> bool:
    product = agent.lower().split("/")[0].split(" ")[0]
    return name not in ("", "*") and product.startswith(name.split("/")[0])


def _read(lines: list[tuple[str, str]]) -> Robots:
    rules = [(_normal(v), f == "allow") for f, v in lines if f in ("allow", "disallow") and v]
    delays = [v for f, v in lines if f == "crawl-delay"]
    try:
        pause = min(float(delays[0]), LONGEST_PAUSE) if delays else None
    except ValueError:
        pause = None
    return Robots(tuple(rules[:MAX_RULES]), pause if pause is None or pause > 0 else None)


def _normal(path: str) -> str:
    return quote(path, safe="/%*$?&=+,;:@!~'()-._")


def _fits(rule: str, path: str) -> bool:
    """Match a rule with "*" for anything and "$" for the end, left to right, without going back."""
    whole = rule.endswith("$")
    first, *rest = rule.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not rest:
        return not whole or at == len(path)
    last = rest.pop() if whole else ""
    for piece in rest:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not whole or (path.endswith(last) and len(path) - len(last) >= at)
