"""Who does what nobody is named for, read from reports of invented agreements."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from foedera.data import Roles, Span
from foedera.merge.doers import with_doers
from foedera.merge.parties import states_of
from foedera.merge.telling import Telling
from tests.merge.builders import actor, when
from tests.merge.test_acts import told

TEXT = "Three countries signed the treaty. It groups Ravania, Ostmark and Luria."


def of_one_report(*tellings: Telling) -> list[Telling]:
    """Let tellings stand in one report, in this order."""
    first = tellings[0].source
    return [replace(t, source=first, order=order) for order, t in enumerate(tellings)]


def test_a_crowd_is_those_whom_its_report_lists_as_members() -> None:
    crowd = told("sign", "Three countries signed the treaty.", trigger="signed")
    members = told("describe", TEXT, trigger="groups", actors=["RVA", "OST", "LUR"],
                   reality="ongoing")  # fmt: skip
    signed, _ = with_doers(of_one_report(crowd, members))
    assert states_of(signed) == {"RVA", "OST", "LUR"}


def test_a_noun_for_a_state_means_the_one_that_acts_before_it() -> None:
    others = told("sign", "Ostmark signed it.", actors=["OST"])
    first = told("ratify", "Ravania ratified it.", actors=["RVA"])
    stand_in = told(
        "sign",
        "The island state, which signed in May, was glad.",
        trigger="signed",
        actors=[actor("island state", None, "group")],
        when=when("2031-05-01"),
    )
    *_, meant = with_doers(of_one_report(others, first, stand_in))
    assert states_of(meant) == {"RVA"}


def one(kind: str, words: str, **more: Any) -> Telling:
    return told(kind, words, trigger=more.pop("trigger"), actors=["RVA"], **more)


def test_an_act_that_names_no_text_is_vouched_for_by_one_that_does() -> None:
    joined = replace(
        one("accede", "Ravania joined on 3 May.", trigger="joined", when=when("2031-05-03")),
        own=False,
    )
    named = told("sign", "Ostmark signed the treaty.", trigger="signed", actors=["OST"])
    vouched, _ = with_doers(of_one_report(joined, named))
    assert vouched.own
    alone, _ = with_doers(of_one_report(joined, replace(named, own=False)))
    assert not alone.own


def test_a_pact_that_runs_out_was_ended_by_nobody_who_stands_elsewhere() -> None:
    ended = one("expire", "Since the truce expired on Friday, guns fired.", trigger="expired")
    far = replace(ended.claim.roles.actors[0], span=Span(300, 307))
    ended = replace(ended, claim=replace(ended.claim, roles=Roles((far,), (), ())))
    [meant, _] = with_doers(of_one_report(ended, one("sign", "They signed.", trigger="signed")))
    assert states_of(meant) == frozenset()


def test_a_lawmaker_told_before_does_not_act_for_his_state() -> None:
    senator = told("approve", "A senator backed it.", trigger="backed",
                   actors=[actor("Senate leader", "OST", "group")])  # fmt: skip
    left = told("withdraw", "The land left the treaty.", trigger="left", when=when("2031-05-02"))
    _, meant, _ = with_doers(of_one_report(senator, left, one("ratify", "It did.", trigger="did")))
    assert states_of(meant) == {"RVA"}
