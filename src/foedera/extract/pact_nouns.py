"""Whether a noun for a pact tells that it was made, or only names what another act is upon."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from foedera.data import Sentence
from foedera.extract.noun_classes import classes_of

if TYPE_CHECKING:
    from foedera.extract.frames import Match

CONCLUDING = "agreement.conclude"
_UPON = ("object", "of", "on", "for", "from", "to", "under", "with")


def is_acted_upon(s: Sentence, match: Match, matches: Iterable[Match]) -> bool:
    """Say whether a pact is only what another act is upon: "approved the pact with Chad"."""
    if match.frame.sort != "nouns" or match.kind.name != CONCLUDING:
        return False
    acts = (m for m in matches if m.kind.family == match.kind.family and m.head != match.head)
    held = any(match.head in m.slots.get(slot, ()) for m in acts for slot in _UPON)
    return held and "agreement" in classes_of(s, match.head)  # no "end of the talks on it"


def is_made_by(match: Match, telling: Iterable[Match]) -> bool:
    """Say whether a verb that tells the same makes the pact: "the pact struck in May"."""
    made = match.kind.name == CONCLUDING
    return made and any(match.head in v.slots.get("object", ()) for v in telling)


def names_paper(s: Sentence, match: Match) -> bool:
    """Say whether a noun only tells of what sort a paper is: "instruments of ratification"."""
    head = s.heads[match.head]
    if s.deps[match.head] == "pobj" and s.words[head].lower() == "of":
        head = s.heads[head]
    elif s.deps[match.head] != "compound":
        return False
    return s.tags[head][0] == "N" and "instrument" in classes_of(s, head)


__all__ = ["is_acted_upon", "is_made_by", "names_paper"]
