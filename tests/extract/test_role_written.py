"""Whom an act is done to where only a common noun tells it."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def recipients(text: str, kind: str) -> list[str]:
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert claims, text
    return [a.name for a in claims[0].roles.recipients]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Rebels attacked an army post at dawn.", "military.attack", ["army post"]),
        ("The gunmen fired on ambulances in the square.", "military.attack", ["ambulances"]),
        (
            "A car bomb exploded outside a court building in Lagos.",
            "military.attack",
            ["court building"],
        ),
        ("Militants captured dozens of villages on Monday.", "military.capture", ["villages"]),
        ("The regime has killed more than 6,000 gays.", "harm.kill", ["gays"]),
        ("Monks urged the world not to forget the war.", "request.action", ["world"]),
    ],
)
def test_who_is_acted_on_is_given_by_its_own_words(text, kind, names):
    assert recipients(text, kind) == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The governor urged patience on Monday.", "request.action"),
        ("Rebels fired rockets on Monday.", "military.attack"),
        ("Norway backed the plan on Monday.", "statement.support"),
        ("The senator wanted to see more proof.", "request.action"),
    ],
)
def test_texts_weapons_and_what_is_asked_for_are_nobody(text, kind):
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert not [a for c in claims for a in c.roles.recipients]


def test_who_comes_under_attack_is_attacked() -> None:
    text = "The Norwegian troops came under attack from rebels."
    assert recipients(text, "military.attack") == ["Norwegian troops"]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        (
            "Jets struck a hospital, two schools and a market.",
            "military.attack",
            ["hospital", "schools", "market"],
        ),
        (
            "Mobs stormed several churches and police stations in Cairo.",
            "unrest.riot",
            ["churches", "police stations"],
        ),
        ("Police did not shoot the man and no arrests have been made.", "harm.kill", ["man"]),
    ],
)
def test_all_of_a_row_are_acted_on(text, kind, names):
    assert recipients(text, kind) == names
