import pytest

from foedera.data import Where
from foedera.extract.actors import find_actors
from foedera.extract.places import find_places
from foedera.gazetteer import load_gazetteer
from tests.reading import analyser, report_of


def places(text: str) -> dict[str, Where]:
    report = report_of(text)
    sentences = next(iter(analyser().analyse([report])))
    actors = find_actors(report, sentences, load_gazetteer())
    found = find_places(report, sentences, load_gazetteer(), actors)
    return {text[m.span.start : m.span.end]: m.value for m in found if isinstance(m.value, Where)}


def test_a_direction_in_a_states_name_is_no_part_of_a_state() -> None:
    assert places("Greece approved the protocol on North Macedonia's accession.") == {}


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("They met in Lima on Monday.", "Lima", "Lima", "PER"),
        ("She flew to Nairobi.", "Nairobi", "Nairobi", "KEN"),
        ("Troops massed in Norway.", "Norway", "Norway", "NOR"),
        ("Fighting spread in northern Mali.", "northern Mali", "northern Mali", "MLI"),
        ("A blast hit Homs Province.", "Homs", "Homs", "SYR"),
        ("Ships crossed the Red Sea.", "Red Sea", "Red Sea", None),
        ("Boats sank off the coast of Libya.", "coast of Libya", "coast of Libya", "LBY"),
        ("Men crossed the Chadian border with Niger.", "Chadian border with Niger",
         "Chadian border with Niger", "TCD"),
        ("Six men died on the Turkish-Syrian border.", "Turkish-Syrian border",
         "Turkish-Syrian border", None),
        ("Six men died on the Chad–Sudan border.", "Chad–Sudan border", "Chad–Sudan border", None),
        ("Six men died on the border between Peru and Chile.", "border between Peru and Chile",
         "border between Peru and Chile", None),
        ("Shells fell in the Syrian capital.", "Syrian capital", "Damascus", "SYR"),
        ("He spoke in Birmingham, Alabama.", "Birmingham", "Birmingham", "USA"),
        ("He spoke in Birmingham.", "Birmingham", "Birmingham", "GBR"),
        ("Two men died in Qorvath in northern Mali.", "Qorvath", "Qorvath", "MLI"),
        ("Two men died near Qorvath, a town in Mali.", "Qorvath", "Qorvath", "MLI"),
        ("A mine blew up in Mali's Qorvath region.", "Qorvath", "Qorvath", "MLI"),
        ("A bomb went off in Nairobi's Qorvath district.", "Qorvath", "Qorvath, Nairobi", "KEN"),
        ("They met at Sharm el-Sheikh.", "Sharm el-Sheikh", "Sharm el-Sheikh", "EGY"),
        ("They met in the South Sudanese town of Malakal.", "Malakal", "Malakal", "SSD"),
        ("Crowds marched on Yerevan's Republic Square.", "Republic Square",
         "Republic Square, Yerevan", "ARM"),
        ("Crowds marched on Beijing's Tiananmen Square.", "Tiananmen Square", "Tiananmen Square",
         "CHN"),
        ("Gunboats met near Second Thomas Shoal.", "Second Thomas Shoal", "Second Thomas Shoal",
         None),
        ("Ships turned back at the Bab al-Mandeb.", "Bab al-Mandeb", "Bab el-Mandeb", None),
        ("Rebels made a raid on Kidal.", "Kidal", "Kidal", "MLI"),
        ("Boats were held off Libya.", "Libya", "Libya", "LBY"),
        ("The cargo was unloaded at Chittagong.", "Chittagong", "Chattogram", "BGD"),
        ("A bomb went off in Khan Sheikhoun, Syria.", "Khan Sheikhoun", "Khan Sheikhoun", "SYR"),
        ("Troops held the area around Tal Abyad, Syria.", "Tal Abyad", "Tal Abyad", "SYR"),
        ("Ukraine said that rebels captured Avdiivka.", "Avdiivka", "Avdiivka", "UKR"),
        ("China said that floods killed four in Sichuan.", "Sichuan", "Sichuan", "CHN"),
        ("Fighting spread in Ethiopia's Amhara region.", "Amhara region", "Amhara region", "ETH"),
        ("They met in Kiev on Monday.", "Kiev", "Kyiv", "UKR"),
        ("A mine blew up in Qorvath, Mali, on Monday.", "Qorvath", "Qorvath", "MLI"),
        ("A mine blew up in Shakhtersk, Ukraine.", "Shakhtersk", "Shakhtersk", "UKR"),
        ("A ship sank in the Taiwan Strait on Monday.", "Taiwan Strait", "Taiwan Strait", None),
        ("A bus fell into the Jordan Valley on Monday.", "Jordan Valley", "Jordan Valley", None),
        ("Rebels killed two in the Niger Delta.", "Niger Delta", "Niger Delta", "NGA"),
        ("A man was shot in east Jerusalem.", "east Jerusalem", "East Jerusalem", "PSE"),
        ("A camp burnt down in al-Hol.", "al-Hol", "al-Hol", "SYR"),
        ("A bus fell off a road in Lombok.", "Lombok", "Lombok", "IDN"),
        ("A bus fell off a road in Bali.", "Bali", "Bali", "IDN"),
        ("A bus fell off a road in Baja California.", "Baja California", "Baja California", "MEX"),
        ("A bus fell off a road in Belo Horizonte.", "Belo Horizonte", "Belo Horizonte", "BRA"),
        ("A bus fell off a road in Kachin State.", "Kachin State", "Kachin State", "MMR"),
        ("A bus fell off a road in British Columbia.", "British Columbia", "British Columbia",
         "CAN"),
        ("Norway sent troops to Armenia.", "Armenia", "Armenia", "ARM"),
        ("Missiles hit Kyiv on Monday.", "Kyiv", "Kyiv", "UKR"),
        ("Chad condemned the bombings of Sanaa and Kyiv.", "Kyiv", "Kyiv", "UKR"),
        ("Chad carried out air strikes on Damascus.", "Damascus", "Damascus", "SYR"),
        ("Norway sent troops to its border with Russia.", "its border with Russia",
         "border between Norway and Russia", "NOR"),
    ],
)  # fmt: skip
def test_places(text: str, words: str, name: str, country: str | None) -> None:
    found = places(text)
    assert words in found, found
    assert (found[words].name, found[words].country) == (name, country)


@pytest.mark.parametrize(
    "text",
    [
        "A man lay in Bustan al Qasr cemetery.",  # no town of that name's first word
        "Two ships sank off the Mira Peninsula.",
        "A ship sank near Amami-Qorvath.",
        "Bustan said that it would leave.",
        "They spoke with Lincoln.",
        "Norway sent aid to Armenia.",  # whose it is, not where
        "An attack on Tehran would be a mistake.",
        "They met at the Kirya and left.",
        "Shells fell in the Salaheddin district.",  # not of Iraq, which nobody speaks of
        "They met in Avdiivka and left.",  # of a state that the report does not speak of
    ],
)
def test_a_small_town_is_one_only_where_something_is(text: str) -> None:
    assert places(text) == {}


def test_a_known_town_has_degrees() -> None:
    where = places("They met in Lima.")["Lima"]
    assert where.lat == pytest.approx(-12.0, abs=0.5)
    assert where.lon == pytest.approx(-77.0, abs=0.5)


@pytest.mark.parametrize(
    "text",
    [
        "Talks with Lima failed.",
        "Lima rejected the plan.",
        "Senator Paris Lincoln spoke.",
        "Jack London wrote it.",
        "They met in March.",
        "They laid flowers in front of the Norwegian embassy.",
        "Envoys will side with Norway.",
        "Crowds filled Independence Square.",
        "Rebels called off Norway.",
        "Gen. John Allen resigned. The agents were looking at Allen again.",
    ],
)
def test_no_places(text: str) -> None:
    assert places(text) == {}


def test_the_state_of_an_address_is_no_place_of_its_own() -> None:
    assert list(places("They met in Oslo, Norway, on Monday.")) == ["Oslo"]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Police searched the Spanish city of Toledo.", "Toledo", "ESP"),
        ("Troops left the Kenyan town of Marabani.", "Marabani", "KEN"),
        ("Libya is at war. Libya has no army. A bomb hit a hotel in Tripoli.", "Tripoli", "LBY"),
        (
            "Russia mourns. Russia and America sent planes to St. Petersburg.",
            "St. Petersburg",
            "RUS",
        ),
        ("They met in Alexandria, Va., on Friday.", "Alexandria", "USA"),
        ("A camp near Barcelona, the capital of Anzoategui, burned.", "Barcelona", "VEN"),
        ("Settlers in the West Bank objected.", "West Bank", "PSE"),
        ("The summit was held in Brussels.", "Brussels", "BEL"),
    ],
)
def test_the_state_told_with_a_place_decides(text: str, words: str, country: str) -> None:
    assert places(text)[words].country == country


@pytest.mark.parametrize(
    ("town", "country"),
    [
        ("Clichy-sous-Bois", "FRA"),
        ("Saint-Etienne-du-Rouvray", "FRA"),
        ("Stratford-upon-Avon", "GBR"),
        ("Berwick-upon-Tweed", "GBR"),
        ("Mazar-i-Sharif", "AFG"),
        ("L'Aquila", "ITA"),
    ],
)
def test_a_town_with_small_words_in_its_name_is_read_whole(town: str, country: str) -> None:
    state = {"FRA": "French", "GBR": "British", "AFG": "Afghan", "ITA": "Italian"}[country]
    found = places(f"{state} police arrested nine people in {town} on Monday.")
    assert (found[town].name, found[town].country) == (town, country)


def test_a_name_cut_before_a_small_word_is_no_town() -> None:
    assert places("French police arrested nine people in Clichy-sous-Sand on Monday.") == {}


def test_a_border_is_where_it_is_told_to_be() -> None:
    found = places("India and China pulled back troops along their disputed border in Ladakh.")
    assert [w.name for w in found.values()] == ["Ladakh"]
