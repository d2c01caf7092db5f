"""One act told by two words of one clause: "pressed ahead with sanctions", "voted to accept"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from foedera.data import Actor, Claim, Sentence
from foedera.extract.frames import Match
from foedera.tree import children, token_span

_NEAR = 4  # words from one to the other
_CARRYING = frozenset({"object", "subject", "with", "in"})
_SAYING = frozenset({"statement", "request"})
_TOLD_OF = frozenset({"acl", "relcl"})

Made = tuple[Match, Claim]


def as_one(made: Sequence[Made], s: Sentence) -> list[Made]:
    """Leave one claim of each act, which bears the words of both.

    Only where the one names nobody whom the other does not name on the same side.
    """
    kept = list(made)
    for one in made:
        for other in made:
            if any(k is one for k in kept) and any(k is other for k in kept):
                kept = _joined(kept, one, other, s)
    return kept


def _joined(kept: list[Made], one: Made, other: Made, s: Sentence) -> list[Made]:
    """Join a claim to the one that it is carried by, or let that one be joined to it."""
    near = one[1].kind == other[1].kind and 0 < abs(one[0].head - other[0].head) <= _NEAR
    if not near or not _carries(one[0], other[0], s):
        return kept
    whole, part = (one, other) if _holds(one[1], other[1]) else (other, one)
    if not _holds(whole[1], part[1]):
        return kept
    return [_widened(k, part, s) if k is whole else k for k in kept if k is not part]


def _carries(first: Match, other: Match, s: Sentence) -> bool:
    """Say whether a word carries another that tells its act: "press ahead with sanctions".

    A verb carries its noun or a further verb of its own doer, a noun what tells more of it.
    """
    head, word = first.head, other.head
    verb, noun = s.tags[head][0] == "V", s.tags[word][0] == "N"
    if not verb:
        return s.deps[word] in _TOLD_OF and s.heads[word] == head and s.tags[word][0] == "V"
    if noun:
        if first.kind.family in _SAYING and first.frame.needs.keys().isdisjoint(_CARRYING):
            return False  # "criticised the condemnation of Peru": two sayings
        slots = (first.slots.get(slot, ()) for slot in _CARRYING)
        prep = s.heads[word]
        with_it = s.words[prep].lower() == "with" and s.heads[prep] in first.tokens
        return with_it or any(word in slot for slot in slots)
    own = s.deps[word] == "xcomp" and s.heads[word] == head
    return own and not children(s, head, "dobj") and not children(s, word, "nsubj")


def _holds(claim: Claim, other: Claim) -> bool:
    """Say whether a claim names on each side whom another names there, or no recipient at all."""
    given = claim.roles.recipients
    same = _keys(other.roles.recipients) <= _keys(given) or not given
    return same and _keys(other.roles.actors) <= _keys(claim.roles.actors)


def _keys(actors: Sequence[Actor]) -> set[str]:
    return {a.country or a.name for a in actors}


def _widened(kept: Made, other: Made, s: Sentence) -> Made:
    """Let a claim's trigger bear the words of both, and the claim what the other one tells."""
    match, claim = kept
    tokens = (*match.tokens, *other[0].tokens)
    trigger = token_span(s, min(tokens), max(tokens))
    setting = replace(
        claim.setting,
        when=claim.setting.when or other[1].setting.when,
        where=claim.setting.where or other[1].setting.where,
        quantities=claim.setting.quantities or other[1].setting.quantities,
    )
    passage = replace(claim.passage, trigger=trigger)
    roles = replace(
        claim.roles,
        recipients=claim.roles.recipients or other[1].roles.recipients,
        object=claim.roles.object or other[1].roles.object,
    )
    whole = replace(claim, passage=passage, roles=roles, setting=setting)
    title = claim.agreement or other[1].agreement
    obligation = claim.obligation or other[1].obligation
    return match, replace(whole, agreement=title, obligation=obligation)
