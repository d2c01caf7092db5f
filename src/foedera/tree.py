"""Walks over a sentence's dependency tree; the one place that knows the label set.

Every function takes a parsed `Sentence` and token indices, and returns indices.
"""

from __future__ import annotations

from functools import lru_cache

from foedera.data import Sentence, Span

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})

_SHORT = frozenset({"'s", "’s"})


@lru_cache(maxsize=512)
def low_words(sentence: Sentence) -> tuple[str, ...]:
    """Return the words of a sentence in lower case, which every step asks for."""
    return tuple([word.lower() for word in sentence.words])


def is_parsed(sentence: Sentence) -> bool:
    """Say whether the gate let the sentence through to the parser."""
    return bool(sentence.heads)


def children(sentence: Sentence, token: int, *deps: str) -> list[int]:
    """List the dependents of `token`, in text order; only those with one of `deps` if given."""
    kids = sentence.children[token]
    if not kids:
        return []
    if not deps:
        return list(kids)
    labels, out = sentence.deps, []
    for kid in kids:  # asked some thousand times a sentence: cheaper than a comprehension
        if labels[kid] in deps:
            out.append(kid)
    return out


def helping(sentence: Sentence, verb: int) -> set[str]:
    """Return the auxiliaries of a verb in lower case, a shortened "has" written out.

    "It's been hit" and "she's hit Peru" have "has", "it's hit by rebels" keeps "'s".
    """
    out = set()
    for kid in children(sentence, verb, "aux", "auxpass"):
        word = sentence.words[kid].lower()
        perfect = sentence.deps[kid] == "aux" and sentence.tags[verb] == "VBN"
        out.add("has" if perfect and word in _SHORT else word)
    return out


def subtree(sentence: Sentence, token: int) -> list[int]:
    """List `token` and all below it, in text order."""
    out = [token]
    for at in out:  # grows as it is walked
        out += sentence.children[at]
    return sorted(out)


def ancestors(sentence: Sentence, token: int) -> list[int]:
    """List the heads above `token`, nearest first, the root last."""
    out = []
    while sentence.heads[token] != token:
        token = sentence.heads[token]
        out.append(token)
    return out


def conjuncts(sentence: Sentence, token: int) -> list[int]:
    """List `token` and what is coordinated below it ("Russia, China and Iran"), in text order."""
    out = [token]
    labels = sentence.deps
    for at in out:  # grows as it is walked
        for kid in sentence.children[at]:
            if labels[kid] == "conj":
                out.append(kid)
    return sorted(out) if len(out) > 1 else out


def root(sentence: Sentence) -> int:
    """Return the index of the sentence's root."""
    return next(i for i, h in enumerate(sentence.heads) if h == i)


def token_span(sentence: Sentence, *tokens: int) -> Span:
    """Return the report span from the first to the last of `tokens`."""
    return Span(sentence.starts[min(tokens)], sentence.ends[max(tokens)])


def token_at(sentence: Sentence, offset: int) -> int | None:
    """Return the token that covers a report offset, None between tokens or outside."""
    for i, (start, end) in enumerate(zip(sentence.starts, sentence.ends, strict=True)):
        if start <= offset < end:
            return i
    return None
