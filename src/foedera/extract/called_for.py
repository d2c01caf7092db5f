"""In whose land a state of affairs is called for: "called for reforms in X"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from foedera.data import Actor, Sentence
from foedera.extract.noun_classes import classes_of
from foedera.extract.prepositions import prepositions
from foedera.extract.role_words import role_words

_IN = frozenset({"in", "within", "inside", "across", "throughout", "of"})
_BACK = frozenset({"return", "restoration", "transition", "respect", "commitment", "move"})
_TO = frozenset({"to", "for", "of", "towards"})


def lands_of(s: Sentence, things: tuple[int, ...]) -> tuple[int, ...]:
    """Return the lands in which what is called for would be: elections, freedom, civilian rule."""
    found: list[int] = []
    for thing in things:
        below = prepositions(s, thing)
        if s.lemmas[thing] in _BACK:  # "a return to constitutional order in X"
            below += [p for n, goals in below if n in _TO for g in goals for p in _ordered(s, g)]
        elif not _is_ordered(s, thing):
            continue
        found += [t for name, goals in below if name in _IN for t in goals if _is_name(s, t)]
    return tuple(found)


def _ordered(s: Sentence, thing: int) -> list[tuple[str, tuple[int, ...]]]:
    return prepositions(s, thing) if _is_ordered(s, thing) else []


def _is_ordered(s: Sentence, thing: int) -> bool:
    return not role_words("land_orders").isdisjoint(classes_of(s, thing))


def _is_name(s: Sentence, token: int) -> bool:
    return s.tags[token] in {"NNP", "NNPS"}


def at_home(
    s: Sentence, slots: Mapping[str, tuple[int, ...]], land: Actor, callers: Iterable[Actor]
) -> bool:
    """Say whether somebody calls for it in his own land: he asks it of nobody else."""
    told = any(land.span.start <= s.starts[t] < land.span.end for t in slots.get("land", ()))
    return told and any(land.country == c.country for c in callers if c.country)
