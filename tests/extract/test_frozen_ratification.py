"""What is frozen has not been done; a year behind what is only a date dates that alone."""

import pytest

from foedera.data import Claim
from foedera.extract.extractor import Extractor
from tests.reading import read_all


def claim(text: str, kind: str) -> Claim:
    return next(c for c in read_all([text], Extractor())[0].claims if c.kind == kind)


@pytest.mark.parametrize("verb", ["has frozen", "suspended", "paused"])
def test_a_ratification_that_is_frozen_is_not_done(verb: str) -> None:
    told = claim(f"Peru {verb} the ratification of the treaty.", "agreement.ratify")
    assert told.voice.reality == "not-happened"


def test_talks_that_are_paused_took_place() -> None:
    told = claim(
        "Peru has paused negotiations with Chile on the lake treaty.", "agreement.negotiate"
    )
    assert told.voice.reality == "happened"


def test_the_year_of_an_exit_is_not_that_of_another() -> None:
    told = claim("Peru quit the treaty after the Chilean exit in 2020.", "agreement.withdraw")
    assert told.setting.when is None
    told = claim("Peru quit the treaty in 2021 after the Chilean exit.", "agreement.withdraw")
    assert told.setting.when is not None
