"""Alerts: a fact that a rule asked for, its sentence, and the words it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from foedera.data import Span
from foedera.measure import content_id
from foedera.record import News, Record, Row
from foedera.view.quote import part_of, sentence_frame
from foedera.view.words import visible
from foedera.watch.facts import Fact, find_facts, fits, prints, turned_facts
from foedera.watch.rules import Rule
from foedera.watch.sentences import tell_fact
from foedera.watch.state import State

BATCH = 200
"""So many reports are told about in one step."""
MOST_QUOTES = 5
MOST_WORDS = 600


def tell_record(record: Record, state: State, rules: Sequence[Rule], now: float) -> int:
    """Make alerts of all that the record holds and that was not told; say how many are new.

    Each step of it is kept whole, so that a kill neither loses nor doubles what it found.
    """
    untold = sorted(set(record.report_ids()) - state.told())
    reached = reached_day(record, now)
    old = state.meta("day") or reached
    day = max(old, reached)
    made = 0
    while untold:
        batch, untold = untold[:BATCH], untold[BATCH:]
        turned = state.turned()
        news = record.news(batch, without=untold, days=(old, day), turned=turned)
        made += _tell(state, rules, news, batch, now)
    if state.meta("day") != day:
        made += _turn(record, state, rules, (old, day), now)
    return made


def reached_day(record: Record, now: float) -> str:
    """Return the day as of which statuses are told: the last report's, never one yet to come."""
    today = datetime.fromtimestamp(now, UTC).date().isoformat()
    return min(record.last_day(), today)


def _tell(state: State, rules: Sequence[Rule], news: News, batch: Sequence[str], now: float) -> int:
    alerts: list[tuple[Row, list[str]]] = []
    said: set[str] = set()
    introduced: dict[str, set[str]] = {}
    for fact in find_facts(news):
        asked = [rule for rule in rules if fits(rule, fact)]
        channels = _channels(asked)
        if not asked or _is_introduced(fact, introduced, channels):
            continue
        own = prints(fact, news)
        if fact.subject in _ECHOING and (state.has_said(own) or (own and said.issuperset(own))):
            continue  # a copy or an edit of what was told
        if fact.subject == "agreement":
            introduced[fact.row["id"]] = set(channels)
        said.update(own)
        alerts.append((make_alert(fact, asked, news, now), channels))
    turned = [row["id"] for row in news.after.agreements]
    return state.tell(batch, alerts, said=said, turned=turned)


def _is_introduced(
    fact: Fact, introduced: Mapping[str, set[str]], channels: Collection[str]
) -> bool:
    """Say whether the line that names a new agreement says its standing already."""
    first = fact.subject == "status" and fact.change.get("old") is None
    return first and introduced.get(fact.row["id"], set()).issuperset(channels)


_ECHOING = frozenset(("event", "step", "denial", "disagreement", "agreement", "report"))


def _turn(
    record: Record, state: State, rules: Sequence[Rule], days: tuple[str, str], now: float
) -> int:
    """Tell what a new day brought by itself."""
    alerts = []
    if any(rule.subject in ("status", "party") for rule in rules):
        told = state.turned()
        for before, after in record.turned(*days):
            if after["id"] in told:
                continue
            for fact in turned_facts(before, after, days[1]):
                asked = [rule for rule in rules if fits(rule, fact)]
                if asked:
                    alerts.append((make_alert(fact, asked, None, now), _channels(asked)))
    return state.tell((), alerts, day=days[1])


def _channels(rules: Iterable[Rule]) -> list[str]:
    return sorted({channel for rule in rules for channel in rule.tell})


def make_alert(fact: Fact, rules: Sequence[Rule], news: News | None, now: float) -> Row:
    """Write an alert as every channel carries it."""
    change = {name: fact.change.get(name) for name in ("field", "old", "new")}
    whole = str(fact.row["id"])
    sort = fact.subject
    parts = (sort, whole, change["field"], str(change["new"]), fact.change.get("day"), *fact.says)
    about = "report" if sort == "report" else "agreement" if "titles" in fact.row else "event"
    return {
        "id": content_id("alert", *(part if part is None else str(part) for part in parts)),
        "made": datetime.fromtimestamp(now, UTC).isoformat(timespec="seconds"),
        "sentence": tell_fact(fact, news),
        "rules": [rule.name for rule in rules],
        "subject": sort,
        "about": about,
        about: whole,
        "kind": fact.kind or None,
        "actors": sorted(fact.actors),
        "titles": list(fact.titles),
        **{name: value for name, value in change.items() if value is not None},
        "quotes": _quotes(fact, news) if news else [],
    }


def _quotes(fact: Fact, news: News) -> list[Row]:
    """Return the sentences that the fact was read from, one a report, rather no headline."""
    reports = {row["id"]: row for row in news.after.reports}
    told: dict[str, str] = {}
    for name in sorted(fact.says, key=lambda n: news.fresh[n][1].passage.part == "headline"):
        told.setdefault(news.fresh[name][0], name)
    return [
        _quote(reports[report], name, news.fresh[name][1].passage.span)
        for report, name in list(told.items())[:MOST_QUOTES]
    ]


def _quote(row: Row, claim: str, span: Span) -> Row:
    """Quote a claim in its sentence, with where it stands."""
    part = part_of(row, span.start)
    bounds = (part["start"], max(part["end"], span.end)) if part else (0, len(row["text"]))
    start, end = sentence_frame(row["text"], (span.start, span.end), bounds)
    return {
        "text": visible(" ".join(row["text"][start:end].split()))[:MOST_WORDS],
        "claim": claim,
        "report": row["id"],
        "outlet": row["outlet"],
        "url": row.get("url"),
        "published": row["published"]["earliest"],
    }
