"""Infinitives told as done by a place in a row: "the sixth to ratify", "the last to sign"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.reality_shades import reading_of, words_of
from foedera.tree import children

_INFINITIVE = frozenset({"advcl", "xcomp", "acl", "relcl"})
_AMONG = frozenset({"among", "amongst", "of"})
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})


def done_above(s: Sentence, at: int) -> int | None:
    """Return the word above an infinitive that tells it as done: "became the sixth to ratify".

    So does "voted to approve": the vote is the approval.
    """
    head = s.heads[at]
    if s.deps[at] not in _INFINITIVE or not has_to(s, at):
        return None
    if s.lemmas[head] == "vote" and s.lemmas[at] in words_of("done_by_voting"):
        return head
    nouns = [head] if s.tags[head][0] == "N" else children(s, head, "attr", "appos")
    if s.lemmas[head] == "become":  # "became on Friday the sixth state to ratify"
        nouns = [*nouns, *children(s, head, "npadvmod")]
    nouns = [*nouns, *children(s, head, "acomp"), *_counted_in(s, head)]  # "was first to sign"
    if s.lemmas[head] == "be":  # "was among the first to sign", "was one of the last to"
        over = (*children(s, head, "prep"), *(p for k in nouns for p in children(s, k, "prep")))
        nouns += [k for p in over if s.words[p].lower() in _AMONG for k in children(s, p, "pobj")]
    if any(k < at and is_ranked(s, k) and not _is_wanted(s, k) for k in nouns):
        return head
    if s.tags[head] in {"JJ", "RB"} and is_ranked(s, head):
        return head
    return None


def _counted_in(s: Sentence, name: int) -> list[int]:
    """List what a name is told to be one of: "Peru, one of the first states to sign"."""
    counts = [k for k in children(s, name, "appos") if s.tags[k] in {"CD", "DT"}]
    counts += [name] if s.tags[name] == "CD" else []
    preps = (p for k in counts for p in children(s, k, "prep") if s.words[p].lower() == "of")
    return [noun for p in preps for noun in children(s, p, "pobj")]


def _is_wanted(s: Sentence, noun: int) -> bool:
    """Say whether a noun stands in "for the first treaty to take effect", which it has not.

    So it has not where the noun tells that it is tried or open: "the last chance to free him".
    """
    left = reading_of("nouns", s.lemmas[noun].lower())
    if left is not None and left.reality != "happened":
        return True
    return s.deps[noun] == "pobj" and s.words[s.heads[noun]].lower() == "for"


def has_to(s: Sentence, verb: int) -> bool:
    """Say whether a verb is told by "to"."""
    return any(s.words[k].lower() == "to" for k in children(s, verb, "aux"))


def is_ranked(s: Sentence, noun: int) -> bool:
    """Say whether a noun is told by its place in a row: "the sixth nation", "the last".

    So is "the highest official ever to visit".
    """
    near = (noun, *children(s, noun, "amod", "nummod", "compound"))
    words = {s.words[k].lower() for k in near}
    ordinal = any(w[:1].isdigit() and w[-2:] in _ORDINAL_ENDS for w in words)
    ever = noun + 1 < len(s.words) and s.words[noun + 1].lower() == "ever"
    return ordinal or ever or not words.isdisjoint(words_of("ranks"))
