"""Who stands in a doer's place and does not do what a noun tells."""

import pytest

from tests.extract.test_role_pronouns import sides


@pytest.mark.parametrize(
    ("text", "kind", "doers", "met"),
    [
        ("Kenya demanded an apology from Peru.", "statement.apologise", ["Peru"], ["Kenya"]),
        ("Kenya demanded an apology.", "statement.apologise", [], ["Kenya"]),
        ("Kenya demanded assurances from Peru that it would leave.", "statement.promise",
         ["Peru"], ["Kenya"]),
        ("Kenya called for support for Peru.", "statement.support", [], ["Peru"]),
        ("Kenya called for the recognition of Peru.", "diplomacy.recognise", [], ["Peru"]),
    ],
)  # fmt: skip
def test_who_demands_an_act_of_words_does_not_do_it(text, kind, doers, met):
    assert sides(text, kind) == (doers, met)


def test_who_calls_for_caution_warns():
    assert sides("Norway called for caution in Oslo.", "statement.warn")[0] == ["Norway"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru's invasion by Kenya shocked Chile.", "military.attack"),
        ("Peru's occupation by Kenya lasted two years.", "military.occupy"),
    ],
)
def test_it_befalls_its_owner_where_by_names_another(text, kind):
    assert sides(text, kind) == (["Kenya"], ["Peru"])
