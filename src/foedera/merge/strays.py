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
from foedera.measure import overlap
from foedera.merge.apart import is_apart
from foedera.merge.known import Description, Known, headed_keys, keys_in, known_agreements
from foedera.merge.making import befalls, is_negotiated, is_told_by_verb, makes
from foedera.merge.names import country_codes, states_named
from foedera.merge.parties import states_of
from foedera.merge.telling import Telling, fold, ordinal_day
from foedera.merge.titles import bare_title, read_title

PAST = 10
"""An agreement signed so many years before a report is one of the past to it."""
SETTLED = 1
"""So many years after it was signed nobody negotiates it, unless by its name."""
LATE = 3
"""What states made between themselves is not signed so many years after."""
MAKING = 3
"""Within so many years of its signature the deeds that bring an agreement into force are told."""
MONTH = 31
"""Makings so many days apart under one loose name are of two agreements."""
TOPIC = 4
"""So many words after a name tell first what the agreement is about."""
END = 10**7
OLD = 5
"""So many years after, "a deal" means another one."""
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
        or _is_any(telling, known)
        or _is_told_apart(telling, known)
        or is_apart(telling, known)
        or (rivalled and telling.naming.bare and is_loose(telling) and _is_solemn(known))
    )


def _is_told_apart(telling: Telling, known: Known) -> bool:
    """Say whether the words at a name tell it from the known agreement.

    "A lasting truce" is no truce of twelve hours, a pact "signed this week" none of long ago, and
    "the deal limiting Peru's fleet" none between Cuba and Mexico.
    """
    naming = telling.naming
    called = naming.called | frozenset(naming.written.split()[:-1])
    unmeant = {word for one in known.descriptions for word in one.unless}
    if called & unmeant and not known.names_it(naming.written):
        return True
    if naming.fresh and is_past(known, telling, SETTLED):
        return True
    if not (naming.bare and known.members):
        return False
    about = states_named(" ".join(naming.topic.split()[:TOPIC])) & country_codes()
    if about and not about & known.members:
        return True
    beside = naming.beside & country_codes()
    crowd = len(beside - known.members) > len(beside & known.members) + 1
    return crowd and is_loose(telling) and _is_solemn(known)


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
    return _is_solemn(known) and not known.members and is_loose(telling)


def _is_solemn(known: Known) -> bool:
    return known.kind in _words()["solemn_kinds"]


def _is_any(telling: Telling, known: Known) -> bool:
    """Say whether the words bring in some agreement or several, not the known one.

    "A peace deal like it", "free trade agreements". A description ("a nuclear deal with Iran") may
    still mean it, as long as it means one.
    """
    naming = telling.naming
    if known.names_it(naming.written) or not naming.written:
        return False
    if str(known.signed) in naming.written:
        return False
    if naming.head in _words()["plural"] or naming.head in _words()["plural_too"]:
        return True
    own = frozenset(naming.written.split())
    if any(told <= own for one in known.descriptions for told in one.words):
        return False
    loose = naming.indefinite and naming.head in _words()["loosest"]
    return (loose and is_past(known, telling, OLD)) or (
        naming.generic and is_past(known, telling, 0)
    )


def is_rival(known: str | None, name: str) -> bool:
    """Say whether "the deal" may mean a name: it is called so, or is known for no treaty.

    >>> is_rival(None, "trade deal"), is_rival("ctbt", "test ban treaty")
    (True, False)
    """
    if known is not None:
        return not _is_solemn(known_agreements()[known])
    return bool(set(fold(name).split()[-1:]) & set(_words()["loosest"])) and bool(
        fold(name).split()[1:]
    )


def is_miscalled(telling: Telling) -> bool:
    """Say whether "the deal" is told under the name of a treaty."""
    heads = set(fold(telling_title(telling)).split()[-1:])
    treaty = bool(heads & set(_words()["solemn_kinds"]))
    return telling.naming.bare and telling.naming.head in _words()["loosest"] and treaty


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
    if telling.claim.kind == "agreement.accede":
        return len(known.members) == 2
    if telling.claim.kind not in _words()["together"] or not states:
        return False
    if telling.claim.agreement is None or (len(known.members) == 2 and not telling.own):
        return not states <= known.members
    return not states & known.members and (len(states) > 1 or not telling.own)


def _is_made_anew(telling: Telling, known: Known) -> bool:
    """Say whether a making is told, without the name, of what was made long before."""
    unmade = telling.claim.kind == "agreement.conclude" and _is_ahead(telling)
    making = telling.claim.kind in _words()["making"] or unmade
    if not making or _is_done_in_time(telling, known):
        return False
    if telling.naming.generic and is_past(known, telling, 0):
        return telling.claim.voice.reality != "happened"
    unnamed = telling.claim.agreement is None or not telling.own
    return unnamed and is_past(known, telling, SETTLED)


def _is_ahead(telling: Telling) -> bool:
    return telling.claim.voice.reality not in ("happened", "ongoing")


def _is_done_in_time(telling: Telling, known: Known) -> bool:
    """Say whether the day that is told of a making is near the year of the signing."""
    day = telling.claim.setting.when.latest if telling.claim.setting.when else None
    return day is not None and known.signed is not None and int(day[:4]) <= known.signed + 1


def _is_out_of_time(telling: Telling, known: Known) -> bool:
    """Say whether what makes an agreement is told for days when it was not, or was already.

    A treaty open to all may be signed at any time after. What a picture shows has happened, and
    comes from a later page where its day lies ahead.
    """
    shown = telling.claim.passage.part == "caption"
    done = shown or telling.claim.voice.reality == "happened"
    if not done or telling.first is None or telling.last is None:
        return False
    named = known.names_it(telling_title(telling)) and known.signed is not None
    if not named and (_is_outside(telling, known.descriptions) or _is_of_siblings(telling, known)):
        return True
    if telling.claim.kind not in _words()["made_once"]:
        return False
    when = telling.claim.setting.when
    year = int((when.earliest or "0")[:4]) if when else 0
    late = SETTLED if telling.naming.bare else LATE
    return bool(known.members and known.signed and year > known.signed + late)


def _is_of_siblings(telling: Telling, known: Known) -> bool:
    """Say whether a making is told for a day on which like words mean a like agreement.

    Of two stages of one process, each described by the same words beside the same states, what
    was made while the words meant the first one is the first.
    """
    if telling.claim.kind not in _words()["made_once"]:
        return False
    days = (telling.first or 0, telling.last or 0)
    own = _shared(known, days)
    return any(_shared(other, days) > own for other in _siblings(known.key))


def _shared(known: Known, days: tuple[int, int]) -> int:
    """Count the days told of an act on which a description that ends, or the only one, holds."""
    ended = [d for d in known.descriptions if d.last < "9999"] or known.descriptions
    return max((_overlap(d, days) for d in ended), default=0)


def _overlap(one: Description, days: tuple[int, int]) -> int:
    begin = ordinal_day(one.first or None) or 0
    end = ordinal_day(one.last if one.last < "9999" else None) or END
    return max(0, min(end, days[1]) - max(begin, days[0]) + 1)


@cache
def _siblings(key: str) -> tuple[Known, ...]:
    """Return the agreements that are described by a word of this one beside the same states."""
    known = known_agreements()
    return tuple(o for k, o in known.items() if k != key and _is_like(known[key], o))


def _is_like(one: Known, other: Known) -> bool:
    return any(
        a.near and a.near == b.near and set(a.words) & set(b.words)
        for a in one.descriptions
        for b in other.descriptions
    )


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


def is_of_its_object(telling: Telling) -> bool:
    """Say whether a claim that hangs on a name told before tells what it is about by its object.

    "The signing of the grain agreement" and "entry into the union" name their own, and so does "a
    deal" beside a treaty.
    """
    thing, name = telling.claim.roles.object, telling.claim.agreement
    if thing is None or name is None or overlap(name.span, thing.span):
        return False
    words = fold(thing.text).split()
    named = set(keys_in(tuple(words)))
    apart = not set(words) & set(fold(name.title).split())
    if named and apart and read_title(name.title).known not in {*named, None}:
        return True
    joins = telling.claim.kind == "agreement.accede"
    if joins or (telling.claim.kind == "agreement.withdraw" and not telling.own):
        return bool(set(words[-1:]) & set(_words()["left_bodies"])) and not telling.naming.by_body
    if telling.own and not (telling.naming.bare and telling.claim.kind in _words()["consent"]):
        return False
    if not set(words[-1:]) & set(_words()["concluded"]):
        return False
    called = fold(name.title).split()
    if len(words) == 2 and words[0] in ("a", "an"):
        return words[-1] in _words()["loosest"] and not {*called} & {*_words()["loosest"]}
    own = set(fold(bare_title(thing.text)).split()[:-1]) - {"such", "a"}
    return bool(own) and not own & set(called)


def is_vague(told: Sequence[Telling]) -> bool:
    """Say whether only "a trade deal" is told, by nobody as made on a day or by two states."""
    named = [t for t in told if t.claim.agreement]
    unspoken = set(_words()["unspoken"])
    if named and all(set(fold(telling_title(t)).split()) & unspoken for t in named):
        return True  # "an implicit agreement"
    made = any(t.claim.kind in _words()["consent"] and t.last is not None for t in told)
    made = made or any(is_told_by_verb(t) and (makes(t) or befalls(t)) for t in told)
    made = made or any(is_negotiated(t) and t.naming.topic for t in told)
    proper = any(read_title(telling_title(t)).proper for t in named)
    loose = [t for t in named if t.naming.head in _words()["loosest"]]
    unsure = [t for t in loose if t.naming.indefinite or t.naming.generic]
    return bool(named) and not made and not proper and len(unsure) == len(named)


def is_in_passing(told: Sequence[Telling]) -> bool:
    """Say whether a deal is only described, by no act upon it or with a side here and one there.

    "A deal with Peru at its core or a deal with Chile" is none between the two.
    """
    if any(read_title(telling_title(t)).proper for t in told):
        return False
    if not any(t.claim.kind.startswith("agreement.") for t in told):
        return True
    sides = {side for t in told for side in t.naming.sides}
    made = any(
        len(states_of(t)) > 1
        and t.claim.kind in _words()["together"]
        and t.claim.voice.reality == "happened"
        for t in told
    )
    return len(sides) > 1 and not made and all(len(t.naming.sides) < 2 for t in told)


def of_one_making(told: Sequence[Telling]) -> list[Telling]:
    """Leave out of what is told under a loose name the makings weeks or years before the last.

    "The deal struck a year ago", "the deal reached this week" are two, and which of them "the
    deal" means beside is not told.
    """
    made = [t for t in told if t.claim.kind in _words()["consent"] and t.last is not None]
    made = [t for t in made if t.claim.voice.reality == "happened" and is_loose(t)]
    last = max((t.first or 0 for t in made), default=0)
    kept = [t for t in made if (t.last or 0) + MONTH >= last]
    if len(kept) < len(made):
        return [t for t in told if t in kept or not is_loose(t)]
    return list(told)


def is_between_others(telling: Telling) -> bool:
    """Say whether the words after a name tell two sides, and not those that the name tells.

    "A Palestinian accord such as the peace between Peru and Chile."
    """
    told, sides = read_title(telling_title(telling)).states, telling.naming.sides
    return len(sides) > 1 and bool(told) and not told <= sides
