"""A bare verb behind a demand tells what is asked for."""

import pytest

from tests.reading import analyser, report_of


@pytest.mark.parametrize("asking", ["demand", "appeal", "insistence", "request"])
def test_a_bare_verb_behind_a_demand_is_asked_for(asking: str) -> None:
    text = f"Togo ignored Ghana's {asking} that it free the crew."
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    at = s.words.index("free")
    assert (s.tags[at], s.deps[at], s.words[s.heads[at]]) == ("VB", "acl", asking)


def test_what_many_do_stays_told() -> None:
    text = "Togo ignored the calls that ministers make every day."
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    assert s.tags[s.words.index("make")] == "VBP"
