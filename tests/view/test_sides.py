"""Sides in few names."""

from foedera.view.sides import few, name_doers, write_sides


def party(name: str, country: str | None = None, kind: str = "state", office: str = "") -> dict:
    return {"name": name, "country": country, "kind": kind, "office": office or None}


def name(actor: dict | str) -> str:
    return actor if isinstance(actor, str) else actor["name"]


CHAD = party("Chad", "TCD")


def test_a_state_stands_for_its_bodies_forces_and_officers() -> None:
    of_chad = [
        party("the ministry", "TCD", "organisation"),
        party("Chadian troops", "TCD", "force"),
        party("Idriss Mahamat", "TCD", "person", "minister"),
        party("Chadian officials", "TCD", "group"),
    ]
    assert name_doers([CHAD, *of_chad], name) == ["Chad"]
    assert name_doers(of_chad[:3], name) == ["the ministry", "Chadian troops", "Idriss Mahamat"]


def test_it_stands_neither_for_its_rebels_nor_for_mere_citizens() -> None:
    rebels = party("Chadian rebels", "TCD", "group")
    nurse = party("Amina Saleh", "TCD", "person")
    assert name_doers([CHAD, rebels, nurse], name) == ["Chad", "Chadian rebels", "Amina Saleh"]


def test_the_people_struck_are_named_beside_their_state() -> None:
    people = party("Chadians", "TCD", "group")
    event = {"actors": [party("Niger", "NER")], "recipients": [CHAD, people]}
    assert write_sides(event, name) == "Niger → Chad and Chadians"


def test_nouns_alone_give_way_to_who_is_named() -> None:
    gunmen = party("gunmen", None, "group")
    assert name_doers([gunmen, party("Boko Haram", None, "group")], name) == ["Boko Haram"]
    assert name_doers([gunmen], name) == ["gunmen"]


def test_where_nobody_does_it_the_arrow_still_says_to_whom() -> None:
    assert write_sides({"recipients": [CHAD]}, name) == "→ Chad"


def test_further_ones_are_counted_but_never_one_alone() -> None:
    assert few(["a", "b", "c", "d"], 3) == ["a", "b", "c", "d"]
    assert few(["a", "b", "c", "d", "e"], 3) == ["a", "b", "c", "2 more"]


def test_a_state_stands_for_its_people_by_their_name_and_not_for_a_party() -> None:
    us = party("United States", "USA")
    people = [party(n, "USA", "group") for n in ("Americans", "Republicans")]
    assert name_doers([us, *people], name) == ["United States", "Republicans"]


def told_by(times: dict[str, int]) -> dict:
    """An event whose doers are told by so many claims each."""
    names, claims, values = list(times), [], []
    for who in names:
        own = [f"{who}{n}" for n in range(times[who])]
        claims += own
        values.append({"value": who, "claims": own})
    return {"claims": claims, "comparison": [{"field": "participants", "values": values}]}


def test_whom_hardly_anybody_tells_to_do_it_is_in_no_heading() -> None:
    chad, sudan = CHAD, party("Sudan", "SDN")
    told = told_by({"Chad": 30, "Sudan": 1, "": 9})
    event = {**told, "actors": [chad, sudan], "recipients": [party("Mali", "MLI")]}
    assert write_sides(event, name) == "Chad → Mali"
    assert write_sides({**event, "claims": told["claims"][:5]}, name) == "Chad and Sudan → Mali"
    nobody = {**told_by({"Chad": 1, "Sudan": 1, "": 30}), "actors": [chad, sudan]}
    assert write_sides({**nobody, "recipients": [party("Mali", "MLI")]}, name) == "→ Mali"


def test_of_many_seldom_told_ones_of_a_state_the_state_stands() -> None:
    own = [party("rangers", "TCD", "force"), party("Idriss Mahamat", "TCD", "person"), CHAD]
    event = {**told_by({"rangers": 1, "Idriss Mahamat": 1, "Chad": 1, "": 17}), "actors": own}
    assert write_sides({**event, "recipients": ["Mali"]}, name) == "Chad → Mali"
    event = {**told_by({"rangers": 9, "Idriss Mahamat": 1, "Chad": 1, "": 17}), "actors": own}
    assert write_sides({**event, "recipients": ["Mali"]}, name) == "rangers → Mali"


def test_nobody_stands_twice_and_bare_nouns_give_way_to_fuller_ones() -> None:
    people = [party(n, None, "person") for n in ("Idriss Mahamat", "Idriss B. Mahamat")]
    assert write_sides({"actors": people}, name) == "Idriss Mahamat"
    event = {"actors": [CHAD], "recipients": [CHAD, party("Mali", "MLI"), "country", "border"]}
    assert write_sides(event, name) == "Chad → Mali"
    towns = ["city", "northern city", "South Sudan", "Sudan"]
    assert write_sides({"recipients": towns}, name) == "→ northern city, South Sudan and Sudan"
