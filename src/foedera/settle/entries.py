"""Under which keys the record enters claims, names of agreements and words, for those to come."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import lru_cache

from foedera.measure import content_id
from foedera.merge.naming_joins import naming_keys
from foedera.merge.namings import Naming
from foedera.merge.telling import Telling, ordinal_day
from foedera.merge.vectors import Vectors
from foedera.store import Entry

LEADS = 16
"""By so many of its weightiest words a report is found by others."""
RARE = 3
"""A word in fewer reports counts as new."""
NO_DAY = 0


@lru_cache(maxsize=8192)
def key(sort: str, *pieces: str) -> int:
    """Return a key; those of one sort lie together in the index.

    >>> key("claim", "x") == key("claim", "x") != key("claim", "y")
    True
    """
    own = int(content_id(sort, *pieces), 16) % 2**47
    return (zlib.crc32(sort.encode()) % 2**15) << 47 | own


def claim_entries(telling: Telling, agreement: str | None) -> Iterator[Entry]:
    """Enter a claim under each actor by its day, and under its agreement."""
    day = day_of(telling)
    if agreement is not None:
        yield key(telling.group, "agreement", agreement), day, telling.id
    if has_days(telling):
        for actor in sorted(telling.actors):
            yield key(telling.group, "actor", actor), day, telling.id


def has_days(telling: Telling) -> bool:
    """Say whether a claim's days are narrow enough to look for others by them."""
    first, last = telling.first, telling.last
    return first is not None and last is not None and last - first <= 45


def day_of(telling: Telling) -> int:
    """Return the day under which a claim is entered: its own, else its report's."""
    return telling.first or ordinal_day(telling.source.published.earliest) or NO_DAY


def naming_entries(naming: Naming) -> Iterator[Entry]:
    """Enter a name of an agreement under what finds it."""
    for pieces in naming_keys(naming):
        yield key("naming", *pieces), naming.printed or NO_DAY, naming.id


def lead_entries(vectors: Vectors) -> Iterator[Entry]:
    """Enter each report under its weightiest words."""
    for row, report in enumerate(vectors.reports):
        day = vectors.days[row] or NO_DAY
        for word in lead_words(vectors, row):
            yield key("word", word), day, report


def lead_words(vectors: Vectors, row: int) -> list[str]:
    """Return the weightiest words of a report's body."""
    first = vectors.of(row)[0][:LEADS].tolist()
    return [vectors.words[term] for term in first if term < len(vectors.words)]


def held_counts(vectors: Vectors) -> Iterator[tuple[str, int]]:
    """Yield the words that several reports hold, and how many do."""
    for word, count in zip(vectors.words, vectors.held.tolist(), strict=True):
        if count >= RARE:
            yield word, count
