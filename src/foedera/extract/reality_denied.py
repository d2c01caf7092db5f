"""Who or what is denied: "did not leave", "no troops left", "neither side", "rather than leave"."""

from __future__ import annotations

from collections.abc import Container

from foedera.data import Sentence
from foedera.extract.reality_shades import words_of
from foedera.extract.reality_would import in_hindsight
from foedera.tree import children

_NOT_YET = frozenset({"before", "until", "till", "earlier", "later"})
_THEN = frozenset({"did", "will", "wo", "would"})
_NONE = frozenset({"no", "little", "neither", "zero"})
_QUOTES = frozenset("\"'“”‘’")


def negation(s: Sentence, verb: int, within: Container[int] = ()) -> str | None:
    """Return the word that denies a verb: "not", "neither", "nor", "no troops"."""
    if s.deps[verb] == "conj":
        between = (k for k in children(s, s.heads[verb], "cc") if k < verb)
        if any(s.words[k].lower() == "nor" for k in between):
            return "nor"
        if (nobody := _shared_nobody(s, verb)) is not None:
            return nobody
    if s.words[verb - 1].lower() == "than" and _before(s, verb) & {"rather", "sooner"}:
        return "than"
    for kid in s.children[verb]:
        if kid in within:
            if s.deps[kid] == "dobj" and (empty := _empties(s, kid, within)) is not None:
                return empty  # "makes no apologies": the frame is "make apology"
            continue
        word = s.words[kid].lower()
        if word == "longer" and kid and s.words[kid - 1].lower() == "no":
            return word
        if s.deps[kid] == "neg" and _denies_another(s, verb, kid):
            continue
        if s.deps[kid] == "neg" or (s.deps[kid] == "preconj" and word == "neither"):
            return word
        if s.deps[kid] in {"nsubj", "nsubjpass", "dobj"} and (no := no_phrase(s, kid)):
            if s.words[kid + 1 : kid + 2] == ("but",):  # "has no choice but to leave"
                continue
            return no
    return None


def _before(s: Sentence, verb: int) -> set[str]:
    """List what stands by the verb that a "than" compares with: "would rather wait than"."""
    if s.words[verb - 2].lower() == "rather":
        return {"rather"}
    first = s.heads[s.heads[verb]] if s.deps[verb] == "pcomp" else s.heads[verb]
    led = s.tags[verb] == "VB" and s.tags[first][0] == "V"
    return {s.words[k].lower() for k in children(s, first, "advmod")} if led else set()


def _shared_nobody(s: Sentence, verb: int) -> str | None:
    """Return the word that empties a subject shared with the verb before: "none went and left"."""
    if children(s, verb, "nsubj", "nsubjpass") or s.tags[verb] not in {"VBD", "VBZ", "VBP"}:
        return None
    first = s.heads[verb]
    if any(s.words[k].lower() == "but" for k in children(s, first, "cc")):
        return None
    subjects = children(s, first, "nsubj", "nsubjpass")
    return next((no for k in subjects if (no := no_phrase(s, k))), None)


def _empties(s: Sentence, noun: int, within: Container[int]) -> str | None:
    """Return the "no" before a noun of a phrase that has none of its own."""
    found = (k for k in children(s, noun, "det", "neg") if k not in within)
    return next((s.words[k].lower() for k in found if s.words[k].lower() in _NONE), None)


def _denies_another(s: Sentence, verb: int, no: int) -> bool:
    """Say whether a denial is of something else than the verb.

    "Will enter into force not before May", "whether or not they leave", "not just condemned but
    banned it", "did not leave until Monday", "was not the only state to leave".
    """
    behind = s.words[no + 1].lower() if no + 1 < len(s.words) else ""
    if behind in _NOT_YET or behind in words_of("not_only") or s.words[no - 1].lower() == "or":
        return True
    if s.tags[no - 1] == "MD" and s.words[no - 2].lower() == "or":  # "may or may not leave"
        return True
    named = (s.words[k].lower() for a in children(s, verb, "attr") for k in s.children[a])
    if any(word in {"only", "first"} for word in named):
        return True
    if s.words[no].lower() == "never" and _is_such(s, verb):
        return True
    if in_hindsight(s, verb) is not None:  # "need not have left"
        return True
    late = any(s.words[k].lower() in {"until", "till"} for k in children(s, verb, "prep"))
    late = late or _came_late(s, verb)
    return late and any(s.words[k].lower() in _THEN for k in children(s, verb, "aux"))


def _came_late(s: Sentence, verb: int) -> bool:
    """Say whether something was done once another had: "did not leave until they signed"."""
    clauses = (k for k in children(s, verb, "advcl") if s.tags[k] in {"VBD", "VBN"})
    marked = any(
        s.words[m].lower() in {"until", "till"} for k in clauses for m in children(s, k, "mark")
    )
    return marked and any(s.words[k].lower() == "did" for k in children(s, verb, "aux"))


def _is_such(s: Sentence, verb: int) -> bool:
    """Say whether the like of something has not been before it: "never heard such a blast"."""
    if any(s.tags[k] == "MD" for k in children(s, verb, "aux")):
        return False  # "would never use such arms"
    told = (k for noun in children(s, verb, "dobj") for k in children(s, noun, "predet", "amod"))
    return any(s.words[k].lower() == "such" for k in told)


def no_phrase(s: Sentence, noun: int) -> str | None:
    """Return the word that empties a noun phrase: "no troops", "neither side", "none of them"."""
    negative = words_of("negative_subjects")
    if s.words[noun].lower() in negative and not _counts(s, noun):
        return s.words[noun].lower()
    for kid in children(s, noun, "det", "neg", "preconj"):
        if s.words[kid].lower() in negative and not _is_quoted(s, kid) and not _counts(s, kid):
            return s.words[kid].lower()
    return None


def _counts(s: Sentence, no: int) -> bool:
    """Say whether "No." is a number's: "Warning No. 4"."""
    behind = [w for w in s.words[no + 1 : no + 3] if w != "."]
    return s.words[no] in {"No", "No."} and no > 0 and bool(behind) and behind[0].isdigit()


def _is_quoted(s: Sentence, word: int) -> bool:
    """Say whether a word is only named: 'urged a "no" vote'."""
    around = s.words[max(0, word - 1)], s.words[min(word + 1, len(s.words) - 1)]
    return all(mark in _QUOTES for mark in around)
