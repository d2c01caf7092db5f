"""The names of agreements in a report after a decision about one of its claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from foedera.data import Judgement
from foedera.merge.agreements import agreement_id
from foedera.merge.namings import Naming
from foedera.settle.entries import naming_entries
from foedera.settle.live_names import join_names
from foedera.settle.live_told import Told
from foedera.settle.wholes import naming_row, read_naming
from foedera.store import Merging, Store


@dataclass(frozen=True, slots=True)
class Renamed:
    """The names of agreements as they were and are, and the agreement of each claim."""

    old: Sequence[Naming]
    new: Sequence[Naming]
    naming_of: Mapping[str, str]
    """The agreement of each name."""
    agreement_of: Mapping[str, str]
    before: Mapping[str, str]
    """The agreement that each claim named."""
    judgements: Sequence[Judgement]

    @property
    def moved(self) -> set[str]:
        """Return the claims that name another agreement than they did, or none any more."""
        claims = self.before.keys() | self.agreement_of.keys()
        return {c for c in claims if self.before.get(c) != self.agreement_of.get(c)}

    def forget(self, writing: Merging) -> None:
        """Take the names out as they were."""
        names = [naming.id for naming in self.old]
        writing.forget_wholes("naming", names)
        writing.forget_members("naming", names)
        writing.forget_members("agreement", self.moved)
        for naming in self.old:
            writing.forget_entries(naming_entries(naming))

    def write(self, writing: Merging) -> None:
        """Write the names as they are."""
        writing.wholes("naming", ((0, naming_row(naming)) for naming in self.new))
        writing.members("naming", ((n.id, self.naming_of[n.id]) for n in self.new))
        for naming in self.new:
            writing.entries(naming_entries(naming))
        own = ((c, a) for c, a in self.agreement_of.items() if c in self.moved)
        writing.members("agreement", own)


def rename(store: Store, before: Sequence[Told], after: Sequence[Told]) -> Renamed | None:
    """Find the agreement of each name that a decision changed; the others stay where they are.

    None where a name would go by an id that other names still go by.
    """
    told = {name: naming for one in before for name, naming in one.namings.items()}
    known = store.computed_rows("naming", told)
    old = {name: read_naming(row) for name, row in known.items()}
    new = {name: naming for one in after for name, naming in one.namings.items()}
    homes = store.wholes_of("naming", old)
    fresh = [n for n in new.values() if n.id not in homes or _goes_by(n) != _goes_by(old[n.id])]
    without = (old.keys() - new.keys()) | {naming.id for naming in fresh}
    judgements, found = join_names(store, fresh, without)
    if _taken(store, found, judgements, without):
        return None
    naming_of = {name: homes[name] for name in new if name in homes} | found
    return Renamed(
        old=list(old.values()),
        new=list(new.values()),
        naming_of=naming_of,
        agreement_of={c: naming_of[n.id] for n in new.values() for c in n.claims},
        before={c: a for one in before for c, a in one.agreement_of.items()},
        judgements=judgements,
    )


def _goes_by(naming: Naming) -> tuple[str, AbstractSet[str]]:
    return naming.name, naming.words


def _taken(
    store: Store,
    found: Mapping[str, str],
    judgements: Sequence[Judgement],
    without: AbstractSet[str],
) -> bool:
    joined = {name for one in judgements for name in (one.left, one.right)}
    return any(
        agreement == agreement_id([name])
        and name not in joined
        and bool({*store.members_of("naming", agreement, len(without) + 1)} - without)
        for name, agreement in found.items()
    )
