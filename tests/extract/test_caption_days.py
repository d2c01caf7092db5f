"""The day of a picture dates what it shows, not what came before."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()
GALLERY = "Hide Caption 2 of 9 Photos: Lund mourns {told} Hide Caption 3 of 9 Photos: Lund mourns"


def day_of(told: str, kind: str) -> str | None:
    claims = read_all([GALLERY.format(told=told)], EXTRACTOR)[0].claims
    (claim,) = [c for c in claims if c.kind == kind]
    return claim.setting.when.earliest if claim.setting.when else None


@pytest.mark.parametrize(
    ("told", "kind", "day"),
    [
        ("Police arrest a man in Oslo on April 19, 2013.", "coercion.detain", "2013-04-19"),
        (
            "On May 9, 2013, victims of the bombing of the Chilean embassy met.",
            "military.attack",
            None,
        ),
        (
            "Shops reopened on May 9, 2013, after the bombing of the Chilean embassy.",
            "military.attack",
            None,
        ),
    ],
)
def test_the_day_of_a_picture_is_that_of_what_it_shows(told, kind, day):
    assert day_of(told, kind) == day
