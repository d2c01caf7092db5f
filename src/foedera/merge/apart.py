"""Claims told of another text: by who makes it, by its year, by what is done with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from foedera.lexicons import load_words
from foedera.merge.folding import fold
from foedera.merge.known import Known
from foedera.merge.parties import states_of
from foedera.merge.rarity import stems
from foedera.merge.telling import Telling

SOVIET_END = 1991
"""What was signed later no state made that was gone by then."""
BEFORE = 8
"""So many years before it was signed nothing was done with an agreement."""
NEXT = 3
"""So many claims after a truce of a row "the truce" still means that one."""

_TELLING = ("agreement.describe", "agreement.provide")


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def is_apart(telling: Telling, known: Known) -> bool:
    """Say whether the words of a claim tell it from a known agreement that its name may mean."""
    return (
        _is_of_the_dead(telling, known)
        or _is_of_long_before(telling, known)
        or _is_at_home(telling)
        or is_of_a_row(telling, known)
        or _is_with_an_outsider(telling, known)
    )


def _is_of_the_dead(telling: Telling, known: Known) -> bool:
    """Say whether a state makes what was signed when it was no more: "the Soviet Union signed"."""
    gone = {a.country for a in telling.claim.roles.actors} & _words()["continued"].keys()
    late = known.signed is not None and known.signed > SOVIET_END
    return bool(gone) and late and telling.claim.kind in _words()["together"]


def _is_of_long_before(telling: Telling, known: Known) -> bool:
    """Say whether the clause names a year long before the world signed an agreement."""
    if telling.year is None or known.signed is None:
        return False
    return telling.year + BEFORE < known.signed


def _is_at_home(telling: Telling) -> bool:
    """Say whether "the deal" is one of lawmakers, by what it lets them do at home.

    "The agreement will open debate on the bill", "it would give the president power to sign".
    """
    claim, thing = telling.claim, telling.claim.roles.object
    if claim.kind in _words()["made_once"]:
        named = {word for a in claim.roles.actors for word in fold(a.name).split()}
        works = telling.naming.bare and bool(telling.words & stems(" ".join(_words()["bills"])))
        home = bool(named & set(_words()["legislators"])) or works or _is_told_of_lawmakers(telling)
        return home and len(states_of(telling)) < 2
    if thing is None or not telling.naming.bare or claim.kind not in _TELLING:
        return False
    return bool(set(fold(thing.text).split()[:4]) & set(_words()["floor_work"]))


def _is_told_of_lawmakers(telling: Telling) -> bool:
    """Say whether lawmakers stand in a clause, and whoever else is to act stands outside it."""
    clause, actors = telling.claim.passage.span, telling.claim.roles.actors
    apart = all(a.span.end <= clause.start or a.span.start >= clause.end for a in actors)
    return apart and bool(telling.words & stems(" ".join(_words()["legislators"])))


def is_of_a_row(telling: Telling, known: Known) -> bool:
    """Say whether a truce is told that came before or after: "the initial truce"."""
    written = telling.naming.written.split()[:-1]
    told = {*telling.naming.called, *written} & set(_words()["rows_of_truces"])
    own = {word for one in known.descriptions for words in one.words for word in words}
    return known.kind == "ceasefire" and bool(told - own)


def _is_with_an_outsider(telling: Telling, known: Known) -> bool:
    """Say whether talks that no name is told with have a side that is no member of a closed two."""
    if len(known.members) != 2 or telling.claim.kind not in _words()["together"]:
        return False
    sides = {state for state in states_of(telling) if state.isupper()}
    alone = telling.claim.rule.startswith("state_acts.") and not _names_near(telling)
    return alone and len(sides) == 2 and not sides <= known.members


def _names_near(telling: Telling) -> bool:
    name, clause = telling.claim.agreement, telling.claim.passage.span
    return name is not None and clause.start <= name.span.start < clause.end


def is_made_at_home(telling: Telling) -> bool:
    """Say whether a deal is made with opponents at home, and so by one state alone.

    "The president signed an agreement with the opposition."
    """
    makes = telling.claim.kind in _words()["consent"]
    return (
        makes
        and len(states_of(telling)) < 2
        and bool(telling.words & stems(" ".join(_words()["home_sides"])))
    )


def without_what_follows(about: Sequence[Telling], left: Sequence[Telling]) -> list[Telling]:
    """Leave out what speaks of "the truce" right after another one of a row was told."""
    places = [t.order for t in left]
    return [
        t
        for t in about
        if not (t.naming.bare and any(0 < t.order - place <= NEXT for place in places))
    ]
