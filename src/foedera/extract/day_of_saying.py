"""The day of what its speaker does by saying so: "said on Friday that it would be unfair"."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.data import Actor, Attribution, Roles, Sentence, When
from foedera.extract.claim_times import day_of_verb
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_words import role_words
from foedera.tree import children

_PAST = frozenset({"VBD", "VBN"})
_HAD = frozenset({"had", "has", "have", "'ve", "’ve", "'d", "’d"})


def day_of_saying(
    match: Match, here: TokenMentions, chain: Sequence[Attribution], roles: Roles
) -> When | None:
    """Return the day on which a speaker said what is a statement of the same speaker's.

    What the speaker tells of the past has a day of its own, but "said that he agreed" agrees now.
    """
    if not chain or match.kind.family not in role_words("said_families"):
        return None
    s, told = here.sentence, chain[-1]
    if not _is_of_speaker(roles.actors, told.speakers) or _tells_past(s, match.head):
        return None
    verbs = (t for t, tag in enumerate(s.tags) if tag[0] == "V")
    said = (t for t in verbs if any(c.start <= s.starts[t] < c.end for c in told.cue))
    verb = next(said, None)
    return day_of_verb(verb, here) if verb is not None and verb != match.head else None


def _is_of_speaker(actors: Sequence[Actor], speakers: Sequence[Actor]) -> bool:
    return bool({a.name for a in actors} & {a.name for a in speakers})


def _tells_past(s: Sentence, head: int) -> bool:
    if s.tags[head] not in _PAST:
        return False
    if s.tags[head] == "VBD":
        return s.lemmas[head] not in role_words("lasting_views")
    helped = {s.words[k].lower() for k in children(s, head, "aux")}
    return not helped.isdisjoint(_HAD)
