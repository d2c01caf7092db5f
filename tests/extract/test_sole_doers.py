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
    ],
    ids=["one doer", "two doers", "from the air"],
)  # fmt: skip
def test_a_deed_that_few_can_do(text, kind, doers):
    (read,) = build_line().run([report_of(text)])
    found = [c for c in read.claims if c.kind == kind]
    last = max(found, key=lambda c: c.passage.trigger.start)
    assert [a.country for a in last.roles.actors] == doers
