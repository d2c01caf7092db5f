"""Those whom only a common noun tells, by its own words: "armed men", "a Panama-flagged vessel"."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.data import Actor, Sentence, Span
from foedera.extract.noun_classes import classes_of
from foedera.tree import subtree

_SPANS = frozenset({"time_span"})


def unnamed(s: Sentence, token: int) -> Actor:
    """Return the group that a common noun names by its own words."""
    words = trimmed(s, token, keep=frozenset({"amod", "compound", "nmod"}))
    while len(words) > 1 and not classes_of(s, words[0]).isdisjoint(_SPANS):
        words = words[1:]  # "for 15 days insurgents held it"
    if s.lemmas[token].lower() == "flight" and _is_number(s, token + 1):
        words = [*words, token + 1]  # "Flight 17"
    span = Span(s.starts[words[0]], s.ends[words[-1]])
    return Actor(as_written(s, words), None, "group", None, span)


def _is_number(s: Sentence, at: int) -> bool:
    return at < len(s.words) and any(c.isdigit() for c in s.words[at])


def as_written(s: Sentence, words: Sequence[int]) -> str:
    """Return words as they stand in the text: "Panama-flagged vessel"."""
    out = s.words[words[0]]
    for at in words[1:]:
        out += s.words[at] if s.ends[at - 1] == s.starts[at] else " " + s.words[at]
    return out


def trimmed(s: Sentence, head: int, keep: frozenset[str]) -> list[int]:
    """List the tokens of a noun phrase from its first kept modifier to its head."""
    first = head
    for kid in sorted(s.children[head], reverse=True):
        if kid > head:
            continue
        if s.deps[kid] not in keep or kid < first - len(subtree(s, kid)) - 1:
            break
        first = min(subtree(s, kid))
    return list(range(first, head + 1))
