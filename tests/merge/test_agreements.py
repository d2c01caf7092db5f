"""Whether an agreement is one of two, and whose: as its tellings have it."""

from dataclasses import replace
from datetime import date

import pytest

from foedera.data import Span, Title
from foedera.merge.agreements import assemble_agreement, is_bilateral, near_days
from foedera.merge.assemble import assemble_event
from foedera.merge.origins import Chain
from foedera.merge.telling import Telling, source_of, tell
from tests.merge.builders import actor, claim, report, when


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


@pytest.mark.parametrize(
    ("steps", "day", "near"),
    [
        ([], "2031-05-08", True),
        (["2029-01-01", "2031-06-01"], "2031-05-08", True),
        (["2029-01-01", "2032-07-01"], "2031-05-08", False),
        (["2032-06-11"], "2031-05-08", True),
        (["2032-06-12"], "2031-05-08", False),
        (["2029-01-01"], None, True),
    ],
)
def test_conduct_stands_within_four_hundred_days_of_a_step(
    steps: list[str], day: str | None, near: bool
) -> None:
    source = report("Peru helped Chile.", outlet="Herald", day="2031-05-08")
    helped = claim(source, "Peru helped Chile.", "cooperation.aid", when=when(day))
    told = tell(helped, source_of(source), source.text, 0)
    act = assemble_event([told], {told.id: Chain("Herald", ())}, copy_of={})
    assert near_days(act, [date.fromisoformat(step).toordinal() for step in steps]) is near


def test_a_name_told_beside_it_is_no_title_of_an_agreement_that_the_world_names() -> None:
    words = "Obama defended the TTIP as the TPP was left."
    source = report(words, outlet="Herald", day="2016-05-08")
    one = claim(source, words, "statement.support", actors=[actor("Obama", "USA", "person")])
    one = replace(one, agreement=Title("TTIP", Span(19, 23)))
    telling = tell(one, source_of(source), words, 0, names=("TTIP", "TPP"))
    titles = assemble_agreement([telling], [], []).titles
    assert titles == ("Transatlantic Trade and Investment Partnership", "TTIP")
