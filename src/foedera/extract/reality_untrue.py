"""Says whether the words above a clause call what it tells untrue."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.reality_shades import words_of
from foedera.tree import children

_TOLD_BY = frozenset({"acl", "relcl", "ccomp"})
_JUDGING = ("acomp", "attr", "oprd")


def called_untrue(s: Sentence, verb: int) -> str | None:
    """Return the word by which what the clause of a verb tells is called untrue, None if none does.

    "Reports that troops had left were false", "called the claim that they left a lie", "it was not
    true that they left", "there is no truth in the report that they left".
    """
    above = s.heads[verb]
    if s.deps[verb] not in _TOLD_BY or above == verb:
        return None
    if s.lemmas[above] == "be":
        return _judged_by(s, above)
    if s.tags[above][0] != "N" or s.lemmas[above].lower() not in words_of("told_things"):
        return None
    over = s.heads[above]
    if s.deps[above] == "pobj":
        return _no_truth(s, over)
    if s.deps[above] in {"nsubj", "nsubjpass", "dobj"}:
        return _untrue(s, over) or _judged_by(s, over)
    return None


def _judged_by(s: Sentence, verb: int) -> str | None:
    """Read "is false", "is not true", "called it a lie", "described it as false"."""
    denied = bool(children(s, verb, "neg"))
    behind = [k for p in children(s, verb, "prep") if s.words[p].lower() == "as"
              for k in s.children[p]]  # fmt: skip
    for kid in [*children(s, verb, *_JUDGING), *behind]:
        if s.lemmas[kid].lower() == "true" and denied:
            return "true"
        if not denied and (word := _untrue(s, kid)) is not None:
            return word
    return None


def _no_truth(s: Sentence, prep: int) -> str | None:
    truth = s.heads[prep]
    none = any(s.words[k].lower() == "no" for k in children(s, truth, "det"))
    return "truth" if s.lemmas[truth].lower() == "truth" and none else None


def _untrue(s: Sentence, token: int) -> str | None:
    lemma = s.lemmas[token].lower()
    return lemma if lemma in words_of("untrue") else None
