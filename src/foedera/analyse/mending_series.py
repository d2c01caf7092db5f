"""Mends trees in which the first of a series of names is cut off from the others.

"A, B and C said": the parser makes B say what A is. "The A, the B and the C said": it leaves A out.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree
from foedera.analyse.mending_phrases import hangs_on, opening

_NAMES = frozenset({"NNP", "NNPS"})
_LOOSE = frozenset({"dep", "npadvmod", "nmod", "advcl", "ccomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def mend_series(words: Sequence[str], tree: Tree) -> None:
    """Let names with a comma between them and "and" before the last be one series."""
    for token, dep in enumerate(tree.deps):
        if tree.tags[token] not in _NAMES:
            continue
        more = _joins_more(words, tree, token)
        if dep == "appos" and more:
            _join_second(words, tree, token)
        elif dep in _SUBJECTS and more:
            _join_first(words, tree, token)
        elif dep == "pobj" and tree.heads[token] == token - 1:
            _join_company(words, tree, token)


def _join_company(words: Sequence[str], tree: Tree, name: int) -> None:
    """Join whoever acts "together with" a subject to it: "Kenya along with [Togo] signed"."""
    prep = name - 1
    along = words[prep].lower() == "with" and words[prep - 1].lower() in {"together", "along"}
    over = tree.heads[prep]
    if not along or prep < 1:
        return
    verb = tree.heads[over] if tree.deps[over] in _SUBJECTS else over
    subjects = [
        at for at, dep in enumerate(tree.deps) if dep in _SUBJECTS and tree.heads[at] == verb
    ]
    near = len(subjects) == 1 and (subjects[0] == over or prep <= 1)
    if near and tree.tags[subjects[0]] in _NAMES:
        tree.deps[name], tree.heads[name] = "conj", subjects[0]


def _joins_more(words: Sequence[str], tree: Tree, token: int) -> bool:
    """Say whether "and" joins a last name to one, with nothing but its own words between."""
    joined = [at for at in range(token + 1, len(words)) if tree.heads[at] == token]
    ands = [at for at in joined if tree.deps[at] == "cc" and words[at].lower() in {"and", "&"}]
    last = [at for at in joined if tree.deps[at] == "conj" and tree.tags[at] in _NAMES]
    return len(ands) == 1 and len(last) == 1 and ands[0] == token + 1


def _join_second(words: Sequence[str], tree: Tree, token: int) -> None:
    """Join the second name to the first, unless nothing follows."""
    first, opens = tree.heads[token], opening(tree, token)
    if tree.tags[first] not in _NAMES or first != opens - 2 or words[opens - 1] != ",":
        return
    end = max(at for at in range(len(words)) if at == token or hangs_on(tree, at, token))
    if end + 1 < len(words):
        tree.deps[token] = "conj"


def _join_first(words: Sequence[str], tree: Tree, token: int) -> None:
    """Make the name before the first comma the subject that the others are joined to."""
    verb, opens = tree.heads[token], opening(tree, token)
    first = opens - 2
    if first < 0 or words[opens - 1] != "," or tree.tags[first] not in _NAMES:
        return
    if tree.heads[first] != verb or tree.deps[first] not in _LOOSE:
        return
    tree.deps[first], tree.deps[token], tree.heads[token] = tree.deps[token], "conj", first
