"""Mends trees in which the parser takes a day or a year for a part of the name behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_COMMON = frozenset({"NN", "NNS"})
_NAMES = frozenset({"NNP", "NNPS"})
_BEHIND = frozenset({"prep", "acl", "relcl"})
_HELPING = frozenset({"aux", "auxpass", "neg"})
WEEKDAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)  # fmt: skip
_YEAR_LETTERS = 4


@dataclass(slots=True)
class Tree:
    """Tags, labels and heads of a sentence while they are mended."""

    tags: list[str]
    deps: list[str]
    heads: list[int]


def part_day(words: Sequence[str], tree: Tree, day: int) -> bool:
    """Let a day or year be what its preposition governs, and say whether it had to be done.

    The noun behind it becomes the object of the verb before ("refused on Monday calls for it") or
    the subject of the verb behind ("On Monday Habib Essid resigned").
    """
    if _dates_verb(words, tree, day):
        noun = tree.heads[day]
        tree.deps[noun], tree.heads[noun] = "dobj", tree.heads[day - 1]
        tree.deps[day], tree.heads[day] = "pobj", day - 1
        return True
    verb = _done_by_name(words, tree, day) if _opens_name(words, tree, day) else None
    if verb is not None:
        _name_doer(tree, day, verb)
    return verb is not None


def _opens_name(words: Sequence[str], tree: Tree, day: int) -> bool:
    """Say whether "on" and a weekday, or "in" and a year, stand right before a name."""
    name, opening = tree.heads[day], words[day - 1].lower() if day else ""
    weekday = opening == "on" and words[day].lower() in WEEKDAYS
    year = opening == "in" and words[day].isdigit() and len(words[day]) == _YEAR_LETTERS
    return (weekday or year) and name > day and set(tree.tags[day + 1 : name + 1]) <= _NAMES


def _done_by_name(words: Sequence[str], tree: Tree, day: int) -> int | None:
    """Return the verb of which the name behind a day is the subject, if it has no other."""
    name, prep = tree.heads[day], day - 1
    if tree.deps[name] in _SUBJECTS:
        return tree.heads[name]
    if (tree.deps[name], tree.heads[name]) != ("pobj", prep):
        return None
    verb, behind = tree.heads[prep], name + 1
    if behind < len(words) and tree.tags[behind][0] in "VM":
        verb = tree.heads[behind] if tree.deps[behind] in _HELPING else behind
    if verb < name or tree.tags[verb][0] not in "VM":
        return None
    below = {d for d, h in zip(tree.deps, tree.heads, strict=True) if h == verb}
    return verb if below.isdisjoint(_SUBJECTS) else None


def _name_doer(tree: Tree, day: int, verb: int) -> None:
    """Let the name behind a day be the subject of a verb, and the day tell of the clause's verb."""
    name, prep = tree.heads[day], day - 1
    passive = ("auxpass", verb) in zip(tree.deps, tree.heads, strict=True)
    if tree.deps[name] not in _SUBJECTS:
        tree.deps[name], tree.heads[name] = "nsubjpass" if passive else "nsubj", verb
    if tree.deps[prep] != "prep":  # "said on Monday X had left": the parser makes it "that"
        above = tree.heads[verb]
        told = tree.deps[verb] == "ccomp" and above < prep
        tree.deps[prep], tree.heads[prep] = "prep", above if told else verb
    tree.deps[day], tree.heads[day] = "pobj", prep


def done_after_day(words: Sequence[str], tree: Tree, name: int) -> int | None:
    """Return the verb of whom the parser sets beside a day: "On Monday, Peru, which ..., left"."""
    day = tree.heads[name]
    if day >= name or words[day].lower() not in WEEKDAYS or words[day + 1] != ",":
        return None
    if tree.deps[day] != "pobj" or tree.tags[name][0] != "N":
        return None
    verb = tree.heads[tree.heads[day]]
    below = {d for d, h in zip(tree.deps, tree.heads, strict=True) if h == verb}
    alone = verb > name and tree.tags[verb][0] in "VM" and below.isdisjoint(_SUBJECTS)
    return verb if alone else None


def name_behind_day(tree: Tree, name: int, verb: int) -> None:
    """Let a name be a verb's subject, and what is told of the day behind it be told of the name."""
    day = tree.heads[name]
    passive = ("auxpass", verb) in zip(tree.deps, tree.heads, strict=True)
    tree.deps[name], tree.heads[name] = "nsubjpass" if passive else "nsubj", verb
    for token, head in enumerate(tree.heads):
        if head == day and token > name:
            tree.heads[token] = name


def _dates_verb(words: Sequence[str], tree: Tree, day: int) -> bool:
    """Say whether a weekday before an object dates the verb: "refused [on Monday] calls for it"."""
    noun, prep = tree.heads[day], day - 1
    if words[day].lower() not in WEEKDAYS or prep < 1 or words[prep].lower() != "on":
        return False
    if (tree.deps[noun], tree.heads[noun]) != ("pobj", prep) or tree.tags[noun] not in _COMMON:
        return False
    verb = tree.heads[prep]
    if tree.tags[verb][0] != "V" or verb > prep or tree.deps[prep] != "prep":
        return False
    pairs = list(zip(tree.deps, tree.heads, strict=True))
    if ("dobj", verb) in pairs or ("auxpass", verb) in pairs:
        return False
    return any(
        head == noun and dep in _BEHIND and token > noun for token, (dep, head) in enumerate(pairs)
    )
