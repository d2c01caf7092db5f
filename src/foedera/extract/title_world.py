"""Names of agreements that the world knows and that no word for an agreement heads.

"The Regional Comprehensive Economic Partnership" is a treaty, which its words alone do not say.
"""

from __future__ import annotations

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
    """Return the names of three words and more in which stands no word for an agreement.

    A name within another's ("Trans-Pacific Partnership") is left to the words around it.
    """
    names = {name for row in rows("agreements") for name in cells(row[2])}
    told = {n for n in names if n.count(" ") + 1 >= _FEWEST and not nouns("heads") & {*n.split()}}
    within = {n for n in told for other in names if n != other and n in other}
    return frozenset(tuple(name.split()) for name in told - within)


def world_names(text: str, s: Sentence) -> Iterator[Found]:
    """Yield the names in a sentence, capitals throughout and at both edges, the longest first."""
    at = 0
    while at < len(s.words):
        last = _end_of(s, at)
        if last is None:
            at += 1
            continue
        span = Span(s.starts[at], s.ends[last])
        shown = text[span.start : span.end]
        telling = frozenset(w.lower() for w in shown.split()) - _SMALL
        before = {word.lower() for word in s.words[max(0, at - 4) : at]}
        old = not before.isdisjoint(nouns("replacing_words"))
        yield Found(span, shown, True, True, telling, names=telling, replaced=old)
        at = last + 1


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
