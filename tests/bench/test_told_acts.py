"""Acts of a history count where a report tells them as done, by whom, and on their day."""

from typing import Any

from foedera.bench.told_acts import judge_told

HISTORY: dict[str, Any] = {
    "agreement": "Tarn Treaty",
    "titles": ["Treaty on the Waters of the Tarn"],
    "parties": ["PER", "BOL", "RUS"],
    "acts": [
        {"day": "2001-05-02", "kind": "agreement.sign", "by": ["PER", "BOL"]},
        {"day": "2003-01-09", "kind": "agreement.deposit-instrument", "by": ["PER"]},
        {"day": "2004-02-01", "kind": "agreement.withdraw", "by": ["RUS"], "effect": "2005-02-01"},
        {"day": "2006-03-01", "kind": "agreement.enter-into-force", "by": []},
    ],
}


def _claim(kind: str, day: str | None, *states: str, **more: Any) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": f"agreement.{kind}", "reality": "happened"}
    row |= {"agreement": {"title": "treaty"}}
    row |= {"stance": "asserted", "actors": [{"name": s, "country": s} for s in states]}
    return row | {"when": {"earliest": day, "latest": day}, **more}


def _judged(*claims: dict[str, Any]) -> tuple[int, int, int, int]:
    one = judge_told(HISTORY, [{"id": "r", "claims": list(claims)}])
    return one.units, one.found, one.claims, one.right


def test_an_act_of_two_counts_for_each() -> None:
    assert _judged(_claim("sign", "2001-05-02", "PER")) == (5, 1, 1, 1)
    assert _judged(_claim("sign", "2001-05-02", "PER", "BOL")) == (5, 2, 1, 1)


def test_the_day_and_the_reality_must_be_right() -> None:
    assert _judged(_claim("sign", "2001-05-03", "PER")) == (5, 0, 1, 0)
    assert _judged(_claim("sign", "2001-05-02", "PER", reality="planned")) == (5, 0, 0, 0)
    assert _judged({**_claim("sign", None, "PER"), "when": None}) == (5, 0, 0, 0)


def test_ratified_stands_for_the_deposit() -> None:
    assert _judged(_claim("ratify", "2003-01-09", "PER")) == (5, 1, 1, 1)


def test_the_day_it_takes_effect_will_do_and_the_soviet_union_is_continued() -> None:
    assert _judged(_claim("withdraw", "2005-02-01", "SUN")) == (5, 1, 1, 1)


def test_an_act_of_nobody_is_told_whoever_is_named() -> None:
    assert _judged(_claim("enter-into-force", "2006-03-01", "PER", "BOL")) == (5, 1, 0, 0)
    assert _judged(_claim("enter-into-force", "2006-03-01")) == (5, 1, 1, 1)
    assert _judged(_claim("enter-into-force", "2006-03-02")) == (5, 0, 1, 0)


def test_claims_of_another_agreement_or_of_states_not_listed_are_left_out() -> None:
    other = {"agreement": {"title": "Kivu Accord"}}
    assert _judged(_claim("sign", "2001-05-02", "PER", **other)) == (5, 0, 0, 0)
    assert _judged(_claim("sign", "1999-05-02", "CHL")) == (5, 0, 0, 0)
    bare = {"agreement": {"title": "treaty"}}
    assert _judged(_claim("sign", "2001-05-02", "PER", **bare)) == (5, 1, 1, 1)


def test_what_bears_no_day_counts_for_the_day_of_its_report() -> None:
    claim = {**_claim("sign", None, "PER"), "when": None}
    day = {"earliest": "2001-05-02", "latest": "2001-05-02"}
    one = judge_told(HISTORY, [{"id": "r", "published": day, "claims": [claim]}])
    assert (one.found, one.claims) == (1, 0)


def test_notice_given_makes_the_day_it_runs_out_right() -> None:
    history = HISTORY | {"terms": {"notice": {"months": 6}}}
    left = _claim("withdraw", "2004-08-01", "RUS")
    assert judge_told(history, [{"id": "r", "claims": [left]}]).right == 1
