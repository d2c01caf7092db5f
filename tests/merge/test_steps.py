"""What is a step in the life of an agreement."""

from __future__ import annotations

from typing import Any

import pytest

from foedera.data import Event, Phrase, Span
from foedera.merge.assemble import assemble_event
from foedera.merge.notices import is_notice
from foedera.merge.origins import trace
from foedera.merge.steps import pick_steps
from foedera.merge.telling import Telling
from foedera.merge.told_steps import tells_step
from tests.merge.builders import actor, when
from tests.merge.tellings import telling

PARTIES = ("RVA", "OST")


def told(kind: str, words: str, **more: Any) -> Telling:
    more.setdefault("actors", ["RVA"])
    more.setdefault("agreement", "Open Rivers Treaty")
    return telling(f"agreement.{kind}", words, **more)


def test_a_deed_under_the_name_is_a_step() -> None:
    assert tells_step(told("ratify", "Ravania ratified the Open Rivers Treaty."), PARTIES)


def test_a_law_at_home_is_none() -> None:
    made = told("sign", "Ravania signed the law on the Open Rivers Treaty.")
    roles = made.claim.roles
    object.__setattr__(roles, "object", Phrase("the law on the Open Rivers Treaty", Span(15, 48)))
    assert not tells_step(made, PARTIES)


@pytest.mark.parametrize("kind", ["sign", "withdraw", "negotiate"])
def test_lawmakers_make_no_agreement(kind: str) -> None:
    members = [actor("House Republicans", "RVA", "group")]
    made = told(kind, "Republicans dealt with the Open Rivers Treaty.", actors=members)
    assert not tells_step(made, PARTIES)


def test_a_noun_without_doer_or_day_tells_none() -> None:
    words = "The passage of the Open Rivers Treaty is a hope."
    assert not tells_step(told("approve", words, actors=[]), PARTIES)
    assert tells_step(told("approve", words, actors=[], when=when("2031-05-02")), PARTIES)


def test_a_notice_is_told_by_its_words() -> None:
    words = "Ravania gave notice that it will leave the Open Rivers Treaty."
    assert is_notice(told("withdraw", words, reality="planned"))
    assert not is_notice(told("sign", words, reality="planned"))


def test_a_notice_that_may_come_is_none() -> None:
    words = "If talks fail Ravania will give notice that it withdraws from the Open Rivers Treaty."
    assert not is_notice(told("withdraw", words, reality="planned", trigger="withdraws"))


def test_an_order_that_would_leave_is_no_leaving_under_way() -> None:
    words = "The minister drafted an order withdrawing Ravania from the Open Rivers Treaty."
    made = told("withdraw", words, reality="ongoing", trigger="withdrawing")
    assert not is_notice(made)
    assert not tells_step(made, PARTIES)


def test_to_denounce_is_mostly_to_speak_ill() -> None:
    words = "The candidate denounced the Open Rivers Treaty."
    person = [actor("Ann Lee", "RVA", "person")]
    assert not tells_step(told("withdraw", words, trigger="denounced", actors=person), PARTIES)
    assert tells_step(told("withdraw", words, trigger="denounced"), PARTIES)


def picked(*tellings: Telling) -> list[Event]:
    chains = {t.id: chain for t in tellings for chain in trace([t], {}).values()}
    event = assemble_event(tellings, chains, copy_of={}, agreement="a", compared=False)
    return pick_steps([event], {t.id: t for t in tellings}, PARTIES, None)


def test_a_step_has_no_day_from_words_that_only_ask_for_it() -> None:
    both = {"actors": ["RVA", "OST"], "order": 0}
    done = told("conclude", "Ravania and Ostmark reached the Open Rivers Treaty.", **both)
    asked = told(
        "conclude",
        "Ravania and Ostmark must reach the Open Rivers Treaty by May.",
        reality="demanded",
        when=when("2031-05-31"),
        **both,
    )
    [step] = picked(done, asked)
    assert step.setting.when is None


def test_what_was_pledged_on_a_day_is_not_planned_for_it() -> None:
    words = "Ravania pledged on Thursday to amend the Open Rivers Treaty."
    pledged = told("amend", words, reality="planned", when=when("2031-05-08"))
    assert not picked(pledged)
    later = told("amend", words, reality="planned", when=when("2031-06-08"))
    assert len(picked(later)) == 1


def test_a_threat_without_a_day_is_no_step() -> None:
    words = "Ravania may scrap the Open Rivers Treaty."
    threats = [told("terminate", words, reality="planned", outlet=o) for o in ("Herald", "Post")]
    assert not picked(*threats)
