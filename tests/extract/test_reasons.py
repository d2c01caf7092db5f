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
        ("Norway delivered a rebuke to Chad for its support of Mali.", "statement.support", "TCD"),
        ("Norway opened talks with Chad over its nuclear program.", "military.develop", "TCD"),
        ("Norway pushed Chad into stopping its missile tests.", "military.test", "TCD"),
        ("Norway apologised to Chad for its raid on the port.", "military.attack", "NOR"),
        ("Norway needs Chad for its invasion of Mali.", "military.incursion", "NOR"),
    ],
)
def test_whose_what_is_told_as_a_reason_is(text: str, kind: str, doer: str) -> None:
    assert doers(text, kind) == {doer}


@pytest.mark.parametrize(
    ("text", "kind", "whose"),
    [
        ("Norway criticised Chad for arresting its fishermen.", "coercion.detain", "NOR"),
        ("Norway blamed Chad for the attack on its ship.", "military.attack", "NOR"),
        ("Norway condemned Chad for killing its people.", "harm.kill", "TCD"),
    ],
)
def test_whom_a_deed_is_done_to_is_not_the_doers_by_that(text: str, kind: str, whose: str) -> None:
    [claim] = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert {a.country for a in claim.roles.recipients} == {whose}


def test_what_is_put_into_a_deed_does_not_do_it() -> None:
    assert doers("Norway put money into training Malian troops.", "military.train") == {"NOR"}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The Security Council accused Chad of lying and said its missile tests went on.", "TCD"),
        ("The bloc met Chad and said its missile tests went on.", None),
        ("Peru accused Chad of lying and said its missile tests would go on.", "PER"),
    ],
)
def test_a_body_that_blames_a_state_tells_of_its_arming(text: str, doer: str | None) -> None:
    assert doers(text, "military.test") == {doer}
