"""What the kinds mean to merging: which may tell one happening, which last, which count tolls."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from foedera.lexicons import load_words


@dataclass(frozen=True, slots=True)
class Kindred:
    """The table `lexicons/kindred.yaml`, keyed for look-up."""

    group: dict[str, str]
    lasting: frozenset[str]
    roving: frozenset[str]
    mutual: frozenset[str]
    shared: frozenset[str]
    tolls: frozenset[str]
    holds: dict[str, frozenset[str]]
    own_acts: frozenset[str]
    once: frozenset[str]
    once_a_person: frozenset[str]
    occasions: frozenset[str]
    recurring: frozenset[str]
    serial: frozenset[str]
    frequent: frozenset[str]
    named_acts: frozenset[str]
    sayings: frozenset[str]
    sorts: dict[str, dict[str, frozenset[str]]]
    sites: frozenset[str]
    chambers: dict[str, frozenset[str]]
    ordinals: dict[str, int]
    counted: frozenset[str]
    generic_heads: frozenset[str]
    media_heads: frozenset[str]
    faceless: frozenset[str]
    after_heads: frozenset[str]
    carrying: frozenset[str]
    carried: frozenset[str]
    units: tuple[frozenset[str], ...]
    changing: frozenset[str]
    another: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    edges: frozenset[str]
    waters: frozenset[str]
    turns: frozenset[str]
    common: frozenset[str]
    faceless_doers: frozenset[str]
    state_forces: frozenset[str]
    armed_men: frozenset[str]
    common_offices: frozenset[str]
    same_offices: dict[str, str]
    people: frozenset[str]
    officials: frozenset[str]
    governments: frozenset[str]
    of_groups: frozenset[str]
    bodies: frozenset[str]
    papers: frozenset[str]
    outsiders: frozenset[str]
    anybodys: frozenset[str]
    publics: frozenset[str]
    honours: frozenset[str]
    accords: frozenset[str]
    spokesmen: tuple[str, ...]
    same_words: dict[str, str]
    calendar: frozenset[str]

    def of(self, kind: str) -> str:
        """Return the group under which a kind is compared: its own name unless it has kin."""
        return self.group.get(kind, kind)


def _sets(rows: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in rows.items()}


@cache
def load_kindred() -> Kindred:
    """Read the table."""
    raw = load_words("kindred")
    group = {kind: row[0] for row in raw["groups"] for kind in row}
    return Kindred(
        group=group,
        lasting=frozenset(raw["lasting"]),
        roving=frozenset(raw["roving"]),
        mutual=frozenset(raw["mutual"]),
        shared=frozenset(raw["shared"]),
        tolls=frozenset(raw["tolls"]),
        holds={outer: frozenset(inner) for outer, inner in raw["holds"].items()},
        own_acts=frozenset(raw["own_acts"]),
        once=frozenset(raw["once"]),
        once_a_person=frozenset(raw["once_a_person"]),
        occasions=frozenset(raw["occasions"]),
        recurring=frozenset(raw["recurring"]),
        serial=frozenset(raw["serial"]),
        frequent=frozenset(raw["frequent"]),
        named_acts=frozenset(raw["named_acts"]),
        sayings=frozenset(raw["sayings"]),
        sorts={group: _sets(sorts) for group, sorts in raw["sorts"].items()},
        sites=frozenset(raw["sites"]),
        chambers=_sets(raw["chambers"]),
        ordinals=raw["ordinals"],
        counted=frozenset(raw["counted"]),
        generic_heads=frozenset(raw["generic_heads"]),
        media_heads=frozenset(raw["media_heads"]),
        faceless=frozenset(raw["faceless"]),
        after_heads=frozenset(raw["after_heads"]),
        carrying=frozenset(raw["carrying"]),
        carried=frozenset(raw["carried"]),
        units=tuple(frozenset(row) for row in raw["units"]),
        changing=frozenset(raw["changing"]),
        another=frozenset(raw["another"]),
        definite=frozenset(raw["definite"]),
        indefinite=frozenset(raw["indefinite"]),
        edges=frozenset(raw["edges"]),
        waters=frozenset(raw["waters"]),
        turns=frozenset(raw["turns"]),
        common=frozenset(raw["common"]),
        faceless_doers=frozenset(raw["faceless_doers"]),
        state_forces=frozenset(raw["state_forces"]),
        armed_men=frozenset(raw["armed_men"]),
        common_offices=frozenset(raw["common_offices"]),
        same_offices=raw["same_offices"],
        people=frozenset(raw["people"]),
        officials=frozenset(raw["officials"]),
        governments=frozenset(raw["governments"]),
        of_groups=frozenset(raw["of_groups"]),
        bodies=frozenset(raw["bodies"]),
        papers=frozenset(raw["papers"]),
        outsiders=frozenset(raw["outsiders"]),
        anybodys=frozenset(raw["anybodys"]),
        publics=frozenset(raw["publics"]),
        honours=frozenset(raw["honours"]),
        accords=frozenset(raw["accords"]),
        spokesmen=tuple(raw["spokesmen"]),
        same_words=raw["same_words"],
        calendar=frozenset(raw["calendar"]),
    )
