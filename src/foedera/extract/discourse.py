"""Who has been spoken of in a report so far, and in which part of its sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from foedera.data import Actor, Mention, Report, Sentence
from foedera.extract.actor_words import words as word_list
from foedera.gazetteer import Gazetteer
from foedera.gazetteer.names import tokens
from foedera.tree import children, conjuncts

SUBJECT, OBJECT, OTHER = 2, 1, 0
_CLIMB = frozenset({"appos", "compound", "conj", "nmod", "flat"})
_ROLES = {"nsubj": SUBJECT, "nsubjpass": SUBJECT, "dobj": OBJECT, "dative": OBJECT, "pobj": OBJECT}
_MAX_CLIMB = 4
_FADE = 0.6
_FAINT = 0.05


class Seen(NamedTuple):
    """An actor spoken of: in which sentence, at which token, and as subject or else."""

    actor: Actor
    sentence: int
    token: int
    role: int
    rule: str
    noun: str


class Discourse:
    """The actors of a report up to a place in it."""

    def __init__(
        self,
        report: Report,
        sentences: Sequence[Sentence],
        gazetteer: Gazetteer,
        *,
        states_told: frozenset[str] = frozenset(),
    ) -> None:
        self.report = report
        self.sentences = sentences
        self.gazetteer = gazetteer
        self.states_told = states_told
        self.seen: list[Seen] = []
        self._at: dict[tuple[int, int], list[Seen]] = {}

    def add(self, number: int, mention: Mention) -> None:
        """Enter a mention of the sentence of that number."""
        if not isinstance(mention.value, Actor):
            return
        sentence = self.sentences[number]
        first = bisect_left(sentence.starts, mention.span.start)
        last = bisect_left(sentence.starts, mention.span.end) - 1
        role = _role(sentence, last)
        noun = sentence.words[last].lower()
        seen = Seen(mention.value, number, last, role, mention.rule, noun)
        self.seen.append(seen)
        for token in range(first, last + 1):
            self._at.setdefault((number, token), []).append(seen)

    def at(self, number: int, token: int) -> list[Seen]:
        """List the actors spoken of at a token; of nested ones the widest."""
        here = self._at.get((number, token), [])
        heads = [s for s in here if s.token == token]
        return heads or here[:1]

    def joined(self, number: int, token: int) -> list[Seen]:
        """List the actors at a token and at those coordinated with it."""
        sentence = self.sentences[number]
        tokens = conjuncts(sentence, token)
        for beside in children(sentence, token, "appos"):  # "Mali, Chad and Niger" read as a gloss
            if children(sentence, beside, "conj") and self._are_states(number, (token, beside)):
                tokens += conjuncts(sentence, beside)
        return [s for t in dict.fromkeys(tokens) for s in self.at(number, t)]

    def _are_states(self, number: int, tokens: Iterable[int]) -> bool:
        return all(any(s.actor.kind == "state" for s in self.at(number, t)) for t in tokens)

    def before(self, number: int, reach: int) -> Iterator[Seen]:
        """Yield what was spoken of up to now and at most `reach` sentences back, latest first."""
        for seen in reversed(self.seen):
            if seen.sentence < number - reach:
                return
            yield seen

    def states(self, number: int) -> list[tuple[str, float]]:
        """Weigh the states spoken of so far: recent ones and subjects weigh more."""
        weights: dict[str, float] = {}
        for seen in self.seen:
            if seen.actor.country:
                fade = max(_FADE ** (number - seen.sentence), _FAINT)
                weight = fade * (1.0 + 0.5 * (seen.role == SUBJECT))
                weights[seen.actor.country] = weights.get(seen.actor.country, 0.0) + weight
        return sorted(weights.items(), key=lambda pair: -pair[1])


def _role(sentence: Sentence, token: int) -> int:
    """Say whether the phrase that ends at a token is a subject, an object or else."""
    if not sentence.deps:
        return OTHER
    for _ in range(_MAX_CLIMB):
        dep = sentence.deps[token]
        if dep not in _CLIMB or sentence.heads[token] == token:
            return _ROLES.get(dep, OTHER)
        token = sentence.heads[token]
    return OTHER


def leading_state(mentions: Iterable[Mention]) -> str | None:
    """Return the state a report is about: spoken of twice as often as any other."""
    counts = Counter(
        m.value.country for m in mentions if isinstance(m.value, Actor) and m.value.country
    )
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 2:
        return None
    if len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]:
        return None
    return ranked[0][0]


def home_state(report: Report, mentions: Iterable[Mention], gazetteer: Gazetteer) -> str | None:
    """Return the state a desk writes from, if the report speaks of it; None where none is told.

    Agencies name the state of an institution but for the one they write from: datelined Seoul,
    "the Foreign Ministry" and "police" are South Korea's. So does a paper that is read at home.
    """
    dateline = report.imprint.dateline
    place = dateline.place if dateline else None
    if place is not None:
        found = gazetteer.spots.get(tokens(place.partition(",")[0].partition("/")[0]))
        states = {spot.country for spot in found if spot.country}
    else:
        named = gazetteer.names.get(tokens(report.imprint.outlet or ""))
        states = {e.country for e in named if e.kind == "outlet" and e.country}
        states -= word_list("read_abroad")
    told = {m.value.country for m in mentions if isinstance(m.value, Actor)}
    home = states & told
    return home.pop() if len(home) == 1 else None
