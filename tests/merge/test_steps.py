"""What is a step in the life of an agreement."""

from __future__ import annotations

from typing import Any

import pytest

from foedera.data import Phrase, Span
from foedera.merge.steps import is_notice, tells_step
from foedera.merge.telling import Telling
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
    words = "Ravania will give notice that it leaves the Open Rivers Treaty."
    assert is_notice(told("withdraw", words, reality="planned"))
    assert not is_notice(told("sign", words, reality="planned"))
