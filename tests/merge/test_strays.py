"""Claims beside an agreement's name that are about another one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from foedera.data import Phrase, Span
from foedera.merge.known import known_agreements
from foedera.merge.making import is_private
from foedera.merge.spoken import NamedAs
from foedera.merge.strays import (
    is_in_passing,
    is_of_its_object,
    is_rival,
    is_stray,
    is_vague,
    of_one_making,
)
from foedera.merge.telling import Telling
from tests.merge.builders import actor, when
from tests.merge.tellings import telling


def by(*countries: str) -> list[Any]:
    return [actor(f"ministers of {code}", code, "group") for code in countries]


def told(kind: str, words: str, countries: str, **more: Any) -> Telling:
    more.setdefault("day", "2015-05-08")
    return telling(f"agreement.{kind}", words, actors=by(*countries.split()), **more)


def stray(known: str, made: Telling, *, rivalled: bool = False) -> bool:
    return is_stray(made, known_agreements()[known], rivalled=rivalled)


@pytest.mark.parametrize(
    ("countries", "expected"), [("RUS USA", False), ("USA IRN", True), ("IRN", True)]
)
def test_talks_without_a_name_are_of_those_who_talk(countries: str, expected: bool) -> None:
    made = told("negotiate", "They are in talks.", countries, day="2010-01-08")
    assert stray("new_start", made) == expected


def test_nobody_negotiates_without_a_name_what_was_signed_long_ago() -> None:
    assert stray("new_start", told("negotiate", "They are in talks.", "RUS USA"))
    assert not stray(
        "new_start", told("negotiate", "They were in talks.", "RUS USA", when=when("2009-05-08"))
    )


def test_two_sides_who_are_no_members_have_another_agreement() -> None:
    made = told("conclude", "They made it.", "RUS USA", agreement="New START", day="2010-05-08")
    object.__setattr__(made, "naming", NamedAs(sides=frozenset(("PER", "CHL"))))
    assert stray("new_start", made)


def test_what_lies_outside_the_days_of_a_description_is_another() -> None:
    words = "Israel and the Palestinians signed a peace deal."
    dated = {"agreement": "peace deal", "when": when("1998-10-01")}
    assert stray("isr_pse_final", told("sign", words, "ISR PSE", **dated))
    assert not stray("isr_pse_final", told("sign", words, "ISR PSE", agreement="peace deal"))


def test_states_do_not_sign_between_themselves_what_they_signed_long_before() -> None:
    words = "Japan signed the defense pact."
    dated = {"agreement": "defense pact", "when": when("2015-04-28")}
    assert stray("us_japan", told("sign", words, "JPN", **dated))


def test_a_treaty_of_the_whole_world_is_not_the_deal_beside_another() -> None:
    made = told("breach", "Iran broke the deal.", "IRN", agreement="deal")
    object.__setattr__(made, "naming", NamedAs(bare=True, written="deal"))
    assert stray("npt", made, rivalled=True)
    assert not stray("npt", made)
    assert not stray("jcpoa", made, rivalled=True)


def test_a_deal_and_what_is_no_treaty_are_rivals() -> None:
    assert is_rival("jcpoa", "nuclear deal")
    assert is_rival(None, "trade deal")
    assert not is_rival(None, "deal")
    assert not is_rival("npt", "Non-Proliferation Treaty")


def called(made: Telling, **how: Any) -> Telling:
    object.__setattr__(made, "naming", NamedAs(**how))
    return made


def test_a_deal_told_of_years_after_is_another_one() -> None:
    made = told("comply", "Iran keeps a deal.", "IRN", agreement="Non-Proliferation Treaty")
    assert stray("npt", called(made, written="deal", indefinite=True))
    assert not stray("npt", called(made, written="npt"))
    assert not stray("jcpoa", called(made, written="nuclear deal", indefinite=True))


def test_several_agreements_are_not_the_one() -> None:
    made = told("describe", "Free trade agreements bring jobs.", "USA", agreement="NAFTA")
    assert stray("nafta", called(made, written="free trade agreements"))


def test_a_purchase_from_a_firm_is_no_agreement_of_states() -> None:
    firm = [*by("IRN"), actor("French company", "FRA", "organisation")]
    assert is_private([telling("agreement.sign", "They signed a gas deal.", actors=firm)])


def test_a_pact_of_two_parties_of_one_state_is_private() -> None:
    assert is_private([told("sign", "They signed the pact.", "ESP ESP")])
    assert not is_private([told("sign", "They signed the pact.", "ESP FRA")])


def test_a_trade_deal_that_nobody_made_is_none() -> None:
    wanted = told("conclude", "It wants a trade deal.", "USA", agreement="trade deal")
    assert is_vague([called(wanted, written="trade deal", indefinite=True)])
    both = told("conclude", "They made a trade deal.", "USA CHN", agreement="trade deal")
    assert not is_vague([called(both, written="trade deal", indefinite=True)])
    dated = told(
        "conclude", "They made it.", "USA CHN", agreement="trade deal", when=when("2015-05-02")
    )
    assert not is_vague([called(dated, written="trade deal", indefinite=True)])


def test_a_stage_made_while_the_words_meant_it_is_no_other_stage() -> None:
    named = {"agreement": "nuclear deal", "day": "2014-01-13"}
    first = told("conclude", "They reached it.", "IRN", when=when("2013-11-24"), **named)
    last = told("conclude", "They reached it.", "IRN", when=when("2015-07-14"), **named)
    assert stray("jcpoa", first)
    assert not stray("jcpoa", last)


def test_the_deal_made_years_after_a_plan_is_another() -> None:
    made = told(
        "conclude", "That deal was made.", "IRN", agreement="Joint Plan of Action",
        when=when("2015-04-02"),
    )  # fmt: skip
    assert stray("jpoa", called(made, written="deal", bare=True))


def test_words_before_a_name_may_mean_another() -> None:
    made = told("comply", "They keep it.", "IRN", agreement="nuclear deal")
    assert stray("jcpoa", called(made, written="deal", called=frozenset(("interim",))))
    assert stray("jcpoa", called(made, written="interim deal"))
    assert not stray("jcpoa", called(made, written="deal", called=frozenset(("new",))))


def test_a_pact_signed_this_week_is_none_of_long_ago() -> None:
    made = told("comply", "They keep it.", "JPN", agreement="defense pact")
    assert stray("us_japan", called(made, written="defense pact", fresh=True))
    assert not stray("us_japan", called(made, written="defense pact"))


def test_a_deal_about_a_state_that_is_no_member_is_of_others() -> None:
    made = told("provide", "It limits the fleet.", "", agreement="New START")
    assert stray("new_start", called(made, bare=True, written="deal", topic="peru s old fleet"))
    assert not stray("new_start", called(made, bare=True, written="deal", topic="the old fleet"))


def test_the_accord_among_a_crowd_of_others_is_no_treaty_of_two() -> None:
    made = told("approve", "They back the accord.", "", agreement="New START")
    many = frozenset(("PER", "CHL", "FRA", "DEU", "USA"))
    assert stray("new_start", called(made, bare=True, written="accord", beside=many))


def with_object(made: Telling, words: str) -> Telling:
    """Let a claim that hangs on a name told before have an object of its own."""
    claim = replace(made.claim, roles=replace(made.claim.roles, object=Phrase(words, Span(90, 99))))
    return replace(made, claim=claim, own=False)


def test_a_claim_without_the_name_is_about_its_object() -> None:
    made = told("sign", "They signed it.", "PER", agreement="Open Rivers Treaty")
    assert is_of_its_object(with_object(made, "the grain agreement"))
    assert is_of_its_object(with_object(made, "a deal"))
    assert not is_of_its_object(with_object(made, "the treaty"))
    assert not is_of_its_object(with_object(made, "the rivers treaty"))
    known = told("sign", "They signed it.", "PER", agreement="Kyoto Protocol")
    assert is_of_its_object(with_object(known, "the Paris climate accord"))
    joined = told("accede", "They joined it.", "PER", agreement="Open Rivers Treaty")
    assert is_of_its_object(with_object(joined, "the World Trade Organization"))


def test_a_deal_described_in_passing_is_none_between_two() -> None:
    one = told("expire", "A deal with Peru may fall.", "PER CHL", agreement="trade deal")
    other = told("reject", "A deal with Chile too.", "PER CHL", agreement="trade deal")
    one = called(one, written="trade deal", sides=frozenset(("PER",)))
    other = called(other, written="trade deal", sides=frozenset(("CHL",)))
    assert is_in_passing([one, other])
    both = called(other, written="trade deal", sides=frozenset(("PER", "CHL")))
    assert not is_in_passing([one, both])
    assert is_in_passing([telling("cooperation.trade", "They trade.", agreement="trade deal")])


def test_deals_of_two_years_under_one_loose_name_are_two() -> None:
    old, new = (
        called(
            told("conclude", "They made it.", "PER CHL", agreement="deal", when=when(day)),
            written="deal",
            bare=True,
        )
        for day in ("2014-05-02", "2015-05-02")
    )
    assert of_one_making([old, new]) == [new]


@pytest.mark.parametrize(("part", "expected"), [("caption", True), ("paragraph", False)])
def test_a_picture_of_weeks_later_shows_another_truce(part: str, expected: bool) -> None:
    made = told(
        "conclude",
        "Crowds celebrate a truce on Tuesday.",
        "ISR",
        agreement="truce",
        day="2014-07-28",
        reality="planned",
        when=when("2014-08-26"),
        part=part,
    )
    assert stray("gaza_2014_july", made) == expected
