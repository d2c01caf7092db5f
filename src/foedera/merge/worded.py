"""A report's words with their stems, read once for all of its claims."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from itertools import accumulate

from foedera.merge.rarity import by_rarity, rarest_first, split_words, stem, stems


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
        found = list(map(stem, parts[1::2]))
        self._before = list(accumulate(map(bool, found), initial=0))
        """How many words that are not dull stand before each."""
        self._stems = list(filter(None, found))
        self._ranked = rarest_first(set(self._stems))
        self._ranks = {word: rank for rank, word in enumerate(self._ranked)}

    def within(self, start: int, end: int) -> frozenset[str]:
        """Return the stems of the words between two places, the dull ones left out."""
        if not self._read:
            return stems(self.text[start:end])
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        cut = (first and self._ends[first - 1] > start) or (last and self._ends[last - 1] > end)
        if cut:
            return stems(self.text[start:end])
        return frozenset(self._stems[self._before[first] : self._before[last]])

    def ranked(self, words: Collection[str], most: int) -> list[str]:
        """Return so many stems at most, the rarest first; all of a report are put in order once.

        >>> Worded("The government of Velm").ranked({"velm", "govern"}, 2)
        ['velm', 'govern']
        """
        ranks = self._ranks
        if not all(map(ranks.__contains__, words)):
            return sorted(words, key=by_rarity)[:most]
        return [self._ranked[rank] for rank in sorted(map(ranks.__getitem__, words))[:most]]
