"""On which act and article a status rests."""

from __future__ import annotations

from foedera.view.rows import Row, maps
from foedera.view.words import ends, say_day, say_days

GROUNDS = {
    "in-force": (
        "enter-into-force", "exchange-instruments", "deposit-instrument", "accede", "ratify",
        "approve", "provisionally-apply", "sign",
    ),
    "signed": ("sign",),
    "text-fixed": ("conclude",),
    "negotiating": ("negotiate",),
    "proposed": ("propose",),
    "suspended": ("suspend",),
    "terminated": ("terminate", "withdraw"),
    "expired": ("expire",),
    "superseded": ("supersede",),
}  # fmt: skip


def find_ground(agreement: Row) -> Row | None:
    """Return the act on which the status rests, among all that the basis names."""
    rows = maps(agreement, "basis")
    for act in GROUNDS.get(str(agreement["status"]), ()):
        found = [row for row in rows if row["act"] == f"agreement.{act}"]
        if found:
            return max(found, key=lambda row: str(row.get("day") or ""))
    return rows[-1] if rows else None


def say_ground_day(basis: Row, step: Row | None) -> str:
    """Write the day of a ground no finer than reports tell it; `step` is where it was read.

    An act without a day counts from the report that tells it, one of a month or a year from its
    last day: neither is the day on which it was done.

    >>> say_ground_day({"day": "2031-12-31"}, {"when": {"earliest": "2031-01-01",
    ...     "latest": "2031-12-31"}})
    'in 2031'
    >>> say_ground_day({"day": "2031-03-25"}, {"when": None})
    'by 25 March 2031'
    """
    day, when = basis.get("day"), (step or {}).get("when")
    start, end = ends(when)
    if day is None:
        return say_days(when)
    if step is None or basis.get("derived") or start == end == day:
        return f"on {say_day(str(day))}"
    if not (start and end):
        return f"by {say_day(str(day))}"
    told = say_days(when)
    if end != day or start == end:
        return f"on {say_day(str(day))}"
    return f"some day of {told}" if "–" in told else f"in {told}"


def say_article(article: str) -> str:
    """Write an article of the Convention without the Convention's name.

    >>> say_article("VCLT art. 24"), say_article("24")
    ('art. 24', 'art. 24')
    """
    short = article.removeprefix("VCLT ")
    return f"art. {short}" if short[:1].isdigit() else short
