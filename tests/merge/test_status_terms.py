"""What follows from terms: thresholds, delays, joiners, notices, expiry, and contradictions."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.data import Act, Delay, Entry, Life, Particulars, Status, Terms
from foedera.measure import shift_day
from foedera.merge.status import status_changes, status_on, status_steps

MANY = ("LUR", "OST", "RVA")
TWO = ("OST", "RVA")


def act(kind: str, day: str, *by: str, **more: Any) -> Act:
    says = Particulars(**more)
    return Act(f"agreement.{kind}", day, by, (f"{kind} {day}",), latest=day, says=says)


def many(*acts: Act, terms: Terms | None = None, **more: Any) -> Life:
    return Life(acts, MANY, terms or Terms(), **more)


def two(*acts: Act, terms: Terms | None = None, **more: Any) -> Life:
    return Life(acts, TWO, terms or Terms(), bilateral=True, **more)


def state(status: Status, party: str) -> str:
    return dict(status.parties)[party]


def articles(status: Status) -> list[str]:
    return [ground.article for ground in status.basis]


THREE = Terms(Entry(count=3, delay=Delay(days=90)), joins=Delay(days=30))
SIGNED = act("sign", "2031-01-01", *MANY)


def test_a_threshold_met_and_its_delay_bring_a_treaty_into_force() -> None:
    life = many(
        SIGNED,
        act("deposit-instrument", "2031-02-01", "LUR", count=1),
        act("deposit-instrument", "2031-04-01", "OST", count=3),
        terms=THREE,
    )
    waiting, after = status_on(life, "2031-06-29"), status_on(life, "2031-06-30")
    assert (waiting.status, state(waiting, "LUR")) == ("signed", "contracting")
    assert (after.status, state(after, "LUR"), state(after, "RVA")) == (
        "in-force",
        "party",
        "signatory",
    )
    assert articles(after) == ["14, 16(b)", "24(1)"]
    assert after.basis[-1].derived


def test_a_consent_of_the_same_day_is_not_counted_beyond_what_is_told() -> None:
    terms = Terms(Entry(count=3))
    told = act("deposit-instrument", "2031-04-01", "LUR", count=2)
    same = act("deposit-instrument", "2031-04-01", "OST")
    later = act("deposit-instrument", "2031-04-02", "OST")
    assert status_on(many(SIGNED, told, same, terms=terms), "2031-05-01").status == "signed"
    assert status_on(many(SIGNED, told, later, terms=terms), "2031-05-01").status == "in-force"


def test_one_that_consents_after_the_threshold_waits_its_own_delay() -> None:
    life = many(
        SIGNED,
        act("deposit-instrument", "2031-04-01", "LUR", count=3),
        act("deposit-instrument", "2031-06-20", "OST"),
        act("accede", "2031-09-01", "RVA"),
        terms=THREE,
    )
    assert state(status_on(life, "2031-07-01"), "OST") == "contracting"
    assert state(status_on(life, "2031-07-20"), "OST") == "party"
    assert state(status_on(life, "2031-09-30"), "RVA") == "contracting"
    joined = status_on(life, "2031-10-01")
    assert state(joined, "RVA") == "party"
    [consent, bound] = dict(joined.party_basis)["RVA"]
    assert (consent.article, bound.article, bound.day) == ("15, 16(b)", "24(3)", "2031-10-01")


@pytest.mark.parametrize(
    ("given", "status"), [(("OST",), "signed"), (("OST", "RVA"), "signed"), (MANY, "in-force")]
)
def test_named_states_must_all_consent(given: tuple[str, ...], status: str) -> None:
    acts = [act("deposit-instrument", f"2031-02-0{n}", s) for n, s in enumerate(given, start=1)]
    life = many(SIGNED, *acts, terms=Terms(Entry("consents", of=MANY)))
    assert status_on(life, "2032-01-01").status == status


def test_a_share_is_a_condition_beside_the_count() -> None:
    terms = Terms(Entry("consents", count=2, share=55))
    two_told = [act("ratify", "2031-02-01", "OST"), act("ratify", "2031-03-01", "LUR", share=40)]
    third = act("ratify", "2031-04-01", "RVA", share=56)
    assert status_on(many(SIGNED, *two_told, terms=terms), "2031-03-15").status == "signed"
    after = status_on(many(SIGNED, *two_told, third, terms=terms), "2031-04-15")
    assert after.status == "in-force"


def test_of_more_than_two_without_terms_only_a_telling_says() -> None:
    acts = [act("ratify", "2031-02-01", s) for s in MANY]
    assert status_on(many(SIGNED, *acts), "2032-01-01").status == "signed"
    entry = act("enter-into-force", "2031-06-01")
    after = status_on(many(SIGNED, *acts, entry), "2032-01-01")
    assert {s for _, s in after.parties} == {"party"}


def test_one_named_beside_an_entry_is_a_party_only_if_it_took_part() -> None:
    acts = [act("sign", "2031-01-01", "OST"), act("enter-into-force", "2031-06-01", "OST", "LUR")]
    after = status_on(many(*acts), "2031-07-01")
    assert after.parties == (("LUR", "none"), ("OST", "party"), ("RVA", "none"))


def test_signature_that_is_definitive_binds() -> None:
    life = two(act("sign", "2031-01-01", *TWO, definitive=True))
    after = status_on(life, "2031-01-01")
    assert (after.status, articles(after)) == ("in-force", ["12", "24(2)"])


def test_consents_of_two_bring_nothing_about_that_the_text_is_not_known_to_say() -> None:
    signed = act("sign", "2031-01-01", *TWO)
    for kind in ("accede", "deposit-instrument", "ratify"):
        life = two(signed, act(kind, "2031-02-01", "OST"), act(kind, "2031-02-02", "RVA"))
        assert status_on(life, "2032-01-01").status == "signed", kind


def test_an_exchange_binds_after_the_delay_of_the_text() -> None:
    terms = Terms(Entry("exchange", delay=Delay(days=30)))
    life = two(act("sign", "2031-01-01", *TWO), act("exchange-instruments", "2031-05-01", *TWO),
               terms=terms)  # fmt: skip
    assert status_on(life, "2031-05-30").status == "signed"
    after = status_on(life, "2031-05-31")
    assert (after.status, articles(after)) == ("in-force", ["14(1), 16(a)", "24(1)"])


def test_told_in_force_before_the_delay_ran_out_is_contested() -> None:
    terms = Terms(Entry("exchange", delay=Delay(days=30)))
    life = two(
        act("sign", "2031-01-01", *TWO),
        act("exchange-instruments", "2031-05-01", *TWO),
        act("enter-into-force", "2031-05-10"),
        terms=terms,
    )
    during, after = status_on(life, "2031-05-20"), status_on(life, "2031-06-01")
    assert (during.status, during.contested) == ("signed", True)
    assert (after.status, after.contested) == ("in-force", False)


def test_told_in_force_without_a_needed_consent_is_contested() -> None:
    terms = Terms(Entry("consents", of=("OST", "RVA")))
    acts = [SIGNED, act("ratify", "2031-02-01", "OST"), act("enter-into-force", "2031-03-01")]
    told = status_on(many(*acts, terms=terms), "2031-04-01")
    assert (told.status, told.contested) == ("signed", True)
    assert "agreement.enter-into-force" in {ground.act for ground in told.basis}
    late = act("ratify", "2031-05-01", "RVA")
    assert status_on(many(*acts, late, terms=terms), "2031-05-01").status == "in-force"


IN_FORCE = (act("sign", "2031-01-01", *TWO), act("exchange-instruments", "2031-05-01", *TWO))


def test_a_term_runs_out_unless_it_is_extended() -> None:
    terms = Terms(lasts=Delay(months=120))
    expired = status_on(two(*IN_FORCE, terms=terms), "2041-05-01")
    assert (expired.status, expired.basis[0].derived) == ("expired", True)
    assert {s for _, s in expired.parties} == {"former"}
    longer = act("extend", "2041-04-30", *TWO, until="2046-05-01")
    life = two(*IN_FORCE, longer, terms=terms)
    assert status_on(life, "2041-05-02").status == "in-force"
    assert status_on(life, "2046-05-01").status == "expired"


def test_told_both_extended_and_expired_is_contested() -> None:
    longer = act("extend", "2040-04-30", *TWO, until="2046-05-01")
    told = status_on(two(*IN_FORCE, longer, act("expire", "2041-05-01")), "2042-01-01")
    assert (told.status, told.contested) == ("expired", True)
    assert {g.act for g in told.basis} == {"agreement.extend", "agreement.expire"}


def test_a_notice_may_be_revoked_until_it_takes_effect() -> None:
    terms = Terms(notice=Delay(months=12))
    notice = act("withdraw", "2032-01-10", "RVA")
    back = act("revoke-notice", "2032-12-01", "RVA")
    late = act("revoke-notice", "2033-01-10", "RVA")
    kept = status_on(two(*IN_FORCE, notice, back, terms=terms), "2034-01-01")
    assert (kept.status, state(kept, "RVA")) == ("in-force", "party")
    gone = status_on(two(*IN_FORCE, notice, late, terms=terms), "2034-01-01")
    assert (gone.status, gone.contested) == ("terminated", True)


def test_a_signatory_leaves_by_saying_so_and_consent_may_be_taken_back() -> None:
    ratified = act("ratify", "2031-02-01", "OST")
    life = many(
        SIGNED, ratified, act("unsign", "2032-01-01", "LUR"), act("withdraw", "2032-01-01", "RVA"),
        act("revoke-ratification", "2032-01-01", "OST"),
    )  # fmt: skip
    after = status_on(life, "2032-01-01")
    assert after.parties == (("LUR", "none"), ("OST", "signatory"), ("RVA", "none"))


def test_provisional_application_is_a_flag_beside_the_status() -> None:
    life = two(act("sign", "2031-01-01", *TWO), act("provisionally-apply", "2031-02-01", *TWO))
    applied = status_on(life, "2031-03-01")
    assert (applied.status, applied.provisional, applied.applying) == ("signed", True, TWO)
    assert "25(1)" in articles(applied)
    after = status_on(two(*life.acts, IN_FORCE[1]), "2031-06-01")
    assert (after.status, after.provisional, after.applying) == ("in-force", False, ())


def test_suspension_claimed_by_one_taken_up_by_the_other_and_lifted() -> None:
    one = act("suspend", "2032-01-01", "RVA")
    other = act("suspend", "2032-03-01", "OST")
    both = status_on(two(*IN_FORCE, one, other), "2032-04-01")
    assert (both.status, both.contested) == ("suspended", False)
    lifted = status_on(two(*IN_FORCE, one, act("resume", "2032-05-01", "RVA")), "2032-06-01")
    assert (lifted.status, lifted.contested, state(lifted, "RVA")) == ("in-force", False, "party")


def test_a_later_treaty_takes_the_place_of_the_earlier() -> None:
    after = status_on(two(*IN_FORCE, act("supersede", "2033-01-01", *TWO)), "2033-01-01")
    assert (after.status, articles(after)) == ("superseded", ["59(1)"])
    assert {s for _, s in after.parties} == {"former"}


def test_a_text_that_binds_politically_never_enters_into_force() -> None:
    acts = (act("conclude", "2031-01-01", *MANY), act("enter-into-force", "2031-02-01"))
    told = status_on(many(*acts, binding="no"), "2031-03-01")
    assert (told.status, state(told, "LUR"), articles(told)) == ("text-fixed", "signatory", [""])
    left = status_on(many(*acts, act("withdraw", "2032-01-01", "LUR"), binding="no"), "2032-01-01")
    assert (left.status, state(left, "LUR")) == ("text-fixed", "former")
    ended = many(*acts, act("withdraw", "2032-01-01", *MANY), binding="no")
    assert status_on(ended, "2032-01-01").status == "terminated"


def test_known_leaves_out_what_no_report_had_told_yet() -> None:
    life = two(*(Act(a.kind, a.day, a.by, a.claims, told="2031-06-01") for a in IN_FORCE))
    assert status_on(life, "2031-07-01", "2031-05-31").status == "unknown"
    assert status_on(life, "2031-07-01", "2031-06-01").status == "in-force"


def test_changes_name_the_days_to_come() -> None:
    terms = Terms(lasts=Delay(months=120), notice=Delay(months=6))
    life = two(*IN_FORCE, act("withdraw", "2040-12-01", "RVA"), terms=terms)
    days = [(day, status.status) for day, status in status_changes(life)]
    assert days == [
        ("2031-01-01", "signed"),
        ("2031-05-01", "in-force"),
        ("2040-12-01", "in-force"),
        ("2041-05-01", "expired"),
    ]


KINDS = ("sign", "ratify", "deposit-instrument", "enter-into-force", "withdraw", "suspend")
DAYS = st.integers(0, 400).map(lambda n: shift_day("2031-01-01", n))
ACTS = st.builds(act, st.sampled_from(KINDS), DAYS, st.sampled_from(MANY))


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTS, max_size=8), st.booleans(), DAYS)
def test_all_steps_at_once_are_the_statuses_of_their_days(
    acts: list[Act], bilateral: bool, day: str
) -> None:
    make = two if bilateral else many
    life = make(*acts, terms=THREE)
    steps = status_steps(life)
    assert next(status for since, status in reversed(steps) if since <= day) == status_on(life, day)
    for since, status in steps[1:]:
        assert status_on(life, since) == status


def test_an_entry_told_is_not_belied_by_consents_that_have_no_day() -> None:
    last = Act("agreement.ratify", None, ("RVA",), ("c",), latest="2031-05-08",
               says=Particulars(count=3))  # fmt: skip
    entry = act("enter-into-force", "2031-05-08")
    status = status_on(many(last, entry, terms=THREE), "2031-05-08")
    assert (status.status, status.contested) == ("in-force", False)
    dated = act("ratify", "2031-05-08", "RVA", count=3)
    assert status_on(many(dated, entry, terms=THREE), "2031-05-08").status == "signed"


def test_a_consent_without_a_day_does_not_bring_back_one_that_left() -> None:
    acts = (
        act("sign", "2029-01-01", *MANY),
        act("deposit-instrument", "2029-02-01", "RVA"),
        act("enter-into-force", "2030-01-01"),
        Act("agreement.withdraw", "2031-01-01", ("RVA",), ("w",), latest="2031-01-01",
            effect="2031-01-01"),
        Act("agreement.accede", None, ("RVA",), ("j",), latest="2032-01-01"),
    )  # fmt: skip
    assert state(status_on(many(*acts), "2032-02-01"), "RVA") == "former"
