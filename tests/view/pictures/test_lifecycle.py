"""The life-cycle picture: from one party to thirty, years apart or undated, labels kept apart."""

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.view.pictures.axis import make_axis
from foedera.view.pictures.drawing import text_width
from foedera.view.pictures.life import Act, Lane, Life, Stretch
from foedera.view.pictures.lifecycle import NARROW, WIDE, draw_life

LABEL = re.compile(r'<text class="([^"]*)" x="([-\d.]+)" y="([-\d.]+)">([^<]*)</text>')
Box = tuple[float, float, float, str]

days = st.dates(date(1950, 1, 1), date(2040, 1, 1)).map(date.isoformat)


@st.composite
def lives(draw: st.DrawFn) -> Life:
    parties = draw(st.integers(1, 30))
    acts = []
    for _ in range(draw(st.integers(0, 12))):
        start = draw(days)
        reach = draw(st.sampled_from([0, 0, 0, 29, 364]))
        end = (date.fromisoformat(start) + timedelta(days=reach)).isoformat()
        lanes = draw(st.sets(st.integers(0, parties - 1), min_size=1, max_size=parties))
        label = draw(st.sampled_from(["signed", "instrument deposited, New York", "ratified"]))
        acts.append(Act(start, end, f"{label}, {start}", tuple(sorted(lanes)), "signed"))
    conduct = [
        Stretch(d, None, "Deployment · somebody", "plain") for d in draw(st.lists(days, max_size=4))
    ]
    lanes = tuple(Lane(f"State of Number {n}") for n in range(parties))
    return Life((), lanes, tuple(acts), tuple(conduct), draw(st.none() | days))


def boxes(picture: str) -> list[Box]:
    """Return left, right and base of every label of a step."""
    found = []
    for style, x, y, words in LABEL.findall(picture):
        if "soft" in style or "on" in style.split() or words.startswith("State of"):
            continue
        left, width = float(x), text_width(words)
        if "end" in style.split():
            left -= width
        found.append((left, left + width, float(y), words))
    return found


@settings(max_examples=60, deadline=None)
@given(lives(), st.sampled_from([WIDE, NARROW]))
def test_no_two_labels_overlap(life: Life, measures: object) -> None:
    picture = draw_life(life, measures)
    if picture is None:
        assert not life.acts
        assert not life.conduct
        return
    placed = boxes(str(picture))
    for i, (left, right, base, _) in enumerate(placed):
        for other in placed[i + 1 :]:
            apart = right <= other[0] + 1 or other[1] <= left + 1
            assert apart or abs(base - other[2]) >= 11, (placed[i], other)


@settings(max_examples=60, deadline=None)
@given(st.lists(days, min_size=1, max_size=20), st.integers(300, 1000))
def test_days_lie_on_the_axis_in_their_order(given_days: list[str], width: int) -> None:
    axis = make_axis(given_days, 0, width)
    places = [axis.place(day) for day in sorted(given_days)]
    assert places == sorted(places)
    assert all(0 <= place <= width + 0.001 for place in places)
    ticks = [tick.x for tick in axis.ticks()]
    assert ticks == sorted(ticks)


def test_empty_decades_are_folded() -> None:
    axis = make_axis(["1968-07-01", "1970-03-05", "2024-01-01", "2024-06-03"], 0, 1000)
    assert [fold.label for fold in axis.folds] == ["53 years"]
    assert axis.place("2024-06-03") - axis.place("2024-01-01") > 80


def test_a_life_without_days_is_not_drawn() -> None:
    assert draw_life(Life((), (Lane("Chad"),), (), on="2031-01-01")) is None
