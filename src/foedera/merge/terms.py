"""What texts say of their own life: days counted from days, and terms from what is told."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from foedera.data import Delay, Entry, EntryManner, Particulars, TermKind, Terms
from foedera.measure import shift_day
from foedera.merge.telling import Telling

_PERIOD = re.compile(r"P(\d{1,3})([DWMY])(/next-month)?")


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
    """Return what the tellings of an agreement say of its own life.

    Of several values told of one thing the one that most reports tell holds; of values that
    equally many tell none does. A later joiner waits as long as the first did where nothing
    else is told: texts hardly ever say otherwise, and nobody is called bound too early. What is
    told in passing and not as a term ("in force for a year now") says nothing here.
    """
    told = [t for t in tellings if t.claim.setting.terms or t.months is not None]
    told = [t for t in told if t.claim.voice.reality != "possible"]  # "a deal that would last"
    held: dict[str, str] = {}
    claims: set[str] = set()
    for kind in _KINDS:
        found = _most_told(told, kind)
        if found is not None:
            held[kind], by = found
            claims.update(by)
    if not held:
        return Terms()
    entry = _entry(held)
    return Terms(
        entry=entry,
        joins=delay_of(held.get("joins")) or entry.delay,
        lasts=delay_of(held.get("lasts")),
        notice=delay_of(held.get("notice")),
        claims=tuple(sorted(claims)),
    )


def said(kind: TermKind, tellings: Sequence[Telling]) -> str | None:
    """Return what the tellings of an act say of one thing beside who and when."""
    found = _most_told(tellings, kind)
    return found[0] if found else None


def particulars_of(tellings: Sequence[Telling]) -> Particulars:
    """Return what the tellings of one act say of it: the how-manieth, how far it extends."""
    count, share = said("count", tellings), said("share", tellings)
    return Particulars(
        count=int(count) if count else None,
        share=float(share) if share else None,
        until=said("until", tellings),
    )


_KINDS: tuple[TermKind, ...] = (
    "entry-by", "entry-count", "entry-of", "entry-share", "entry-delay", "joins", "lasts", "notice",
)  # fmt: skip


def _most_told(tellings: Sequence[Telling], kind: TermKind) -> tuple[str, list[str]] | None:
    """Return the value of a term that most reports tell, with the claims that do."""
    reports: dict[str, set[str]] = defaultdict(set)
    claims: dict[str, list[str]] = defaultdict(list)
    if kind == "entry-delay":
        tellings = _with_condition(tellings)
    for telling in tellings:
        for value in _values(telling, kind):
            reports[value].add(telling.source.report)
            claims[value].append(telling.id)
    ranked = sorted(reports, key=lambda value: (-len(reports[value]), value))
    if not ranked:
        return None
    if len(ranked) > 1 and len(reports[ranked[0]]) == len(reports[ranked[1]]):
        return None
    return ranked[0], claims[ranked[0]]


def _with_condition(tellings: Sequence[Telling]) -> Sequence[Telling]:
    """Keep the tellings of a delay that say after what it runs, or how such clauses put it.

    "It takes effect three weeks after the president spoke" counts days and tells no clause.
    """
    said = [(t, {term.kind for term in t.claim.setting.terms}) for t in tellings]
    full = [t for t, kinds in said if kinds & {"entry-count", "entry-of", "entry-share"}]
    if any("entry-delay" in kinds for t, kinds in said if t in full):
        return full
    return [
        t for t in tellings
        if any(v.kind == "entry-delay" and v.value.endswith("/next-month")
               for v in t.claim.setting.terms)
    ]  # fmt: skip


def _values(telling: Telling, kind: TermKind) -> set[str]:
    said = {t.value for t in telling.claim.setting.terms if t.kind == kind}
    said = {value for value in said if not _is_too_long(kind, value)}
    if kind == "notice" and not said and (telling.months or 99) <= _NOTICE:
        return {f"P{telling.months}M"}
    return {_PLAIN.get(value, value) for value in said}


def _is_too_long(kind: TermKind, value: str) -> bool:
    """Say whether a wait is longer than texts ask for: "ten years after it was signed"."""
    if kind not in _LONGEST:
        return False
    delay = delay_of(value)
    return delay is None or delay.months * 30 + delay.days > _LONGEST[kind]


_NOTICE = 36
_LONGEST: Mapping[TermKind, int] = {"joins": 730, "entry-delay": 730, "notice": 1100}
_PLAIN = {"P1Y": "P12M", "P2Y": "P24M"}
"""Periods that are told in either unit and mean one."""


def _entry(held: Mapping[str, str]) -> Entry:
    """Return the conditions of entry into force; a number of consents asks for consents.

    Such texts let a delay run; where it is not told, only a telling can say that it has.
    """
    count, share, by = held.get("entry-count"), held.get("entry-share"), held.get("entry-by")
    of = tuple(sorted(held["entry-of"].split(","))) if "entry-of" in held else ()
    delay = delay_of(held.get("entry-delay"))
    manner = _MANNERS.get(by or "")
    if count is not None or share is not None or of:
        manner = "consents" if delay is not None else "act"
    return Entry(
        by=manner,
        count=int(count) if count else None,
        of=of,
        share=float(share) if share else None,
        delay=delay,
    )


_MANNERS: dict[str, EntryManner] = {"exchange": "exchange", "signature": "signature"}


def delay_of(period: str | None) -> Delay | None:
    """Read a told period; none where it has no end or is none.

    >>> delay_of("P3M/next-month"), delay_of("P2W"), delay_of("unlimited")
    (Delay(months=3, days=0, next_month=True), Delay(months=0, days=14, next_month=False), None)
    """
    found = _PERIOD.fullmatch(period or "")
    if found is None:
        return None
    number, unit = int(found[1]), found[2]
    months = number * {"Y": 12, "M": 1}.get(unit, 0)
    return Delay(months, number * {"W": 7, "D": 1}.get(unit, 0), next_month=bool(found[3]))


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
