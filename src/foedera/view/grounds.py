"""On which act and article a status rests."""

from __future__ import annotations

from foedera.view.rows import Row, maps, texts
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


FIRST = frozenset({"negotiating", "text-fixed", "signed", "in-force"})
"""States that hold from the first act of a kind on; tellings without a day only confirm them."""


def find_ground(agreement: Row) -> Row | None:
    """Return the act on which the status rests, among all that the basis names.

    A further signature, or the same one told again without its day, makes no state begin later.
    """
    rows = maps(agreement, "basis")
    status = str(agreement["status"])
    for act in GROUNDS.get(status, ()):
        found = [row for row in rows if row["act"] == f"agreement.{act}"]
        if found:
            first = status in FIRST and act in ("negotiate", "conclude", "sign", "enter-into-force")
            return (min if first else max)(found, key=lambda row: str(row.get("day") or ""))
    return rows[-1] if rows else None


def step_of(agreement: Row, basis: Row) -> Row | None:
    """Return the step that a ground was read from."""
    claims = set(texts(basis, "claims"))
    steps = [step for step in maps(agreement, "steps") if claims & set(texts(step, "claims"))]
    return next((s for s in steps if s["kind"] == basis.get("act")), steps[0] if steps else None)


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
        return say_days(when) if start or end else "on a day that no report gives"
    if step is None or basis.get("derived") or start == end == day:
        return f"on {say_day(str(day))}"
    if not (start and end):
        return f"by {say_day(str(day))}"
    told = say_days(when)
    if end != day or start == end:
        return f"on {say_day(str(day))}"
    return f"some day of {told}" if "–" in told else f"in {told}"


def brief_day(basis: Row, step: Row | None) -> str:
    """Write the day of a ground for a table: an ISO day, month or year, or by which day.

    >>> brief_day({"day": "2031-02-28"}, {"when": {"earliest": "2031-02-01",
    ...     "latest": "2031-02-28"}})
    '2031-02'
    >>> brief_day({"day": "2031-03-25"}, {"when": None})
    'by 2031-03-25'
    """
    day = str(basis.get("day") or "")
    how = say_ground_day(basis, step).partition(" ")[0] if day else "on"
    if how == "in":
        return day[:7] if (step or {})["when"]["earliest"][:7] == day[:7] else day[:4]
    return day if how == "on" else f"by {day}"


def say_article(article: str) -> str:
    """Write an article of the Convention without the Convention's name.

    >>> say_article("VCLT art. 24"), say_article("24")
    ('art. 24', 'art. 24')
    """
    short = article.removeprefix("VCLT ")
    return f"art. {short}" if short[:1].isdigit() else short
