"""What settling finds out about reports by their texts: copies, stories, days, doubts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from foedera import wire
from foedera.data import Days, Judgement, Part, ReportWarning, Span, Verdict
from foedera.merge.copies import Text, originals, sharing_pairs
from foedera.merge.doubts import doubt_captions, doubt_day
from foedera.merge.groups import Groups
from foedera.merge.publication import Digest, digest, infer_days
from foedera.merge.sharing import (
    Prose,
    judge_pairs,
    learn_furniture,
    prose_of,
    read_wording,
    shingle_wording,
)
from foedera.merge.stories import join_stories
from foedera.merge.telling import Source, ordinal_day
from foedera.merge.vectors import Counted, Vectors, telltale, weigh_words
from foedera.settle.tellings import Row, Verdicts, read_source
from foedera.settle.wordings import Wordings
from foedera.store import Store

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known of all reports before their claims are judged."""

    sources: Mapping[str, Source]
    story_of: Mapping[str, str]
    copy_of: Mapping[str, str]
    days: Mapping[str, Days]
    judgements: list[Judgement]
    warnings: list[Row]
    vectors: list[Vectors]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What is kept of all texts: none of them whole."""

    sources: dict[str, Source]
    texts: list[Text]
    counted: list[Counted]
    doubts: dict[str, list[ReportWarning]]


def judge_reports(store: Store, verdicts: Verdicts) -> Ground:
    """Go through all texts once and judge which are copies and which tell one story."""
    with Wordings() as wordings:
        shelf = _read_shelf(store, wordings)
        copies = _judge_copies(shelf, wordings)
    shelf.texts.clear()
    vectors = weigh_words(shelf.counted.pop())
    stories, story_of = join_stories(vectors)
    story_of = _overrule(story_of, verdicts["story"])
    inferred = infer_days(_digests(store, shelf.sources, story_of), story_of)
    withdrawn = {r for pair, v in verdicts["day"].items() if v == "different" for r in pair}
    days = {r: d for r, d in inferred.days.items() if r not in withdrawn}
    because = {r: j.reasons[0].note for j in inferred.judgements for r in (j.left, j.right)}
    sources = {r: dated(s, days.get(r)) for r, s in shelf.sources.items()}
    first_seen = {r: (s.published.earliest or "9999", r) for r, s in sources.items()}
    return Ground(
        sources=sources,
        story_of=story_of,
        copy_of=originals(_judged_by_people(copies, verdicts["copy"]), first_seen),
        days=days,
        judgements=[*copies, *stories, *inferred.judgements],
        warnings=list(_warnings(store, shelf, days, because)),
        vectors=[vectors],
    )


def _judged_by_people(
    copies: Sequence[Judgement], verdicts: Mapping[tuple[str, str], Verdict]
) -> list[Judgement]:
    """Lay what people said of two reports' texts over what the rules said; the rules' rows stay."""
    return [
        replace(one, verdict=verdicts.get((one.left, one.right), one.verdict))
        if one.layer == "copy"
        else one
        for one in copies
    ]


def _judge_copies(shelf: _Shelf, wordings: Wordings) -> list[Judgement]:
    """Read the reports that share text side by side, and judge what they share."""

    def read(report: str) -> Prose:
        return prose_of(report, shelf.sources[report].outlet, wordings.get(report))

    furniture = learn_furniture(shelf.texts)
    pairs = side_by_side(sharing_pairs(shelf.texts), shelf.sources)
    return sorted(judge_pairs(pairs, furniture, read), key=lambda j: (j.left, j.right))


def side_by_side(
    pairs: Sequence[tuple[str, str]], sources: Mapping[str, Source]
) -> list[tuple[str, str]]:
    """Put pairs in an order in which most reports need be read but once.

    Reports that hang together by shared text come one after the other, whatever lies between
    their days; of many, those of the same days.
    """
    chains = Groups(sorted({report for pair in pairs for report in pair}), keep=1)
    for pair in pairs:
        chains.join(*pair)

    def place(pair: tuple[str, str]) -> tuple[str, ...]:
        printed = (sources[report].published.earliest or "" for report in pair)
        return chains.root(pair[0]), *sorted(printed, reverse=True), *pair

    return sorted(pairs, key=place)


def _read_shelf(store: Store, wordings: Wordings) -> _Shelf:
    counted = Counted()
    shelf = _Shelf({}, [], [counted], {})
    for head, (report, text) in zip(store.heads(), store.texts(), strict=True):
        source = read_source(head)
        day = ordinal_day(source.published.earliest)
        shelf.sources[report] = source
        wording = read_wording(text)
        wordings.put(report, wording)
        shelf.texts.append(shingle_wording(report, source.outlet, text, wording))
        counted.add(telltale(report, day, head["title"], text))
        doubts = list(doubt_captions(text, parts_of(head)))
        if doubts:
            shelf.doubts[report] = doubts
    return shelf


def _digests(
    store: Store, sources: Mapping[str, Source], story_of: Mapping[str, str]
) -> list[Digest]:
    """Return what dates the reports without a day: digests of the stories that hold one."""
    undated = [r for r, s in sources.items() if s.published.earliest is None]
    stories = {story_of[report] for report in undated}
    wanted = sorted(report for report, story in story_of.items() if story in stories)
    return [
        digest(head["report"], sources[head["report"]].published, text)
        for start in range(0, len(wanted), _BATCH)
        for head, text in store.reports_in(wanted[start : start + _BATCH])
    ]


def parts_of(head: Row) -> Iterator[Part]:
    """Read the parts of a report."""
    return (Part(p["kind"], Span(p["start"], p["end"])) for p in head["parts"])


def dated(source: Source, days: Days | None) -> Source:
    """Give a report the day that was inferred for it, if one was."""
    return source if days is None else replace(source, published=days)


def _overrule(
    story_of: Mapping[str, str], verdicts: Mapping[tuple[str, str], Verdict]
) -> dict[str, str]:
    """Move a report out of a story where a person says so."""
    changed = dict(story_of)
    for (left, right), verdict in sorted(verdicts.items()):
        if verdict == "different" and changed.get(left) == changed.get(right):
            changed[right] = right
        elif verdict == "same" and left in changed and right in changed:
            changed[right] = changed[left]
    return changed


def _warnings(
    store: Store, shelf: _Shelf, days: Mapping[str, Days], because: Mapping[str, str]
) -> Iterator[Row]:
    """Yield the doubts that reading noted, and those that the caption and the day raise."""
    noted = dict(store.noted())
    for report in sorted(shelf.sources):
        yield from ({"report": report, **warning} for warning in noted.get(report, ()))
        doubts = list(shelf.doubts.get(report, ()))
        published = shelf.sources[report].published
        if published.earliest is None and published.latest is None:
            doubts.append(doubt_undated(days.get(report), because.get(report)))
        yield from doubt_rows(report, doubts)


def doubt_undated(day: Days | None, because: str | None) -> ReportWarning:
    """Return the doubt about a report that bears no day."""
    return doubt_day((day.earliest or "", day.latest or "") if day else None, because)


def doubt_rows(report: str, doubts: Iterable[ReportWarning]) -> Iterator[Row]:
    """Write doubts about a report."""
    for doubt in doubts:
        yield {
            "report": report,
            "start": doubt.span.start,
            "end": doubt.span.end,
            "note": doubt.note,
        }


def day_rows(days: Mapping[str, Days]) -> Iterator[Row]:
    """Write the inferred days."""
    return ({"id": report, **wire.days_row(day)} for report, day in sorted(days.items()))


def frame_rows(sources: Mapping[str, Source]) -> list[Row]:
    """Return the last day of publication: the day that a question without one asks about."""
    printed = [s.published.latest for s in sources.values() if s.published.latest]
    return [{"id": "last", "day": max(printed)}] if printed else []
