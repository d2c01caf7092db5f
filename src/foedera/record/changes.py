"""What changed between two states of the record: two days of knowledge, or two records.

Wholes are matched by the claims that they share, not by their ids, which may follow from another
claim once more is known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Row: TypeAlias = dict[str, Any]
Pair: TypeAlias = tuple[Row | None, Row | None]


@dataclass(frozen=True, slots=True)
class State:
    """The rows of one state."""

    reports: Sequence[Row]
    agreements: Sequence[Row]
    events: Sequence[Row]


def changes(old: State, new: State) -> Iterator[Row]:
    """Yield what changed: reports, then agreements, then events, each as one row.

    A row names its `type` and `change`, the whole's `id` and how it is `named`, and where a value
    changed the `field` with its `old` and `new` value; `reports` says how many tell it now.
    """
    yield from _reports(old.reports, new.reports)
    for before, after in _matched(old.agreements, new.agreements):
        yield from _whole_or(_agreement, "agreement", before, after)
    for before, after in _matched(old.events, new.events):
        yield from _whole_or(_event, "event", before, after)


def _reports(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Row]:
    before, after = ({row["id"]: row for row in rows} for rows in (old, new))
    for change, here, there in (("new", after, before), ("gone", before, after)):
        for name in sorted(here.keys() - there.keys()):
            row = here[name]
            named = {"key": row["key"], "title": row["title"], "outlet": row["outlet"]}
            yield {"type": "report", "change": change, "id": name, "named": named}


def _matched(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Pair]:
    """Pair each new whole with the old one that it shares most claims with.

    Old ones that pair with none were taken up into others or are gone.
    """
    home = {claim: row["id"] for row in old for claim in row["claims"]}
    by_id = {row["id"]: row for row in old}
    shared = [
        (-count, row["id"], other)
        for row in new
        for other, count in Counter(home[c] for c in row["claims"] if c in home).items()
    ]
    partner: dict[str, str] = {}
    taken: set[str] = set()
    for _, name, other in sorted(shared):
        if name not in partner and other not in taken:
            partner[name] = other
            taken.add(other)
    for row in new:
        yield by_id.get(partner.get(row["id"], "")), row
    yield from ((row, None) for row in old if row["id"] not in taken)


def _whole_or(compare: Any, sort: str, before: Row | None, after: Row | None) -> Iterator[Row]:
    row = after or before or {}
    head = {"type": sort, "id": row["id"], "named": _named(row), "claims": row["claims"]}
    head["reports"] = row["reports"]
    if before is None:
        yield {**head, "change": "new", **_standing(row)}
    elif after is None:
        yield {**head, "change": "gone"}
    else:
        for change in compare(before, after):
            yield {**head, **change}


def _named(row: Row) -> Row:
    """Return what a reader needs to know a whole by."""
    if "titles" in row:
        return {"titles": row["titles"][:1], "parties": row["parties"]}
    names = {side: [_actor(a) for a in row[side]] for side in ("actors", "recipients")}
    return {"kind": row["kind"], **names, "when": row["when"], "reality": row["reality"]}


def _actor(actor: Mapping[str, Any]) -> Row:
    return {"name": actor["name"], "country": actor.get("country"), "kind": actor.get("kind")}


def _standing(row: Row) -> Row:
    return {"new": row["status"]} if "status" in row else {}


def _agreement(old: Row, new: Row) -> Iterator[Row]:
    for field in ("status", "contested", "binding", "kind"):
        yield from _value(field, old[field], new[field])
    states = sorted(old["party_status"].keys() | new["party_status"].keys())
    for state in states:
        held, holds = old["party_status"].get(state), new["party_status"].get(state)
        if held != holds:
            yield {"change": "party", "field": state, "old": held, "new": holds}
    yield from _added("title", old["titles"], new["titles"])
    yield from _steps(old["steps"], new["steps"])
    yield from _duties(old["obligations"], new["obligations"])
    yield from _value("reports", old["reports"], new["reports"])


def _steps(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Row]:
    before = {claim for step in old for claim in step["claims"]}
    for step in new:
        if not before & set(step["claims"]):
            told = {"kind": step["kind"], "when": step["when"], "by": step["by"]}
            yield {"change": "step", "field": "steps", "new": told}
    after = {claim for step in new for claim in step["claims"]}
    for step in old:
        if not after & set(step["claims"]):
            told = {"kind": step["kind"], "when": step["when"], "by": step["by"]}
            yield {"change": "step-gone", "field": "steps", "old": told}


def _duties(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Row]:
    """Yield duties of which no telling was known, and those of which none is left."""
    for name, first, last in (("obligation", old, new), ("obligation-gone", new, old)):
        held = {claim for duty in first for claim in duty["claims"]}
        side = "new" if first is old else "old"
        for duty in last:
            if not held & set(duty["claims"]):
                yield {"change": name, side: label_duty(duty)}


def label_duty(duty: Row) -> str:
    """Name a duty by its kind and its words.

    >>> label_duty({"kind": "trade", "duty": "open its ports"})
    'trade: open its ports'
    """
    return f"{duty['kind']}: {duty['duty']}" if duty.get("duty") else str(duty["kind"])


def _event(old: Row, new: Row) -> Iterator[Row]:
    yield from _value("kind", old["kind"], new["kind"])
    yield from _value("when", _days(old["when"]), _days(new["when"]))
    yield from _value("where", (old["where"] or {}).get("name"), (new["where"] or {}).get("name"))
    yield from _value("reality", old["reality"], new["reality"])
    yield from _numbers(old["quantities"], new["quantities"])
    states = sorted(old["acknowledgement"].keys() | new["acknowledgement"].keys())
    for state in states:
        before, after = old["acknowledgement"].get(state), new["acknowledgement"].get(state)
        if before != after:
            yield {"change": "acknowledgement", "field": state, "old": before, "new": after}
    conflicts = [_conflicts(row["comparison"]) for row in (old, new)]
    yield from _added("conflict", *conflicts)
    yield from _value("origins", old["origins"]["independent"], new["origins"]["independent"])
    yield from _value("reports", old["reports"], new["reports"])


def _days(when: Row | None) -> Row | None:
    return {"earliest": when["earliest"], "latest": when["latest"]} if when else None


def _numbers(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Row]:
    """Compare what is counted, unit by unit."""
    units: dict[str, list[Row | None]] = defaultdict(lambda: [None, None])
    for side, rows in enumerate((old, new)):
        for row in rows:
            units[row.get("unit") or ""][side] = row
    for unit, (before, after) in sorted(units.items()):
        words = [row["words"] if row else None for row in (before, after)]
        if not _same_number(before, after):
            yield {"change": "number", "field": unit, "old": words[0], "new": words[1]}


def _same_number(old: Row | None, new: Row | None) -> bool:
    """Say whether a number stays what it was, however it is written: "three", "Three", "3"."""
    if old is None or new is None:
        return old is new
    worth = [[row.get(name) for name in ("low", "high", "approximate")] for row in (old, new)]
    return worth[0] == worth[1] if any(worth[0][:2]) else old["words"] == new["words"]


def _conflicts(comparisons: Iterable[Row]) -> list[str]:
    return sorted({one["field"] for one in comparisons if one["comparison"] == "conflict"})


def _value(field: str, old: object, new: object) -> Iterator[Row]:
    if old != new:
        yield {"change": "value", "field": field, "old": old, "new": new}


def _added(field: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    yield from ({"change": field, "new": one} for one in new if one not in old)
    yield from ({"change": f"{field}-gone", "old": one} for one in old if one not in new)
