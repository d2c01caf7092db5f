"""Every sentence that tells a claim, quoted in its place, claims numbered in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from foedera.view.dossier.entries import name_actor
from foedera.view.dossier.folder import Folder
from foedera.view.dossier.model import Bit, Doubt, Excerpt, Source, Telling
from foedera.view.quote import marked_spans, name_part, part_of, sentence_frame
from foedera.view.rows import Row, texts
from foedera.view.words import (
    DOUBTING,
    ISO_DAY,
    join_words,
    say_day,
    say_days,
    say_kind,
    say_reality,
    say_who_stands,
)

Frame = tuple[int, int]


def list_sources(folder: Folder) -> tuple[Source, ...]:
    """List the reports that numbered claims come from, in the order of the numbers."""
    chosen = sorted(folder.numbers, key=lambda claim: folder.numbers[claim])
    rows = [folder.claims[claim] for claim in chosen]
    grouped = groupby(rows, key=lambda claim: str(claim["report"]))
    return tuple(_source(folder, report, list(claims)) for report, claims in grouped)


def _source(folder: Folder, report: str, claims: list[Row]) -> Source:
    row = folder.reports[report]
    days = row.get("published") or {}
    link = row.get("url")
    return Source(
        anchor=f"r-{report}",
        outlet=folder.outlet(report),
        title=str(row.get("title") or ""),
        day=say_days(days),
        basis=str(days.get("basis") or "unknown"),
        fed_by=tuple(texts(row, "inputs_from")),
        link=str(link) if str(link or "").startswith(("https://", "http://")) else None,
        shares=_shares(folder, report),
        excerpts=_excerpts(folder, row, claims),
    )


def _shares(folder: Folder, report: str) -> tuple[str, ...]:
    """Name the reports that share this one's text, by outlet and day."""
    others = (folder.reports[other] for other in folder.copies.get(report, ()))
    return tuple(
        f"{folder.outlet(str(row['id']))}, {say_days(row.get('published'), short=True)}"
        for row in others
    )


def _excerpts(folder: Folder, report: Row, claims: Sequence[Row]) -> tuple[Excerpt, ...]:
    """Quote each sentence once, however many claims stand in it."""
    framed: list[tuple[Frame, list[Row]]] = []
    for claim in claims:
        frame = frame_of(report, (claim["start"], claim["end"]))
        if framed and frame[0] < framed[-1][0][1]:
            held = framed[-1]
            framed[-1] = ((min(held[0][0], frame[0]), max(held[0][1], frame[1])), held[1])
            held[1].append(claim)
        else:
            framed.append((frame, [claim]))
    return tuple(_excerpt(folder, report, frame, held) for frame, held in framed)


def frame_of(report: Row, span: Frame) -> Frame:
    """Return the sentence around a span of a report."""
    part = part_of(report, span[0])
    text = str(report["text"])
    bounds = (part["start"], max(part["end"], span[1])) if part else (0, len(text))
    return sentence_frame(text, span, bounds)


def _excerpt(folder: Folder, report: Row, frame: Frame, claims: Sequence[Row]) -> Excerpt:
    text = str(report["text"])
    spans = [span for claim in claims for span in marked_spans(text, claim)]
    opens: dict[int, list[int]] = {}
    for claim in claims:
        opens.setdefault(claim["trigger"][0], []).append(folder.numbers[str(claim["id"])])
    bounds = [(int(claim["start"]), int(claim["end"])) for claim in claims]
    bits = cut_bits(text, frame, (bounds, spans), opens)
    place = name_part(report, int(claims[0]["start"]))
    return Excerpt(place, bits, tuple(_telling(folder, claim) for claim in claims))


def cut_bits(
    text: str, frame: Frame, layers: Sequence[Sequence[Frame]], opens: dict[int, list[int]]
) -> tuple[Bit, ...]:
    """Cut a frame into bits: a bit weighs as much as the highest layer that covers it."""
    low, high = frame
    inner = [edge for layer in layers for span in layer for edge in span] + list(opens)
    edges = sorted({low, high, *(edge for edge in inner if low < edge < high)})
    bits: list[Bit] = []
    for start, end in pairwise(edges):
        weight = _weight(start, end, layers)
        numbers = tuple(opens.get(start, ()))
        words = " ".join(text[start:end].split("\n"))
        if bits and bits[-1].weight == weight and not numbers:
            bits[-1] = Bit(bits[-1].text + words, weight, bits[-1].numbers)
        else:
            bits.append(Bit(words, weight, numbers))
    return tuple(bits)


def _weight(start: int, end: int, layers: Sequence[Sequence[Frame]]) -> int:
    covered = (
        depth
        for depth, layer in enumerate(layers, 1)
        if any(low <= start and end <= high for low, high in layer)
    )
    return max(covered, default=0)


def _telling(folder: Folder, claim: Row) -> Telling:
    stance = str(claim.get("stance") or "asserted")
    return Telling(
        number=folder.numbers[str(claim["id"])],
        claim=str(claim["id"]),
        kind=say_kind(str(claim["kind"])),
        voice=_say_voice(folder, claim, stance),
        reality=say_reality(claim.get("reality")),
        doubting=stance in DOUBTING,
    )


def _say_voice(folder: Folder, claim: Row, stance: str) -> str:
    levels = [[name_actor(folder, a) for a in level] for level in claim.get("sources") or ()]
    if not levels:
        plain = stance in ("asserted", "confirmed")
        return "own voice" if plain else f"own voice, {stance.replace('-', ' ')}"
    told, above = say_who_stands(levels[-1], stance), [join_words(level) for level in levels[:-1]]
    return f"{told}, as {join_words(above, 'by')} has it" if above else told


def list_doubts(folder: Folder, reports: set[str] | None = None) -> tuple[Doubt, ...]:
    """List warnings about these reports (all by default), their words in place."""
    by_key = {str(row["key"]): row for row in folder.reports.values()} | folder.reports
    doubts = []
    for row in folder.warnings:
        report = by_key.get(str(row["report"]))
        if report and (reports is None or report["id"] in reports):
            doubts.append(_doubt(folder, report, row))
    return tuple(dict.fromkeys(doubts))


def _doubt(folder: Folder, report: Row, row: Row) -> Doubt:
    start, end = int(row.get("start") or 0), int(row.get("end") or 0)
    outlet = folder.outlet(str(report["id"]))
    note = ISO_DAY.sub(lambda match: say_day(match[0]), str(row["note"]))
    if end <= start:
        return Doubt(outlet, (), note)
    bits = cut_bits(str(report["text"]), frame_of(report, (start, end)), ((), ((start, end),)), {})
    return Doubt(f"{outlet}, {name_part(report, start)}", bits, note)
