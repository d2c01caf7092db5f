"""Mends trees in which nobody does what a sentence tells that opens with something else.

"In Oslo, Chile and Peru signed", "Speaking in Havana, Cuba's president said": the parser makes
whoever stands behind the comma one with the place before it, and lets the place act.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree
from foedera.analyse.mending_phrases import is_under, opening

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_CUT_OFF = frozenset({"appos", "conj", "dobj", "npadvmod", "prep", "dep"})
_DASHES = frozenset({"-", "--", "–", "—"})
_ASIDE = frozenset({"parataxis", "relcl", "acl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_HELPERS = frozenset({"aux", "auxpass", "neg", "advmod"})
_BEFORE_NOUNS = frozenset({"after", "before", "since", "until", "till"})
_HAPPENINGS = frozenset(
    {"fighting", "bombing", "shelling", "shooting", "rioting", "looting", "flooding", "killing",
     "kidnapping", "smuggling", "trafficking", "hacking", "rising"}
)  # fmt: skip
_GOVERNED = frozenset({"acl", "relcl", "aux", "advcl", "amod"})
_TELLING = frozenset({"VBD", "VBZ", "VBP", "MD"})
_JOINING = frozenset({"but", "and", "so", "yet"})
_UNITS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_NEAR = frozenset({"outside", "inside", "near"})


def mend_fronted(words: Sequence[str], tree: Tree) -> None:
    """Let whoever stands between what opens a clause and its verb do what the verb tells."""
    if "," not in words:
        return
    _retag_opener(words, tree, _start(words, tree, min(4, len(words))))
    for name, dep in enumerate(tree.deps):
        if dep not in _CUT_OFF or tree.tags[name][:2] != "NN":
            continue
        first = opening(tree, name)
        if first < 2 or words[first - 1] != "," or tree.heads[name] >= first:
            continue
        start = _start(words, tree, first - 2)
        if _join_two(words, tree, name, start):
            continue
        verb = _verb_behind(words, tree, name, start)
        if verb is None or not _ends(words, tree, name, verb):
            continue
        _make_main(tree, name, verb, start)
        if _leads(tree, name, verb) and _is_without_doer(words, tree, start, first, verb):
            _free(words, tree, name, verb)


def mend_timed(words: Sequence[str], tree: Tree) -> None:
    """Let whoever stands behind "after" do what follows an insertion: "after X, Y's ally, left"."""
    for name, dep in enumerate(tree.deps):
        mark = tree.heads[name]
        if dep != "pobj" or words[mark].lower() not in _BEFORE_NOUNS or mark > name:
            continue
        verb = next((v for v in range(name + 1, len(words)) if _is_lost(tree, mark, v)), None)
        if verb is None or (words[verb - 1] == ",") != ("," in words[name:verb]):
            continue
        if all(words[t] == "," or is_under(tree, t, name) for t in range(name + 1, verb)):
            over = tree.heads[verb]
            tree.deps[name], tree.heads[name] = "nsubj", verb
            tree.deps[mark], tree.heads[mark] = "mark", verb
            tree.deps[verb], tree.heads[verb] = "advcl", over


def _is_lost(tree: Tree, mark: int, verb: int) -> bool:
    """Say whether a finite verb behind a preposition is told without a subject of its own."""
    over, head = tree.heads[verb], tree.heads[mark]
    if tree.tags[verb] not in {"VBD", "VBN"} or tree.deps[verb] not in {"conj", "advcl"}:
        return False
    own = {dep for dep, at in zip(tree.deps, tree.heads, strict=True) if at == verb}
    near = over in (head, tree.heads[head]) or tree.heads[head] == verb
    return near and own.isdisjoint(_SUBJECTS | {"cc", "auxpass"})


def _start(words: Sequence[str], tree: Tree, end: int) -> int:
    """Return where the clause that holds a word opens, behind "but" and "Even so,"."""
    start = 0
    for at in range(end):
        joins = words[at].lower() in _JOINING and (at == 0 or words[at - 1] == ",")
        adverbs = words[at] == "," and all(tree.tags[t] == "RB" for t in range(start, at))
        if words[at] == ";" or joins or adverbs:
            start = at + 1
    return start


def _join_two(words: Sequence[str], tree: Tree, name: int, start: int) -> bool:
    """Join whoever does it to the one before: "but in Oslo, [Kenya] and Peru signed"."""
    place, second = tree.heads[name], name + 1
    if name + 1 >= len(words) or words[name + 1] != "and" or tree.deps[name] == "npadvmod":
        return False
    while second < len(words) and tree.deps[second] not in _SUBJECTS:
        second += 1
    if second == len(words) or opening(tree, second) != name + 2 or tree.tags[second][:3] != "NNP":
        return False
    if any(tree.tags[at] in _TELLING for at in range(start, place)) or place < start:
        return False
    verb = tree.heads[second]
    opener = tree.heads[verb]
    if start <= opener < place and tree.tags[opener] in {"VBN", "VBG", "VB"}:
        _turn(tree, opener, verb)
    tree.deps[name], tree.heads[name] = tree.deps[second], verb
    tree.deps[second], tree.heads[second] = "conj", name
    tree.heads[name + 1] = name
    return True


def _turn(tree: Tree, opener: int, verb: int) -> None:
    """Let what opens a clause hang on its verb, which hung on it."""
    root = tree.heads[opener] == opener
    tree.deps[verb], tree.heads[verb] = tree.deps[opener], verb if root else tree.heads[opener]
    tree.deps[opener], tree.heads[opener] = "advcl", verb


def _retag_opener(words: Sequence[str], tree: Tree, start: int) -> None:
    """Let "Visiting Lagos, ..." and "Near Lagos, ..." be no name of two words."""
    if start >= len(words):
        return
    place, near = tree.heads[start], words[start].lower() in _NEAR
    verb = tree.heads[place]
    if not near and not words[start].lower().endswith("ing"):
        return
    if tree.deps[start] not in {"compound", "amod"} or not place + 1 < verb < len(words) - 1:
        return
    if words[place + 1] != "," or words[verb + 1] == "," or tree.tags[verb][0] != "V":
        return
    if not _names_another(tree, place, verb):
        return
    for token in range(start + 1, place):
        tree.heads[token] = place if tree.heads[token] == start else tree.heads[token]
    tree.tags[start], tree.deps[start] = ("IN", "prep") if near else ("VBG", "advcl")
    tree.heads[start], tree.heads[place] = verb, start
    tree.deps[place] = "pobj" if near else "dobj"


def _names_another(tree: Tree, place: int, verb: int) -> bool:
    """Say whether somebody beside the place before a verb may do what it tells."""
    told = list(zip(tree.deps, tree.heads, strict=True))[place + 1 : verb]
    return tree.deps[place] in {"nsubj", "npadvmod"} and any(
        (head == verb and dep in _SUBJECTS) or (head == place and dep in _CUT_OFF)
        for dep, head in told
    )


def _verb_behind(words: Sequence[str], tree: Tree, name: int, start: int) -> int | None:
    """Return the verb that follows a noun's phrase, what hangs on the verb alone between."""
    for verb in range(name + 1, len(words)):
        led = tree.deps[verb] == "aux" and start <= tree.heads[verb] < name
        if tree.tags[verb] not in _FINITE or (tree.deps[verb] in _HELPERS and not led):
            continue
        if tree.deps[verb] in _ASIDE and tree.deps[verb] != "acl":
            continue
        dashes = any(
            w in _DASHES and tree.tags[name + n] != "HYPH" for n, w in enumerate(words[name:verb])
        )
        return verb if not dashes and _is_free_between(words, tree, name, verb) else None
    return None


def _is_free_between(words: Sequence[str], tree: Tree, name: int, verb: int) -> bool:
    """Say whether all between a noun and a verb belongs to one of them, and nobody acts there."""
    return all(
        words[at] == ","
        or tree.tags[at] == "HYPH"
        or (is_under(tree, at, name) and not is_under(tree, verb, at))
        or (is_under(tree, at, verb) and (tree.heads[at] != verb or tree.deps[at] not in _SUBJECTS))
        for at in range(name + 1, verb)
    )


def _ends(words: Sequence[str], tree: Tree, name: int, verb: int) -> bool:
    """Say whether commas behind a noun close what is inserted: "Kenya's president, X, said"."""
    behind = [at for at in range(name + 1, verb) if words[at] == ","]
    if len(behind) > 1 and tree.deps[behind[0] + 1] != "cc":
        return True
    joined = any(tree.deps[at] == "cc" and is_under(tree, at, name) for at in range(name + 1, verb))
    return words[verb - 1] != "," and (not behind or joined)


def _make_main(tree: Tree, name: int, verb: int, start: int) -> None:
    """Make a verb the main one where what opens was taken for that: "In Oslo, X [said]"."""
    main = next((at for at in range(start, name) if tree.heads[at] == at), None)
    lost = main is not None and tree.heads[verb] in (main, name)
    if main is None or not lost or tree.deps[verb] not in {"aux", "acl"}:
        return
    if tree.tags[main] in {"VBG", "VBN", "VB", "IN"}:
        for token, head in enumerate(tree.heads):
            if head in (main, name) and token > verb:
                tree.heads[token] = verb
        tree.deps[main], tree.heads[main] = "prep" if tree.tags[main] == "IN" else "advcl", verb
        tree.deps[verb], tree.heads[verb], tree.tags[verb] = "ROOT", verb, "VBD"


def _leads(tree: Tree, name: int, verb: int) -> bool:
    """Say whether a noun hangs on a verb that governs a clause of its own."""
    return is_under(tree, name, verb) and tree.deps[verb] not in _GOVERNED


def _is_without_doer(words: Sequence[str], tree: Tree, start: int, first: int, verb: int) -> bool:
    """Say whether a verb's only subject, if it has any, belongs to what its clause opens with."""
    return all(
        start <= at < first and _is_no_doer(words, tree, at, start)
        for at, (dep, head) in enumerate(zip(tree.deps, tree.heads, strict=True))
        if head == verb and dep in _SUBJECTS | {"expl"}
    )


def _is_no_doer(words: Sequence[str], tree: Tree, at: int, start: int) -> bool:
    """Say whether a subject is what opens: "[Speaking] in", "In [Oslo]", "After the [talks] in"."""
    first = opening(tree, at)
    if words[at].lower() in _HAPPENINGS:
        return False
    if tree.tags[at] in {"VBG", "VB"} or (at == start and _is_opener(words[at], tree.tags[at])):
        return True
    if first == start and words[at].lower() in _UNITS and words[at + 1].lower() in _BEFORE_NOUNS:
        return True
    if first == 0:
        return False
    governed = tree.deps[first - 1] in {"prep", "pcomp", "agent"} or tree.tags[first - 1] == "VBG"
    return governed or words[first - 1].lower() in _BEFORE_NOUNS


def _is_opener(word: str, tag: str) -> bool:
    """Say whether a word that opens can be no doer: "Gathered in", "Near", "Unlike Peru"."""
    return tag in {"IN", "VBN"} or (tag == "NNP" and (word.endswith("ed") or word.lower() in _NEAR))


def _free(words: Sequence[str], tree: Tree, name: int, verb: int) -> None:
    """Make a noun the subject of its verb, and what was its subject what opens the sentence."""
    for at, (dep, head) in enumerate(zip(tree.deps, tree.heads, strict=True)):
        if head != verb or dep not in _SUBJECTS:
            continue
        before = opening(tree, at) - 1
        if before < 0 or tree.tags[at] in {"VBG", "VB"} or tree.deps[before] in {"cc", "punct"}:
            tree.deps[at] = "advcl" if tree.tags[at][0] == "V" else "prep"
            tree.deps[at] = "npadvmod" if tree.tags[at] == "NNS" else tree.deps[at]
            continue
        tree.deps[at], tree.heads[at] = "dobj" if tree.tags[before] == "VBG" else "pobj", before
        if tree.deps[before] == "mark":
            tree.deps[before], tree.heads[before] = "prep", verb
    for at, dep in enumerate(tree.deps):
        if dep == "relcl" and tree.heads[at] < name < at < verb:
            tree.heads[at] = name  # "in the session, [Chad], which backs it, left"
    pairs = zip(tree.deps, tree.heads, strict=True)
    passive = any(dep == "auxpass" and head == verb for dep, head in pairs)
    tree.deps[name], tree.heads[name] = "nsubjpass" if passive else "nsubj", verb
