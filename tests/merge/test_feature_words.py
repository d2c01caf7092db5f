"""How two tellings are worded: one text twice, rare words of their own, both at the top."""

from __future__ import annotations

from foedera.merge import feature_words
from foedera.merge.near import Near
from tests.merge.tellings import telling

NEAR = Near()
SIDES = {"actors": ["RVA"], "recipients": ["OST"]}
RAID = "Ravania raided the Radisson at Velm."


def test_one_text_printed_by_two_outlets_is_told_once() -> None:
    one, two = (telling("military.attack", RAID, outlet=o, **SIDES) for o in ("Herald", "Courier"))
    other = telling("military.attack", "Ravania raided a ferry at Ulm.", outlet="Gazette", **SIDES)
    assert feature_words.one_text(one, two, NEAR) is not None
    assert feature_words.one_text(one, other, NEAR) is None
    assert feature_words.one_text(one, one, NEAR) is None


def test_a_rare_word_tells_which_unless_it_names_a_party_or_a_day() -> None:
    words = ("Ravania's Tuesday raid on the Radisson failed.", "It took the Radisson on Tuesday.")
    one, two = (telling("coercion.seize", said, **SIDES) for said in words)
    far = telling("coercion.seize", "Ravania's Tuesday raid on a ferry failed.", **SIDES)
    assert one.telltale == {"radisson"}
    found = feature_words.rare_words(one, two, NEAR)
    assert found is not None
    assert "radisson" in found.note
    assert feature_words.rare_words(one, far, NEAR) is None


def test_a_rare_word_does_not_tell_which_of_many_meetings() -> None:
    words = ("They met at the Radisson.", "At the Radisson envoys spoke.")
    one, two = (telling("diplomacy.meet", said, **SIDES) for said in words)
    assert one.telltale & two.telltale
    assert feature_words.rare_words(one, two, NEAR) is None


def test_two_reports_of_the_same_days_that_open_with_it_are_about_it() -> None:
    one, two = (telling("military.attack", RAID, outlet=o, **SIDES) for o in ("Herald", "Courier"))
    late = telling("military.attack", RAID, outlet="Courier", day="2031-05-20", **SIDES)
    unlike = telling("military.attack", "Shells fell by night.", outlet="Courier", **SIDES)
    assert feature_words.both_at_top(one, two, NEAR) is not None
    assert feature_words.both_at_top(one, late, NEAR) is None
    assert feature_words.both_at_top(one, unlike, NEAR) is None
