"""A people that lives in several states is of the one with which its report tells of it."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def receivers(text: str) -> set[str | None]:
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == "transfer.arms"]
    assert claims, text
    return {a.country for a in claims[-1].roles.recipients}


@pytest.mark.parametrize(
    ("before", "state"),
    [
        ("Iraqi Kurds held a feast.", "IRQ"),
        ("A school was built for Kurds in northern Syria.", "SYR"),
        ("Turkey's Kurdish towns were calm.", "TUR"),
        ("The Peshmerga held a parade.", "IRQ"),
        ("Kurds in Turkey, Syria and Iraq kept the feast.", None),
        ("The feast was kept.", None),
        ("Turkey scolded Kurdish mayors.", None),
    ],
)
def test_of_the_state_it_is_told_with(before: str, state: str | None) -> None:
    assert receivers(f"{before} Norway sent weapons to Kurdish forces.") == {state}


def test_of_the_land_of_force_where_it_is_told_with_none() -> None:
    text = "A bomb killed two shepherds in Syria. Norway sent weapons to the Kurds."
    assert receivers(text) == {"SYR"}
    assert receivers(text.replace("Syria", "Peru")) == {None}
