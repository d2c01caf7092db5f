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
        words.add(row)
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
