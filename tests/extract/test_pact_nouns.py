"""A noun for a pact tells that it was made only where no other act is upon it."""

import pytest

from foedera.pipeline import build_line
from tests.reading import report_of


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The trade agreement between Kenya and Peru surprised markets.", True),
        ("Kenya's parliament approved the trade agreement with Peru.", False),
        ("Kenya withdrew from the trade agreement with Peru.", False),
    ],
    ids=["named by itself", "approved", "left"],
)
def test_a_pact_acted_upon_is_not_made_again(text: str, made: bool) -> None:
    (read,) = build_line().run([report_of(text)])
    assert any(c.kind == "agreement.conclude" for c in read.claims) is made
