"""How a status looks and what it is called in a picture."""

from __future__ import annotations

STATUS_STYLES = {
    "in-force": "in-force",
    "party": "in-force",
    "contracting": "contracting",
    "signed": "signed",
    "signatory": "signed",
    "suspended": "suspended",
    "withdrawing": "in-force",
    "terminated": "ended",
    "expired": "ended",
    "superseded": "ended",
    "void": "ended",
    "former": "ended",
    "proposed": "early",
    "negotiating": "early",
    "text-fixed": "early",
}
LABELS = {
    "contracting": "has consented",
    "withdrawing": "notice given",
    "former": "left",
    "text-fixed": "text fixed",
    "in-force": "in force",
}
TURNS = {
    "signatory": "signed",
    "contracting": "consented",
    "party": "party",
    "withdrawing": "notice given",
    "former": "left",
    "suspended": "suspended",
    "negotiating": "negotiating",
}
BLANK = frozenset({"unknown", "none"})


def style_status(status: str) -> str:
    """Return the look of a status; unknown ones look unknown.

    >>> style_status("in-force"), style_status("none")
    ('in-force', 'unknown')
    """
    return STATUS_STYLES.get(status, "unknown")


def name_state(status: str) -> str:
    """Name a state as a label does.

    >>> name_state("withdrawing"), name_state("text-fixed")
    ('notice given', 'text fixed')
    """
    return LABELS.get(status, status.replace("-", " "))
