"""Whether a noun comes back to a kind of deed that the report told of somebody before.

"Buildings rattled from the force of the explosion" in a report on a bombing: it tells a deed
though it names nobody, as the report has told of whom deeds of that kind are. So do deeds that
only powers do, once any state is told of: "the talks stalled", "chemical weapons were used".
"""

from __future__ import annotations

from foedera.data import Claim, Sentence
from foedera.extract.frames import Match
from foedera.extract.role_words import role_words
from foedera.tree import children

# Where a noun stands that tells a deed; "attack planes" and "said to be an attack" tell none.
_TELLING = frozenset({"pobj", "nsubj", "nsubjpass", "dobj", "conj"})
_COMMON = frozenset({"NN", "NNS"})
_NONE_TOLD = frozenset({"no", "some", "any"})
_DOUBT = frozenset({"may", "might", "could"})
_MATTERS = ("of", "for", "on", "to", "object", "subject", "by")
_FORCE, _CYBER = "military.attack", "coercion.cyber-attack"
_ATTACKS = frozenset({_FORCE, _CYBER})


class ToldAgain:
    """The kinds of deeds told so far of anybody known, and since when states are told of."""

    def __init__(self) -> None:
        self._told: set[str] = set()
        self._states_since: int | None = None
        self._attack = ""  # the kind of the attack told last

    def add(self, claim: Claim) -> None:
        """Remember that a deed was told of somebody."""
        everyone = (*claim.roles.actors, *claim.roles.recipients)
        if everyone:
            self._told.add(claim.kind)
        if claim.kind in _ATTACKS:
            self._attack = claim.kind
        if self._states_since is None and any(a.country for a in everyone):
            self._states_since = claim.passage.trigger.end

    def comes_back(self, match: Match, s: Sentence) -> bool:
        """Say whether a deed of nobody known is told: one told before, or one of powers."""
        if match.kind.name == _FORCE and self._attack == _CYBER and _says_attack(s, match.head):
            return False
        if self._of_powers(match, s):
            return True
        if match.kind.name not in self._told or match.frame.sort != "nouns":
            return False
        return match.kind.name in role_words("deeds_told_again") and _tells_deed(s, match.head)

    def tells_by_noun(self, match: Match, s: Sentence) -> bool:
        """Say whether a noun tells a deed of powers though nothing near before explains it.

        Nouns of other senses too ("faces a test") need such a deed told anywhere before.
        """
        kind = match.kind.name
        known = kind in self._told or kind not in role_words("deeds_told_again")
        return known and s.tags[match.head] in _COMMON and self._of_powers(match, s)

    def _of_powers(self, match: Match, s: Sentence) -> bool:
        """Say whether a deed that only powers do is told in a report on states: "the siege".

        What is told not to have happened needs somebody who did not do it.
        """
        if self._states_since is None or self._states_since > s.starts[0]:
            return False
        if _is_denied(s, match.head) or _is_everyday(s, match):
            return False
        if match.frame.sort == "nouns" or s.tags[match.head] in _COMMON:
            named = match.kind.name in role_words("nouns_of_powers")
            return named and _tells_deed(s, match.head, whole=len(match.tokens) > 1)
        if match.frame.sort != "verbs" or match.kind.name not in role_words("verbs_of_powers"):
            return False
        if s.lemmas[match.head] in role_words("verbs_not_told_again"):
            return False
        return not _may_be_anybodys(s, match)


def _says_attack(s: Sentence, word: int) -> bool:
    """Say whether "attack" alone is told, which may be one upon computers told before."""
    return s.lemmas[word].lower() == "attack"


def _is_everyday(s: Sentence, match: Match) -> bool:
    """Say whether it is a matter of everyday life: "approval of the vaccine", "a close call"."""
    matters = (s.lemmas[t].lower() for name in _MATTERS for t in match.slots.get(name, ()))
    before = (s.lemmas[k].lower() for k in children(s, match.head, "amod", "compound", "nmod"))
    return not (
        role_words("everyday_matters").isdisjoint(matters)
        and role_words("everyday_sorts").isdisjoint(before)
    )


def _may_be_anybodys(s: Sentence, match: Match) -> bool:
    """Say whether people that no state is told of only may have done it: "the crew may have"."""
    doubted = any(s.words[k].lower() in _DOUBT for k in children(s, match.head, "aux"))
    return doubted and any(s.tags[t] in _COMMON for t in match.slots.get("subject", ()))


def _is_denied(s: Sentence, word: int) -> bool:
    """Say whether a verb has a "not", a noun a "no" or a "some" that leaves it open."""
    open_ = any(s.words[k].lower() in _NONE_TOLD for k in children(s, word, "det"))
    return open_ or bool(children(s, word, "neg"))


def _tells_deed(s: Sentence, noun: int, *, whole: bool = False) -> bool:
    """Say whether a noun stands where it tells a deed and names no mere danger or thing.

    A longer form ("civil war") is as plain as its head is not.
    """
    if s.tags[noun] not in _COMMON:
        return False
    there = s.deps[noun] == "attr" and bool(children(s, s.heads[noun], "expl"))
    if not there and s.deps[noun] not in _TELLING:
        return False
    lemma = s.lemmas[noun].lower()
    if whole and lemma in role_words("wars_by_full_name"):
        return True
    return lemma not in role_words("nouns_not_told_again")
