"""What changed is told by what wholes share, whatever they are called."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner

from foedera.cli import main
from foedera.data import Extraction
from foedera.record import Record, Row, between
from foedera.record.changes import _duties, _numbers
from foedera.view.changes import tell, tell_all
from tests.merge.builders import claim, extraction, quantity, report, when
from tests.record.asking.stream import STREAM
from tests.record.test_settling import EXTRACTIONS


def told(day: str, outlet: str, act: tuple[str, str], dead: int) -> Extraction:
    """Tell of an act about the pact, and of a raid's toll."""
    done, kind = act
    step = f"Ravania and Ostmark {done} the Two Rivers Pact"
    raid = f"the raid killed {dead} people at the ford"
    one = report(f"{step}, and {raid}.", outlet=outlet, day=day, key=f"{outlet}.txt")
    parties = {"agreement": "Two Rivers Pact", "actors": ["RVA", "OST"], "when": when(day)}
    toll = quantity(dead, dead, f"{dead} people", unit="people")
    sides = {"actors": ["RVA"], "recipients": ["OST"], "when": when("2031-05-07")}
    return extraction(
        one,
        claim(one, step, kind, **parties),
        claim(one, raid, "harm.kill", **sides, quantities=[toll]),
    )


EARLY = told("2031-05-08", "Herald", ("signed", "agreement.sign"), 10)
LATE = told("2031-05-10", "Courier", ("ratified", "agreement.ratify"), 18)


def test_two_days_of_knowledge_differ_by_what_came_between(tmp_path: Path) -> None:
    with Record(tmp_path / "r.foedera") as record:
        for one in (EARLY, LATE):
            record._store.put(one)
        rows = list(record.diff("2031-05-08", "2031-05-10"))
        assert not list(record.diff("2031-05-10", "2031-05-11"))
    changed = {(row["type"], row["change"], row.get("field")) for row in rows}
    assert ("report", "new", None) in changed
    assert ("agreement", "step", "steps") in changed
    sentences = [tell(row) for row in rows]
    assert all(sentences)
    assert any("new step: " in said and "10 May 2031" in said for said in sentences)
    assert list(tell_all(rows, 1))


def test_what_differs_is_the_same_whether_all_or_only_what_moved_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Record(tmp_path / "r.foedera") as record:
        for one in (*STREAM, EARLY, LATE):
            record._store.put(one)
        days = ["2031-05-01", "2031-05-05", "2031-05-08", "2031-05-10", "2031-05-28"]
        pairs = list(permutations(days, 2))
        few = [record.diff(*pair) for pair in pairs]
        monkeypatch.setattr(between, "MOST", -1)
        assert few == [record.diff(*pair) for pair in pairs]
        assert sum(map(len, few)) > 100


def test_an_event_of_many_parties_names_four_a_side() -> None:
    party = [{"name": f"Party {n}", "country": None, "kind": "group"} for n in range(9)]
    named = {"kind": "agreement.sign", "actors": party, "recipients": [], "when": None}
    row = {"type": "event", "change": "new", "named": named, "reports": 2}
    assert tell(row) == "New: signing by Party 0, Party 1, Party 2, Party 3 and 5 more (2 reports)."


def test_a_record_differs_from_another_by_its_reports_and_back(tmp_path: Path) -> None:
    paths = [tmp_path / "one.foedera", tmp_path / "two.foedera"]
    for path, held in zip(paths, (EXTRACTIONS[:6], EXTRACTIONS), strict=True):
        with Record(path) as record:
            for one in held:
                record._store.put(one)
    runner = CliRunner()
    there = runner.invoke(main, ["diff", str(paths[0]), str(paths[1]), "--json"])
    back = runner.invoke(main, ["diff", str(paths[1]), str(paths[0])])
    assert there.exit_code == back.exit_code == 0, there.output + back.output
    assert there.stdout.count('"change":"new"') + there.stdout.count('"change": "new"') >= 2
    assert "no longer held" in back.stdout
    mixed = runner.invoke(main, ["diff", "2031-05-08", str(paths[0])])
    assert mixed.exit_code == 2


def test_a_report_is_taken_out_by_name(tmp_path: Path) -> None:
    path = tmp_path / "r.foedera"
    with Record(path) as record:
        for one in EXTRACTIONS[:2]:
            record._store.put(one)
    done = CliRunner().invoke(main, ["remove", "0.txt", "--record", str(path)])
    assert done.exit_code == 0, done.output
    with Record(path) as record:
        assert [row["key"] for row in record.reports()] == ["1.txt"]


def test_where_a_party_stands_is_told_in_a_sentence() -> None:
    named = {"titles": ["Two Rivers Pact"], "parties": []}
    head = {"type": "agreement", "change": "party", "named": named, "field": "CHL"}
    assert tell({**head, "old": "withdrawing", "new": "former"}) == (
        "“Two Rivers Pact”: Chile is no longer a party (before: gave notice)."
    )
    assert tell({**head, "old": None, "new": "signatory"}) == (
        "“Two Rivers Pact”: Chile has now signed."
    )


def test_no_value_is_told_in_the_words_of_the_record() -> None:
    head = {"type": "event", "named": {"kind": "harm.kill"}}
    values = {
        "reality": ("planned", "not-happened"),
        "origins": ((1, 2), (3, 3)),
        "reports": (2, 5),
    }
    said = [
        tell({**head, "change": "value", "field": field, "old": old, "new": new})
        for field, (old, new) in values.items()
    ]
    assert [one.partition(": ")[2] for one in said] == [
        "now told as not having happened (before: as planned).",
        "now traced to 3 independent origins (before: 1–2).",
        "now told by 5 reports (before: 2).",
    ]


def test_what_is_only_planned_says_so_beside_how_many_tell_it() -> None:
    named = {"kind": "diplomacy.meet", "reality": "planned"}
    row = {"type": "event", "change": "new", "named": named, "reports": 2}
    assert tell(row).endswith(" (planned; 2 reports).")


def test_a_number_written_otherwise_is_no_news() -> None:
    def event(low: float | None, words: str) -> Row:
        row = {"value": low, "low": low, "high": low, "approximate": False, "words": words}
        return {"quantities": [row | {"unit": "guards"}]}

    def news(old: Row, new: Row) -> list[Row]:
        return list(_numbers(old["quantities"], new["quantities"]))

    assert not news(event(3, "three guards"), event(3, "Three guards"))
    (change,) = news(event(3, "three guards"), event(4, "4 guards"))
    assert (change["old"], change["new"]) == ("three guards", "4 guards")
    assert news(event(None, "a few guards"), event(None, "many guards"))


def test_a_sum_of_money_is_no_number_of_currencies() -> None:
    head = {"type": "event", "named": {"kind": "transfer.money"}, "change": "number"}
    said = tell({**head, "field": "USD", "old": "$2 billion", "new": "$3 billion"})
    assert said.endswith("the sum is now $3 billion (before: $2 billion).")


def test_a_second_duty_of_one_kind_is_news_and_another_telling_of_it_is_not() -> None:
    caps = {"kind": "arms limits", "duty": "cap its army", "claims": ["a"]}
    more = {"kind": "arms limits", "duty": "scrap its tanks", "claims": ["b"]}
    again = {**caps, "duty": "cap its army at 900", "claims": ["a", "c"]}
    assert list(_duties([caps], [again])) == []
    [found] = _duties([caps], [again, more])
    assert found == {"change": "obligation", "new": "arms limits: scrap its tanks"}
    assert list(_duties([caps, more], [caps])) == [
        {"change": "obligation-gone", "old": "arms limits: scrap its tanks"}
    ]
