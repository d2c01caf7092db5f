"""The day of what its speaker does by saying so: "said on Friday that it would be unfair"."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.data import Actor, Attribution, Roles, Sentence, When
from foedera.extract.claim_times import day_of_verb, shared_day
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_words import role_words
from foedera.extract.time_words import time_words
from foedera.tree import children, helping

_PAST = frozenset({"VBD", "VBN"})
_SPEAK_FOR_STATES = frozenset({"state", "organisation", "office"})
_PREDICATES = frozenset({"attr", "acomp", "oprd"})
_CONTENT = frozenset({"ccomp", "ROOT", "parataxis"})
_HAD = frozenset({"had", "has", "have", "'ve", "’ve", "'d", "’d"})


def day_of_saying(
    match: Match, here: TokenMentions, chain: Sequence[Attribution], roles: Roles
) -> When | None:
    """Return the day on which a speaker said what is a statement of the same speaker's.

    What the speaker tells of the past has a day of its own, but "said that he agreed" agrees now.
    """
    if match.kind.family not in role_words("said_families"):
        return None
    s = here.sentence
    if (beside := _saying_above(s, match.head)) is not None:
        return day_of_verb(beside, here)
    verb = _verb_of(chain[-1], s) if chain else None
    if verb is None or verb in match.tokens:
        return None
    if verb != match.head and (
        _tells_past(s, match.head) or not _is_told_by(roles.actors, chain[-1].speakers, match, s)
    ):
        return None
    return day_of_verb(verb, here) or shared_day(verb, here, {})


def _is_told_by(
    actors: Sequence[Actor], speakers: Sequence[Actor], match: Match, s: Sentence
) -> bool:
    """Say whether a speaker tells what he himself does, or by his words his state or its organs."""
    if {a.name for a in actors} & {a.name for a in speakers}:
        return True
    own = {a.country for a in speakers if a.country and (a.office or a.kind in _SPEAK_FOR_STATES)}
    ours = not actors or any(a.country in own and a.kind != "person" for a in actors)
    return ours and _is_content(s, match.head)


def _is_content(s: Sentence, head: int) -> bool:
    """Say whether a finite clause tells it that is what is said: "said that it was ready to"."""
    verb = s.heads[head] if s.deps[head] in _PREDICATES else head
    finite = s.tags[verb] in {"VBZ", "VBP", "VBD"} or "MD" in [s.tags[k] for k in s.children[verb]]
    return finite and s.deps[verb] in _CONTENT


def _verb_of(told: Attribution, s: Sentence) -> int | None:
    """Return the verb of saying that a cue holds."""
    verbs = (t for t, tag in enumerate(s.tags) if tag[0] == "V")
    return next((t for t in verbs if any(c.start <= s.starts[t] < c.end for c in told.cue)), None)


def _saying_above(s: Sentence, verb: int) -> int | None:
    """Return the saying that a participle beside its content goes on with.

    "Said on Monday that it could not agree, warning Peru".
    """
    above = s.heads[verb]
    goes_on = s.tags[verb] == "VBG" and s.deps[verb] == "advcl" and above < verb
    if not goes_on or s.deps[above] != "ccomp" or children(s, verb, "mark", "nsubj"):
        return None
    said = s.heads[above]
    past = s.tags[said] == "VBD" and said < above
    return said if past and s.lemmas[said] in time_words().shares["saying_verbs"] else None


def _tells_past(s: Sentence, head: int) -> bool:
    if s.tags[head] not in _PAST:
        return False
    if s.tags[head] == "VBD":
        return s.lemmas[head] not in role_words("lasting_views")
    return not helping(s, head).isdisjoint(_HAD)
