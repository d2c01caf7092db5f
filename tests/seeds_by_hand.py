"""The two seed reports with their claims as two careful readers wrote them down.

The answers stand outside the project and are read when a test runs.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from foedera.data import (
    Actor,
    Claim,
    Extraction,
    Obligation,
    Passage,
    Quantity,
    Report,
    Roles,
    Setting,
    Span,
    Timex,
    Title,
    Voice,
    When,
    Where,
)
from foedera.measure import content_id
from foedera.read import read_paths

SHARED = Path(os.environ.get("FOEDERA_SHARED", Path(__file__).parents[2] / "shared"))
PART_OF = {"Moscow": "RUS", "Pyongyang": "PRK", "Kursk": "RUS"}


def present() -> bool:
    return (SHARED / "gold" / "seeds" / "record.yaml").exists()


@cache
def answers() -> dict[str, Any]:
    return dict(yaml.safe_load((SHARED / "gold" / "seeds" / "record.yaml").read_text("utf8")))


def extractions() -> list[Extraction]:
    gold = yaml.safe_load((SHARED / "gold" / "seeds" / "claims.yaml").read_text("utf8"))
    rows = {row["report"]: row["claims"] for row in gold}
    made = []
    for report in read_paths([SHARED / "seeds"]):
        assert isinstance(report, Report)
        claims = rows[Path(report.key).name]
        kept = [_claim(report, row) for row in claims if _wanted(report, row)]
        made.append(Extraction(report, claims=tuple(sorted(kept, key=lambda c: c.passage.span))))
    return made


def _wanted(report: Report, row: dict[str, Any]) -> bool:
    """Take all claims but the optional, and of these the one that the headline makes."""
    start = report.text.index(row["quote"])
    headline = any(
        p.kind == "headline" and p.span.start <= start < p.span.end for p in report.parts
    )
    return headline or not row.get("optional")


def _claim(report: Report, row: dict[str, Any]) -> Claim:
    start = report.text.index(row["quote"])
    span = Span(start, start + len(row["quote"]))
    kind = row["kind"][0]
    people = [_person(name, row) for name in row.get("people", ())]
    return Claim(
        id=content_id(report.id, kind, span.start, span.end),
        report=report.id,
        passage=Passage(span, span, row.get("part", "paragraph")),
        kind=kind,
        roles=Roles(
            (*_actors(row.get("actors", _both(kind))), *people),
            _actors(row.get("recipients", ())),
            (),
            None,
            tuple(row.get("items", ())),
        ),
        setting=Setting(_when(row.get("when")), _where(row.get("where")), _numbers(row)),
        voice=Voice(
            row.get("reality") or "happened",
            row["stance"],
            tuple(_level(level) for level in row.get("sources") or ()),
        ),
        agreement=_title(report, span) if kind.startswith("agreement.") else None,
        obligation=_obligation(row.get("obligation")),
        rule="by.hand",
    )


def _both(kind: str) -> list[str]:
    """An optional claim about an agreement names no doers: its parties."""
    return list(answers()["agreement"]["parties"]) if kind.startswith("agreement.") else []


def _person(name: str, row: dict[str, Any]) -> Actor:
    people = {one["name"]: one for one in answers()["people"]}
    for one in answers()["people"]:
        people.update(dict.fromkeys(one.get("also", ()), one))
    one = people.get(name, {})
    return Actor(name, one.get("state"), "person", one.get("office"), Span(0, 0))


def _actors(names: list[str]) -> tuple[Actor, ...]:
    return tuple(_actor(name) for name in names)


def _actor(name: str) -> Actor:
    if re.fullmatch("[A-Z]{3}", name) and name != "EFE":
        return Actor(name, name, "state", None, Span(0, 0))
    if name in {one["root"] for one in answers()["origins"]} or "media" in name or "report" in name:
        return Actor(name, None, "outlet", None, Span(0, 0))
    if "Ministry" in name:
        return Actor(name, "RUS", "organisation", None, Span(0, 0))
    if name[:1].isupper() and " " in name:
        return _person(name, {})
    return Actor(name, None, "group", None, Span(0, 0))


def _level(level: Any) -> tuple[Actor, ...]:
    names = [level] if isinstance(level, str) else level
    return tuple(_actor(name.split("|")[0]) for name in names)


def _when(days: list[Any] | None) -> When | None:
    if not days:
        return None
    first, last = (None if day in (None, "~") else str(day) for day in days)
    precision = "day" if first == last else "interval"
    return When(first, last, precision, "", Span(0, 0), Timex("DATE", first or ""))


def _where(name: str | None) -> Where | None:
    if name is None:
        return None
    country = name if re.fullmatch("[A-Z]{3}", name) else PART_OF.get(name)
    return Where(name, country, None, None, Span(0, 0))


def _numbers(row: dict[str, Any]) -> tuple[Quantity, ...]:
    one = row.get("quantity")
    if not one:
        return ()
    low, high = one.get("low"), one.get("high")
    low = low[0] if isinstance(low, list) else low
    words = re.search(r"(?:some|more than|thousands)[^,.]{0,40}", row["quote"])
    return (
        Quantity(
            one.get("value", low), one.get("bound", "="), low, high, one["approximate"],
            one["unit"], words[0] if words else "", Span(0, 0),
        ),
    )  # fmt: skip


def _title(report: Report, span: Span) -> Title:
    """Take the name of an agreement in the claim's words, else the last before it."""
    names = "|".join(sorted(map(re.escape, answers()["agreement"]["titles"]), key=len)[::-1])
    found = [*re.finditer(f"{names}|treaty|pact|agreement|document", report.text)]
    inside = [m for m in found if span.start <= m.start() < span.end]
    near = min(inside or found, key=lambda m: abs(m.start() - span.start))
    return Title(near[0], Span(near.start(), near.end()))


def _obligation(row: dict[str, Any] | None) -> Obligation | None:
    if row is None:
        return None
    return Obligation(
        row["kind"], row["trigger"], row["duty"], row["immediacy"], tuple(row["bearers"])
    )
