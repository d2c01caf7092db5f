"""Whose a thing is that a relative clause tells of ("the envoy whose arrest")."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.data import Sentence
from foedera.tree import ancestors

_WHOSE = "WP$"


def with_owners(s: Sentence, modifiers: Iterable[int]) -> tuple[int, ...]:
    """Return modifiers of a noun with "whose" read as who stands before its clause."""
    return tuple(_owner(s, k) if s.tags[k] == _WHOSE else k for k in modifiers)


def _owner(s: Sentence, whose: int) -> int:
    """Return the noun that the clause of "whose" hangs on, the word itself where none does.

    What stands beside a name is the name's: "Ana Ruiz, the lawyer whose arrest".
    """
    for above in ancestors(s, whose):
        if s.deps[above] == "relcl":
            noun = s.heads[above]
            named = s.deps[noun] == "appos" and s.tags[s.heads[noun]].startswith("NNP")
            return s.heads[noun] if named else noun
    return whose
