"""Status by the law of treaties: what each act moves, and what it does not."""

from __future__ import annotations

from typing import Any

import pytest

from foedera.data import Act, Life, Status
from foedera.merge.status import status_on

BOTH = ("OST", "RVA")


def act(kind: str, day: str | None, *by: str, **more: Any) -> Act:
    return Act(
        f"agreement.{kind}",
        day,
        by,
        ("c",),
        latest=more.get("latest", day),
        effect=more.get("effect"),
    )


SIGNED = act("sign", "2031-01-10", *BOTH)
LIFE = [
    act("negotiate", "2030-06-01", *BOTH),
    SIGNED,
    act("ratify", "2031-02-01", "RVA"),
    act("ratify", "2031-03-01", "OST"),
    act("exchange-instruments", "2031-04-01", *BOTH),
]


def on(acts: list[Act], day: str, *, parties: tuple[str, ...] = BOTH) -> Status:
    return status_on(Life(tuple(acts), parties, bilateral=len(parties) == 2), day)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2030-01-01", "unknown"),
        ("2030-07-01", "negotiating"),
        ("2031-01-10", "signed"),
        ("2031-03-15", "signed"),
        ("2031-04-01", "in-force"),
    ],
)
def test_a_treaty_between_two(day: str, status: str) -> None:
    assert on(LIFE, day).status == status


def test_ratifying_at_home_advances_nothing_between_two() -> None:
    assert dict(on(LIFE, "2031-03-15").parties) == {"OST": "signatory", "RVA": "signatory"}


def test_what_was_ratified_was_signed_before() -> None:
    """A report on a treaty years old may tell of no signing any more."""
    status = on([act("ratify", "2031-02-01", "RVA")], "2031-02-01")
    assert status.status == "signed"
    assert [ground.article for ground in status.basis] == ["14(1)"]
    assert on([act("ratify", "2031-02-01", "RVA")], "2031-01-31").status == "unknown"


def test_the_exchange_is_the_ground() -> None:
    [ground] = on(LIFE, "2031-05-01").basis
    assert (ground.act, ground.day) == ("agreement.exchange-instruments", "2031-04-01")
    assert ground.article == "14(1), 16(a), 24"


def test_signature_alone_is_not_force() -> None:
    assert on([SIGNED], "2040-01-01").status == "signed"


def test_a_parliaments_vote_advances_nothing() -> None:
    acts = [SIGNED, act("approve", "2031-02-01", "RVA"), act("approve", "2031-02-02", "OST")]
    assert on(acts, "2032-01-01").status == "signed"


def test_a_day_known_only_within_a_month_counts_from_its_end() -> None:
    loose = act("enter-into-force", "2031-06-01", *BOTH, latest="2031-06-30")
    assert on([SIGNED, loose], "2031-06-15").status == "signed"
    assert on([SIGNED, loose], "2031-06-30").status == "in-force"


def test_notice_binds_when_its_period_runs_out() -> None:
    notice = act("withdraw", "2032-01-01", "RVA", effect="2032-07-01")
    during, after = (on([*LIFE, notice], day) for day in ("2032-03-01", "2032-07-01"))
    assert (during.status, dict(during.parties)["RVA"]) == ("in-force", "withdrawing")
    assert (after.status, dict(after.parties)["RVA"]) == ("terminated", "former")


def test_one_that_leaves_many_does_not_end_it() -> None:
    parties = ("LUR", "OST", "RVA")
    acts = [
        act("enter-into-force", "2031-01-01"),
        act("withdraw", "2032-01-01", "RVA", effect="2032-01-01"),
    ]
    after = on(acts, "2033-01-01", parties=parties)
    assert (after.status, dict(after.parties)["RVA"]) == ("in-force", "former")


def test_one_sides_suspension_is_contested() -> None:
    after = on([*LIFE, act("suspend", "2032-01-01", "RVA")], "2032-02-01")
    assert (after.status, after.contested) == ("in-force", True)
    assert dict(after.parties)["RVA"] == "suspended"


def test_both_may_suspend_and_a_term_may_end() -> None:
    assert on([*LIFE, act("suspend", "2032-01-01", *BOTH)], "2032-02-01").status == "suspended"
    assert on([*LIFE, act("expire", "2032-01-01")], "2032-02-01").status == "expired"
