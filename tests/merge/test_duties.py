"""What several reports tell of one duty is one duty, in the words of one of them."""

from __future__ import annotations

from dataclasses import replace

from foedera.data import Obligation
from foedera.merge.duties import merge_obligations
from foedera.merge.telling import Telling
from tests.merge.tellings import telling


def told(words: str, **parts: object):
    """Tell of a duty in a report of its own."""
    duty = Obligation(kind="defence", **{**EMPTY, **parts})  # type: ignore[arg-type]
    return telling("agreement.provide", words=words, outlet=words[:6], obligation=duty)


EMPTY = {"trigger": None, "duty": None, "immediacy": None, "bearers": ()}


def test_no_sentence_is_put_together_from_two_reports() -> None:
    first = told("Ravania will help at once.", duty="help", immediacy="at once", bearers=("RVA",))
    second = told(
        "If Luria is attacked, Ostmark sends arms and men.",
        trigger="an attack on Luria",
        duty="send arms and men",
        bearers=("OST",),
    )
    (merged,) = merge_obligations([first, second], ("LUR", "OST", "RVA"))
    assert merged.quoted == second.id
    assert merged.obligation.trigger == "an attack on Luria"
    assert merged.obligation.duty == "send arms and men"
    assert merged.obligation.immediacy is None
    assert merged.obligation.bearers == ("OST", "RVA")
    assert set(merged.claims) == {first.id, second.id}


def test_a_duty_that_names_nobody_binds_the_parties() -> None:
    (merged,) = merge_obligations([told("Arms are to be sent.", duty="send arms")], ("LUR", "OST"))
    assert merged.obligation.bearers == ("LUR", "OST")


def test_who_is_owed_a_duty_that_names_nobody_does_not_bear_it() -> None:
    text = told("Sanctions on Luria are to go.", duty="end sanctions", beneficiaries=("LUR",))
    (merged,) = merge_obligations([text], ("LUR", "OST"))
    assert merged.obligation.bearers == ("OST",)


def replace_kind(one: Telling, kind: str) -> Telling:
    duty = one.claim.obligation
    assert duty is not None
    return replace(one, claim=replace(one.claim, obligation=replace(duty, kind=kind)))


def test_an_agreement_has_many_duties_of_one_kind_but_one_of_defence() -> None:
    told_all = [
        told("Tanks go.", duty="scrap 300 tanks", bearers=("RVA",)),
        told("Guns go.", duty="hand over its howitzers", bearers=("RVA",)),
        told("More tanks go.", duty="scrap all its tanks", bearers=("RVA",)),
    ]
    assert len(merge_obligations(told_all, ())) == 1
    limits = [replace_kind(t, "arms limits") for t in told_all]
    duties = merge_obligations(limits, ())
    assert sorted(len(d.claims) for d in duties) == [1, 2]


def test_what_is_only_asked_for_is_no_duty() -> None:
    asked = told("It must end.", duty="end the blockade")
    claim = asked.claim
    only = replace(asked, claim=replace(claim, voice=replace(claim.voice, reality="demanded")))
    assert merge_obligations([only], ("LUR",)) == []


def test_who_is_named_once_in_many_tellings_bears_nothing() -> None:
    many = [told(f"{n} tanks go.", duty="scrap tanks", bearers=("RVA",)) for n in range(9)]
    (merged,) = merge_obligations(
        [*many, told("All go.", duty="scrap tanks", bearers=("LUR",))], ()
    )
    assert merged.obligation.bearers == ("RVA",)


def test_a_duty_without_a_word_of_its_own_joins_no_others() -> None:
    told_all = [
        told("Tanks go.", duty="scrap 300 tanks"),
        told("Ports open.", duty="open its ports"),
        told("So do it.", duty="do so"),
    ]
    duties = merge_obligations([replace_kind(t, "other") for t in told_all], ())
    assert [len(d.claims) for d in duties] == [1, 1, 1]
