"""A new report among those that it shares rare words and days with: its story, copies, day."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from foedera.data import Days, Judgement, ReportWarning
from foedera.merge.copies import Text, find_copies, shingle
from foedera.merge.doubts import doubt_captions
from foedera.merge.publication import Inferred, digest, infer_days
from foedera.merge.stories import DAYS, count_words, join_stories
from foedera.merge.telling import Source, ordinal_day
from foedera.merge.vectors import Telltale, telltale, weigh_words
from foedera.settle.entries import NO_DAY, key, lead_words
from foedera.settle.lookup import Lookup
from foedera.settle.reports import dated, doubt_rows, doubt_undated, parts_of
from foedera.settle.tellings import Row, read_source
from foedera.store import Entry, Store

OTHERS = 24
"""A new report is compared with so many of those that share its rare words."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a new report stands among the others."""

    source: Source
    story: str
    original: str | None
    inferred: Days | None
    judgements: list[Judgement]
    warnings: list[Row]
    entries: list[Entry]


def place_report(store: Store, lookup: Lookup, report: str) -> Placed:
    """Find a new report's story, original and day."""
    (head, text), *_ = store.reports_in([report])
    source = read_source(head)
    learnt = _Learnt(store)
    own = telltale(report, ordinal_day(source.published.earliest), head["title"], text)
    leads = learnt.leads(own)
    others = _read(lookup, _others(store, own, leads))
    tales = [own, *(other.telltale for other in others)]
    joined, story_of = join_stories(weigh_words(count_words(tales), learnt.of(tales)))
    together = {r for r, story in story_of.items() if story == story_of[report]} - {report}
    story = _story(store, report, joined, together)
    texts = [shingle(report, source.outlet, text), *(other.shingled for other in others)]
    copies = [j for j in find_copies(texts) if report in (j.left, j.right)]
    doubts = list(doubt_captions(text, parts_of(head)))
    inferred = Inferred({}, [])
    if source.published.earliest is None and source.published.latest is None:
        digests = [digest(o.report, read_source(o.head).published, o.text) for o in others]
        digests.append(digest(report, source.published, text))
        inferred = infer_days(digests, dict.fromkeys((report, *together), story))
        doubts.append(_undated(report, inferred.days.get(report), inferred.judgements))
    day = inferred.days.get(report)
    at = own.day or NO_DAY
    return Placed(
        source=dated(source, day),
        story=story,
        original=_original(store, report, copies),
        inferred=day,
        judgements=[
            *(j for j in joined if report in (j.left, j.right)),
            *copies,
            *(j for j in inferred.judgements if report in (j.left, j.right)),
        ],
        warnings=[*_noted(store, report), *doubt_rows(report, doubts)],
        entries=[(key("word", word), at, report) for word in leads],
    )


@dataclass(frozen=True, slots=True)
class _Other:
    """A report that a new one is compared with, read for that once for many."""

    report: str
    head: Row
    text: str
    telltale: Telltale
    shingled: Text


def _read(lookup: Lookup, reports: Sequence[str]) -> list[_Other]:
    """Read reports with what they are compared by, in order of their ids."""
    known: dict[str, _Other] = lookup.kept.reports.of(reports)
    rows = lookup.store.reports_in(set(reports) - known.keys())
    fresh = {head["report"]: _other(head, text) for head, text in rows}
    lookup.kept.reports.keep(fresh)
    known |= fresh
    lookup.take_reports((known[name].head, known[name].text) for name in known)
    return [known[name] for name in sorted(known)]


def _other(head: Row, text: str) -> _Other:
    report, day = head["report"], ordinal_day(head["published"]["earliest"])
    told = telltale(report, day, head["title"], text)
    return _Other(report, head, text, told, shingle(report, head["outlet"], text))


class _Learnt:
    """In how many reports words stood when the record was last settled, looked up once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._reports = store.count_reports()
        self._held: dict[str, int] = {}

    def of(self, tales: Sequence[Telltale]) -> tuple[Mapping[str, int], int]:
        """Return the counts of all words of some reports."""
        words = {word for tale in tales for word in tale.views["body"]}
        missing = words - self._held.keys()
        held = self._store.held_in(missing) if missing else {}
        self._held |= {word: held.get(word, 1) for word in missing}
        return self._held, self._reports

    def leads(self, own: Telltale) -> list[str]:
        """Return the weightiest words of a report."""
        return lead_words(weigh_words(count_words([own]), self.of([own])), 0)


def _others(store: Store, own: Telltale, leads: Sequence[str]) -> list[str]:
    """Return the reports of these days that share most of the words that lead."""
    keys = [key("word", word) for word in leads]
    first, last = (0, 10**7) if own.day is None else (own.day - DAYS, own.day + DAYS)
    shared = store.sharing(keys, first, last)
    if own.day is not None:
        for name, count in store.sharing(keys, NO_DAY, NO_DAY).items():
            shared[name] = count
    shared.pop(own.report, None)
    return sorted(shared, key=lambda name: (-shared[name], name))[:OTHERS]


def _story(store: Store, report: str, joined: Sequence[Judgement], together: set[str]) -> str:
    """Return the story of the report that the new one is tied to most, else its own."""
    story_of = store.wholes_of("story", together)
    near = [
        (-j.score, other)
        for j in joined
        for other in (j.left, j.right)
        if report in (j.left, j.right) and other in story_of
    ]
    if near:
        return story_of[min(near)[1]]
    return min(story_of.values(), default=report)


def _original(store: Store, report: str, copies: Sequence[Judgement]) -> str | None:
    others = sorted({name for j in copies for name in (j.left, j.right)} - {report})
    if not others:
        return None
    known = store.wholes_of("copy", others)
    return min(known.get(other, other) for other in others)


def _undated(report: str, day: Days | None, judgements: Sequence[Judgement]) -> ReportWarning:
    notes = [j.reasons[0].note for j in judgements if report in (j.left, j.right)]
    return doubt_undated(day, notes[0] if notes else None)


def _noted(store: Store, report: str) -> list[Row]:
    noted = json.loads(store.found_row(report))["warnings"]
    return [{"report": report, **warning} for warning in noted]
