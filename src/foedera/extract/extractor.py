"""Runs the extract modules over a report, in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from foedera.data import Attribution, Days, Extraction, Mention, Report, Sentence, Skip
from foedera.extract.actors import find_actors
from foedera.extract.attribution import find_attributions as find_speech
from foedera.extract.claims import ClaimFinder
from foedera.extract.places import find_places
from foedera.extract.quantities import find_quantities
from foedera.extract.state_claims import with_state_acts
from foedera.extract.time_warnings import find_clock_warnings
from foedera.extract.times import find_times
from foedera.extract.titles import find_titles
from foedera.gazetteer import load_gazetteer
from foedera.kinds import Kind, load_kinds
from foedera.measure import days_between

Mentions: TypeAlias = Sequence[Mention]
FindMentions: TypeAlias = Callable[[Report, Sequence[Sentence], Mentions], list[Mention]]
FindAttributions: TypeAlias = Callable[
    [Report, Sequence[Sentence], Mentions], tuple[list[Attribution], list[Skip]]
]


def _quantities(report: Report, sentences: Sequence[Sentence], found: Mentions) -> list[Mention]:
    times = [m.span for m in found if m.kind == "time"]
    return find_quantities(report.text, sentences, taken=times)


def _times(report: Report, sentences: Sequence[Sentence], _: Mentions) -> list[Mention]:
    return find_times(report.text, sentences, report.published)


def _actors(report: Report, sentences: Sequence[Sentence], _: Mentions) -> list[Mention]:
    return find_actors(report, sentences, load_gazetteer())


def _places(report: Report, sentences: Sequence[Sentence], found: Mentions) -> list[Mention]:
    actors = [m for m in found if m.kind == "actor"]
    return find_places(report, sentences, load_gazetteer(), actors)


def _titles(report: Report, sentences: Sequence[Sentence], _: Mentions) -> list[Mention]:
    return find_titles(report, sentences)


FINDERS: tuple[FindMentions, ...] = (_times, _quantities, _actors, _places, _titles)


class Extractor:
    """Reads mentions, then attributions, then claims; each step sees those before it."""

    def __init__(
        self,
        kinds: Mapping[str, Kind] | None = None,
        *,
        find_mentions: Sequence[FindMentions] = FINDERS,
        find_attributions: FindAttributions = find_speech,
    ) -> None:
        self._claims = ClaimFinder(load_kinds() if kinds is None else kinds)
        self._find_mentions = tuple(find_mentions)
        self._find_attributions = find_attributions

    def extract(self, report: Report, sentences: Sequence[Sentence]) -> Extraction:
        """Read one report's sentences into an Extraction."""
        written = _as_written(report)
        mentions: list[Mention] = []
        for find in self._find_mentions:
            mentions += find(written, sentences, mentions)
        mentions.sort(key=lambda m: (m.span.start, m.span.end, m.kind))
        attributions, skips = self._find_attributions(written, sentences, mentions)
        claims, unread = self._claims.find(written, sentences, mentions, attributions)
        claims = with_state_acts(written, sentences, mentions, claims)
        return Extraction(
            report=report,
            mentions=tuple(mentions),
            attributions=tuple(attributions),
            claims=tuple(claims),
            skips=(*skips, *unread),
            warnings=tuple(find_clock_warnings(written, sentences, mentions)),
        )


def _as_written(report: Report) -> Report:
    """Set a report back to its dateline's day, where a paper printed it the day after.

    Its "today" is the day it was written on.
    """
    line, out = report.imprint.dateline, report.published
    if line is None or line.date is None or out.latest is None or out.basis != "text":
        return report
    if days_between(line.date, out.latest) != 1:
        return report
    return replace(report, published=Days(line.date, line.date, "dateline"))
