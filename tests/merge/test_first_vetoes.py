"""The quick vetoes say nothing that the findings do not say."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from foedera.merge.events import UNSURE, Around, score, weigh
from foedera.merge.first_vetoes import never_one, too_little
from foedera.merge.near import VETO
from tests.merge.builders import when
from tests.merge.tellings import telling

STATES = st.lists(st.sampled_from(["RVA", "OST", "LUR"]), max_size=2, unique=True)
TOLD = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(
            ["military.attack", "diplomacy.meet", "agreement.ratify", "statement.criticise"]
        ),
        "actors": STATES,
        "recipients": STATES,
        "day": st.sampled_from(["2031-05-08", "2031-05-09", "2031-06-20"]),
        "when": st.sampled_from([None, "2031-05-07", "2031-05-08", "2031-05-01/2031-05-31"]),
        "reality": st.sampled_from(["happened", "ongoing", "planned", "demanded", "not-happened"]),
        "stance": st.sampled_from(["asserted", "denied"]),
        "outlet": st.sampled_from(["Herald", "Courier"]),
    }
)


def made(told: dict[str, object]):
    more = {**told, "when": when(told["when"])}  # type: ignore[arg-type]
    return telling(str(more.pop("kind")), **more)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(TOLD, TOLD, st.booleans())
def test_a_pair_that_ends_early_meets_a_veto_of_the_findings(left, right, story) -> None:
    a, b = made(left), made(right)
    assume(a.claim.kind == b.claim.kind)
    reports = {a.source.report: "one", b.source.report: "one" if story else "two"}
    around = Around(story_of=reports)
    if never_one(a, b, around.story(a, b)):
        assert score(weigh(a, b, around)) <= VETO


PLANNED = {
    "kind": "military.attack",
    "actors": ["RVA"],
    "recipients": [],
    "day": "2031-06-20",
    "when": None,
    "reality": "planned",
    "stance": "asserted",
    "outlet": "Herald",
}


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@example(PLANNED, PLANNED, True, "Troops marched off.")
@given(
    TOLD, TOLD, st.booleans(), st.sampled_from(["Troops marched off.", "Guns by Velm, Tor, Ulm."])
)
def test_a_pair_with_too_little_in_common_is_never_joined(left, right, story, other_words) -> None:
    one, other = {**left, "words": "Guns thundered."}, {**right, "words": other_words}
    a, b = made(one), made(other)
    assume(a.claim.kind == b.claim.kind)
    reports = {a.source.report: "one", b.source.report: "one" if story else "two"}
    if too_little(a, b):
        assert score(weigh(a, b, Around(story_of=reports))) < UNSURE
