"""Days of what is arranged: "is due on Friday to meet them", "the raid, which took place on"."""

from __future__ import annotations

from foedera.data import Mention, Sentence, When
from foedera.extract.claim_owners import Owners
from foedera.extract.claim_times import is_dated, nearest_verb
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_words import role_words
from foedera.extract.time_words import time_words
from foedera.tree import ancestors, children

_BELOW = frozenset({"pobj", "prep", "compound", "nmod", "amod"})
_PASSIVE = frozenset({"is", "are", "was", "were", "been", "be"})


def day_arranged(verb: int, here: TokenMentions) -> When | None:
    """Return the day told before what is to be done on it: "is scheduled next week to meet"."""
    s, over = here.sentence, here.sentence.heads[verb]
    led = any(s.words[k].lower() == "to" for k in children(s, verb, "aux"))
    if not led or s.tags[verb] != "VB" or s.deps[verb] not in {"xcomp", "advcl"}:
        return None
    word = _arranges(s, over)
    if word is None:
        return None
    between = [w for m, w in _dated(here) if word < here.head(m) < verb]
    behind = [w for m, w in _dated(here) if nearest_verb(m, here) == verb]
    return between[0] if len(between) == 1 and not behind else None


def _arranges(s: Sentence, over: int) -> int | None:
    """Return the word that arranges what is to be done: "due", "scheduled"."""
    arranging = time_words().shares["arranging"]
    if s.tags[over] == "VBN":
        passive = any(s.words[k].lower() in _PASSIVE for k in children(s, over, "auxpass"))
        return over if passive and s.lemmas[over].lower() in arranging else None
    words = [over] if s.tags[over][0] == "J" else children(s, over, "acomp")
    return next((k for k in words if s.lemmas[k].lower() in arranging), None)


def day_of_which(noun: int, here: TokenMentions, owners: Owners) -> When | None:
    """Return the day on which it took place, by a clause that the parser hung on a word of its own.

    "The raid on the port, which took place on Sunday": ports do not take place.
    """
    s = here.sentence
    for clause in range(noun + 1, len(s.words)):
        if s.deps[clause] != "relcl" or not _comes_about(s, clause):
            continue
        above = s.heads[clause]
        up = [above, *ancestors(s, above)]
        held = noun in up[1:] and all(s.deps[t] in _BELOW for t in up[: up.index(noun)])
        if held and not any(t in owners.heads for t in range(noun + 1, clause)):
            found = [w for m, w in _dated(here) if nearest_verb(m, here) == clause]
            return found[0] if len(found) == 1 else None
    return None


def _comes_about(s: Sentence, verb: int) -> bool:
    """Say whether "which" took place, began or was carried out."""
    told = {s.words[k].lower() for k in children(s, verb, "nsubj", "nsubjpass")}
    if "which" not in told:
        return False
    if children(s, verb, "auxpass"):
        return s.lemmas[verb] in role_words("carried_out")
    if s.lemmas[verb] == "take":
        return any(s.words[k].lower() == "place" for k in children(s, verb, "dobj"))
    return s.lemmas[verb] in role_words("took_place")


def _dated(here: TokenMentions) -> list[tuple[Mention, When]]:
    days = [(m, m.value) for m in here.all("time")]
    return [(m, w) for m, w in days if isinstance(w, When) and is_dated(w)]
