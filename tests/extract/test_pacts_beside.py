"""One act upon several agreements is told of each."""

import pytest

from foedera.pipeline import build_line
from tests.reading import report_of

TOLD = [
    ("Peru and Chile signed a treaty on extradition and an agreement on river traffic.",
     ["treaty on extradition", "agreement on river traffic"]),
    ("Chad ratified the lake treaty, the cattle pact and the border protocol on Monday.",
     ["lake treaty", "cattle pact", "border protocol"]),
    ("Togo and Benin signed a defence pact along with a tax treaty.",
     ["defence pact", "tax treaty"]),
    ("Togo and Benin signed a border treaty.", ["border treaty"]),
    ("Togo signed a border treaty with Benin.", ["border treaty"]),
    ("Togo and Benin signed a border treaty and opened a bridge.", ["border treaty"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "titles"), TOLD)
def test_each_agreement_of_a_row_has_its_claim(text: str, titles: list[str]) -> None:
    (read,) = build_line().run([report_of(text)])
    acts = [c for c in read.claims if c.kind in ("agreement.sign", "agreement.ratify")]
    assert [c.agreement.title for c in acts if c.agreement] == titles
    assert len({c.id for c in acts}) == len(acts)
    assert len({tuple(a.country for a in c.roles.actors) for c in acts}) == 1
    assert all("pacts_beside.pacts_beside" in c.rule for c in acts[1:])
