"""Reports and whole extractions to and from rows."""

from __future__ import annotations

from foedera.data import Dateline, Days, Extraction, Imprint, Part, Report, ReportWarning, Skip
from foedera.wire.claims import Plover, claim_row, read_claim
from foedera.wire.shapes import Row, at, span
from foedera.wire.speech import attribution_row, read_attribution
from foedera.wire.values import mention_row, read_mention


def _dateline_row(line: Dateline | None) -> Row | None:
    if line is None:
        return None
    return {"place": line.place, "date": line.date, "agency": line.agency, **at(line.span)}


def _read_dateline(row: Row | None) -> Dateline | None:
    if row is None:
        return None
    return Dateline(row["place"], row["date"], row["agency"], span(row))


def days_row(days: Days) -> Row:
    """Write the publication day with its basis."""
    return {"earliest": days.earliest, "latest": days.latest, "basis": days.basis}


def read_days(row: Row) -> Days:
    """Read the publication day back."""
    return Days(row["earliest"], row["latest"], row["basis"])


def report_row(report: Report) -> Row:
    """Write what is known of a report, its text left out; `id` is the input's own name."""
    imprint = report.imprint
    return {
        "id": report.key,
        "report": report.id,
        "outlet": imprint.outlet,
        "url": imprint.url,
        "lang": imprint.lang,
        "inputs_from": list(imprint.inputs_from),
        "title": report.title,
        "dateline": _dateline_row(imprint.dateline),
        "published": days_row(report.published),
        "parts": [{"kind": p.kind, **at(p.span)} for p in report.parts],
    }


def read_report(row: Row, text: str) -> Report:
    """Read a report back; its text is kept beside the row."""
    imprint = Imprint(
        row["outlet"],
        row["url"],
        row["lang"],
        _read_dateline(row["dateline"]),
        tuple(row["inputs_from"]),
    )
    return Report(
        id=row["report"],
        key=row["id"],
        text=text,
        title=row["title"],
        imprint=imprint,
        published=read_days(row["published"]),
        parts=tuple(Part(p["kind"], span(p)) for p in row["parts"]),
    )


def to_row(extraction: Extraction, plover: Plover | None = None) -> Row:
    """Write one report's extraction as the line that `foedera extract` prints."""
    return {
        **report_row(extraction.report),
        "mentions": [mention_row(m) for m in extraction.mentions],
        "attributions": [attribution_row(a) for a in extraction.attributions],
        "claims": [claim_row(c, plover) for c in extraction.claims],
        "skips": [{**at(s.span), "what": s.what, "reason": s.reason} for s in extraction.skips],
        "warnings": [{**at(w.span), "note": w.note} for w in extraction.warnings],
    }


def from_row(row: Row, text: str) -> Extraction:
    """Read an extraction back: `from_row(to_row(x), x.report.text) == x`."""
    report = read_report(row, text)
    return Extraction(
        report,
        tuple(read_mention(m) for m in row["mentions"]),
        tuple(read_attribution(a) for a in row["attributions"]),
        tuple(read_claim(c, report.id) for c in row["claims"]),
        tuple(Skip(span(s), s["what"], s["reason"]) for s in row["skips"]),
        tuple(ReportWarning(span(w), w["note"]) for w in row["warnings"]),
    )
