"""Bodies and places of hand-written tables: whose they are, and that no row contradicts another."""

import pytest

from foedera.gazetteer import load_gazetteer
from foedera.gazetteer.names import tokens
from foedera.gazetteer.tables import cells, rows


@pytest.mark.parametrize(
    ("words", "country", "kind"),
    [
        ("Baloch Liberation Army", "PAK", "group"),
        ("Ta'ang National Liberation Army", "MMR", "group"),
        ("Asaib Ahl al-Haq", "IRQ", "group"),
        ("Mai-Mai", "COD", "group"),
        ("Tren de Aragua", "VEN", "group"),
        ("Ansarullah", "YEM", "group"),
        ("Jatiya Sangsad", "BGD", "organisation"),
        ("Loya Jirga", "AFG", "organisation"),
        ("Milli Majlis", "AZE", "organisation"),
        ("Georgian Dream", "GEO", "organisation"),
        ("Fidesz", "HUN", "organisation"),
        ("DGSE", "FRA", "organisation"),
        ("Rapid Action Battalion", "BGD", "force"),
        ("Carabinieri", "ITA", "force"),
        ("PLA Navy", "CHN", "force"),
        ("Pemex", "MEX", "organisation"),
        ("Bank of Japan", "JPN", "organisation"),
        ("Rostec", "RUS", "organisation"),
        ("UNIFIL", None, "organisation"),
        ("UNMEE", None, "organisation"),
        ("Operation Barkhane", "FRA", "force"),
        ("Operation Atalanta", None, "force"),
        ("Nitijela", "MHL", "organisation"),
        ("Heritage Foundation", None, "organisation"),  # nobody's act of state
        ("NORAD", None, "force"),
        ("PLAAF", "CHN", "force"),
        ("Central Bank of Iraq", "IRQ", "organisation"),
        ("Khatam al-Anbiya Central Headquarters", "IRN", "force"),
        ("China Harbour Engineering Company", "CHN", "organisation"),
        ("Workers' Party of Korea", "PRK", "organisation"),
        ("Inter-American Court of Human Rights", None, "organisation"),
        ("Five Eyes", None, "organisation"),
        ("UNITA", "AGO", "group"),
        ("SPLM-N", "SDN", "group"),
        ("Jaish al-Fatah", "SYR", "group"),
        ("Batasuna", "ESP", "organisation"),
        ("Jammu Kashmir Liberation Front", "IND", "group"),
        ("Mukhabarat", None, "organisation"),  # several states' services go by it
        ("Duvdevan", "ISR", "force"),
        ("Zaporizhstal", "UKR", "organisation"),
        ("Falun Gong", "CHN", "organisation"),
        ("National Unity Government", None, "organisation"),  # several states have had one
    ],
)
def test_bodies_have_their_state(words: str, country: str | None, kind: str) -> None:
    found = load_gazetteer().names.at(tokens(words), 0)
    assert found is not None
    assert found[1] == len(tokens(words))
    assert (found[0][0].country, found[0][0].kind) == (country, kind)


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Second Thomas Shoal", None),
        ("Bab al-Mandeb", None),
        ("Diego Garcia", None),
        ("Suwalki Gap", None),
        ("Liancourt Rocks", None),
        ("Kunashir", None),
        ("Halaib Triangle", None),
        ("al-Fashaga", None),
        ("Kerem Shalom", None),
        ("Osirak", "IRQ"),
        ("Tahrir Square", "EGY"),
        ("Balakot", "PAK"),
        ("Philadelphi Corridor", "PSE"),
        ("Incirlik", "TUR"),
        ("Zaporizhzhia nuclear plant", "UKR"),
        ("North Kivu", "COD"),
        ("Shayrat air base", "SYR"),
        ("Wakhjir", "AFG"),
        ("Rogun dam", "TJK"),
        ("Druzhba pipeline", None),
        ("Moria camp", "GRC"),
        ("Sde Teiman", "ISR"),
    ],
)
def test_what_is_disputed_is_of_no_state(words: str, country: str | None) -> None:
    spots = load_gazetteer().spots.get(tokens(words))
    assert max(spots, key=lambda s: s.size).country == country


@pytest.mark.parametrize(
    "words",
    [
        "SDF",
        "RAW",
        "MIT",
        "BLA",
        "Vox",
        "Amal",
        "Morena",
        "Fano",
        "Supreme Court",
        "Union",
        "PLAN",
        "SHAPE",
        "SAS",
        "Intel",
        "Vale",
        "Southern Front",
        "Check Point",
        "NDP",
    ],
)
def test_what_means_something_else_too_is_not_listed(words: str) -> None:
    assert load_gazetteer().names.get(tokens(words)) == []


@pytest.mark.parametrize("table", ["bodies", "organisations"])
def test_rows_of_bodies_are_sound(table: str) -> None:
    states = load_gazetteer().states
    seen: dict[tuple[str, ...], str] = {}
    for name, also, kind, country, *_ in rows(table):
        assert kind in {"organisation", "force", "group"}, name
        assert not country or country in states, name
        for phrase in (name, *cells(also)):
            assert seen.setdefault(tokens(phrase), name) == name or phrase == "Workers' Party"


def test_rows_of_regions_are_sound() -> None:
    states = {*load_gazetteer().states, "GUM"}
    for name, _, country, lat, lon, sort in rows("regions"):
        assert not country or country in states, name
        assert -90 <= float(lat) <= 90, name
        assert -180 <= float(lon) <= 180, name
        assert sort in {"region", "sea", "site", "border", "city"}, name
