import pytest

from foedera.data import Claim
from foedera.extract.extractor import Extractor
from tests.reading import read_all

MADE = "Peru and Chile signed an accord on Monday ending a row over the desert road. "


def claims(text: str) -> list[Claim]:
    return list(read_all([MADE + text], Extractor())[0].claims)


def terms(text: str) -> list[str]:
    told = (c.passage.trigger for c in claims(text) if c.kind == "agreement.provide")
    return [(MADE + text)[t.start : t.end] for t in told]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peru is to hand over the captured trawlers within 30 days.", ["hand"]),
        ("Chile, for its part, will buy 200 megawatts of power a year.", ["buy"]),
        ("Mines along the road are to be cleared within a year.", ["cleared"]),
        ("Herders from both countries will be allowed to graze their flocks there.", ["allowed"]),
        ("A joint commission of six will mark the border.", ["mark"]),
        ("Peru gets a port in the south, and Chile keeps the mine.", ["gets", "keeps"]),
        ("The toll falls to zero within a year.", ["falls"]),
        ("Disputes go to a court in The Hague.", ["go"]),
        ("Tariffs on fruit will fall to zero. Rice and sugar are exempt.", ["fall", "are"]),
        ("Peru is to hand over two trawlers. Chile must plant trees. Wells are to be shared.",
         ["hand", "plant", "shared"]),
    ],
)  # fmt: skip
def test_what_is_to_be_done_is_told_next_to_the_pact(text: str, words: list[str]):
    assert terms(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The two presidents will attend a football match.",
        "The two countries will mark a century of ties in May. Peru will host a fair.",
        "Talks will be held in Lima on Friday.",
        "Analysts say Chile will build a wall.",
        "Chile gets most of its gas from Peru, analysts said. Shares fell in Lima.",
        "The harvest was poor this year. Peru is to hand over a cup to the best team.",
        "The leaders will be seated side by side.",
    ],
)
def test_what_else_lies_ahead_is_no_term(text: str):
    assert not {"attend", "host", "held", "build", "hand", "seated"} & set(terms(text))


@pytest.mark.parametrize(
    "text",
    [
        "Peru shares a border with Bolivia.",
        "Shares drop on most Mondays.",
        "Tourists go there in spring.",
        "Envoys are to be greeted by a choir.",
        "Rain is to fall in the valley.",
        "A square will be named after the envoy.",
    ],
)
def test_what_goes_on_anyway_or_is_done_to_guests_is_no_term(text: str):
    assert not terms(text)


@pytest.mark.parametrize(
    ("text", "owes"),
    [
        ("Chile will withdraw its guards.", ("CHL",)),
        ("Peru will lower its tariff on fruit.", ("PER",)),
        ("Prisoners are to be freed by Friday.", ("PER", "CHL")),
    ],
)
def test_a_deed_told_so_is_owed(text: str, owes: tuple[str, ...]):
    assert [c.obligation.bearers for c in claims(text) if c.obligation] == [owes]


def test_a_leave_of_one_partys_ships_is_the_others_duty():
    found = [
        c.obligation for c in claims("It allows Chilean ships to use the port.") if c.obligation
    ]
    assert [(d.bearers, d.beneficiaries) for d in found] == [(("PER",), ("CHL",))]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile signed a treaty. Peru will hold elections in June.",
        "Peru and Chile signed a treaty. The two governments will hold talks on other matters.",
        "Peru and Chile signed a treaty. Chile will buy 20 tanks from Norway next year.",
    ],
)
def test_a_meeting_a_vote_or_a_deal_with_a_third_is_not_owed(text: str):
    assert not [c for c in read_all([text], Extractor())[0].claims if c.obligation]


def owed(text: str) -> list[tuple[str | None, list[str]]]:
    told = (c.obligation for c in claims(text) if c.obligation is not None)
    return [(o.duty, sorted(o.bearers)) for o in told]


@pytest.mark.parametrize(
    ("text", "duty", "bearers"),
    [
        ("Peru agreed to withdraw its troops within 90 days.", "withdraw its troops", ["PER"]),
        ("Peru undertook to close the camps.", "close the camps", ["PER"]),
        ("The two also agreed to reopen the bridge.", "reopen the bridge", ["CHL", "PER"]),
        ("Each side will pull back its tanks.", "pull back its tanks", ["CHL", "PER"]),
        ("The text says Peru will close the camps.", "close the camps", ["PER"]),
        ("Peru will have 90 days to free the sailors.", "free the sailors", ["PER"]),
        ("Peru gives up its claim to the cape.", "gives up its claim to the cape", ["PER"]),
        ("It sets up a joint commission.", "sets up a joint commission", ["CHL", "PER"]),
        ("The accord requires prior notice of drills.", "prior notice of drills", ["CHL", "PER"]),
        ("It phases out duties on steel.", "phases out duties on steel", ["CHL", "PER"]),
    ],
)
def test_what_the_makers_agree_to_is_owed(text: str, duty: str, bearers: list[str]) -> None:
    found = owed(text)
    assert [b for d, b in found if d is not None and d.startswith(duty)] == [bearers]


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        ("The accord hands the cape to Chile.", ["PER"]),
        ("The accord exempts Chilean wine from duty.", ["PER"]),
        ("Chilean goods are exempted from duty.", ["PER"]),
        ("The accord guarantees free passage for Chilean trucks.", ["PER"]),
        ("The accord opens the Peruvian market to fruit.", ["PER"]),
        ("The accord demands that Peru close the plant.", ["PER"]),
        ("Chile keeps its base at the port.", ["PER"]),
    ],
)
def test_who_is_served_owes_nothing(text: str, bearers: list[str]) -> None:
    assert [b for _, b in owed(text)] == [bearers]


@pytest.mark.parametrize(
    "text",
    ["Peru agreed to sign a further pact.", "Bolivia agreed to close the camps.",
     "Peru pledged to spend 100 million on its farmers."],
)  # fmt: skip
def test_what_makes_the_next_pact_or_is_of_others_is_not_owed(text: str) -> None:
    assert owed(text) == []
