"""Whether a description means an agreement named nearer than the one it is put down to."""

from __future__ import annotations

from functools import cache

from foedera.data import Title
from foedera.lexicons import load_words
from foedera.merge.folding import fold
from foedera.merge.known import Known, keys_in, known_agreements
from foedera.merge.titles import read_title

REACH = 700
"""So many characters before a description are read for the names that it may mean."""
ONLY = 6
"""A name of the table that is told within so few words is looked for from each word."""


def is_of_the_nearer(name: Title, text: str) -> bool:
    """Say whether a description is put down to one known agreement, and another is told nearer.

    "The Lund trade pact is old. They keep the Oslo trade pact hidden; we will defeat this bad trade
    deal": the words must fit the nearer one, and those between must not name the farther.
    """
    at = name.span
    shown = fold(text[at.start : at.end])
    known = read_title(name.title).known
    if known is None or shown == fold(name.title) or known in keys_in(tuple(shown.split())):
        return False
    nearer = _last_named(text[max(0, at.start - REACH) : at.start])
    if nearer is None or nearer == known:
        return False
    return _may_mean(shown.split(), known_agreements()[nearer])


def _last_named(before: str) -> str | None:
    """Return the known agreement that a text names last, None where it names none."""
    words = fold(before).split()
    for start in range(len(words) - 1, -1, -1):
        found = next(keys_in(tuple(words[start : start + ONLY])), None)
        if found is not None:
            return found
    return None


def _may_mean(shown: list[str], known: Known) -> bool:
    """Say whether a description has words of its own, and all are those of a known agreement."""
    loose = shown[-1] in _words()["loosest"]
    if loose == (known.kind in _words()["solemn_kinds"]):
        return False
    judging = load_words("agreement_words")["judging_words"]
    own = {word for word in shown[:-1] if word not in judging}
    held = {word for called in known.names for word in called.split()}
    return bool(own) and own <= held


@cache
def _words() -> dict[str, list[str]]:
    return load_words("agreement_names")
