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
