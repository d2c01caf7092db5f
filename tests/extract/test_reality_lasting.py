"""What lasts by its nature goes on where the perfect tells it with its beginning or its length."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def _reality(text: str, kind: str) -> str:
    (claim,) = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    return claim.voice.reality


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peruvian peacekeepers have been stationed in Ghana since 1994.", "military.deploy"),
        ("Peru, which has had troops in Ghana since October 2011, left the room.",
         "military.deploy"),
        ("Norway has frozen its aid to Peru since 1987.", "coercion.cut-aid"),
        ("Peru has trained Ghanaian soldiers for years.", "military.train"),
        ("Nine Peruvians have been held in Ghana since May.", "coercion.detain"),
        ("The truce between Peru and Ghana has held since May.", "military.ceasefire"),
    ],
)  # fmt: skip
def test_what_has_lasted_since_it_began_goes_on(text, kind):
    assert _reality(text, kind) == "ongoing"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nine Peruvian soldiers have been wounded since Sunday.", "harm.injure"),
        ("Peru has held three elections since 2019.", "unrest.election"),
        ("Peru has imposed three rounds of sanctions on Ghana since May.", "coercion.sanction"),
        ("Peru has frozen its aid to Ghana.", "coercion.cut-aid"),
        ("Peru has closed its border three times since May.", "coercion.restrict"),
    ],
)
def test_what_is_done_again_and_again_or_once_has_happened(text, kind):
    assert _reality(text, kind) == "happened"


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("Norway sent letters warning Peru to stay away.", "statement.warn", "happened"),
        ("Norway is writing to a group warning Peru to stay away.", "statement.warn", "ongoing"),
        ("Peru brokered a deal ending a week of battles between Norway and Ghana.",
         "military.ceasefire", "happened"),
        ("The premier met Peruvian troops fighting the rebels.", "military.fight", "ongoing"),
        ("Police met the Peruvian soldiers firing at the camp.", "military.attack", "happened"),
        ("Police met the Peruvian soldiers now firing at the camp.", "military.attack", "ongoing"),
    ],
)  # fmt: skip
def test_a_passing_act_told_beside_a_past_is_done(text, kind, wanted):
    assert _reality(text, kind) == wanted


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        ("The war in Ghana has cost Peru much money.", "military.fight", "ongoing"),
        ("Peru spoke of Ghana's civil war.", "military.fight", "ongoing"),
        ("Peru backed Norway's fight against Ghanaian rebels.", "military.fight", "ongoing"),
        ("Peru spoke of the 1994 war in Ghana.", "military.fight", "happened"),
        ("Three Peruvians died during the war in Ghana.", "military.fight", "happened"),
        ("Peru spoke of clashes in Ghana.", "military.fight", "happened"),
        ("The Peruvian investigation into Norway's envoy is a farce.", "legal.investigate",
         "ongoing"),
        ("The Peruvian investigation into Norway's envoy is over.", "legal.investigate",
         "happened"),
        ("The Peruvian investigation into Norway's envoy was a farce.", "legal.investigate",
         "happened"),
    ],
)  # fmt: skip
def test_a_noun_of_a_lasting_kind_goes_on_where_the_present_tells_of_it(text, kind, wanted):
    assert _reality(text, kind) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru's spokesman tried to blame Norway.", "happened"),
        ("Peru is trying to blame Norway.", "ongoing"),
        ("Peru wants to blame Norway.", "planned"),
    ],
)
def test_who_tries_to_say_something_says_it(text, wanted):
    assert _reality(text, "statement.accuse") == wanted
