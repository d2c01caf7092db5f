"""Who are the parties of an act of an agreement, beside those that its words name."""

from foedera.extract.extractor import Extractor
from tests.reading import read_all


def test_who_signs_with_an_officer_of_a_state_signs_too() -> None:
    [read] = read_all(["Jimmy Carter and Oren Talvik signed the accords."], Extractor())
    [claim] = [c for c in read.claims if c.kind == "agreement.sign"]
    assert [a.name for a in claim.roles.actors] == ["Jimmy Carter", "Oren Talvik"]
