"""Runs the extract modules over a report, in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from foedera.data import Attribution, Extraction, Mention, Report, Sentence, Skip
from foedera.extract.actors import find_actors
from foedera.extract.attribution import find_attributions as find_speech
from foedera.extract.claims import ClaimFinder
from foedera.extract.places import find_places
from foedera.extract.quantities import find_quantities
from foedera.extract.titles import find_titles
from foedera.gazetteer import load_gazetteer
from foedera.kinds import Kind, load_kinds

FindMentions: TypeAlias = Callable[[Report, Sequence[Sentence]], list[Mention]]
FindAttributions: TypeAlias = Callable[
    [Report, Sequence[Sentence], Sequence[Mention]], tuple[list[Attribution], list[Skip]]
]


def _quantities(report: Report, sentences: Sequence[Sentence]) -> list[Mention]:
    return find_quantities(report.text, sentences)


def _actors_and_places(report: Report, sentences: Sequence[Sentence]) -> list[Mention]:
    gazetteer = load_gazetteer()
    actors = find_actors(report, sentences, gazetteer)
    return actors + find_places(report, sentences, gazetteer, actors)


FINDERS: tuple[FindMentions, ...] = (_quantities, _actors_and_places, find_titles)


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
        mentions = [m for find in self._find_mentions for m in find(report, sentences)]
        mentions.sort(key=lambda m: (m.span.start, m.span.end, m.kind))
        attributions, skips = self._find_attributions(report, sentences, mentions)
        claims, unread = self._claims.find(report, sentences, mentions, attributions)
        return Extraction(
            report=report,
            mentions=tuple(mentions),
            attributions=tuple(attributions),
            claims=tuple(claims),
            skips=(*skips, *unread),
        )
