"""Weapons told by their own names, in the classes of their sort."""

import pytest

from foedera.extract.noun_classes import class_index
from foedera.lexicons import class_names, load_words


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("hwasong - 18", "test_object"),
        ("hwasong-18", "missile"),
        ("su-34", "aircraft"),
        ("kinzhal", "munition"),
        ("iskanders", "munition"),
        ("s-400", "weapons"),
        ("k9", "weapons"),
    ],
)
def test_a_weapon_by_its_name_has_the_classes_of_its_sort(word, wanted):
    assert wanted in class_index()[word]


def test_what_people_are_called_too_is_a_munition_only_in_the_plural():
    assert "munition" not in class_index().get("fattah", ())
    assert "munition" in class_index()["fattahs"]


def test_every_sort_has_known_classes_and_every_other_name_is_of_a_sort():
    told = load_words("weapon_names")
    assert {c for classes in told["classes"].values() for c in classes} <= class_names()
    named = {name for sort in told["classes"] for name in told[sort]}
    assert set(told["people_too"]) <= named
    assert all(name == name.lower() for name in named)
