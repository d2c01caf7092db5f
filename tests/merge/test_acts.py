"""Which dated acts follow from tellings, read from reports of invented agreements."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from foedera.data import Act, Phrase, Span, Term, Title
from foedera.merge.assemble import assemble_event
from foedera.merge.origins import trace
from foedera.merge.telling import Telling
from foedera.merge.world import assemble_agreements
from tests.merge.builders import actor, when
from tests.merge.tellings import telling

PACT = "Open Rivers Treaty"


def told(kind: str, words: str, **more: Any) -> Telling:
    terms = more.pop("terms", ())
    made = telling(f"agreement.{kind}", words, agreement=PACT, **more)
    held = tuple(Term(name, value, words, Span(0, len(words))) for name, value in terms)
    setting = replace(made.claim.setting, terms=held)
    return replace(made, claim=replace(made.claim, setting=setting))


def acts(*events: list[Telling]) -> list[Act]:
    """Assemble one agreement of events, each of some tellings, and return its acts."""
    tellings = {t.id: t for told_by in events for t in told_by}
    chains = {name: chain for t in tellings.values() for name, chain in trace([t], {}).items()}
    made = [
        (assemble_event(told_by, chains, copy_of={}, agreement="a"), frozenset[str]())
        for told_by in events
    ]
    world = assemble_agreements({"a": list(tellings.values())}, made, tellings, {})
    return sorted(next(iter(world.acts.values())), key=lambda act: (act.latest or "", act.kind))


def test_what_was_planned_for_a_day_and_then_told_was_done_on_it() -> None:
    plan = told(
        "suspend", "Ravania will suspend the treaty on Saturday.", actors=["RVA"],
        reality="planned", when=when("2031-05-10"), day="2031-05-08",
    )  # fmt: skip
    deed = told(
        "suspend", "Ravania is suspending the treaty.", actors=["RVA"], reality="ongoing",
        sources=[["OST"]], day="2031-05-11",
    )  # fmt: skip
    found = acts([plan, deed])
    assert [(act.kind, act.day, act.by) for act in found] == [
        ("agreement.suspend", "2031-05-10", ("RVA",))
    ]


def pulled_out(day: str, told_by: str) -> Telling:
    return told(
        "withdraw", f"{told_by}: Ravania pulled out of the treaty.", actors=["RVA"],
        when=when("2031-05-10"), day=day,
    )  # fmt: skip


def will_leave(day: str, told_by: str, **more: Any) -> Telling:
    return told(
        "withdraw", f"{told_by}: Ravania announced that it would leave the treaty.",
        actors=["RVA"], reality="planned", day=day, **more,
    )  # fmt: skip


def test_a_leaving_that_more_reports_tell_as_announced_is_a_notice() -> None:
    done = [pulled_out("2031-05-12", "One"), pulled_out("2031-05-13", "Two")]
    announced = [will_leave(f"2031-05-{day}", f"Paper {day}") for day in (14, 15, 16)]
    (act,) = acts([*done, *announced])
    assert (act.kind, act.day, act.by) == ("agreement.withdraw", "2031-05-10", ("RVA",))
    assert act.effect is None


def test_a_notice_told_again_months_later_is_one() -> None:
    done = [pulled_out("2031-05-12", "One"), pulled_out("2031-05-13", "Two")]
    announced = [will_leave(f"2031-05-{day}", f"Paper {day}") for day in (14, 15, 16)]
    again = told(
        "withdraw", "Ravania said in May it was pulling out of the treaty.", trigger="pulling out",
        actors=["RVA"], reality="ongoing", sources=[["RVA"]], day="2031-12-12",
    )  # fmt: skip
    assert len(acts([*done, *announced, again])) == 1


def test_a_leaving_announced_before_its_day_is_one() -> None:
    done = [pulled_out("2031-05-12", "One"), pulled_out("2031-05-13", "Two")]
    announced = [will_leave(f"2031-05-{day}", f"Paper {day}") for day in ("01", "02", "03")]
    (act,) = acts([*done, *announced])
    assert act.effect == "2031-05-10"


def test_a_notice_told_with_its_effect_is_given_by_the_day_of_the_report() -> None:
    due = told(
        "withdraw", "The withdrawal takes effect on 8 May 2032.", trigger="takes effect",
        actors=["RVA"], reality="planned", when=when("2032-05-08"),
        terms=[("effect", "2032-05-08")],
    )  # fmt: skip
    (act,) = acts([due])
    assert (act.day, act.latest, act.effect) == (None, "2031-05-08", "2032-05-08")


def test_an_exit_told_beside_a_notice_is_that_notice() -> None:
    notice = told(
        "withdraw", "Ravania gave notice that it leaves the pact.", trigger="notice",
        actors=["RVA"], when=when("2031-05-08"), terms=[("notice", "P6M")],
    )  # fmt: skip
    exit_ = told("withdraw", "It starts the way to its exit.", trigger="exit", actors=["RVA"])
    (act,) = acts([notice, exit_])
    assert (act.latest, act.effect) == ("2031-05-08", "2031-11-08")


def test_a_lists_day_is_not_that_of_one_told_for_another_day() -> None:
    first = told("ratify", "Ravania ratified it.", actors=["RVA"], when=when("2031-03-01"))
    both = told(
        "ratify", "Ravania and Ostmark had ratified it by Monday.", actors=["RVA", "OST"],
        when=when("2031-05-05"),
    )  # fmt: skip
    found = {act.by: act for act in acts([first], [both])}
    assert found["RVA",].day == "2031-03-01"
    assert (found["OST", "RVA"].day, found["OST", "RVA"].latest) == (None, "2031-05-05")


def test_who_is_named_without_a_day_does_not_share_anothers() -> None:
    dated = told("ratify", "Ravania ratified it.", actors=["RVA"], when=when("2031-03-01"))
    others = told("ratify", "Ostmark ratified it too.", actors=["OST"], day="2031-03-02")
    found = {act.by: act for act in acts([dated, others])}
    assert found["OST",].day is None


def test_the_number_of_consents_is_an_act_of_nobody_in_particular() -> None:
    crowd = actor("parties", None, "group")
    counted = told(
        "ratify", "By now 72 parties have ratified it.", actors=[crowd], terms=[("count", "72")]
    )
    (act,) = acts([counted])
    assert (act.by, act.says.count) == ((), 72)


def test_a_report_that_tells_one_state_alone_means_it_throughout() -> None:
    text = "Ravania returned to the pact. The instrument was deposited in Luria."
    back = told("accede", text, actors=["RVA"], when=when("2031-05-08"))
    deposit = told("deposit-instrument", text)
    found = acts([back], [deposit])
    assert {act.kind: act.by for act in found} == {
        "agreement.accede": ("RVA",),
        "agreement.deposit-instrument": ("RVA",),
    }


def test_a_body_and_a_state_that_another_continues_have_lanes_of_their_own() -> None:
    signers = [actor("European Union", None, "organisation"), actor("Soviet Union", "SUN", "state")]
    signed = told("sign", "They signed it.", actors=signers, when=when("1990-05-08"))
    (act,) = acts([signed])
    assert act.by == ("EU", "RUS")


def test_a_day_foretold_for_one_binds_its_consent_from_then() -> None:
    deposit = told("deposit-instrument", "Ravania did.", actors=["RVA"], when=when("2031-05-06"))
    due = told(
        "enter-into-force", "It will take effect for Ravania on 1 August.", trigger="take",
        actors=["RVA"], reality="planned", when=when("2031-08-01"),
        terms=[("effect", "2031-08-01")],
    )  # fmt: skip
    others = told("sign", "They signed it.", actors=["OST", "LUR"], when=when("2030-01-01"))
    found = [act for act in acts([deposit], [due], [others]) if "RVA" in act.by]
    assert {act.effect for act in found} == {"2031-08-01"}


def test_states_that_say_an_agreement_is_ended_end_their_own_part() -> None:
    signed = told("sign", "They signed it.", actors=["OST", "LUR", "RVA"], when=when("2030-01-01"))
    ended = told(
        "terminate", "Ravania said the treaty had been terminated.", trigger="terminated",
        sources=[["RVA"]],
    )  # fmt: skip
    found = {act.kind: act for act in acts([signed], [ended])}
    assert found["agreement.terminate"].by == ("RVA",)


def test_a_body_left_beside_an_agreement_is_no_leaving_of_it() -> None:
    words = "Ravania left the bloc as the Open Rivers Treaty began to apply."
    left = told("withdraw", words, trigger="left", actors=["RVA"], when=when("2031-01-01"))
    bloc = Phrase("the bloc", Span(13, 21))
    name = Title(PACT, Span(words.index("Open"), words.index(" began")))
    roles = replace(left.claim.roles, object=bloc)
    left = replace(left, claim=replace(left.claim, roles=roles, agreement=name))
    signed = told("sign", "They signed it.", actors=["OST", "RVA"], when=when("2030-01-01"))
    assert [act.kind for act in acts([left], [signed])] == ["agreement.sign"]


def test_the_notice_behind_a_leaving_was_given_its_period_before() -> None:
    came = told(
        "withdraw", "Ravania's withdrawal took effect on Friday, six months after notice.",
        trigger="took effect", actors=["RVA"], when=when("2031-08-08"),
        terms=[("effect", "2031-08-08"), ("notice", "P6M")],
    )  # fmt: skip
    signed = told("sign", "They signed it.", actors=["OST", "LUR", "RVA"], when=when("2030-01-01"))
    left = [act for act in acts([came], [signed]) if act.kind == "agreement.withdraw"]
    assert {(act.latest, act.effect) for act in left} == {
        ("2031-02-08", "2031-08-08"), ("2031-08-08", "2031-08-08"),
    }  # fmt: skip


def test_what_is_provisionally_in_force_is_applied_and_not_in_force() -> None:
    words = "The treaty has been provisionally in force since 2031."
    applied = told(
        "enter-into-force",
        words,
        trigger="provisionally in force since",
        actors=["OST", "RVA"],
        when=when("2031-01-01/2031-12-31"),
    )
    assert [act.kind for act in acts([applied])] == ["agreement.provisionally-apply"]


def test_an_exchange_told_by_a_noun_alone_has_not_come() -> None:
    words = "The exchange of documents will be the final stage."
    noun = told("exchange-instruments", words, trigger="exchange")
    signed = told("sign", "They signed it.", actors=["OST", "RVA"], when=when("2030-01-01"))
    assert [act.kind for act in acts([noun], [signed])] == ["agreement.sign"]


def test_a_notice_told_as_under_way_is_a_step_and_so_is_its_receipt() -> None:
    leaving = told(
        "withdraw", "Ravania notified them that it is leaving the treaty.", trigger="leaving",
        actors=["RVA"], reality="ongoing", sources=[["RVA"]],
    )  # fmt: skip
    received = told(
        "withdraw", "The notification was received on Thursday.", trigger="received",
        actors=["RVA"], when=when("2031-05-06"),
    )  # fmt: skip
    signed = told("sign", "They signed it.", actors=["OST", "RVA"], when=when("2030-01-01"))
    for one in (leaving, received):
        assert "agreement.withdraw" in {act.kind for act in acts([one], [signed])}


def test_a_pact_expires_by_itself_whoever_is_told_near() -> None:
    ended = told("expire", "Since the truce expired on Friday, guns fired.", trigger="expired",
                 actors=["RVA"], when=when("2031-05-02"))  # fmt: skip
    far = replace(ended.claim.roles.actors[0], span=Span(300, 307))
    roles = replace(ended.claim.roles, actors=(far,))
    signed = told("sign", "They signed the treaty.", actors=["RVA", "OST"], when=when("2030-05-02"))
    _, act = acts([signed], [replace(ended, claim=replace(ended.claim, roles=roles))])
    assert (act.kind, act.day, act.by) == ("agreement.expire", "2031-05-02", ())
