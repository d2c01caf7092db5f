"""Sides that a deed told again has from where its report told it before: "the raid", "the siege".

"Chad shelled a town in Niger. The shelling lasted an hour": Chad's, of Niger. A noun comes back to
a deed where it points at one and says nothing of its own, or has its day or place; whose arrest
was told of a person of that name is told again of him. What the report tells of two sides, what
names somebody else, and what is another deed by its words ("a second raid") lends nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from foedera.data import Actor, Claim, Sentence, Setting
from foedera.extract.claim_reference import told_outright
from foedera.extract.frames import Match
from foedera.extract.role_words import role_words
from foedera.gazetteer import load_gazetteer
from foedera.tree import children

Made: TypeAlias = Sequence[tuple[Match, Claim]]
_Side: TypeAlias = Literal["actors", "recipients"]

_SIDES: tuple[_Side, _Side] = ("actors", "recipients")
_OTHER: dict[_Side, _Side] = {"actors": "recipients", "recipients": "actors"}
_REACH = 1500  # characters: beyond them a reader has forgotten which
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_ONE = frozenset({"a", "an", "no", "any", "some", "every", "each", "such"})
_BEFORE = ("compound", "amod", "nmod", "poss", "nummod")
_BEHIND = ("prep", "relcl", "acl", "appos")
_REAL = frozenset({"happened", "ongoing"})
_VOUCHED = frozenset({"asserted", "confirmed"})
_CALL, _ATTACK = "diplomacy.call", "military.attack"
_BY_VERB = "frames.verb_frame"
_AMONG_OTHERS = frozenset({"including", "like", "unlike", "besides", "than"})
_SHORTEST, _ENDING = 4, 2  # letters that words of one stem share, and that they may not


@dataclass(frozen=True, slots=True)
class _Deed:
    """A deed as it was told: by which word, whether that only points back, or tells it outright."""

    claim: Claim
    lemma: str
    plain: bool
    lends: bool
    words: frozenset[str]

    def sides(self, side: _Side) -> frozenset[str]:
        return frozenset(a.country or a.name for a in self.named(side))

    def named(self, side: _Side) -> tuple[Actor, ...]:
        everyone = self.claim.roles.actors if side == "actors" else self.claim.roles.recipients
        return tuple(a for a in everyone if a.country or a.name[:1].isupper())

    def people(self, side: _Side) -> set[str]:
        return {a.name for a in self.named(side) if a.kind == "person"}


class LentSides:
    """The deeds that a report told so far, by their kinds."""

    def __init__(self) -> None:
        self._told: dict[str, list[_Deed]] = defaultdict(list)

    def lend(self, made: Made, s: Sentence) -> list[Claim]:
        """Return the claims of a sentence, told-again ones with the sides told before, in order."""
        claims = [claim for _, claim in made]
        for at in sorted(range(len(made)), key=lambda n: claims[n].passage.trigger.start):
            match, claim = made[at]
            if match.kind.family in role_words("families_told_anew") or match.kind.name == _CALL:
                continue
            noun = match.head if match.frame.sort == "nouns" else None
            words = frozenset(w.lower() for w in s.lemmas)
            lemma = s.lemmas[match.head].lower().replace("-", "")
            plain = noun is not None and _points(s, noun)
            deed = _Deed(claim, lemma, plain, _is_told_outright(s, match.head), words)
            for side in _SIDES:
                if not _sides_of(claims[at], side):
                    claims[at] = self._with_side(claims[at], deed, side, noun, s)
            self._told[claim.kind].append(replace(deed, plain=deed.plain or claims[at] != claim))
        return claims

    def _with_side(
        self, claim: Claim, deed: _Deed, side: _Side, noun: int | None, s: Sentence
    ) -> Claim:
        before = self._told[claim.kind]
        lender, rule = None, "same_person"
        if side == "actors" and claim.kind in role_words("done_once"):
            lender = _same_person(deed, before)
        if lender is None and noun is not None and not _is_another(s, noun):
            lender, rule = _same_deed(deed, before, side, s, noun), "same_deed"
        if lender is None or _clashes(deed, lender, side):
            return claim
        lent = lender.named(side)
        roles = claim.roles
        roles = replace(roles, actors=lent) if side == "actors" else replace(roles, recipients=lent)
        mark = f"+sides_lent.{rule}"
        told = claim.rule if claim.rule.endswith(mark) else f"{claim.rule}{mark}"
        return replace(claim, roles=roles, rule=told)


# --------------------------------------------------------------- which deed it is


def _same_person(deed: _Deed, before: Iterable[_Deed]) -> _Deed | None:
    """Return the killing, arrest or dismissal of the same person, told of one doer alone."""
    names = {a.name for a in deed.claim.roles.recipients if a.kind == "person" and a.name.istitle()}
    if len(names) != 1 or deed.claim.voice.reality == "not-happened":
        return None
    told = [
        d for d in before
        if d.named("actors") and names == {a.name for a in d.claim.roles.recipients} and _is_told(d)
    ]  # fmt: skip
    return told[-1] if len({d.sides("actors") for d in told}) == 1 else None


def _same_deed(
    deed: _Deed, before: Sequence[_Deed], side: _Side, s: Sentence, noun: int
) -> _Deed | None:
    """Return the deed that a noun comes back to, none where it may be another."""
    near = [d for d in before if _gap(d, deed) <= _REACH and _is_such(deed, d)]
    told = [d for d in near if d.named(side)]
    if not told:
        return None
    last = told[-1]
    if not _is_told(last) and not _are_planned(last, deed):
        return None
    if side == "actors" and deed.claim.kind == _ATTACK and not last.claim.rule.startswith(_BY_VERB):
        return None  # words before a noun may name whom it befell
    if _is_bare(s, noun, deed, last.words):
        hidden = any(not d.named(side) and not d.plain for d in near[near.index(last) + 1 :])
        return None if hidden or not _is_of_one(deed, last, before, side) else last
    if side == "actors" or deed.claim.voice.reality not in _REAL or _names_more(s, noun, deed):
        return None
    there = [d for d in told if _is_told(d) and _has_same_setting(deed.claim, d.claim)]
    return there[-1] if len({d.sides(side) for d in there}) == 1 else None


def _is_such(deed: _Deed, told: _Deed) -> bool:
    """Say whether a noun may mean a deed: force and sayings by their word, others by kind."""
    kind = deed.claim.kind
    said = kind.partition(".")[0] in role_words("said_families")
    if not said and kind not in role_words("told_by_many_words"):
        return True
    return _are_alike(told.lemma, deed.lemma)


def _is_of_one(deed: _Deed, last: _Deed, before: Sequence[_Deed], side: _Side) -> bool:
    """Say whether the report tells deeds of the kind of one side alone.

    Of those struck one is enough that is told of more often than all others. Told once, it must be
    the first of such deeds: one that names nobody before it is what a report is about.
    """
    mine = deed.sides(_OTHER[side])
    alike = (d for d in before if not mine or mine & (d.sides(_OTHER[side]) or mine))
    sides = [d.sides(side) for d in alike if d.named(side)]
    often = sides.count(last.sides(side))
    if side == "recipients" and often == 1 and not mine:
        return len(sides) == 1 and not any(_is_such(deed, d) for d in before[: before.index(last)])
    return often == len(sides) or (side == "recipients" and often > len(sides) / 2)


def _clashes(deed: _Deed, told: _Deed, side: _Side) -> bool:
    """Say whether two tellings have different days, places or other sides, or one for both."""
    mine, its = deed.sides(_OTHER[side]), told.sides(_OTHER[side])
    if mine & told.sides(side) or (mine and its and not mine & its):
        return True
    people, others = deed.people(_OTHER[side]), told.people(_OTHER[side])
    if people and others and not people & others:
        return True  # "his trip" is none that another minister of his state made
    one, other = deed.claim.setting, told.claim.setting
    return _days_apart(one, other) or _places_apart(one, other)


def _is_told(deed: _Deed) -> bool:
    voice = deed.claim.voice
    return deed.lends and voice.reality in _REAL and voice.stance in _VOUCHED


def _is_told_outright(s: Sentence, head: int) -> bool:
    """Say whether a clause tells a deed for its own sake, or a noun does, not one among others.

    "Including the raid on the port", "an agent who was shot in May" tell of it by the way.
    """
    if s.tags[head][0] != "V":
        return s.words[s.heads[head]].lower() not in _AMONG_OTHERS
    return told_outright(s, head)


def _are_planned(told: _Deed, deed: _Deed) -> bool:
    return told.claim.voice.reality == deed.claim.voice.reality == "planned"


def _gap(told: _Deed, deed: _Deed) -> int:
    return deed.claim.passage.trigger.start - told.claim.passage.trigger.end


def _sides_of(claim: Claim, side: _Side) -> tuple[Actor, ...]:
    return claim.roles.actors if side == "actors" else claim.roles.recipients


def _are_alike(one: str, other: str) -> bool:
    """Say whether two words are of one stem: "bomb" and "bombing", "assault" alone."""
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    length = min(len(one), len(other)) if shared is None else shared
    return one == other or (length >= _SHORTEST and length >= min(len(one), len(other)) - _ENDING)


# --------------------------------------------------------------- the noun's own words


def _points(s: Sentence, noun: int) -> bool:
    """Say whether a noun stands with an article or a demonstrative and nothing behind."""
    return _has_article(s, noun) and not children(s, noun, *_BEFORE, *_BEHIND)


def _has_article(s: Sentence, noun: int) -> bool:
    return any(s.words[k].lower() in _POINTING for k in children(s, noun, "det"))


def _is_another(s: Sentence, noun: int) -> bool:
    """Say whether a noun tells one more of its sort, or any: "a raid", "the previous raid"."""
    before = {s.words[k].lower() for k in children(s, noun, "det", *_BEFORE, "advmod", "predet")}
    return not before.isdisjoint(_ONE | role_words("one_more"))


def _is_bare(s: Sentence, noun: int, deed: _Deed, told: frozenset[str]) -> bool:
    """Say whether a noun points back and says no more than whose it is and what was told.

    "The missile strike" after "struck it with missiles", "its shelling" where its doer is known.
    """
    if children(s, noun, *_BEHIND):
        return False
    spans = [a.span for a in deed.claim.roles.actors]
    own = False
    for kid in children(s, noun, *_BEFORE):
        at = s.starts[kid]
        if any(span.start <= at < span.end for span in spans):
            own = True
        elif s.lemmas[kid].lower() not in told:
            return False
    return own or _has_article(s, noun)


def _names_more(s: Sentence, noun: int, deed: _Deed) -> bool:
    """Say whether names stand before a noun other than of its day and place: "Israeli deaths"."""
    setting = deed.claim.setting
    spans = [x.span for x in (setting.when, setting.where) if x is not None]
    return any(
        s.words[kid][:1].isupper()
        and not any(span.start <= s.starts[kid] < span.end for span in spans)
        for kid in children(s, noun, *_BEFORE)
    )


# --------------------------------------------------------------- days and places


def _days_apart(one: Setting, other: Setting) -> bool:
    if one.when is None or other.when is None:
        return False
    first, last = one.when.earliest or "", one.when.latest or "9"
    return last < (other.when.earliest or "") or (other.when.latest or "9") < first


def _places_apart(one: Setting, other: Setting) -> bool:
    """Say whether two places are two; a state and a place in it may be one."""
    here, there = one.where, other.where
    if here is None or there is None or here.name == there.name:
        return False
    whole = load_gazetteer().states.get(here.country or "")
    return here.country != there.country or whole not in {here.name, there.name}


def _has_same_setting(claim: Claim, told: Claim) -> bool:
    """Say whether two claims have a day or a place in common, and neither apart."""
    one, other = claim.setting, told.setting
    if _days_apart(one, other) or _places_apart(one, other):
        return False
    dated = one.when is not None and other.when is not None
    here, there = one.where, other.where
    return dated or (here is not None and there is not None and here.name == there.name)
