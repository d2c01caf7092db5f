"""Mends trees of those who are held or left so: "an American held hostage", "left 40 dead"."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree
from foedera.analyse.mending_phrases import hangs_on

_STATES = frozenset({"hostage", "captive", "prisoner"})
_HELD = frozenset({"held", "taken", "kept"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_LEAVING = frozenset({"leave", "leaves", "left", "leaving"})
_LEFT_SO = frozenset({"dead", "homeless", "wounded", "injured", "hurt", "stranded", "displaced"})
_LEFT = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
_OF_VERBS = frozenset({"nsubj", "nsubjpass", "mark", "aux", "dobj", "ccomp"})
_OF_CLAUSE = frozenset({"prep", "agent", "npadvmod", "advmod"})


def one_held(words: Sequence[str], tree: Tree, token: int) -> int | None:
    """Return who is held hostage where the parser lets "held" tell of the word "hostage"."""
    if token < 2 or words[token].lower() not in _STATES:
        return None
    participle, one = token - 1, token - 2
    misread = tree.deps[participle] == "amod" and tree.heads[participle] == token
    if not misread or words[participle].lower() not in _HELD:
        return None
    people = words[one][:1].isupper() and tree.tags[one] == "JJ"  # "an American held hostage"
    if tree.tags[one] not in _NOUNS and not people:
        return None
    return one if tree.heads[one] in {token, participle} else None


def hold(tree: Tree, token: int, one: int) -> None:
    """Let the noun stand where "hostage" stood, and the participle tell of it."""
    participle, above = token - 1, tree.heads[token]
    tree.deps[one], tree.heads[one] = tree.deps[token], one if above == token else above
    if tree.tags[one] == "JJ":
        tree.tags[one] = "NNP"
    for kid, head in enumerate(tree.heads):
        if head != token or kid in {one, participle, token}:
            continue
        tree.heads[kid] = participle if kid > token and tree.deps[kid] in _OF_CLAUSE else one
    tree.tags[participle], tree.deps[participle], tree.heads[participle] = "VBN", "acl", one
    tree.deps[token], tree.heads[token] = "oprd", participle


def is_passive_clause(words: Sequence[str], tree: Tree, token: int) -> bool:
    """Say whether a past form beside a noun is a participle: "a nurse [held] captive in Mali".

    So it is beside its doer or what somebody is held as; a clause of its own has a subject.
    """
    if tree.tags[token] != "VBD" or tree.heads[token] != token - 1:
        return False
    kids = [k for k, head in enumerate(tree.heads) if head == token]
    if any(tree.deps[k] in _OF_VERBS for k in kids):
        return False
    return any(tree.deps[k] == "agent" or words[k].lower() in _STATES for k in kids)


def left_so(words: Sequence[str], tree: Tree, token: int) -> int | None:
    """Return the verb that left somebody dead or hurt: "that left 40 [people] dead, burnt huts".

    The parser makes those people who did what is told next, or a clause of what they are.
    """
    noun = token - 1
    if words[token].lower() not in _LEFT_SO:
        return None
    if noun < 2 or tree.tags[noun] not in _LEFT or tree.heads[noun] == token - 2:
        return None
    if _counts_later(words, tree, noun):
        return None
    at = noun - 1
    if tree.deps[noun] == "conj":  # "left the envoy and three others dead"
        noun = tree.heads[noun]
    while at > 0 and (at == noun or hangs_on(tree, at, noun)):
        at -= 1
    left = words[at].lower() in _LEAVING and tree.tags[at][0] == "V" and at > 0
    below = tree.heads[at] in (noun, token - 1, token)
    return at if left and not below else None


def _counts_later(words: Sequence[str], tree: Tree, number: int) -> bool:
    """Say whether a number counts a noun behind what is told of it: "left 12 injured soldiers"."""
    noun = tree.heads[number]
    apart = not {",", "and"}.isdisjoint(words[number + 1 : noun])
    return tree.tags[number] == "CD" and noun > number + 1 and not apart


def make_left_so(tree: Tree, token: int, verb: int) -> None:
    """Let a verb have left those before a word so, and nothing told behind: "dead, burnt huts"."""
    for at, (dep, head) in enumerate(zip(tree.deps, tree.heads, strict=True)):
        if at > token and dep == "dobj" and head == verb:
            tree.deps[at] = "dep"
    one = tree.heads[token - 1] if tree.deps[token - 1] == "conj" else token - 1
    tree.deps[one], tree.heads[one] = "dobj", verb
    tree.deps[token], tree.heads[token] = "oprd", verb
