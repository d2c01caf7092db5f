"""A day for a report without one: from a weekday it shares with its story, or not at all."""

from __future__ import annotations

from foedera.data import Days
from foedera.merge.publication import digest, infer_days

NONE = Days(None, None, "unknown")
STORY = {"old": "s", "new": "s"}


def given(day: str) -> Days:
    return Days(day, day, "given")


def test_a_shared_weekday_in_the_lead_gives_the_day() -> None:
    dated = digest("old", given("2031-05-08"), "The pact came into force, RNA said Thursday.")
    bare = digest("new", NONE, "The river pact is in force, RNA reported on Thursday.")
    found = infer_days([dated, bare], STORY)
    assert found.days == {"new": Days("2031-05-08", "2031-05-08", "inferred")}
    [judgement] = found.judgements
    assert "Thursday" in judgement.reasons[0].note


def test_a_weekday_long_before_the_neighbour_says_nothing_and_other_dates_forbid_a_guess() -> None:
    dated = digest("old", given("2031-05-13"), "The vote of Thursday stands.")
    bare = digest("new", NONE, "They vote on Thursday. The text came on January 11.")
    assert infer_days([dated, bare], STORY).days == {}


def test_else_the_storys_days_bound_it() -> None:
    dated = digest("old", given("2031-05-13"), "The dam broke.")
    bare = digest("new", NONE, "A dam broke.")
    assert infer_days([dated, bare], STORY).days["new"].latest == "2031-05-15"


def test_another_story_dates_nothing() -> None:
    dated = digest("old", given("2031-05-13"), "The dam broke.")
    bare = digest("new", NONE, "A dam broke.")
    assert infer_days([dated, bare], {"old": "s", "new": "t"}).days == {}


def test_a_dateline_without_a_year_takes_it_from_its_story() -> None:
    dated = digest("old", given("2032-01-02"), "The dam broke on Wednesday.")
    bare = digest("new", NONE, "Dam breaks\n\nVELM, Dec. 31 (RNA) -- A dam broke on Wednesday.")
    found = infer_days([dated, bare], STORY)
    assert found.days == {"new": Days("2031-12-31", "2031-12-31", "inferred")}
    assert found.judgements[0].reasons[0].feature == "dateline_day"


def test_a_dateline_far_from_its_story_is_not_dated_by_it() -> None:
    dated = digest("old", given("2031-05-08"), "The dam broke on Thursday.")
    for head in ("VELM, Oct. 14 (RNA) --", "VELM, 14 October -", "VELM, Feb. 30 (RNA) -"):
        bare = digest("new", NONE, f"{head} A dam broke on Thursday.")
        assert infer_days([dated, bare], STORY).days == {}


def test_a_day_within_a_sentence_is_no_dateline() -> None:
    dated = digest("old", given("2031-05-08"), "The dam broke on Thursday.")
    for told in ("It breaks the pact of Oct. 3 - the first.", "They meet on Oct. 5-6 in Velm."):
        bare = digest("new", NONE, f"The dam broke on Thursday. {told}")
        assert bare.headed is None
        assert infer_days([dated, bare], STORY).days["new"].earliest == "2031-05-08"
    for head in (
        "SAN VELM, Oct. 3 (RNA) -",
        "Rio de Velm, 3 Oct. -",
        "Dam breaks\nVELM. Oct 3 -",
        "VELM, October 3. /RNA/.",
        "Velm, Oct. 3, RNA –",
    ):
        assert digest("new", NONE, f"{head} A dam broke.").headed == (10, 3)
