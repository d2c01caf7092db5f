"""Day and place that an act has from the sentence before: a toll, the act told once more."""

from __future__ import annotations

from dataclasses import replace

from foedera.data import Claim, Mention, Roles, Sentence, Where
from foedera.extract.claim_times import is_dated
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of
from foedera.extract.role_words import role_words
from foedera.tree import children, low_words

_TOLLS = frozenset({"harm.kill", "harm.injure"})
_STRIKES = frozenset({"military.attack", "military.fight", "harm.kill", "harm.injure"})
_ONCE_TOLD = frozenset(
    {"agreement.sign", "agreement.conclude", "agreement.ratify", "agreement.approve",
     "diplomacy.meet", "diplomacy.call", "diplomacy.expel-diplomats", "agreement.accede"}
)  # fmt: skip
_OTHER_ONE = frozenset(
    {"also", "another", "again", "separately", "earlier", "previously", "later", "then", "first",
     "already", "since", "before", "after", "last", "next", "second", "third", "when", "while",
     "every", "often", "usually", "always", "so", "far", "total", "toll", "if", "once"}
)  # fmt: skip
_DEFINITE = frozenset({"the", "this", "their", "its", "his", "her"})
_DONE_AT_HOME = frozenset(
    {
        "agreement.sign",
        "agreement.ratify",
        "agreement.approve",
        "diplomacy.meet",
        "agreement.exchange-instruments",
    }
)
_NEAR = 500  # characters


class Following:
    """The claims told so far, as the next sentence may go on about them."""

    def __init__(self) -> None:
        self._told: list[tuple[int, int, Claim]] = []

    def add(self, claim: Claim, sentence: Sentence) -> None:
        """Remember a claim and the sentence that told it."""
        self._told.append((sentence.span.start, sentence.span.end, claim))

    def complete(self, claim: Claim, head: int, here: TokenMentions) -> Claim:
        """Give a claim without day the day and place of what it tells again, a toll the place."""
        s = here.sentence
        if claim.setting.when is not None or not is_plain_past(s, head) or _tells_time(here):
            return claim
        toll = self._toll_of(claim, s)
        before = toll or self._once_more(claim, s, head)
        if before is None:
            return claim
        where = claim.setting.where or before.setting.where
        when = None if toll else before.setting.when  # one may die of it days later
        return replace(claim, setting=replace(claim.setting, when=when, where=where))

    def _toll_of(self, claim: Claim, s: Sentence) -> Claim | None:
        """Return the attack of one day and place right before a toll: "At least 12 people died"."""
        if claim.kind not in _TOLLS or claim.setting.where is not None:
            return None
        gap = [(s.span.start - end, c) for start, end, c in self._told if start < s.span.start]
        last = [c for far, c in gap if far <= 2 and c.kind in _STRIKES and _is_told(c)]
        days = {(c.setting.when.earliest, c.setting.when.latest) for c in last if c.setting.when}
        placed = [c for c in last if c.setting.where is not None]
        places = {c.setting.where.name for c in placed if c.setting.where}
        return placed[0] if len(days) == len(places) == 1 else None

    def _once_more(self, claim: Claim, s: Sentence, head: int) -> Claim | None:
        """Return the act told before that is told again: "the two signed the text in Oslo"."""
        if claim.kind not in _ONCE_TOLD or _names_new(s, head):
            return None
        who = _countries(claim)
        for _, end, before in reversed(self._told):
            if s.span.start < end or s.span.start - end > _NEAR:
                continue
            if before.kind != claim.kind or not _is_told(before) or before.setting.when is None:
                continue
            same_place = claim.setting.where is None or before.setting.where in (
                None, claim.setting.where
            )  # fmt: skip
            known = _countries(before)
            again = len(who) > 1 or _tells_of_it(s, head)
            return before if again and who <= known and same_place else None
        return None


def at_dateline(
    match: Match, here: TokenMentions, line: Mention | None, roles: Roles, *, lead: bool
) -> Where | None:
    """Return the dateline's place for what is told to have been "here", or for a lead's own news.

    What two states sign, or their leaders meet for, is the news of the dateline's town where the
    lead tells no other place and the town is one of theirs.
    """
    s = here.sentence
    if line is None or not isinstance(line.value, Where):
        return None
    near = (match.head, *match.tokens)
    if any(s.words[k].lower() == "here" for t in near for k in children(s, t, "advmod")):
        return line.value
    home = line.value.country in {a.country for a in roles.actors}
    if not lead or not home or match.kind.name not in _DONE_AT_HOME or here.all("place"):
        return None
    return line.value if is_plain_past(s, match.head) and s.deps[match.head] == "ROOT" else None


def _is_told(claim: Claim) -> bool:
    when = claim.setting.when
    done = claim.voice.reality == "happened" and claim.voice.stance in {"asserted", "confirmed"}
    return done and (when is None or is_dated(when))


def is_plain_past(s: Sentence, head: int) -> bool:
    """Say whether the verb is told in the simple past: "signed", "were killed"."""
    helped = {s.words[k].lower() for k in children(s, head, "aux", "auxpass")}
    if s.tags[head] == "VBD":
        return not helped
    return s.tags[head] == "VBN" and bool(helped) and helped <= {"was", "were"}


def _tells_time(here: TokenMentions) -> bool:
    words = {*low_words(here.sentence)}
    return bool(here.all("time")) or not words.isdisjoint(_OTHER_ONE)


def _names_new(s: Sentence, head: int) -> bool:
    """Say whether what is done is told as new: "signed a pact", no "the pact", "the documents"."""
    things = children(s, head, "dobj", "nsubjpass")
    return any(
        s.tags[t][0] == "N"
        and not {s.words[k].lower() for k in children(s, t, "det", "poss")} & _DEFINITE
        for t in things
    )


def _tells_of_it(s: Sentence, head: int) -> bool:
    """Say whether what was done is told as known: "the document was signed", "put to the vote"."""
    things = children(s, head, "dobj", "nsubjpass")
    return any(
        not classes_of(s, t).isdisjoint(role_words("text_classes"))
        and {s.words[k].lower() for k in children(s, t, "det")} & {"the", "this"}
        and not children(s, t, "prep", "relcl", "acl", "amod", "compound", "poss", "appos")
        for t in things
    )


def _countries(claim: Claim) -> set[str]:
    roles = claim.roles
    return {a.country for a in (*roles.actors, *roles.recipients) if a.country}
