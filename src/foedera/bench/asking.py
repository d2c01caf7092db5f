"""How long a record takes to answer each question, over several values."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

from foedera.measure import shift_day
from foedera.record import Page, Record, Row
from foedera.record.asking.finding import Order

Question: TypeAlias = tuple[str, float, Sequence[Callable[[], Any]]]

PAGE = 300.0
"""A page must be ready within so many milliseconds."""
STATUS = 50.0
"""The statuses and obligations of a day within so many."""
_FEW = 6
_ORDERS: tuple[Order, ...] = ("day", "reports", "newest")


@dataclass(frozen=True, slots=True)
class Asked:
    """What answering one question took, in milliseconds, over so many askings."""

    question: str
    askings: int
    median: float
    worst: float
    processor: float
    """The processor time of the worst asking: what it would have taken on an idle machine."""
    bound: float


def measure(record: Record, rounds: int) -> Iterator[Asked]:
    """Ask each question of all its values, round after round; what is kept is loaded before.

    What is loaded then stands still, so that no sweep for unused objects falls into an asking,
    as in a process that serves.
    """
    record.agreements()
    record.summary()
    gc.freeze()
    for name, bound, calls in _questions(record):
        for call in calls[:1]:
            call()
        took = [_timed(call) for _ in range(rounds) for call in calls]
        clock, processor = ([pair[n] for pair in took] for n in (0, 1))
        yield Asked(
            question=name,
            askings=len(took),
            median=round(statistics.median(clock), 1) if clock else 0.0,
            worst=round(max(clock, default=0.0), 1),
            processor=round(max(processor, default=0.0), 1),
            bound=bound,
        )


def _timed(call: Callable[[], Any]) -> tuple[float, float]:
    clock, processor = time.perf_counter(), time.process_time()
    call()
    return 1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - processor)


def _questions(record: Record) -> Iterator[Question]:
    """Yield the questions of each page with values that the record holds much and little of."""
    held = record.summary()
    last = held["latest"] or "2000-01-01"
    named = record.busiest_actors(40)
    values = _Values(
        days=[shift_day(last, -step) for step in (0, 1, 7, 30, 365, 3650)],
        # More days than a record keeps the statuses of.
        many=[shift_day(last, -2 * step) for step in range(20)],
        names=[row["name"] for row in named[:: max(1, len(named) // _FEW)]],
        states=[row["country"] for row in record.find_actors(kind="state", limit=_FEW).rows],
        places=[row["name"] for row in record.find_places(limit=_FEW).rows],
        words=_words(record),
    )
    yield from _of_agreements(record, values)
    yield from _of_others(record, values)
    yield from _of_events(record, values)
    yield from _looks(record, values)
    yield from _glances(record, values)


@dataclass(frozen=True, slots=True)
class _Values:
    """What is asked for."""

    days: Sequence[str]
    many: Sequence[str]
    names: Sequence[str]
    states: Sequence[str]
    places: Sequence[str]
    words: Sequence[str]


def _of_agreements(record: Record, values: _Values) -> Iterator[Question]:
    days = values.many
    listed = [partial(record.agreements, on=day) for day in days]
    yield "agreements(on=)", STATUS, listed
    owed = [partial(record.obligations, if_="armed attack", on=day) for day in days]
    yield "obligations(if_=, on=)", STATUS, owed
    found = [partial(record.find_agreements, status="in-force", on=day) for day in days]
    yield "find_agreements(status=, on=)", STATUS, found
    bound = [partial(record.find_obligations, binds=state) for state in values.states]
    yield "find_obligations(binds=)", STATUS, bound


def _of_others(record: Record, values: _Values) -> Iterator[Question]:
    spoken = [partial(record.find_reports, actor=state) for state in values.states]
    for name, find in (
        ("reports", record.find_reports),
        ("actors", record.find_actors),
        ("places", record.find_places),
        ("stories", record.find_stories),
    ):
        yield f"find_{name}(words)", PAGE, [partial(find, words) for words in values.words]
    yield "find_reports(actor=)", PAGE, spoken
    yield "find_outlets()", PAGE, [record.find_outlets]


def _of_events(record: Record, values: _Values) -> Iterator[Question]:
    ask = record.find_events
    yield "find_events()", PAGE, [partial(ask, order=order) for order in _ORDERS]
    acting = [partial(ask, actor=name) for name in (*values.states, *values.names)]
    yield "find_events(actor=)", PAGE, acting
    several = [
        partial(ask, actor=state, kind="statement", since=values.days[2], order="reports")
        for state in values.states
    ]
    yield "find_events(actor=, kind=, since=)", PAGE, several
    there = [partial(ask, place=place, order="newest") for place in values.places]
    yield "find_events(place=)", PAGE, there
    yield (
        "find_events(words)",
        PAGE,
        [partial(ask, words, order="newest") for words in values.words],
    )
    yield "find_events(on=)", PAGE, [partial(ask, on=day, order="reports") for day in values.days]
    yield "find_events(doubt=)", PAGE, [partial(ask, doubt="conflict", order="newest")]


def _looks(record: Record, values: _Values) -> Iterator[Question]:
    agreements = [row["id"] for row in record.find_agreements(limit=_FEW).rows]
    looks: tuple[tuple[str, Callable[..., Row], Sequence[str]], ...] = (
        ("event", record.event, _ids(record.find_events(order="reports", limit=_FEW))),
        ("agreement", record.agreement, agreements),
        ("report", record.report, _ids(record.find_reports(limit=_FEW))),
        ("actor", record.actor, values.names),
        ("place", record.place, values.places),
        ("story", record.story, _ids(record.find_stories(limit=_FEW))),
        ("outlet", record.outlet, [row["name"] for row in record.find_outlets(limit=_FEW).rows]),
    )
    for name, look, wanted in looks:
        yield f"{name}()", PAGE, [partial(look, one) for one in wanted]
    day = values.days[1]
    known = [partial(record.agreement, name, on=day, known=values.days[0]) for name in agreements]
    yield "agreement(on=, known=)", PAGE, known


def _glances(record: Record, values: _Values) -> Iterator[Question]:
    yield "summary()", PAGE, [record.summary]
    yield "busiest_actors()", PAGE, [record.busiest_actors]
    yield "newest_disagreements()", PAGE, [record.newest_disagreements]
    yield "review_items()", PAGE, [record.review_items]
    yield "changes(since)", PAGE, [partial(record.changes, day) for day in values.days[1:4]]


def _ids(page: Page) -> list[str]:
    return [row["id"] for row in page.rows]


def _words(record: Record) -> list[str]:
    """Return words to search for: common ones, and some of the newest titles."""
    titles = [row["title"] for row in record.find_reports(limit=_FEW).rows if row["title"]]
    longest = [max(title.split(), key=len) for title in titles]
    return ["said", "treaty", "foreign minister", *longest]
