"""The words of a name that are its own, and what follows from them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import Any

from foedera.data import Claim, Title
from foedera.lexicons import load_words
from foedera.merge.folding import fold


@cache
def _words() -> dict[str, Any]:
    return load_words("agreement_names")


def other_names(claim: Claim, mentioned: Sequence[Title]) -> list[str]:
    """Return the names that a report mentions a claim's agreement by besides the claim's own.

    That is a name with the same words, fewer or more; and what a telling of its provisions
    calls the agreement in passing ("includes a non-aggression pact").
    """
    if claim.agreement is None:
        return []
    own = name_words(claim.agreement.title)
    found = {m.title for m in mentioned if len(own & name_words(m.title)) >= 2}
    names = {name for name in found if _nests(own, name)}
    if claim.kind == "agreement.provide":
        names |= {m.title for m in mentioned if _is_held(m, claim)}
    return sorted(names - {claim.agreement.title})


def is_proper(name: str) -> bool:
    """Say whether a name is written as one, with words of its own: "New START", no "the pact".

    >>> is_proper("New START"), is_proper("arms treaty"), is_proper("Treaty")
    (True, False, False)
    """
    return all(word[:1].isupper() for word in name.split()) and bool(name_words(name))


def _is_held(mention: Title, claim: Claim) -> bool:
    """Say whether a name follows the word by which a claim tells what the agreement holds."""
    after = claim.passage.trigger.end <= mention.span.start
    near = mention.span.start - claim.passage.trigger.end < 40
    inside = mention.span.end <= claim.passage.span.end
    return after and near and inside and bool(name_words(mention.title))


def _nests(own: frozenset[str], name: str) -> bool:
    words = name_words(name)
    return words <= own or own <= words


def is_headed(title: str, headline: str) -> bool:
    """Say whether a headline holds the own words of a name: "border deal" is no "truce"."""
    return {word[:4] for word in name_words(title)} <= {w[:4] for w in fold(headline).split()}


def name_words(title: str, shape: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the words that tell this agreement from others; empty for "the treaty".

    >>> sorted(name_words("the Open Rivers Treaty"))
    ['open', 'rivers']
    """
    words = _own_words(title)
    return frozenset(word for word in words if word[:4] not in shape) if shape else words


@lru_cache(maxsize=8192)
def _own_words(title: str) -> frozenset[str]:
    return frozenset(
        word
        for word in fold(title).split()
        if len(word) > 2 and word not in _dull() and not word.isdigit()
    )


@cache
def _dull() -> frozenset[str]:
    heads = set(map(str, _words()["heads"]))
    return frozenset(map(str, _words()["plain"])) | heads | {f"{head}s" for head in heads}


def is_gathering(words: Collection[str]) -> bool:
    """Say whether a convention is one of people, by the words before the head."""
    gathers = load_words("agreement_words")["gathering_words"]
    return "convention" in words and not set(words).isdisjoint(gathers)
