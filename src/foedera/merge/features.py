"""What speaks for or against two tellings being one happening: one function, one finding.

Each takes two tellings and what lies around them and returns a Reason or None. A weight at or
below `VETO` decides alone. Weights were set by reading merges of news reports, not learnt.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from foedera.data import Reason, Where
from foedera.measure import distance_km
from foedera.merge.kindred import load_kindred
from foedera.merge.names import is_country_name, same_person
from foedera.merge.numbers import first_common, ranges_meet, times_greater
from foedera.merge.telling import Telling, fold, iso_day, ordinal_day

VETO = -10.0
GROWTH = 4.0
"""How many times greater a toll may become and still be one toll."""


@dataclass(frozen=True, slots=True)
class Near:
    """What lies around a pair: whether their reports tell one story, share text, name one pact."""

    story: bool = False
    copied: bool = False
    left_agreement: str | None = None
    right_agreement: str | None = None


Feature: TypeAlias = Callable[[Telling, Telling, Near], Reason | None]


def same_kind(a: Telling, b: Telling, near: Near) -> Reason | None:
    """The kinds are one, or kin."""
    if a.claim.kind == b.claim.kind:
        return Reason("same_kind", 0.3, f"both tell of {a.claim.kind}")
    if a.group == b.group:
        return Reason("same_kind", 0.2, f"{a.claim.kind} and {b.claim.kind} may tell one happening")
    return Reason("other_kind", VETO, f"{a.claim.kind} is not {b.claim.kind}")


def same_parties(a: Telling, b: Telling, near: Near) -> Reason | None:
    """The same states or groups take part, some do, or none does."""
    if not a.parties or not b.parties:
        return Reason("no_party_named", -0.15, "one telling names no party")
    shared = a.parties & b.parties
    if not shared:
        return Reason("other_parties", VETO, f"{_list(a.parties)} against {_list(b.parties)}")
    if a.parties == b.parties:
        return Reason("same_parties", 0.35, f"both name {_list(shared)}")
    if a.parties <= b.parties or b.parties <= a.parties:
        return Reason("parties_within", 0.2, f"both name {_list(shared)}, one names more")
    return Reason("parties_overlap", -0.3, f"both name {_list(shared)}, each names others too")


def other_doer(a: Telling, b: Telling, near: Near) -> Reason | None:
    """Who does it differs: the roles are swapped, or each party does its own act."""
    if not a.actors or not b.actors or a.actors & b.actors:
        return None
    swapped = a.actors & b.recipients or b.actors & a.recipients
    if swapped or a.claim.kind in load_kindred().own_acts:
        note = f"{_list(a.actors)} acts in one, {_list(b.actors)} in the other"
        return Reason("other_doer", VETO, note)
    return Reason("doers_differ", -0.4, f"{_list(a.actors)} against {_list(b.actors)}")


def own_act(a: Telling, b: Telling, near: Near) -> Reason | None:
    """An act that each party does alone is told of different parties."""
    if a.claim.kind not in load_kindred().own_acts or a.actors == b.actors:
        return None
    if not a.actors or not b.actors:
        return None
    note = f"{_list(a.actors)} and {_list(b.actors)} each do this for themselves"
    return Reason("own_act", VETO, note)


def same_people(a: Telling, b: Telling, near: Near) -> Reason | None:
    """The same persons are named, or another person stands for the same state."""
    if not a.people or not b.people:
        return None
    shared = [
        p for p in a.people if any(p[0] == q[0] and same_person(p[1], q[1]) for q in b.people)
    ]
    for state in sorted({p[0] for p in a.people} & {q[0] for q in b.people}):
        left = [p[1] for p in a.people if p[0] == state]
        right = [q[1] for q in b.people if q[0] == state]
        if not any(same_person(p, q) for p in left for q in right):
            weight = VETO if a.group == "diplomacy.meet" else -0.6
            note = f"{_list(left)} in one, {_list(right)} in the other"
            return Reason("other_person", weight, note)
    if a.group == "diplomacy.meet" and _unmatched(a, b) and _unmatched(b, a):
        note = f"{_list(_unmatched(a, b))} in one, {_list(_unmatched(b, a))} in the other"
        return Reason("other_person", VETO, note)
    if not shared:
        return None
    return Reason("same_people", 0.3, f"both name {_list(p[1] for p in shared)}")


def _unmatched(a: Telling, b: Telling) -> list[str]:
    """Return the persons of one telling who can be none of the other's."""
    return [
        name
        for state, name in a.people
        if not any(_one_state(state, q[0]) and same_person(name, q[1]) for q in b.people)
    ]


def _one_state(left: str, right: str) -> bool:
    return left == right or not left or not right


def days_apart(a: Telling, b: Telling, near: Near) -> Reason | None:
    """The stated days cannot be one."""
    if a.group in load_kindred().lasting and near.story:
        return None
    gap = _gap(a, b)
    if gap is None or gap <= 0:
        return None
    note = f"{_days(a)} is not {_days(b)}"
    if gap == 1 and a.first == a.last and b.first == b.last and near.story:
        return Reason("next_day", -0.3, note + ", though clocks differ by a day")
    return Reason("days_apart", VETO, note)


def days_meet(a: Telling, b: Telling, near: Near) -> Reason | None:
    """The stated days are one, or one lies in the other."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return None
    if _gap(a, b) != 0:
        return None
    wide = max(a.last - a.first, b.last - b.first)
    if wide == 0:
        return Reason("same_day", 0.4, f"both on {_days(a)}")
    if wide <= 31:
        return Reason("days_overlap", 0.25, f"{_days(a)} and {_days(b)} overlap")
    return Reason("days_overlap", 0.1, f"{_days(a)} and {_days(b)} overlap widely")


def printed_near(a: Telling, b: Telling, near: Near) -> Reason | None:
    """With no day stated, how close in time the reports stand speaks."""
    if _gap(a, b) is not None:
        return None
    left, right = a.source.published, b.source.published
    if a.source.report == b.source.report:
        return None
    first, second = ordinal_day(left.earliest), ordinal_day(right.earliest)
    if first is None or second is None:
        return None
    apart = abs(first - second)
    if apart <= 3:
        weight = 0.05 if a.claim.kind in load_kindred().recurring else 0.15
        return Reason(
            "printed_near",
            weight,
            "printed on one day" if apart == 0 else f"printed {apart} day(s) apart",
        )
    if apart > 30:
        return Reason("printed_far", -0.8, f"printed {apart} days apart, and no day is stated")
    return Reason("printed_apart", -0.2, f"printed {apart} days apart, and no day is stated")


def same_place(a: Telling, b: Telling, near: Near) -> Reason | None:
    """The places are one, one lies in the other, or they are far apart."""
    left, right = a.claim.setting.where, b.claim.setting.where
    if left is None or right is None:
        return None
    if fold(left.name) == fold(right.name):
        return Reason("same_place", 0.3, f"both at {left.name}")
    note = f"{left.name} and {right.name}"
    km = distance_km(left, right)
    lasting = a.group in load_kindred().lasting
    if left.country and right.country and left.country != right.country:
        soft = lasting or _is_bare_again(a, b)
        return Reason("other_country", -0.2 if soft else VETO, f"{note} lie in two countries")
    if lasting or _is_country(left) or _is_country(right) or km is None:
        return Reason("place_within", 0.05, f"{note} may be one place")
    if km > 100:
        return Reason("places_apart", VETO, f"{note} lie {km:.0f} km apart")
    return Reason("places_near", 0.15, f"{note} lie {km:.0f} km apart")


def named_again(a: Telling, b: Telling, near: Near) -> Reason | None:
    """A report that told of a visit or a meeting names it again without its day."""
    if not _is_bare_again(a, b):
        return None
    return Reason("named_again", 0.3, "the same persons, named again in one report without a day")


def _is_bare_again(a: Telling, b: Telling) -> bool:
    """Say whether one of two tellings in a report only names again what the other tells."""
    if a.source.report != b.source.report or a.claim.kind != b.claim.kind or not a.people:
        return False
    undated = a.first is None or b.first is None
    return undated and not _unmatched(a, b) and not _unmatched(b, a)


def numbers_meet(a: Telling, b: Telling, near: Near) -> Reason | None:
    """The numbers of one thing are equal, fit each other, or cannot both hold."""
    pair = first_common(a.claim.setting.quantities, b.claim.setting.quantities)
    if pair is None:
        return None
    left, right = pair
    note = f"“{left.words}” and “{right.words}”"
    if left.low == right.low and left.high == right.high and left.low is not None:
        return Reason("same_number", 0.3, f"{note} are one number")
    if ranges_meet(left, right):
        return Reason("numbers_fit", 0.1, f"{note} fit each other")
    one_report = a.source.report == b.source.report
    grows = a.claim.kind in load_kindred().tolls and near.story and not one_report
    if grows and times_greater(left, right) <= GROWTH:
        return Reason("toll_moves", -0.05, f"{note} may be one toll as it grew")
    soft = near.story and not one_report and a.claim.kind not in load_kindred().tolls
    return Reason("other_number", -0.5 if soft else VETO, f"{note} cannot both hold")


def several_at_once(a: Telling, b: Telling, near: Near) -> Reason | None:
    """One counts several such happenings ("five tests"), the other tells of one."""
    left, right = _counted(a), _counted(b)
    if (left or 1) == (right or 1):
        return None
    return Reason("several_at_once", -0.6, f"{left or 'one'} against {right or 'one'} of its kind")


def _counted(telling: Telling) -> int | None:
    """Return how many happenings of its own kind a telling counts."""
    own = load_kindred().counted
    for quantity in telling.claim.setting.quantities:
        words = fold(quantity.unit or "").split()
        if words and words[-1] in own and (quantity.low or 0) > 1:
            return int(quantity.low or 0)
    return None


def other_saying(a: Telling, b: Telling, near: Near) -> Reason | None:
    """What is said or asked is the happening: without like words it is another."""
    if a.claim.kind.split(".")[0] not in load_kindred().sayings:
        return None
    shared, fewer = len(a.words & b.words), min(len(a.words), len(b.words))
    if fewer and shared >= 3 and shared / fewer >= 0.4:
        return None
    return Reason("other_saying", -0.5, f"the clauses share {shared} of {fewer} words")


def other_ordinal(a: Telling, b: Telling, near: Near) -> Reason | None:
    """One is the third round, the other the fourth."""
    for thing in sorted({t for _, t in a.ordinals} & {t for _, t in b.ordinals}):
        left, right = ({n for n, t in told.ordinals if t == thing} for told in (a, b))
        if left & right:
            return Reason("same_ordinal", 0.3, f"both are {thing} number {min(left & right)}")
        note = f"{thing} number {_list(left)} is not number {_list(right)}"
        return Reason("other_ordinal", VETO, note)
    return None


def same_agreement(a: Telling, b: Telling, near: Near) -> Reason | None:
    """Both tell of one agreement, or of two."""
    if near.left_agreement is None or near.right_agreement is None:
        return None
    if near.left_agreement == near.right_agreement:
        return Reason("same_agreement", 0.5, "both tell of one agreement")
    return Reason("other_agreement", VETO, "they tell of two agreements")


def same_story(a: Telling, b: Telling, near: Near) -> Reason | None:
    """The reports tell one story."""
    if a.source.report == b.source.report:
        return Reason("same_report", 0.3, "both stand in one report")
    if near.story:
        return Reason("same_story", 0.3, "their reports tell one story")
    return None


def shared_words(a: Telling, b: Telling, near: Near) -> Reason | None:
    """The clauses share words, or are copied whole."""
    shared = len(a.words & b.words)
    fewer = min(len(a.words), len(b.words))
    if fewer == 0:
        return None
    share = shared / fewer
    if share > 0.9 and fewer >= 6:
        return Reason("same_words", 0.6, "one clause holds the other's words")
    if shared >= 2 and share >= 0.25:
        return Reason("shared_words", round(0.5 * share, 2), f"the clauses share {shared} words")
    return None


def nothing_particular(a: Telling, b: Telling, near: Near) -> Reason | None:
    """What comes again and again is told twice with no day, place, person or words in common."""
    if a.claim.kind not in load_kindred().recurring or a.people & b.people:
        return None
    if (a.first and b.first) or _same_spot(a, b) or a.ordinals & b.ordinals:
        return None
    if first_common(a.claim.setting.quantities, b.claim.setting.quantities):
        return None
    shared, fewer = len(a.words & b.words), min(len(a.words), len(b.words))
    if shared >= 2 and shared / fewer >= 0.25:
        return None
    return Reason("nothing_particular", -0.2, "no day, place, number, person or words in common")


def _same_spot(a: Telling, b: Telling) -> bool:
    left, right = a.claim.setting.where, b.claim.setting.where
    return left is not None and right is not None and fold(left.name) == fold(right.name)


def other_reality(a: Telling, b: Telling, near: Near) -> Reason | None:
    """One has happened and the other is only wished for, or did not happen."""
    left, right = fold_reality(a), fold_reality(b)
    realities = {a.claim.voice.reality, b.claim.voice.reality}
    if realities == {"happened", "ongoing"} and a.claim.kind in load_kindred().recurring:
        return Reason("habit_or_once", -0.2, "one goes on or comes again, the other happened")
    if left == right:
        return None
    note = f"{a.claim.voice.reality} against {b.claim.voice.reality}"
    if {left, right} == {"real", "planned"}:
        return Reason("planned_then_done", -0.15, note)
    return Reason("other_reality", VETO, note)


def fold_reality(telling: Telling) -> str:
    """Fold realities; what a party denies or will not say is about the happening all the same."""
    voice = telling.claim.voice
    if voice.stance in _ABOUT_THE_REAL:
        return "real"
    return _FOLDED[voice.reality]


_ABOUT_THE_REAL = frozenset(
    ("denied", "neither-confirmed-nor-denied", "not-acknowledged", "no-comment")
)
_FOLDED = {
    "happened": "real",
    "ongoing": "real",
    "planned": "planned",
    "possible": "possible",
    "conditional": "conditional",
    "demanded": "demanded",
    "not-happened": "not",
}

FEATURES: tuple[Feature, ...] = (
    same_kind,
    same_parties,
    other_doer,
    own_act,
    other_reality,
    other_ordinal,
    days_apart,
    same_agreement,
    same_place,
    named_again,
    numbers_meet,
    several_at_once,
    other_saying,
    same_people,
    days_meet,
    printed_near,
    same_story,
    shared_words,
    nothing_particular,
)


def _gap(a: Telling, b: Telling) -> int | None:
    """Return how many days lie between two stated stretches; 0 if they meet, None if open."""
    if (a.first is None and a.last is None) or (b.first is None and b.last is None):
        return None
    if a.first is not None and b.last is not None and a.first > b.last:
        return a.first - b.last
    if b.first is not None and a.last is not None and b.first > a.last:
        return b.first - a.last
    return 0


def _days(telling: Telling) -> str:
    first = iso_day(telling.first) if telling.first else "…"
    last = iso_day(telling.last) if telling.last else "…"
    return first if first == last else f"{first} to {last}"


def _is_country(place: Where) -> bool:
    return bool(place.country) and is_country_name(place.name)


def _list(names: object) -> str:
    return ", ".join(sorted(str(n) for n in names))  # type: ignore[attr-defined]
