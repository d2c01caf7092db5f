"""Which words of a slot may tell who does an act, or whom it is done to."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.claim_topics import is_medium
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of
from foedera.extract.role_not_doing import is_only_demanded
from foedera.extract.role_owners import names_doer
from foedera.extract.role_words import role_words
from foedera.extract.subjects import is_passive, surface_subject
from foedera.tree import children, conjuncts, subtree

_ASKED = "clause_doer"
_DUTY = "duty"
_NEAR = 12


def tellers(
    match: Match, mentions: TokenMentions, slot: str, *, doing: bool = True
) -> tuple[int, ...]:
    """List a slot's tokens that may name who does it, or all where none is sought."""
    s = mentions.sentence
    found = match.slots.get(slot, ())
    if doing:
        if slot == "subject" and is_only_demanded(match, s):
            return ()
        if slot == "by":
            found = tuple(t for t in found if not _says_so(match, s, t))
        return tuple(t for t in found if names_doer(match, mentions, t))
    if slot == _ASKED and _DUTY in match.frame.needs.get("clause", ()):
        return _bound(s, match.slots.get("clause", ()), found)
    if slot == "object_owner":  # "criticised his friend" is not done to him
        return tuple(t for t in found if s.tags[t] != "PRP$" or _stands_for_owner(match, s, t))
    if slot == "on" and match.kind.family in role_words("said_families"):
        return tuple(t for t in found if not is_medium(match, s, t))
    return found


def _says_so(match: Match, s: Sentence, name: int) -> bool:
    """Say whether "by" names whose words a clause behind tells: "claims after the raid by X that".

    The parser hangs it on the nearest noun.
    """
    if match.frame.sort != "nouns" or s.deps[name] != "pobj" or name < match.head:
        return False
    behind = subtree(s, name)[-1] + 1
    if behind >= len(s.words) or s.words[behind].lower() != "that" or s.deps[behind] != "mark":
        return False
    before = range(max(0, match.head - _NEAR), match.head)
    return any(s.lemmas[t].lower() in role_words("telling_nouns") for t in before)


def _bound(s: Sentence, clauses: tuple[int, ...], told: tuple[int, ...]) -> tuple[int, ...]:
    """List who is to act by what is said: of "X is weak, and Y must help, Z said" Y alone.

    To whom something is to be done nothing is asked of: "said X must be stopped". Where no clause
    shows who is bound, all that are `told` may be.
    """
    rows = [[c] if _DUTY in classes_of(s, c) else conjuncts(s, c) for c in clauses]
    verbs = [v for row in rows for v in row if _DUTY in classes_of(s, v)]
    if any(is_passive(s, v) for told in verbs for v in (told, *children(s, told, "xcomp"))):
        return ()
    own = [k for v in verbs for k in _doers(s, v)]
    return tuple(own) or told


def _doers(s: Sentence, verb: int) -> tuple[int, ...]:
    own = children(s, verb, "nsubj")
    if own or s.deps[verb] != "conj":
        return tuple(own)
    return surface_subject(s, verb)


def _stands_for_owner(match: Match, s: Sentence, owner: int) -> bool:
    """Say whether what somebody decides or does stands for him: "protested his policies"."""
    if match.kind.family != "unrest":
        return False
    return not classes_of(s, s.heads[owner]).isdisjoint(role_words("deed_classes"))
