"""Where a claim took place, not where those are whom it is about; and how many it counts."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def _where(text: str, kind: str) -> str | None:
    found = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert found, kind
    where = found[0].setting.where
    return where.name if where else None


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Kenya criticised the war in Peru.", "statement.criticise", None),
        ("Ghana urged the rebels in Lima to leave Kenya.", "request.action", None),
        ("Ghana warned Kenya against strikes in Peru.", "statement.warn", None),
        ("Kenya praised Ghana in Lima.", "statement.praise", "Lima"),
        ("Ghana's king criticised Kenya in a speech in Lima.", "statement.criticise", "Lima"),
        ("Kenya denounced the raid at a meeting in Lima.", "statement.criticise", "Lima"),
        ("Hardliners in Lima rejected the offer of Kenya.", "statement.reject", "Lima"),
        ("Allies in Europe would join Kenya in sanctions on Peru.", "coercion.sanction", None),
        ("Kenyan jets struck rebels in Peru.", "military.attack", "Peru"),
        ("A Kenyan raid in Peru killed nine farmers.", "harm.kill", "Peru"),
        ("Nine Kenyan soldiers were killed when a bomb hit a market in Peru.", "harm.kill", "Peru"),
    ],
)
def test_where(text: str, kind: str, place: str | None) -> None:
    assert _where(text, kind) == place


@pytest.mark.parametrize(
    ("text", "kind", "counts"),
    [
        ("Forty-seven Kenyan soldiers were killed in Peru.", "harm.kill", [47]),
        ("Kenya arrested an 18-year-old man from Peru.", "coercion.detain", []),
        ("The 15-member council of Kenya adopted the pact.", "agreement.approve", []),
    ],
)
def test_counts(text: str, kind: str, counts: list[int]) -> None:
    found = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert found, kind
    assert [q.value for q in found[0].setting.quantities] == counts
