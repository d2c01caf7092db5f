"""Cues that are no verbs: "according to", "in the words of", "per", "in X's view"."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.data import Sentence
from foedera.extract.speech_cues import Lexicon
from foedera.extract.speech_drafts import Draft, draft_of
from foedera.extract.speech_phrases import below, kid, trim, word
from foedera.extract.speech_shapes import Shape
from foedera.extract.speech_tellers import can_tell
from foedera.tree import children, root, subtree

_STOPS = frozenset({".", "''", ",", "-RRB-"})
_VIEWS = frozenset(
    {"view", "views", "opinion", "words", "account", "eyes", "telling", "estimation"}
)
_COUNTS = frozenset({"count", "tally", "reckoning", "estimate"})
_POINTING = frozenset({"this", "that", "these", "those", "a", "an", "any"})
_SUBJECTS = ("nsubj", "nsubjpass")
_MARKS = frozenset({"according", "per", "in", "by"})


def find_according(s: Sentence, place: int) -> Iterator[Draft]:
    """Yield the attributions of a parsed sentence that hang on a preposition."""
    for at, raw in enumerate(s.words):
        if raw.lower() not in _MARKS:
            continue
        found = _according(s, at) or _per(s, at) or _in_view(s, at)
        if found is not None:
            yield draft_of(s, place, found, rule="speech_according.find_according", pos="p")


def _according(s: Sentence, at: int) -> Shape | None:
    """ "According to the ministry, ...": content is the clause it is set into."""
    if word(s, at) != "according" or at + 1 >= len(s.words) or word(s, at + 1) != "to":
        return None
    to = at + 1
    source = kid(s, to, "pobj")
    if source is None:
        source = kid(s, at, "pobj")
    return None if source is None else set_into(s, at, source, (at, to))


def _per(s: Sentence, at: int) -> Shape | None:
    if word(s, at) != "per" or s.tags[at] != "IN":
        return None
    source = kid(s, at, "pobj")
    named = source is not None and (s.tags[source] in ("NNP", "NNPS") or _tells(s, at, source))
    return set_into(s, at, source, (at,)) if source is not None and named else None


def _tells(s: Sentence, at: int, noun: int) -> bool:
    """Tell ", per officials" from "per person": set off, and more than one bare noun."""
    bare = s.tags[noun] == "NN" and not s.children[noun]
    return (at == 0 or s.words[at - 1] == ",") and not bare and can_tell(s, noun, papers=True)


def _in_view(s: Sentence, at: int) -> Shape | None:
    """ "In the words of the envoy, ...", "In Moscow's view, ...\""""
    if word(s, at) not in ("in", "by"):
        return None
    noun = kid(s, at, "pobj")
    views = _VIEWS | _COUNTS if word(s, at) == "by" else _VIEWS
    if noun is None or word(s, noun) not in views:
        return None
    if any(word(s, k) == "own" for k in children(s, noun, "amod")):
        return None  # "saw it with my own eyes"
    if any(word(s, k) in _POINTING for k in children(s, noun, "det")):
        return None  # "in this view of trade" names the view, not whose it is
    of = next((p for p in s.children[noun] if word(s, p) == "of"), None)
    counted = word(s, noun) in _COUNTS
    source = kid(s, noun, "poss") if of is None or counted else kid(s, of, "pobj")
    return None if source is None else set_into(s, at, source, (at, noun))


def set_into(s: Sentence, at: int, source: int, cue: tuple[int, ...]) -> Shape | None:
    """Make the shape whose content is the clause around the phrase that starts at `at`."""
    phrase = set(subtree(s, at))
    host = _host(s, at)
    if host is None:
        return None
    content = trim(s, [t for t in subtree(s, host) if t not in phrase])
    named = below(s, source)
    return Shape("around", at, cue, source, named, content) if content else None


def find_adverbs(s: Sentence, place: int, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield "reportedly" and its like: a source that nobody names."""
    words = lexicon.lists["hearsay"]
    for at, raw in enumerate(s.words):
        if raw.lower() in words and s.deps[at] == "advmod":
            shape = _unsourced(s, at)
            if shape is not None:
                yield draft_of(s, place, shape, rule="speech_according.find_adverbs", pos="r")


def _ends_sentence(s: Sentence, at: int) -> bool:
    last = max(subtree(s, at))
    return all(s.tags[t] in _STOPS for t in range(last + 1, len(s.words)))


def _unsourced(s: Sentence, at: int) -> Shape | None:
    host = _host(s, at)
    if host is None:
        return None
    others = {t for clause in _beside(s, host, at) for t in subtree(s, clause)}
    content = trim(s, [t for t in subtree(s, host) if t != at and t not in others])
    return Shape("adverb", at, (at,), None, (), content) if content else None


def _beside(s: Sentence, host: int, at: int) -> Iterator[int]:
    """Yield the clauses beside the one that an adverb stands in: "X reportedly fled and Y won".

    What goes before may hang on it as its content: "X fled and this time Y is reportedly ready".
    """
    first = min(children(s, host, *_SUBJECTS), default=at)
    if not first < at or _ends_sentence(s, at):
        return
    for clause in children(s, host, "conj", "ccomp"):
        beside = clause > at if s.deps[clause] == "conj" else clause < first
        if beside and s.tags[clause][0] == "V" and children(s, clause, *_SUBJECTS):
            yield clause


def _host(s: Sentence, at: int) -> int | None:
    """Return the verb whose clause the phrase is set into: the nearest above.

    A phrase that a comma sets off at the end of its sentence covers the whole of it.
    """
    token = s.heads[at]
    if at and s.words[at - 1] == "," and _ends_sentence(s, at):
        token = root(s)
    while s.heads[token] != token and not s.tags[token].startswith(("V", "MD")):
        token = s.heads[token]
    return None if token == at else token
