"""A folder of only what one page shows, so that pages are drawn as dossiers are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foedera.view.dossier.folder import Folder, number_claims
from foedera.view.rows import Row, maps, texts
from foedera.view.words import country_names


def make_folder(
    tellings: Sequence[Row],
    *,
    agreements: Iterable[Row] = (),
    events: Iterable[Row] = (),
    on: str | None = None,
    known: str | None = None,
) -> Folder:
    """Lay out some tellings and wholes; the claims are numbered as their reports tell them."""
    held = tuple(events)
    folder = Folder(
        reports={str(one["report"]["id"]): one["report"] for one in tellings},
        claims={str(one["id"]): {**one, "report": one["report"]["id"]} for one in tellings},
        agreements=tuple(agreements),
        events=held,
        origins=(),
        actors=tuple(_people(tellings)),
        disagreements=tuple(
            {**row, "event": event["id"]} for event in held for row in maps(event, "comparison")
        ),
        warnings=(),
        names=country_names(),
        on=on,
        known=known,
    )
    return number_claims(folder, set(folder.claims))


def _people(tellings: Iterable[Row]) -> Iterable[Row]:
    """List the persons of some tellings, each with office and state where a telling gives them."""
    people: dict[str, dict[str, object]] = {}
    for telling in tellings:
        for actor in _named(telling):
            if actor.get("kind") == "person":
                row = people.setdefault(str(actor["name"]), {"kind": "person", "also": ()})
                row["name"] = actor["name"]
                for field in ("office", "country"):
                    row[field] = row.get(field) or actor.get(field)
    return people.values()


def _named(telling: Row) -> list[Row]:
    roles = [a for field in ("actors", "recipients", "participants") for a in maps(telling, field)]
    return roles + [actor for level in telling.get("sources") or () for actor in level]


def drop_unknown(events: Iterable[Row], tellings: Sequence[Row]) -> list[Row]:
    """Keep of events only the claims at hand; an event with none of them goes."""
    held = {str(one["id"]) for one in tellings}
    kept = (
        {**event, "claims": [c for c in texts(event, "claims") if c in held]} for event in events
    )
    return [event for event in kept if event["claims"]]
