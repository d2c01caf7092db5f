"""What holds of every life, whatever its acts: order, time, and the end."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.data import Act, Delay, Entry, Life, Particulars, Terms
from foedera.measure import shift_day
from foedera.merge.sides import ENDED
from foedera.merge.status import status_changes, status_on
from foedera.merge.status_rules import RULES

STATES = ("LUR", "OST", "RVA")
DAYS = [shift_day("2031-01-01", 11 * n) for n in range(40)]
days = st.sampled_from(DAYS)
delays = st.none() | st.builds(
    Delay, st.integers(0, 2), st.integers(0, 40), next_month=st.booleans()
)  # fmt: skip
terms = st.builds(
    Terms,
    st.builds(
        Entry,
        st.sampled_from([None, "exchange", "signature", "consents", "act"]),
        st.none() | st.integers(1, 3),
        st.sampled_from([(), STATES, STATES[:2]]),
        st.none() | st.just(55.0),
        delays,
    ),
    delays,
    st.none() | st.builds(Delay, st.integers(1, 9)),
    st.none() | days,
    delays,
)


@st.composite
def acts(draw: st.DrawFn) -> Act:
    day = draw(days)
    says = Particulars(
        draw(st.none() | st.integers(1, 4)),
        draw(st.none() | st.floats(1, 99)),
        draw(st.none() | days),
        definitive=draw(st.booleans()),
    )
    return Act(
        draw(st.sampled_from(sorted(RULES))),
        draw(st.sampled_from([day, None])),
        tuple(sorted(draw(st.sets(st.sampled_from(STATES), max_size=3)))),
        (draw(st.text("abc", max_size=2)),),
        latest=draw(st.sampled_from([day, shift_day(day, 20)])),
        effect=draw(st.none() | days),
        says=says,
    )


@st.composite
def lives(draw: st.DrawFn) -> Life:
    bilateral = draw(st.booleans())
    return Life(
        tuple(draw(st.lists(acts(), max_size=9))),
        STATES[:2] if bilateral else STATES,
        draw(terms),
        bilateral,
        draw(st.sampled_from(["yes", "no", "unclear"])),
    )


LATE = shift_day(DAYS[-1], 3000)


@settings(deadline=None)
@given(lives(), st.randoms(use_true_random=False), days)
def test_the_order_of_acts_does_not_matter(life: Life, random: object, day: str) -> None:
    mixed = list(life.acts)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    other = replace(life, acts=tuple(mixed))
    assert status_on(other, day) == status_on(life, day)
    assert status_changes(other) == status_changes(life)


@settings(deadline=None)
@given(lives())
def test_before_any_act_nothing_is_known(life: Life) -> None:
    before = status_on(life, "2030-12-31")
    assert before.status == "unknown"
    assert {state for _, state in before.parties} == {"none"}
    assert not before.contested


@settings(deadline=None)
@given(lives(), acts(), days)
def test_an_act_after_the_day_changes_nothing(life: Life, later: Act, day: str) -> None:
    ahead = replace(later, day=None, latest=shift_day(day, 1))
    more = replace(life, acts=(*life.acts, ahead))
    assert status_on(more, day) == status_on(life, day)


@settings(deadline=None)
@given(lives(), days, days)
def test_what_has_ended_stays_ended(life: Life, one: str, other: str) -> None:
    first, then = sorted((one, other))
    before = status_on(life, first).status
    if before in ENDED:
        assert status_on(life, then).status == before


@settings(deadline=None)
@given(lives(), days)
def test_the_days_of_change_are_all_of_them(life: Life, day: str) -> None:
    changes = [(since, status) for since, status in status_changes(life) if since <= day]
    asked = status_on(life, day)
    held = changes[-1][1] if changes else status_on(life, "2030-12-31")
    assert (held.status, held.parties, held.contested) == (
        asked.status,
        asked.parties,
        asked.contested,
    )


@settings(deadline=None)
@given(lives())
def test_a_political_text_is_never_in_force(life: Life) -> None:
    political = replace(life, binding="no")
    assert all(s.status != "in-force" for _, s in status_changes(political))


@settings(deadline=None)
@given(lives())
def test_every_state_has_its_ground(life: Life) -> None:
    status = status_on(life, LATE)
    grounded = {party for party, _ in status.party_basis}
    assert {party for party, state in status.parties if state != "none"} <= grounded
    assert status.basis or status.status == "unknown"
