"""Events by the story that tells them, for what lies outside the agreements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from foedera.view.dossier.folder import Folder
from foedera.view.rows import Row, texts
from foedera.view.words import count_of, say_day

MOST_TALES = 6
FEWEST_EVENTS = 3


@dataclass(frozen=True, slots=True)
class Tale:
    """A story with its events: its name is the title of its first report that has one."""

    story: str
    title: str
    remarks: tuple[str, ...]
    events: tuple[Row, ...]


def group_by_story(folder: Folder, events: Sequence[Row]) -> tuple[list[Tale], list[Row]]:
    """Group events by story, the most told first; return what belongs to no told story too."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for event in events:
        grouped[_story_of(folder, event)].append(event)
    reports = _reports_by_story(folder)
    named = [story for story in grouped if len(reports.get(story, ())) > 1]
    named = [story for story in named if len(grouped[story]) >= FEWEST_EVENTS]
    named.sort(key=lambda story: (-len(grouped[story]), story))
    tales = [_tale(story, reports[story], grouped[story]) for story in named[:MOST_TALES]]
    told = {tale.story for tale in tales}
    rest = [event for event in events if _story_of(folder, event) not in told]
    return tales, rest


def _story_of(folder: Folder, event: Row) -> str:
    """Return the story that most of an event's claims belong to."""
    reports = (str(folder.claims[c]["report"]) for c in _held(folder, texts(event, "claims")))
    counts = Counter(folder.stories.get(report, report) for report in reports)
    return min(counts, key=lambda story: (-counts[story], story), default="")


def _held(folder: Folder, claims: Iterable[str]) -> list[str]:
    return [claim for claim in claims if claim in folder.claims]


def _reports_by_story(folder: Folder) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for report, row in folder.reports.items():
        rows[folder.stories.get(report, report)].append(row)
    return {story: sorted(held, key=_order) for story, held in rows.items()}


def _order(report: Row) -> tuple[str, str]:
    days = report.get("published") or {}
    return str(days.get("earliest") or days.get("latest") or "~"), str(report["key"])


def _tale(story: str, reports: Sequence[Row], events: Sequence[Row]) -> Tale:
    title = next((str(row["title"]) for row in reports if row.get("title")), "A story")
    days = [_order(row)[0] for row in reports if _order(row)[0] != "~"]
    told = count_of(len(reports), "report")
    span = "" if not days else say_day(days[0])
    if days and days[-1] != days[0]:
        span += f" to {say_day(days[-1])}"
    return Tale(story, title, tuple(words for words in (told, span) if words), tuple(events))
