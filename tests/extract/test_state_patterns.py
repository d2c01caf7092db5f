"""The expressions of the second reading, and the one that rules most lines out."""

import pytest

from foedera.extract.state_patterns import any_of, patterns

MANNERS = ("own", "of", "after")
LINES = (
    "the talks between @ were held in lima",
    "it rained in lima on sunday",
    "the treaty was signed by @",
    "negotiations of the @ began; nobody was told",
)


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_ruled_out_where_no_expression_stands_in_it(line: str):
    each = any(pattern.search(line) for m in MANNERS for _, pattern in patterns(m))
    assert each == bool(any_of(*MANNERS).search(line))
