"""Goals of a second cluster of arguments: "struck Hamas in Gaza and Hezbollah in Lebanon".

The parser hangs what stands behind "and" on the nearest noun; that it is told with a preposition
of its own, and is of the sort of the first goal and not of that noun's, shows whose row it is in.
Not of talks, which are held with each apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from foedera.data import Actor, Sentence
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_acting import is_acting
from foedera.extract.role_words import role_words
from foedera.tree import children, subtree

_PHRASE = frozenset({"DT", "JJ", "PRP$", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "HYPH", "VBG"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NAMES = frozenset({"NNP", "NNPS"})
_PREPS = frozenset({"prep", "dative"})
_ALIKE_PREPS = (frozenset({"as", "for", "to"}), frozenset({"on", "in", "at"}))
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SOMEBODY = frozenset({"body", "name", "person"})
_FURTHEST = 14


class _Pair(NamedTuple):
    """The noun before "and", the one that opens the second cluster, the preposition after it."""

    near: int
    second: int
    prep: int


def with_clusters(mentions: TokenMentions, token: int, row: list[int]) -> list[int]:
    """Return a row with what a goal at `token` has beside it in a second cluster behind "and".

    What opens that cluster is left out where the parser joined it to a goal of the other sort:
    "sold planes to Peru and [ships] to Chile".
    """
    s = mentions.sentence
    prep = s.heads[token]
    if s.deps[token] == "dative" and s.tags[token] in _NAMES:  # "gave X a ship and Y a plane"
        others = (k for k in children(s, prep, "conj") if s.tags[k] in _NAMES)
        return [*row, *(k for k in others if children(s, k, "dobj"))]
    if s.deps[token] == "dobj" and _is_of_one_act(s, s.heads[token]):
        pairs = _pairs(mentions, token)
        return [*row, *(p.second for p in pairs if _alike(mentions, p.second, token))]
    if s.deps[token] != "pobj" or s.tags[s.heads[prep]][0] not in "VN":
        return row
    verb = s.heads[prep]
    given = s.lemmas[verb] in role_words("handing_over")
    goods = [k for k in children(s, verb, "dobj") if given and k < prep]
    for pair in _pairs(mentions, goods[-1]) if goods and _is_of_one_act(s, verb) else ():
        if pair.near == token and s.tags[pair.second] not in _NAMES and _same(s, prep, pair.prep):
            row = [k for k in row if k != pair.second] + children(s, pair.prep, "pobj")
    return [*row, *_told_again(s, prep)]


def _told_again(s: Sentence, prep: int) -> list[int]:
    """List whom a preposition told again names: "on Iran in May and on Peru in June"."""
    out: list[int] = []
    for at in range(prep + 2, min(prep + _FURTHEST, len(s.words))):
        if s.tags[at][0] in "VM":
            break
        joined = s.deps[at] == "conj" and s.heads[at] != prep and s.deps[s.heads[at]] == "prep"
        if joined and s.words[at - 1].lower() == "and" and _same(s, prep, at):
            out += children(s, at, "pobj")
    return out


def _is_of_one_act(s: Sentence, verb: int) -> bool:
    lemma = s.lemmas[verb]
    return lemma not in role_words("talking_verbs") and lemma not in role_words("contacting")


def _same(s: Sentence, one: int, other: int) -> bool:
    return s.words[one].lower() == s.words[other].lower()


def _pairs(mentions: TokenMentions, goal: int) -> Iterator[_Pair]:
    """Yield clusters behind a goal of which the second opens with a noun unlike the one before."""
    s = mentions.sentence
    for at in range(goal + 3, min(goal + _FURTHEST, len(s.words) - 3)):
        near = at - 1
        if s.words[at].lower() != "and" or s.deps[near] != "pobj":
            continue
        prep, end = s.heads[near], at + 1
        while end < len(s.words) and s.tags[end] in _PHRASE:
            end += 1
        two = end - 1
        if prep < goal or two == at or end >= len(s.words) or s.deps[end] not in _PREPS:
            continue
        words = {s.words[prep].lower(), s.words[end].lower()}
        paired = len(words) == 1 or any(words <= group for group in _ALIKE_PREPS)
        told = paired and s.tags[two] in _NOUNS and not _goes_on(s, end)
        if told and not _alike(mentions, two, near):
            yield _Pair(near, two, end)


def _goes_on(s: Sentence, prep: int) -> bool:
    """Say whether a verb follows, whose subject is then told: "and Bolivia in June condemned"."""
    last = max((t for k in children(s, prep, "pobj") for t in subtree(s, k)), default=prep)
    return last + 1 < len(s.words) and s.tags[last + 1] in _FINITE


def _alike(mentions: TokenMentions, one: int, other: int) -> bool:
    """Say whether two nouns are of one sort: both somebody, both places, both things."""
    s = mentions.sentence
    sorts = {_sort(mentions, one), _sort(mentions, other)}
    if len(sorts) == 1:
        return (s.tags[one] in _NAMES) == (s.tags[other] in _NAMES)
    return "name" in sorts and sorts <= _SOMEBODY


def _sort(mentions: TokenMentions, token: int) -> str:
    s = mentions.sentence
    found = [m.value for m in mentions.at(token, "actor") if isinstance(m.value, Actor)]
    if s.tags[token] not in _NAMES and is_acting(s, token):
        return "people"
    if mentions.at(token, "time") or mentions.at(token, "quantity"):
        return "time"
    if s.tags[token] not in _NAMES:
        return "thing"
    if any(a.kind == "state" for a in found) or mentions.at(token, "place"):
        return "place"
    people = any(a.kind in {"person", "office"} for a in found)
    return "person" if people else ("body" if found else "name")
