"""What a record knew on a day: the same joins, only the reports published by then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from foedera.data import Days
from foedera.merge.telling import Source
from foedera.merge.world import Joined, assemble
from foedera.settle import (
    actor_rows,
    load_tellings,
    origin_listing,
    read_source,
    trace_all,
)
from foedera.store import Store

Row: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """Who acts and speaks, and who cites whom, over a set of reports."""

    actors: list[Row]
    origins: list[Row]


def know(store: Store, day: str) -> Known:
    """Compute over the reports published by a day; a report of unknown day is left out."""
    dated = dated_sources(store)
    tellings = list(load_tellings(store, {r: dated[r] for r in reports_by(store, day)}))
    world = assemble(tellings, trace_all(tellings), load_joined(store))
    return Known(actors=actor_rows(world), origins=origin_listing(world))


def reports_by(store: Store, day: str) -> frozenset[str]:
    """Return the reports published by a day; one of unknown day is left out."""
    return frozenset(r for r, s in dated_sources(store).items() if _is_out(s.published, day))


def dated_sources(store: Store) -> dict[str, Source]:
    """Return all reports with the days that were inferred for them."""
    inferred = inferred_days(store)
    sources = {head["report"]: read_source(head) for head in store.heads()}
    return {
        report: replace(source, published=inferred.get(report, source.published))
        for report, source in sources.items()
    }


def inferred_days(store: Store) -> dict[str, Days]:
    """Return the publication days that settling inferred."""
    return {
        row["id"]: Days(row["earliest"], row["latest"], row["basis"])
        for row in store.computed("day")
    }


def last_day(store: Store) -> str:
    """Return the day of the last report, as of which a question without a day is answered."""
    frame = store.computed_row("frame", "last")
    return str(frame["day"]) if frame else "9999-12-31"


def load_joined(store: Store) -> Joined:
    """Return who belongs together, as settling found it."""
    return Joined(
        event_of=store.members("event"),
        agreement_of=store.members("agreement"),
        story_of=store.members("story"),
        copy_of=store.members("copy"),
    )


def _is_out(published: Days, day: str) -> bool:
    return published.latest is not None and published.latest <= day
