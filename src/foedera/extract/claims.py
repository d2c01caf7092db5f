"""Makes claims: each matched frame with its roles, setting and voice, in telling order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from foedera.data import (
    Actor,
    Attribution,
    Claim,
    Mention,
    Obligation,
    Passage,
    Report,
    Roles,
    Sentence,
    Setting,
    Skip,
    Span,
    Title,
    When,
)
from foedera.extract.claim_reference import Earlier, repeated_match
from foedera.extract.claim_roles import read_roles
from foedera.extract.claim_setting import Owners, read_setting
from foedera.extract.claim_voice import Speech, read_voice
from foedera.extract.frames import FrameIndex, Match, find_matches
from foedera.extract.mention_index import MentionIndex, TokenMentions
from foedera.extract.obligations import read_obligation
from foedera.extract.title_parties import Parties
from foedera.kinds import Kind
from foedera.measure import content_id
from foedera.tree import is_parsed, subtree, token_span

_CLAUSE_DEPS = frozenset({"ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "xcomp", "pcomp"})


class ClaimFinder:
    """Finds the claims of reports by one set of kinds."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self.index = FrameIndex(kinds)

    def find(
        self,
        report: Report,
        sentences: Sequence[Sentence],
        mentions: Iterable[Mention],
        attributions: Sequence[Attribution],
    ) -> tuple[list[Claim], list[Skip]]:
        """Return the report's claims in telling order, and what was seen and not claimed."""
        reading = _Reading(report, sentences, mentions, attributions)
        claims: list[Claim] = []
        skips: list[Skip] = []
        for sentence in sentences:
            if is_parsed(sentence):
                for made in reading.read(sentence, self.index):
                    if isinstance(made, Claim):
                        claims.append(made)
                    else:
                        skips.append(made)
        return claims, skips


def find_claims(
    report: Report,
    sentences: Sequence[Sentence],
    mentions: Iterable[Mention],
    attributions: Sequence[Attribution],
    kinds: Mapping[str, Kind],
) -> tuple[list[Claim], list[Skip]]:
    """Find the claims of one report; for many, keep a `ClaimFinder`."""
    return ClaimFinder(kinds).find(report, sentences, mentions, attributions)


class _Reading:
    """One report being read: what was found so far serves what comes."""

    def __init__(
        self,
        report: Report,
        sentences: Sequence[Sentence],
        mentions: Iterable[Mention],
        attributions: Sequence[Attribution],
    ) -> None:
        self.report = report
        self.mentions = list(mentions)
        self.index = MentionIndex(self.mentions)
        self.speech = Speech(attributions)
        self.parties = Parties(report.text, sentences, self.index)
        self.earlier = Earlier()

    def read(self, sentence: Sentence, index: FrameIndex) -> Iterator[Claim | Skip]:
        here = self.index.of(sentence)
        matches = find_matches(index, here)
        repeated = repeated_match(sentence, matches)
        if repeated is not None:
            matches.insert(matches.index(repeated.model) + 1, repeated.match)
        if not matches:
            return
        owners = Owners(sentence, matches)
        for match in matches:
            yield self._claim(match, here, owners)

    def _claim(self, match: Match, here: TokenMentions, owners: Owners) -> Claim | Skip:
        sentence = here.sentence
        trigger = token_span(sentence, *match.tokens)
        title = self.parties.title_of(match, here)
        roles = self._roles(match, here, title)
        if not _has_somebody(match, roles, sentence):
            return Skip(trigger, "claim", f"{match.kind.name}: nobody is named")
        part = self.report.parts[sentence.part].kind
        setting = read_setting(match, here, owners, self._caption_day(sentence))
        chain = self.speech.around(trigger)
        voice = read_voice(match, sentence, chain, headline=part == "headline")
        if voice.reality == "happened" and _lies_ahead(setting, self.report):
            voice = replace(voice, reality="planned")
        claim = Claim(
            id=_claim_id(self.report, match, trigger, roles),
            report=self.report.id,
            passage=Passage(_clause_span(sentence, match.head), trigger, part),
            kind=match.kind.name,
            roles=roles,
            setting=setting,
            voice=voice,
            agreement=title,
            obligation=self._obligation(match, sentence, roles),
            rule=match.rule,
        )
        self.earlier.add(claim)
        return claim

    def _roles(self, match: Match, here: TokenMentions, title: Title | None) -> Roles:
        roles = read_roles(self.report.text, match, here)
        if match.kind.family == "agreement" and title is not None:
            roles = self.parties.fill(match, roles, title)
        if not roles.actors:
            roles = self.earlier.fill(match, roles, here.sentence)
        return roles

    def _obligation(self, match: Match, sentence: Sentence, roles: Roles) -> Obligation | None:
        if match.kind.name != "agreement.provide":
            return None
        return read_obligation(self.report.text, sentence, match.head, roles.actors)

    def _caption_day(self, sentence: Sentence) -> When | None:
        """A caption's one date dates what it shows."""
        part = self.report.parts[sentence.part]
        if part.kind != "caption":
            return None
        dates = [
            m.value
            for m in self.mentions
            if isinstance(m.value, When)
            and part.span.start <= m.span.start < part.span.end
            and m.value.earliest is not None
        ]
        return dates[0] if len(dates) == 1 else None


def _has_somebody(match: Match, roles: Roles, s: Sentence) -> bool:
    """A noun needs a named party; a verb has shown its needs."""
    named = [a for a in (*roles.actors, *roles.recipients) if _is_named(a)]
    if s.tags[match.head][0] == "V":
        return bool(roles.actors or roles.recipients or match.frame.needs)
    return bool(named)


def _is_named(actor: Actor) -> bool:
    return actor.country is not None or actor.kind != "group" or actor.name[:1].isupper()


def _lies_ahead(setting: Setting, report: Report) -> bool:
    when, today = setting.when, report.published.latest
    return bool(when and when.earliest and today and when.earliest > today)


def _clause_span(s: Sentence, head: int) -> Span:
    """Return the clause that tells the event: the nearest clause head's words."""
    at = head
    while s.heads[at] != at and s.deps[at] not in _CLAUSE_DEPS:
        at = s.heads[at]
    inside = subtree(s, at)
    return Span(s.starts[inside[0]], s.ends[inside[-1]])


def _claim_id(report: Report, match: Match, trigger: Span, roles: Roles) -> str:
    names = ",".join(a.name for a in roles.actors)
    return content_id(report.id, match.kind.name, trigger.start, trigger.end, names)
