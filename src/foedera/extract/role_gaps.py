"""Who fills a role by a word that stands for somebody unknown: abstentions, counted."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.data import Sentence, Skip, Span
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_phrases import actors_at
from foedera.tree import children

_PRONOUNS = frozenset(
    {"i", "we", "he", "she", "it", "they", "me", "us", "him", "her", "them"}
)  # fmt: skip
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_ROLES = ("actor", "recipient")
PRONOUN = "a pronoun that may mean two, or nobody named"
NOUN = "a definite noun for somebody not named"


def find_gaps(match: Match, mentions: TokenMentions) -> Iterator[Skip]:
    """Yield an abstention for each word in a role whose bearer the report leaves unclear.

    "They urged Chad to leave", "the group attacked Chad" where nobody fits, or two do.
    """
    s = mentions.sentence
    slots = (slot for role in _ROLES for slot in match.frame.roles.get(role, ()))
    for token in dict.fromkeys(t for slot in slots for t in match.slots.get(slot, ())):
        pronoun = s.words[token].lower() in _PRONOUNS
        if not pronoun and not _is_definite(s, token):
            continue
        found = actors_at(mentions, token, strict=False)
        known = any(a.country or a.kind == "person" or a.name[:1].isupper() for a in found)
        if not known and (pronoun or found):
            span = Span(s.starts[token], s.ends[token])
            yield Skip(span, "actor", PRONOUN if pronoun else NOUN)


def _is_definite(s: Sentence, token: int) -> bool:
    if s.tags[token] not in {"NN", "NNS"}:
        return False
    return any(s.words[k].lower() in _POINTING for k in children(s, token, "det"))
