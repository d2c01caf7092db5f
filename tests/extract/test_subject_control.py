import pytest

from tests.extract.test_role_pronouns import sides


@pytest.mark.parametrize(
    ("text", "kind", "doers"),
    [
        ("Norway brought pressure on Peru to recognise the new government of Chad.",
         "diplomacy.recognise", ["Peru"]),
        ("The Peruvian president was lobbying senators on Thursday to reject the treaty.",
         "agreement.reject", ["senators"]),
        ("Mali welcomed the request to land but denied Chad permission to refuel.",
         "statement.reject", ["Mali"]),
        ("Norway said that Peru was committed to freeing two Chilean pilots.",
         "coercion.release", ["Peru"]),
    ],
)  # fmt: skip
def test_who_is_made_to_act_does_it(text, kind, doers):
    assert sides(text, kind)[0] == doers
