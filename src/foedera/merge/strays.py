"""Claims that stand near an agreement's name and are not about it.

A report that names an agreement tells of others beside it: of talks by other states, of what came
before or after, of a deal that no treaty of the whole world is called.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from foedera.lexicons import load_words
from foedera.merge.known import Description, Known, headed_keys, known_agreements
from foedera.merge.names import country_codes
from foedera.merge.parties import states_of
from foedera.merge.telling import Telling, fold, ordinal_day

PAST = 10
"""An agreement signed so many years before a report is one of the past to it."""
SETTLED = 1
"""So many years after it was signed nobody negotiates it, unless by its name."""
LATE = 3
"""What states made between themselves is not signed so many years after."""
MAKING = 3
"""Within so many years of its signature the deeds that bring an agreement into force are told."""
END = 10**7
SLACK = 20
"""So many days may an act lie before those in which a description means an agreement."""


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def is_stray(telling: Telling, known: Known, *, rivalled: bool) -> bool:
    """Say whether a claim, told under a name that means a known agreement, is of another one.

    Where the agreement is `rivalled` in a report by one that is called a deal, "the deal" is that.
    """
    return (
        _is_of_others(telling, known)
        or _is_made_anew(telling, known)
        or _is_out_of_time(telling, known)
        or (rivalled and telling.naming.bare and is_too_loose(telling, known))
    )


def only_mentioned(about: Iterable[tuple[Telling, str | None]]) -> frozenset[str | None]:
    """Return the agreements of the past that a report mentions and is not about.

    Its headline does not name them, and of what seems told of them less than half does; the rest
    only stands near. `about` are its claims, each with the known agreement that its name means.
    """
    named: dict[str, list[bool]] = defaultdict(list)
    for telling, known in about:
        if known is None or known in headed_keys(telling.source.headline):
            continue
        if is_past(known_agreements()[known], telling):
            named[known].append(names_it(telling))
    return frozenset(known for known, own in named.items() if sum(own) * 2 < len(own))


def names_it(telling: Telling) -> bool:
    """Say whether a claim's own clause names its agreement by more than "the deal"."""
    return telling.own and not telling.naming.bare


def is_of_its_time(telling: Telling, known: str | None) -> bool:
    """Say whether a deed is told for the years in which the world made an agreement.

    "The pact entered into force in August 1949", told of a treaty of that year long after. Who
    joined later did so where the headline names the treaty, or the body that it founded.
    """
    when, signed = telling.claim.setting.when, known_agreements()[known].signed if known else None
    if telling.claim.voice.reality != "happened" or signed is None or known is None:
        return False
    if when is None or when.latest is None or int(when.latest[:4]) < signed:
        return False
    headed = headed_keys(telling.source.headline, bodies=True)
    joins = telling.claim.kind == "agreement.accede" and known in headed
    return joins or int(when.latest[:4]) <= signed + MAKING


def is_past(known: Known, telling: Telling, years: int = PAST) -> bool:
    """Say whether a report came out so long after the world signed an agreement."""
    out = telling.source.published.latest
    return known.signed is not None and out is not None and int(out[:4]) - known.signed > years


def is_too_loose(telling: Telling, known: Known) -> bool:
    """Say whether "the deal" is told, which no treaty is called that is open to all."""
    return known.kind in _words()["solemn_kinds"] and not known.members and is_loose(telling)


def is_rival(known: str | None, name: str) -> bool:
    """Say whether "the deal" may mean a name: it is called so, or is known for no treaty.

    >>> is_rival(None, "trade deal"), is_rival("ctbt", "test ban treaty")
    (True, False)
    """
    if known is not None:
        one = known_agreements()[known]
        return one.kind not in _words()["solemn_kinds"] or bool(one.members)
    return bool(set(fold(name).split()[-1:]) & set(_words()["loosest"])) and bool(
        fold(name).split()[1:]
    )


def is_loose(telling: Telling) -> bool:
    """Say whether a report calls an agreement by a loose word alone, such as "the deal"."""
    title = telling.claim.agreement.title if telling.claim.agreement else ""
    return bool({telling.naming.head, *fold(title).split()[-1:]} & set(_words()["loosest"]))


def _is_of_others(telling: Telling, known: Known) -> bool:
    """Say whether states do together what they would do as parties, and are none.

    "Peru and Chile are negotiating" tells nothing of a treaty between Cuba and Mexico, nor does
    "the deal between Peru and Chile".
    """
    if not known.members:
        return False
    sides = telling.naming.sides
    if len(sides) > 1 and not sides <= known.members:
        return True
    states = states_of(telling) & country_codes()
    if telling.claim.kind not in _words()["together"] or not states:
        return False
    if telling.claim.agreement is None or (len(known.members) == 2 and not telling.own):
        return not states <= known.members
    return not states & known.members and (len(states) > 1 or not telling.own)


def _is_made_anew(telling: Telling, known: Known) -> bool:
    """Say whether a making is told, without the name, of what was made long before."""
    if telling.claim.kind not in _words()["making"] or _is_done_in_time(telling, known):
        return False
    if telling.naming.generic and is_past(known, telling, 0):
        return telling.claim.voice.reality != "happened"
    unnamed = telling.claim.agreement is None or not telling.own
    return unnamed and is_past(known, telling, SETTLED)


def _is_done_in_time(telling: Telling, known: Known) -> bool:
    """Say whether the day that is told of a making is near the year of the signing."""
    day = telling.claim.setting.when.latest if telling.claim.setting.when else None
    return day is not None and known.signed is not None and int(day[:4]) <= known.signed + 1


def _is_out_of_time(telling: Telling, known: Known) -> bool:
    """Say whether what makes an agreement is told for days when it was not, or was already.

    A treaty open to all may be signed at any time after.
    """
    if telling.claim.voice.reality != "happened" or telling.first is None or telling.last is None:
        return False
    if not known.names_it(telling_title(telling)) and _is_outside(telling, known.descriptions):
        return True
    if telling.claim.kind not in _words()["made_once"]:
        return False
    when = telling.claim.setting.when
    year = int((when.earliest or "0")[:4]) if when else 0
    return bool(known.members and known.signed and year > known.signed + LATE)


def _is_outside(telling: Telling, descriptions: Sequence[Description]) -> bool:
    """Say whether an act is told for days well outside those in which words mean the agreement."""
    if telling.first is None or not descriptions:
        return False
    begin = min(ordinal_day(d.first or None) or 0 for d in descriptions)
    end = max(ordinal_day(d.last if d.last < "9999" else None) or END for d in descriptions)
    return telling.first + SLACK < begin or telling.first - SLACK > end


def telling_title(telling: Telling) -> str:
    """Return the name that a telling uses for its agreement; empty where it uses none."""
    return telling.claim.agreement.title if telling.claim.agreement else ""
