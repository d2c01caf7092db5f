"""What the reports that hold some words tell: the clauses of their events, their stories."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, TypeAlias

import numpy as np

from foedera.merge.telling import fold
from foedera.record.asking.asked import words_asked
from foedera.record.index import Index
from foedera.store import Store

Numbers: TypeAlias = Any
LOOKED_AT = 80
"""Of so many reports that hold the words best, what they tell is looked through."""


def clauses_holding(store: Store, words: str) -> dict[str, set[str]]:
    """Return by event which of the words asked for its clauses hold, in reports that hold all."""
    wanted = {word for group in words_asked(words) for one in group for _, word in one}
    reports = store.search(words, limit=LOOKED_AT)
    spans, texts = store.spans_in(reports), store.texts_in(reports)
    events = store.wholes_of("event", spans)
    told: dict[str, set[str]] = defaultdict(set)
    for claim, (report, start, end) in spans.items():
        if claim in events and (held := wanted & {*fold(texts[report][start:end]).split()}):
            told[events[claim]] |= held
    return told


def stories_holding(store: Store, index: Index, words: str) -> Numbers:
    """Return the numbers of the stories of the reports that hold the words best."""
    reports = store.search(words, limit=LOOKED_AT)
    stories = {store.whole("story", report) or report for report in reports}
    found = index.numbers("story", sorted(stories))
    return np.sort(found[found >= 0])
