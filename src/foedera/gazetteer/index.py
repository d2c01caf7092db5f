"""An index of token sequences by their first token: the longest that stands at a place wins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class PhraseIndex(Generic[T]):
    """Finds listed token sequences in running tokens."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], list[T]]] = {}
        self._lengths: dict[str, list[int]] = {}

    def add(self, phrase: tuple[str, ...], value: T) -> None:
        """List `value` under the tokens; a later value of the same tokens stands behind."""
        group = self._by_first.setdefault(phrase[0], {})
        if phrase not in group:
            lengths = self._lengths.setdefault(phrase[0], [])
            if len(phrase) not in lengths:
                lengths.append(len(phrase))
                lengths.sort(reverse=True)
        group.setdefault(phrase, []).append(value)

    def at(self, words: Sequence[str], place: int) -> tuple[list[T], int] | None:
        """Return what the longest listed sequence starting at `place` stands for, and its length.

        >>> index = PhraseIndex[str]()
        >>> index.add(("South", "Korea"), "KOR")
        >>> index.at(["in", "South", "Korea"], 1)
        (['KOR'], 2)
        """
        first = words[place]
        lengths = self._lengths.get(first)
        if lengths is None:
            return None
        group = self._by_first[first]
        for length in lengths:
            phrase = tuple(words[place : place + length])
            if len(phrase) == length and (found := group.get(phrase)) is not None:
                return found, length
        return None

    def __contains__(self, first: object) -> bool:
        return first in self._lengths

    @property
    def firsts(self) -> frozenset[str]:
        """Return the first tokens of all that is listed."""
        return frozenset(self._lengths)

    def get(self, phrase: tuple[str, ...]) -> list[T]:
        """Return what exactly these tokens stand for."""
        return self._by_first.get(phrase[0], {}).get(phrase, []) if phrase else []
