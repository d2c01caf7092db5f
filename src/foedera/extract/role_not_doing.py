"""Who stands in a doer's place and does not do what a noun tells.

Who only demands it, to whom an apology is due, and whose it is where "by" names another.
"""

from __future__ import annotations

from foedera.data import Actor, Sentence
from foedera.extract.frames import Match
from foedera.extract.light_verbs import goes_on, light_governor
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_owners import is_forceful
from foedera.extract.role_phrases import actors_at
from foedera.tree import children

_OTHERS_ACTS = frozenset(
    {"military.ceasefire", "military.withdraw", "unrest.resignation", "agreement.ratify",
     "agreement.enter-into-force", "agreement.comply", "unrest.election", "unrest.strike",
     "military.deploy", "military.test", "diplomacy.recognise"}
)  # fmt: skip
_DEMANDING = frozenset({"call", "appeal", "push", "press", "demand", "request", "urge"})
_OTHERS_FAMILIES = frozenset({"transfer", "statement"})
_OWN_WORDS = frozenset({"statement.warn"})
_OWED = frozenset({"statement.apologise", "statement.promise"})
_DONE_TO_OWNERS = frozenset({"military", "coercion", "legal", "harm"})
_FOR_ONESELF = frozenset({"request", "demand"})


def is_only_demanded(match: Match, s: Sentence) -> bool:
    """Say whether the subject demands what others are to do: "called for the arrest of X"."""
    others = match.kind.name in _OTHERS_ACTS or match.kind.family in _OTHERS_FAMILIES
    others = others and match.kind.name not in _OWN_WORDS
    if match.frame.sort != "nouns" or not (is_forceful(match) or others):
        return False
    verb = light_governor(s, match.head)
    if verb is None or s.lemmas[verb] not in _DEMANDING or goes_on(s, verb):
        return False
    return match.kind.family != "transfer" or s.lemmas[verb] not in _FOR_ONESELF


def owed_to(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """List who demands an apology or a promise, which is due to nobody else."""
    if match.kind.name not in _OWED or not is_only_demanded(match, mentions.sentence):
        return ()
    asking = match.slots.get("subject", ())
    return next((found for t in asking if (found := actors_at(mentions, t))), ())


def owner_befallen(match: Match, mentions: TokenMentions) -> tuple[Actor, ...]:
    """List whose an act is that "by" tells to be another's: "Chad's invasion by Mali"."""
    s = mentions.sentence
    if match.frame.sort != "nouns" or match.kind.family not in _DONE_TO_OWNERS:
        return ()
    if not any(t > match.head and s.deps[t] == "pobj" for t in match.slots.get("by", ())):
        return ()
    owners = children(s, match.head, "poss")
    return next((found for t in owners if (found := actors_at(mentions, t, strict=False))), ())
