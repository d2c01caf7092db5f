"""A passage of a text around words that were searched for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from foedera.merge.telling import fold
from foedera.view.quote import Piece, cut, tidy

ROOM = 220
"""A passage holds so many characters."""
MOST_HITS = 400
_WORD = re.compile(r"\w+")


def quote_around(text: str, words: Iterable[str], room: int = ROOM) -> list[Piece]:
    """Cut the passage that holds most of the words, these marked; empty where none stands in it.

    Words are found as searching finds them: whole, whatever their case and accents.

    >>> found = quote_around("At dawn the pact was signed. The Ferry Pact ends.", ["ferry", "pact"])
    >>> [piece.text for piece in found if piece.weight]
    ['pact', 'Ferry', 'Pact']
    """
    wanted = {part for word in words for part in fold(word).split()}
    # The letters of "U.S." stand in every "Russia's" too.
    wanted = {word for word in wanted if len(word) > 1} or wanted
    hits = [
        (match.start(), match.end(), word)
        for match in _WORD.finditer(text)
        if (word := fold(match[0])) in wanted
    ][:MOST_HITS]
    if not hits:
        return []
    first = max(hits, key=lambda hit: (_held(hits, hit[0], room), -hit[0]))[0]
    start = max(0, first - room // 4)
    start = text.find(" ", start, first) + 1 if start else 0
    end = min(len(text), start + room)
    end = max(text.rfind(" ", first, end) if end < len(text) else end, hits[0][1])
    marks = [(low, high) for low, high, _ in hits if start <= low and high <= end]
    pieces = tidy(cut(text, start, end, marks=marks))
    before, after = [Piece("… ", 0)] * bool(start), [Piece(" …", 0)] * (end < len(text))
    return [*before, *(Piece(one.text, int(one.weight == 2)) for one in pieces), *after]


def _held(hits: Sequence[tuple[int, int, str]], start: int, room: int) -> int:
    """Count the different words that stand in the passage from a hit on."""
    last = start + room * 3 // 4
    return len({word for low, high, word in hits if low >= start and high <= last})
