"""What tells apart two that one party does: of what sort it is, by which body, in whose company."""

from __future__ import annotations

from foedera.merge.kindred import load_kindred
from foedera.merge.near import Feature, Found, Near, find, veto
from foedera.merge.telling import Telling

MEETINGS = frozenset(("diplomacy.meet", "diplomacy.call"))


def other_sort(a: Telling, b: Telling, near: Near) -> Found | None:
    """One is a nuclear test, the other one of a missile; warships were sent, or troops."""
    if not a.sorts or not b.sorts or a.sorts & b.sorts:
        return None
    return veto("other_sort", "one is told of {}, the other of {}", a.sorts, b.sorts)


def other_chamber(a: Telling, b: Telling, near: Near) -> Found | None:
    """Each chamber of a parliament votes and asks for itself; two may meet."""
    if not a.chambers or not b.chambers or a.chambers & b.chambers:
        return None
    if a.group in load_kindred().mutual:
        return None
    about = a.chambers, b.chambers
    return veto("other_chamber", "the {} chamber in one, the {} in the other", *about)


def other_company(a: Telling, b: Telling, near: Near) -> Found | None:
    """Whom one party meets or calls is of another state in each: it sees many on one day."""
    if a.group not in MEETINGS or not a.parties & b.parties:
        return None
    left, right = a.parties - b.parties, b.parties - a.parties
    if not left or not right or not all(map(str.isupper, left | right)):
        return None
    return find("other_company", "one with {}, the other with {}", left, right)


WHICH_FEATURES: tuple[Feature, ...] = (other_sort, other_chamber, other_company)
