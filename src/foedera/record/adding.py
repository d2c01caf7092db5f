"""An act that a person reads from an official text: a claim over words of that text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from foedera.data import (
    Addition,
    Claim,
    Correction,
    Passage,
    Report,
    Roles,
    Setting,
    Span,
    Title,
    Voice,
)
from foedera.errors import FoederaError
from foedera.kinds import load_kinds
from foedera.measure import content_id
from foedera.merge.corrections import check_value, correct_claim
from foedera.record.overrule import working_in
from foedera.registry import plover_codes
from foedera.store import Store

FIELDS = ("agreement", "actors", "recipients", "when", "where", "reality", "stance")
RULE = "person.add"


def add(
    store: Store,
    act: tuple[str, str, str],
    fields: Mapping[str, str],
    *,
    because: str,
    maker: str,
) -> Addition:
    """Keep an act: its report, its kind and the words that tell it; `fields` are its values."""
    report, kind, quote = act
    held = store.extraction(report).report
    if kind not in load_kinds():
        raise FoederaError(f"There is no kind {kind}. `foedera kinds` lists them.")
    start = held.text.find(quote)
    if not quote.strip() or start < 0:
        raise FoederaError("The words quoted do not stand in the report. Copy them from its text.")
    for field, value in fields.items():
        problem = None if field == "agreement" else check_value(field, value)
        if field not in FIELDS or problem:
            raise FoederaError(f"{problem or f'“{field}” cannot be given'}.")
    claim = _claim(held, kind, Span(start, start + len(quote)), fields)
    made = datetime.now(UTC).isoformat(timespec="seconds")
    addition = Addition(claim.id, claim, because, maker, made)
    with working_in(store, claim.id, [claim.id], [report], reach=True):
        store.add(addition, plover_codes())
    return addition


def _claim(report: Report, kind: str, span: Span, fields: Mapping[str, str]) -> Claim:
    """Make the claim; values are laid over it as corrections are."""
    values = sorted(fields.items())
    name = content_id("added", report.id, kind, span.start, span.end, *values)
    part = next((p.kind for p in report.parts if p.span.start <= span.start < p.span.end), None)
    title = fields.get("agreement")
    bare = Claim(
        id=name,
        report=report.id,
        passage=Passage(span, span, part or "paragraph"),
        kind=kind,
        roles=Roles(),
        setting=Setting(),
        voice=Voice(),
        agreement=Title(title, span) if title else None,
        obligation=None,
        rule=RULE,
    )
    given = [
        Correction("", name, field, value, "", "", "")
        for field, value in values
        if field != "agreement"
    ]
    return correct_claim(bare, given) or bare
