"""Moves phrases to the verb in whose clause they stand: "killed in Taiz, on Sunday, medics say"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def mend_heads(
    words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]
) -> tuple[int, ...]:
    """Return the heads with phrases moved to the verb in whose clause they stand.

    "were killed in Taiz, on Saturday, medics said": on Saturday they were killed. "marched on
    Monday to demand a vote": on Monday they marched.

    >>> words = "Two died in Taiz , on Sunday , medics said".split()
    >>> tags = ["CD", "VBD", "IN", "NNP", ",", "IN", "NNP", ",", "NNS", "VBD"]
    >>> deps = ["nsubj", "ccomp", "prep", "pobj", "punct", "prep", "pobj", "punct", "nsubj", "ROOT"]
    >>> mend_heads(words, tags, deps, [1, 9, 1, 2, 9, 9, 5, 9, 9, 9])[5]
    1
    """
    out = list(heads)
    for verb, moved, to in _strays(words, tags, deps, heads):
        if out[moved] == verb:
            out[moved] = to
    return tuple(out)


def _strays(
    words: Sequence[str], tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """Yield each phrase hung too far: the verb it hangs on, its preposition, its own verb."""
    for token, dep in enumerate(deps):
        verb = heads[token]
        if dep != "prep" or verb < token or tags[token] != "IN" or tags[verb][0] != "V":
            continue
        own = _told_before(token, verb, tags, deps, heads)
        if own is None:
            own = _purpose_of(token, verb, tags, deps, heads)
        if own is not None:
            yield verb, token, own


def _told_before(
    prep: int, verb: int, tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]
) -> int | None:
    """Return the verb of what is said, where a phrase stands at its end before the speaker."""
    told = [t for t in range(prep) if heads[t] == verb and deps[t] == "ccomp" and tags[t][0] == "V"]
    speaker = [t for t in range(len(deps)) if heads[t] == verb and deps[t] in _SUBJECTS]
    between = any(told[-1] < t < prep for t in speaker) if told else True
    return told[-1] if told and speaker and not between and speaker[0] > prep else None


def _purpose_of(
    prep: int, verb: int, tags: Sequence[str], deps: Sequence[str], heads: Sequence[int]
) -> int | None:
    """Return the verb that has a purpose, where a phrase stands before the "to" of the purpose."""
    to = next((t for t in range(prep, verb) if heads[t] == verb and tags[t] == "TO"), None)
    above = heads[verb]
    if to is None or deps[verb] not in {"advcl", "xcomp"} or not above < prep:
        return None
    return above if tags[above][0] == "V" else None
