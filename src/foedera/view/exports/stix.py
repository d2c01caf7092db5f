"""A STIX 2.1 bundle: who takes part, what they do, who denies it, and the words of each telling.

- actors identity, places location
- events incident, tied to those who take part by `related-to` relationships that name the role
- a denial an opinion that disagrees, a refusal to say a neutral one; what is only denied a note,
  never an incident
- agreements grouping, of parties and events

STIX wants times of making: all objects bear the day that the record is asked about, so that equal
records give equal bytes. There is no confidence: the record holds none.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from functools import cache
from typing import Any
from uuid import NAMESPACE_DNS, uuid5

import stix2

from foedera.view.exports.cast import Cast
from foedera.view.exports.choice import Chosen
from foedera.view.exports.places import find_point, find_precision
from foedera.view.exports.standing import (
    Standing,
    day_of,
    find_place,
    find_standing,
    name_outlet,
    name_source,
    quote_claim,
    say_status,
    stance_of,
)
from foedera.view.rows import Row, maps, texts
from foedera.view.words import DOUBTING, country_names, ends, say_days, say_stance

_SPACE = uuid5(NAMESPACE_DNS, "stix.foedera")
_CLASSES = {"person": "individual", "force": "group", "group": "group", "office": "class"}
_OPINIONS = {"denied": "disagree"}
_ROLES = ("actors", "recipients", "participants")


def stix_id(sort: str, *pieces: object) -> str:
    """Name an object by what it stands for, the same in every export.

    >>> stix_id("identity", "PRK") == stix_id("identity", "PRK")
    True
    """
    return f"{sort}--{uuid5(_SPACE, '|'.join((sort, *map(str, pieces))))}"


def write(chosen: Chosen) -> Iterator[str]:
    """Write a bundle, one object a line; each is checked by the library as it is made."""
    objects = Objects(chosen)
    bundle = stix_id("bundle", chosen.day, chosen.choice)
    yield f'{{"type": "bundle", "id": "{bundle}", "objects": ['
    before = "\n"
    for made in objects.all():
        yield f"{before}{made.serialize(sort_keys=True)}"
        before = ",\n"
    yield "\n]}\n"


class Objects:
    """Makes the objects of a bundle, each once."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._cast = Cast(chosen)
        self._stamp = f"{chosen.day}T00:00:00.000Z"
        self._made: set[str] = set()
        self._of_agreement: dict[str, list[str]] = {row["id"]: [] for row in chosen.agreements}

    def all(self) -> Iterator[Any]:
        """Yield identities, then events with their places, opinions and ties, then agreements."""
        for name, row in self._cast.rows.items():
            yield self._identity(name, row)
        for event, claims in self._chosen.told():
            yield from self._event(event, claims)
        for row in self._chosen.agreements:
            yield from self._agreement(row)

    def _make(self, sort: Any, ident: str, /, **values: Any) -> Any:
        held = {key: value for key, value in values.items() if value not in (None, [], "")}
        self._made.add(ident)
        return sort(id=ident, created=self._stamp, modified=self._stamp, **held)

    def _identity(self, name: str, row: Row) -> Any:
        state = row["kind"] == "state" and row.get("country")
        shown = country_names().get(str(row["country"])) if state else None
        return self._make(
            stix2.Identity,
            stix_id("identity", name),
            name=shown or row["name"],
            identity_class=_CLASSES.get(str(row["kind"]), "organization"),
            roles=[str(row["office"])] if row.get("office") else None,
            labels=[str(row["kind"]), *([str(row["country"])] if row.get("country") else [])],
            description="; ".join(texts(row, "also")),
        )

    def _event(self, event: Row, claims: list[Row]) -> Iterator[Any]:
        standing = find_standing(event, claims)
        place = yield from self._location(event["where"])
        parties = self._parties(event)
        make = self._note if standing.is_denied else self._incident
        refs = [*(party for party, _ in parties), *([place] if place else [])]
        made = make(event, claims, standing, refs)
        if made is None:
            return
        yield made
        if event["agreement"] in self._of_agreement:
            self._of_agreement[event["agreement"]].append(made["id"])
        yield from (self._opinion(made["id"], claim) for claim in claims if _doubts(claim))
        if not standing.is_denied:
            yield from (self._tie(made["id"], party, role) for party, role in parties)
            if place:
                yield self._tie(made["id"], place, "where")

    def _parties(self, event: Row) -> list[tuple[str, str]]:
        return [
            (stix_id("identity", name), role.rstrip("s"))
            for role in _ROLES
            for name in self._cast.find_all(list(maps(event, role)))
        ]

    def _incident(self, event: Row, claims: list[Row], standing: Standing, refs: list[str]) -> Any:
        return self._make(
            stix2.Incident,
            stix_id("incident", event["id"]),
            name=standing.mark + self._chosen.headline(event),
            description=_describe(event, claims),
            labels=[str(event["kind"]), standing.word],
            external_references=_references(claims),
        )

    def _note(
        self, event: Row, claims: list[Row], standing: Standing, refs: list[str]
    ) -> Any | None:
        """Make a note of what is only denied; None where it speaks of nobody who is named."""
        if not refs:
            return None
        return self._make(
            stix2.Note,
            stix_id("note", event["id"]),
            abstract=standing.mark + self._chosen.headline(event),
            content=_describe(event, claims),
            object_refs=list(dict.fromkeys(refs)),
            labels=[str(event["kind"]), standing.word],
            external_references=_references(claims),
        )

    def _opinion(self, about: str, claim: Row) -> Any:
        said = name_source(claim) or name_outlet(claim)
        return self._make(
            stix2.Opinion,
            stix_id("opinion", claim["id"]),
            opinion=_OPINIONS.get(claim["stance"], "neutral"),
            authors=[said],
            explanation=f"{said} {say_stance(claim['stance'])}. {quote_claim(claim)}",
            object_refs=[about],
            external_references=_references([claim]),
        )

    def _tie(self, source: str, target: str, role: str) -> Any:
        return self._make(
            stix2.Relationship,
            stix_id("relationship", source, target, role),
            relationship_type="located-at" if role == "where" else "related-to",
            source_ref=source,
            target_ref=target,
            description=role,
        )

    def _location(self, where: Row | None) -> Generator[Any, None, str | None]:
        """Make a place once; yield it and return its id, None where the format has no room for it.

        A place must have a country or a point.
        """
        if where is None:
            return None
        country, point = country_code(where.get("country")), find_point(where)
        if country is None and point is None:
            return None
        name = stix_id("location", where["name"], where.get("country"))
        if name not in self._made:
            yield self._make(
                stix2.Location,
                name,
                name=where["name"],
                country=country,
                longitude=point[0] if point else None,
                latitude=point[1] if point else None,
                labels=[find_precision(where)],
            )
        return name

    def _agreement(self, row: Row) -> Iterator[Any]:
        parties = (self._cast.find_state(code) for code in texts(row, "parties"))
        refs = [stix_id("identity", name) for name in parties if name]
        refs += self._of_agreement[row["id"]]
        if refs:
            yield self._make(
                stix2.Grouping,
                stix_id("grouping", row["id"]),
                name=next(iter(texts(row, "titles")), str(row["kind"])),
                description=f"{row['kind']}, {say_status(row)} on {self._chosen.day}",
                context="agreement",
                object_refs=list(dict.fromkeys(refs)),
                labels=[str(row["kind"]), str(row["status"])],
            )


@cache
def country_code(code: str | None) -> str | None:
    """Return the country as STIX writes it; the record's codes of states are of three letters."""
    return code if code is None or len(code) == 3 else None


def _doubts(claim: Row) -> bool:
    return stance_of(claim) in DOUBTING


def _describe(event: Row, claims: Iterable[Row]) -> str:
    first, last = ends(event["when"])
    days = say_days(event["when"])
    iso = f" ({first or '…'}/{last or '…'})" if first or last else ""
    return "\n".join((f"{event['kind']}, {days}{iso}", *map(quote_claim, claims)))


def _references(claims: Iterable[Row]) -> list[Row]:
    return [
        {
            "source_name": name_outlet(claim),
            "external_id": claim["id"],
            "description": f"“{claim['quote']}” – {find_place(claim)}"
            + (f", {day}" if (day := day_of(claim)) else ""),
            **({"url": claim["source"]["url"]} if claim["source"]["url"] else {}),
        }
        for claim in claims
    ]
