"""Names of agreements that the world knows and that no word for an agreement heads.

"The Regional Comprehensive Economic Partnership" is a treaty, which its words alone do not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from foedera.data import Sentence, Span
from foedera.extract.title_found import Found, nouns
from foedera.gazetteer.tables import cells, rows

_FEWEST, _MOST = 3, 8
_SMALL = frozenset({"and", "of", "for", "on", "the"})
_DASHES = frozenset({"-", "–"})


@cache
def _headless() -> frozenset[tuple[str, ...]]:
    """Return the names of two words and more in which stands no word for an agreement."""
    names = {name for row in rows("agreements") for name in cells(row[2])}
    told = {n for n in names if n.count(" ") + 1 >= _FEWEST and not nouns("heads") & {*n.split()}}
    return frozenset(tuple(name.split()) for name in told)


@cache
def _names() -> dict[str, list[str]]:
    """Return the names and acronyms of each agreement, by its key."""
    table: dict[str, list[str]] = {}
    for row in rows("agreements"):
        table.setdefault(row[0], []).extend(cells(row[2]))
    return table


@cache
def _longer(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names and acronyms of other agreements that have a name which holds this one."""
    table, within = _names(), f" {' '.join(name)}"
    own = {key for key, names in table.items() if any(tuple(n.split()) == name for n in names)}
    over = (names for key, names in table.items() if own and key not in own)
    return tuple(o for names in over if any(within in n for n in names) for o in names)


def _is_told_longer(text: str, name: str) -> bool:
    """Say whether a text also tells of an agreement whose name holds this one: "CPTPP"."""
    words = tuple(re.sub(r"[-–]", " ", name.lower()).split())
    flat = re.sub(r"[-–\s]+", " ", text.lower())
    return any(re.search(rf"\b{re.escape(one)}\b", flat) for one in _longer(words))


def world_names(text: str, s: Sentence) -> Iterator[Found]:
    """Yield the names in a sentence, capitals throughout and at both edges, the longest first."""
    at = 0
    while at < len(s.words):
        opens = s.words[at][:1].isupper() and not _is_within(s, at)
        last = _end_of(s, at) if opens else None
        if last is None:
            at += 1
            continue
        span = Span(s.starts[at], s.ends[last])
        shown = text[span.start : span.end]
        if _is_told_longer(text, shown):
            at = last + 1
            continue
        telling = frozenset(w.lower() for w in shown.split()) - _SMALL
        before = {word.lower() for word in s.words[max(0, at - 4) : at]}
        old = not before.isdisjoint(nouns("replacing_words"))
        yield Found(span, shown, True, True, telling, names=telling, replaced=old)
        at = last + 1


def _is_within(s: Sentence, first: int) -> bool:
    """Say whether the words before are of a longer name: "Agreement for Trans-Pacific ..."."""
    before = s.words[first - 1] if first else ""
    over = s.words[first - 2] if first > 1 else ""
    return (before[:1].isupper() and first > 1) or (before == "for" and over[:1].isupper())


def _end_of(s: Sentence, first: int) -> int | None:
    """Return where a name that begins at a word ends, None where none does."""
    found: int | None = None
    words: list[str] = []
    for at in range(first, min(first + 2 * _MOST, len(s.words))):
        word = s.words[at]
        if word in _DASHES and words:
            continue
        if not (word[:1].isupper() or (words and word in _SMALL)):
            break
        words.append(word.lower())
        following = s.words[at + 1] if at + 1 < len(s.words) else ""
        if tuple(words) in _headless() and not following[:1].isupper():
            found = at
    return found
