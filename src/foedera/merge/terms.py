"""What texts say of their own life: days counted from days, and terms from what is told."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from foedera.data import Delay, Entry, Terms
from foedera.measure import shift_day
from foedera.merge.telling import Telling


def later(day: str, delay: Delay | None) -> str:
    """Return the day so long after another; without a delay it is that day.

    >>> later("2002-04-11", Delay(days=60, next_month=True))
    '2002-07-01'
    >>> later("2024-01-31", Delay(months=1))
    '2024-02-29'
    """
    if delay is None:
        return day
    after = shift_day(_months_later(day, delay.months), delay.days)
    return f"{_months_later(after[:8] + '01', 1)}" if delay.next_month else after


def _months_later(day: str, months: int) -> str:
    if not months:
        return day
    year, month, date_of = (int(part) for part in day.split("-"))
    count = year * 12 + month - 1 + months
    length = calendar.monthrange(count // 12, count % 12 + 1)[1]
    return date(count // 12, count % 12 + 1, min(date_of, length)).isoformat()


def terms_of(tellings: Sequence[Telling]) -> Terms:
    """Return what the tellings of an agreement say of its own life; the one told most holds.

    What is told in passing and not as a term ("in force for a year now") says nothing here.
    """
    told = Counter(t.months for t in tellings if t.months is not None)
    if not told:
        return Terms()
    months = min(told, key=lambda m: (-told[m], m))
    claims = tuple(sorted(t.id for t in tellings if t.months == months))
    return Terms(notice=Delay(months=months), claims=claims)


# ---------------------------------------------------------------- as rows


def terms_row(terms: Terms) -> dict[str, Any]:
    """Write the terms that are known as the store caches them."""
    entry = {
        "by": terms.entry.by,
        "count": terms.entry.count,
        "of": list(terms.entry.of),
        "share": terms.entry.share,
        "delay": _delay_row(terms.entry.delay),
    }
    row = {
        "entry": {name: value for name, value in entry.items() if value},
        "joins": _delay_row(terms.joins),
        "lasts": _delay_row(terms.lasts),
        "until": terms.until,
        "notice": _delay_row(terms.notice),
        "provisional": terms.provisional,
        "claims": list(terms.claims),
    }
    return {name: value for name, value in row.items() if value}


def _delay_row(delay: Delay | None) -> dict[str, Any] | None:
    if delay is None:
        return None
    return {"months": delay.months, "days": delay.days, "next_month": delay.next_month}


def read_terms(row: Mapping[str, Any]) -> Terms:
    """Read terms as `terms_row` writes them.

    >>> terms = Terms(Entry(count=50, delay=Delay(days=90)), notice=Delay(months=12))
    >>> read_terms(terms_row(terms)) == terms
    True
    """
    entry = row.get("entry") or {}
    return Terms(
        entry=Entry(
            by=entry.get("by"),
            count=entry.get("count"),
            of=tuple(entry.get("of") or ()),
            share=entry.get("share"),
            delay=_read_delay(entry.get("delay")),
        ),
        joins=_read_delay(row.get("joins")),
        lasts=_read_delay(row.get("lasts")),
        until=row.get("until"),
        notice=_read_delay(row.get("notice")),
        provisional=bool(row.get("provisional")),
        claims=tuple(row.get("claims") or ()),
    )


def _read_delay(row: Mapping[str, Any] | None) -> Delay | None:
    return None if row is None else Delay(**row)
