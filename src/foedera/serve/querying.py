"""What is typed into the search box: words, and conditions such as actor:PRK."""

from __future__ import annotations

import re
from datetime import date

NAMES = ("actor", "kind", "place", "outlet", "since", "until", "sort")
_TYPED = re.compile(r'(?:^|\s)([a-z]{4,6}):(?:"([^"]{1,100})"|([^\s"]{1,100}))')
ID = re.compile(r"[0-9a-f]{16}")


def read_query(typed: str) -> tuple[str, dict[str, str]]:
    """Part what is typed into words and conditions; what is no condition stays among the words.

    >>> read_query('summit actor:"North Korea" since:2024-06-01 re:port')
    ('summit re:port', {'actor': 'North Korea', 'since': '2024-06-01'})
    >>> read_query("visit actor:JPN actor:India")
    ('visit', {'actor': 'JPN; India'})
    """
    found: dict[str, str] = {}

    def take(match: re.Match[str]) -> str:
        name, value = match[1], match[2] or match[3]
        if name not in NAMES or (name in ("since", "until") and not _is_day(value)):
            return match[0]
        # Several actors are asked for at once; of any other condition the last one holds.
        found[name] = f"{found[name]}; {value}" if name == "actor" and name in found else value
        return " "

    words = _TYPED.sub(take, typed)
    return " ".join(words.split()), found


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
