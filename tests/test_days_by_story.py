"""Undated reports take a day only from dated reports of the same story."""

from foedera.data import Days, Imprint, Report
from foedera.pipeline import date_by_story

DATED = (
    "Ferry pact signed in Kotor\n\nThe ministers of Montenegro and Albania signed the Adriatic "
    "ferry pact in Kotor on Tuesday, the coast agency said. The pact opens two ferry lines."
)
UNDATED = (
    "The Adriatic ferry pact was signed in Kotor by the ministers of Montenegro and Albania, the "
    "coast agency said on Tuesday. It opens two ferry lines."
)
ELSEWHERE = "A glacier in Nepal has lost a fifth of its ice, hydrologists found after ten summers."


def report(ident: str, text: str, day: str | None) -> Report:
    days = Days(day, day, "given" if day else "unknown")
    return Report(ident, f"{ident}.txt", text, None, Imprint(outlet=ident), days, ())


def test_a_report_takes_the_day_of_its_story() -> None:
    first, second, third = date_by_story(
        [
            report("a", DATED, "2031-05-06"),
            report("b", UNDATED, None),
            report("c", ELSEWHERE, None),
        ]
    )
    assert first.published.basis == "given"
    assert second.published == Days("2031-05-06", "2031-05-06", "inferred")
    assert third.published.basis == "unknown"
