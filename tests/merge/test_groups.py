"""Groups join at little cost and list the same whatever the order of joining."""

from hypothesis import given
from hypothesis import strategies as st

from foedera.merge.groups import Groups

NAMES = "abcdefghij"
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=12)


@given(PAIRS, st.randoms())
def test_the_order_of_joining_leaves_no_trace(pairs, random) -> None:
    one, other = Groups(NAMES, keep=3), Groups(NAMES, keep=3)
    for pair in pairs:
        one.join(*pair)
    random.shuffle(pairs)
    for pair in pairs:
        other.join(*reversed(pair))
    assert one.all() == other.all()
    for name in NAMES:
        assert one.first(name) == other.first(name) == one.members(name)[:3]
        assert one.root(name) == min(one.members(name))
