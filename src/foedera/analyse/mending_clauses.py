"""Mends trees in which the doer of a second clause is taken for one more object of the first.

"Kenya attacked Chad and [Togo] sent arms": right before a verb that has no other subject stands
who does it.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree
from foedera.analyse.mending_phrases import is_under, opening

_NAMES = frozenset({"NNP", "NNPS"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_SEVERAL = frozenset({"are", "were", "have", "do"})
_ONE = frozenset({"is", "was", "has", "does"})
_GOVERNED = frozenset({"dobj", "pobj", "attr"})
_HELPING = frozenset({"aux", "auxpass", "neg", "advmod"})
_WITHOUT_CLAUSE = frozenset(
    {"struck", "hit", "bombed", "shelled", "attacked", "raided", "invaded", "occupied",
     "sanctioned", "condemned", "criticised", "criticized", "denounced", "backed", "supported",
     "armed", "met", "visited", "left", "joined", "quit", "called", "phoned", "expelled",
     "arrested", "killed", "seized", "captured", "thanked", "praised", "sued", "recognised",
     "recognized"}
)  # fmt: skip
_BESIDE = frozenset({"conj", "ccomp", "advcl"})
_INNER = frozenset({"of", "for", "from", "in", "at"})
_JOINING = frozenset({"and", "but"})


def mend_clauses(words: Sequence[str], tree: Tree) -> None:
    """Give verbs joined to others the doers that stand between "and" and them."""
    for verb, dep in enumerate(tree.deps):
        if dep in _BESIDE and tree.tags[verb][0] == "V" and verb > tree.heads[verb]:
            if dep == "ccomp":
                _free_object(words, tree, verb)
            doer = _doer_before(words, tree, verb)
            if doer is not None:
                _give(words, tree, verb, doer)
            elif dep == "ccomp":
                _part(words, tree, verb)


def _part(words: Sequence[str], tree: Tree, verb: int) -> None:
    """Let a clause behind "and" be no content of the verb before: "warned Chad and Mali [left]"."""
    above = tree.heads[verb]
    doer = next((a for a, d in enumerate(tree.deps) if d in _SUBJECTS and tree.heads[a] == verb), 0)
    opens = opening(tree, doer)
    if opens < 1 or words[opens - 1].lower() not in _JOINING or tree.tags[above][0] != "V":
        return
    noun = tree.heads[opens - 1]
    marked = ("mark", verb) in zip(tree.deps, tree.heads, strict=True)
    governed = tree.deps[noun] in _GOVERNED and tree.tags[noun][0] == "N"
    if above < noun < opens - 1 and governed and not marked:
        tree.deps[verb], tree.heads[opens - 1] = "conj", above


def _free_object(words: Sequence[str], tree: Tree, verb: int) -> None:
    """Give a first verb, which no clause follows, the name behind it as its object.

    "Israel struck [Gaza] and Hamas fired": the parser lets both of them fire.
    """
    above = tree.heads[verb]
    subjects = [at for at, dep in enumerate(tree.deps) if tree.heads[at] == verb and dep == "nsubj"]
    if words[above].lower() not in _WITHOUT_CLAUSE or len(subjects) != 1:
        return
    name = subjects[0]
    joined = any(d == "conj" and h == name for d, h in zip(tree.deps, tree.heads, strict=True))
    if tree.tags[name] in _NAMES and joined and opening(tree, name) == above + 1:
        tree.deps[name], tree.heads[name] = "dobj", above


def _doer_before(words: Sequence[str], tree: Tree, verb: int) -> int | None:
    """Return the noun right before a verb without a subject, joined by "and" to an object."""
    own = [(at, dep) for at, dep in enumerate(tree.deps) if tree.heads[at] == verb and at != verb]
    if any(dep in _SUBJECTS or dep == "mark" for _, dep in own):
        return None
    helped = [at for at, dep in own if dep in {"aux", "auxpass"} and at < verb]
    if any(words[at].lower() == "to" for at in helped):
        return None
    if tree.tags[verb] not in _FINITE and not helped:
        return None
    before = verb - 1
    while before > 0 and tree.heads[before] == verb and tree.deps[before] in _HELPING:
        before -= 1
    before = _whole(words, tree, before)
    if tree.tags[before][0] != "N" or tree.deps[before] != "conj":
        return None
    before = _first_of_two(tree, before)
    first, opens = tree.heads[before], opening(tree, before)
    joined = opens > 0 and words[opens - 1].lower() in _JOINING and tree.heads[opens - 1] == first
    top = tree.heads[first] if tree.deps[first] == "conj" else first
    governed = tree.deps[top] in _GOVERNED and top < opens - 1
    pair = all(words[at] != "," for at in range(first, opens))
    fits = _agrees(words, tree, verb, before, helped)
    return before if joined and governed and pair and fits and tree.heads[verb] < first else None


def _whole(words: Sequence[str], tree: Tree, last: int) -> int:
    """Return the joined noun that a phrase tells more of: "and the [army] of Chad left".

    So of "and Chad, an ally of Mali, left" and "and Chad, which borders Mali, left".
    """
    if words[last] == ",":
        noun = _told_more(words, tree, last)
        return last if noun is None else noun
    at = last
    while _is_inner(words, tree, at):
        at = tree.heads[tree.heads[at]]
    return at if tree.deps[at] == "conj" else last


def _is_inner(words: Sequence[str], tree: Tree, noun: int) -> bool:
    """Say whether a noun tells more of another by a preposition: "the army of [Chad]"."""
    over = tree.heads[noun]
    return tree.deps[noun] == "pobj" and over < noun and words[over].lower() in _INNER


def _told_more(words: Sequence[str], tree: Tree, comma: int) -> int | None:
    """Return the joined noun that an insertion before a comma tells more of."""
    for noun in range(comma - 2, 0, -1):
        if tree.deps[noun] == "conj" and words[noun + 1] == "," and tree.tags[noun][0] == "N":
            inside = range(noun + 2, comma)
            return noun if all(is_under(tree, at, noun) for at in inside) else None
    return None


def _first_of_two(tree: Tree, last: int) -> int:
    """Return the first of two names that stand behind a thing: "a pact and [Chad] and Mali met"."""
    one = tree.heads[last]
    thing = tree.heads[one]
    named = tree.tags[one] in _NAMES and tree.tags[thing] in {"NN", "NNS"}
    return one if tree.deps[one] == "conj" and named and thing < one else last


def _agrees(words: Sequence[str], tree: Tree, verb: int, noun: int, helped: Sequence[int]) -> bool:
    """Say whether a verb has the number of a noun: "the ruling and the sentence [have] stood"."""
    finite = helped[0] if helped else verb
    word, tag = words[finite].lower(), tree.tags[finite]
    several = word in _SEVERAL or (tag == "VBP" and word not in _ONE)
    one = word in _ONE or tag == "VBZ"
    pair = ("conj", noun) in zip(tree.deps, tree.heads, strict=True)
    plural = pair or tree.tags[noun] in {"NNS", "NNPS"}
    return not (several and not plural) and not (one and (pair or tree.tags[noun] == "NNS"))


def _give(words: Sequence[str], tree: Tree, verb: int, doer: int) -> None:
    """Make a noun the subject of a verb, and the verb one more clause beside the first."""
    first = tree.heads[doer]
    passive = ("auxpass", verb) in zip(tree.deps, tree.heads, strict=True)
    tree.deps[doer], tree.heads[doer] = "nsubjpass" if passive else "nsubj", verb
    beside = first
    for _ in words:
        beside = beside if tree.tags[beside][0] in "VM" else tree.heads[beside]
    for at in range(first + 1, doer):
        if tree.deps[at] == "cc" and tree.heads[at] == first:
            tree.heads[at] = beside
    if tree.tags[beside][0] == "V" and beside < verb and tree.heads[beside] == tree.heads[verb]:
        tree.deps[verb], tree.heads[verb] = "conj", beside
