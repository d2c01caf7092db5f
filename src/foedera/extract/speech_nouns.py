"""What a noun or an adjective of speech governs: "the claim that", "plans to", "sure that".

Frames: `clause`, `inf`, `wh`, `relative` (a "that" the parser took for a relative pronoun)
and `p-P` for a preposition P.
"""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.light_verbs import light_words
from foedera.extract.speech_clauses import WH
from foedera.extract.speech_cues import cues
from foedera.extract.speech_phrases import (
    below,
    has_to,
    kid,
    phrase_of,
    subject_of,
    trim,
    word,
)
from foedera.extract.speech_shapes import Shape
from foedera.extract.speech_strays import without_stray
from foedera.tree import ancestors, subtree

_COMPLEMENTS = ("acl", "relcl", "ccomp", "xcomp")
_NO_QUESTION = frozenset({"which", "who", "whom", "where", "when"})
_BESIDE = frozenset({"amid", "amidst", "despite", "after", "following", "since", "until", "given"})
_OF_THE_SOURCE = frozenset({"by", "from"})


def read_noun(s: Sentence, at: int) -> Shape | None:
    """Read what the noun at token `at` says, and whose word it is."""
    return _read(s, at, _owner(s, at))


def read_adjective(s: Sentence, at: int) -> Shape | None:
    """Read what somebody is sure, afraid or aware of."""
    head = s.heads[at]
    carried = s.deps[at] in ("acomp", "oprd", "advcl", "conj") and head != at
    return _read(s, at, subject_of(s, head) if carried else None)


def _read(s: Sentence, at: int, speaker: int | None) -> Shape | None:
    source = () if speaker is None else phrase_of(s, speaker, at)
    found = _complement(s, at) or _preposition(s, at)
    if found is None:
        return None
    frame, cue, root, gone = found
    content = trim(s, [t for t in below(s, root, but={*source, at}) if t not in gone])
    over = next((t for t in ancestors(s, at) if s.tags[t][0] == "V"), None)
    if over is not None and content:
        content = without_stray(s, content, over)
    return Shape(frame, at, cue, speaker, source, content) if content else None


def _owner(s: Sentence, at: int) -> int | None:
    """Return whose claim it is: possessor, subject of its verb, or the noun after "by"."""
    owner = kid(s, at, "poss")
    if owner is None and s.deps[at] == "dobj" and not _meets(s, s.heads[at]):
        owner = subject_of(s, s.heads[at])
    if owner is not None:
        return owner
    for p in s.children[at]:
        if s.deps[p] == "prep" and word(s, p) in _OF_THE_SOURCE:
            return kid(s, p, "pobj")
    return _who_said_in(s, at) if s.deps[at] == "pobj" else None


def _meets(s: Sentence, verb: int) -> bool:
    """Say whether a subject meets what others say: "faced claims that", "denied reports of"."""
    return s.lemmas[verb] in light_words()["undergoing"] | cues().lists["met"]


def _who_said_in(s: Sentence, at: int) -> int | None:
    """ "said in a statement that ...", where the clause hangs on the noun."""
    verb = s.heads[s.heads[at]]
    if word(s, s.heads[at]) in _BESIDE:
        return None  # "amid claims that ..., they said": the claims of others
    if s.tags[verb].startswith("V") and s.lemmas[verb] in cues().quoting:
        return subject_of(s, verb)
    return None


_Found = tuple[str, tuple[int, ...], int, tuple[int, ...]]


def _complement(s: Sentence, at: int) -> _Found | None:
    for k in s.children[at]:
        if k > at and s.deps[k] in _COMPLEMENTS:
            frame = _frame(s, k)
            if frame is not None:
                return frame, (at,), k, ()
    return None


def _frame(s: Sentence, clause: int) -> str | None:
    first = word(s, min(subtree(s, clause)))
    if has_to(s, clause):
        return "inf"
    if first == "that":
        return "relative" if s.deps[clause] == "relcl" else "clause"
    if s.deps[clause] == "ccomp":
        return "wh" if first in WH else "clause"
    if _is_whole(s, clause) and first not in WH:
        return "clause"  # "reports it had sold them"
    return "wh" if first in WH - _NO_QUESTION else None


def _is_whole(s: Sentence, clause: int) -> bool:
    """Say whether a clause lacks nothing that its noun could be: "reports it sold them"."""
    subject = kid(s, clause, "nsubj", "nsubjpass") is not None
    return subject and (s.deps[clause] == "acl" or kid(s, clause, "dobj") is not None)


def _preposition(s: Sentence, at: int) -> _Found | None:
    for p in s.children[at]:
        if p < at or s.deps[p] != "prep" or word(s, p) in _OF_THE_SOURCE:
            continue
        if kid(s, p, "pobj", "pcomp") is not None:
            return "p-" + word(s, p), (at, p), p, (p,)
    return None
