"""Who is meant where a saying, a demand or talks name nobody, by what was told just before.

"Each side blamed the other", "They had earlier ruled it out", "The talks were resumed in May": the
pair or the doer of what stands before. Only where nobody is named at all; two that would do leave
it open.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace

from foedera.data import Actor, Claim, Roles, Sentence
from foedera.extract.frames import Match
from foedera.extract.role_words import role_words
from foedera.tree import children

_REACH, _FAR = 350, 700
_KEPT = 12
_JOINT = frozenset({"diplomacy.meet", "diplomacy.consult", "diplomacy.call", "agreement.negotiate"})
_FAMILIES = frozenset({"statement", "request", "diplomacy"})
_POINTING = frozenset({"it", "they"})
_BODIES = frozenset({"organisation"})
_OPENING = 3
_ONE_MORE = frozenset({"a", "an", "any", "no", "another", "such", "every", "some"})
_NAMING = ("with", "between", "of", "possessor", "by", "among", "company")


class Told:
    """The claims made so far of a report, the last ones first to be asked."""

    def __init__(self) -> None:
        self._claims: deque[Claim] = deque(maxlen=_KEPT)

    def add(self, claim: Claim) -> None:
        """Remember a claim."""
        self._claims.append(claim)

    def complete(self, match: Match, roles: Roles, s: Sentence) -> Roles:
        """Give a match that names nobody the doers that its subject points back at."""
        if any(_is_known(a) for a in (*roles.actors, *roles.recipients)):
            return roles
        here = s.starts[match.head]
        if any(_are_the_two(s, t) for t in match.slots.get("subject", ())):
            return replace(roles, actors=self._pair(here))
        if match.kind.name in _JOINT:
            return replace(roles, actors=self._pair(here)) if _points(s, match) else roles
        if match.kind.family not in _FAMILIES:
            return roles
        for subject in match.slots.get("subject", ()):
            found = self._meant(s, subject, here)
            if found:
                return replace(roles, actors=found)
        return roles

    def _meant(self, s: Sentence, subject: int, here: int) -> tuple[Actor, ...]:
        word = s.words[subject].lower()
        if word in role_words("both_sides") or _is_each_side(s, subject):
            return () if _is_of_others(s, subject) else self._pair(here)
        if word in role_words("member_gatherings") and _is_definite(s, subject):
            return self._body(here)
        opens = subject - _OPENING < 0 and s.deps[subject] == "nsubj"
        if word in _POINTING and opens and s.heads[s.heads[subject]] == s.heads[subject]:
            return self._doer(s, word)
        return ()

    def _pair(self, here: int) -> tuple[Actor, ...]:
        """Return the two states of the last claim that tells of two."""
        for claim in reversed(self._claims):
            if not 0 <= here - claim.passage.trigger.start <= _FAR:
                continue
            both = {a.country: a for a in (*claim.roles.actors, *claim.roles.recipients)}
            states = tuple(a for country, a in both.items() if country)
            if len(states) == 2:
                return states
            if len(states) > 2:
                return ()
        return ()

    def _body(self, here: int) -> tuple[Actor, ...]:
        """Return the one body of states that was told before a gathering of it."""
        near = [c for c in self._claims if 0 <= here - c.passage.trigger.start <= _FAR]
        bodies = {a.name: a for c in near for a in c.roles.actors if a.kind in _BODIES}
        return tuple(bodies.values()) if len(bodies) == 1 else ()

    def _doer(self, s: Sentence, word: str) -> tuple[Actor, ...]:
        """Return who did what the sentence before tells, where all of it is told of one side."""
        start = s.span.start
        near = [c for c in self._claims if 0 <= start - c.passage.trigger.start <= _REACH]
        sides = {tuple(sorted(_side(a) for a in c.roles.actors)) for c in near if c.roles.actors}
        if len(sides) != 1:
            return ()
        last = next(c for c in reversed(near) if c.roles.actors)
        fits = [a for a in last.roles.actors if word == "they" or a.kind != "person"]
        return tuple(fits) if all(_is_known(a) for a in fits) else ()


def _side(actor: Actor) -> str:
    return actor.country or actor.name


def _is_known(actor: Actor) -> bool:
    return actor.country is not None or actor.kind != "group"


def _points(s: Sentence, match: Match) -> bool:
    """Say whether talks told as held name nobody and are no others: "the talks were resumed"."""
    if any(match.slots.get(name) for name in _NAMING):
        return False
    noun = match.head
    if match.slots.get("pointing", (noun,)) != (noun,):
        return True
    if s.tags[noun][0] == "V":
        nouns = (*match.slots.get("object", ()), *match.slots.get("subject", ()))
        noun = next((n for n in nouns if s.tags[n][0] == "N"), noun)
    over = match.head if noun != match.head else s.heads[noun]
    held = s.tags[noun][0] == "N" and s.lemmas[over] in role_words("holding_talks")
    return held and not any(s.words[k].lower() in _ONE_MORE for k in children(s, noun, "det"))


def _is_each_side(s: Sentence, noun: int) -> bool:
    """Say whether a phrase means the two told before: "each side", "both neighbours"."""
    if s.lemmas[noun].lower() not in role_words("halves"):
        return False
    return any(s.words[k].lower() in {"each", "both", "either", "neither", "two"} for k in
               children(s, noun, "det", "nummod", "preconj", "predet"))  # fmt: skip


def _is_of_others(s: Sentence, token: int) -> bool:
    """Say whether a word for two is told of what: "both of the generals", not "both of them"."""
    of = [k for k in children(s, token, "prep") if s.words[k].lower() == "of"]
    told = (noun for k in of for noun in children(s, k, "pobj") if s.tags[noun][0] == "N")
    return any(s.lemmas[noun].lower() not in role_words("halves") for noun in told)


def _are_the_two(s: Sentence, token: int) -> bool:
    """Say whether "the two" stands alone for a pair told before: "the two shook hands"."""
    alone = s.tags[token] == "CD" and s.words[token].lower() == "two"
    return alone and _is_definite(s, token) and not children(s, token, "prep")


def _is_definite(s: Sentence, noun: int) -> bool:
    return any(s.words[k].lower() in {"the", "this"} for k in children(s, noun, "det"))
