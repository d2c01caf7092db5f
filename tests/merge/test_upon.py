"""Acts that a second reading tells of states, and what a day told takes from one without."""

from foedera.data import Act
from foedera.merge.upon import without_repeats


def _act(kind: str, by: tuple[str, ...], day: str | None, latest: str) -> Act:
    return Act(f"agreement.{kind}", day, by, (f"{kind}-{latest}",), latest=latest, told=latest)


def test_a_list_without_a_day_says_nothing_of_whom_another_report_dates() -> None:
    dated = _act("deposit-instrument", ("PER",), "2031-05-04", "2031-05-04")
    listed = _act("ratify", ("CHL", "PER"), None, "2031-09-01")
    assert [a.by for a in without_repeats([dated, listed])] == [("PER",), ("CHL",)]


def test_a_signature_is_no_consent() -> None:
    signed = _act("sign", ("PER",), "2031-05-04", "2031-05-04")
    consent = _act("ratify", ("PER",), None, "2031-09-01")
    assert without_repeats([signed, consent]) == [signed, consent]


def test_what_was_done_after_is_another_deed() -> None:
    consent = _act("accede", ("PER",), None, "2031-05-04")
    again = _act("accede", ("PER",), "2033-05-04", "2033-05-04")
    assert without_repeats([consent, again]) == [consent, again]
