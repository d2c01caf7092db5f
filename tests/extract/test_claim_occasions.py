"""Days lent by an occasion that was told before; the report's day is 2023-05-10."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Kenya and Peru held a meeting on Monday. At that meeting, Kenya called for the release"
         " of the men.", "request.action", "2023-05-08"),
        ("Kenyan troops attacked Lima on Monday. The attack killed nine Peruvians.",
         "harm.kill", "2023-05-08"),
        ("Kenyan troops attacked Lima on Monday. In the attack, nine Peruvians were killed.",
         "harm.kill", "2023-05-08"),
        ("Kenyan troops attacked Lima on Monday. Nine men were charged in the attack.",
         "legal.charge", None),
        ("Kenyan troops attacked Lima on Monday. In the attack, which went on until Tuesday,"
         " nine Peruvians were killed.", "harm.kill", None),
        ("Kenyan troops attacked Lima on Monday. In an attack, nine Peruvians were killed.",
         "harm.kill", None),
    ],
)  # fmt: skip
def test_what_was_done_at_an_occasion_is_of_its_day(text, kind, day):
    (claim,) = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert (claim.setting.when and claim.setting.when.earliest) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kenya's king shook hands with Peru's president on Monday. The handshake between the"
         " leaders came as they greeted guests.", "2023-05-08"),
        ("Kenya held talks with Peru on Monday. The talks lasted two hours.", "2023-05-08"),
        ("Kenya met Peru on Monday. The meeting between Chad and Norway was short.", None),
    ],
)  # fmt: skip
def test_a_noun_looks_back_at_what_was_told(text, day):
    claim = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == "diplomacy.meet"][-1]
    assert (claim.setting.when and claim.setting.when.earliest) == day
