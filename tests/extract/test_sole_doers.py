"""Who alone is told to test missiles or to strike from the air does so where nobody is named."""

import pytest

from foedera.pipeline import build_line
from tests.reading import report_of

TESTS = "Iran tested a ballistic missile on Monday. "
STRIKES = "Chad launched airstrikes on a camp on Monday. "


@pytest.mark.parametrize(
    ("text", "kind", "doers"),
    [
        (TESTS + "Analysts fear another missile test.", "military.test", ["IRN"]),
        (TESTS + "Niger has tested a missile too. Analysts fear another missile test.",
         "military.test", []),
        (STRIKES + "The airstrikes went on overnight.", "military.attack", ["TCD"]),
        (STRIKES + "Niger shelled a town. Reporters saw two drone strikes.", "military.attack",
         ["TCD"]),
        (STRIKES + "Niger launched airstrikes on a town. Reporters saw two drone strikes.",
         "military.attack", []),
        (STRIKES + "Officials praised the drone strikes on Chad.", "military.attack", []),
    ],
    ids=["one doer", "two doers", "from the air", "alone from the air", "two from the air",
         "on the doer"],
)  # fmt: skip
def test_a_deed_that_few_can_do(text, kind, doers):
    (read,) = build_line().run([report_of(text)])
    found = [c for c in read.claims if c.kind == kind]
    last = max(found, key=lambda c: c.passage.trigger.start)
    assert [a.country for a in last.roles.actors] == doers
