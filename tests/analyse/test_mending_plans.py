"""A plot is to do what stands right behind it."""

import pytest

from tests.reading import analyser, report_of


@pytest.mark.parametrize("plan", ["plot", "scheme", "conspiracy", "bid"])
def test_what_a_plan_is_for_hangs_on_it(plan: str) -> None:
    text = f"The police of Peru foiled a {plan} to attack the house."
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    at = s.words.index("attack")
    assert (s.words[s.heads[at]], s.deps[at]) == (plan, "acl")


@pytest.mark.parametrize("planning", ["planning", "plotting", "preparing"])
def test_what_one_is_accused_of_planning_hangs_on_the_planning(planning: str) -> None:
    text = f"Kenya accused Uganda of {planning} to storm its embassy."
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    at = s.words.index("storm")
    assert (s.words[s.heads[at]], s.deps[at], s.deps[at - 2]) == (planning, "xcomp", "pcomp")


def test_a_purpose_behind_another_noun_stays_the_verb_s() -> None:
    text = "The police of Peru closed a road to stop the march."
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    assert s.words[s.heads[s.words.index("stop")]] != "plan"
