"""Which chains of names in a report are one agreement: by "known as", by initials, by the headline.

News tells a treaty first by what it does and then by its name: "signed a treaty on Monday to cut
arsenals. The Arms Reduction Treaty, known as ART, ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from foedera.extract.title_found import Found, head_of, nouns

_KNOWN_AS = re.compile(
    r" ?\(|,? (?:(?:also |better |formally |officially |commonly )?known (?:here |there )?as"
    r"|(?:to be |also |formally |officially )?(?:called|named|dubbed)|formally|officially"
    r"|abbreviated(?: as)?)(?: the)?,? [\"“]?",
    re.IGNORECASE,
)
_OR = re.compile(r",? or(?: the)? [\"“]?")
_APPOSED = re.compile(r", (?:the|an?) (?:[\w-]+ ){0,2}")
_BY_WHICH = re.compile(r"[^.;]{0,80}, \w+ing (?:[\w’'-]+ ){0,6}an? ")
_AS_CALLED = re.compile(r",? as (?:it|the \w+) is (?:\w+ )?(?:called|known)\b")
_OPENING = re.compile(r"(?:^|[.!?][\"”]?\s+|\n\s*)(?:The|Under the)\s+$")
_NUMERALS = frozenset({"I", "II", "III", "1", "2", "3"})
_REACH, _NEAR = 60, 700


def link(text: str, found: Sequence[Found], of: Sequence[int], seeds: int) -> list[int]:
    """Return the chain of each mention, chains joined that the report says are one.

    The first `seeds` mentions stand in the headline.
    """
    chains = list(of)

    def join(left: int, right: int) -> None:
        old, new = chains[right], chains[left]
        chains[:] = [new if chain == old else chain for chain in chains]

    for left, right in (*_told_so(text, found, seeds), *_by_initials(found)):
        join(left, right)
    if (pair := _lead(text, found, chains, seeds)) is not None:
        join(*pair)
    for left, right in list(_pointing(found, chains, seeds)):
        join(left, right)
    return chains


def _told_so(text: str, found: Sequence[Found], seeds: int) -> Iterator[tuple[int, int]]:
    """Yield mentions of which the text says that they are one: "the pact, known as ART"."""
    body = range(seeds, len(found))
    for at in body:
        one = found[at]
        if at > seeds:
            before = found[at - 1]
            gap = text[before.span.end : one.span.start]
            if len(gap) <= 2 * _REACH and _joins(gap, before, one):
                yield at - 1, at
        if one.named and _AS_CALLED.match(text, one.span.end):
            known = [k for k in range(at) if found[k].named and found[k].words != one.words]
            if known:
                yield known[-1], at


def _joins(gap: str, before: Found, one: Found) -> bool:
    if before.replaced != one.replaced:
        return False
    bare = not one.named and not one.telling and not one.fresh
    if bare and (before.named or before.names) and _BY_WHICH.fullmatch(gap):
        return True  # "left the INF treaty, ending a pact"
    if one.named and _KNOWN_AS.fullmatch(gap):
        return True
    if one.named and _is_acronym(one.words) and _OR.fullmatch(gap):
        return True
    return before.named and not one.named and bool(_APPOSED.fullmatch(gap))


def _by_initials(found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Yield a name and the acronym that its words begin with."""
    for at, short in enumerate(found):
        if short.named and _is_acronym(short.words):
            for other, long in enumerate(found):
                if long.named and stands_for(short.words, long.words):
                    yield other, at
                    break


def _is_acronym(words: str) -> bool:
    return words.isupper() and words.isalpha() and len(words) > 2


def stands_for(acronym: str, name: str) -> bool:
    """Say whether an acronym is made of a name's initials, one or two of which may be left out.

    >>> stands_for("NAFTA", "North American Free Trade Agreement")
    True
    >>> stands_for("TPP", "Comprehensive Agreement for Trans-Pacific Partnership")
    False
    """
    words = [word for word in re.split(r"[\s-]+", name) if word[:1].isupper()]
    initials = "".join(word[0] for word in words)
    if len(words) < 3 or initials[:1] != acronym[:1] or len(initials) - len(acronym) > 2:
        return False
    rest = iter(initials)
    return all(letter in rest for letter in acronym)


def _lead(
    text: str, found: Sequence[Found], chains: Sequence[int], seeds: int
) -> tuple[int, int] | None:
    """Return the name and the description that a report opens with, where they are one.

    The name stands in the headline, opens a sentence of its own, or is told with its acronym;
    or it is the only one. There must be but one such name that the description fits.
    """
    if len(found) <= seeds or any(
        found[k].named for k in range(seeds, len(found)) if chains[k] == chains[seeds]
    ):
        return None
    first = found[seeds]
    if first.replaced or any(chains[k] == chains[seeds] for k in range(seeds)):
        return None
    named = [k for k in range(len(found)) if found[k].named or (k < seeds and found[k].names)]
    current = [k for k in named if not any(found[j].replaced for j in named
                                           if chains[j] == chains[k])]  # fmt: skip
    headed = [k for k in current if k < seeds]
    near = [k for k in current if found[k].span.start - first.span.end < _NEAR]
    opening = [
        k for k in near if k > seeds
        and _OPENING.search(text, max(0, found[k].span.start - 20), found[k].span.start)
    ]  # fmt: skip
    several = [k for k in near if any(
        chains[j] == chains[k] and found[j].words != found[k].words for j in named
    )]  # fmt: skip
    for known in (headed, opening, several):
        pair = _only(first, known, found, chains)
        if pair is not None:
            return pair, seeds
    alone = _only(first, near, found, chains) if len({chains[k] for k in named}) == 1 else None
    return (alone, seeds) if alone is not None and _is_general(first, found[alone]) else None


def _only(
    first: Found, known: Sequence[int], found: Sequence[Found], chains: Sequence[int]
) -> int | None:
    """Return the name where all names are of one chain and the description may be of it."""
    one = len({chains[k] for k in known}) == 1
    return known[0] if one and any(_may_be(first, found[k]) for k in known) else None


def _may_be(described: Found, name: Found) -> bool:
    """Say whether a description may be of a name: kindred heads, and no other name in it."""
    short = _is_acronym(name.words.split()[-1])
    if described.names and not described.fresh and not (short or described.names <= name.names):
        return False
    return short or _are_kindred(described, name)


def _are_kindred(described: Found, name: Found) -> bool:
    heads = {head_of(described.words), head_of(name.words)}
    treaty = head_of(described.words) == "treaty" and not described.named
    if treaty and head_of(name.words) in nouns("treaty_heads"):
        return True
    if name.words.split()[-1] in _NUMERALS and described.telling - name.telling:
        return False  # "the antimissile treaty" is no START II
    headless = head_of(name.words) not in nouns("heads")  # "the Regional Partnership"
    return len(heads) == 1 or headless or heads <= nouns("kindred_heads")


def _is_general(described: Found, name: Found) -> bool:
    """Say whether a description tells nothing that its name would have to tell as well."""
    said = described.telling & nouns("telling_modifiers")
    return not said or bool(said & name.telling)


def _pointing(
    found: Sequence[Found], chains: Sequence[int], seeds: int
) -> Iterator[tuple[int, int]]:
    """Yield "the arms control pact", first told so, with the only name that the report has."""
    named = [k for k in range(len(found)) if found[k].named]
    if len({chains[k] for k in named}) != 1:
        return
    first_of: dict[int, int] = {}
    for k in range(seeds, len(found)):
        first_of.setdefault(chains[k], k)
    for chain, k in first_of.items():
        one = found[k]
        told_apart = one.names or one.replaced or one.many or one.fresh
        free = chain != chains[named[0]] and one.definite and not told_apart
        before = named[0] < k or named[0] < seeds
        if free and before and _are_kindred(one, found[named[0]]):
            yield named[0], k
