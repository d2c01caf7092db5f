"""What is told to be done is asked for, by nobody who tells it."""

import pytest

from foedera.data import Claim
from foedera.pipeline import build_line
from tests.reading import report_of


def claims_of(text: str) -> tuple[Claim, ...]:
    (read,) = build_line().run([report_of(text)])
    return read.claims


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"Close the border with Chile," the minister said.', "coercion.restrict"),
        ('"Please send weapons to Peru," the mayor said.', "transfer.arms"),
        ('Kenya\'s president said: "Close the border with Chile."', "coercion.restrict"),
        ("Withdraw the troops from Chad or face sanctions, Kenya told Peru.", "military.withdraw"),
        ("Impose sanctions on Chile, the lawmakers urged.", "coercion.sanction"),
        ('"Meet the envoys and sign the treaty," she told Chile.', "agreement.sign"),
    ],
)
def test_what_is_ordered_is_demanded(text: str, kind: str) -> None:
    claim = next(c for c in claims_of(text) if c.kind == kind)
    assert claim.voice.reality == "demanded"
    assert not claim.roles.actors


def test_what_is_not_to_be_done_has_not_been_done() -> None:
    claims = claims_of('"Do not attack Chile," Kenya told Peru.')
    claim = next(c for c in claims if c.kind == "military.attack")
    assert (claim.voice.reality, claim.roles.actors) == ("not-happened", ())


@pytest.mark.parametrize(
    "text",
    [
        "See Chad's attack on the ship.",
        "Take Chad's attack on the ship.",
        "Add to that the Chadian attack on Mali.",
        "Remember the Chadian attack on Mali?",
    ],
)
def test_what_a_reader_is_shown_has_happened(text: str) -> None:
    assert {c.voice.reality for c in claims_of(text)} == {"happened"}
