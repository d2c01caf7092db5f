"""Pages hold exactly what the listings hold, and each filter is what it is in Python."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.errors import FoederaError
from foedera.merge.telling import fold
from foedera.record import Page, Record
from foedera.record.asking import lines
from foedera.settle import merge_report
from foedera.store import Store
from tests.record.asking.stream import OUTLETS, STATES, STREAM, TOWNS

Row = dict[str, Any]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    path = tmp_path_factory.mktemp("asked") / "r.foedera"
    store = Store.open(path)
    for one in STREAM:
        store.put(one)
    store.close()
    with Record(path) as opened:
        yield opened


def all_pages(find: Callable[..., Page], limit: int, **asked: Any) -> list[Row]:
    """Follow the cursors to the end; each page says how many rows there are in all."""
    page = find(limit=limit, **asked)
    rows = list(page.rows)
    while page.next is not None:
        assert len(page.rows) == limit
        total, page = page.total, find(limit=limit, after=page.next, **asked)
        assert page.total == total
        rows += page.rows
    assert page.total == len(rows)
    return rows


def holds_run(name: str, asked: str) -> bool:
    return f" {fold(asked)} " in f" {fold(name)} "


def acts(row: Row, asked: str) -> bool:
    everyone = [*row["actors"], *row["recipients"], *row["participants"]]
    return any(a.get("country") == asked or holds_run(a["name"], asked) for a in everyone)


def lies(row: Row, asked: str) -> bool:
    where = row["where"]
    return bool(where) and (where.get("country") == asked or holds_run(where["name"], asked))


def may_lie(row: Row, since: str | None, until: str | None) -> bool:
    when = row["when"] or {}
    first, last = when.get("earliest"), when.get("latest")
    if first is None and last is None:
        return False
    return (last or "9999") >= (since or "0") and (first or "0") <= (until or "9999")


DAYS = st.integers(1, 28).map(lambda day: f"2031-05-{day:02d}")
ACTORS = st.sampled_from(["RVA", "OST", "luria", "foreign legion", "legion", "ostmark foreign"])
CONDITIONS = st.fixed_dictionaries(
    {},
    optional={
        "actor": ACTORS,
        "kind": st.sampled_from(["military", "military.deploy", "agreement.sign", "statement"]),
        "place": st.sampled_from(["Velm", "new velm", "OST", "Tor"]),
        "reality": st.sampled_from(["happened", "conditional"]),
        "since": DAYS,
        "until": DAYS,
    },
)


def meets(row: Row, asked: dict[str, str]) -> bool:
    """Say in Python what a question asks."""
    return (
        ("actor" not in asked or acts(row, asked["actor"]))
        and ("kind" not in asked or f"{row['kind']}.".startswith(asked["kind"] + "."))
        and ("place" not in asked or lies(row, asked["place"]))
        and ("reality" not in asked or row["reality"] == asked["reality"])
        and (
            not {"since", "until"} & asked.keys()
            or may_lie(row, asked.get("since"), asked.get("until"))
        )
    )


def test_without_conditions_pages_are_the_listings(record: Record) -> None:
    assert all_pages(record.find_events, 7) == record.events()
    assert all_pages(record.find_agreements, 2) == record.agreements()
    duties = all_pages(record.find_obligations, 3)
    assert duties == record.obligations()
    listed = {row["id"] for row in record.reports()}
    assert {row["id"] for row in all_pages(record.find_reports, 5)} == listed
    actors = all_pages(record.find_actors, 4)
    assert [(a["name"], a["claims"]) for a in actors] == [
        (a["name"], len(a["claims"])) for a in record.actors()
    ]
    stories = {row["story"] for row in record.stories()}
    assert {row["id"] for row in all_pages(record.find_stories, 3)} == stories
    assert {row["name"] for row in all_pages(record.find_outlets, 3)} == set(OUTLETS)
    assert {row["name"] for row in all_pages(record.find_places, 2)} == {t for t, _ in TOWNS}


@settings(max_examples=60, deadline=None)
@given(CONDITIONS, st.integers(1, 60), st.sampled_from(["day", "reports", "newest"]))
def test_conditions_keep_what_python_keeps(
    record: Record, asked: dict[str, str], limit: int, order: str
) -> None:
    rows = all_pages(record.find_events, limit, order=order, **asked)
    wanted = [row for row in record.events() if meets(row, asked)]
    if order == "day":
        assert rows == wanted
    elif order == "reports":
        assert rows == sorted(wanted, key=lambda row: -row["reports"])
    else:
        assert sorted(r["id"] for r in rows) == sorted(r["id"] for r in wanted)


@settings(max_examples=40, deadline=None)
@given(CONDITIONS, DAYS, st.integers(1, 60), st.sampled_from(["day", "reports", "newest"]))
def test_conditions_hold_for_what_was_known(
    record: Record, asked: dict[str, str], known: str, limit: int, order: str
) -> None:
    """What a later report told finds nothing, and is shown nowhere."""
    rows = all_pages(record.find_events, limit, order=order, known=known, **asked)
    wanted = [row for row in record.events(known=known) if meets(row, asked)]
    if order == "day":
        assert rows == wanted
    elif order == "reports":
        assert rows == sorted(wanted, key=lambda row: -row["reports"])
    else:
        assert sorted(r["id"] for r in rows) == sorted(r["id"] for r in wanted)


@pytest.mark.parametrize("known", ["2031-05-01", "2031-05-06", "2031-05-11", "2031-05-18"])
def test_what_was_known_is_what_a_record_of_those_reports_holds(
    record: Record, known: str, tmp_path: Path
) -> None:
    days = {row["id"]: row["published"]["latest"] for row in record.reports()}
    store = Store.open(tmp_path / "then.foedera")
    for one in STREAM:
        if (days[one.report.id] or "9999") <= known:
            store.put(one)
    store.close()
    with Record(tmp_path / "then.foedera") as then:
        told = {tuple(row["claims"]): row for row in then.events()}
    found = {tuple(row["claims"]): row for row in record.events(known=known)}
    assert found.keys() == told.keys()
    now = {row["id"]: row for row in record.events()}
    for claims, row in found.items():
        for field in ("kind", "actors", "when", "where", "quantities", "reality", "reports"):
            assert row[field] == told[claims][field]
        assert set(claims) <= set(now[row["id"]]["claims"]), "an id leads to the event as it is"


@pytest.mark.parametrize("outlet", OUTLETS)
def test_an_outlet_finds_what_it_told_of(record: Record, outlet: str) -> None:
    reports = {row["id"] for row in record.reports() if row["outlet"] == outlet}
    claims = {row["id"] for row in record.claims() if row["report"] in reports}
    wanted = [row for row in record.events() if claims & set(row["claims"])]
    assert all_pages(record.find_events, 9, outlet=outlet.upper()) == wanted
    assert {r["id"] for r in all_pages(record.find_reports, 4, outlet=outlet)} == reports


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("herald", {"Herald"}),
        ("The Herald", {"Herald"}),
        ("daily", {"Océan Daily"}),
        ("ocean  DAILY", {"Océan Daily"}),
        ("her", set()),
        ("The", set()),
    ],
)
def test_an_outlet_goes_by_any_words_of_its_name(
    record: Record, asked: str, meant: set[str]
) -> None:
    wanted = {row["id"] for row in record.reports() if row["outlet"] in meant}
    assert {r["id"] for r in all_pages(record.find_reports, 50, outlet=asked)} == wanted
    known = record.find_events(outlet=asked, known="2031-05-28", limit=500)
    assert bool(known.rows) == bool(meant)


@pytest.mark.parametrize("dated", [False, True])
def test_brief_rows_are_the_rows_without_what_is_bulky(record: Record, *, dated: bool) -> None:
    day = record.summary()["latest"] if dated else None
    whole = record.find_events(order="reports", known=day, limit=100)
    brief = record.find_events(order="reports", known=day, limit=100, brief=True)
    assert whole.total == brief.total > 0
    assert brief.rows == [
        {name: value for name, value in row.items() if name not in lines.BULKY}
        for row in whole.rows
    ]


def test_stories_agreements_and_doubts_find_their_events(record: Record) -> None:
    home = {row["report"]: row["story"] for row in record.stories()}
    report_of = {row["id"]: row["report"] for row in record.claims()}
    for story in set(home.values()):
        own = {report for report, name in home.items() if name == story}
        assert {r["id"] for r in all_pages(record.find_reports, 50, story=story)} == own
        wanted = [r for r in record.events() if own & {report_of[c] for c in r["claims"]}]
        assert all_pages(record.find_events, 50, story=story) == wanted
    for row in record.agreements():
        wanted = [e for e in record.events() if e["agreement"] == row["id"]]
        assert wanted
        assert all_pages(record.find_events, 50, agreement=row["id"]) == wanted
    torn = [
        row
        for row in record.events()
        if any(one["comparison"] == "conflict" for one in row["comparison"])
    ]
    assert all_pages(record.find_events, 50, doubt="conflict") == torn


def test_words_find_events_reports_agreements_and_stories(record: Record) -> None:
    found = record.find_events("VELM, New").rows
    assert found
    assert all(holds_run(row["where"]["name"], "new velm") for row in found)
    wanted = {row["id"] for row in record.reports() if "Tor Ford" in row["text"]}
    assert {r["id"] for r in all_pages(record.find_reports, 5, words="ford tor")} == wanted
    assert [r["titles"] for r in record.find_agreements("new treaty").rows] == [
        r["titles"] for r in record.agreements() if "New" in r["titles"][0]
    ]
    assert not record.find_events("nobody wrote this").rows


@settings(max_examples=20, deadline=None)
@given(st.sampled_from([code for _, code in STATES]), DAYS)
def test_agreements_by_party_and_status_on_a_day(record: Record, party: str, day: str) -> None:
    listed = record.agreements(on=day)
    for status in {row["status"] for row in listed}:
        wanted = [r for r in listed if r["status"] == status and party in r["parties"]]
        assert all_pages(record.find_agreements, 2, party=party, status=status, on=day) == wanted
    asked = {"if_": "armed attack", "binds": party, "on": day}
    assert all_pages(record.find_obligations, 2, **asked) == record.obligations(**asked)


@settings(max_examples=20, deadline=None)
@given(ACTORS, DAYS, DAYS)
def test_reports_by_who_acts_or_speaks_and_by_their_day(
    record: Record, asked: str, since: str, until: str
) -> None:
    def names(claim: Row) -> Iterator[Row]:
        yield from (a for side in ("actors", "recipients", "participants") for a in claim[side])
        yield from (a for level in claim["sources"] for a in level)

    wanted = {
        claim["report"]
        for claim in record.claims()
        for a in names(claim)
        if a.get("country") == asked or holds_run(a["name"], asked)
    }
    dated = {
        row["id"]
        for row in record.reports()
        if may_lie({"when": row["published"]}, since, until) and row["id"] in wanted
    }
    assert {r["id"] for r in all_pages(record.find_reports, 7, actor=asked)} == wanted
    found = all_pages(record.find_reports, 7, actor=asked, since=since, until=until)
    assert {r["id"] for r in found} == dated


def test_a_cursor_that_no_page_gave_out_is_refused(record: Record) -> None:
    for cursor in ("", "x", "!!!", "bnVsbA", "WyJhIl0", "W1tdXQ", "e30"):
        with pytest.raises(FoederaError, match="first one"):
            record.find_events(after=cursor)


def test_words_that_most_reports_hold_bring_the_newest_first(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = {"words": "soldiers", "since": "2031-05-03"}
    ranked = {row["id"] for row in all_pages(record.find_reports, 5, **asked)}
    monkeypatch.setattr("foedera.record.asking.finding.RANKED", 2)
    for _ in range(2):
        newest = all_pages(record.find_reports, 5, **asked)
        assert {row["id"] for row in newest} == ranked
        days = [row["published"]["earliest"] for row in newest]
        assert days == sorted(days, reverse=True)
    assert not record.find_reports("soldiers nobody saw").rows
    assert not record.find_reports("!?").rows


def test_what_comes_and_goes_is_found_by_common_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("foedera.record.asking.finding.RANKED", 2)
    with Record(tmp_path / "r.foedera") as record:
        for one in STREAM[:6]:
            record._store.put(one)
        ids = [one.report.id for one in STREAM]
        assert {r["id"] for r in record.find_reports("soldiers").rows} == set(ids[:6])
        record._store.put(STREAM[6])
        merge_report(record._store, ids[6])
        assert {r["id"] for r in record.find_reports("soldiers").rows} == set(ids[:7])
        record.remove(ids[6])
        record._store.put(STREAM[7])
        found = {r["id"] for r in record.find_reports("soldiers").rows}
        assert found == {*ids[:6], ids[7]}


@settings(max_examples=8, deadline=None)
@given(st.integers(1, 20), st.sampled_from(["day", "reports", "newest"]))
def test_pages_neither_repeat_nor_lose_what_stays_while_reports_come(
    limit: int, order: Any
) -> None:
    with tempfile.TemporaryDirectory() as folder, Record(Path(folder) / "r.foedera") as record:
        for one in STREAM[:10]:
            record._store.put(one)
        before = {row["id"]: row for row in record.events()}
        page = record.find_events(order=order, limit=limit)
        seen = [row["id"] for row in page.rows]
        record._store.put(STREAM[10])
        merge_report(record._store, STREAM[10].report.id)
        while page.next is not None:
            page = record.find_events(order=order, limit=limit, after=page.next)
            seen += [row["id"] for row in page.rows]
        stayed = {row["id"] for row in record.events() if before.get(row["id"]) == row}
        assert stayed
        assert all(seen.count(name) == 1 for name in stayed)
