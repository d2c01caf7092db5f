"""A report's words with their stems, read once for all of its claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import accumulate

from foedera.merge.rarity import STEMS, by_rarity, rarest_first, split_words, stems


class Worded:
    """The words of a text, by place; what lies between two places is looked up, not read again.

    For a `few` claims the whole is not read, only what is asked for.

    >>> worded = Worded("The strikes in Velm, striking 40 towns")
    >>> sorted(worded.within(0, 19)), sorted(worded.within(15, 38))
    (['strik', 'velm'], ['40', 'strik', 'town', 'velm'])
    """

    def __init__(self, text: str, *, few: bool = False) -> None:
        self.text = text
        low = "" if few else text.lower()
        # A letter that grows when it is written small moves all that follows it.
        self._read = len(low) == len(text)
        parts = split_words(low if self._read else "")
        places = list(accumulate(map(len, parts)))
        self._starts, self._ends = places[:-1:2], places[1::2]
        found = list(map(STEMS.__getitem__, parts[1::2]))
        self._before = list(accumulate(map(bool, found), initial=0))
        """How many words that are not dull stand before each."""
        self._stems = list(filter(None, found))
        self._ranked = rarest_first(set(self._stems))
        self._ranks = dict(zip(self._ranked, range(len(self._ranked)), strict=True))
        self._order = list(map(self._ranks.__getitem__, self._stems))

    def within(self, start: int, end: int) -> frozenset[str]:
        """Return the stems of the words between two places, the dull ones left out."""
        found = self._between(start, end)
        return stems(self.text[start:end]) if found is None else frozenset(self._stems[found])

    def _between(self, start: int, end: int) -> slice | None:
        """Return which words lie between two places; None if one is cut, or none was read."""
        if not self._read:
            return None
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        ends = self._ends
        if (first and ends[first - 1] > start) or (last and ends[last - 1] > end):
            return None
        return slice(self._before[first], self._before[last])

    def rarest(self, spans: Sequence[tuple[int, int]], most: int) -> frozenset[str]:
        """Return the rarest stems of all that lie between pairs of places, so many at most.

        >>> sorted(Worded("The government of Velm fell").rarest([(0, 14), (18, 27)], 2))
        ['fell', 'velm']
        """
        ranks: set[int] = set()
        for start, end in spans:
            found = self._between(start, end)
            if found is None:
                near = frozenset().union(*(self.within(*span) for span in spans))
                return frozenset(self.ranked(near, most))
            ranks.update(self._order[found])
        return frozenset(map(self._ranked.__getitem__, sorted(ranks)[:most]))

    def ranked(self, words: Collection[str], most: int) -> list[str]:
        """Return so many stems at most, the rarest first; all of a report are put in order once.

        >>> Worded("The government of Velm").ranked({"velm", "govern"}, 2)
        ['velm', 'govern']
        """
        try:
            ranks = sorted(map(self._ranks.__getitem__, words))
        except KeyError:  # of a word that was cut
            return sorted(words, key=by_rarity)[:most]
        return list(map(self._ranked.__getitem__, ranks[:most]))
