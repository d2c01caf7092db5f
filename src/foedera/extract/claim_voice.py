"""Reality, stance and sources of a claim, from the syntax and the attributions around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from foedera.data import Actor, Attribution, Sentence, Span, Stance, Voice
from foedera.extract.frames import Match
from foedera.extract.not_denied import is_only_touched, settle_denied
from foedera.extract.reality import Reading, is_considering, read_reality
from foedera.extract.reality_done import (
    carried_out,
    is_answered,
    is_asked_about,
    is_commanded,
)
from foedera.extract.reality_edges import is_known
from foedera.extract.reality_lasting import settle_standing
from foedera.extract.reality_prepositions import is_definite
from foedera.extract.reality_shades import table, words_of
from foedera.extract.reality_weighed import is_doubted, is_raised, is_suspected
from foedera.extract.role_words import role_words
from foedera.extract.speech_stance import is_attitude, is_wish
from foedera.extract.subject_control import finite_above, joins_the_finite
from foedera.extract.subject_strays import speaks_on
from foedera.tree import ancestors, children, helping

_OF_THE_WHOLE = frozenset(
    {"believed", "considered", "denied", "neither-confirmed-nor-denied", "not-acknowledged"}
)
_OVER_REPORTS = frozenset(
    {"denied", "no-comment", "neither-confirmed-nor-denied", "not-acknowledged"}
)
_AHEAD = frozenset({"until", "till", "if", "unless", "whether", "lest"})
_PAST = frozenset({"had", "has", "have", "'ve", "’ve", "was", "were"})
_ASKED = _OF_THE_WHOLE | {"no-comment"}
_WEIGHING = frozenset({"statement.consider"})
_UNABLE = frozenset({"would", "could", "can", "ca"})
_REAL = frozenset({"happened", "ongoing"})


class Speech:
    """The attributions of a report, asked which of them tell a given stretch of text."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._all = attributions
        self._contents = [
            (c.start, c.end, i) for i, a in enumerate(attributions) for c in a.content
        ]

    def around(self, trigger: Span) -> list[Attribution]:
        """List the attributions whose content holds `trigger`, outermost first."""
        start, end = trigger.start, trigger.end
        holding = [(b - a, -i) for a, b, i in self._contents if a <= start and end <= b]
        if not holding:
            return []
        innermost = -min(holding)[1]
        chain: list[Attribution] = []
        at: int | None = innermost
        while at is not None and self._all[at] not in chain:
            chain.append(self._all[at])
            at = self._all[at].parent
        return chain[::-1]

    def last_of(self, outer: Attribution) -> Attribution:
        """Return the innermost of those who say just the same: of an agency, whom it quotes."""
        same = (i for *_, i in self._contents if self._all[i].content == outer.content)
        return self._all[max(same)]


def besides_own(match: Match, s: Sentence, chain: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Leave out what only goes before a saying: "said X lies and accused Y" tells the accusing.

    The parser joins the second to what is said, or hangs it there: "said X lies, urging Y to go".
    """
    head = match.head
    said = match.kind.family in role_words("said_families")
    loose = said or joins_the_finite(s, head)
    if not chain or not loose or match.frame.sort == "nouns":
        return tuple(chain)
    above = speaks_on(s, head, s.heads[head]) or finite_above(s, head, s.heads[head])
    if above is None:
        return tuple(chain)
    start, end = s.starts[above], s.ends[above]
    return tuple(a for a in chain if not any(c.start < end and c.end > start for c in a.cue))


def read_voice(
    match: Match, sentence: Sentence, chain: Sequence[Attribution], *, shown: bool
) -> Voice:
    """Read how real a match is told to be, what its source does with it, and who says so.

    `shown` marks headlines and captions, whose present tells what happened.
    """
    chain = _without_charger(sentence, chain)
    own = read_reality(sentence, match.head, headline=shown, within=match.tokens)
    forced = match.frame.reality or match.kind.reality
    if _has_looked_over(match, sentence, own):
        forced = None
    reality = "happened" if _only_failed(match, own) else own.reality
    if reality == "planned" and _is_worked_at(match, sentence, own):
        reality = "ongoing"
    if reality == "planned" and _is_said_by_trying(match, sentence, own):
        reality = read_reality(sentence, sentence.heads[match.head]).reality
    inner = chain[-1] if chain else None
    aside = inner is not None and is_aside(sentence, match.head, inner)
    above = sentence.heads[match.head]
    aside = aside or is_commanded(sentence, match.head, above)
    aside = aside or carried_out(sentence, match.head, above) is not None
    lasts = own.cause in words_of("ending") or own.cause in table("modals")
    aside = aside or (own.reality == "ongoing" and lasts)
    aside = aside or is_answered(sentence, match.head) or is_raised(sentence, match.head, above)
    asked = inner is not None and is_asked_about(sentence, match.head)
    if reality in _REAL and inner and inner.reality is not None and not (aside or asked):
        reality = inner.reality
    kept = own.cause == "to" or (forced == "not-happened" and own.cause in _UNABLE)
    if forced is not None and (forced == "ongoing" or reality in _REAL or kept):
        reality = forced
    if forced == "demanded" and _is_wanting(sentence, match.head, own):
        reality = forced
    said = _speaking(chain)
    told = len(chain) > 1 and said is chain[-2]  # what a noun of saying tells is no aside
    apart = said and said.stance in _OF_THE_WHOLE and is_aside(sentence, match.head, said)
    apart = apart and not (told and not _is_described(sentence, match.head, said))
    apart = apart or (said and said.stance == "denied" and is_only_touched(sentence, match.head))
    known = apart or (asked and said and said.stance in _ASKED)
    known = known or is_answered(sentence, match.head)
    suspected = is_suspected(sentence, match.head)
    stance = _stance(own, None if known else said, suspected=suspected)
    if stance == "denied" and said is not None:
        stance, reality = settle_denied(sentence, match.head, own, reality, said)
    asked = stance == "asserted" and reality == "demanded" and sentence.tags[match.head] == "VB"
    if match.kind.name in _WEIGHING and not (asked or reality in _REAL):
        stance = "considered"  # whoever "had to consider" it is told to, and weighs nothing yet
    stance = match.frame.stance or stance
    apart = apart or (said is not None and _answers(sentence, match.head, said))
    asking = inner is not None and inner.reality == "demanded" and said is inner and aside
    if (
        apart or asking
    ) and reality in _REAL:  # what is known is not theirs who doubt or weigh the rest
        chain = [told for told in chain if told is not said]
    teller = next((told for told in reversed(chain) if _tells(told)), None)
    passing = teller is not None and _is_in_passing(sentence, match.head, teller)
    voice = Voice(reality, stance, sources_of(chain), passing)
    return voice if shown else settle_standing(voice, match, sentence)


def _answers(s: Sentence, head: int, said: Attribution) -> bool:
    """Say whether a cue only answers what was said: whoever rejects a charge does not tell it."""
    at = s.starts[s.heads[head]]
    return is_answered(s, head) and any(cue.start <= at < cue.end for cue in said.cue)


def _without_charger(s: Sentence, chain: Sequence[Attribution]) -> Sequence[Attribution]:
    """Leave out whose word it is that another denies: "denied a claim by the rebels that"."""
    if len(chain) < 2 or chain[-2].stance not in _OVER_REPORTS or not chain[-1].cue:
        return chain
    noun = next((k for k, start in enumerate(s.starts) if start == chain[-1].cue[0].start), None)
    if noun is None or s.deps[noun] not in {"dobj", "nsubjpass", "pobj"} or s.tags[noun][0] != "N":
        return chain
    over = s.heads[s.heads[noun]] if s.deps[noun] == "pobj" else s.heads[noun]
    denied = any(cue.start <= s.starts[over] < cue.end for cue in chain[-2].cue)
    told = s.lemmas[noun].lower() in words_of("told_things")
    return [*chain[:-1], replace(chain[-1], speakers=())] if denied and told else chain


def _only_failed(match: Match, own: Reading) -> bool:
    """Say whether what was done merely did not succeed: "a failed missile test"."""
    failed = own.reality == "not-happened" and own.cause in words_of("failing")
    return failed and match.kind.name in words_of("done_though_failed")


def _is_worked_at(match: Match, s: Sentence, own: Reading) -> bool:
    """Say whether trying is doing it: "working to develop warheads", "efforts to isolate Chad"."""
    above = s.heads[match.head]
    if own.cause not in words_of("endeavours") or s.lemmas[above] != own.cause:
        return False
    return match.kind.name in words_of("worked_at") and read_reality(s, above).reality in _REAL


def _is_said_by_trying(match: Match, s: Sentence, own: Reading) -> bool:
    """Say whether somebody says it by trying to: "tried to clarify his remarks"."""
    above = s.heads[match.head]
    tries = own.cause in words_of("trying") and s.lemmas[above] == own.cause
    tries = tries and s.tags[match.head] == "VB"
    said = match.kind.family == "statement" and match.kind.name not in _WEIGHING
    return said and tries and read_reality(s, above).reality in _REAL


def _has_looked_over(match: Match, s: Sentence, own: Reading) -> bool:
    """Say whether somebody has examined a thing: "reviewed the report"."""
    looked = match.kind.name in _WEIGHING and s.lemmas[match.head] in words_of("looking_over")
    return looked and own.reality == "happened" and s.tags[match.head] in {"VBD", "VBN"}


def _is_wanting(s: Sentence, verb: int, own: Reading) -> bool:
    """Say whether a wish is one although denied or put politely.

    "Does not want Chad to join" wants that it does not; "would like Chad to leave" likes it now.
    """
    lemma = s.lemmas[verb]
    return (lemma == "want" and own.reality == "not-happened") or (
        lemma in {"like", "prefer"} and own.reality == "planned"
    )


def _speaking(chain: Sequence[Attribution]) -> Attribution | None:
    """Return the attribution that gives the stance: the innermost, or past a plan or wish
    whoever doubts or weighs it."""
    own = len(chain) > 1 and chain[-1].speakers not in ((), chain[-2].speakers)
    if len(chain) > 1 and not own and chain[-2].stance in _OVER_REPORTS:
        return chain[-2]  # "denied reports that it had sold them", "did not comment on reports"
    if not chain or not is_wish(chain[-1]):
        return chain[-1] if chain else None
    outer = (told for told in reversed(chain) if not is_wish(told))
    told = next(outer, None)
    return told if told is not None and told.stance in _OF_THE_WHOLE else chain[-1]


def is_aside(s: Sentence, head: int, told: Attribution) -> bool:
    """Say whether a match only describes somebody within what is told, or is taken as known.

    "It is believed that they joined the troops fighting in the hills" doubts no fighting, and
    "vowed to answer the attack" plans none.
    """
    return next(_asides(s, head, told), None) is not None


def _is_described(s: Sentence, head: int, told: Attribution | None) -> bool:
    """Say whether a clause describes somebody within what is told: "the pact that it signed"."""
    at = next(_asides(s, head, told), None) if told is not None else None
    if at is None or s.deps[at] != "relcl":
        return False
    return s.lemmas[s.heads[at]].lower() not in words_of("told_things")


def _asides(s: Sentence, head: int, told: Attribution) -> Iterator[int]:
    """Yield the words, from a match up, that stand aside from what is told above them."""
    for at in (head, *ancestors(s, head)):
        inside = any(c.start <= s.starts[at] < c.end for c in told.content)
        if not inside or s.heads[at] == at:
            return
        above = s.heads[at]
        described = any(c.start <= s.starts[above] < c.end for c in told.content)
        loose = s.deps[at] == "advcl" and s.tags[at] == "VBN"
        describes = (s.deps[at] in {"acl", "relcl"} and s.tags[at] != "VB") or loose
        describes = describes and not _is_charged(s, at)
        known = (
            describes
            or _is_before(s, at)
            or is_known(s, at)
            or _is_past_aside(s, at)
            or _is_curb_in_force(s, at)
        )
        if _is_regarded(s, at) or (described and known):
            yield at


def _is_before(s: Sentence, verb: int) -> bool:
    """Say whether a verb only tells when it was said: "asked them before leaving"."""
    return s.deps[verb] == "pcomp" and s.words[s.heads[verb]].lower() == "before"


def _is_curb_in_force(s: Sentence, noun: int) -> bool:
    """Say whether sanctions only stand behind what is told: "in violation of sanctions"."""
    if s.deps[noun] != "pobj" or s.lemmas[noun].lower() not in words_of("standing_curbs"):
        return False
    over = s.heads[s.heads[noun]]
    return s.tags[over][0] == "N" and s.lemmas[over].lower() in words_of("about_curbs")


def _is_regarded(s: Sentence, noun: int) -> bool:
    """Say whether something known is only looked upon: "its refusal was seen as a snub"."""
    verb = s.heads[noun]
    seen = s.deps[noun] == "nsubjpass" and s.lemmas[verb] in words_of("regarding")
    if not seen or not is_definite(s, noun):
        return False
    prepositions = children(s, verb, "prep", "xcomp", "advcl")
    return any(s.words[k].lower() == "as" for k in prepositions)


def _is_charged(s: Sentence, verb: int) -> bool:
    """Say whether a clause is what a report or a charge says: "the charge that it left"."""
    said = s.lemmas[s.heads[verb]].lower() in words_of("told_things")
    return said and s.deps[verb] == "acl" and bool(children(s, verb, "mark"))


def _is_in_passing(s: Sentence, head: int, told: Attribution) -> bool:
    """Say whether a speaker names a match in passing; "the notion that they are at war" is told."""
    at = next(_asides(s, head, told), None)
    return at is not None and not (s.deps[at] == "acl" and children(s, at, "mark"))


def _is_past_aside(s: Sentence, verb: int) -> bool:
    """Say whether an adverbial clause tells what has been: "because they broke the truce"."""
    if s.deps[verb] != "advcl" or any(
        s.words[k].lower() in _AHEAD for k in children(s, verb, "mark")
    ):
        return False
    helped = helping(s, verb)
    return s.tags[verb] == "VBD" or (s.tags[verb] == "VBN" and not helped.isdisjoint(_PAST))


def _stance(own: Reading, inner: Attribution | None, *, suspected: bool) -> Stance:
    if inner is not None and inner.stance != "asserted":
        return inner.stance
    if is_doubted(own) or suspected:
        return "believed"
    return "considered" if is_considering(own) else "asserted"


def sources_of(chain: Sequence[Attribution]) -> tuple[tuple[Actor, ...], ...]:
    """Return the levels of speakers, outermost first.

    An unnamed passive adds none, nor does somebody who only wants or condemns what is told.
    """
    levels: list[tuple[Actor, ...]] = []
    for attribution in chain:
        speakers = attribution.speakers
        if not _tells(attribution):
            continue
        if not levels or _names(levels[-1]) != _names(speakers):
            levels.append(speakers)
    return tuple(levels)


def _tells(attribution: Attribution) -> bool:
    return bool(attribution.speakers) and not is_attitude(attribution)


def _names(level: tuple[Actor, ...]) -> list[str]:
    return [a.name for a in level]
