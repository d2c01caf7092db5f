"""Decides, by words alone, which sentences are worth a parse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

_SUFFIXES = ("s", "es", "ed", "d", "ing", "er", "ers")


class Lets(Protocol):
    """What the analyser asks of a gate."""

    def lets_through(self, words: Sequence[str]) -> bool:
        """Say whether the sentence of these words goes to the parser."""
        ...


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets a sentence through if it can hold a claim, an attribution or an antecedent.

    `cues` open the gate alone (speech); `triggers` open it only beside an upper-case word or
    a pronoun, since a claim needs somebody. All are lower-case word forms.
    """

    cues: frozenset[str]
    triggers: frozenset[str]

    def lets_through(self, words: Sequence[str]) -> bool:
        """Say whether the sentence of these words goes to the parser.

        >>> Gate(frozenset({"said"}), frozenset({"deployed"})).lets_through(["It", "rained", "."])
        False
        """
        if len(words) < 3:
            return False
        low = {w.lower() for w in words}
        if not self.cues.isdisjoint(low) or '"' in low:
            return True
        return not self.triggers.isdisjoint(low)

    def widened(self, irregular: Mapping[str, Iterable[str]]) -> Gate:
        """Return the gate that also opens for irregular forms of its triggers (lemma → forms).

        >>> gate = Gate(frozenset(), frozenset({"meet"})).widened({"meet": ["met"]})
        >>> gate.lets_through(["They", "met", "."])
        True
        """
        known = self.triggers & irregular.keys()
        return replace(self, triggers=self.triggers.union(*(irregular[word] for word in known)))


def word_forms(lemmas: Iterable[str]) -> frozenset[str]:
    """Return the lemmas with their regular inflected forms; for irregular ones see `Gate.widened`.

    >>> {"deploy", "deployed", "deploying"} <= word_forms(["deploy"])
    True
    """
    out: set[str] = set()
    for lemma in lemmas:
        out.add(lemma)
        out.update(lemma + s for s in _SUFFIXES)
        if lemma.endswith("e"):
            out.update((lemma + "d", lemma[:-1] + "ing", lemma[:-1] + "er"))
        elif lemma.endswith("y"):
            out.update((lemma[:-1] + "ies", lemma[:-1] + "ied"))
        elif lemma[-1:].isalpha():
            out.update((lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"))
    return frozenset(out)
