"""What nouns told in a row share: "the raids and threats against X", "its shelling and siege of Y".

The parser hangs what is said of all on one of them: what stands behind the last on the first or
on the last, whose they are on the first.
"""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.prepositions import prepositions
from foedera.tree import children

_OWN = ("det", "poss", "nummod")


def shared_by_row(s: Sentence, noun: int) -> list[tuple[str, tuple[int, ...]]]:
    """List the slots that a noun shares with others of its row, if it has no words of its own."""
    if s.deps[noun] == "conj":
        return _from_first(s, noun)
    last = _last(s, noun)
    if last is None or children(s, noun, "prep", "acl", "relcl"):
        return []
    return prepositions(s, last)


def _from_first(s: Sentence, noun: int) -> list[tuple[str, tuple[int, ...]]]:
    first = s.heads[noun]
    if s.tags[first][0] != "N" or children(s, noun, *_OWN):
        return []
    found: list[tuple[str, tuple[int, ...]]] = []
    if not children(s, noun, "prep"):
        kept = [(name, tuple(t for t in told if t > noun)) for name, told in prepositions(s, first)]
        found += [(name, told) for name, told in kept if told]
    if owner := tuple(children(s, first, "poss")):
        found.append(("possessor", owner))
    return found


def _last(s: Sentence, noun: int) -> int | None:
    """Return the last noun of a row that a noun opens, if it is bare: "use or transfer of arms"."""
    at = noun
    while kids := [k for k in children(s, at, "conj") if s.tags[k][0] == "N"]:
        at = kids[-1]
        if children(s, at, *_OWN):
            return None
    return None if at == noun else at
