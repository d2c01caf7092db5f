"""Scores actors and recipients against events with roles (RAMS, WikiEvents).

A gold event counts where foedera has a kind for it (`argument_kinds.yaml`). It is matched by a
claim of such a kind whose trigger overlaps the gold trigger. On matched events a role is right
where the gold argument's head word, its last word before any "of", stands in the name or in
the words of an actor that the claim has in that role.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, TypeAlias

import yaml

Row: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mapped:
    """One prefix of a gold type with the kinds and roles that answer it."""

    type: str
    kinds: frozenset[str]
    roles: Mapping[str, frozenset[str]]


@cache
def load_mapping() -> tuple[Mapped, ...]:
    """Read the mapping from gold types to kinds and roles."""
    rows = yaml.safe_load((resources.files(__package__) / "argument_kinds.yaml").read_text("utf8"))
    return tuple(
        Mapped(
            row["type"],
            frozenset(row["kinds"]),
            {"actors": frozenset(row["actor"]), "recipients": frozenset(row["recipient"])},
        )
        for row in rows
    )


def score_arguments(gold: Iterable[Row], system: Iterable[Row]) -> dict[str, float]:
    """Return events counted, the share matched, and how often each role's head is found."""
    out = {row["id"]: row for row in system}
    seen: Counter[Any] = Counter()
    for row in gold:
        for event, mapped in _mapped_events(row):
            seen["events"] += 1
            claim = _matching(event, mapped, row, out.get(row["id"], {}))
            if claim is not None:
                seen["matched"] += 1
                _count_roles(seen, event, mapped, row=row, claim=claim)
    figures = {"events": float(seen["events"])}
    figures["matched"] = seen["matched"] / max(1, seen["events"])
    for role in ("actors", "recipients"):
        figures[f"{role} head recall"] = seen[role, "hit"] / max(1, seen[role, "gold"])
        figures[f"{role} asked"] = float(seen[role, "gold"])
    return figures


def _mapped_events(row: Row) -> Iterator[tuple[Row, Mapped]]:
    for event in row["gold"]:
        name = event["event"].lower()
        mapped = next((m for m in load_mapping() if name.startswith(m.type)), None)
        if mapped is not None:
            yield event, mapped


def _matching(event: Row, mapped: Mapped, row: Row, system: Row) -> Row | None:
    spans = [(m.start(), m.end()) for m in re.finditer(re.escape(event["trigger"]), row["text"])]
    for claim in system.get("claims") or ():
        start, end = claim["trigger"]
        if claim["kind"] in mapped.kinds and any(a < end and start < b for a, b in spans):
            return dict(claim)
    return None


def _count_roles(seen: Counter[Any], event: Row, mapped: Mapped, *, row: Row, claim: Row) -> None:
    for role, names in mapped.roles.items():
        wanted = [head(a["text"]) for a in event["args"] if a["role"].lower() in names]
        if wanted:
            have = _words_of(claim, role, row["text"])
            seen[role, "gold"] += 1
            seen[role, "hit"] += any(w in have for w in wanted)


def head(phrase: str) -> str:
    """Return the head word of a noun phrase, near enough.

    >>> head("the president of Peru")
    'president'
    """
    return re.split(r"\s+(?:of|in|from|to)\s+", phrase.strip())[0].split()[-1].lower()


def _words_of(claim: Row, role: str, text: str) -> set[str]:
    actors = list(claim.get(role) or ())
    said = [f"{a['name']} {text[a['start'] : a['end']]}" for a in actors]
    return set(re.findall(r"[\w'-]+", " ".join(said).lower()))
