"""On which act and article a status rests."""

from __future__ import annotations

from foedera.view.rows import Row, maps

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


def say_article(article: str) -> str:
    """Write an article of the Convention without the Convention's name.

    >>> say_article("VCLT art. 24"), say_article("24")
    ('art. 24', 'art. 24')
    """
    short = article.removeprefix("VCLT ")
    return f"art. {short}" if short[:1].isdigit() else short
