"""Which claims are compared: those that come next in a block, close ones first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.merge import blocks
from foedera.merge.blocks import MOST, WIDE, WINDOW, Blocks, block_keys
from foedera.merge.near import Around
from foedera.merge.telling import Telling
from tests.merge.builders import when
from tests.merge.tellings import telling

STATES = ["RVA", "OST", "LUR"]
TOLD = st.lists(
    st.tuples(
        st.sampled_from(STATES),
        st.sampled_from(STATES),
        st.sampled_from(["Guns thundered at Velm.", "A bridge fell at Tor.", "They met."]),
        st.sampled_from([None, "2031-05-07", "2031-06-08"]),
        st.integers(0, 3),
    ),
    max_size=60,
)


def told_one_by_one(row: Sequence[Telling], around: Around) -> set[tuple[int, int]]:
    """Find the pairs block by block, as the rule is written."""
    held = defaultdict(list)
    for place, one in enumerate(row):
        for key in block_keys(one, around):
            held[key].append(place)
    found = set()
    for place, one in enumerate(row):
        close, shown = set(), Counter[int]()
        for key in block_keys(one, around):
            after = [other for other in held[key] if other > place]
            if key[1] in ("story", "agreement"):
                close.update(after[:WINDOW])
            else:
                shown.update(after[:WIDE])
        most = sorted(shown, key=lambda other: (-shown[other], other))[:MOST]
        found |= {(place, other) for other in close.union(most)}
    return found


@settings(max_examples=60, deadline=None)
@given(TOLD)
def test_pairs_are_those_that_come_next_in_any_block(claims) -> None:
    row = [
        telling("military.attack", words, actors=[doer], recipients=[target], when=when(day))
        for doer, target, words, day, _ in claims
    ]
    stories = {t.source.report: str(one[-1]) for t, one in zip(row, claims, strict=True)}
    around = Around(stories, {t.id: "pact" for t in row[::5]})
    found = [
        pair
        for left, right in Blocks(row, around).pairs()
        for pair in zip(left.tolist(), right.tolist(), strict=True)
    ]
    assert len(found) == len(set(found))
    assert set(found) == told_one_by_one(row, around)


def test_many_claims_are_looked_up_a_part_at_a_time(monkeypatch) -> None:
    row = [telling("military.attack", f"Guns {n}.", actors=["RVA"]) for n in range(90)]
    whole = told_one_by_one(row, Around())
    monkeypatch.setattr(blocks, "PART", 7)
    parts = [zip(left, right, strict=True) for left, right in Blocks(row, Around()).pairs()]
    assert {(int(a), int(b)) for part in parts for a, b in part} == whole


def test_no_claims_have_no_pairs() -> None:
    assert list(Blocks([], Around()).pairs()) == []
