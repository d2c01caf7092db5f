"""What a speaker does by saying so has the day on which it was said."""

import pytest

from foedera.pipeline import build_line
from tests.reading import report_of


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Kenya said on Monday that it would consider sending troops to Peru.",
         "statement.consider", "Monday"),
        ("Kenya said on Monday that it supported Peru's proposal.", "statement.support", "Monday"),
        ("Kenya said on Monday that it had condemned Peru.", "statement.criticise", None),
        ("Peru said on Monday that Kenya would consider sending troops.",
         "statement.consider", None),
        ("Peru's president said on Monday that Peru was ready to help Kenya.",
         "statement.promise", "Monday"),
        ("Peru's envoy said on Monday that the raid was unacceptable.",
         "statement.criticise", "Monday"),
        ("Peru said on Monday that it could not accept the terms, warning Kenya.",
         "statement.warn", "Monday"),
        ("Peru's envoy met reporters on Monday, saying Peru would consider sending troops.",
         "statement.consider", "Monday"),
    ],
    ids=["a step weighed", "a view held", "of the past", "of another", "of the speaker's state",
         "told by its content", "beside the content", "by another verb's day"],
)  # fmt: skip
def test_a_saying_dates_what_it_does(text, kind, words):
    (read,) = build_line().run([report_of(text)])
    found = [c.setting.when for c in read.claims if c.kind == kind]
    assert [w.words if w else None for w in found] == [words]
