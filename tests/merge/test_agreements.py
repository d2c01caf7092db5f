"""Whether an agreement is one of two, and whose: as its tellings have it."""

from dataclasses import replace

import pytest

from foedera.data import Span, Title
from foedera.merge.agreements import is_bilateral
from foedera.merge.telling import Telling, source_of, tell
from tests.merge.builders import actor, claim, report


def told(kind: str, words: str, *states: str) -> Telling:
    source = report(words, outlet="Herald", day="2031-05-08")
    one = claim(source, words, kind, actors=[actor(s.title(), s, "state") for s in states])
    start = words.lower().index("dam treaty")
    title = Title("dam treaty", Span(start, start + len("dam treaty")))
    return tell(replace(one, agreement=title), source_of(source), words, 0)


@pytest.mark.parametrize(
    ("kind", "words", "states", "bilateral"),
    [
        ("agreement.sign", "Peru and Chile signed the dam treaty.", ("PER", "CHL"), True),
        ("agreement.terminate", "Chile ended the dam treaty with Peru.", ("CHL",), True),
        ("agreement.terminate", "Chile Ends Dam Treaty With Peru", ("CHL",), True),
        ("agreement.terminate", "Chile ended the dam treaty.", ("CHL",), False),
        ("agreement.withdraw", "Chile left the dam treaty with Peru and Fiji.", ("CHL",), False),
    ],
)
def test_who_ends_a_treaty_with_another_had_it_with_nobody_else(
    kind: str, words: str, states: tuple[str, ...], bilateral: bool
) -> None:
    assert is_bilateral([told(kind, words, *states)]) is bilateral
