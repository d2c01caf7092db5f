"""A small story of two invented states, told by two papers, from file to answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedera.errors import NotInRecord, RecordError
from foedera.record import Record
from foedera.store import Store
from tests.merge.builders import actor, claim, defence, extraction, quantity, report, when

AGENCY = actor("RNA", "RVA", "outlet")

HERALD = (
    "The Open Rivers Treaty between Ravania and Ostmark was signed in Velm on May 2. "
    "The instruments of ratification were exchanged in Tor on May 6, RNA said. "
    "The treaty came into force this week, RNA said. "
    "If one is attacked the other sends help at once. "
    "Ravania sent some 900 soldiers to the ford. "
    "Ostmark denied the presence of soldiers."
)
COURIER = (
    "A river pact signed in May by Ravania and Ostmark has come into force, RNA reported Thursday. "
    "More than 800 soldiers of Ravania stand at the ford."
)


def fill(store: Store) -> None:
    both = {"actors": ["RVA", "OST"], "agreement": "Open Rivers Treaty"}
    said = {"sources": [[AGENCY]]}
    one = report(HERALD, outlet="Herald", day="2031-05-08", key="herald.txt")
    store.put(
        extraction(
            one,
            claim(
                one,
                "was signed in Velm",
                "agreement.sign",
                when=when("2031-05-02"),
                where=("Velm", "RVA"),
                **both,
            ),
            claim(
                one,
                "were exchanged in Tor",
                "agreement.exchange-instruments",
                when=when("2031-05-06"),
                where=("Tor", "OST"),
                **both,
                **said,
            ),
            claim(
                one,
                "came into force this week",
                "agreement.enter-into-force",
                when=when("2031-05-05/2031-05-08"),
                **both,
                **said,
            ),
            claim(
                one,
                "the other sends help",
                "agreement.provide",
                reality="conditional",
                obligation=defence("OST", "RVA"),
                **both,
            ),
            claim(
                one,
                "sent some 900 soldiers",
                "military.deploy",
                actors=["RVA"],
                recipients=["OST"],
                quantities=[quantity(900, 900, "some 900 soldiers")],
            ),
            claim(
                one,
                "denied the presence",
                "military.deploy",
                actors=["RVA"],
                stance="denied",
                sources=[["OST"]],
            ),
        )
    )
    two = report(COURIER, outlet="Courier", day="2031-05-08", key="courier.txt")
    river = {"actors": ["RVA", "OST"], "agreement": "river pact"}
    store.put(
        extraction(
            two,
            claim(
                two, "signed in May", "agreement.sign", when=when("2031-05-01/2031-05-31"), **river
            ),
            claim(two, "has come into force", "agreement.enter-into-force", **river, **said),
            claim(
                two,
                "More than 800 soldiers",
                "military.deploy",
                actors=["RVA"],
                quantities=[quantity(800, None, "More than 800 soldiers")],
            ),
        )
    )


@pytest.fixture
def record(tmp_path: Path) -> Record:
    path = tmp_path / "record.foedera"
    store = Store.open(path)
    fill(store)
    store.close()
    return Record(path)


def test_one_agreement_under_two_names(record: Record) -> None:
    [pact] = record.agreements(on="2031-05-08")
    assert pact["titles"] == ["Open Rivers Treaty", "river pact"]
    assert pact["parties"] == ["OST", "RVA"]
    assert pact["status"] == "in-force"
    assert "14(1), 16(a), 24" in pact["basis"][0]["article"]
    assert pact["party_status"] == {"OST": "party", "RVA": "party"}


def test_status_follows_the_day(record: Record) -> None:
    assert [
        record.agreements(on=day)[0]["status"] for day in ("2031-04-30", "2031-05-03", "2031-05-06")
    ] == ["unknown", "signed", "in-force"]


def test_steps_are_merged_dated_and_traced(record: Record) -> None:
    steps = {s["kind"]: s for s in record.agreements()[0]["steps"]}
    assert steps["agreement.sign"]["when"]["earliest"] == "2031-05-02"
    assert steps["agreement.sign"]["reports"] == 2
    entry = steps["agreement.enter-into-force"]
    assert (entry["when"]["earliest"], entry["when"]["latest"]) == ("2031-05-06", "2031-05-06")
    assert "exchange" in entry["basis"]
    assert entry["origins"] == {"independent": [1, 1], "roots": ["RNA"]}


def test_an_obligation_answers_if(record: Record) -> None:
    [duty] = record.obligations(if_="armed aggression against Ostmark", on="2031-05-08")
    assert duty["triggered"]
    assert duty["in_force"]
    assert duty["quote"] == "the other sends help"
    assert record.obligations(if_="an earthquake", on="2031-05-08") == []
    assert record.obligations(binds="LUR") == []


def test_numbers_are_compatible_and_the_denial_stands(record: Record) -> None:
    [sent] = record.events(kind="military.deploy")
    assert sent["reports"] == 2
    assert sent["acknowledgement"] == {"OST": "denied"}
    compared = {c["field"]: c["comparison"] for c in sent["comparison"]}
    assert compared["quantity"] == "compatible"


def test_known_leaves_out_what_was_not_yet_printed(record: Record) -> None:
    assert record.agreements(known="2031-05-01") == []
    assert record.agreements(known="2031-05-09") == record.agreements()


def test_why_ends_at_words(record: Record) -> None:
    [sent] = record.events(kind="military.deploy")
    rows = record.why(sent["id"])
    assert {row["type"] for row in rows} == {"event", "judgement", "claim"}
    assert "sent some 900 soldiers" in {row.get("quote") for row in rows}


def test_judging_apart_takes_effect_and_withdrawing_restores(record: Record) -> None:
    before = list(record.export_jsonl())
    signed = next(e for e in record.events() if e["kind"] == "agreement.sign")
    row = record.judge(*signed["claims"], "different", because="two ceremonies")
    assert len([e for e in record.events() if e["kind"] == "agreement.sign"]) == 2
    record.withdraw(row.id)
    after = [line for line in record.export_jsonl() if '"two ceremonies"' not in line]
    assert after == before


def test_a_rejected_claim_is_left_out_and_stays_visible(record: Record) -> None:
    sent = next(c for c in record.claims() if c["stance"] == "denied")
    record.reject(sent["id"], because="misread")
    assert record.events(kind="military.deploy")[0]["acknowledgement"] == {}
    assert record.show(sent["id"])[0]["corrections"][0]["because"] == "misread"


def test_a_correction_moves_a_day(record: Record) -> None:
    signed = next(
        c
        for c in record.claims()
        if c["kind"] == "agreement.sign" and c["when"]["earliest"] == "2031-05-02"
    )
    record.correct(signed["id"], "when", "2031-05-03", because="the gazette says the third")
    steps = {s["kind"]: s for s in record.agreements()[0]["steps"]}
    assert steps["agreement.sign"]["when"]["earliest"] == "2031-05-03"


def test_listings_become_frames(record: Record) -> None:
    assert next(iter(record.origins().to_pandas()["root"])) == "RNA"
    assert record.stories()[0].keys() >= {"id", "story"}


def test_search_finds_reports_and_agreements(record: Record) -> None:
    assert {row["type"] for row in record.search("river pact")} == {"report", "agreement"}


def test_unknown_ids_and_foreign_files_say_what_to_do(record: Record, tmp_path: Path) -> None:
    with pytest.raises(NotInRecord, match="Copy one"):
        record.show("nothing")
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(RecordError, match="not a foedera record"):
        Record(tmp_path / "letter.txt")
    with pytest.raises(RecordError, match="does not exist"):
        Record(tmp_path / "none.foedera", create=False)


def test_an_attack_on_a_state_outside_sets_nothing_off(record: Record) -> None:
    assert record.obligations(if_="armed attack on Peru", on="2031-05-08") == []


def test_show_finds_decisions_by_their_ids(record: Record) -> None:
    signed = next(e for e in record.events() if e["kind"] == "agreement.sign")
    row = record.judge(*signed["claims"], "different", because="two ceremonies")
    assert record.show(row.id)[0]["reasons"][0]["note"] == "two ceremonies"
    fixed = record.correct(signed["claims"][0], "when", "2031-05-03", because="the gazette")
    assert record.show(fixed.id)[0]["type"] == "correction"
