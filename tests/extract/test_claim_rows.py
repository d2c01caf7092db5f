"""What tolls told in a row have in common, and what they count."""

import pytest

from foedera.data import Claim
from foedera.extract.extractor import Extractor
from tests.reading import read_all


def claims(text: str) -> dict[str, Claim]:
    return {c.kind: c for c in read_all([text], Extractor())[0].claims}


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed and 30 wounded in an air strike in Lima on 3 May 2014.",
        "Nine people were killed and 30 others injured when a bomb exploded in Lima on 3 May 2014.",
        "Nine people were killed and 30 were wounded in an air strike in Lima on 3 May 2014.",
    ],
)
def test_the_last_of_a_row_tells_day_and_number_for_all(text: str) -> None:
    found = claims(text)
    killed, hurt = found["harm.kill"], found["harm.injure"]
    assert killed.setting.when is not None
    assert killed.setting.when.earliest == "2014-05-03"
    assert [q.low for q in killed.setting.quantities] == [9]
    assert [q.low for q in hurt.setting.quantities] == [30]


def test_a_day_of_its_own_is_kept() -> None:
    found = claims("Nine people were killed on 1 May 2014 and 30 wounded on 3 May 2014 in Lima.")
    when = found["harm.kill"].setting.when
    assert when is not None
    assert when.earliest == "2014-05-01"


def test_who_is_hurt_does_not_shell() -> None:
    found = claims("Nine civilians were killed and dozens injured in a raid on Lima.")
    assert not found["harm.injure"].roles.actors


def test_whose_people_they_are_each_tells_for_itself() -> None:
    found = claims("Five insurgents were killed and two French soldiers were wounded on Monday.")
    assert [a.country for a in found["harm.injure"].roles.recipients] == ["FRA"]
    assert [a.country for a in found["harm.kill"].roles.recipients] == [None]
