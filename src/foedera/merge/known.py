"""Agreements that the whole world names: which one a name means, and what is known of it.

The table serves identity and how an agreement binds, and bounds who can be a party. It tells
nothing of acts or of a status: those come from reports alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from foedera.gazetteer.tables import cells, rows
from foedera.lexicons import load_words
from foedera.merge.folding import fold

LONGEST = 14
"""No name in the table has more words than these that are looked up."""


@dataclass(frozen=True, slots=True)
class Description:
    """Words that mean an agreement where its states are told beside them, within some days."""

    words: tuple[frozenset[str], ...]
    near: frozenset[str]
    first: str
    last: str
    unless: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """What the world knows of an agreement; `members` is empty where it is open to all."""

    key: str
    title: str
    names: tuple[str, ...]
    kind: str
    binding: Literal["yes", "no", "unclear"]
    signed: int | None
    members: frozenset[str]
    descriptions: tuple[Description, ...]

    def names_it(self, title: str) -> bool:
        """Say whether a title holds a name of it, and does not only describe it."""
        return self.key in keys_in(tuple(fold(title).split()))


@cache
def known_agreements() -> dict[str, Known]:
    """Read the table, by key; a key may have several rows, each with a description."""
    told: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in rows("agreements"):
        told[row[0]].append(row)
    return {key: _read(key, lines) for key, lines in told.items()}


def _read(key: str, lines: list[tuple[str, ...]]) -> Known:
    _, title, _, kind, binding, signed, members, *_ = lines[0]
    return Known(
        key,
        title,
        tuple(name for line in lines for name in cells(line[2])),
        kind,
        "yes" if binding == "yes" else "no" if binding == "no" else "unclear",
        int(signed) if signed else None,
        frozenset(members.split()),
        tuple(_describe(line) for line in lines if line[8]),
    )


def _describe(line: tuple[str, ...]) -> Description:
    near, words, first, last, unless = line[7:12]
    return Description(
        tuple(frozenset(one.split()) for one in cells(words)),
        frozenset(near.split()),
        first,
        last or "9999",
        frozenset(unless.split()),
    )


@cache
def _by_name() -> dict[tuple[str, ...], str]:
    return {tuple(n.split()): key for key, one in known_agreements().items() for n in one.names}


@cache
def _by_word() -> dict[str, tuple[tuple[str, Description], ...]]:
    found: dict[str, dict[tuple[str, Description], None]] = defaultdict(dict)
    for key, one in known_agreements().items():
        for description in one.descriptions:
            for words in description.words:
                for word in words:
                    found[word][key, description] = None
    return {word: tuple(held) for word, held in found.items()}


def keys_in(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the agreements whose names stand among the folded words of a title, longest first."""
    named, sizes = _by_name(), _sizes()
    ends = [(start, start + n) for start, word in enumerate(words) for n in sizes.get(word, ())]
    ends = [(start, end) for start, end in ends if end <= len(words)]
    for start, end in sorted(ends, key=lambda ends: (ends[0] - ends[1], ends[0])):
        key = named.get(words[start:end])
        if key is not None:
            yield key


@cache
def _sizes() -> dict[str, frozenset[int]]:
    """Return of how many words the names are that begin with a word, as far as they are read."""
    found: dict[str, set[int]] = defaultdict(set)
    for words in _by_name():
        if len(words) <= LONGEST:
            found[words[0]].add(len(words))
    return {word: frozenset(sizes) for word, sizes in found.items()}


@dataclass(frozen=True, slots=True)
class Around:
    """The states around a description: its sides by the words, those that act, those told near."""

    sides: frozenset[str]
    acting: frozenset[str]
    beside: frozenset[str]


def described_key(title: str, around: Around, day: str) -> str | None:
    """Return the known agreement that a description means; none where two fit equally.

    `day` is the day of publication.
    """
    words = fold(title).split()
    own = frozenset(words)
    if not own & load_words("agreement_names")["heads"].keys():
        return None
    ranks = [
        (len(told), len(description.near), key)
        for word in own
        for key, description in _by_word().get(word, ())
        if _fits(description, own, around, day)
        and _may_be_sides(around.sides, description.near, known_agreements()[key].members)
        for told in description.words
        if told <= own
    ]
    best = max((rank[:2] for rank in ranks), default=None)
    keys = {rank[2] for rank in ranks if rank[:2] == best}
    return keys.pop() if len(keys) == 1 else None


def told_key(title: str, topics: Iterable[str], around: Around, day: str) -> str | None:
    """Return the known agreement that a title with the words after it means, if but one.

    "The treaty to cut strategic arms": `topics` are what stands after the title where it is told.
    """
    keys = {described_key(f"{title} {topic}", around, day) for topic in topics if topic} - {None}
    return keys.pop() if len(keys) == 1 else None


def headed_keys(headline: str, *, bodies: bool = False) -> frozenset[str]:
    """Return the agreements that a headline names, with `bodies` also by what they founded.

    "Finland and Sweden hand in bids to join NATO" is headed by the treaty that founded it.
    """
    words = fold(headline).split()
    found = set(keys_in(tuple(words)))
    if bodies:
        founded: dict[str, str] = load_words("agreement_words")["founded_by"]
        treaties = [fold(founded[word]).split() for word in words if word in founded]
        found |= {key for treaty in treaties for key in keys_in(tuple(treaty))}
    return frozenset(found)


def _fits(one: Description, own: frozenset[str], around: Around, day: str) -> bool:
    """Say whether what stands around a description fits.

    Of an agreement of two states one must be told as a side, none other may be, and the other
    must act or be a side too; where no side is told, both must act, and nobody else.
    """
    if own & one.unless or not one.first <= (day or "9998") <= one.last:
        return False
    if len(one.near) == 1:
        return one.near <= around.sides | around.acting | around.beside
    told = around.sides or (around.acting if len(around.acting) == len(one.near) else frozenset())
    if around.sides - one.near or (one.near and not one.near & told):
        return False
    return one.near <= around.sides | around.acting


def _may_be_sides(sides: frozenset[str], near: frozenset[str], members: frozenset[str]) -> bool:
    """Say whether the sides told are those of an agreement: "a deal with Peru" is not Chile's."""
    return not sides or near <= sides or sides <= members
