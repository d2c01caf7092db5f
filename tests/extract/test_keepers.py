"""Whose jail it is in which somebody is held."""

import pytest

from tests.extract.test_role_pronouns import sides


@pytest.mark.parametrize(
    ("text", "kind", "doers"),
    [
        ("A Peruvian nurse was released from a Chadian jail.", "coercion.release", ["Chad"]),
        ("A Peruvian nurse was released from a jail in Chad.", "coercion.release", ["Chad"]),
        ("Kenya freed a Peruvian nurse from a Chadian jail.", "coercion.release", ["Kenya"]),
        ("A Peruvian nurse was freed from the wreck.", "coercion.release", []),
        ("Two nurses are being held in a Chadian prison.", "coercion.detain", ["Chad"]),
    ],
)
def test_whose_jail_it_is_holds_and_frees(text, kind, doers):
    assert sides(text, kind)[0] == doers
