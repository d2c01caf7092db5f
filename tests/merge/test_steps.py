"""What is a step in the life of an agreement."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from foedera.data import Event, Phrase, Span, Title
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


def test_a_clause_of_lawmakers_is_no_act_of_the_state_told_elsewhere() -> None:
    words = "Top lawmakers struck a deal on the Open Rivers Treaty."
    assert not tells_step(told("conclude", words), PARTIES)
    assert tells_step(told("conclude", words.replace("lawmakers", "envoys")), PARTIES)


def with_object(made: Telling, words: str, start: int) -> Telling:
    thing = Phrase(words, Span(start, start + len(words)))
    return replace(made, claim=replace(made.claim, roles=replace(made.claim.roles, object=thing)))


def test_a_need_for_a_truce_is_no_truce() -> None:
    words = "They agreed on the need for a truce."
    made = told("conclude", words, actors=["RVA", "OST"], agreement="truce", trigger="agreed")
    at = words.index("truce")
    claim = replace(made.claim, agreement=Title("truce", Span(at, at + 5)))
    made = replace(made, claim=claim)
    assert not tells_step(with_object(made, "the need", 15), PARTIES)
    assert tells_step(with_object(made, "the text", 15), PARTIES)


def test_talks_are_not_of_who_is_named_before_but_of_those_in_their_clause() -> None:
    made = told("negotiate", "Luria is part of the talks on the Open Rivers Treaty.")
    claim = replace(made.claim, rule="frames.noun_frame:agreement.negotiate")
    made = replace(made, claim=claim, naming=replace(made.naming, beside=frozenset(("LUR",))))
    assert not tells_step(made, PARTIES)
    assert tells_step(replace(made, naming=replace(made.naming, beside=frozenset())), PARTIES)


def test_what_two_parties_conclude_on_a_day_is_a_step_without_its_name() -> None:
    both = {"actors": ["RVA", "OST"], "agreement": None}
    made = told("conclude", "They reached an accord.", when=when("2031-05-02"), **both)
    assert tells_step(with_object(made, "an accord", 13), PARTIES)
    assert not tells_step(with_object(made, "a ban on fishing", 13), PARTIES)


def test_a_report_that_tells_a_deed_may_speak_of_it_again() -> None:
    signed = told("withdraw", "Ravania left the Open Rivers Treaty.", when=when("2031-05-08"))
    again = [
        replace(
            told("withdraw", f"The exit {n} from the Open Rivers Treaty is vain.", actors=[]),
            source=signed.source,
        )
        for n in range(2)
    ]
    assert len(picked(signed, *again)) == 1


def _paris(reality: str, words: str, day: str, outlet: str) -> Telling:
    return told("withdraw", words, reality=reality, day=day, outlet=outlet, actors=["RVA"])


def test_a_leaving_that_is_mostly_announced_is_not_told_as_done() -> None:
    going = _paris(
        "ongoing", "He said Ravania was leaving the Open Rivers Treaty.", "2031-06-02", "A"
    )
    object.__setattr__(going, "trigger", frozenset(("leaving",)))
    speaker = actor("Diaz", "RVA", "person")
    voice = replace(going.claim.voice, sources=((speaker,),))
    going = replace(going, claim=replace(going.claim, voice=voice))
    assert is_notice(going)
    ahead = [
        _paris("planned", "The decision to leave the Open Rivers Treaty.", "2031-07-02", outlet)
        for outlet in "BCDE"
    ]
    assert picked(going, ahead[0])
    assert not picked(going, *ahead)


def test_who_only_asks_for_a_signature_tells_no_plan() -> None:
    words = "Ravania {} sign the Open Rivers Treaty."
    asked = told("sign", words.format("must"), reality="demanded")
    meant = told("sign", words.format("will"), reality="planned", outlet="B")
    assert not picked(asked)
    again = told("sign", words.format("will"), reality="planned", outlet="C")
    assert picked(meant, again)
    assert not picked(meant, again, *([asked] * 3))


def test_who_makes_an_agreement_is_whom_half_of_the_reports_name() -> None:
    words, day = "They reached the Open Rivers Treaty on Monday.", when("2031-05-02")
    both = [told("conclude", words, actors=["RVA", "OST"], outlet=o, when=day) for o in "ABC"]
    third = ["RVA", "OST", actor("Peru", "PER", "state")]
    three = told("conclude", words, actors=third, outlet="D", when=day)
    [step] = picked(*both, three)
    assert "PER" not in {a.country for a in step.roles.actors}
    assert len(step.roles.actors) == 2


def test_the_same_day_of_another_year_gives_way_to_what_more_reports_tell() -> None:
    both = {"actors": ["RVA", "OST"], "order": 0}
    words = "Ravania and Ostmark concluded the Open Rivers Treaty."
    days = [("2031-05-08", "Herald"), ("2031-05-08", "Star"), ("2030-05-08", "Post")]
    told_on = [told("conclude", words, when=when(d), outlet=o, **both) for d, o in days]
    chains = {t.id: chain for t in told_on for chain in trace([t], {}).values()}
    events = [
        assemble_event(group, chains, copy_of={}, agreement="a", compared=False)
        for group in (told_on[:2], told_on[2:])
    ]
    [step] = pick_steps(events, {t.id: t for t in told_on}, PARTIES, None)
    assert step.setting.when is not None
    assert step.setting.when.earliest == "2031-05-08"


def test_a_day_before_the_signature_gives_way_to_the_same_day_that_many_tell() -> None:
    both = {"actors": ["RVA", "OST"], "order": 0}
    words = "Ravania and Ostmark concluded the Open Rivers Treaty."
    days = [("2031-05-08", o) for o in ("Herald", "Star", "Sun")] + [("2030-05-08", "Post")]
    told_on = [told("conclude", words, when=when(d), outlet=o, **both) for d, o in days]
    signing = told("sign", words, when=when("2031-06-08"), outlet="Mail", **both)
    told_all = [*told_on, signing]
    chains = {t.id: chain for t in told_all for chain in trace([t], {}).values()}
    events = [
        assemble_event(group, chains, copy_of={}, agreement="a", compared=False)
        for group in (told_on[:3], told_on[3:], [signing])
    ]
    steps = pick_steps(events, {t.id: t for t in told_all}, PARTIES, None)
    days_told = {s.setting.when.earliest for s in steps if s.setting.when}
    assert "2030-05-08" not in days_told
    assert "2031-05-08" in days_told
