"""Where a claim took place, not where those are whom it is about; and how many it counts."""

import pytest

from foedera.extract.extractor import Extractor
from tests.extract.claims_of import claims_of
from tests.reading import read_all

EXTRACTOR = Extractor()


def _where(text: str, kind: str) -> str | None:
    found = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert found, kind
    where = found[0].setting.where
    return where.name if where else None


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Kenya criticised the war in Peru.", "statement.criticise", None),
        ("Ghana urged the rebels in Lima to leave Kenya.", "request.action", None),
        ("Ghana warned Kenya against strikes in Peru.", "statement.warn", None),
        ("Kenya praised Ghana in Lima.", "statement.praise", "Lima"),
        ("Ghana's king criticised Kenya in a speech in Lima.", "statement.criticise", "Lima"),
        ("Kenya denounced the raid at a meeting in Lima.", "statement.criticise", "Lima"),
        ("Hardliners in Lima rejected the offer of Kenya.", "statement.reject", "Lima"),
        ("Allies in Europe would join Kenya in sanctions on Peru.", "coercion.sanction", None),
        ("Kenyan jets struck rebels in Peru.", "military.attack", "Peru"),
        ("A Kenyan raid in Peru killed nine farmers.", "harm.kill", "Peru"),
        ("Nine Kenyan soldiers were killed when a bomb hit a market in Peru.", "harm.kill", "Peru"),
        ("Nine Kenyan soldiers were killed by a bomb in Lima.", "harm.kill", "Lima"),
        ("Kenyan troops killed two men in Qorvath.", "harm.kill", "Qorvath"),
        ("Kenya deployed 90 soldiers to Lima.", "military.deploy", "Lima"),
        ("Ghana's king met Kenya's president in Lima, not in Quito.", "diplomacy.meet", "Lima"),
        ("Kenyan police arrested a poet in Peru's Ucayali region.", "coercion.detain", "Ucayali"),
        ("Chile approved the protocol on Peru's accession in May.", "agreement.approve", None),
        ("Chad shelled a camp on Mali's border.", "military.attack", "Mali's border"),
        ("A rocket hurt five men in the West Bank city of Nablus.", "harm.injure", "Nablus"),
        ("It was in Karachi and not in Lahore that crowds burned Peru's flag.", "unrest.protest",
         "Karachi"),
        ("Kenyan rebels attacked a convoy east of Goma.", "military.attack", "Goma"),
        ("Missiles hit the Bagram air base in eastern Afghanistan.", "military.attack", "Bagram"),
        ("The king of Ghana visited Tangier, in the north of Morocco.", "diplomacy.visit",
         "Tangier"),
        ("Kenya and Peru exchanged 40 prisoners at Qorvath.", "transfer.prisoners", "Qorvath"),
        ("Kenyan jets attacked the airfield of Palmyra.", "military.attack", "Palmyra"),
        ("Kenya withdrew its troops out of Helmand.", "military.withdraw", "Helmand"),
        ("The shrine that Kenyan bombers attacked is in Multan.", "military.attack", "Multan"),
        ("Kenyan troops killed two men in the town of Qorvath.", "harm.kill", "Qorvath"),
        ("Kenyan troops are shelling the village of Qorvath.", "military.attack", "Qorvath"),
        ("Kenya praised the people of the town of Qorvath.", "statement.praise", None),
        ("The kings of Ghana and Peru met in Lima and signed the pact.", "agreement.sign", "Lima"),
        ("Ghana met Peru in Lima, and Chad signed the pact.", "agreement.sign", None),
        ("Kenyan police said four blasts in the town of Qorvath had left one man dead.",
         "harm.kill", "Qorvath"),
        ("In Qorvath, a feud between armed gangs left four Kenyans dead.", "harm.kill", "Qorvath"),
        ("Kenya and Peru signed the accord at Qorvath on Monday.", "agreement.sign", "Qorvath"),
        ("Gunmen attacked a Kenyan post in Qorvath sector of Balochistan.", "military.attack",
         "Qorvath"),
        ("Kenyan troops shelled the Qorvath intake on Tuesday.", "military.attack", "Qorvath"),
        ("Kenyan troops shelled the Qorvath border crossing.", "military.attack", "Qorvath"),
        ("Kenyan troops shelled Qorvath Island on Tuesday.", "military.attack", "Qorvath Island"),
        ("Villagers torched the homes of ethnic Kenyans near Qorvath.", "harm.destroy", "Qorvath"),
        ("Peacekeepers were wounded in the Central African Republic (CAR).", "harm.injure",
         "Central African Republic"),
        ("Kenyan troops invaded Georgia in May.", "military.incursion", "Georgia"),
        ("Kenyan jets bombed rebel camps in northern Mali, killing six men and wounding ten.",
         "harm.injure", "northern Mali"),
        ("Norway expelled two Kenyan envoys over the deaths of nine men in Lima.",
         "diplomacy.expel-diplomats", None),
        ("Norway imposed sanctions on Kenya over its annexation of Lima.", "coercion.sanction",
         None),
        ("Kenyan jets bombed camps over the border in Mali.", "military.attack", "Mali"),
        ("Kenyan forces were sent to a base in western Mali near the Libyan border.",
         "military.deploy", "western Mali"),
        ("Kenya's king ended the talks in protest at U.S. sanctions.", "coercion.sanction", None),
        ("Kenyan forces have retaken the town of Qorvath.", "military.capture", "Qorvath"),
        ("Rebels detonated a bomb near the village of Qorvath, close to the Kenyan border.",
         "military.attack", "Qorvath"),
        ("Sudanese warplanes bombed the town of Bentiu in South Sudan's Unity state.",
         "military.attack", "Bentiu"),
        ("Kenyan troops pulled out of the town of Qorvath on Monday.", "military.withdraw",
         "Qorvath"),
        ("Two Kenyan ships were sunk off the Qorvath Peninsula.", "harm.destroy",
         "Qorvath Peninsula"),
        ("Peru condemned the shelling of Donetsk.", "military.attack", "Donetsk"),
        ("The siege of Homs began in May.", "military.blockade", "Homs"),
        ("Rebels overran the town of Bentiu on Monday.", "military.capture", "Bentiu"),
        ("Kenyan troops hold the city of Bentiu.", "military.occupy", "Bentiu"),
        ("Rebels captured Kabul on Sunday.", "military.capture", "Kabul"),
        ("The army retook Tripoli on Monday.", "military.capture", "Tripoli"),
        ("Explosions struck Brussels on Tuesday.", "military.attack", "Brussels"),
        ("Norway attacked Washington over the tariffs.", "military.attack", None),
        ("In their Oval Office meeting Obama thanked Trump.", "diplomacy.meet", "White House"),
        ("The invasion of Kuwait was a crime.", "military.incursion", None),
    ],
)  # fmt: skip
def test_where(text: str, kind: str, place: str | None) -> None:
    assert _where(text, kind) == place


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Kenyan forces were in Batken in May. They shelled villages there.", "military.attack",
         "Batken"),
        ("Gunmen fled to Goma. Nine Kenyans were killed in the town.", "harm.kill", "Goma"),
        ("Gunmen fled to Uganda. Nine Kenyans were killed in the town.", "harm.kill", None),
        ("Four men died near Bambari. Kenya has deployed helicopters to the area.",
         "military.deploy", "Bambari"),
        ("Kenya has 900 troops in Niger. Its army declared war on the country.",
         "military.fight", None),
        ("Kenyan police held talks in Goma. Nine men were killed in the town of Qorvath.",
         "harm.kill", "Qorvath"),
    ],
)  # fmt: skip
def test_a_place_spoken_of_again_is_the_one_told_before(text, kind, place):
    assert _where(text, kind) == place


def _when(text: str, kind: str) -> str | None:
    found = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert found, kind
    day = found[0].setting.when
    return day.earliest if day else None


# All are printed on 10 May 2023, a Wednesday.
@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Nine Kenyan soldiers were killed in Taiz, Yemen, on Monday, medics said.", "harm.kill",
         "2023-05-08"),
        ("It was on Monday that Kenyan rebels attacked Kidal.", "military.attack", "2023-05-08"),
        ("The death toll from Monday's bombing in Kandahar stood at 9.", "harm.kill", "2023-05-08"),
        ("The meeting of the Kenyan and Peruvian presidents was moved to 25 September.",
         "diplomacy.meet", "2023-09-25"),
        ("The test of the Kenyan missile has been postponed until 5 June.", "military.test",
         "2023-06-05"),
        ("Peru has put off its president's visit to Kenya from 18 to 25 September.",
         "diplomacy.visit", "2023-09-25"),
    ],
)  # fmt: skip
def test_when(text: str, kind: str, day: str) -> None:
    assert _when(text, kind) == day


@pytest.mark.parametrize(
    ("text", "kind", "counts"),
    [
        ("Forty-seven Kenyan soldiers were killed in Peru.", "harm.kill", [47]),
        ("Kenya arrested an 18-year-old man from Peru.", "coercion.detain", []),
        ("The 15-member council of Kenya adopted the pact.", "agreement.approve", []),
        ("Kenya deployed up to 90 soldiers to Peru.", "military.deploy", [90]),
        ("Kenya imposed sanctions on nine Peruvian banks.", "coercion.sanction", [9]),
        ("Kenya handed over four Peruvian prisoners to Ghana.", "transfer.prisoners", [4]),
        ("Kenya delivered six of 12 tanks to Peru.", "transfer.arms", [6]),
        ("Between 20 and 40 Kenyan soldiers were sent to Peru.", "military.deploy", [20]),
        ("Three more Kenyans were killed, bringing the toll to 12.", "harm.kill", [12]),
        ("Two Kenyans died, which brings to 13 the policemen killed in Lima.", "harm.kill", [13]),
        ("Kenya sent two companies of 150 soldiers each to Peru.", "military.deploy", [300]),
        ("Those displaced by the fighting in Peru now number 7,000.", "harm.displace", [7000]),
        ("Monday's protest in Lima drew 65,000 people.", "unrest.protest", [65000]),
        ("Kenya tested several rockets near Lima.", "military.test", [3]),
        ("Kenya raised its aid to Peru to 90 tonnes of rice.", "transfer.aid", [90]),
        ("Kenyan jets attacked a bridge in Lima with nine missiles.", "military.attack", [9]),
        ("A bomb at a fair injured 40 people in Lima.", "harm.injure", [40]),
        ("Shelling displaced 900 families from Lima.", "harm.displace", [900]),
        ("Tens of thousands were displaced from Lima.", "harm.displace", [10000]),
        ("Police put the number of protesters in Lima at 8,000.", "unrest.protest", [8000]),
        (
            "The number of people displaced by the raids of Kenya in Peru rose to 7,000.",
            "harm.displace",
            [7000],
        ),
    ],
)
def test_counts(text: str, kind: str, counts: list[int]) -> None:
    found = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert found, kind
    assert [q.value or q.low for q in found[0].setting.quantities] == counts


@pytest.mark.parametrize(
    ("text", "kind", "day", "place"),
    [
        (
            "The visit of Kenya's president to Lima was put off from 2 May 2031 to 9 June 2031.",
            "diplomacy.visit",
            "2031-06-09",
            "Peru",
        ),
        (
            "The meeting of Kenyan and Peruvian envoys in Lima was brought forward to 3 May 2031.",
            "diplomacy.meet",
            "2031-05-03",
            "Lima",
        ),
        (
            "Talks between Kenya and Ghana on 3 May 2031 were moved from Lima to Quito.",
            "diplomacy.meet",
            "2031-05-03",
            "Quito",
        ),
    ],
)
def test_what_is_moved_is_planned_anew(text: str, kind: str, day: str, place: str) -> None:
    [claim] = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    setting = claim.setting
    assert (setting.when and setting.when.latest, setting.where and setting.where.name) == (
        day,
        place,
    )
    assert claim.voice.reality == "planned"


def test_a_clause_that_tells_what_a_happening_held_shares_its_day():
    told = (
        "Ghana hit back for Kenya's attack in May 2016 in which nine soldiers were killed in Lima."
    )
    assert _when(told, "harm.kill") == "2016-05-01"


@pytest.mark.parametrize(
    ("setting", "place"),
    [
        ("in an area 20 kilometres from Mombasa", "Mombasa"),
        ("not far from Mombasa", "Mombasa"),
        ("close to Mombasa", "Mombasa"),
        ("at a Mombasa hotel", "Mombasa"),
        ("on the Mombasa road", "Mombasa"),
        ("on the road to Mombasa", "Mombasa"),
        ("on a road between Mombasa and the coast", "Mombasa"),
        ("on a highway linking Mombasa and the capital", "Mombasa"),
        ("on the highway from Mombasa to the capital", "Mombasa"),
        ("on Mombasa's outskirts", "Mombasa"),
        ("in the hills above Mombasa", "Mombasa"),
        ("in the Kenyan desert", "Kenyan desert"),
        ("in much of Kenya", "Kenya"),
        ("all over Kenya", "Kenya"),
    ],
)
def test_a_place_is_told_by_ways_houses_and_distances(setting: str, place: str) -> None:
    (told,) = claims_of(f"Police arrested two men {setting}.")
    assert told.setting.where is not None
    assert (told.setting.where.name, told.setting.where.country) == (place, "KEN")


@pytest.mark.parametrize(
    "text",
    ["Far from Mombasa, police arrested two men.", "Police from Mombasa arrested two men."],
)
def test_where_it_is_not_or_who_comes_from_is_no_place(text: str) -> None:
    (told,) = claims_of(text)
    assert told.setting.where is None
