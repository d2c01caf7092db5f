"""Drafts to reports: parts marked, day found, imprint put together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from foedera.data import Days, Report
from foedera.errors import InputError, UnreadableLine
from foedera.measure import content_id, shift_day
from foedera.read.agency import Marked, mark_parts
from foedera.read.agency.labels import BYLINE_DATE, read_date_line
from foedera.read.agency.outlets import read_printed
from foedera.read.daywords import Written, match_written
from foedera.read.drafts import Draft
from foedera.read.imprint import make_imprint
from foedera.read.published import Clues, dateline_day, find_day, read_given
from foedera.read.stamps import find_slashed, find_stamp, owned_since

_NEAR_FOOT = 600  # characters
_SUMMARY = 60  # words


def make_report(draft: Draft) -> Report:
    """Mark parts and day of a draft; the id hashes what was given, so no rule changes it.

    >>> r = make_report(Draft("a", "LIMA, May 3, 2019 (AFP) - Talks ended.", "a.txt"))
    >>> r.imprint.outlet, r.published.latest, [p.kind for p in r.parts]
    ('AFP', '2019-05-03', ['dateline', 'paragraph'])
    """
    marked = mark_parts(draft.text, draft.title)
    clues = Clues(
        _prose(draft.text, marked),
        draft.given,
        draft.stamped,
        draft.url,
        marked.dateline,
        _date_line(draft, marked) or find_stamp(draft.text) or _slashed(draft, marked),
        owned_since(draft.text),
    )
    published = find_day(clues)
    title = draft.title
    if title is None and marked.headline:
        title = " ".join(draft.text[marked.headline.start : marked.headline.end].split())
    return Report(
        id=content_id(draft.outlet, draft.title, draft.given, draft.text),
        key=_writable(draft.key),
        text=draft.text,
        title=title,
        imprint=make_imprint(draft, marked, dateline_day(clues, published.latest)),
        published=published,
        parts=marked.parts,
    )


def _prose(text: str, marked: Marked) -> str:
    """Return paragraphs, then captions: a notice of copyright tells no year of the story."""
    kinds = ("paragraph", "caption")
    spans = (p.span for kind in kinds for p in marked.parts if p.kind == kind)
    return "\n".join(text[s.start : s.end] for s in spans)


def _writable(key: str) -> str:
    """Return a key that any file can hold; bytes of a file's name that are no UTF-8 shown as such.

    >>> _writable("caf\\udce9.txt")
    'caf\\\\xe9.txt'
    """
    if key.isascii():
        return key
    return key.encode("utf8", "surrogateescape").decode("utf8", "backslashreplace")


def remarks(draft: Draft, report: Report, today: date | None = None) -> Iterator[InputError]:
    """Yield what a reader of the batch should know of a report that was read all the same."""
    if draft.given and read_given(draft.given) is None:
        yield UnreadableLine(
            draft.where, f"the day {draft.given[:40]!r} cannot be read", "Write it as YYYY-MM-DD."
        )
    if _lies_ahead(report.published, today or datetime.now(UTC).date()):
        yield UnreadableLine(
            draft.where,
            f"published {report.published.earliest}, which is yet to come",
            "The report was read and the day kept; mend it if it is wrong.",
        )


def _lies_ahead(days: Days, today: date) -> bool:
    """Say whether the day is past tomorrow's date anywhere on earth."""
    return days.earliest is not None and days.earliest > shift_day(today.isoformat(), 1)


def _date_in(words: str, kind: str) -> int | None:
    """Return where the date begins in a date line, a notice of printing or behind a byline."""
    if kind == "note":
        printed = read_printed(words)
        return printed[1] if printed else read_date_line(words)
    found = BYLINE_DATE.search(words) if kind == "byline" else None
    return found.start("date") if found else None


def _slashed(draft: Draft, marked: Marked) -> Written | None:
    """Return the day of "03/05/2024" where the dateline says which of the two is the month."""
    day = marked.dateline.day if marked.dateline else None
    return find_slashed(draft.text, day.month, day.day) if day and day.day else None


def _date_line(draft: Draft, marked: Marked) -> Written | None:
    """Return the first day, with its year, of a date line above the story or at its foot.

    Between headline and date line one paragraph may stand, which sums the story up.
    """
    foot = len(draft.text) - _NEAR_FOOT
    told = 0
    for part in marked.parts:
        told += part.kind == "paragraph"
        above = not told or (told == 1 and _sums_up(draft.text, marked))
        if not above and part.span.start < foot:
            continue  # a date line within the story heads a section
        words = draft.text[part.span.start : part.span.end]
        at = _date_in(words, part.kind)
        read = match_written(words, at) if at is not None else None
        if read and read[0].year:
            return read[0]
    return None


def _sums_up(text: str, marked: Marked) -> bool:
    """Say whether the first paragraph may sum the story up: short, below a headline."""
    first = next(p.span for p in marked.parts if p.kind == "paragraph")
    return marked.headline is not None and text.count(" ", first.start, first.end) < _SUMMARY
