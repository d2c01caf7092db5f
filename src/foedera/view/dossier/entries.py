"""Lines of a timeline, the people in it, what obliges whom, where tellings differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from foedera.view.dossier.folder import Folder
from foedera.view.dossier.model import Difference, Duty, Entry, Person, Run, Sentence, say
from foedera.view.rows import Row, maps, texts
from foedera.view.sides import write_sides
from foedera.view.words import (
    ISO_DAY,
    STANCES,
    capital,
    count_of,
    join_words,
    say_day,
    say_days,
    say_iso,
    say_kind,
    say_origins,
    say_quantity,
    say_reality,
)


def name_actor(folder: Folder, actor: Row | str) -> str:
    """Name an actor row or a country code."""
    if isinstance(actor, str):
        return folder.name(actor)
    if actor.get("kind") == "state" and actor.get("country"):
        return folder.name(str(actor["country"]))
    return str(actor["name"])


def name_sides(folder: Folder, event: Row) -> str:
    """Say who does it, and to whom: "Chad → Niger", "Chad and Niger"."""
    return write_sides(event, partial(name_actor, folder))


def _distinct(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def title_event(folder: Folder, event: Row) -> str:
    """Give an event a heading: what it is and who is in it.

    The kind's noun stands first, so that the heading holds whatever the reality.
    """
    noun = say_kind(str(event["kind"]))
    sides = name_sides(folder, event)
    if not sides:
        return capital(noun)
    return capital(noun) + (f" {sides}" if sides.startswith("→") else f" · {sides}")


def enter(folder: Folder, row: Row, *, step: bool = False) -> Entry:
    """Make a line of a timeline from an event or a step."""
    tags = [] if row.get("reality", "happened") == "happened" else [say_reality(row["reality"])]
    return Entry(
        days=say_days(row.get("when")),
        title=title_event(folder, row),
        detail=" · ".join(_details(row)),
        tags=tuple(tags + _acknowledged(folder, row)),
        support="; ".join(piece for piece in (_support(row), _follows(row)) if piece),
        cites=folder.cites(texts(row, "claims")),
        step=step and not tags,
        event=str(row.get("event") or row.get("id") or ""),
    )


def _follows(row: Row) -> str:
    """Say what a day follows from, days within written out."""
    return ISO_DAY.sub(lambda match: say_day(match[0]), str(row.get("basis") or ""))


def _details(row: Row) -> list[str]:
    where = row.get("where")
    place = where if isinstance(where, str) else (where or {}).get("name")
    numbers = _distinct(say_quantity(q) for q in maps(row, "quantities"))
    return [str(piece) for piece in (place, *numbers[:4]) if piece]


def _acknowledged(folder: Folder, row: Row) -> list[str]:
    known = row.get("acknowledgement") or {}
    return [f"{folder.name(who)}: {how.replace('-', ' ')}" for who, how in sorted(known.items())]


def _support(row: Row) -> str:
    reports = row.get("reports") or 0
    return f"{count_of(int(reports), 'report')}, {say_origins(row.get('origins'))}"


def list_people(folder: Folder, claims: set[str]) -> tuple[Person, ...]:
    """List the people whom these claims name, the most named first."""
    named: dict[str, set[str]] = {}
    for claim in sorted(claims & folder.claims.keys()):
        for actor in _actors_in(folder.claims[claim]):
            if actor.get("kind") == "person":
                named.setdefault(str(actor["name"]), set()).add(claim)
    people = _merge([p for row in folder.actors if (p := _person(folder, row, named))])
    return tuple(sorted(people, key=lambda p: (-len(p.cites), p.name)))


def _merge(people: Sequence[Person]) -> list[Person]:
    """Join rows of one name, the fuller one first."""
    held: dict[str, Person] = {}
    for person in sorted(people, key=lambda p: (not p.office, not p.state)):
        first = held.get(person.name)
        if first is None:
            held[person.name] = person
        else:
            also = tuple(dict.fromkeys((*first.also, *person.also)))
            cites = tuple(sorted({*first.cites, *person.cites}))
            held[person.name] = replace(first, also=also, cites=cites)
    return list(held.values())


def _actors_in(claim: Row) -> list[Row]:
    fields = ("actors", "recipients", "participants")
    rows = [actor for field in fields for actor in maps(claim, field)]
    return rows + [actor for level in claim.get("sources") or () for actor in level]


def _person(folder: Folder, row: Row, named: dict[str, set[str]]) -> Person | None:
    names = [str(row["name"]), *texts(row, "also")]
    claims = {claim for name in names for claim in named.get(name, ())}
    if row.get("kind") != "person" or not claims:
        return None
    state = folder.name(str(row["country"])) if row.get("country") else ""
    office = str(row.get("office") or "")
    return Person(names[0], office, state, tuple(names[1:]), folder.cites(claims))


DUTY_LINES = (
    ("if", "trigger"),
    ("then", "duty"),
    ("when", "immediacy"),
    ("in return", "conditions"),
)


def list_duties(folder: Folder, agreement: Row) -> tuple[Duty, ...]:
    """Set each obligation of an agreement as a small table."""
    claims = [folder.claims[c] for c in sorted(folder.claims) if folder.claims[c].get("obligation")]
    return tuple(_duty(folder, row, claims) for row in maps(agreement, "obligations"))


def _duty(folder: Folder, row: Row, claims: Sequence[Row]) -> Duty:
    lines: list[tuple[str, Sentence]] = [("kind", say(str(row.get("kind") or "unknown")))]
    lines += [
        (label, say(str(row[key]).removeprefix(f"{label} ")))
        for label, key in DUTY_LINES
        if row.get(key)
    ]
    for label, key in (("binds", "bearers"), ("for", "beneficiaries")):
        if names := [folder.name(code) for code in texts(row, key)]:
            lines.append((label, say(join_words(names))))
    ids = texts(row, "claims") or [str(c["id"]) for c in claims if c["obligation"] == row]
    if cites := folder.cites(ids):
        told = {folder.outlet(str(folder.claims[c]["report"])) for c in ids if c in folder.claims}
        lines.append(("told by", say(join_words(sorted(told)), cite(cites))))
    return Duty(tuple(lines))


def cite(numbers: Iterable[int]) -> tuple[Run, ...]:
    """Turn excerpt numbers into runs."""
    return tuple(Run(str(number), "cite") for number in numbers)


def list_differences(folder: Folder, events: Sequence[Row]) -> tuple[Difference, ...]:
    """List the fields in which tellings of these events differ, conflicts first."""
    by_id = {event["id"]: event for event in events}
    rows = [row for row in folder.disagreements if row.get("event") in by_id]
    rows = [r for r in rows if r["comparison"] != "agree" and len(maps(r, "values")) > 1]
    shown = [_difference(folder, row, by_id[row["event"]]) for row in rows]
    rank = {"conflict": 0, "update": 1, "compatible": 2, "more-precise": 3}
    return tuple(sorted(shown, key=lambda item: (rank.get(item.verdict, 4), item.title)))


def _difference(folder: Folder, row: Row, event: Row) -> Difference:
    values = []
    for value in maps(row, "values"):
        claims = texts(value, "claims")
        told = {
            folder.outlet(str(folder.claims[c]["report"])) for c in claims if c in folder.claims
        }
        cites = folder.cites(claims)
        values.append((say_value(folder, value.get("value")), join_words(sorted(told)), cites))
    title = title_event(folder, event)
    return Difference(title, name_field(folder, row), str(row["comparison"]), tuple(values))


def name_field(folder: Folder, row: Row) -> str:
    """Name a compared field; one that is a state's own names the state."""
    field, _, code = str(row["field"]).partition(":")
    return f"{field} by {folder.name(code)}" if code else field


def say_value(folder: Folder, value: object) -> str:
    """Write any value of a comparison in words."""
    if isinstance(value, dict):
        if "earliest" in value:
            return say_days(value)
        return say_quantity(value) if "bound" in value else str(value.get("name") or value)
    if isinstance(value, list | tuple):
        return join_words(say_value(folder, item) for item in value)
    if value is None:
        return "not said"
    words = say_reality(str(value))
    words = words.replace("-", " ") if value in STANCES else words
    return say_iso(words) or folder.name(words)
