"""Whose "its" is that tells why somebody is dealt with: "bombed Mali over its attack" is Mali's.

Who is praised, punished, pressed or threatened for something did it himself. Of talks that holds
only for what arms somebody ("an accord with Chad over its arsenal"): a debt may be either's.
Whom he did it to is not his by that: "criticised Mali for seizing its ship" tells of the critic's.
"""

from __future__ import annotations

from collections.abc import Iterator

from foedera.data import Sentence
from foedera.extract.role_words import role_words
from foedera.tree import children

_WHY = frozenset({"for", "over"})
_ONWARDS = frozenset({"of", "on", "in", "including"})
_AIMED = frozenset({"on", "upon", "against", "at"})
_FURTHEST = 6


def dealt_with(s: Sentence, pronoun: int) -> int | None:
    """Return who is acted on for what a possessive pronoun owns, None if nobody is."""
    prep = _reason_above(s, pronoun)
    if prep is None:
        return None
    above = s.heads[prep]
    verb = above if s.tags[above][0] == "V" else s.heads[above]
    if s.words[prep].lower() == "for" and s.lemmas[verb] in role_words("for_oneself"):
        return None  # "needs X for its plans"
    preps = _AIMED | {"with"} if s.lemmas[s.heads[pronoun]] in role_words("armings") else _AIMED
    goals = {t for t in _goals(s, above, verb, preps) if t < prep and s.tags[t][0] in "NP"}
    return goals.pop() if len(goals) == 1 else None


def _reason_above(s: Sentence, pronoun: int) -> int | None:
    """Return the "for" or "over" that leads to what a pronoun owns, through rows and parts."""
    if s.deps[pronoun] != "poss":
        return None
    at = s.heads[pronoun]
    for _ in range(_FURTHEST):
        head = s.heads[at]
        word = s.words[head].lower()
        if s.deps[at] in {"pobj", "pcomp"}:
            if word in _WHY or word not in _ONWARDS:
                return head if word in _WHY else None
            at = s.heads[head]
        elif s.deps[at] == "conj" or (s.deps[at] == "dobj" and s.deps[head] == "pcomp"):
            at = head
        else:
            return None
        if at == s.heads[at] or _is_done_to(s, at, s.heads[pronoun]):
            return None
    return None


def _is_done_to(s: Sentence, deed: int, owned: int) -> bool:
    """Say whether what a pronoun owns is whom a deed is done to: "the raid on its embassy".

    Those whom a state oppresses are its own: "killing its people".
    """
    if deed == owned or s.lemmas[deed].lower() not in role_words("done_to_others"):
        return False
    return s.lemmas[owned].lower() not in role_words("own_victims")


def _goals(s: Sentence, above: int, verb: int, preps: frozenset[str]) -> Iterator[int]:
    """Yield those whom a verb, or the noun that it governs, is aimed at."""
    if s.deps[above] == "pobj" and s.words[s.heads[above]].lower() in preps:
        yield above  # "a threat against X over its claim", the reason hung on X
        return
    for governor in {above, verb}:
        if s.tags[governor][0] == "V":
            named = [k for k in children(s, governor, "dobj", "dative") if s.tags[k] != "IN"]
            yield from (k for k in named if s.tags[k].startswith(("NNP", "PRP")))
            governors = [governor, *named]
            if any(s.lemmas[k].lower() in role_words("judging_nouns") for k in named):
                preps |= {"to"}  # "delivered a rebuke to X for its support"
        else:
            governors = [governor]
        for one in governors:
            for prep in children(s, one, "prep"):
                if s.words[prep].lower() in preps:
                    yield from children(s, prep, "pobj")


def blamed_before(s: Sentence, pronoun: int) -> tuple[int, int] | None:
    """Return who blames and who is blamed in the clause before the one that tells of "its" thing.

    "The bloc accused Chad of lying and said its tests went on": Chad's, if the bloc is no state.
    Only of arming: a bloc has troops and envoys of its own.
    """
    owned = s.heads[pronoun]
    verb = s.heads[owned]
    if s.deps[pronoun] != "poss" or s.deps[owned] not in {"nsubj", "nsubjpass"}:
        return None
    if s.lemmas[owned] not in role_words("armings"):
        return None
    saying = s.heads[verb]
    blaming = s.heads[saying]
    if s.deps[verb] != "ccomp" or s.deps[saying] != "conj" or children(s, saying, "nsubj"):
        return None
    if s.lemmas[blaming].lower() not in role_words("blaming_verbs"):
        return None
    who, whom = children(s, blaming, "nsubj"), children(s, blaming, "dobj")
    return (who[0], whom[0]) if len(who) == len(whom) == 1 else None
