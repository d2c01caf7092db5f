"""What a reader should doubt about a report, beyond what reading itself noted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from foedera.data import Part, ReportWarning, Span
from foedera.merge.telling import fold

_MAKER = re.compile(
    r"\b(?:released|provided|distributed|issued|supplied|made available|handed out|taken)"
    r" by (?:the )?((?:[A-Z][\w'’-]*[ ]?){2,8})"
)
_CREDIT = re.compile(r"[A-Z][A-Z0-9 .&'’-]{9,60}")


def doubt_captions(text: str, parts: Iterable[Part]) -> Iterator[ReportWarning]:
    """Yield captions whose words and whose credit name two makers of one picture.

    >>> caption = "A photo released by the Lurian Health Ministry. LURIAN TRADE MINISTRY/FILE"
    >>> [w.note for w in doubt_captions(caption, [Part("caption", Span(0, len(caption)))])]
    ['The caption names Lurian Health Ministry and its credit LURIAN TRADE MINISTRY as the maker.']
    """
    for part in parts:
        if part.kind not in ("caption", "credit"):
            continue
        words = text[part.span.start : part.span.end]
        for maker in _MAKER.finditer(words):
            for credit in _CREDIT.finditer(words):
                if _two_makers(maker[1], credit[0]):
                    note = (
                        f"The caption names {maker[1].strip(' .')} and its credit"
                        f" {credit[0].strip(' .')} as the maker."
                    )
                    yield ReportWarning(Span(part.span.start, part.span.end), note)


def _two_makers(named: str, credited: str) -> bool:
    """Say whether two names share most words and yet each has one of its own."""
    left, right = set(fold(named).split()), set(fold(credited).split())
    shared = left & right
    own = [word for word in left ^ right if len(word) > 3]
    return len(shared) >= 2 and bool(left - right) and bool(right - left) and len(own) >= 2


def doubt_day(inferred: tuple[str, str] | None, because: str | None) -> ReportWarning:
    """Say that a report bears no date, and what stands in for it."""
    if inferred is None:
        note = "The report has no date of its own, and nothing else dates it."
    else:
        first, last = inferred
        stretch = first if first == last else f"{first} to {last}"
        ground = f": {because}" if because else ""
        note = f"The report has no date of its own; {stretch} is inferred{ground}."
    return ReportWarning(Span(0, 0), note)
