"""What is only said, feared or wished of an agreement obliges nobody; own sentences."""

import pytest

from tests.extract.test_no_duties import bearers, owed

FIRST = "Chile and Peru signed a fisheries pact. "


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "Critics say that under the pact Peru would take jobs from Chile.",
        FIRST + "Opponents fear that the pact will let Peru's boats enter the bay.",
        FIRST + "He complained that not one missile is destroyed under the pact.",
        FIRST + "A majority is required to impose tariffs under the pact.",
        "Chile says any pact with Peru must free its sailors.",
        "Under a compromise, Peru might agree to limit its navy.",
        "Chile asked whether the pact will limit the missiles of Peru.",
        "The pact with Peru is the best way to limit its missiles.",
        "The vote was necessary for any pact with Peru to last.",
        "The pact would have banned missiles in Peru.",
        "According to an aide familiar with the bill, it requires Peru's president to buy grain.",
        "Chile is prohibited by the Visa Act from naming those who ask for a visa.",
        "The deals included a firm's plans to sell 40 engines to Peru.",
        "The pact gives Peru a window to prove that it will scrap its missiles.",
        "Peru said it would hold talks with Chile under the right conditions.",
        'But under the deal with Chile, "that\'s not really possible for Peru."',
        "The pact, which will need to clear both chambers, would give Peru power to sell grain.",
        "When Chile signs the treaty, it will require further study to set the tariffs.",
        "Under the Andes Charter, the raid by Peru would constitute an act of war.",
        "Chile set up courts that work not under the treaty with Peru but under a secret rule.",
        "Peru does not play by the usual rules and will sell its oil.",
    ],
)
def test_what_is_only_talked_of_is_no_duty(text: str) -> None:
    assert owed(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "duty"),
    [
        ("The pact bars Peru from being able to build missiles.", "arms limits",
         "not build missiles"),
        ("The resolution obliges all countries to prosecute their soldiers.", "other",
         "prosecute their soldiers"),
        ("Resolution 2911 requires Peru to halt its tests.", "other", "halt its tests"),
        ("Under the accord, Peru will refrain from fuelling the mill.", "other",
         "refrain from fuelling the mill"),
        ("Under the accord, Peru will refrain from attacks.", "non-aggression",
         "refrain from attacks"),
    ],
)  # fmt: skip
def test_what_is_laid_down_is_one(text: str, kind: str, duty: str) -> None:
    assert owed(text) == [(kind, duty)]


def test_who_is_freed_of_sanctions_owes_nothing() -> None:
    text = "Chile, Peru and Norway signed a deal. The deal would ease sanctions on Peru."
    assert set(bearers(text)[-1]) == {"CHL", "NOR"}
