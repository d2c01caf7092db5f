"""A person's decision about a few claims worked at once into a settled record.

The claims of the events concerned are judged anew among themselves, with all that people decided;
what follows from them is assembled anew. Statistics stay those of the last settling, lists of
actors and origins wait for the next one, which recomputes everything in id order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass

from foedera.settle.live_changed import Changed, enter_changed, gather_changed, touched_events
from foedera.settle.live_renamed import Renamed, rename
from foedera.settle.live_scope import Judged, judge_anew
from foedera.settle.live_steps import Stepped, step_anew
from foedera.settle.live_told import Told, note_told
from foedera.settle.lookup import Lookup
from foedera.settle.wholes import place_of_agreement, place_of_event
from foedera.store import Merging, Store

WORKED = "worked"
"""Under which the claims are kept that a decision was judged among, until the next settling."""


@dataclass(frozen=True, slots=True)
class _Work:
    """All that a decision changes."""

    before: Sequence[Told]
    after: Sequence[Told]
    seeds: AbstractSet[str]
    renamed: Renamed
    judged: Judged
    stale: AbstractSet[str]
    changed: Changed
    stepped: Stepped


@contextmanager
def merging_verdict(
    store: Store, name: str, claims: Collection[str], reports: Collection[str] = (), *, reach: bool
) -> Iterator[None]:
    """Work what is decided within about some claims into what a settled record computed.

    `name` is its row's id: taken back, it is judged among the claims that it was judged among.
    `reports` are those whose claims it changes. With `reach`, claims may find events that they
    did not stand in. What reaches too far leaves the record unsettled.
    """
    with store.looking():
        before = [note_told(Lookup(store), report) for report in reports]
    yield
    with store.looking():
        known = store.computed_row(WORKED, name)
        among = frozenset(known["claims"]) if known is not None else None
        work = _look(store, frozenset(claims), before, among=among, reach=reach)
    if work is not None:
        with store.merging() as writing:
            _write(writing, store, work)
            scope = sorted(c for claims in work.judged.old.values() for c in claims)
            writing.wholes(WORKED, [(0, {"id": name, "claims": scope})])


def _look(
    store: Store,
    claims: frozenset[str],
    before: Sequence[Told],
    *,
    among: frozenset[str] | None,
    reach: bool,
) -> _Work | None:
    lookup = Lookup(store)
    after = [note_told(lookup, told.report) for told in before]
    renamed = rename(store, before, after)
    if renamed is None:
        return None
    for told in after:
        lookup.add(told.tellings.values(), {})
    lookup.agreement_of |= renamed.agreement_of
    seeds = set(claims) | renamed.moved
    for old, new in zip(before, after, strict=True):
        seeds |= old.claims ^ new.claims
    homes = {c: e for told in before for c, e in told.event_of.items() if c in seeds}
    judged = judge_anew(lookup, seeds, homes, among=among, touched=bool(before), reach=reach)
    if judged is None:
        return None
    rows, neighbours = touched_events(lookup, judged, before)
    stepped = step_anew(lookup, judged, renamed, rows)
    changed = gather_changed(lookup, judged, before, (rows, neighbours))
    stale = _stale(store, judged, seeds if before else frozenset())
    return _Work(before, after, seeds, renamed, judged, stale, changed, stepped)


def _stale(store: Store, judged: Judged, changed: AbstractSet[str]) -> set[str]:
    """Return the judgements of the rules that were made among these claims."""
    scope = {claim for claims in judged.old.values() for claim in claims} | changed
    return {
        one.id
        for one in store.judgements_about(scope, layer="event")
        if {one.left, one.right} <= scope or {one.left, one.right} & changed
    }


def _write(writing: Merging, store: Store, work: _Work) -> None:
    """Write all that changed; what goes, goes first."""
    judged, stepped = work.judged, work.stepped
    _forget(writing, work)
    writing.judgements([*judged.judgements, *work.renamed.judgements])
    event_of = {c: e for c, e in judged.event_of.items() if e in judged.changed}
    writing.members("event", event_of.items())
    writing.wholes("event", ((place_of_event(row), row) for row in work.changed.events))
    for row in work.changed.neighbours:
        writing.change("event", row)
    work.renamed.write(writing)
    for told in work.after:
        again = {claim: work.renamed.agreement_of.get(claim) for claim in told.tellings}
        writing.entries(told.entries(sorted(work.seeds), again))
    writing.wholes("agreement", ((place_of_agreement(row), row) for row in stepped.rows))
    writing.flush()
    enter_changed(writing, store, work.changed, stepped)
    renumbering = writing.renumbering("report")
    for old, new in zip(work.before, work.after, strict=True):
        renumbering.put(new.report, new.values, set(new.facets), set(old.facets))
    renumbering.close()


def _forget(writing: Merging, work: _Work) -> None:
    judged, held = work.judged, set(work.judged.event_of)
    writing.forget_judgements(work.stale)
    writing.forget_wholes("event", judged.gone)
    scope = {claim for claims in judged.old.values() for claim in claims} | work.seeds
    writing.forget_members("event", scope - held)
    work.renamed.forget(writing)
    for told in work.before:
        writing.forget_entries(told.entries(sorted(work.seeds), told.agreement_of))
    writing.forget_wholes("agreement", work.stepped.gone)
