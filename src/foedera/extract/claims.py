"""Makes claims: each matched frame with its roles, setting and voice, in telling order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from foedera.data import (
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
)
from foedera.extract.answered import with_answered
from foedera.extract.caption_days import CaptionDays
from foedera.extract.claim_aims import aim_sayings
from foedera.extract.claim_beyond import day_beyond, place_beyond
from foedera.extract.claim_checks import (
    at_host,
    clause_span,
    denies_blame,
    has_somebody,
    is_favoured,
    is_in_a_name,
    is_mishap,
    is_only_expected,
    joins_nothing,
    settle_reality,
    settle_start,
    settle_terms,
    speaks_for_self,
)
from foedera.extract.claim_content import refine
from foedera.extract.claim_context import Told
from foedera.extract.claim_days import (
    begun_when,
    dated_by_telling,
    dates_another,
    is_yet_to_come,
    of_the_past,
)
from foedera.extract.claim_doubles import as_one
from foedera.extract.claim_following import Following, at_dateline, is_plain_past
from foedera.extract.claim_gapping import enumerated, follows, gapped
from foedera.extract.claim_moves import as_moved, moved_setting
from foedera.extract.claim_nested import share_sides
from foedera.extract.claim_occasions import share_occasions
from foedera.extract.claim_owners import Owners
from foedera.extract.claim_reference import Earlier
from foedera.extract.claim_roles import read_roles
from foedera.extract.claim_rows import share_rows
from foedera.extract.claim_scene import Scene, from_container, told_already
from foedera.extract.claim_setting import read_setting
from foedera.extract.claim_sides import complete_sides
from foedera.extract.claim_voice import Speech, besides_own, read_voice
from foedera.extract.day_of_saying import day_of_saying
from foedera.extract.deeds_meant import Deeds
from foedera.extract.denials import with_denier
from foedera.extract.frame_index import FrameIndex
from foedera.extract.frames import Look, Match, find_matches
from foedera.extract.lands import with_lands
from foedera.extract.mention_index import MentionIndex, TokenMentions
from foedera.extract.nouns_again import ToldSides
from foedera.extract.obligations import binds, told_obligation
from foedera.extract.pact_rows import terms_in
from foedera.extract.pact_terms import speaks_of_sides, speaks_of_terms
from foedera.extract.pacts_beside import pacts_beside
from foedera.extract.place_again import place_again, places_of
from foedera.extract.reference_speakers import as_nation, refer_speakers
from foedera.extract.repeated import repeated_match
from foedera.extract.role_gaps import find_gaps
from foedera.extract.role_states import states_of, with_territory
from foedera.extract.role_words import role_words
from foedera.extract.sides_lent import LentSides
from foedera.extract.sole_doers import SoleDoers
from foedera.extract.term_chain import with_chained
from foedera.extract.terms import Terms
from foedera.extract.title_parties import Parties
from foedera.extract.told_again import ToldAgain
from foedera.extract.told_ahead import ToldAhead
from foedera.extract.told_terms import read_terms
from foedera.kinds import Kind
from foedera.measure import content_id
from foedera.tree import is_parsed, token_span

_PROVIDES = "agreement.provide"


class ClaimFinder:
    """Finds the claims of reports by one set of kinds."""

    def __init__(self, kinds: Mapping[str, Kind]) -> None:
        self._kinds = kinds
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
        reading.kinds = self._kinds
        claims: list[Claim] = []
        skips: list[Skip] = []
        for sentence in sentences:
            if is_parsed(sentence):
                for made in reading.read(sentence, self.index):
                    if isinstance(made, Claim):
                        claims.append(made)
                    else:
                        skips.append(made)
        placed = with_lands(claims, reading.mentions, report.text)
        borne = reading.terms.with_bearers(placed, report, reading.mentions)
        return with_answered(borne, report.text), skips


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
        self.speech = Speech(attributions)
        selves = list(refer_speakers(sentences, self.speech))
        self.selves = frozenset(m.span for m in selves)
        self.mentions = [*mentions, *selves]
        self.index = MentionIndex(self.mentions)
        self.parties = Parties(report.text, sentences, self.index)
        self.earlier = Earlier()
        self.told = Told()
        self.again = ToldAgain()
        self.sides = ToldSides()
        self.ahead = ToldAhead()
        self.sole = SoleDoers()
        self.deeds = Deeds()
        self.lent = LentSides()
        self.following = Following()
        self.terms = Terms()
        self.places = places_of(self.mentions)
        told = (i for i, p in enumerate(report.parts) if p.kind == "paragraph")
        self.lead = next(told, -1)
        self.dateline = next((m for m in self.mentions if m.rule == "places.dateline"), None)
        self.captions = CaptionDays(report, self.mentions)
        self.kinds: Mapping[str, Kind] = {}
        self._act: tuple[Match, int] | None = None

    def read(self, sentence: Sentence, index: FrameIndex) -> Iterator[Claim | Skip]:
        look = Look(sentence)
        here = self.index.of(sentence)
        pact = speaks_of_sides(look.held) and bool(self.earlier.makers(sentence.span.start))
        self.terms.look(here, look.held)
        told = (
            look.may_match(index) or speaks_of_terms(look.held) or pact or bool(self.terms.laying)
        )
        if not told and self._again(here) is None:
            self.terms.add(here, ())
            return
        matches = find_matches(index, here, look)
        if lost := self.earlier.unexplained(
            matches, sentence, spoken=self.parties.speaks_near(sentence)
        ):
            matches = find_matches(index, here, look, lost)
        repeated = repeated_match(sentence, matches)
        if repeated is not None:
            matches.insert(matches.index(repeated.model) + 1, repeated.match)
        elif (again := self._again(here)) is not None:
            matches.insert(0, again)
        matches = refine(sentence, matches, self.kinds)
        matches = terms_in(sentence, matches, self.kinds, pact=pact)
        if self.terms.laying:
            matches = with_chained(here, matches, self.terms.laying, self.kinds)
        if not matches:
            self.terms.add(here, ())
            return
        scene = Scene(here, Owners(sentence, matches), matches)
        made: list[tuple[Match, Claim]] = []
        for match in matches:
            found = self._claim(match, scene)
            if isinstance(found, Skip):
                yield found
            elif not told_already(match, found, made, scene):
                made.append((match, found))
                made += [(match, other) for other in self._of_others(match, found, here)]
        made = share_occasions(share_rows(as_one(made, sentence), sentence), here)
        self._keep_act(made, sentence)
        self.terms.add(here, made)
        meant = partial(self.deeds.doer, s=sentence, index=index)
        sided = _again_with(made, aim_sayings(made, here, meant))
        sided = _again_with(made, share_sides(sided, here))
        sided = _again_with(made, complete_sides(sided, here))
        sided = _again_with(made, self.lent.lend(sided, sentence))
        yield from share_sides(sided, here)  # "the raid killed six": by whose raid it was
        gaps = (skip for match, _ in made for skip in find_gaps(match, here))
        yield from dict.fromkeys(gaps)

    def _of_others(self, match: Match, claim: Claim, here: TokenMentions) -> Iterator[Claim]:
        """Yield the same act of others with a day of their own, and upon agreements beside."""
        for actors, day in (*gapped(match, here), *enumerated(match, here)):
            roles = Roles(actors=actors, object=claim.roles.object)
            name = _claim_id(self.report, match, claim.passage.trigger, roles)
            setting = replace(claim.setting, when=day, terms=())
            yield replace(claim, id=name, roles=roles, setting=setting)
        for other in pacts_beside(self.report.text, match, claim, here):
            trigger = other.passage.trigger
            yield replace(other, id=_claim_id(self.report, match, trigger, other.roles))

    def _keep_act(self, made: Sequence[tuple[Match, Claim]], sentence: Sentence) -> None:
        """Remember the first act upon an agreement that a sentence tells, for "Peru did so too"."""
        acts = [m for m, claim in made if claim.kind in role_words("repeated_acts")]
        if acts:
            self._act = (acts[0], sentence.span.end)

    def _again(self, here: TokenMentions) -> Match | None:
        """Return the match of a sentence that only says who did what the last one tells."""
        if self._act is None:
            return None
        before, end = self._act
        return follows(here, before, here.sentence.span.start - end)

    def _claim(self, match: Match, scene: Scene) -> Claim | Skip:
        here, sentence = scene.mentions, scene.mentions.sentence
        trigger = token_span(sentence, *match.tokens)
        title = self.parties.title_of(match, here)
        chain = besides_own(match, sentence, self.speech.around(trigger))
        if denies_blame(match, chain) or is_only_expected(match, sentence):
            return Skip(trigger, "claim", f"{match.kind.name}: denied, or only expected")
        if is_in_a_name(match, here) or not self._is_explained(match, sentence, title):
            return Skip(trigger, "claim", f"{match.kind.name}: nothing told before explains it")
        roles = self._roles(match, scene, title, chain)
        part = self.report.parts[sentence.part].kind
        caption = self.captions.day(sentence, match.head)
        setting = read_setting(match, here, scene.owners, caption)
        setting = self._beyond(match, scene, setting, roles)
        if setting.when is None and (day := day_of_saying(match, here, chain, roles)) is not None:
            setting = replace(setting, when=day)
        if match.kind.family == "agreement":
            setting = dated_by_telling(match, here, setting, self.report.published)
            if setting.when is None and dates_another(match, sentence):
                return Skip(trigger, "claim", f"{match.kind.name}: it only dates something else")
        if match.kind.family in role_words("national_families"):
            roles = replace(roles, actors=as_nation(roles.actors, self.selves, self.report.text))
            if is_favoured(match, sentence):
                roles = replace(roles, actors=states_of(roles.actors))
        roles = self.earlier.fought(match, with_territory(match, here, roles, setting), roles)
        told = roles if speaks_for_self(match, sentence) else self._without_selves(roles)
        named = has_somebody(match, sentence, told, setting, title) or self.terms.lays(match)
        if not (named or self._goes_on(match, sentence, setting)) or joins_nothing(match, title):
            return Skip(trigger, "claim", f"{match.kind.name}: nobody is named")
        setting = at_host(match, setting, roles)
        if setting.where is None:  # a place spoken of again makes no claim by itself
            again = place_again(match, here, scene.owners, self.places, roles)
            setting = setting if again is None else replace(setting, where=again)
        obligation = self._obligation(match, here, roles)
        shown = part in {"headline", "caption"}
        voice = self.ahead.settle(read_voice(match, sentence, chain, shown=shown), match, sentence)
        past = sentence.tags[match.head] == "VBD"
        voice = settle_reality(voice, setting, self.report, obligation, past=past)
        voice = settle_terms(settle_start(voice, setting, match, sentence), match, sentence)
        moved = moved_setting(match, here, setting, self.report.published)
        if moved is not None:
            setting, voice = moved, as_moved(voice)
        claim = Claim(
            id=_claim_id(self.report, match, trigger, roles),
            report=self.report.id,
            passage=Passage(clause_span(sentence, match.head), trigger, part),
            kind=match.kind.name,
            roles=roles,
            setting=setting,
            voice=with_denier(voice, match, sentence, roles),
            agreement=title,
            obligation=obligation,
            rule=match.rule,
        )
        if match.kind.family == "agreement":
            terms = read_terms(self.report.text, claim, sentence, here)
            claim = replace(claim, setting=replace(setting, terms=terms))
        claim = self.following.complete(claim, match.head, here)
        self._remember(claim, sentence)
        return claim

    def _is_explained(self, match: Match, sentence: Sentence, title: Title | None) -> bool:
        """Say whether what a frame needs told was told, or its noun tells a deed by itself."""
        spoken = title is not None or self.parties.speaks_near(sentence)
        told = self.earlier.gives_context(match, sentence, spoken=spoken)
        return told or self.again.tells_by_noun(match, sentence)

    def _remember(self, claim: Claim, sentence: Sentence) -> None:
        self.following.add(claim, sentence)
        self.sole.add(claim, sentence)
        for memory in (self.earlier, self.told, self.again, self.sides, self.ahead, self.deeds):
            memory.add(claim)

    def _goes_on(self, match: Match, sentence: Sentence, setting: Setting) -> bool:
        if is_mishap(match, sentence):
            return False
        told = self.earlier.told_of_states(match, sentence, setting)
        return told or self.again.comes_back(match, sentence)

    def _beyond(self, match: Match, scene: Scene, setting: Setting, roles: Roles) -> Setting:
        """Take day and place from beyond the act's own clause where it tells none."""
        here, owners = scene.mentions, scene.owners
        when, where = setting.when, setting.where
        if when is None and not dates_another(match, here.sentence):
            when = day_beyond(match, here, owners, self.report.published)
        if where is None:
            where = place_beyond(match, here, owners)
        when = when or self.earlier.day(match, here.sentence)
        prose = self.report.parts[here.sentence.part].kind == "paragraph"  # captions come later
        if when is not None and prose and is_plain_past(here.sentence, match.head):
            published, s = self.report.published, here.sentence
            when = of_the_past(begun_when(when, s, match.head, published), published)
            when = None if is_yet_to_come(when, s.lemmas[match.head], published) else when
        lead = here.sentence.part == self.lead
        where = where or at_dateline(match, here, self.dateline, roles, lead=lead)
        same = when is setting.when and where is setting.where
        return setting if same else replace(setting, when=when, where=where)

    def _roles(
        self, match: Match, scene: Scene, title: Title | None, chain: Sequence[Attribution]
    ) -> Roles:
        sentence = scene.mentions.sentence
        roles = read_roles(self.report.text, match, scene.mentions)
        bound = match.kind.name == _PROVIDES and any(a.country for a in roles.actors)
        written = roles.actors
        if match.kind.name == _PROVIDES and not bound:  # "commits both sides": its parties
            roles = replace(roles, actors=())
        if match.kind.family == "agreement" and title is not None and not bound:
            roles = self.parties.fill(match, scene.mentions, roles, title)
        if not roles.actors:
            roles = self.earlier.fill(match, roles, sentence)
        if not roles.actors and chain and speaks_for_self(match, sentence):
            roles = replace(roles, actors=chain[-1].speakers)
        roles = self.earlier.consenting(match, roles, sentence)
        roles = self.earlier.signers(match, roles)
        roles = self.earlier.parties(match, roles, sentence, title)
        roles = self.terms.with_makers(match, roles, scene.mentions, self.earlier, self.parties)
        if match.kind.name == _PROVIDES and not roles.actors:  # "obliges its parties"
            roles = replace(roles, actors=tuple(a for a in written if binds(a)))
        roles = self.earlier.share_goal(match, roles, sentence)
        roles = self.earlier.under_sanctions(match, roles)
        roles = self.sides.complete(match, roles)
        roles = self.told.complete(match, from_container(match, scene, roles), sentence)
        return self.sole.complete(match, roles, sentence)

    def _without_selves(self, roles: Roles) -> Roles:
        """Leave out whom only "I" or "we" stands for: by itself it makes no claim."""
        if not self.selves:
            return roles
        actors = tuple(a for a in roles.actors if a.span not in self.selves)
        recipients = tuple(a for a in roles.recipients if a.span not in self.selves)
        return replace(roles, actors=actors, recipients=recipients)

    def _obligation(self, match: Match, here: TokenMentions, roles: Roles) -> Obligation | None:
        makers = self.terms.makers(match, here.sentence, self.earlier, self.parties)
        owed = self.terms.owes(here, match, roles, makers)
        return told_obligation(self.report.text, here, match, (roles.actors, makers), owed=owed)


def _again_with(
    made: Sequence[tuple[Match, Claim]], claims: Sequence[Claim]
) -> list[tuple[Match, Claim]]:
    return [(match, claim) for (match, _), claim in zip(made, claims, strict=True)]


def _claim_id(report: Report, match: Match, trigger: Span, roles: Roles) -> str:
    names = ",".join(a.name for a in roles.actors)
    return content_id(report.id, match.kind.name, trigger.start, trigger.end, names)
