"""An event's fields, made of its tellings."""

from itertools import permutations

from foedera.data import Actor, Event, Span
from foedera.merge.assemble import assemble_event, merge_actors
from foedera.merge.origins import name_sources, trace
from foedera.merge.telling import Telling
from tests.merge.tellings import telling


def test_whom_most_reports_tell_stands_first_whatever_their_order() -> None:
    told = [
        telling("military.attack", "One struck.", actors=["OST"], outlet="Herald"),
        telling("military.attack", "Two struck.", actors=["RVA"], outlet="Courier"),
        telling("military.attack", "Three struck.", actors=["RVA"], outlet="Star"),
    ]
    chains = {t.id: chain for t in told for chain in trace([t], name_sources([])).values()}
    for order in permutations(told):
        event = assemble_event(order, chains, copy_of={}, compared=False)
        assert [a.country for a in event.roles.actors] == ["RVA", "OST"]


Place = tuple[str, str | None, float | None, float | None]


def assembled(*told: Telling) -> Event:
    chains = {t.id: chain for t in told for chain in trace([t], name_sources([])).values()}
    return assemble_event(told, chains, copy_of={}, compared=False)


def struck(place: Place, number: int) -> list[Telling]:
    return [
        telling("military.attack", f"{n} struck {place[0]}.", where=place, outlet=f"Star {n}")
        for n in range(number)
    ]


def place(name: str, country: str | None, lat: float | None = 1.0) -> Place:
    return name, country, lat, lat


def test_the_place_is_the_town_that_tellings_of_its_country_allow() -> None:
    peru, lima = place("Peru", "PER"), place("Lima", "PER")
    geneva, coast = place("Geneva", "CHE"), place("Latin America", None)

    def chosen(*told: list[Telling]) -> str | None:
        where = assembled(*(one for some in told for one in some)).setting.where
        return where.name if where else None

    assert chosen(struck(peru, 3), struck(lima, 1)) == "Lima"
    assert chosen(struck(peru, 9), struck(lima, 1)) == "Peru"
    assert chosen(struck(peru, 3), struck(geneva, 1)) == "Peru"
    assert chosen(struck(peru, 2), struck(coast, 1)) == "Peru"
    assert chosen(struck(place("Hill 9", "PER", None), 4), struck(lima, 1)) == "Lima"


def test_a_country_without_a_position_gets_its_own() -> None:
    where = assembled(*struck(place("Peru", "PER", None), 1)).setting.where
    assert where is not None
    assert where.lat is not None
    assert where.lat < 0
    where = assembled(*struck(place("Hill 9", "PER", None), 1)).setting.where
    assert where is not None
    assert where.lat is None


def test_who_does_it_goes_by_the_name_that_most_reports_use() -> None:
    names = ["Idriss Mahamat", "Idriss Mahamat", "Idriss B. Mahamat", "IDRISS MAHAMAT", "Mahamat"]
    told = [
        (f"r{n}", [Actor(name, "TCD", "person", None, Span(n, n + 1))])
        for n, name in enumerate(names)
    ]
    assert [actor.name for actor in merge_actors(told)] == ["Idriss Mahamat"]
    towns = [Actor(name, "TCD", "state", None, Span(0, 1)) for name in ("Ndjamena City", "Chad")]
    assert merge_actors([("r1", towns[:1]), ("r2", towns[:1]), ("r3", towns[1:])])[0].name == "Chad"


def said(stance: str, number: int) -> list[Telling]:
    own = {"stance": stance, "sources": [["RVA"]]}
    return [
        telling("military.attack", f"{n} {stance}.", outlet=f"Star {n}", **own)
        for n in range(number)
    ]


def test_a_state_that_tells_it_itself_is_neither_silent_nor_denies_it() -> None:
    def stands(*told: list[Telling]) -> dict[str, str]:
        return dict(assembled(*(one for some in told for one in some)).acknowledgement)

    assert stands(said("no-comment", 1)) == {"RVA": "no-comment"}
    assert stands(said("no-comment", 2), said("asserted", 1)) == {"RVA": "no-comment"}
    assert stands(said("no-comment", 1), said("asserted", 3)) == {}
    assert stands(said("confirmed", 1), said("no-comment", 1)) == {"RVA": "confirmed"}
    assert stands(said("denied", 1), said("asserted", 9)) == {"RVA": "denied"}
    assert stands(said("denied", 1), said("asserted", 30)) == {}
