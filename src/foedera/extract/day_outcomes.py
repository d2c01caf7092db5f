"""What an occasion is to do on its day: "talks are due to begin on Friday"."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.data import Sentence
from foedera.extract.role_words import role_words
from foedera.extract.time_words import time_words
from foedera.tree import children

_OPENED = frozenset({"take", "open", "end"})


def outcomes(s: Sentence, verb: int) -> Iterator[int]:
    """Yield what an occasion is to do: "is due to begin on Friday", "is expected to be held"."""
    arranging = time_words().shares["arranging"]
    words = [verb, *children(s, verb, "acomp")]
    if s.lemmas[verb] != "be" and s.lemmas[verb].lower() not in arranging:
        return
    for outcome in (k for word in words for k in children(s, word, "xcomp")):
        held = s.lemmas[outcome] in role_words("carried_out") and children(s, outcome, "auxpass")
        takes_place = s.lemmas[outcome] in role_words("took_place") | _OPENED
        if held or takes_place:
            yield outcome
