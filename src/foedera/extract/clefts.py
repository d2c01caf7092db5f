"""Whom or what a clause picks out: "it was X that did it"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.tree import children


def picked_out(s: Sentence, verb: int) -> int | None:
    """Return whom "it was X that" picks out, where the parser took the clause for what is said."""
    be = s.heads[verb]
    if s.deps[verb] != "ccomp" or s.lemmas[be] != "be" or children(s, verb, "mark"):
        return None
    opened = any(s.words[k].lower() == "it" for k in children(s, be, "nsubj", "expl"))
    return next((k for k in children(s, be, "attr") if k < verb), None) if opened else None
