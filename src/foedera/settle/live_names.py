"""The names of agreements in a new report among those that the record holds."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from foedera.data import Judgement
from foedera.merge.agreements import agreement_id
from foedera.merge.events import computed_judgement, score
from foedera.merge.naming_joins import FACES, SAME, naming_keys, weigh_namings
from foedera.merge.namings import Naming
from foedera.merge.near import VETO
from foedera.settle.entries import NO_DAY, key
from foedera.settle.wholes import read_naming
from foedera.store import Store

NEAR = 12
"""A name is compared with so many of each block."""


def join_names(
    store: Store, namings: Sequence[Naming], without: AbstractSet[str] = frozenset()
) -> tuple[list[Judgement], dict[str, str]]:
    """Find the agreement of each name; return judgements and the agreement of each naming.

    Names `without` which to look are those that the record no longer tells so.
    """
    found: dict[str, str] = {}
    judgements = []
    for naming in namings:
        judgement, agreement = _join(store, naming, found, (namings, without))
        found[naming.id] = agreement
        judgements += [judgement] if judgement else []
    return judgements, found


def _join(
    store: Store,
    naming: Naming,
    found: dict[str, str],
    known: tuple[Sequence[Naming], AbstractSet[str]],
) -> tuple[Judgement | None, str]:
    own, without = known
    day = naming.printed or NO_DAY
    near = {
        member
        for pieces in naming_keys(naming)
        for member in store.near(key("naming", *pieces), day, NEAR)
    } - without
    others = {row["id"]: read_naming(row) for row in store.computed_rows("naming", near).values()}
    others |= {one.id: one for one in own if one.id in found}
    homes = {**store.wholes_of("naming", others), **found}
    weighed = sorted(
        (-score(reasons), other, reasons)
        for other, one in others.items()
        if other in homes and score(reasons := weigh_namings(naming, one)) >= SAME
    )
    for _, other, reasons in weighed:
        if _open(store, naming, homes[other], without):
            pair = naming.id, other
            return computed_judgement("agreement", pair, "same", reasons), homes[other]
    return None, agreement_id([naming.id])


def _open(store: Store, naming: Naming, agreement: str, without: AbstractSet[str]) -> bool:
    """Say whether no veto stands between a name and the first names of an agreement."""
    faces = {*store.members_of("naming", agreement, FACES)} - without
    rows = store.computed_rows("naming", faces).values()
    return all(score(weigh_namings(naming, read_naming(row))) > VETO for row in rows)
