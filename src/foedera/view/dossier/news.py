"""What is new since a day: statuses, steps, events, disagreements and denials, sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from foedera.view.changes import tell
from foedera.view.dossier.entries import cite
from foedera.view.dossier.folder import Folder
from foedera.view.dossier.model import News, Sentence, say
from foedera.view.rows import Row, maps, texts
from foedera.view.words import capital, count_of, say_days, sort_by_day

MOST_LINES = 20
MOST_CITES = 4
STATUS_FIELDS = frozenset({"status", "contested", "binding"})
SORTS = (
    "Status",
    "Steps and obligations",
    "Disagreements and denials",
    "New events",
    "Told otherwise now",
    "New sources",
)


def write_news(folder: Folder, changes: Iterable[Row], since: str) -> News:
    """Write what changed since a day, each line with the excerpts that brought it."""
    new = _new_reports(folder, since)
    lines: dict[str, list[Sentence]] = {sort: [] for sort in SORTS}
    ranked = sorted(changes, key=lambda row: -int(row.get("reports") or 0))
    for change in ranked:
        words = tell(change)
        cites = folder.cites(_bearing(folder, change, new))[:MOST_CITES]
        if words and cites and change.get("field") != "reports":
            # The headings say that it is new.
            words = capital(words.removeprefix("New: "))
            lines[sort_of(change)].append(say(words, " ", cite(cites)))
    lines["New sources"] = [_source(folder, report) for report in new]
    sorts = ((sort, _cap(held)) for sort, held in lines.items() if held)
    return News(since, tuple(sorts))


def sort_of(change: Row) -> str:
    """Say under which heading a change stands.

    >>> sort_of({"type": "agreement", "change": "party", "field": "CHL"})
    'Status'
    """
    kind, field = str(change["change"]), str(change.get("field") or "")
    if kind in ("conflict", "conflict-gone", "acknowledgement"):
        return "Disagreements and denials"
    if change["type"] == "event":
        return "New events" if kind == "new" else "Told otherwise now"
    if kind in ("party", "new", "gone") or field in STATUS_FIELDS:
        return "Status"
    steps = ("step", "step-gone", "obligation", "obligation-gone")
    return "Steps and obligations" if kind in steps else "Told otherwise now"


def _new_reports(folder: Folder, since: str) -> list[str]:
    """List the reports out after a day, in time; one that may be older is none of them."""
    rows = [
        (str(row["published"]["earliest"]), report)
        for report, row in folder.reports.items()
        if ((row.get("published") or {}).get("earliest") or "") > since
    ]
    return [report for _, report in sorted(rows)]


def _bearing(folder: Folder, change: Row, new: Sequence[str]) -> list[str]:
    """Return the claims that bring a change: of new reports, and those of its own step or stance.

    What is told no longer, or otherwise, leads to what is told of the whole.
    """
    claims = [c for c in _own(folder, change) if c in folder.claims]
    fresh = [c for c in claims if str(folder.claims[c]["report"]) in set(new)]
    return fresh or claims


def _own(folder: Folder, change: Row) -> list[str]:
    claims = texts(change, "claims")
    if change["change"] == "acknowledgement":
        held = (c for c in claims if folder.claims.get(c, {}).get("stance") == change.get("new"))
        return list(held) or claims
    if change["change"] == "party":
        return _of_party(folder, change) or claims
    if change["change"] == "step":
        return _of_step(folder, change) or claims
    return claims


def _is_it(row: Row, change: Row) -> bool:
    return bool(set(texts(row, "claims")) & set(texts(change, "claims")))


def _of_party(folder: Folder, change: Row) -> list[str]:
    """Return the claims of a party's own last step, which brought its state about."""
    steps = [
        step
        for row in folder.agreements
        if _is_it(row, change)
        for step in sort_by_day(maps(row, "steps"))
        if change["field"] in texts(step, "by")
    ]
    return [claim for step in steps[-1:] for claim in texts(step, "claims")]


def _of_step(folder: Folder, change: Row) -> list[str]:
    told = change["new"]
    for row in folder.agreements:
        if _is_it(row, change):
            for step in maps(row, "steps"):
                if all(step.get(field) == told[field] for field in ("kind", "when", "by")):
                    return texts(step, "claims")
    return []


def _source(folder: Folder, report: str) -> Sentence:
    row = folder.reports[report]
    own = [claim for claim, held in folder.claims.items() if str(held["report"]) == report]
    title = f": {row['title']}" if row.get("title") else ""
    day = say_days(row.get("published"))
    return say(f"{folder.outlet(report)}{title}, {day} ", cite(folder.cites(own)[:MOST_CITES]))


def _cap(lines: Sequence[Sentence]) -> tuple[Sentence, ...]:
    if len(lines) <= MOST_LINES:
        return tuple(lines)
    more = count_of(len(lines) - MOST_LINES, "further change")
    return (*lines[:MOST_LINES], say(f"and {more}"))
