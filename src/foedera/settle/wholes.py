"""Computed wholes as the rows that the store caches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from foedera.data import Event
from foedera.merge.namings import Naming
from foedera.merge.origins import Chain, OriginList
from foedera.merge.people import ActorList
from foedera.merge.rows import event_row
from foedera.merge.summary import agreement_cache
from foedera.merge.telling import Telling, ordinal_day
from foedera.merge.world import Joined, World
from foedera.settle.tellings import named_in

Row: TypeAlias = dict[str, Any]

UNDATED = 10**7
_MOST = 2000


def place_of_event(row: Row) -> int:
    """Return where an event stands: by its day, undated ones last."""
    when = row["when"] or {}
    return ordinal_day(when.get("earliest") or when.get("latest")) or UNDATED


def place_of_agreement(row: Row) -> int:
    """Return where an agreement stands: those of most reports first, then of most claims."""
    reports, claims = int(row["reports"]), len(row["claims"])
    return -(min(reports, _MOST) * 10**6 + min(claims, 10**6 - 1))


def numbered(rows: Iterable[Row]) -> Iterator[tuple[int, Row]]:
    """Number rows that have no name of their own, in the order they come."""
    for place, row in enumerate(rows):
        yield place, {"id": f"{place:08d}", **row}


def bare_event_row(
    event: Event,
    tellings: Mapping[str, Telling],
    chains: Mapping[str, Chain],
    *,
    uncopied: bool = False,
) -> Row:
    """Write an event; what it holds and what holds it is written later."""
    row = event_row(event, tellings, chains, uncopied=uncopied)
    return {**row, "contains": [], "part_of": []}


_SETS = ("words", "parties", "years", "acts", "sides", "clauses", "rows")


def naming_row(naming: Naming) -> Row:
    """Write a name of an agreement, so that later ones can be compared with it."""
    row = {name: getattr(naming, name) for name in Naming.__dataclass_fields__}
    return {k: sorted(v) if isinstance(v, frozenset) else v for k, v in row.items()}


def read_naming(row: Row) -> Naming:
    """Read a name of an agreement back."""
    sets = {name: frozenset(row[name]) for name in _SETS}
    signed = tuple(row["signed"]) if row["signed"] else None
    rows = {name: tuple(row[name]) for name in ("claims", "orders")}
    return Naming(**{**row, **sets, **rows, "signed": signed})


def source_rows(known: Mapping[str, str]) -> Iterator[tuple[int, Row]]:
    """Write the name that each source goes by, under its folded name."""
    return ((0, {"id": folded, "name": name}) for folded, name in sorted(known.items()))


def holders(parts: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Turn what events hold into what holds them."""
    found: dict[str, list[str]] = defaultdict(list)
    for outer, inner in parts.items():
        for one in inner:
            found[one].append(outer)
    return found


def event_rows(world: World) -> Iterator[Row]:
    """Write all events in time, undated ones last, with what holds what."""
    outer_of = holders(world.parts)
    rows = (bare_event_row(event, world.tellings, world.chains) for event in world.events)
    for row in sorted(rows, key=lambda row: (place_of_event(row), row["id"])):
        held = {"contains": list(world.parts.get(row["id"], ()))}
        yield {**row, **held, "part_of": sorted(outer_of.get(row["id"], ()))}


def agreement_caches(world: World, joined: Joined) -> list[Row]:
    """Write all agreements, those of most reports first."""
    rows = [agreement_cache(world, a, joined.copy_of) for a in world.agreements]
    return sorted(rows, key=lambda row: (place_of_agreement(row), row["id"]))


def actor_rows(world: World) -> list[Row]:
    """List who acts and who speaks in the claims."""
    listed = ActorList()
    for telling in world.tellings.values():
        for actor in named_in(telling):
            listed.add(telling.id, actor)
    return list(listed.rows())


def origin_listing(world: World) -> list[Row]:
    """List the first sources with those that cite them and those they feed."""
    listed = OriginList()
    for telling in world.tellings.values():
        listed.add(world.chains[telling.id])
        listed.feed(telling.source.outlet or telling.source.report, telling.source.inputs_from)
    return listed.rows()
