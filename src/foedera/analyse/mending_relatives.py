"""Mends trees in which a clause told of a noun, or what an act is done to, hangs on the doer.

"Chad, which Mali's army attacked, said nothing": the parser lets the army speak, of which it is
told that it was attacked. "The arrest by Chad of two men": the two men are not Chad's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foedera.analyse.mending_days import Tree

_TAKEN_UP = frozenset({"which", "whom"})
_SAYING = frozenset({"said", "says", "say"})
_HELPING = frozenset({"aux", "auxpass", "neg", "advmod"})
_PAST = frozenset({"VBN", "VBD"})
_COMMON = frozenset({"NN", "NNS"})
_ONE = frozenset({"a", "an"})
_ARMED = frozenset(
    {"police", "troops", "soldiers", "gunmen", "rebels", "militants", "insurgents", "guerrillas",
     "authorities"}
)  # fmt: skip
_COUNTING = frozenset({"nummod", "det", "amod"})


def mend_relatives(words: Sequence[str], tree: Tree) -> None:
    """Give a clause that a relative pronoun opens its own verb, and an act what it is done to."""
    for token, dep in enumerate(tree.deps):
        if dep == "acl" and tree.tags[token] in _PAST:
            _end_clause(words, tree, token)
        elif dep == "prep" and words[token].lower() == "of":
            _befall(words, tree, token)


def _kids(tree: Tree, token: int) -> Iterator[int]:
    return (t for t, head in enumerate(tree.heads) if head == token and t != token)


def _end_clause(words: Sequence[str], tree: Tree, verb: int) -> None:
    """Let the main verb behind the comma be that of the noun: "X, which Y [attacked], said"."""
    doer = tree.heads[verb]
    main = tree.heads[doer]
    noun = tree.heads[main]
    if tree.deps[doer] != "nsubj" or tree.deps[main] != "relcl" or not noun < doer < verb < main:
        return
    taken = [k for k in _kids(tree, main) if words[k].lower() in _TAKEN_UP and noun < k < doer]
    by = any(tree.deps[k] == "agent" or words[k].lower() == "by" for k in _kids(tree, verb))
    told = words[tree.heads[noun]].lower() in _SAYING and tree.deps[noun] == "dobj"
    first = main
    while first - 1 > verb and tree.heads[first - 1] == main and tree.deps[first - 1] in _HELPING:
        first -= 1
    if len(taken) != 1 or by or words[first - 1] != "," or not (told or tree.heads[noun] == noun):
        return
    said = tree.heads[noun]
    tree.deps[taken[0]], tree.heads[taken[0]] = "dobj", verb
    tree.tags[verb], tree.deps[verb], tree.heads[verb] = "VBD", "relcl", noun
    tree.heads[doer] = verb
    tree.deps[main], tree.heads[main] = ("ccomp", said) if told else ("ROOT", main)
    tree.deps[noun], tree.heads[noun] = "nsubj", main


def _befall(words: Sequence[str], tree: Tree, of: int) -> None:
    """Let what "of" names behind the doer be the act's: "the arrest by Chad [of two men]"."""
    doer = tree.heads[of]
    by = tree.heads[doer]
    act = tree.heads[by]
    if tree.deps[doer] != "pobj" or words[by].lower() != "by" or tree.tags[act] not in _COMMON:
        return
    before = [k for k in _kids(tree, doer) if k < doer]
    owned = any(words[k][:1].isupper() and tree.deps[k] in {"amod", "poss"} for k in before)
    bare = tree.tags[doer] == "NNP" and not before
    armed = not before and words[doer].lower() in _ARMED
    done_to = [k for k in _kids(tree, of) if tree.deps[k] == "pobj"]
    counting = [k for t in done_to for k in _kids(tree, t) if tree.deps[k] in _COUNTING]
    several = any(tree.tags[t] in {"NNS", "NNPS"} for t in done_to)
    one = any(words[k].lower() in _ONE or tree.deps[k] == "nummod" for k in counting)
    if (((bare or owned) and (counting or several)) or (armed and one)) and act < by < of:
        tree.heads[of] = act
