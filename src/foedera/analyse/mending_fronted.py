"""Mends trees in which nobody does what a sentence tells that opens with something else.

"In Oslo, Chile and Peru signed", "Speaking in Havana, Cuba's president said": the parser makes
whoever stands behind the comma one with the place before it, and lets the place act.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_CUT_OFF = frozenset({"appos", "conj", "dobj", "npadvmod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_HELPERS = frozenset({"aux", "auxpass", "neg", "advmod"})
_BEFORE_NOUNS = frozenset({"after", "before", "since", "until", "till"})
_HAPPENINGS = frozenset(
    {"fighting", "bombing", "shelling", "shooting", "rioting", "looting", "flooding", "killing",
     "kidnapping", "smuggling", "trafficking", "hacking", "rising"}
)  # fmt: skip
_UNITS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_NEAR = frozenset({"outside", "inside", "near"})


def mend_fronted(words: Sequence[str], tree: Tree) -> None:
    """Let whoever stands between what opens a sentence and its verb do what the verb tells."""
    _retag_opener(words, tree)
    for name, dep in enumerate(tree.deps):
        if dep not in _CUT_OFF or tree.tags[name][:2] != "NN":
            continue
        first = _opening(tree, name)
        if first < 2 or words[first - 1] != "," or tree.heads[name] >= first:
            continue
        verb = _verb_behind(words, tree, name)
        if verb is None or not _ends(words, tree, name, verb):
            continue
        if _make_main(tree, name, verb) and _is_without_doer(words, tree, first, verb):
            _free(words, tree, name, verb)
            return


def _retag_opener(words: Sequence[str], tree: Tree) -> None:
    """Let "Visiting Lagos, ..." and "Near Lagos, ..." be no name of two words."""
    place, near = tree.heads[0], words[0].lower() in _NEAR
    verb = tree.heads[place]
    if not near and not words[0].lower().endswith("ing"):
        return
    if tree.deps[0] not in {"compound", "amod"} or not place + 1 < verb < len(words) - 1:
        return
    if words[place + 1] != "," or words[verb + 1] == "," or tree.tags[verb][0] != "V":
        return
    if not _names_another(tree, place, verb):
        return
    for token in range(1, place):
        tree.heads[token] = place if tree.heads[token] == 0 else tree.heads[token]
    tree.tags[0], tree.deps[0] = ("IN", "prep") if near else ("VBG", "advcl")
    tree.heads[0], tree.heads[place] = verb, 0
    tree.deps[place] = "pobj" if near else "dobj"


def _names_another(tree: Tree, place: int, verb: int) -> bool:
    """Say whether somebody beside the place before a verb may do what it tells."""
    told = list(zip(tree.deps, tree.heads, strict=True))[place + 1 : verb]
    return tree.deps[place] in {"nsubj", "npadvmod"} and any(
        (head == verb and dep in _SUBJECTS) or (head == place and dep in _CUT_OFF)
        for dep, head in told
    )


def _verb_behind(words: Sequence[str], tree: Tree, name: int) -> int | None:
    """Return the verb that follows a noun's phrase, a comma and its helpers alone between."""
    for verb in range(name + 1, len(words)):
        if _is_of(tree, verb, name) and tree.deps[verb] != "acl":
            continue
        if tree.tags[verb] in _FINITE and (tree.deps[verb] not in _HELPERS or _led(tree, verb)):
            return verb
        if words[verb] != "," and not (tree.deps[verb] in _HELPERS and tree.heads[verb] > verb):
            return None
    return None


def _led(tree: Tree, verb: int) -> bool:
    """Say whether a verb is made to help what opens: "[Speaking] in Oslo, Peru [attacked]"."""
    opener = tree.heads[verb]
    return tree.deps[verb] == "aux" and opener == 0 and tree.tags[0] == "VBG"


def _ends(words: Sequence[str], tree: Tree, name: int, verb: int) -> bool:
    """Say whether commas behind a noun close what is told of it: "Kenya's president, X, said"."""
    behind = [at for at in range(name + 1, verb) if words[at] == ","]
    told = [
        at for at in range(name + 1, verb) if tree.deps[at] == "appos" and tree.heads[at] == name
    ]
    closes = (
        bool(told) and len(behind) > 1 and words[verb - 1] == "," and words[told[0] + 1] != "and"
    )
    joined = any(tree.deps[at] == "cc" and _is_of(tree, at, name) for at in range(name + 1, verb))
    return closes or (words[verb - 1] != "," and (not behind or joined))


def _make_main(tree: Tree, name: int, verb: int) -> bool:
    """Make a verb the main one if what opens was taken for that; say whether it is one now."""
    opener = tree.heads[verb]
    lost = opener in (0, name) and tree.heads[0] == 0 and tree.deps[verb] in {"aux", "acl"}
    if lost and tree.tags[0] in {"VBG", "IN"}:
        for token, head in enumerate(tree.heads):
            if head in (0, name) and token > verb:
                tree.heads[token] = verb
        tree.deps[0], tree.heads[0] = "advcl" if tree.tags[0] == "VBG" else "prep", verb
        tree.deps[verb], tree.heads[verb] = "ROOT", verb
    over = tree.heads[name]
    while over not in (verb, tree.heads[over]):
        over = tree.heads[over]
    return over == verb and tree.deps[verb] not in {"acl", "relcl", "aux", "advcl", "amod"}


def _is_without_doer(words: Sequence[str], tree: Tree, first: int, verb: int) -> bool:
    """Say whether a verb's only subject, if it has any, belongs to what the sentence opens with."""
    return all(
        at < first and _is_no_doer(words, tree, at)
        for at, (dep, head) in enumerate(zip(tree.deps, tree.heads, strict=True))
        if head == verb and dep in _SUBJECTS | {"expl"}
    )


def _is_no_doer(words: Sequence[str], tree: Tree, at: int) -> bool:
    """Say whether a subject is what opens: "[Speaking] in", "In [Oslo]", "After the [talks] in"."""
    first = _opening(tree, at)
    before = words[first - 1].lower() if first else ""
    if words[at].lower() in _HAPPENINGS:
        return False
    if tree.tags[at] == "VBG" or (at == 0 and _is_opener(words[0], tree.tags[0])):
        return True
    if first == 0 and words[at].lower() in _UNITS and words[at + 1].lower() in _BEFORE_NOUNS:
        return True
    prep = bool(first) and tree.deps[first - 1] in {"prep", "pcomp", "agent"}
    return prep or before in _BEFORE_NOUNS


def _is_opener(word: str, tag: str) -> bool:
    """Say whether a word that opens can be no doer: "Gathered in", "Near", "Unlike Peru"."""
    return tag in {"IN", "VBN"} or (tag == "NNP" and (word.endswith("ed") or word.lower() in _NEAR))


def _free(words: Sequence[str], tree: Tree, name: int, verb: int) -> None:
    """Make a noun the subject of its verb, and what was its subject what opens the sentence."""
    for at, (dep, head) in enumerate(zip(tree.deps, tree.heads, strict=True)):
        if head != verb or dep not in _SUBJECTS:
            continue
        before = _opening(tree, at) - 1
        if before < 0 or tree.tags[at] == "VBG":
            tree.deps[at] = "advcl" if tree.tags[at][0] == "V" else "prep"
            tree.deps[at] = "npadvmod" if tree.tags[at] == "NNS" else tree.deps[at]
            continue
        tree.deps[at], tree.heads[at] = "dobj" if tree.tags[before] == "VBG" else "pobj", before
        if tree.deps[before] == "mark":
            tree.deps[before], tree.heads[before] = "prep", verb
    pairs = zip(tree.deps, tree.heads, strict=True)
    passive = any(dep == "auxpass" and head == verb for dep, head in pairs)
    tree.deps[name], tree.heads[name] = "nsubjpass" if passive else "nsubj", verb


def _is_of(tree: Tree, token: int, name: int) -> bool:
    """Say whether a token hangs on a name, at however many removes."""
    while tree.heads[token] not in (token, name):
        token = tree.heads[token]
    return tree.heads[token] == name


def _opening(tree: Tree, name: int) -> int:
    """Return where the phrase of a noun opens, its article and first names within."""
    at = name
    while at > 0 and tree.deps[at - 1] not in {"cc", "punct"} and _is_of(tree, at - 1, name):
        at -= 1
    return at
