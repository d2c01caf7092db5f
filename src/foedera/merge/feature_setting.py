"""What days, places and numbers say of two tellings: most traps of recurring events lie here."""

from __future__ import annotations

from foedera.data import Reason, Where
from foedera.measure import distance_km
from foedera.merge.kindred import load_kindred
from foedera.merge.names import is_country_name, same_person
from foedera.merge.near import Feature, Near, find, list_names, veto
from foedera.merge.numbers import first_common, ranges_meet, times_greater
from foedera.merge.telling import Telling, fold, iso_day, ordinal_day

GROWTH = 4.0
"""How many times greater a toll may become and still be one toll."""
CLOSE = 3
FAR = 30
"""Reports printed so many days apart are as far apart as any."""


def other_ordinal(a: Telling, b: Telling, near: Near) -> Reason | None:
    """One is the third round, the other the fourth."""
    for thing in sorted({t for _, t in a.ordinals} & {t for _, t in b.ordinals}):
        left, right = ({n for n, t in told.ordinals if t == thing} for told in (a, b))
        if left & right:
            return find("same_ordinal", f"both are {thing} number {min(left & right)}")
        note = f"{thing} number {list_names(left)} is not number {list_names(right)}"
        return veto("other_ordinal", note)
    return None


def days_apart(a: Telling, b: Telling, near: Near) -> Reason | None:
    """The stated days cannot be one."""
    if a.group in load_kindred().lasting and near.story:
        return None
    gap = gap_in_days(a, b)
    if gap is None or gap <= 0:
        return None
    note = f"{_days(a)} is not {_days(b)}"
    if gap == 1 and a.first == a.last and b.first == b.last and near.story:
        return find("next_day", note + ", though clocks differ by a day")
    return veto("days_apart", note)


def days_meet(a: Telling, b: Telling, near: Near) -> Reason | None:
    """The stated days are one, or one lies in the other."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return None
    if gap_in_days(a, b) != 0:
        return None
    wide = max(a.last - a.first, b.last - b.first)
    if wide == 0:
        return find("same_day", f"both on {_days(a)}")
    if wide <= 31:
        return find("days_overlap", f"{_days(a)} and {_days(b)} overlap")
    return find("days_overlap", f"{_days(a)} and {_days(b)} overlap widely", 0.4)


def printed_near(a: Telling, b: Telling, near: Near) -> Reason | None:
    """How close in time the reports stand speaks, most of all where no day is stated."""
    apart = printed_apart(a, b)
    if apart is None or a.source.report == b.source.report:
        return None
    if apart <= CLOSE:
        days = "on one day" if apart == 0 else f"{apart} day(s) apart"
        return find("printed_near", f"printed {days}")
    dated = a.first is not None and b.first is not None and gap_in_days(a, b) == 0
    if dated:
        return None
    return find("printed_far", f"printed {apart} days apart", min(apart, FAR) / FAR)


def printed_apart(a: Telling, b: Telling) -> int | None:
    """Return how many days lie between the days on which two reports were printed."""
    left, right = a.source.published.earliest, b.source.published.earliest
    first, second = ordinal_day(left), ordinal_day(right)
    return None if first is None or second is None else abs(first - second)


def same_place(a: Telling, b: Telling, near: Near) -> Reason | None:
    """The places are one, one lies in the other, or they are far apart."""
    left, right = a.claim.setting.where, b.claim.setting.where
    if left is None or right is None:
        return None
    if fold(left.name) == fold(right.name):
        return find("same_place", f"both at {left.name}", 0.5 if _is_country(left) else 1.0)
    note = f"{left.name} and {right.name}"
    km = distance_km(left, right)
    lasting = a.group in load_kindred().lasting
    if left.country and right.country and left.country != right.country:
        if lasting or is_bare_again(a, b):
            return find("countries_differ", f"{note} lie in two countries")
        return veto("other_country", f"{note} lie in two countries")
    if lasting or _is_country(left) or _is_country(right) or km is None:
        return find("place_within", f"{note} may be one place")
    if km > 100:
        return veto("places_apart", f"{note} lie {km:.0f} km apart")
    return find("places_near", f"{note} lie {km:.0f} km apart")


def numbers_meet(a: Telling, b: Telling, near: Near) -> Reason | None:
    """The numbers of one thing are equal, fit each other, or cannot both hold."""
    pair = first_common(a.claim.setting.quantities, b.claim.setting.quantities)
    if pair is None:
        return None
    left, right = pair
    note = f"“{left.words}” and “{right.words}”"
    if left.low == right.low and left.high == right.high and left.low is not None:
        return find("same_number", f"{note} are one number")
    tolls = a.claim.kind in load_kindred().tolls
    elsewhere = near.story and a.source.report != b.source.report
    if ranges_meet(left, right):
        one = tolls and elsewhere
        return find("one_toll" if one else "numbers_fit", f"{note} fit each other")
    if tolls and elsewhere and times_greater(left, right) <= GROWTH:
        return find("toll_moves", f"{note} may be one toll as it grew")
    if elsewhere and not tolls:
        return find("numbers_differ", f"{note} cannot both hold")
    if persons_undergoing_once(a, b):  # "the envoy and three other men", "four men"
        return None
    return veto("other_number", f"{note} cannot both hold")


def several_at_once(a: Telling, b: Telling, near: Near) -> Reason | None:
    """One counts several such happenings ("five tests"), the other tells of one."""
    left, right = _counted(a), _counted(b)
    if (left or 1) == (right or 1):
        return None
    return find("several_at_once", f"{left or 'one'} against {right or 'one'} of its kind")


def _counted(telling: Telling) -> int | None:
    """Return how many happenings of its own kind a telling counts."""
    own = load_kindred().counted
    for quantity in telling.claim.setting.quantities:
        words = fold(quantity.unit or "").split()
        if words and words[-1] in own and (quantity.low or 0) > 1:
            return int(quantity.low or 0)
    return None


SETTING_FEATURES: tuple[Feature, ...] = (
    other_ordinal,
    days_apart,
    same_place,
    numbers_meet,
    several_at_once,
    days_meet,
    printed_near,
)


def is_bare_again(a: Telling, b: Telling) -> bool:
    """Say whether one of two tellings in a report only names again what the other tells."""
    if a.source.report != b.source.report or a.claim.kind != b.claim.kind or not a.people:
        return False
    undated = a.first is None or b.first is None
    return undated and not unmatched_people(a, b) and not unmatched_people(b, a)


def persons_undergoing_once(a: Telling, b: Telling) -> list[str]:
    """Return the named persons whom both tellings tell to undergo what befalls a person once."""
    table = load_kindred()
    if a.claim.kind != b.claim.kind or a.claim.kind not in table.once_a_person:
        return []
    apart = printed_apart(a, b)
    if a.claim.kind != "harm.kill" and (apart is None or apart > FAR):
        return []
    left, right = _undergoing(a), _undergoing(b)
    return [
        name
        for state, name in left
        if any(_one_state(state, q[0]) and same_person(name, q[1]) for q in right)
    ]


def _undergoing(telling: Telling) -> list[tuple[str, str]]:
    roles = telling.claim.roles
    named = roles.recipients or (roles.actors if telling.claim.kind == "unrest.resignation" else ())
    return [
        (actor.country or "", fold(actor.name))
        for actor in named
        if actor.kind == "person" and sum(w[:1].isupper() for w in actor.name.split()) > 1
    ]


def unmatched_people(a: Telling, b: Telling) -> list[str]:
    """Return the persons of one telling who can be none of the other's."""
    return [
        name
        for state, name in a.people
        if not any(_one_state(state, q[0]) and same_person(name, q[1]) for q in b.people)
    ]


def _one_state(left: str, right: str) -> bool:
    return left == right or not left or not right


def gap_in_days(a: Telling, b: Telling) -> int | None:
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
