"""Mends trees in which the name that opens a sentence has lost its verb.

"Turkey, amid rising tension, apologised" and "Oman late on Monday mediated": the parser takes the
name for a time, or for the whole of the sentence of which the verb only tells.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_FINITE = frozenset({"VBD", "VBZ"})
_NAMES = frozenset({"NNP", "NNPS"})
_SORTS = frozenset({"NN", "NNS"})
_PAST = frozenset({"VBD", "VBN"})
_ADVERBIAL = frozenset({"npadvmod", "advmod"})
_STOPS = frozenset({".", "!", "?"})
_NO_NAMES = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
     "february", "march", "april", "may", "june", "july", "august", "september", "october",
     "november", "december", "christmas", "easter", "today", "yesterday"}
)  # fmt: skip
_LATELY = frozenset({"late", "early", "earlier", "later"})


def mend_opener(words: Sequence[str], tree: Tree) -> None:
    """Make the name that opens a sentence the subject of the verb that it has lost."""
    _join_sort(words, tree)
    name = _opening_name(words, tree)
    if name is None:
        return
    if tree.deps[name] in _ADVERBIAL:
        verb = tree.heads[name]
        if _is_finite(tree, verb) and _is_without_subject(tree, verb):
            tree.deps[name] = _role(tree, verb)
    elif words[-1] in _STOPS and not _has_verb(tree):
        lost = _lost_verb(words, tree, name)
        if lost is not None:
            _make_main(tree, name, lost)


def _join_sort(words: Sequence[str], tree: Tree) -> None:
    """Join a name to the noun for what it is: "The [freighter] Inca was sunk", "... rammed it"."""
    at = 0
    while at + 2 < len(words) and tree.tags[at] not in _SORTS:
        at += 1
    name = at + 1
    if at == 0 or name >= len(words) or tree.tags[name] not in _NAMES:
        return
    verb = tree.heads[name]
    twice = tree.deps[at] == tree.deps[name] == "nsubj" and tree.heads[at] == verb
    cut = tree.deps[name] == "nsubjpass" and tree.heads[at] == at == tree.heads[verb]
    if cut and tree.deps[verb] == "relcl":
        tree.deps[verb], tree.heads[verb] = "ROOT", verb
    if twice or (cut and tree.heads[verb] == verb):
        for token, head in enumerate(tree.heads):
            if head == at and token < name:
                tree.heads[token] = name
        tree.deps[at], tree.heads[at] = "compound", name


def _opening_name(words: Sequence[str], tree: Tree) -> int | None:
    """Return the last word of the name that opens a sentence, behind an article at most."""
    at = 1 if words[0].lower() == "the" and len(words) > 1 else 0
    while at < len(words) and tree.deps[at] in {"compound", "amod"} and tree.heads[at] == at + 1:
        at += 1
    named = at < len(words) and tree.tags[at] in _NAMES and words[at].lower() not in _NO_NAMES
    return at if named else None


def _lost_verb(words: Sequence[str], tree: Tree, name: int) -> int | None:
    """Return the one verb that hangs on a name as if it were told of it.

    A comma before it, or a time ("late on Monday"), stands between the two.
    """
    if (verb := _taken_for_adjective(words, tree, name)) is not None:
        return verb
    if tree.heads[name] != name:
        return None
    for verb in (t for t, h in enumerate(tree.heads) if h == name and t > name):
        if not _is_without_subject(tree, verb):
            continue
        behind_comma = words[verb - 1] == "," and words[name + 1] == ","
        dated = words[name + 1].lower() in _LATELY
        if tree.deps[verb] == "dep" and tree.tags[verb] == "VBD" and (behind_comma or dated):
            return verb
        past = tree.tags[verb] in {"VBN", "VBD"} and tree.deps[verb] == "acl"
        if past and dated and ("agent", verb) not in zip(tree.deps, tree.heads, strict=True):
            return verb
    return None


def _taken_for_adjective(words: Sequence[str], tree: Tree, name: int) -> int | None:
    """Return the verb of "Peru, amid rising tension, [banned] imports", which the noun governs."""
    if name + 1 == len(words) or words[name + 1] != ",":
        return None
    for verb in range(name + 2, len(words) - 1):
        noun = tree.heads[verb]
        if tree.deps[verb] != "amod" or words[verb - 1] != "," or noun < verb:
            continue
        near = name in (noun, tree.heads[noun]) or tree.heads[name] == noun
        if tree.tags[verb] in _PAST and near:
            return verb
    return None


def _make_main(tree: Tree, name: int, verb: int) -> None:
    """Let a verb govern the sentence that opens with a name."""
    noun = tree.heads[verb]
    if tree.deps[verb] == "amod":
        for token, head in enumerate(tree.heads):
            if head == noun and token < verb:
                tree.heads[token] = verb
        tree.deps[noun], tree.heads[noun] = "dobj", verb
    for token, head in enumerate(tree.heads):
        if head == name and token > verb:
            tree.heads[token] = verb
    tree.deps[verb], tree.heads[verb], tree.tags[verb] = "ROOT", verb, "VBD"
    tree.deps[name], tree.heads[name] = _role(tree, verb), verb


def _is_finite(tree: Tree, verb: int) -> bool:
    """Say whether a verb has a tense of its own or by its auxiliary: "has not commented"."""
    aided = tree.tags[verb] in {"VBN", "VBG", "VB"} and any(
        dep in {"aux", "auxpass"} and head == verb
        for dep, head in zip(tree.deps, tree.heads, strict=True)
    )
    return tree.tags[verb] in _FINITE or aided


def _has_verb(tree: Tree) -> bool:
    """Say whether a sentence or what is told in it has a verb of its own."""
    pairs = zip(tree.tags, tree.deps, strict=True)
    return any(tag in _FINITE and dep in {"ROOT", "ccomp"} for tag, dep in pairs)


def _role(tree: Tree, verb: int) -> str:
    passive = ("auxpass", verb) in zip(tree.deps, tree.heads, strict=True)
    return "nsubjpass" if passive else "nsubj"


def _is_without_subject(tree: Tree, verb: int) -> bool:
    return all(
        dep not in _SUBJECTS or head != verb
        for dep, head in zip(tree.deps, tree.heads, strict=True)
    )
