"""Who is dealt with for something did it: "bombed Mali over its attack"."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def doers(text: str, kind: str) -> set[str | None]:
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert claims, text
    return {a.country for a in claims[-1].roles.actors}


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        ("Norway bombed Mali over its attack on a fleet.", "military.attack", "MLI"),
        ("Norway imposed sanctions on Chad over its missile tests.", "military.test", "TCD"),
        ("Norway thanked Chad for its help and its support for Mali.", "statement.support", "TCD"),
        ("Norway sent threats against Chad over its missile tests.", "military.test", "TCD"),
        ("Norway opened talks with Chad over its nuclear program.", "military.develop", "TCD"),
        ("Norway pushed Chad into stopping its missile tests.", "military.test", "TCD"),
        ("Norway apologised to Chad for its raid on the port.", "military.attack", "NOR"),
        ("Norway needs Chad for its invasion of Mali.", "military.incursion", "NOR"),
    ],
)
def test_whose_what_is_told_as_a_reason_is(text: str, kind: str, doer: str) -> None:
    assert doers(text, kind) == {doer}
