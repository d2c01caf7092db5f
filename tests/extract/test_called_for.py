"""Whose land it is in which a state of affairs is called for."""

import pytest

from tests.extract.test_role_pronouns import EXTRACTOR, sides
from tests.reading import read_all


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Norway called for sweeping reforms in Chad.", ["Chad"]),
        ("Norway called for a return to civilian rule in Chad.", ["Chad"]),
        ("Norway demanded the rule of law in Chad.", ["Chad"]),
        ("Norway's call for political change in Chad went unheard.", ["Chad"]),
        ("Norway's parliament called for reforms in Oslo.", []),
        ("Norway called for a new bridge in Chad.", []),
    ],
)
def test_what_is_called_for_in_a_land_is_asked_of_it(text, asked):
    assert sides(text, "request.action")[1] == asked


def test_a_base_form_behind_a_name_tells_what_it_is_to_do():
    text = "Kenya insisted that Chad share its maps."
    assert sides(text, "request.action") == (["Kenya"], ["Chad"])


def test_what_many_do_may_be_told_as_it_is():
    text = "Kenya insisted that the two villages share their wells."
    kinds = [claim.kind for claim in read_all([text], EXTRACTOR)[0].claims]
    assert "request.action" not in kinds


def test_one_soldier_does_not_leave_but_is_to():
    text = "Kenya insisted that the last Chadian soldier leave."
    assert sides(text, "request.action")[0] == ["Kenya"]
