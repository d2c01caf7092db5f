"""What texts are told to say of their own life, out of several tellings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from foedera.data import Delay, Span, Term, TermKind
from foedera.merge.status import status_on
from foedera.merge.summary import life_of
from foedera.merge.telling import Telling
from foedera.merge.terms import particulars_of, terms_of
from tests.merge.tellings import telling


def told(words: str, /, *terms: tuple[TermKind, str], kind: str = "agreement.provide") -> Telling:
    made = telling(kind, words, agreement="Open Rivers Treaty")
    held = tuple(Term(name, value, words, Span(0, len(words))) for name, value in terms)
    setting = replace(made.claim.setting, terms=held)
    return replace(made, claim=replace(made.claim, setting=setting))


def test_a_number_of_consents_and_a_delay_are_the_conditions_of_entry() -> None:
    terms = terms_of([told("It needs six.", ("entry-count", "6"), ("entry-delay", "P60D"))])
    assert (terms.entry.by, terms.entry.count) == ("consents", 6)
    assert terms.entry.delay == terms.joins == Delay(days=60)


def test_a_number_without_its_delay_leaves_the_entry_to_a_telling() -> None:
    assert terms_of([told("It needs six.", ("entry-count", "6"))]).entry.by == "act"


def test_days_counted_from_something_else_are_no_delay() -> None:
    made = [
        told("It needs six.", ("entry-count", "6"), ("entry-delay", "P60D")),
        told("It starts three weeks after the vote.", ("entry-delay", "P3W")),
        told("It starts three weeks after the speech.", ("entry-delay", "P3W")),
    ]
    assert terms_of(made).entry.delay == Delay(days=60)
    assert terms_of(made[1:]).entry.delay is None


def test_the_value_told_by_most_holds_and_none_where_equally_many_differ() -> None:
    half = told("It is left in six months.", ("notice", "P6M"))
    year = told("It is left in a year.", ("notice", "P1Y"))
    again = told("A year's notice is needed.", ("notice", "P12M"))
    assert terms_of([half, year, again]).notice == Delay(months=12)
    assert terms_of([half, year]).notice is None


@pytest.mark.parametrize("value", ["P10Y", "unlimited"])
def test_no_joiner_waits_for_years(value: str) -> None:
    assert terms_of([told("It will bind.", ("joins", value))]).joins is None


def test_an_act_keeps_the_how_manieth_it_is_and_its_new_end() -> None:
    kind = "agreement.ratify"
    sixth = told("It was the sixth to ratify.", ("count", "6"), kind=kind)
    until = told("It was extended to 2036.", ("until", "2036-02-05"), kind="agreement.extend")
    assert particulars_of([sixth]).count == 6
    assert particulars_of([until]).until == "2036-02-05"


def test_an_agreement_cached_before_terms_were_read_still_has_a_life() -> None:
    act = {"kind": "agreement.sign", "day": "2031-03-04", "by": ["OST", "RVA"], "claims": ["c1"]}
    cached = {"acts": [act], "parties": ["OST", "RVA"], "kind": "bilateral treaty"}
    life = life_of({**cached, "binding": "yes"})
    assert status_on(life, "2031-03-05").status == "signed"
