"""What of a record an export holds."""

import pytest

from foedera.errors import NotInRecord
from foedera.record import Record
from foedera.view.exports.choice import Choice, Chosen
from tests.view.exports.conftest import texts_of


def ids(record: Record, **choice: str) -> set[str]:
    return {event["id"] for event in Chosen(record, Choice(**choice)).events()}


def test_all_of_it_without_a_choice(record: Record) -> None:
    assert ids(record) == {event["id"] for event in record.events()}


def test_an_agreement_by_words_of_its_title(samples: Record) -> None:
    chosen = Chosen(samples, Choice(agreement="open skies"))
    [row] = chosen.agreements
    assert "Open Skies Treaty" in row["titles"]
    found = {event["id"] for event in chosen.events()}
    assert found >= {step["event"] for step in row["steps"]}
    assert found < ids(samples)


def test_an_agreement_there_is_none_of(samples: Record) -> None:
    with pytest.raises(NotInRecord):
        list(Chosen(samples, Choice(agreement="no such pact")).events())


def test_an_actor_by_code(samples: Record) -> None:
    found = ids(samples, actor="TCD")
    assert found == {event["id"] for event in samples.events(actor="TCD")}
    assert {row["parties"][0] for row in Chosen(samples, Choice(actor="GRC")).agreements} == {"GRC"}


def test_days_keep_what_may_lie_between_them(samples: Record) -> None:
    chosen = Chosen(samples, Choice(since="2019-01-01", until="2019-02-28"))
    for event in chosen.events():
        assert (event["when"]["earliest"] or "") <= "2019-02-28"
        assert (event["when"]["latest"] or "9") >= "2019-01-01"
    assert any(event["kind"] == "agreement.enter-into-force" for event in chosen.events())


def test_statuses_are_of_the_day(samples: Record) -> None:
    before = Chosen(samples, Choice(on="2019-02-01", agreement="Prespa")).agreements[0]
    after = Chosen(samples, Choice(on="2019-02-12", agreement="Prespa")).agreements[0]
    assert (before["status"], after["status"]) == ("signed", "in-force")


def test_what_was_known_later_is_left_out(samples: Record) -> None:
    chosen = Chosen(samples, Choice(known="2018-06-30"))
    early = {row["id"] for row in samples.reports(known="2018-06-30")}
    assert {report["id"] for report in chosen.reports()} == early
    assert {c["report"] for _, claims in chosen.told() for c in claims} <= early


def test_every_claim_comes_with_its_words(record: Record) -> None:
    texts = texts_of(record)
    for event, claims in Chosen(record).told():
        assert {claim["id"] for claim in claims} == set(event["claims"])
        for claim in claims:
            assert claim["quote"] == texts[claim["report"]][claim["start"] : claim["end"]]


def test_what_people_overruled_holds(samples: Record) -> None:
    event, claims = next((e, c) for e, c in Chosen(samples).told() if len(c) > 1)
    gone, mended = claims[0]["id"], claims[1]["id"]
    rows = [
        samples.reject(gone, because="a drill"),
        samples.correct(mended, "when", "2001-02-03", because="the text names it"),
    ]
    read = {c["id"]: c for report in Chosen(samples).reports() for c in report["claims"]}
    assert gone not in read
    assert read[mended]["when"]["earliest"] == "2001-02-03"
    assert read[mended]["corrected"] == ["when"]
    for row in rows:
        samples.withdraw(row.id)
    samples.settle()
    assert gone in {c for e in samples.events() for c in e["claims"]}
    assert event["id"] in ids(samples)
