import pytest

from foedera.data import Actor
from foedera.extract.actors import find_actors
from foedera.extract.extractor import Extractor
from foedera.gazetteer import load_gazetteer
from tests.reading import analyser, read_all, report_of


def read(text: str) -> list[tuple[str, Actor]]:
    report = report_of(text)
    sentences = next(iter(analyser().analyse([report])))
    found = find_actors(report, sentences, load_gazetteer())
    return [(text[m.span.start : m.span.end], m.value) for m in found if isinstance(m.value, Actor)]


def told(text: str) -> dict[str, tuple[str, str | None, str, str | None]]:
    return {w: (a.name, a.country, a.kind, a.office) for w, a in read(text)}


def test_title_and_state_before_a_name() -> None:
    found = told("Norwegian Foreign Minister Kari Solheim left.")
    assert found["Norwegian Foreign Minister Kari Solheim"] == (
        "Kari Solheim", "NOR", "person", "foreign minister",
    )  # fmt: skip


def test_possessor_is_told_beside_its_minister() -> None:
    found = told("Chile's defense minister Pablo Ortega spoke.")
    assert found["Chile's defense minister Pablo Ortega"][1:] == (
        "CHL",
        "person",
        "defence minister",
    )
    assert found["Chile"][:3] == ("Chile", "CHL", "state")


def test_minister_of_a_field_of_a_state() -> None:
    found = told("The Minister of Defence of Portugal Rui Tavora arrived.")
    assert found["Minister of Defence of Portugal Rui Tavora"] == (
        "Rui Tavora", "PRT", "person", "defence minister",
    )  # fmt: skip


def test_an_office_with_of_and_its_field_is_one_title() -> None:
    found = told("Nigeria's Chief of Defence Staff General Sule Bako left.")
    assert [a[:2] for a in found.values() if a[2] == "person"] == [("Sule Bako", "NGA")]


@pytest.mark.parametrize(
    ("text", "words", "country", "kind"),
    [
        ("Kenyan troops crossed the border.", "Kenyan troops", "KEN", "force"),
        ("Theresa May flew to Lima.", "Theresa May", "GBR", "person"),
        ("On Monday, Bill Richardson flew to Lima.", "Bill Richardson", "USA", "person"),
        ("On Monday, Ngo Dinh Diem flew to Lima.", "Ngo Dinh Diem", "VNM", "person"),
        ("Theresa May left, and May told parliament so.", "May", "GBR", "person"),
        ("British Prime Minister May flew to Lima.", "British Prime Minister May", "GBR", "person"),
        ("Nairobi forces crossed the border.", "Nairobi forces", "KEN", "force"),
        ("Senior Peruvian officials objected.", "Senior Peruvian officials", "PER", "group"),
        ("Iran-backed rebels shelled the port.", "Iran-backed rebels", None, "group"),
        ("The Saudi-led coalition bombed it.", "Saudi-led coalition", "SAU", "organisation"),
        ("The government of Ghana resigned.", "government", "GHA", "organisation"),
        ("Finns protested.", "Finns", "FIN", "group"),
        ("Accra rejected the demand.", "Accra", "GHA", "state"),
        ("Pro-Russian rebels advanced.", "Pro-Russian rebels", None, "group"),
        ("A Japanese newspaper reported it.", "Japanese newspaper", "JPN", "outlet"),
        ("State news agency Interfax reported it.", "State news agency Interfax", "RUS", "outlet"),
        ("A spokesman for the Chilean navy denied it.", "spokesman", "CHL", "office"),
        ("The Taoiseach rejected it.", "Taoiseach", "IRL", "office"),
        ("The pope rejected it.", "pope", "VAT", "office"),
        ("Peru's 3rd Lancer Brigade rejected it.", "Lancer Brigade", "PER", "force"),
        ("The Peruvian 47th Brigade rejected it.", "Peruvian 47th Brigade", "PER", "force"),
        ("Peru's Zelmash rejected it.", "Zelmash", "PER", "organisation"),
        ("Paris-Lima talks collapsed.", "Lima", "PER", "state"),
        ("Pope Petros of Ethiopia rejected it.", "Pope Petros", "ETH", "person"),
        ("KD Varma rejected it.", "KD Varma", None, "person"),
        (
            "Tunisia's Independent High Electoral Commission rejected it.",
            "Independent High Electoral Commission",
            "TUN",
            "organisation",
        ),
        ("The Iranian Red Crescent sent tents.", "Iranian Red Crescent", "IRN", "organisation"),
        ("Peru's home secretary rejected it.", "Peru's home secretary", "PER", "office"),
        ("The Chief Cabinet Secretary protested.", "Chief Cabinet Secretary", "JPN", "office"),
        ("The destroyer USS Harlow fired on it.", "USS Harlow", "USA", "force"),
        ("HMS Tern shadowed the convoy.", "HMS Tern", "GBR", "force"),
        ("Zairean troops crossed the border.", "Zairean troops", "COD", "force"),
        ("The Kirya rejected the demand.", "Kirya", "ISR", "state"),
    ],
)
def test_phrases(text: str, words: str, country: str | None, kind: str) -> None:
    found = told(text)
    assert words in found, found
    assert found[words][1:3] == (country, kind)


def test_a_body_of_another_state_keeps_its_own_words() -> None:
    assert told("Peru's Space Force rejected it.")["Space Force"][:2] == ("Space Force", "PER")
    assert told("The Space Force rejected it.")["Space Force"][:2] == ("US Space Force", "USA")


def test_a_train_between_two_seats_is_neither_governments() -> None:
    assert not any(a[1] == "PER" for a in told("A Paris-Lima train stopped.").values())


def test_joint_owners_are_two_mentions_of_one_span() -> None:
    found = read("Russian and Syrian forces took the town.")
    assert [(w, a.name, a.country) for w, a in found] == [
        ("Russian and Syrian forces", "Russian forces", "RUS"),
        ("Russian and Syrian forces", "Syrian forces", "SYR"),
    ]


def test_leaders_of_two_states() -> None:
    found = read("The leaders of Ghana and Kenya agreed.")
    assert {a.country for w, a in found if w == "leaders"} == {"GHA", "KEN"}


def test_apposition_gives_office_and_state() -> None:
    found = read("Kari Solheim, Norway's foreign minister, left.")
    assert ("Kari Solheim", "NOR", "foreign minister") in {
        (a.name, a.country, a.office) for w, a in found
    }


def test_short_form_is_the_person_named_in_full() -> None:
    found = told("Envoy Kari Solheim arrived in Lima. Solheim will talk with rebels.")
    assert found["Solheim"][0] in {"Solheim", "Kari Solheim"}
    assert found["Solheim"][2] == "person"


def test_acronym_in_brackets_stands_for_the_body() -> None:
    found = told("The Harwood Institute for Peace (HIP) objected. HIP wants more.")
    assert found["HIP"][0] == "Harwood Institute for Peace"


@pytest.mark.parametrize(
    "text", ["The minister died in Lima.", "He travelled to Lima.", "They visited Lima on Monday."]
)
def test_a_capital_where_something_is_acts_not(text: str) -> None:
    assert "Lima" not in told(text)


@pytest.mark.parametrize("text", ["Talks with Lima failed.", "Oslo put pressure on Lima."])
def test_a_capital_one_deals_with_is_its_state(text: str) -> None:
    assert told(text)["Lima"][1] == "PER"


@pytest.mark.parametrize(
    "text",
    [
        "The pact came into force.",
        "It was a major incident.",
        "He rejected military action.",
        "She read the Harwood Act.",
        "Inflation rose.",
    ],
)
def test_words_that_name_nobody(text: str) -> None:
    assert [a for _, a in read(text) if a.kind != "person"] == []


def test_a_colouring_state_stays_beside_its_noun() -> None:
    found = told("A Kenyan military operation began.")
    assert found == {"Kenyan": ("Kenya", "KEN", "state", None)}


def test_the_leader_of_a_delegation_is_of_its_state() -> None:
    found = told("A Chilean delegation led by Defence Minister Pablo Ortega arrived.")
    assert found["Defence Minister Pablo Ortega"][:2] == ("Pablo Ortega", "CHL")


def test_a_noun_behind_a_body_only_says_its_sort() -> None:
    assert told("The Interfax news agency reported it.")["Interfax news agency"][0] == "Interfax"


def test_a_town_in_an_address_brings_no_state() -> None:
    assert "Norway" not in told("They met in Oslo, Norway, on Friday.")


def test_a_capital_that_colours_a_noun_is_no_state() -> None:
    assert "Paris" not in told("Envoys praised the Paris accord.")


def test_office_holders_are_known_by_surname_in_their_years() -> None:
    assert told("Macron spoke.")["Macron"] == ("Emmanuel Macron", "FRA", "person", "president")


def test_the_most_spoken_of_bearer_has_the_surname() -> None:
    found = told("Anna Berg met her son Nils Berg. Anna Berg spoke. Berg then left.")
    assert found["Berg"][0] == "Anna Berg"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Chile's Defense Department objected.", "Defense Department", "CHL"),
        ("US Sen. Daniel Moore spoke.", "US Sen. Daniel Moore", "USA"),
        ("West Bank settlers objected.", "West Bank settlers", "PSE"),
        ("Brussels fined the firm.", "Brussels", None),
    ],
)
def test_whose_they_are(text: str, words: str, country: str | None) -> None:
    assert told(text)[words][1] == country


def test_capitals_all_over_make_no_body() -> None:
    assert "Islamic State" not in {a.name for _, a in read("THE WORLD IS WATCHING CHILE")}


def test_the_state_after_a_titled_name_is_the_bearers() -> None:
    found = told("Kenya's president received Foreign Minister Hayashi of Japan.")
    assert found["Foreign Minister Hayashi"][1] == "JPN"


def test_a_form_of_address_chooses_among_bearers_of_a_surname() -> None:
    found = told("Maria Keita and Pablo Keita met. Maria Keita spoke, and Mr. Keita left.")
    assert found["Mr. Keita"][0] == "Pablo Keita"


def test_a_number_or_junior_belongs_to_a_name() -> None:
    text = "The Russian attorney met Donald Trump Jr. after King Abdullah II had left."
    found = {text[m.span.start : m.span.end] for m in read_all([text], Extractor())[0].mentions}
    assert {"Donald Trump Jr.", "King Abdullah II"} <= found


def test_a_named_storm_is_nobody() -> None:
    assert "Hurricane Olga" not in told("Hurricane Olga struck Norway and killed nine people.")


def test_a_leaders_name_before_a_noun_is_no_place() -> None:
    assert told("He urged the Bush administration to leave.")["Bush administration"][1] == "USA"


def test_a_place_before_a_name_is_no_part_of_it() -> None:
    found = told("The former mayor of London Boris Johnson left.")
    assert "Boris Johnson" in {name for name, *_ in found.values()}


def test_president_of_a_body_of_no_state_has_none_by_the_office() -> None:
    text = (
        "China grew. China sent ships. China's army left. "
        "Anna Berg, president of the European Commission, spoke."
    )
    assert told(text)["Anna Berg"][1] is None


def test_a_state_that_tells_a_field_is_no_owner() -> None:
    found = told("Mark Lund, an Iran sanctions expert at the institute, criticised the deal.")
    assert found["Mark Lund"][1] is None


def test_a_headings_verb_opens_no_name() -> None:
    found = told("Kenya Leader Says Government Will Meet With Chad Rebels")
    assert not any(name.startswith("Says") for name, *_ in found.values())


def test_an_office_told_of_one_is_not_anothers() -> None:
    text = "According to Anna Berg, chief prosecutor of Norway, Carl Lund, who left, is in Chad."
    found = told(text)
    assert found["Anna Berg"][1] == "NOR"
    assert found["Carl Lund"][1] is None


def test_a_hyphened_surname_finds_its_bearer() -> None:
    found = told("Malawian Foreign Minister Nancy Tembo-Phiri spoke. Tembo-Phiri left.")
    assert found["Tembo-Phiri"][:2] == ("Nancy Tembo-Phiri", "MWI")


def test_a_prince_is_called_by_his_given_name() -> None:
    found = told(
        "Saudi Foreign Minister Prince Faisal bin Farhan Al Saud left. Prince Faisal spoke."
    )
    assert found["Prince Faisal"][:2] == ("Faisal bin Farhan Al Saud", "SAU")


def test_two_titles_share_their_owner() -> None:
    found = told("Chinese State Councilor and Foreign Minister Lin Gang met reporters.")
    assert found["Chinese State Councilor and Foreign Minister Lin Gang"][1:] == (
        "CHN", "person", "foreign minister",
    )  # fmt: skip


def test_a_surname_behind_a_full_name_is_no_firm() -> None:
    found = read("Prosecutors charged Alex Saab. Saab denied it.")
    assert [a.name for _, a in found if a.kind == "person"] == ["Alex Saab", "Alex Saab"]


@pytest.mark.parametrize(
    "text",
    [
        "Saab of Gothenburg sold jets. Alex Saab bought one, and Saab thanked him.",
        "Prosecutors charged Alex Saab. Saab jets flew past.",
    ],
)
def test_a_firm_told_before_or_before_its_goods_stays_one(text: str) -> None:
    assert "SWE" in {a.country for _, a in read(text) if "Saab" in a.name}


def test_a_pope_of_the_copts_is_of_egypt() -> None:
    assert {a.country for _, a in read("Pope Tawadros condemned it.")} == {"EGY"}
    assert {a.country for _, a in read("Pope Francis condemned it.")} == {"VAT"}


def test_an_exercise_is_nobody() -> None:
    assert {a.name for _, a in read("Russia praised Zapad-2021 and Cobra Gold.")} == {"Russia"}


@pytest.mark.parametrize(
    "name", ["Khalid al-Falih", "Adnan al-Dulaimi", "Qais al-Khazali", "Ronald dela Rosa"]
)
def test_small_words_within_a_name_part_nobody(name: str) -> None:
    found = [a.name for _, a in read(f"{name} said that it had failed.")]
    assert found == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Premier Joseph Muscat left. Muscat denied it.", "Joseph Muscat"),
        ("Deputy President Sarwar Danish left. Danish denied it.", "Sarwar Danish"),
        ("Julie Bishop left. On Monday Bishop denied it.", "Julie Bishop"),
        ("Thomas West left. On Monday West denied it.", "Thomas West"),
        ("Christopher Hill left. Hill denied it.", "Christopher Hill"),
    ],
)
def test_a_surname_that_is_a_word_behind_a_full_name_is_its_bearers(text: str, name: str) -> None:
    assert [a.name for _, a in read(text)] == [name, name]


def test_a_surname_told_often_stays_its_bearers() -> None:
    found = read("Premier Joseph Muscat left. Muscat denied it. Muscat laughed. Later Muscat wept.")
    assert {a.name for _, a in found} == {"Joseph Muscat"}


def test_a_state_told_in_other_words_too_is_no_surname() -> None:
    found = read("Jim Jordan left. Jordan denied it. Jordanian police came.")
    assert [a.country for _, a in found] == ["USA", "JOR", "JOR"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Peru criticised the House of Commons.", "House of Commons", "GBR"),
        ("Peru criticised the House Rules Committee on Monday.", "House Rules Committee", "USA"),
        ("Peru praised the United Nations Security Council.", "UN Security Council", None),
    ],
)
def test_a_body_is_named_whole_behind_an_article(text: str, name: str, country: str | None) -> None:
    assert (name, country) in [(a.name, a.country) for _, a in read(text)]


def test_a_canal_or_a_colony_is_not_the_state_that_opens_its_name() -> None:
    text = "Ships sailed to the Panama Canal and to French Guiana."
    assert {"PAN", "FRA"}.isdisjoint(a.country for _, a in read(text))


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Russia's ambassador to Turkey, Andrei Karlov, died.", "Andrei Karlov", "RUS"),
        ("Norway's envoy to Peru Ann Lee died.", "Ann Lee", "NOR"),
        ("Norway's envoy to the United Nations Ann Lee died.", "Ann Lee", "NOR"),
        ("The U.S. commander in Iraq, John Doe, died.", "John Doe", "USA"),
    ],
)
def test_an_envoy_has_the_name_behind_the_post(text: str, name: str, country: str) -> None:
    assert (name, country) in [(a.name, a.country) for _, a in read(text)]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("King Hussein died.", "King Hussein", "JOR"),
        ("Saudi King Salman left. Salman was ill.", "King Salman", "SAU"),
        ("Jordan's King Abdullah left. Abdullah was ill.", "King Abdullah II", "JOR"),
        ("Mullah Dadullah died.", "Mullah Dadullah", "AFG"),
    ],
)
def test_a_ruler_listed_by_title_and_name_is_found(text: str, name: str, country: str) -> None:
    people = {(a.name, a.country) for _, a in read(text) if a.kind == "person"}
    assert people == {(name, country)}


def test_a_city_of_government_condemns_for_its_state() -> None:
    assert [a.country for _, a in read("Mexico City condemned the attack.")] == ["MEX"]


def test_a_daughter_of_a_president_is_none() -> None:
    found = read("Tiffany Trump, the president's daughter, left. President Trump stayed.")
    assert next((a.name, a.office) for _, a in found if a.kind == "person") == (
        "Tiffany Trump",
        None,
    )
    assert "Donald Trump" in {a.name for _, a in found}


def test_one_of_a_party_is_not_the_party() -> None:
    found = {a.name: (a.kind, a.country) for _, a in read("The sole Republican left the talks.")}
    assert found["Republican"] == ("group", "USA")
    assert "Republican Party" in {a.name for _, a in read("Republicans left the talks.")}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The president of neighbouring Chad left.", "TCD"),
        ("The foreign minister of war-torn Yemen left.", "YEM"),
        ("The king of tiny Tonga left.", "TON"),
    ],
)
def test_an_adjective_before_a_state_hides_no_owner(text: str, country: str) -> None:
    assert {a.country for _, a in read(text)} == {country}


def test_what_one_is_accused_of_being_is_not_whose_one_is() -> None:
    found = read("They were accused by their allies of being Russia-backed.")
    assert not [a for _, a in found if a.name.endswith("allies") and a.country == "RUS"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Blasts shook Brussels on Tuesday.", False),
        ("Rockets hit Brussels on Tuesday.", False),
        ("The bombings of Brussels and Lyon went on.", False),
        ("Norway sued Brussels on Tuesday.", True),
        ("Norway's attack on Brussels was sharp.", True),
    ],
)
def test_blasts_hit_a_town_and_no_union(text: str, body: bool) -> None:
    assert ("Brussels" in told(text)) is body


@pytest.mark.parametrize("title", ["Special Counsel", "Corporal", "Majority Whip", "Alderman"])
def test_a_title_is_no_part_of_a_name(title: str) -> None:
    assert told(f"{title} Alan Bremner left.")[f"{title} Alan Bremner"][0] == "Alan Bremner"
