"""Who is who: marks that spare looking at most names never miss one who is the same."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.data import Actor, Span
from foedera.merge import people
from foedera.merge.people import ActorList

WORDS = ["mike", "michael", "m", "lund", "lunde", "ann", "orr", "bo", "Unicef"]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(
    lambda words: " ".join(word.capitalize() for word in words)
)
BODIES = st.sampled_from(
    [
        "UNHCR",
        "United Nations High Commissioner for Refugees",
        "WHO",
        "World Health Organization",
        "Women Help Others",
        "Wheat Owners",
        "WO",
        "Women Of Orr",
        "Ministry of War",
    ]
)
ACTORS = st.lists(
    st.one_of(
        st.tuples(NAMES, st.just("person"), st.sampled_from(["RVA", "OST", None])),
        st.tuples(BODIES, st.just("organisation"), st.sampled_from(["RVA", None])),
    ),
    max_size=14,
)


def listed(told: list[tuple[str, str, str | None]]) -> list[dict[str, object]]:
    found = ActorList()
    for number, (name, kind, country) in enumerate(told):
        found.add(f"{number:016x}", Actor(name, country, kind, None, Span(0, 0)))
    return list(found.rows())


@settings(max_examples=200, deadline=None)
@given(ACTORS)
def test_whoever_is_passed_over_is_nobody_of_those(told) -> None:
    found = listed(told)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people, "is_odd", lambda name: True)
        patch.setattr(people, "_has_acronym", lambda one: True)
        patch.setattr(people._People, "_fitting", lambda _, name, places: places)
        assert listed(told) == found


def test_claims_and_names_are_told_once_each() -> None:
    told = [
        ("Mike Lund", "person", "RVA"),
        ("Lund", "person", "RVA"),
        ("Mike Lund", "person", "RVA"),
    ]
    [row] = listed(told)
    assert (row["name"], row["also"]) == ("Mike Lund", ["Lund"])
    assert all(a < b for a, b in pairwise(row["claims"]))
    assert len(row["claims"]) == 3


def test_a_letter_within_a_name_tells_nobody_apart() -> None:
    told = [("Ann M Lee", "person", "RVA"), ("Ann Maria Lee", "person", "RVA")]
    assert len(listed(told)) == 1


def test_a_state_goes_by_its_own_name_whatever_town_stands_for_it() -> None:
    listed = ActorList()
    for number, name in enumerate(("Saint Petersburg", "Moscow", "Kremlin")):
        listed.add(f"{number:016x}", Actor(name, "RUS", "state", None, Span(0, 1)))
    (row,) = listed.rows()
    assert row["name"] == "Russia"
    assert row["also"] == ["Kremlin", "Moscow", "Saint Petersburg"]


def test_a_son_of_the_same_name_is_not_the_head_of_state() -> None:
    listed = ActorList()
    told = [
        ("Olav Lund", "president"),
        ("Olav Lund Jr", None),
        ("Ann Orr", None),
        ("Ann Orr Jr", "envoy"),
    ]
    for number, (name, office) in enumerate(told):
        listed.add(f"{number:016x}", Actor(name, "NOR", "person", office, Span(0, 1)))
    assert sorted(row["name"] for row in listed.rows()) == [
        "Ann Orr Jr",
        "Olav Lund",
        "Olav Lund Jr",
    ]
