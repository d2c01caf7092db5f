"""Gives pronouns and definite phrases the actors they refer to within a report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from foedera.data import Actor, Mention, Report, Sentence, Span
from foedera.extract.actor_words import words as word_list
from foedera.extract.discourse import Discourse, Seen, home_state, leading_state
from foedera.extract.reference_clauses import led_by
from foedera.extract.reference_legislators import state_by_party
from foedera.extract.reference_nouns import (
    is_another,
    is_definite,
    opening_of_name,
    refer_noun,
    state_ruled,
)
from foedera.extract.reference_offices import (
    Official,
    has_no_such,
    holds_for_state,
    stands_elsewhere,
    state_of_official,
    state_of_opening,
)
from foedera.extract.reference_pairs import (
    is_half,
    opens_group,
    opens_pair,
    refer_group,
    refer_half,
    refer_other,
    refer_pair,
)
from foedera.extract.reference_pronouns import PRONOUNS, refer_pronoun
from foedera.extract.reference_regions import is_by_region
from foedera.gazetteer import Gazetteer
from foedera.tree import low_words

_OTHER_NOUNS = frozenset({"side", "country", "party", "nation", "state", "government"})
_TITLED = frozenset({"actors.titled", "actors.apposition"})


def refer(
    report: Report,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
) -> list[Mention]:
    """Return the mentions with those that refer to them added, in text order.

    A phrase that names nobody of itself ("the ministry") is replaced by what it stands for;
    where two would do, it stays as it is.
    """
    spoken = {m.value.country for m in mentions if isinstance(m.value, Actor)}
    talk = Discourse(report, sentences, gazetteer, states_told=frozenset(filter(None, spoken)))
    own = leading_state(mentions)
    desk = home_state(report, mentions, gazetteer)
    home = desk if own is None else None
    homes = frozenset(filter(None, (own, desk)))
    starts = [m.span.start for m in mentions]
    out: list[Mention] = []
    owns: list[str | None] = []
    quotes = _Quotes()
    officials: dict[str, str | None] = {}
    for number, sentence in enumerate(sentences):
        low = bisect_left(starts, sentence.span.start)
        high = bisect_left(starts, sentence.span.end)
        near = mentions[low:high]
        here = own or (home if _names_none_but(near, home) else None)
        reader = _SentenceReader(
            talk, number, near, own=here, homes=homes, quotes=quotes, officials=officials
        )
        found = reader.read()
        out += found
        owns += [here] * len(found)
    return _agreed(report.text, out, own, owns)


def _names_none_but(mentions: Sequence[Mention], home: str | None) -> bool:
    """Say whether a sentence names no state but the one a desk writes from."""
    values = (m.value for m in mentions)
    told = {v.country for v in values if isinstance(v, Actor) and v.country}
    return home is not None and told <= {home}


def _agreed(
    text: str, mentions: Sequence[Mention], own: str | None, owns: Sequence[str | None]
) -> list[Mention]:
    """Give a person the one state that any mention of the name tells, or its sentence's own."""
    told: dict[str, set[str]] = {}
    for mention in mentions:
        value = mention.value
        if isinstance(value, Actor) and value.kind == "person":
            country = value.country or state_by_party(text, mention.span, own)
            if country:
                told.setdefault(value.name, set()).add(country)
    return [_with_state(m, told, here) for m, here in zip(mentions, owns, strict=True)]


def _with_state(mention: Mention, told: Mapping[str, set[str]], own: str | None) -> Mention:
    value = mention.value
    if not isinstance(value, Actor) or value.kind != "person" or value.country:
        return mention
    known = told.get(value.name, set())
    country = next(iter(known)) if len(known) == 1 else None
    if not known and (value.office or "").split(" ")[-1] in word_list("offices_of_state"):
        country = None if own and has_no_such(own, value.office) else own
    return replace(mention, value=replace(value, country=country)) if country else mention


class _Quotes:
    """Keeps count of quotation marks through a paragraph."""

    def __init__(self) -> None:
        self._part = -1
        self._end = 0
        self._open = False

    def enter(self, report: Report, sentence: Sentence) -> list[bool]:
        """Say of each token whether it stands within a quotation."""
        between = report.text[self._end : sentence.span.start]
        if sentence.part != self._part or "\n" in between:
            self._open = False
        self._part, self._end = sentence.part, sentence.span.end
        if not self._open and '"' not in sentence.words:
            return []
        out = []
        for word in sentence.words:
            if word == '"':
                self._open = not self._open
            out.append(self._open)
        return out


@cache
def _openers() -> frozenset[str]:
    """Return the words at which a reference may begin."""
    return PRONOUNS | word_list("pair_openers") | {"other", "north", "south", "the", "these"}


class _SentenceReader:
    """Reads the references of one sentence, left to right."""

    def __init__(
        self,
        talk: Discourse,
        number: int,
        mentions: Sequence[Mention],
        *,
        own: str | None,
        homes: frozenset[str],
        quotes: _Quotes,
        officials: dict[str, str | None],
    ) -> None:
        self._talk = talk
        self._number = number
        self._sentence = talk.sentences[number]
        self._mentions = mentions
        self._own = own
        self._homes = homes
        self._officials = officials
        self._quoted = quotes.enter(talk.report, self._sentence)
        opens = _openers()
        self._places = [(i, w) for i, w in enumerate(low_words(self._sentence)) if w in opens]
        self._groups: dict[int, int] = {}
        self._covered: list[tuple[int, int]] = []

    def read(self) -> list[Mention]:
        """Return the sentence's mentions, references resolved, in text order."""
        out: list[Mention] = []
        todo = list(self._mentions)
        pairs = dict(self._pairs())
        covered = [(a, b) for a, (b, _) in pairs.items()]
        covered += [(i, i + 1) for i, w in self._places if w == "other" and self._is_other(i)]
        self._covered = covered
        for token in self._stops(pairs):
            todo = self._pass(todo, token, covered, out)
            for mention in self._at(token, pairs, todo):
                self._talk.add(self._number, mention)
                out.append(mention)
        self._pass(todo, len(self._sentence.words), covered, out)
        return out

    def _stops(self, pairs: dict[int, tuple[int, str]]) -> list[int]:
        """List the tokens at which a reference may begin."""
        parsed = bool(self._sentence.heads)
        return [
            i
            for i, w in self._places
            if i in pairs
            or self._opens_group(i)
            or (parsed and (w in PRONOUNS or w == "other"))
            or is_half(self._sentence, i)
        ]

    def _opens_group(self, token: int) -> bool:
        noun = opens_group(self._sentence, token) if self._sentence.heads else None
        if noun is not None:
            self._groups[token] = noun
        return noun is not None

    def _pairs(self) -> Iterator[tuple[int, tuple[int, str]]]:
        for token, word in self._places:
            if word in word_list("pair_openers"):
                noun = opens_pair(self._sentence, token)
                if noun is not None:
                    yield token, (noun, self._sentence.words[noun].lower())

    def _pass(
        self,
        todo: list[Mention],
        token: int,
        covered: Sequence[tuple[int, int]],
        out: list[Mention],
    ) -> list[Mention]:
        """Enter the mentions that start before a token; return the rest."""
        starts = self._sentence.starts
        limit = starts[token] if token < len(starts) else self._sentence.span.end
        rest = [m for m in todo if m.span.start >= limit]
        for mention in todo[: len(todo) - len(rest)]:
            if any(starts[a] <= mention.span.start <= starts[b] for a, b in covered):
                continue
            read = self._noun(mention)
            self._talk.add(self._number, read)
            out.append(read)
        return rest

    def _at(
        self, token: int, pairs: dict[int, tuple[int, str]], todo: Sequence[Mention]
    ) -> list[Mention]:
        """Read the reference that begins at a token."""
        s = self._sentence
        if token in pairs:
            last, noun = pairs[token]
            span = Span(s.starts[token], s.ends[last])
            found = refer_pair(self._talk, self._number, noun, span)
            return [_mention(a, span, "reference.pair") for a in found]
        if group := self._group(token):
            return group
        span = Span(s.starts[token], s.ends[token])
        if s.words[token] == "other":
            return self._other(token)
        if is_half(s, token):
            found = refer_half(self._talk, self._number, s.words[token], span)
            return [_mention(a, span, "reference.half") for a in found]
        quoted = bool(self._quoted) and self._quoted[token]
        later = self._later(todo)
        found = refer_pronoun(self._talk, self._number, token, later, quoted)
        return [_mention(a, span, "reference.pronoun") for a in found]

    def _group(self, token: int) -> list[Mention]:
        """Read "their foreign ministers" as the states they act for, where those are clear."""
        last = self._groups.get(token)
        if last is None:
            return []
        s = self._sentence
        span = Span(s.starts[token], s.ends[last])
        found = refer_group(self._talk, self._number, s.words[last].lower(), span)
        if found:
            self._covered.append((token, last))
        return [_mention(a, span, "reference.group") for a in found]

    def _is_other(self, token: int) -> bool:
        words = self._sentence.words
        return (
            token > 0
            and words[token - 1].lower() == "the"
            and token + 1 < len(words)
            and words[token + 1] in _OTHER_NOUNS
        )

    def _other(self, token: int) -> list[Mention]:
        """Read "the other" and "the other side"."""
        s = self._sentence
        if token == 0 or s.words[token - 1].lower() != "the":
            return []
        last = token
        if token + 1 < len(s.words) and s.tags[token + 1][:1] == "N":
            if s.words[token + 1] not in _OTHER_NOUNS:
                return []
            last = token + 1
        span = Span(s.starts[token], s.ends[last])
        found = refer_other(self._talk, self._number, token, span)
        return [_mention(a, span, "reference.other") for a in found]

    def _later(self, todo: Sequence[Mention]) -> list[Seen]:
        """List the actors that follow in the sentence, for "Before he left, X"."""
        talk = self._talk
        ahead = Discourse(talk.report, talk.sentences, talk.gazetteer)
        for mention in todo:
            ahead.add(self._number, mention)
        return ahead.seen

    def _noun(self, mention: Mention) -> Mention:
        """Give a phrase that names nobody its bearer, if one is clear."""
        value = mention.value
        assert isinstance(value, Actor)
        s = self._sentence
        first = bisect_left(s.starts, mention.span.start)
        last = bisect_left(s.starts, mention.span.end) - 1
        if value.kind == "person" and value.country is None:
            return self._in_office(self._led(mention, last), first, last)
        if mention.rule == "actors.named_organisation" and value.country is None:
            return self._owned(mention, opening_of_name(s, first))
        if mention.rule != "actors.noun":
            return mention
        if value.country is not None and not is_by_region(s.words, last):
            return mention
        if first and s.words[first - 1].lower() in {"a", "an", "'s", "its", "their", "his", "her"}:
            return self._owned(mention, first)
        found = refer_noun(self._talk, self._number, first, last, mention)
        if found is not None:
            return Mention(mention.span, "actor", found[0], found[1])
        return self._of_the_state(mention, value, first, last)

    def _led(self, mention: Mention, last: int) -> Mention:
        """Give the leader of a delegation its state."""
        led = led_by(self._talk, self._number, last)
        value = mention.value
        assert isinstance(value, Actor)
        country = led[0].actor.country if led else None
        return replace(mention, value=replace(value, country=country)) if country else mention

    def _in_office(self, mention: Mention, first: int, last: int) -> Mention:
        """Give an official without a state the one that the words around tell."""
        value = mention.value
        assert isinstance(value, Actor)
        titled = mention.rule in _TITLED and bool(self._sentence.heads)
        if value.country or not titled or not holds_for_state(value.office):
            return mention
        country = self._officials.get(value.name)
        if country is None:
            official = Official(self._number, first, last)
            country = state_of_official(self._talk, official, self._mentions, self._homes)
            self._officials[value.name] = country
        if country is None or has_no_such(country, value.office):
            return mention
        return replace(mention, value=replace(value, country=country), rule="reference.official")

    def _owned(self, mention: Mention, first: int) -> Mention:
        """Give "its army" and "the country's army" the state of their owner."""
        value = mention.value
        assert isinstance(value, Actor)
        at = first - 1 - (self._sentence.words[first - 1] == "'s")
        told = self._talk.at(self._number, at)
        owners = {s.actor.country for s in told}
        if len(owners) != 1 or value.kind == "state" or value.office == "counterpart":
            return mention
        if is_another(value.name.lower(), told):
            return mention
        rule = "reference.owner" if mention.rule == "actors.noun" else mention.rule
        return replace(mention, value=replace(value, country=owners.pop()), rule=rule)

    def _of_the_state(self, mention: Mention, value: Actor, first: int, last: int) -> Mention:
        """Give "the army" the report's own state, or that of the desk whose army acts."""
        s = self._sentence
        listed = value.name.lower() in word_list("of_the_state")
        plain = is_definite(s, first) or value.name.lower() == "police"
        plain = (
            plain
            or s.words[first] == "Parliament"
            or (first > 0 and s.words[first] == "Government")
        )
        state = self._named_first(first)
        state = state or state_ruled(self._talk, self._number, value.name.lower(), self._own)
        if state is None and listed and plain and s.heads and len(self._homes) == 1:
            at = Official(self._number, first, last)
            state = state_of_official(self._talk, at, self._mentions, self._homes)
        if state is None or not listed or not plain:
            return mention
        if stands_elsewhere(s, last, state, self._mentions):
            return mention
        actor = replace(value, country=state)
        return replace(mention, value=actor, rule="reference.report_state")

    def _named_first(self, first: int) -> str | None:
        """Return the state that opens the clause of a noun: "In Iraq the government asked".

        So does its capital: "In Lima, police said".
        """
        s = self._sentence
        at = first - 1
        while at > 0 and s.words[at].lower() in {"the", ","}:
            at -= 1
        found = {
            m.actor.country for m in self._talk.at(self._number, at) if m.actor.kind == "state"
        }
        if not found and s.words[at + 1 : at + 2] == (",",):  # "In Lima, police said"
            return state_of_opening(self._talk, self._number, at + 2)
        begins = at < 1 or s.words[max(0, at - 1)].lower() != "in"
        return None if begins or len(found) != 1 else found.pop()


def _mention(actor: Actor, span: Span, rule: str) -> Mention:
    return Mention(span, "actor", replace(actor, span=span), rule)
