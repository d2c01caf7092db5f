"""What two reports share, judged when it is asked: by the record's row, else by their texts.

Settling judges the pairs that share most. Any other pair, such as two reports with only an outlet's
furniture in common, is read side by side when somebody asks, so that no row need be kept for it.
"""

from __future__ import annotations

from functools import lru_cache

from foedera.data import Judgement, Reason
from foedera.merge.copies import Text, shingle
from foedera.merge.events import computed_judgement
from foedera.merge.sharing import (
    FINDINGS,
    Furniture,
    Prose,
    judge_sharing,
    learn_furniture,
    read_prose,
)
from foedera.merge.telling import ordinal_day
from foedera.store import Store

BESIDE = 300
"""From so many of an outlet's reports, the nearest by day, its furniture is learnt."""
_KEPT = 4096


class SharedText:
    """Judges pairs of reports of one record, and keeps at hand what it has read."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._text = lru_cache(maxsize=_KEPT)(self._read_text)
        self._prose = lru_cache(maxsize=64)(self._read_prose)
        self._printed = lru_cache(maxsize=64)(store.of_outlet)

    def judge(self, left: str, right: str) -> Judgement:
        """Say how two reports hang together; two that share nothing are different."""
        left, right = sorted((left, right))
        kept = self._kept(left, right)
        if kept is not None:
            return kept
        furniture = self._furniture(left, right)
        found = judge_sharing(self._prose(left), self._prose(right), furniture)
        if found is not None:
            return found
        reason = Reason("nothing_shared", 0.0, "they share no stretch of text that says anything")
        return computed_judgement("copy", (left, right), "different", (reason,))

    def _kept(self, left: str, right: str) -> Judgement | None:
        """Return the record's own judgement where it rests on both texts side by side."""
        rows = [
            one
            for layer in ("copy", "revision")
            for one in self._store.judgements_about([left], layer=layer)
        ]
        read = (j for j in rows if j.reasons and j.reasons[0].feature in FINDINGS)
        return next((j for j in read if {j.left, j.right} == {left, right}), None)

    def _furniture(self, left: str, right: str) -> Furniture:
        """Learn what the outlets of two reports print again and again in these days."""
        wanted: set[str] = set()
        for head in self._store.heads_in([left, right]):
            wanted.add(head["report"])
            if head["outlet"] is not None:
                wanted |= self._nearest(head["outlet"], head["published"]["earliest"])
        return learn_furniture(self._text(report) for report in sorted(wanted))

    def _nearest(self, outlet: str, day: str | None) -> set[str]:
        at = ordinal_day(day) or 0
        printed = self._printed(outlet)
        near = sorted((abs((ordinal_day(d) or 0) - at), name) for name, d in printed)
        return {name for _, name in near[:BESIDE]}

    def _read_text(self, report: str) -> Text:
        [(head, text)] = self._store.reports_in([report])
        return shingle(report, head["outlet"], text)

    def _read_prose(self, report: str) -> Prose:
        [(head, text)] = self._store.reports_in([report])
        return read_prose(report, head["outlet"], text)
