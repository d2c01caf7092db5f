"""A saying without a recipient of its own is aimed by what it says."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def aimed(text: str, kind: str) -> set[str | None]:
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert claims, text
    return {a.country for a in claims[0].roles.recipients}


@pytest.mark.parametrize(
    ("text", "kind", "states"),
    [
        ("Chile complained that Peru had attacked its radars.", "statement.criticise", {"PER"}),
        ("Norway shelled it on Monday, which Finland condemned.", "statement.criticise", {"NOR"}),
        ("Kenya vowed to impose sanctions on Ghana.", "statement.promise", {"GHA"}),
        ("Norway threatened to invade Finland.", "statement.threaten", {"FIN"}),
        ("Oslo refused to extend a fishing deal with Portugal.", "statement.reject", {"PRT"}),
        ("Kenya promised to buy more tea from Ghana.", "statement.promise", {"GHA"}),
        ("Kenya promised to send the smuggler back to Ghana.", "statement.promise", {"GHA"}),
        (
            "Kenya called for the lifting of Ghanaian sanctions on its banks.",
            "request.action",
            {"GHA"},
        ),
    ],
)
def test_content_tells_at_whom(text: str, kind: str, states: set[str]) -> None:
    assert aimed(text, kind) == states


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya condemned the raid and said Ghana sent aid.", "statement.criticise"),
        ("Norway rejected the plan before bombing Finland.", "statement.reject"),
        ("Chile refused to withdraw its soldiers.", "statement.reject"),
        ("Chile denied that it was arming rebels in Peru.", "statement.reject"),
        ("Oslo opposes any move to attack Finland.", "statement.reject"),
        ("Kenya is reluctant to send envoys into Ghana.", "statement.reject"),
    ],
)
def test_what_stands_beside_a_saying_does_not(text: str, kind: str) -> None:
    assert aimed(text, kind) == set()


def test_a_recipient_of_its_own_is_kept() -> None:
    text = "Norway criticised Finland for letting Portugal bomb the port."
    assert aimed(text, "statement.criticise") == {"FIN"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Merkel called for cooperating with Russia.", []),
        ("Merkel called for Russia to leave the island.", ["RUS"]),
    ],
)
def test_what_a_speaker_would_do_with_others_is_not_asked_of_them(
    text: str, asked: list[str]
) -> None:
    assert aimed(text, "request.action") == set(asked)


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("Malians demonstrated in Gao over a murder by a Chadian soldier.", {"TCD"}),
        ("Malians rallied in Gao against the jailing of two sailors by Chad.", {"TCD"}),
        ("Malians demonstrated in Gao during a raid by Chad.", set()),
    ],
)
def test_those_who_march_over_a_deed_march_against_who_did_it(text: str, against: set[str]) -> None:
    assert aimed(text, "unrest.protest") == against
