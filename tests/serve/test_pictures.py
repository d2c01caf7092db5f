"""Timeline, network and map: the same words as text, the picture beside it, nothing made up."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Any

from starlette.testclient import TestClient

from foedera.gazetteer import load_gazetteer
from foedera.serve.globe import Window, draw_map, project, spots_of
from foedera.serve.network import draw_network
from foedera.serve.pages import pictures
from foedera.serve.ties import Tie
from foedera.serve.timeline import draw_timeline
from foedera.view.pictures.drawing import text_width

PERU = load_gazetteer().points["PER"]


def event(name: str, when: Any, reality: str = "happened") -> dict[str, Any]:
    return {
        "id": name, "kind": "diplomacy.meet", "actors": [], "recipients": [], "participants": [],
        "when": when, "reality": reality, "reports": 1, "where": None,
    }  # fmt: skip


def days(first: str | None, last: str | None) -> dict[str, Any]:
    return {"earliest": first, "latest": last, "precision": "day", "words": ""}


def test_a_day_is_a_dot_and_an_interval_a_bar() -> None:
    drawn = draw_timeline(
        [
            event("a", days("2031-05-04", "2031-05-04")),
            event("b", days("2031-05-01", "2031-06-30")),
            event("c", days("2031-05-09", None)),
            event("d", None),
        ]
    )
    assert [row["id"] for row in drawn.dated] == ["b", "a", "c"]
    assert [row["id"] for row in drawn.undated] == ["d"]
    assert drawn.picture is not None
    wide = str(drawn.picture.wide)
    for name, look in (("a", "<circle"), ("b", "<rect"), ("c", "loose"), ("d", "<circle")):
        mark = wide.partition(f'href="/events/{name}"')[2].partition("</a>")[0]
        assert look in mark
    assert "day unknown" in wide


def test_a_few_that_lie_long_before_the_others_are_in_the_list_alone() -> None:
    near = [event(f"n{n}", days(f"2031-05-{n:02}", f"2031-05-{n:02}")) for n in range(1, 29)]
    old, long = (
        event("old", days("1951-01-01", "1953-12-31")),
        event("long", days("1960-01-01", None)),
    )
    drawn = draw_timeline([*near, old, long])
    assert drawn.aside == 1
    assert drawn.dated[0]["id"] == "old"
    assert drawn.picture is not None
    wide = str(drawn.picture.wide)
    assert 'href="/events/old"' not in wide
    assert 'href="/events/long"' in wide
    assert "1990" not in wide
    assert "May 2031" in wide
    assert draw_timeline([*near[:9], old]).aside == 0
    assert draw_timeline([*near, event("soon", days("2031-06-08", "2031-06-08"))]).aside == 0


def test_a_name_without_room_on_either_side_is_left_out() -> None:
    every = [event("a", days("2031-05-01", None)), event("b", days("2031-09-01", "2031-09-01"))]
    picture = draw_timeline([{**one, "actors": [{"name": "X" * 60}]} for one in every]).picture
    assert picture is not None
    starts = re.findall(r'<text class="small[^"]*" x="(-?[\d.]+)"', str(picture.wide))
    assert all(float(x) >= 0 for x in starts)


def test_without_any_day_there_is_no_picture_but_a_list() -> None:
    drawn = draw_timeline([event("d", None)])
    assert drawn.picture is None
    assert len(drawn.undated) == 1


def test_a_crowded_time_says_what_had_no_room() -> None:
    drawn = draw_timeline([event(f"{n:03}", days("2031-05-04", "2031-05-04")) for n in range(90)])
    assert drawn.beyond > 0
    assert len(drawn.dated) == 90


def test_a_network_is_laid_out_the_same_way_every_time() -> None:
    ties = [Tie("TCD", "MLI", 3, 0, 4), Tie("MLI", "NER", 1, 1, 1), Tie("PER", "CHL", 2, 1, 2)]
    once, again = draw_network(ties), draw_network(list(reversed(ties)))
    assert once.picture is not None
    assert again.picture is not None
    assert once.picture.wide == again.picture.wide
    assert "against" in str(once.picture.wide)
    assert draw_network([]).picture is None


def test_only_a_place_with_a_position_of_its_own_is_drawn_full() -> None:
    spots, unknown = spots_of(
        [
            {"name": "Lima", "country": "PER", "lat": -12.0, "lon": -77.0, "events": 2},
            {"name": "Peru", "country": "PER", "lat": PERU[0], "lon": PERU[1], "events": 5},
            {"name": "Europe", "country": None, "lat": 50.0, "lon": 10.0, "events": 1},
            {"name": "Someville", "country": "PER", "lat": None, "lon": None, "events": 1},
        ]
    )
    assert {one.name: one.exact for one in spots} == {"Lima": True, "Peru": False, "Europe": False}
    assert [row["name"] for row in unknown] == ["Someville"]
    wide = str(draw_map(spots, world=False).wide)
    assert wide.count("spot vague") == 2
    assert "only the country or region is told" in wide


def test_the_projection_keeps_the_order_of_the_globe() -> None:
    points = [project(lat, 10) for lat in range(-80, 81, 20)]
    assert [y for _, y in points] == sorted(y for _, y in points)
    assert project(-30, -40) == tuple(-value for value in project(30, 40))
    assert Window(0, 10, 20, 40).middle == 30


def test_pages_hold_the_same_as_text(client: TestClient) -> None:
    timeline = client.get("/timeline").text
    assert "Day unknown" in timeline
    assert 'tabindex="-1"' in timeline
    network = client.get("/network").text
    assert 'href="/actors/EST"' in network
    assert "Mostly" in network
    there = client.get("/map").text
    assert 'href="/places/Riga"' in there
    for page in (timeline, network, there):
        assert "style=" not in page
        assert "<script>alert" not in page


def test_conditions_stand_in_the_address(client: TestClient) -> None:
    for path, words in (
        ("/timeline", "No event fits"),
        ("/network", "Nobody is tied"),
        ("/map", "No place is told"),
    ):
        assert words in client.get(f"{path}?actor=Atlantis").text
        page = client.get(f"{path}?actor=Latvia&since=2021-05-01&until=2021-05-31").text
        assert 'value="Latvia"' in page
        assert client.get(f"{path}?since=yesterday").status_code == 400


def test_a_map_says_how_many_events_it_counts(client: TestClient) -> None:
    page = client.get("/map?actor=Latvia").text
    total = client.get("/api/events?actor=Latvia&limit=1").json()["total"]
    assert f"{total} events;" in page


def test_a_network_says_whom_it_leaves_out(client: TestClient, monkeypatch: Any) -> None:
    assert "Ties are counted among" not in client.get("/network").text
    monkeypatch.setattr(pictures, "MOST_NAMES", 2)
    page = client.get("/network").text
    assert re.search(r"among the 2 actors of most of these events, of \d+\.", page)


def test_the_api_answers_the_same(client: TestClient) -> None:
    line = client.get("/api/timeline?actor=LVA").json()
    assert line["dated"]
    assert {row["when"] for row in line["undated"]} <= {None}
    pairs = client.get("/api/network").json()["ties"]
    assert ["EST", "LVA"] in [[one["left"], one["right"]] for one in pairs]
    names = {one["name"] for one in client.get("/api/map").json()["places"]}
    assert "Riga" in names


def test_names_of_a_network_do_not_stand_on_each_other_on_a_phone() -> None:
    names = ["North Macedonia", "Greece", "Russia", "United States", "Germany", "France"]
    kinds: Counter[str] = Counter({"diplomacy.meet": 2})
    ties = [Tie(a, b, 2, 0, 2, kinds) for a, b in pairwise(names)]
    drawn = draw_network(ties).picture
    assert drawn is not None
    texts = re.findall(r'<text[^>]* x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]+)<', str(drawn.narrow))
    boxes = [(float(x), float(y), text_width(words, 12) / 2) for x, y, words in texts]
    assert len(boxes) == len(names)
    for number, (x, y, half) in enumerate(boxes):
        for other_x, other_y, other_half in boxes[number + 1 :]:
            assert abs(y - other_y) > 10 or abs(x - other_x) > half + other_half
