import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all


def refused(text: str) -> list[set[str | None]]:
    claims = read_all([text], Extractor())[0].claims
    told = [c for c in claims if c.kind == "statement.reject"]
    return [{a.country for a in c.roles.recipients} for c in told]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Chile accused Peru of poisoning the river. Peru rejected the charge.", "CHL"),
        ("Oman blamed Yemen for a raid on a port. Yemen denied the allegation.", "OMN"),
        ("Mali urged Niger to open the road. Niger dismissed the call.", "MLI"),
        ("Qatar annexed two islets on Monday. Bahrain rejected the step.", "QAT"),
    ],
)
def test_a_refusal_answers_who_spoke_asked_or_acted_before(text: str, whose: str):
    assert whose in set().union(*refused(text))


@pytest.mark.parametrize(
    "text",
    [
        "Chile accused Peru of poisoning the river. Peru denied the claim of its own miners.",
        "Chile accused Peru of poisoning the river. Chile rejected the report.",
        "Chile accused Peru of lying. Bolivia rejected a plan for a canal.",
        "Peru denied the report.",
    ],
)
def test_not_where_it_is_told_whose_it_is_or_nobody_did_it(text: str):
    assert not {"CHL", "PER"} & set().union(*refused(text))
