import pytest

from foedera.extract.arguments import find_arguments
from tests.extract.claims_of import claims_of
from tests.reading import parse


def slots(text: str, trigger: str) -> dict[str, list[str]]:
    s = parse(text)
    found = find_arguments(s, s.words.index(trigger))
    return {k: [s.words[t] for t in v] for k, v in found.items()}


@pytest.mark.parametrize(
    ("text", "trigger", "slot", "wanted"),
    [
        ("Norway sent troops to Kenya.", "sent", "subject", "Norway"),
        ("Troops were sent to Kenya by Norway.", "sent", "subject", "Norway"),
        ("Troops were sent to Kenya by Norway.", "sent", "object", "Troops"),
        ("Norway plans to send troops.", "send", "subject", "Norway"),
        ("Soldiers sent by Norway reached the port.", "sent", "object", "Soldiers"),
        ("The sailor detained in Chile wrote a letter.", "detained", "object", "sailor"),
        ("Soldiers fighting rebels in the hills won.", "fighting", "subject", "Soldiers"),
        ("Norway, which sent troops, is glad.", "sent", "subject", "Norway"),
        ("The arms that Norway sent were old.", "sent", "object", "arms"),
        ("Norway bought and sent weapons to Peru.", "sent", "subject", "Norway"),
        ("Kenya called on Ghana to send soldiers.", "send", "subject", "Ghana"),
        ("Kenya accused Ghana of sending soldiers.", "sending", "subject", "Ghana"),
        ("Ministers of Chile and Peru held talks in Lima.", "talks", "subject", "Ministers"),
        ("Peru signed a treaty with Chile.", "signed", "with", "Chile"),
        ("The deployment of troops by Norway began.", "deployment", "by", "Norway"),
        ("Norwegian deployment of troops began.", "deployment", "of", "troops"),
        ("Rwanda deployed up to 600 soldiers to Chad.", "deployed", "object", "soldiers"),
        ("Libyan oil reached Malta on Friday.", "reached", "subject_owner", "Libyan"),
        ("Gas from Qatar reached Malta.", "reached", "subject_owner", "Qatar"),
        ("Nauru lodged its papers in Vienna.", "lodged", "subject", "Nauru"),
        ("Peru demanded a vote, angering Chile.", "demanded", "stirred", "Chile"),
        ("Chad was granted a loan by Peru.", "granted", "object", "loan"),
        ("Chad was granted a loan by Peru.", "granted", "indirect", "Chad"),
        ("The recognition by Norway of Kosovo was swift.", "recognition", "of", "Kosovo"),
        ("The backing by Norway for Chad surprised many.", "backing", "for", "Chad"),
        ("Chad called for reforms in Kenya.", "called", "land", "Kenya"),
    ],
)
def test_a_slot_is_filled_whatever_the_construction(text, trigger, slot, wanted):
    assert wanted in slots(text, trigger).get(slot, [])


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("The coalition's assault to drive the Islamic State from Raqqa began.", ["Islamic State"]),
        ("Turkey's push to oust Kurdish fighters from Afrin goes on.", ["Kurdish fighters"]),
        ("Norway's campaign to defeat the flu goes on.", []),
    ],
)
def test_whom_an_attack_is_to_drive_out_is_attacked(text: str, struck: list[str]) -> None:
    told = next(c for c in claims_of(text) if c.kind == "military.attack")
    assert [a.name for a in told.roles.recipients] == struck
