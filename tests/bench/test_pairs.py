"""Joins are held against labelled pairs of places."""

from collections.abc import Iterable

from foedera.bench.pairs import places_of, score_origins, score_pairs, score_sharing, sharing_of
from foedera.data import Judgement, Reason
from tests.merge.builders import actor
from tests.merge.tellings import telling

EVENTS = {("r", 10, 15): "e1", ("s", 40, 46): "e1", ("t", 5, 9): "e2"}


def test_joins_count_by_the_event_that_stands_at_a_place() -> None:
    labels = [
        {"left": ["r", 12, 14], "right": ["s", 40, 46], "verdict": "same"},
        {"left": ["r", 12, 14], "right": ["t", 5, 9], "verdict": "same"},
        {"left": ["s", 40, 46], "right": ["t", 5, 9], "verdict": "different"},
    ]
    found = score_pairs(labels, EVENTS)
    assert (found["same precision"], found["same recall"]) == (1.0, 0.5)
    assert found["false merges"] == 0.0
    assert found["claimed"] == 1.0


def test_a_wrong_join_and_a_place_without_a_claim_are_counted() -> None:
    labels = [
        {"left": ["r", 12, 14], "right": ["s", 40, 46], "verdict": "different"},
        {"left": ["r", 80, 84], "right": ["s", 40, 46], "verdict": "same"},
    ]
    found = score_pairs(labels, EVENTS)
    assert found["false merges"] == 1.0
    assert found["claimed"] == 0.5


def test_places_lead_from_the_key_of_a_report_to_its_claims_event() -> None:
    claims = [{"id": "c", "report": "1", "trigger": [3, 7]}]
    assert places_of(claims, [{"id": "e", "claims": ["c"]}], {"1": "file.txt"}) == {
        ("file.txt", 3, 7): "e"
    }


def test_reports_are_met_by_what_a_judgement_says_they_share() -> None:
    reason = Reason("shared_quotation", 0.2, "")
    nothing = Reason("nothing_shared", 0.0, "")

    def judge(pairs: Iterable[tuple[str, str]]) -> list[Judgement]:
        return [
            Judgement("j", "copy", *pair, "different", 0.2, (of_two.get(pair, nothing),), "rule")
            for pair in pairs
        ]

    of_two = {("2", "1"): reason}
    labels = [
        {"left": "b", "right": "a", "label": "quotation"},
        {"left": "a", "right": "c", "label": "independent"},
        {"left": "a", "right": "far", "label": "copy"},
    ]
    found = sharing_of(labels, judge, {"1": "a", "2": "b", "3": "c"})
    figures = score_sharing(labels, found, {"a", "b", "c"})
    assert figures["report pairs"] == 2
    assert figures["sharing macro-f1"] == 1.0


def test_origins_are_counted_for_the_claims_at_labelled_places() -> None:
    agency = actor("RNA", "RVA", "outlet")
    one = telling("agreement.sign", "It was signed.", sources=[[agency]], outlet="Herald")
    two = telling("agreement.sign", "They signed it.", outlet="Courier")
    place = one.claim.passage.trigger
    at = [[name, place.start, place.end] for name in ("one", "two")]
    told = {"one": [one], "two": [two]}
    labels = [{"claims": at, "low": 1, "high": 2}, {"claims": at, "low": 1, "high": 1}]
    figures = score_origins(labels, told, {})
    assert figures == {"origins right": 0.5, "origins low end": 1.0, "origins high end": 0.5}
