"""Who stands in events with whom: pairs counted once an event, hostile ones apart."""

from __future__ import annotations

from typing import Any

from foedera.serve.roles import count_roles
from foedera.serve.ties import MOST_NAMES, rank_names, tie


def state(code: str, name: str) -> dict[str, Any]:
    return {"name": name, "country": code, "kind": "state"}


def event(kind: str, actors: list[Any], recipients: list[Any] = ()) -> dict[str, Any]:  # type: ignore[assignment]
    return {
        "kind": kind, "actors": actors, "recipients": list(recipients), "participants": [],
        "reports": 2,
    }  # fmt: skip


CHAD, MALI, NIGER = state("TCD", "Chad"), state("MLI", "Mali"), state("NER", "Niger")


def test_those_who_meet_are_tied() -> None:
    (one,) = tie([event("diplomacy.meet", [CHAD, MALI])])
    assert (one.left, one.right, one.events, one.mood) == ("MLI", "TCD", 1, "for")


def test_allies_against_a_third_are_tied_to_the_third_alone() -> None:
    ties = tie([event("military.attack", [CHAD, MALI], [NIGER])])
    assert [(one.left, one.right) for one in ties] == [("MLI", "NER"), ("NER", "TCD")]
    assert {one.mood for one in ties} == {"against"}


def test_nobody_is_tied_to_itself_or_to_the_nameless() -> None:
    nameless = {"name": "neighbours", "country": None, "kind": "group"}
    assert tie([event("diplomacy.meet", [CHAD, CHAD, nameless])]) == []


def test_bodies_count_for_their_state_where_states_are_asked_for() -> None:
    body = {"name": "Chad's army", "country": "TCD", "kind": "force"}
    (one,) = tie([event("diplomacy.meet", [body, MALI])], states=True)
    assert (one.left, one.right) == ("MLI", "TCD")


def test_roles_are_counted_under_any_name() -> None:
    events = [event("diplomacy.meet", [CHAD, MALI]), event("statement.praise", [MALI], [CHAD])]
    assert count_roles(events, {"TCD"}) == [("does it", 1), ("it is done to", 1)]


def body(number: int) -> dict[str, Any]:
    return {"name": f"Body {number}", "country": None, "kind": "organisation"}


def test_ties_around_one_are_those_of_all_in_which_it_stands() -> None:
    crowd = [body(number) for number in range(5)]
    events = [
        event("diplomacy.meet", [CHAD, *crowd[:2]], [MALI, crowd[2]]),
        event("military.attack", [MALI, crowd[3]], [CHAD, NIGER]),
        event("diplomacy.meet", crowd),
    ]
    for own in ({"TCD"}, {"Body 1", "MLI"}, {"nobody"}):
        whole = [one for one in tie(events) if own & {one.left, one.right}]
        assert tie(events, around=own) == whole


def test_of_a_crowd_those_of_most_events_are_tied() -> None:
    crowd = event("diplomacy.meet", [body(number) for number in range(2 * MOST_NAMES)])
    events = [
        crowd,
        event("diplomacy.meet", [CHAD, body(2 * MOST_NAMES - 1)]),
        event("diplomacy.meet", [CHAD]),
    ]
    names = rank_names(events)
    assert names[:2] == [f"Body {2 * MOST_NAMES - 1}", "TCD"]
    assert len(names) == 2 * MOST_NAMES + 1
    kept = set(names[:MOST_NAMES])
    ties = tie(events, among=kept)
    assert ties == [one for one in tie(events) if {one.left, one.right} <= kept]
    # Of the crowd all who are kept but Chad, who was not in it.
    assert len(ties) == (MOST_NAMES - 1) * (MOST_NAMES - 2) // 2 + 1
