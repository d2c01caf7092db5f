"""Stories by words and days: near in both, nearest to each other, whatever the order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.merge.stories import find_stories
from foedera.merge.vectors import Telltale, telltale

FLOOD_A = """The dam at Velm broke on Monday and the Orla river flooded forty villages,
the governor Petra Lund told crowds in the valley."""
FLOOD_B = """Villages along the Orla river were flooded when the Velm dam broke,
governor Petra Lund said from the valley."""
VOTE_A = """The assembly in Tor rejected the budget of finance minister Ivo Brandt,
whose coalition lost two lawmakers over fuel taxes."""
VOTE_B = """Finance minister Ivo Brandt lost the budget vote in the Tor assembly
after two coalition lawmakers refused his fuel taxes."""

TEXTS = {
    "flood-a": (10, "Dam at Velm breaks", FLOOD_A),
    "flood-b": (10, "Orla floods villages after dam fails", FLOOD_B),
    "vote-a": (10, "Assembly rejects budget", VOTE_A),
    "vote-b": (11, "Brandt loses budget vote", VOTE_B),
    "vote-late": (90, "Brandt loses another budget vote", VOTE_B + " Again."),
}


def reports() -> list[Telltale]:
    return [telltale(name, day, title, text) for name, (day, title, text) in TEXTS.items()]


def test_near_reports_of_one_happening_join_and_others_do_not() -> None:
    judgements, story_of = find_stories(reports())
    assert story_of["flood-a"] == story_of["flood-b"] != story_of["vote-a"] == story_of["vote-b"]
    assert story_of["vote-late"] == "vote-late"
    assert any("orla" in reason.note for j in judgements for reason in j.reasons)


@settings(deadline=None)
@given(st.permutations(reports()))
def test_order_of_reports_does_not_matter(shuffled: list[Telltale]) -> None:
    assert find_stories(shuffled) == find_stories(reports())


def test_a_report_without_a_day_joins_by_its_words() -> None:
    undated = telltale("undated", None, *TEXTS["flood-b"][1:])
    _, story_of = find_stories([reports()[0], *reports()[2:], undated])
    assert story_of["undated"] == story_of["flood-a"]
