"""Mends trees in which a title in quotation marks is taken apart: 'told "Face the Nation" that'."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_days import Tree

_TELLING = frozenset({"told", "tells", "telling", "tell"})
_MARKS = frozenset({'"', "“", "”", "``", "''"})
_SMALL = frozenset({"the", "a", "an", "of", "and", "&", "with", "on", "in", "to", "for", "at"})
_OWNING = frozenset({"'s", "’s", "'", "’", "the", "on"})
_CLAUSES = frozenset({"relcl", "ccomp", "acl", "xcomp", "advcl", "dep", "parataxis"})
_NAMES = frozenset({"NNP", "NNPS"})
_LONGEST, _REACH = 7, 4


def mend_titles(words: Sequence[str], tree: Tree) -> None:
    """Let a title be whom somebody tells what follows it, and hang what is told on the telling."""
    for verb, word in enumerate(words):
        if word.lower() not in _TELLING:
            continue
        first = _opened(words, tree, verb)
        last = _closed(words, first) if first is not None else None
        if first is not None and last is not None:
            _join_title(tree, verb, first, last)
            _hang_told(words, tree, verb, (first, last))


def _opened(words: Sequence[str], tree: Tree, verb: int) -> int | None:
    """Return the first word of a title right behind a telling, or behind whose it is."""
    for at in range(verb + 1, min(verb + 1 + _REACH, len(words) - 2)):
        if words[at] in _MARKS:
            return at + 1
        if tree.tags[at] not in _NAMES and words[at].lower() not in _OWNING:
            return None
    return None


def _closed(words: Sequence[str], first: int) -> int | None:
    """Return the last word of a title of two to seven words with capitals."""
    for at in range(first + 1, min(first + 1 + _LONGEST, len(words))):
        if words[at] in _MARKS:
            title = words[first:at]
            capital = all(w[:1].isupper() or w.lower() in _SMALL for w in title)
            whole = title[0][:1].isupper() and title[-1][:1].isupper()
            return at - 1 if len(title) > 1 and capital and whole else None
    return None


def _join_title(tree: Tree, verb: int, first: int, last: int) -> None:
    """Make one name of a title's words, and it the object of the telling."""
    for at in range(first, last):
        tree.tags[at], tree.deps[at], tree.heads[at] = "NNP", "compound", last
    tree.tags[last], tree.deps[last], tree.heads[last] = "NNP", "dobj", verb


def _hang_told(words: Sequence[str], tree: Tree, verb: int, title: tuple[int, int]) -> None:
    """Let the clause behind a title be what is told."""
    inside = range(title[0], title[1] + 1)
    for at in range(title[1] + 2, len(words)):
        loose = tree.heads[at] in inside or tree.heads[at] == verb
        if not loose or tree.tags[at][0] not in "VM" or tree.deps[at] not in _CLAUSES:
            continue
        if not any(
            tree.heads[k] == at and tree.deps[k] in {"nsubj", "nsubjpass", "expl"}
            for k in range(len(words))
        ):
            continue
        tree.deps[at], tree.heads[at] = "ccomp", verb
        that = title[1] + 2
        if words[that].lower() == "that":
            tree.deps[that], tree.heads[that] = "mark", at
        return
