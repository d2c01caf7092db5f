"""What "would", "should have" and "need not have" tell of a verb: ahead, imagined or behind."""

from __future__ import annotations

from foedera.data import Reality, Sentence
from foedera.extract.reality_shades import words_of
from foedera.tree import children

_OWED = frozenset({"should", "ought", "need"})
_BOUNDS = frozenset({"by", "before", "until", "till"})


def would(s: Sentence, verb: int) -> Reality:
    """Split "would": after a condition conditional, in reported speech a plan, else possible."""
    if conditions(s, verb) or is_of_such(s, verb):
        return "conditional"
    if any(s.lemmas[k] == "have" for k in children(s, verb, "aux")):
        return "possible" if s.deps[verb] in {"relcl", "advcl"} else "conditional"
    head = s.heads[verb]
    if s.deps[verb] == "ccomp" and s.tags[head] in {"VBD", "VBN"}:
        return "planned"
    if s.deps[verb] == "conj" and _reported(s, head):
        return "planned"
    return "possible" if s.deps[verb] in {"relcl", "advcl"} else "planned"


def _reported(s: Sentence, verb: int) -> bool:
    return s.deps[verb] == "ccomp" and s.tags[s.heads[verb]] in {"VBD", "VBN"}


def conditions(s: Sentence, verb: int) -> list[int]:
    """List the words that open what a verb hangs on: "if", "unless"."""
    marks = (m for kid in children(s, verb, "advcl") for m in children(s, kid, "mark"))
    return [m for m in marks if s.words[m].lower() in words_of("if_words")]


def turned_out(s: Sentence, verb: int) -> bool:
    """Say whether "would" looks back at what came: "it would later attack", "before it would".

    Somebody who said so looked ahead.
    """
    if children(s, verb, "advcl") or any(s.lemmas[k] == "have" for k in children(s, verb, "aux")):
        return False
    if s.deps[verb] == "advcl":
        before = any(s.words[k].lower() == "before" for k in children(s, verb, "mark"))
        return before and s.tags[s.heads[verb]] in {"VBD", "VBN"}
    later = any(
        s.words[k].lower() in {"later", "subsequently"} for k in children(s, verb, "advmod")
    )
    return later and s.deps[verb] in {"ROOT", "relcl", "conj"}


def is_of_such(s: Sentence, verb: int) -> bool:
    """Say whether a verb acts upon what may come: "would protest such a move"."""
    nouns = children(s, verb, "dobj", "nsubj", "nsubjpass")
    one = (n for n in nouns if s.tags[n] == "NN")
    return any(s.words[k].lower() == "such" for n in one for k in children(s, n, "predet", "amod"))


def in_hindsight(s: Sentence, verb: int) -> Reality | None:
    """Return what was, where it is told what ought to have been: "should have left" did not.

    "Should not have left" and "need not have left" tell that it did; "should have left by now" is
    expected.
    """
    helped = {s.words[k].lower() for k in children(s, verb, "aux")}
    denied = bool(children(s, verb, "neg"))
    wished = s.deps[verb] == "ccomp" and s.lemmas[s.heads[verb]] == "wish" and "had" in helped
    if wished and s.tags[verb] == "VBN":
        return "happened" if denied else "not-happened"
    if s.deps[verb] in {"xcomp", "ccomp"}:
        helped |= {s.words[s.heads[verb]].lower()} & {"ought"}
    if s.tags[verb] not in {"VBN", "VBD"} or "have" not in helped or helped.isdisjoint(_OWED):
        return None
    if any(s.words[k].lower() in _BOUNDS for k in children(s, verb, "prep")):
        return None
    return "happened" if denied else "not-happened"
