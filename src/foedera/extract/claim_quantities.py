"""How many: the numbers inside the phrases that fill a match's roles."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.data import Mention, Quantity, Sentence
from foedera.extract.claim_counts import multiplied, several, told_apart, whole_after
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.quantity_words import is_hyphened
from foedera.extract.role_words import role_words
from foedera.tree import ancestors


def read_quantities(match: Match, mentions: TokenMentions) -> tuple[Quantity, ...]:
    """Take the numbers inside the phrases that fill the roles, and on the trigger itself."""
    s = mentions.sentence
    if (whole := whole_after(match, mentions)) is not None:
        return (whole,)
    wanted = {t for slot in _role_slots(match) for t in match.slots.get(slot, ())}
    wanted |= set(match.tokens) if s.tags[match.head][0] == "N" else set()
    out = []
    for mention in mentions.all("quantity"):
        value = mention.value
        if isinstance(value, Quantity) and (
            _within(s, _counted(mentions, mention), wanted) or _holds(mentions, mention, match.head)
        ):
            out += [] if is_hyphened(value.words) else [value]
    found = tuple(_outermost(multiplied(out, s)))
    return found or told_apart(match, mentions) or several(match, mentions)


def _holds(mentions: TokenMentions, mention: Mention, head: int) -> bool:
    """Say whether a number counts by the verb itself: "and 30 wounded"."""
    told = mentions.sentence.tags[head] == "VBN" and head in mentions.tokens(mention)
    return told and mentions.sentence.tags[mentions.tokens(mention)[0]] != "VBN"


def _outermost(found: Sequence[Quantity]) -> list[Quantity]:
    """Leave out numbers told within others: the 12 of "six of 12 jets"."""
    return [
        one
        for one in found
        if not any(
            other is not one
            and other.span.start < one.span.start
            and one.span.end <= other.span.end
            for other in found
        )
    ]


def _counted(mentions: TokenMentions, mention: Mention) -> int:
    """Return what a number counts, also where its bound was read as a particle ("up to 600")."""
    s, head = mentions.sentence, mentions.head(mention)
    if s.tags[head] not in {"RP", "IN", "TO"}:
        return head
    return mentions.tokens(mention)[-1]


def _role_slots(match: Match) -> list[str]:
    aimed = ("recipient",) if match.kind.family == "coercion" else ()
    armed = ["with"] if match.kind.name in role_words("kinds_with_arms") else []
    return ["object", "of", "subject", *armed] + [
        slot for role in ("object", "items", *aimed) for slot in match.frame.roles.get(role, ())
    ]


def _within(s: Sentence, token: int, wanted: set[int]) -> bool:
    """Say whether `token` lies in a wanted phrase without a clause or another phrase between."""
    for at in (token, *ancestors(s, token)):
        if at in wanted:
            return True
        if s.tags[at][0] in "VM":
            return False
        if s.deps[at] == "prep" and s.words[at].lower() != "of":
            return False
    return False
