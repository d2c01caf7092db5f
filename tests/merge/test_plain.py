"""What is passed over among many pairs at once is never a pair that its findings would keep."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.merge import columns
from foedera.merge.columns import Words
from foedera.merge.events import HOPE, UNSURE, Around, add_up, hopeless
from foedera.merge.near import Near
from foedera.merge.plain import Plain
from foedera.merge.telling import source_of, tell
from tests.merge.builders import actor, claim, quantity, report, when
from tests.merge.test_bounds import TOLD, make

MANY = st.lists(TOLD, min_size=2, max_size=8)
NAMES = st.lists(st.sampled_from([None, "x", "y"]), min_size=8, max_size=8)


def pairs_of(row, agreements, story_of):
    """Return all pairs by their places, with what lies around each."""
    places = [(a, b) for a in range(len(row)) for b in range(a + 1, len(row))]
    around = Around({t.source.report: story for t, story in zip(row, story_of, strict=True)})
    return {
        (a, b): Near(around.story(row[a], row[b]), agreements[a], agreements[b]) for a, b in places
    }


def plain_of(row, agreements):
    """Return what is plain of a row that comes in two pieces."""
    plain, half = Plain(), len(row) // 2
    plain.add(row[:half], agreements[:half])
    plain.add(row[half:], agreements[half:])
    return plain


def words_of(*rows):
    words = Words()
    for row in rows:
        words.add((told.words, told.heft[0]) for told in row)
    return words


@settings(max_examples=300, deadline=None)
@given(MANY, NAMES, st.lists(st.sampled_from("pq"), min_size=8, max_size=8))
def test_what_is_passed_over_scores_too_little(told, agreements, stories) -> None:
    row = [make(one) for one in told]
    agreements = agreements[: len(row)]
    pairs = pairs_of(row, agreements, stories[: len(row)])
    left, right = (np.array(side) for side in zip(*pairs, strict=True))
    story = np.array([near.story for near in pairs.values()])
    kept, most = plain_of(row, agreements).hopeful(left, right, story, HOPE)
    bound = dict(zip(kept.tolist(), most.tolist(), strict=True))
    for place, ((a, b), near) in enumerate(pairs.items()):
        total = add_up(row[a], row[b], near)
        assert total < UNSURE if place not in bound else total < bound[place]


NAMED = ["Ann Orr", "Anne Orr", "Orr", "Ivan Petrov", "Iwan I. Petrow", "Mike Lund", "Michael Lund"]
PERSONS = st.lists(st.sampled_from([actor(name, "RVA") for name in NAMED]), max_size=2)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(TOLD, PERSONS), min_size=2, max_size=6))
def test_nor_does_it_where_persons_of_one_state_are_told(told) -> None:
    row = [make({**one, "actors": persons or one["actors"]}) for one, persons in told]
    pairs = [(a, b) for a in range(len(row)) for b in range(a + 1, len(row))]
    left, right = (np.array(side) for side in zip(*pairs, strict=True))
    plain = plain_of(row, [None] * len(row))
    kept, _ = plain.hopeful(left, right, np.zeros(len(left), bool), HOPE)
    for a, b in (pairs[place] for place in set(range(len(pairs))) - set(kept.tolist())):
        assert add_up(row[a], row[b], Near()) < UNSURE


TEXT = "The attack on Velm: they attacked it, led new attacks and said the attack of 2029 was one."
IN_ONE = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["military.attack", "harm.kill", "diplomacy.meet"]),
        "trigger": st.sampled_from(["attack", "attacked", "attacks", "led", "said", "one"]),
        "rule": st.sampled_from(["frames.noun_frame:x", "by.hand"]),
        "words": st.sampled_from([TEXT, TEXT[20:]]),
        "actors": st.lists(st.sampled_from(["RVA", "OST", "gunmen", *NAMED[:2]]), max_size=2),
        "recipients": st.lists(st.sampled_from(["RVA", "LUR", "people"]), max_size=2),
        "when": st.sampled_from([None, "2031-05-08"]),
        "where": st.sampled_from([None, ("Velm", "RVA"), ("Tor", "OST")]),
        "count": st.sampled_from([None, (40, "troops"), (40, "tonnes"), (90, "soldiers")]),
        "reality": st.sampled_from(["happened", "ongoing", "planned", "possible"]),
        "outlet": st.sampled_from(["Herald", "Herald", "Courier"]),
    }
)


def in_reports(told):
    """Make tellings of a few reports that hold the same text."""
    row = []
    for one in told:
        held = report(TEXT, outlet=one["outlet"], day="2031-05-08")
        number, unit = one["count"] or (0, None)
        numbers = [quantity(number, number, f"{number} {unit}", unit=unit)] if number else []
        more = {**one, "when": when(one["when"]), "quantities": numbers}
        made = claim(held, more.pop("words"), more.pop("kind"), **more)
        row.append(tell(made, source_of(held), TEXT, 0))
    return row


@settings(max_examples=400, deadline=None)
@given(st.lists(IN_ONE, min_size=2, max_size=7), st.booleans())
def test_nor_within_a_report_that_comes_back_to_it(told, story) -> None:
    row = in_reports(told)
    stories = ["p" if story else one.source.report for one in row]
    pairs = pairs_of(row, [None] * len(row), stories)
    left, right = (np.array(side) for side in zip(*pairs, strict=True))
    kept, most = plain_of(row, [None] * len(row)).hopeful(
        left, right, np.array([near.story for near in pairs.values()]), HOPE
    )
    bound = dict(zip(kept.tolist(), most.tolist(), strict=True))
    for place, ((a, b), near) in enumerate(pairs.items()):
        for one, other in ((row[a], row[b]), (row[b], row[a])):
            total = add_up(one, other, near)
            assert total < UNSURE if place not in bound else total < bound[place]


def test_persons_with_nothing_of_their_names_in_common_are_passed_over() -> None:
    told = {"kind": "harm.kill", "words": "Guns thundered at Velm.", "reality": "happened"}
    told |= {"recipients": [], "where": None, "quantities": (), "stance": "asserted"}
    told |= {"day": "2031-05-08", "when": "2031-05-08"}
    alike = {**told, "words": "They died in the third round."}
    others = ["Orr", "Bo Tamm", "Cy Uld", "Ivan Petrov", "Mike Lund", "Kai Voss", "Ros Weir"]
    row = [make({**told, "actors": [actor("Ann Orr", "RVA")], "outlet": "Herald"})]
    row += [make({**alike, "actors": [actor(o, "RVA")], "outlet": "Courier"}) for o in others]
    sides = np.zeros(len(others), int), np.arange(1, len(row))
    kept, _ = plain_of(row, [None] * len(row)).hopeful(*sides, np.ones(len(others), bool), HOPE)
    assert 0 in kept
    assert len(kept) < len(others)  # names that share a bit are seen as if they met


def test_most_of_what_is_hopeless_is_passed_over() -> None:
    told = {"kind": "military.attack", "words": "Guns thundered at Velm.", "reality": "happened"}
    told |= {"recipients": [], "where": None, "quantities": (), "stance": "asserted"}
    days = [f"2031-05-{day:02d}" for day in range(1, 29)]
    row = [
        make({**told, "actors": [state], "day": day, "when": day, "outlet": "Herald"})
        for day in days
        for state in ("RVA", "OST")
    ]
    pairs = pairs_of(row, [None] * len(row), list(map(str, range(len(row)))))
    left, right = (np.array(side) for side in zip(*pairs, strict=True))
    story = np.array([near.story for near in pairs.values()])
    kept, _ = plain_of(row, [None] * len(row)).hopeful(left, right, story, HOPE)
    hopeful = [
        place
        for place, ((a, b), near) in enumerate(pairs.items())
        if not hopeless(row[a], row[b], near)
    ]
    assert len(hopeful) <= len(kept) <= len(hopeful) + len(left) // 10


def test_words_are_looked_for_a_few_rows_at_a_time(monkeypatch) -> None:
    row = [
        make(
            {
                "kind": "military.attack",
                "words": f"Guns thundered at {name}.",
                "actors": ["RVA"],
                "recipients": [],
                "day": None,
                "when": None,
                "where": None,
                "quantities": (),
                "reality": "happened",
                "stance": "asserted",
                "outlet": name,
            }
        )
        for name in ("Velm", "Ulm", "Tor", "Velm", "Orr")
    ]
    left, right = np.triu_indices(len(row), 1)
    whole = words_of(row).like(left, right)
    monkeypatch.setattr(columns, "MARKED", 1)
    parts = words_of(row[:2], row[2:]).like(left, right)
    assert whole[0].tolist() == parts[0].tolist()
    assert whole[1].tolist() == parts[1].tolist()
    assert len(set(whole[0].tolist())) > 1
