"""Claims that are judged part by part come out as they do all at once."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.merge import joining
from foedera.merge.events import Around
from foedera.merge.judging import Judging, day_by, judge_claims
from foedera.merge.telling import Telling
from tests.merge.builders import when
from tests.merge.tellings import telling

WORDS = [
    "Guns thundered at Velm.",
    "Guns by Velm and Ulm thundered.",
    "A bridge at Tor fell to shells.",
    "Shells fell on Tor again.",
]
DAYS = [f"2031-05-{day:02d}" for day in range(1, 25)]
CLAIM = st.tuples(
    st.sampled_from(["RVA", "OST"]),
    st.sampled_from(["LUR", "OST"]),
    st.sampled_from(WORDS),
    st.sampled_from([None, *DAYS[::4]]),
    st.sampled_from(DAYS),
    st.sampled_from(["Herald", "Courier", "Post"]),
    st.sampled_from("pqr"),
)
PLACE = st.integers(0, 39)
VERDICTS = st.lists(st.tuples(PLACE, PLACE, st.sampled_from(["same", "different"])), max_size=3)


def make(claims: list[tuple[str | None, ...]]) -> list[Telling]:
    """Make a telling of each, no two with one id."""
    told = []
    for number, (doer, target, words, day, printed, outlet, _) in enumerate(claims):
        more = {"actors": [doer], "recipients": [target], "day": printed, "outlet": outlet}
        one = telling("military.attack", f"{words} So {number} said.", when=when(day), **more)
        told.append(one)
    return list({one.id: one for one in told}.values())


def in_parts(told: list[Telling], cuts: list[str], around: Around) -> tuple[list, list]:
    """Judge claims in parts that are cut at some days."""
    bounds = sorted({day_by(replace_day(told[0], cut)) for cut in cuts})
    parts: list[list[Telling]] = [[] for _ in range(len(bounds) + 1)]
    for one in told:
        parts[bisect_right(bounds, day_by(one))].append(one)
    judging = Judging(around)
    rows = [judging.survey(part) for part in parts]
    judged, made = [], []
    for row in rows:
        some, groups = judging.judge(row)
        made.append(list(some))
        judged.append(groups)
    judgements = [j for some in made for j in some]
    return sorted(judgements, key=lambda j: j.id), sorted(g for some in judged for g in some)


def replace_day(one: Telling, day: str) -> Telling:
    return replace(one, first=None, source=replace(one.source, published=when_printed(one, day)))


def when_printed(one: Telling, day: str):
    return replace(one.source.published, earliest=day, latest=day)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(CLAIM, min_size=2, max_size=40),
    st.lists(st.sampled_from(DAYS), max_size=6),
    VERDICTS,
)
def test_parts_come_out_as_the_whole(claims, cuts, people) -> None:
    told = make(claims)
    stories = {t.source.report: str(one[-1]) for t, one in zip(told, claims, strict=False)}
    verdicts = {}
    for a, b, verdict in people:
        if a < b < len(told):
            left, right = sorted((told[a].id, told[b].id))
            verdicts[left, right] = verdict
    around = Around(stories, {}, verdicts)
    judgements, groups = judge_claims(told, around)
    assert in_parts(told, cuts, around) == (sorted(judgements, key=lambda j: j.id), groups)


def test_what_has_ended_is_let_go_of() -> None:
    days = [f"2031-{month:02d}-10" for month in range(1, 11)]
    told = [
        telling(
            "military.attack",
            f"Guns thundered at {town} on {day}.",
            actors=["RVA"],
            recipients=["OST"],
            when=when(day),
            day=day,
            outlet=outlet,
        )
        for day, town in zip(days, ["Velm", "Ulm", "Tor", "Orr", "Ebb"] * 2, strict=True)
        for outlet in ("Herald", "Courier")
    ]
    judging = Judging(Around())
    parts = [[one for one in told if one.source.published.earliest == day] for day in days]
    rows = [judging.survey(part) for part in parts]
    groups, in_hand = [], []
    for row in rows:
        groups.append(judging.judge(row)[1])
        in_hand.append(len(judging._joining.tellings()))
    assert all(groups[:-1])
    assert max(in_hand) <= 2 * max(map(len, parts))  # what has ended is not kept
    assert sorted(name for some in groups for group in some for name in group) == sorted(
        one.id for one in told
    )


def struck(words: str, day: str, outlet: str, **more) -> Telling:
    sides = {"actors": ["RVA"], "recipients": ["OST"]}
    return telling("military.attack", words, day=day, outlet=outlet, **sides, **more)


def of_one_day(words: str) -> list[Telling]:
    day = "2031-05-01"
    return [struck(words, day, outlet, when=when(day)) for outlet in ("Herald", "Courier")]


def test_a_group_that_only_a_doubt_can_come_to_is_let_go_of() -> None:
    told = of_one_day("Guns thundered at Velm on the bridge.")
    later = struck("A bridge at Tor fell to shells.", "2031-06-20", "Post")
    judging = Judging(Around())
    rows = [judging.survey(told), judging.survey([later])]
    _, groups = judging.judge(rows[0])
    assert groups == [tuple(sorted(one.id for one in told))]
    judgements, groups = judging.judge(rows[1])
    assert [j.verdict for j in judgements] == ["unsure"]
    assert groups == [(later.id,)]


def test_surer_pairs_than_what_may_come_need_not_wait() -> None:
    told = of_one_day("Guns thundered at Velm on the bridge.")
    later = struck("Guns thundered.", "2031-06-20", "Post")
    judging = Judging(Around())
    rows = [judging.survey(told), judging.survey([later])]
    judgements, groups = judging.judge(rows[0])
    assert [j.verdict for j in judgements] == ["same"]
    assert not groups
    judgements, groups = judging.judge(rows[1])
    assert [j.verdict for j in judgements] == ["same"]
    assert groups == [tuple(sorted(one.id for one in (*told, later)))]


def test_what_is_forgotten_of_comparisons_changes_nothing(monkeypatch) -> None:
    claims = [
        ("RVA", "LUR" if place % 3 else "OST", WORDS[place % 4], day, printed, outlet, "p")
        for place, (day, printed) in enumerate(zip([None, *DAYS[::4]] * 4, DAYS * 2, strict=False))
        for outlet in ("Herald", "Courier")
    ]
    told = make(claims)
    whole = judge_claims(told, Around())
    for remembered in (0, 5, 50):
        monkeypatch.setattr(joining, "REMEMBERED", remembered)
        assert judge_claims(told, Around()) == whole


def test_of_two_groups_only_the_surest_pair_may_leave_a_doubt() -> None:
    told = [telling("military.attack", f"They struck Velm {n} times.") for n in range(4)]
    names = sorted(one.id for one in told)
    groups = joining.Joining(Around())
    groups.add(told)
    groups.follow({(names[0], names[1]): "same"})
    edges = [(-0.3, names[1], names[2]), (-0.4, names[0], names[2]), (-0.5, names[0], names[1])]
    edges += [(-0.2, names[2], names[3])]
    assert groups.surest_between(edges) == [edges[1], edges[3]]


def test_what_is_let_go_of_leaves_no_group() -> None:
    told = [telling("military.attack", f"They struck Velm {n} times.") for n in range(3)]
    one, other, third = sorted(claim.id for claim in told)
    groups = joining.Joining(Around())
    groups.add(told)
    groups.follow({(one, other): "same"})
    groups.keep([third])
    assert groups.root(third) == third
    with pytest.raises(KeyError):
        groups.root(other)
