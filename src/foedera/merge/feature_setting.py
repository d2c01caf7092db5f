"""What days, places and numbers say of two tellings: most traps of recurring events lie here."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from foedera.data import Where
from foedera.measure import distance_km
from foedera.merge.kindred import load_kindred
from foedera.merge.names import is_country_name, same_person
from foedera.merge.near import Feature, Found, Near, find, veto
from foedera.merge.numbers import first_common, fit_as_others, ranges_meet, times_greater
from foedera.merge.telling import Telling, fold, iso_day

GROWTH = 4.0
"""How many times greater a toll may become and still be one toll."""
CLOSE = 3
FAR = 30
"""Reports printed so many days apart are as far apart as any."""
_NOT_BOTH = "“{}” and “{}” cannot both hold"


def other_ordinal(a: Telling, b: Telling, near: Near) -> Found | None:
    """One is the third round, the other the fourth."""
    if not a.ordinals or not b.ordinals:
        return None
    for thing in sorted({t for _, t in a.ordinals} & {t for _, t in b.ordinals}):
        left, right = ({n for n, t in told.ordinals if t == thing} for told in (a, b))
        if left & right:
            return find("same_ordinal", "both are {} number {}", thing, min(left & right))
        return veto("other_ordinal", "{} number {} is not number {}", thing, left, right)
    return None


def days_apart(a: Telling, b: Telling, near: Near) -> Found | None:
    """The stated days cannot be one."""
    if a.group in load_kindred().lasting and near.story:
        return None
    gap = gap_in_days(a, b)
    if gap is None or gap <= 0:
        return None
    if gap == 1 and a.first == a.last and b.first == b.last and near.story:
        return find("next_day", "{} is not {}, though clocks differ by a day", _Days(a), _Days(b))
    return veto("days_apart", "{} is not {}", _Days(a), _Days(b))


def days_meet(a: Telling, b: Telling, near: Near) -> Found | None:
    """The stated days are one, or one lies in the other."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return None
    if gap_in_days(a, b) != 0:
        return None
    wide = max(a.last - a.first, b.last - b.first)
    if wide == 0:
        return find("same_day", "both on {}", _Days(a))
    if wide <= 31:
        return find("days_overlap", "{} and {} overlap", _Days(a), _Days(b))
    return find("days_overlap", "{} and {} overlap widely", _Days(a), _Days(b), strength=0.4)


def printed_near(a: Telling, b: Telling, near: Near) -> Found | None:
    """How close in time the reports stand speaks, most of all where no day is stated."""
    apart = printed_apart(a, b)
    if apart is None or a.source.report == b.source.report:
        return None
    if apart > CLOSE and a.first is not None and b.first is not None and gap_in_days(a, b) == 0:
        return None
    return _printed(apart)


@lru_cache(maxsize=4096)
def _printed(apart: int) -> Found:
    """Return the finding, which is made but once for so many days."""
    if apart == 0:
        return find("printed_near", "printed on one day")
    if apart <= CLOSE:
        return find("printed_near", "printed {} day(s) apart", apart)
    return find("printed_far", "printed {} days apart", apart, strength=min(apart, FAR) / FAR)


def printed_apart(a: Telling, b: Telling) -> int | None:
    """Return how many days lie between the days on which two reports were printed."""
    first, second = a.source.printed, b.source.printed
    return None if first is None or second is None else abs(first - second)


def same_place(a: Telling, b: Telling, near: Near) -> Found | None:
    """The places are one, one lies in the other, or they are far apart."""
    left, right = a.claim.setting.where, b.claim.setting.where
    if left is None or right is None:
        return None
    if fold(left.name) == fold(right.name):
        return find(
            "same_place", "both at {}", left.name, strength=0.5 if _is_country(left) else 1.0
        )
    names = left.name, right.name
    km = distance_km(left, right)
    lasting = a.group in load_kindred().lasting
    if left.country and right.country and left.country != right.country:
        if lasting or is_bare_again(a, b):
            return find("countries_differ", "{} and {} lie in two countries", *names)
        return veto("other_country", "{} and {} lie in two countries", *names)
    if lasting or _is_country(left) or _is_country(right) or km is None:
        return find("place_within", "{} and {} may be one place", *names)
    if km > 100:
        return veto("places_apart", "{} and {} lie {:.0f} km apart", *names, km)
    return find("places_near", "{} and {} lie {:.0f} km apart", *names, km)


def numbers_meet(a: Telling, b: Telling, near: Near) -> Found | None:
    """The numbers of one thing are equal, fit each other, or cannot both hold."""
    numbers = a.claim.setting.quantities, b.claim.setting.quantities
    pair = first_common(*numbers) if all(numbers) else None
    if pair is None:
        return None
    left, right = pair
    words = left.words, right.words
    if left.low == right.low and left.high == right.high and left.low is not None:
        return find("same_number", "“{}” and “{}” are one number", *words)
    tolls = a.claim.kind in load_kindred().tolls
    elsewhere = near.story and a.source.report != b.source.report
    if ranges_meet(left, right) or (tolls and fit_as_others(left, right)):
        one = tolls and elsewhere
        return find("one_toll" if one else "numbers_fit", "“{}” and “{}” fit each other", *words)
    if tolls and elsewhere and times_greater(left, right) <= GROWTH:
        return find("toll_moves", "“{}” and “{}” may be one toll as it grew", *words)
    if elsewhere and not tolls:
        return find("numbers_differ", _NOT_BOTH, *words)
    if persons_undergoing_once(a, b):  # "the envoy and three other men", "four men"
        return None
    return veto("other_number", _NOT_BOTH, *words)


def several_at_once(a: Telling, b: Telling, near: Near) -> Found | None:
    """One counts several such happenings ("five tests"), the other tells of one."""
    if not a.claim.setting.quantities and not b.claim.setting.quantities:
        return None
    left, right = _counted(a), _counted(b)
    if (left or 1) == (right or 1):
        return None
    return find("several_at_once", "{} against {} of its kind", left or "one", right or "one")


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
    left, right = undergoing(a), undergoing(b)
    return [
        name
        for state, name in left
        if any(_one_state(state, q[0]) and same_person(name, q[1]) for q in right)
    ]


def undergoing(telling: Telling) -> list[tuple[str, str]]:
    """Return the named persons, with their states, to whom something is done."""
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


class _Days(NamedTuple):
    """The days of a telling, written where a note is asked for."""

    of: Telling

    def __str__(self) -> str:
        first = iso_day(self.of.first) if self.of.first else "…"
        last = iso_day(self.of.last) if self.of.last else "…"
        return first if first == last else f"{first} to {last}"

    def __format__(self, how: str) -> str:
        return format(str(self), how)


def _is_country(place: Where) -> bool:
    return bool(place.country) and is_country_name(place.name)
