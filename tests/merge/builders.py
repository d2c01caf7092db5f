"""Claims made by hand, for tests of merging that need no extraction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from foedera.data import (
    Actor,
    Claim,
    Dateline,
    Days,
    Extraction,
    Imprint,
    Obligation,
    Part,
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

STATES = {"RVA": "Ravania", "OST": "Ostmark", "LUR": "Luria"}
"""States that no map shows."""


def actor(
    name: str, country: str | None = None, kind: Any = None, office: str | None = None
) -> Actor:
    if name in STATES:
        return Actor(STATES[name], name, "state", None, Span(0, 0))
    return Actor(name, country, kind or "person", office, Span(0, 0))


def when(days: str | None, words: str = "") -> When | None:
    if days is None:
        return None
    first, _, last = days.partition("/")
    last = last or first
    precision = "day" if first == last else "month"
    return When(first, last, precision, words, Span(0, 0), Timex("DATE", first))


def quantity(low: float | None, high: float | None, words: str, unit: str = "soldiers") -> Quantity:
    bound: Any = "=" if low == high else ">" if high is None else "range"
    return Quantity(low or high, bound, low, high, "some" in words, unit, words, Span(0, 0))


def report(
    text: str, *, outlet: str = "Herald", day: str | None = "2031-05-08", key: str = "", **more: Any
) -> Report:
    line = more.get("dateline")
    imprint = Imprint(
        outlet=outlet,
        dateline=Dateline(line, day, outlet, Span(0, 0)) if line else None,
        inputs_from=tuple(more.get("inputs_from", ())),
    )
    name = content_id("report", outlet, text)
    published = Days(day, day, "given" if day else "unknown")
    parts = (Part("paragraph", Span(0, len(text))),)
    return Report(name, key or name, text, more.get("title"), imprint, published, parts)


def claim(source: Report, words: str, kind: str, **more: Any) -> Claim:
    """Make a claim that stands at `words` in a report."""
    start = source.text.index(words)
    span = Span(start, start + len(words))
    trigger = source.text.index(more.get("trigger", words[:4]), start)
    title = more.get("agreement")
    where = more.get("where")
    return Claim(
        id=content_id(source.id, kind, span.start, span.end, more.get("stance", "")),
        report=source.id,
        passage=Passage(
            span,
            Span(trigger, trigger + len(more.get("trigger", words[:4]))),
            more.get("part", "paragraph"),
        ),
        kind=kind,
        roles=Roles(
            tuple(_actors(more.get("actors", ()))),
            tuple(_actors(more.get("recipients", ()))),
            tuple(_actors(more.get("participants", ()))),
        ),
        setting=Setting(
            more.get("when"),
            Where(*where[:2], *(where[2:] or (None, None)), Span(0, 0)) if where else None,
            tuple(more.get("quantities", ())),
        ),
        voice=Voice(
            more.get("reality", "happened"),
            more.get("stance", "asserted"),
            tuple(tuple(_actors(level)) for level in more.get("sources", ())),
            more.get("passing", False),
        ),
        agreement=Title(title, span) if title else None,
        obligation=more.get("obligation"),
        rule=more.get("rule", "by.hand"),
    )


def _actors(names: Sequence[str | Actor]) -> list[Actor]:
    return [name if isinstance(name, Actor) else actor(name) for name in names]


def extraction(source: Report, *claims: Claim) -> Extraction:
    return Extraction(source, claims=claims)


def defence(*bearers: str) -> Obligation:
    return Obligation("defence", "armed attack on a party", "send help", "at once", bearers)
