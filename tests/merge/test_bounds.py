"""No pair of tellings scores more than its bound."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.merge.bounds import at_most
from foedera.merge.events import UNSURE, Around, add_up, hopeless, score, weigh
from foedera.merge.findings import FEATURES
from foedera.merge.near import VETO
from foedera.merge.telling import Telling
from tests.merge.builders import STATES, actor, quantity, when
from tests.merge.tellings import telling

PERSONS = [actor("Ann Orr", "RVA"), actor("Bo Tamm", "OST"), actor("Cy Uld", "LUR")]
PARTIES = st.lists(st.sampled_from([*STATES, *PERSONS]), max_size=2, unique_by=str)
TOLD = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(
            [
                "military.attack",
                "military.deploy",
                "military.test",
                "harm.kill",
                "diplomacy.meet",
                "agreement.sign",
                "agreement.ratify",
                "statement.criticise",
                "statement.warn",
            ]
        ),
        "words": st.sampled_from(
            [
                "Guns thundered at Velm.",
                "Guns by Velm, Tor and Ulm thundered.",
                "The third round of new strikes.",
                "The third round over Ulm, the fourth strike at Velm.",
            ]
        ),
        "actors": PARTIES,
        "recipients": PARTIES,
        "day": st.sampled_from(["2031-05-08", "2031-05-09", "2031-06-20", None]),
        "when": st.sampled_from([None, "2031-05-07", "2031-05-08", "2031-05-01/2031-05-31"]),
        "where": st.sampled_from([None, ("Velm", "RVA"), ("Ulm", "RVA"), ("Tor", "OST")]),
        "quantities": st.sampled_from(
            [(), (quantity(40, 40, "40"),), (quantity(90, 90, "90"),), (quantity(30, None, "30"),)]
        ),
        "reality": st.sampled_from(["happened", "ongoing", "planned", "demanded", "not-happened"]),
        "stance": st.sampled_from(["asserted", "denied"]),
        "outlet": st.sampled_from(["Herald", "Courier"]),
    }
)
AROUND = st.tuples(st.booleans(), st.sampled_from(["", "x", "xy"]))


def make(told: dict[str, object]) -> Telling:
    more = {**told, "when": when(told["when"])}  # type: ignore[arg-type]
    return telling(str(more.pop("kind")), str(more.pop("words")), **more)


def around(a: Telling, b: Telling, lies: tuple[bool, str]) -> Around:
    story, agreements = lies
    stories = {a.source.report: "one", b.source.report: "one" if story else "two"}
    return Around(stories, dict(zip((a.id, b.id), agreements * 2, strict=False)))


@settings(max_examples=600, deadline=None)
@given(TOLD, TOLD, AROUND)
def test_no_pair_scores_more_than_its_bound(left, right, lies) -> None:
    a, b = make(left), make(right)
    lying = around(a, b, lies)
    near = lying.near(a, b)
    scored = score(weigh(a, b, lying))
    assert scored <= VETO or scored <= at_most(a, b, near) + 0.001
    assert add_up(a, b, near) == scored  # what traits settle is found as if each were asked
    if hopeless(a, b, near):
        assert scored < UNSURE


@settings(max_examples=600, deadline=None)
@given(TOLD, TOLD, AROUND)
def test_what_is_only_added_up_is_what_the_findings_written_down_add_up_to(a, b, lies) -> None:
    left, right = make(a), make(b)
    lying = around(left, right, lies)
    assert add_up(left, right, lying.near(left, right)) == score(weigh(left, right, lying))


@settings(max_examples=600, deadline=None)
@given(TOLD, TOLD, AROUND)
def test_what_is_not_asked_of_a_pair_would_find_nothing(a, b, lies) -> None:
    left, right = make(a), make(b)
    lying = around(left, right, lies)
    near = lying.near(left, right)
    found = [finding.reason() for f in FEATURES if (finding := f(left, right, near)) is not None]
    assert weigh(left, right, lying, whole=True) == tuple(found)


@settings(max_examples=300, deadline=None)
@given(TOLD, AROUND)
def test_nor_a_telling_told_again_in_another_outlet(told, lies) -> None:
    a, b = make(told), make({**told, "outlet": "Gazette"})
    near = around(a, b, lies)
    scored = score(weigh(a, b, near))
    assert scored <= VETO or scored <= at_most(a, b, near.near(a, b)) + 0.001
