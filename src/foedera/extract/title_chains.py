"""Chains of agreement mentions in a report: which of them are one, and by what name."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.extract.title_found import Found, head_of, nouns
from foedera.extract.title_links import link

_NEAR = 700
"""Within so many characters a name may give a name to what was told of without one."""


def chain(text: str, found: Sequence[Found], seeds: int) -> list[str]:
    """Give each mention the fullest name of the chain it belongs to.

    The headline's own names (the first `seeds`) serve where the text has none.
    """
    groups: list[list[int]] = []
    of: list[int] = []
    for number, one in enumerate(found):
        at = _group(found, groups, one, seeds) if one.same is None else of[found.index(one.same)]
        if at is None:
            groups.append([])
            at = len(groups) - 1
        groups[at].append(number)
        of.append(at)
    chains = link(text, found, of, seeds)
    fullest: dict[int, Found] = {}
    for one, at in zip(found, chains, strict=True):
        if at not in fullest or _fullness(one) > _fullness(fullest[at]):
            fullest[at] = one
    return [fullest[at].words for at in chains]


def _fullness(one: Found) -> tuple[bool, int]:
    return one.named, len(one.telling)


def _group(found: Sequence[Found], groups: list[list[int]], one: Found, seeds: int) -> int | None:
    """Return the chain that a mention belongs to, the one mentioned last before others.

    Of those that only the headline names the first comes first: it is what the report is about.
    """

    def lateness(at: int) -> tuple[int, int]:
        last = groups[at][-1]
        return (0, -groups[at][0]) if last < seeds else (1, last)

    recent = sorted(range(len(groups)), key=lateness, reverse=True)
    if not one.telling and (one.definite or (one.loose and not one.fresh)):
        told = [(at, [found[i] for i in groups[at]]) for at in recent]
        return _pointed_at(one, told)
    for at in recent:
        members = [found[i] for i in groups[at]]
        if members[0].many != one.many or _is_apart(one, members):
            continue
        if _is_of_other_sort(one, members):
            continue
        words = frozenset().union(*(member.telling for member in members))
        if one.telling and one.telling & words and not _is_other(one, members):
            return at
        near = one.span.start - members[0].span.end < _NEAR
        if one.named and not words and near and not one.replaced:
            return at
    return None


def _pointed_at(one: Found, chains: Sequence[tuple[int, Sequence[Found]]]) -> int | None:
    """Return the chain that a bare word points back to: one under its own head before others.

    "A deal" is one that was told of under such a head, or a new one.
    """
    allowed = [
        (at, members)
        for at, members in chains
        if members[0].many == one.many and not _is_apart(one, members) and _may_point(one, members)
    ]
    alike = (at for at, members in allowed if any(_head(one) in _kin(m) for m in members))
    return next(alike, next((at for at, _ in allowed if one.definite), None))


def _head(one: Found) -> str:
    return head_of(one.words)


def _kin(one: Found) -> frozenset[str]:
    """Return the heads that may stand for a mention's own."""
    head = _head(one)
    loose = nouns("loose_heads")
    return loose if head in loose else frozenset((head,))


def _may_point(one: Found, members: Sequence[Found]) -> bool:
    """Say whether a bare word may mean a chain: "the deal" is no convention, charter or statute."""
    heads = {_head(m) for m in members if m.words}
    solemn = {_head(m) for m in members if m.named} & nouns("solemn_heads")
    solemn |= heads if heads <= nouns("solemn_heads") else set()
    solemn |= {w for m in members if m.named for w in m.telling} & nouns("solemn_heads")
    treaty = any(m.named and _head(m) == "treaty" for m in members)
    if _head(one) == "deal" and treaty:
        return False
    return not solemn or _head(one) not in nouns("loose_heads")


def _is_apart(one: Found, members: Sequence[Found]) -> bool:
    """Say whether a mention names other partners than its chain ("with Peru", "with Chile")."""
    if (one.replaced and any(m.fresh for m in members)) or (
        one.fresh and any(m.replaced for m in members)
    ):
        return True
    others = frozenset().union(*(member.partners for member in members))
    return bool(one.partners) and bool(others) and not one.partners & others


def _is_of_other_sort(one: Found, members: Sequence[Found]) -> bool:
    """Tell "a nuclear deal with Peru" from "the nuclear arms treaty" told beside it.

    One is a treaty and the other none, their words differ, and one alone names a partner.
    """
    described = [m for m in members if m.telling and not m.named]
    if one.named or not one.telling or len(described) < len(members):
        return False
    solemn = {_head(m) in nouns("treaty_heads") for m in described}
    partners = {bool(m.partners) for m in described}
    alike = any(m.telling == one.telling for m in described)
    other = solemn == {_head(one) not in nouns("treaty_heads")}
    return other and partners == {not one.partners} and not alike


def _is_other(one: Found, members: Sequence[Found]) -> bool:
    """Say whether a name shares only some words with the proper name of a chain.

    Two proper names with words of their own are two agreements. A description is a proper
    name's only where it points back and says no more than the name: "a nuclear deal" is not
    the treaty whose long name holds that word, nor "a free trade bill" the last such treaty.
    """
    held = [m.names for m in members if m.names]
    if one.names and held and not any(one.names <= h or h <= one.names for h in held):
        return True
    proper = [m for m in members if m.named and m.telling]
    if one.named and proper:
        return not any(m.telling <= one.telling or one.telling <= m.telling for m in proper)
    if one.named and one.replaced:
        return True
    if one.named:
        return not any(_spells_out(one, m) for m in members if m.telling)
    if not proper or any(one.telling == m.telling for m in members if not m.named):
        return False
    if not any(one.telling <= m.telling for m in proper):
        return True
    loose = _head(one) in nouns("loose_heads")
    if loose and all(_head(m) in nouns("solemn_heads") for m in proper):
        return True
    return loose and not (one.definite and any(len(one.telling & m.telling) > 1 for m in proper))


def _spells_out(one: Found, described: Found) -> bool:
    """Say whether a proper name spells out a description before it: all its words, its head."""
    alike = len(described.telling) > 1 or _head(described) in _kin(one)
    return described.telling <= one.telling and alike
