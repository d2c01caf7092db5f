"""Places that stand beside another, or are told of what a clause is about."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Kenya withdrew its troops from Orlav in northern Peru.", "military.withdraw", "Orlav"),
        ("Peru tested a rocket at Orlav, on its west coast.", "military.test", "Orlav"),
        ("Rebels attacked a camp at Piura in northern Peru.", "military.attack", "Piura"),
        (
            "Kenyan troops were deployed at Orlav on the border of Peru.",
            "military.deploy", "Orlav",
        ),
        ("The camp that Kenya shelled on Monday was in Lima.", "military.attack", "Lima"),
        ("Peru test-fired a rocket from the Belmora range on Monday.", "military.test", "Belmora"),
        ("Rebels attacked a camp in Kenya's Kitui county.", "military.attack", "Kitui"),
        ("Kenya's king met Peru's president in the capital Lima.", "diplomacy.meet", "Lima"),
        ("Kenya tested a rocket in Lima and not in Quito.", "military.test", "Lima"),
    ],
)  # fmt: skip
def test_places_told_beside_others(text: str, kind: str, place: str) -> None:
    found = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert found, kind
    where = found[0].setting.where
    assert where is not None
    assert where.name.removeprefix("the ") == place.removeprefix("the ")
