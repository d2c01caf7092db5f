"""A second reading of a report about an agreement: what states did upon it, by words alone.

Frames read by the tree come first; what they found is only completed here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from foedera.data import (
    Actor,
    Claim,
    Mention,
    Passage,
    Report,
    Roles,
    Sentence,
    Setting,
    Span,
    Term,
    Title,
    Voice,
    When,
)
from foedera.extract.claim_days import lately
from foedera.extract.mention_index import MentionIndex
from foedera.extract.state_acts import Told, ToldAct, is_leaving, read_acts, read_whole
from foedera.extract.state_headlines import headed_acts, heads_entry
from foedera.extract.state_mending import mended
from foedera.extract.state_patterns import LEAVES, expressions, word_set
from foedera.extract.state_words import DAY, Line, read_line
from foedera.extract.title_found import nouns
from foedera.measure import content_id

RULE = "state_acts"
_LONGEST = 700
_REACH = 420
_OPENING = 3
_CONSENTS = frozenset({"agreement.ratify", "agreement.accede", "agreement.deposit-instrument"})
_DONE = ("happened", "ongoing")
_SHOWN = {
    "left": "agreement.withdraw",
    "bound": "agreement.enter-into-force",
    "members": "agreement.enter-into-force",
}
_DATED_BY_EFFECT = frozenset(
    {"agreement.withdraw", "agreement.accede", "agreement.deposit-instrument", "agreement.ratify"}
)
_HEADLINE = re.compile(
    r"((?:[\w'’-]+ ){0,3})\b(treaty|pact|accords?|convention|protocol|charter"
    r"|deal|agreement|talks|negotiations|ban)\b",
    re.IGNORECASE,
)


def with_state_acts(
    report: Report,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    claims: Sequence[Claim],
) -> list[Claim]:
    """Return the claims with what a second reading adds to them, in telling order.

    Where a frame read the same act, its claim gains the states, the day and the agreement that it
    lacks; an act that no frame read becomes a claim of its own.
    """
    main = _main_title(report, mentions)
    if main is None or (len(sentences) < 2 and not report.title):
        return list(claims)
    if not _is_topic(report, main, mentions):
        return list(claims)
    reading = _Reading(report, main, claims)
    index = MentionIndex(mentions)
    for s in sentences:
        if s.span.end - s.span.start <= _LONGEST:
            here = index.of(s)
            near = [m for kind in ("actor", "time", "agreement") for m in here.all(kind)]
            reading.read(s, near)
    reading.read_headline(sentences, index)
    made = [mended(claim, report) for claim in reading.made]
    return sorted(made, key=lambda c: (c.passage.trigger.start, c.passage.trigger.end))


class _Reading:
    """One report being read: what the last lines told serves the next."""

    def __init__(self, report: Report, main: Title, claims: Sequence[Claim]) -> None:
        self.made = list(claims)
        self._report = report
        self._main = main
        self._about: Title | None = None
        self._before = Told()
        self._headed = LEAVES.search((report.title or "").lower()) is not None
        self._told_in = 0

    def read_headline(self, sentences: Sequence[Sentence], index: MentionIndex) -> None:
        """Add what a headline tells and no sentence does: an entry, or what its states do."""
        headline = self._report.title or ""
        prose = (s for s in sentences if self._report.parts[s.part].kind == "paragraph")
        first = next(prose, None)
        if first is None:
            return
        here = index.of(first)
        near = [m for kind in ("actor", "time") for m in here.all(kind)]
        line = read_line(self._report.text, first, near, (), self._report.published)
        if heads_entry(headline) and not self._has("agreement.enter-into-force", ()):
            act = ToldAct("agreement.enter-into-force", 0, len(line.words), (), None)
            self.made.append(self._new(_Place(first, line, act, None), ()))
        told = (m.value for m in near if m.kind == "actor")
        states = {a.country: a for a in told if isinstance(a, Actor) and a.country}
        for kind, actors in headed_acts(headline, states):
            left = tuple(a for a in actors if not self._has(kind, (a,)))
            day = lately(line.days.values(), self._report.published)
            if left:
                act = ToldAct(kind, 0, len(line.words), left, day)
                self.made.append(self._new(_Place(first, line, act, None), left))

    def _has(self, kind: str, actors: tuple[Actor, ...]) -> bool:
        """Say whether a claim of a kind is read, by one of some states where such are asked for."""
        kinds = _CONSENTS if kind in _CONSENTS else {kind}
        asked = {_key(a) for a in actors}
        alike = (c for c in self.made if c.kind in kinds and c.voice.reality in _DONE)
        return any(not asked or asked & {_key(a) for a in c.roles.actors} for c in alike)

    def read(self, s: Sentence, mentions: Sequence[Mention]) -> None:
        """Add what one sentence tells."""
        line = read_line(
            self._report.text, s, mentions, self._before.states, self._report.published
        )
        titles = list(line.pacts.values())
        current = titles[0] if titles else self._about
        prose = self._report.parts[s.part].kind == "paragraph"
        act = self._before.act if s.part <= self._told_in + 1 else None
        if prose and (current is None or _may_mean(current, self._main)):
            told = read_acts(
                line, replace(self._before, act=act, leaving=self._before.leaving or self._headed)
            )
            for one in told:
                if one.actors:
                    self._add(_Place(s, line, one, self._named(line, one) or self._about))
            if told:
                act, self._told_in = told[-1].kind, s.part
            for one in read_whole(line):
                self._add_whole(_Place(s, line, one, self._named(line, one)))
        self._extend(line, s)
        firsts = [line.states[k] for k in sorted(line.states)]
        states = firsts[0] if firsts else self._before.states
        self._before = Told(act, states, is_leaving(line) or act == "agreement.withdraw")
        self._about = titles[-1] if titles else self._about

    def _named(self, line: Line, act: ToldAct) -> Title | None:
        """Return the name that stands near an act, for "the accord" that of the whole report."""
        near = _title_near(line, act)
        if near is None or _telling(near.title) or not self._main.span.end:
            return near
        return Title(self._main.title, near.span)

    def _add(self, place: _Place) -> None:
        """Complete the claim that a frame made of an act, or make a new one."""
        kind, left = place.kind, {_key(a): a for a in place.act.actors}
        for at, claim in enumerate(self.made):
            if claim.kind != kind or not place.holds(claim.passage.trigger):
                continue
            has = {_key(a) for a in claim.roles.actors}
            if (
                kind in ("agreement.withdraw", "agreement.unsign")
                and left.keys() <= has
                and (claim.agreement is not None and place.holds(claim.agreement.span))
            ):
                self.made[at] = _dated(claim, place.act.day)
                return
            near = place.meets(claim.passage.trigger) and not has
            if kind == "agreement.enter-into-force" and not place.meets(claim.passage.trigger):
                continue
            if claim.voice.reality != "happened" or not (left.keys() & has or near):
                continue
            self.made[at] = self._completed(claim, place, tuple(left.values()))
            left = {key: a for key, a in left.items() if key not in has} if has else {}
        crowd = all(a.kind == "group" for a in left.values())
        if left and not (crowd and self._has_states(place)):
            self.made.append(self._new(place, tuple(left.values())))

    def _has_states(self, place: _Place) -> bool:
        """Say whether a frame has states do in the same sentence what a crowd is told to do."""
        alike = [c for c in self.made if c.kind == place.kind and place.holds(c.passage.trigger)]
        return any(a.country for c in alike for a in c.roles.actors)

    def _completed(self, claim: Claim, place: _Place, actors: tuple[Actor, ...]) -> Claim:
        roles = claim.roles if claim.roles.actors else replace(claim.roles, actors=actors)
        setting = claim.setting
        if setting.when and _dates_opening(self._report.text, place.sentence, setting.when):
            setting = replace(setting, when=None)
        if setting.when is None and place.act.day is not None:
            setting = replace(setting, when=place.act.day)
        return replace(
            claim,
            roles=roles,
            setting=setting,
            agreement=self._meant(claim.agreement) or place.title or self._main,
            rule=f"{claim.rule}+{RULE}.{place.act.kind}",
        )

    def _meant(self, name: Title | None) -> Title | None:
        """Return the name that a frame read, none where it means several agreements."""
        if name is None or name.title.split()[-1].lower() not in nouns("plural_heads"):
            return name
        return name if _is_proper(name.title) else self._main

    def _new(self, place: _Place, actors: tuple[Actor, ...]) -> Claim:
        trigger, title = place.trigger, place.title or self._main
        planned = place.act.kind == "bound" and self._is_ahead(place.act.day)
        names = ",".join(a.name for a in actors)
        return Claim(
            id=content_id(self._report.id, place.kind, trigger.start, trigger.end, names, RULE),
            report=self._report.id,
            passage=Passage(place.sentence.span, trigger, "paragraph"),
            kind=place.kind,
            roles=Roles(actors=actors),
            setting=Setting(when=place.act.day),
            voice=Voice("planned" if planned else "happened"),
            agreement=title if title.span.end else Title(title.title, trigger),
            obligation=None,
            rule=f"{RULE}.{place.act.kind}",
        )

    def _add_whole(self, place: _Place) -> None:
        """Add what befalls the agreement, unless a frame read it or it is to come."""
        if self._is_ahead(place.act.day):
            return
        read = [n for n, c in enumerate(self.made)
                if c.kind == place.kind and place.holds(c.passage.trigger)]  # fmt: skip
        for at in read[:1] if len(read) == 1 else ():
            if place.meets(self.made[at].passage.trigger):
                self.made[at] = _dated(self.made[at], place.act.day)
        if not read:
            self.made.append(self._new(place, ()))

    def _is_ahead(self, day: When | None) -> bool:
        out = self._report.published.latest
        return bool(day and day.earliest and out and day.earliest > out)

    def _extend(self, line: Line, s: Sentence) -> None:
        """Give an act told just before the day from which the report says that it binds or ends."""
        for pattern in expressions("effects"):
            for found in pattern.finditer(line.words):
                place = line.words.rfind(DAY, found.start(), found.end())
                day = line.days[place]
                if day.earliest is None or day.earliest != day.latest or not self._is_ahead(day):
                    continue
                others = {_key(a) for p, row in line.states.items() if p < place for a in row}
                self._bind(s, Term("effect", day.earliest, day.words, day.span), others)
                return

    def _bind(self, s: Sentence, effect: Term, others: set[str]) -> None:
        for at in range(len(self.made) - 1, -1, -1):
            claim = self.made[at]
            if not _may_bind(claim) or claim.passage.span.start > s.span.start:
                continue
            own = {_key(a) for a in claim.roles.actors}
            far = s.span.start - claim.passage.span.end > _REACH
            if far or len(own) != 1 or (others and not own <= others):
                continue
            if all(t.kind != "effect" for t in claim.setting.terms):
                terms = (*claim.setting.terms, effect)
                self.made[at] = replace(claim, setting=replace(claim.setting, terms=terms))
            return


@dataclass(frozen=True, slots=True)
class _Place:
    """An act where a line tells it, and the name that stands near it."""

    sentence: Sentence
    line: Line
    act: ToldAct
    title: Title | None

    @property
    def kind(self) -> str:
        """The kind of claim that the act is shown as."""
        return _SHOWN.get(self.act.kind, self.act.kind)

    @property
    def trigger(self) -> Span:
        """The words that tell the act."""
        return self.line.span(self.act.start, self.act.end)

    def holds(self, span: Span) -> bool:
        """Say whether a stretch begins in the same sentence."""
        return self.sentence.span.start <= span.start < self.sentence.span.end

    def meets(self, span: Span) -> bool:
        """Say whether a stretch touches the words that tell the act."""
        return self.trigger.start <= span.end and span.start <= self.trigger.end


def _key(actor: Actor) -> str:
    return actor.country or actor.name


def _dated(claim: Claim, day: When | None) -> Claim:
    """Return a claim with the day that it lacks."""
    if claim.setting.when is not None or day is None:
        return claim
    return replace(claim, setting=replace(claim.setting, when=day))


def _may_bind(claim: Claim) -> bool:
    """Say whether a day of effect may be of a claim: a leaving, or a consent read anew."""
    if claim.kind not in _DATED_BY_EFFECT or claim.rule.endswith(".left"):
        return False
    return RULE in claim.rule or claim.kind == "agreement.withdraw"


def _main_title(report: Report, mentions: Sequence[Mention]) -> Title | None:
    """Return the name that a report is about: its headline's, else the one that it uses most."""
    titles = [m.value for m in mentions if isinstance(m.value, Title)]
    told = Counter(t.title for t in titles)
    found = _HEADLINE.search(report.title or "")
    headed = _telling(found.group()) if found else frozenset()
    if told:
        alike = [t for t in told if _telling(t) & headed]
        plain = [t for t in told if not _telling(t)]
        near = alike or (plain if headed else []) or list(told)
        name = max(near, key=lambda t: (_is_proper(t), told[t], t))
        return next(t for t in titles if t.title == name)
    if found is None:
        return None
    words = found.group().split()
    lead = max(
        (at for at, word in enumerate(words) if word.lower() in word_set("leading")), default=-1
    )
    return Title(" ".join(words[lead + 1 :]), Span(0, 0))


def _is_topic(report: Report, main: Title, mentions: Sequence[Mention]) -> bool:
    """Say whether a report is about an agreement from its headline or opening on.

    One that is only mentioned further down is not what "a deal" or "signed" speaks of.
    """
    opening = [part for part in report.parts if part.kind == "paragraph"][:_OPENING]
    if not opening or _HEADLINE.search(report.title or ""):
        return True
    end = opening[-1].span.end
    named = (m for m in mentions if isinstance(m.value, Title) and m.value.title == main.title)
    return any(m.span.start < end for m in named)


def _telling(title: str) -> frozenset[str]:
    """Return the words of a name that tell it from others, cut to their stems."""
    words = {word.strip("'’s") for word in title.lower().split()}
    return frozenset(w[:5] for w in words - nouns("heads") - nouns("judging_words") if len(w) > 2)


def _is_proper(title: str) -> bool:
    return any(w[:1].isupper() for w in title.split()) and title.lower() not in nouns("heads")


def _may_mean(current: Title, main: Title) -> bool:
    """Say whether what a sentence speaks of may be what its report is about."""
    if current.title == main.title:
        return True
    return not (_is_proper(current.title) and _is_proper(main.title))


def _title_near(line: Line, act: ToldAct) -> Title | None:
    if not line.pacts:
        return None
    return line.pacts[min(line.pacts, key=lambda place: (abs(place - act.start), place))]


def _dates_opening(text: str, s: Sentence, day: When) -> bool:
    """Say whether a day belongs to the participle that opens a sentence: "Adopted in June, ..."."""
    before, after = text[s.span.start : day.span.start], text[day.span.end : day.span.end + 1]
    return after == "," and re.fullmatch(r"\w+ed (?:in|on|at) ", before) is not None
