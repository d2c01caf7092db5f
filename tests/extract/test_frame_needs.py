"""Needs that several slots may meet, and people told by their state."""

import pytest

from foedera.extract.extractor import Extractor
from foedera.kinds import load_kind_text, load_kinds
from tests.reading import read_all

KIND = """
kind: military.withdraw
frames:
- verbs: [trundle]
  needs: {subject: [forces], "out of|past": [place, state]}
  bars: {"to|into": [state]}
  roles: {actor: [subject, subject_owner]}
"""
RING = """
kind: unrest.protest
frames:
- verbs: [ring]
  needs: {subject: [nationals], object: [embassy]}
  roles: {actor: [subject]}
"""

CALL = """
kind: diplomacy.visit
frames:
- verbs: [fetch]
  needs: {subject: [in_office]}
  bars: {object: [outlet]}
  roles: {actor: [subject]}
"""

FACE = """
kind: military.fight
frames:
- verbs: [outface]
  needs: {object: [band]}
  roles: {actor: [subject], recipient: [object]}
"""


def _found(kind: str, place: str, text: str) -> bool:
    read = load_kind_text(kind, place)
    only = Extractor({**load_kinds(), read.name: read})
    return any(c.kind == read.name for c in read_all([text], only)[0].claims)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenyan troops trundled out of Somalia.", True),
        ("Kenyan troops trundled past the border.", True),
        ("Kenyan troops trundled near the border.", False),
        ("Kenyan troops trundled out of Somalia into Ethiopia.", False),
    ],
)
def test_any_of_several_slots_meets_a_need(text: str, found: bool):
    assert _found(KIND, "military/withdraw.yaml", text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Armenians ringed the Turkish embassy.", True),
        ("The Taliban ringed the Turkish embassy.", False),
    ],
)
def test_nationals_are_people_told_by_their_state(text: str, found: bool):
    assert _found(RING, "unrest/protest.yaml", text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Foreign Minister Anna Berg fetched the men.", True),
        ("Anna Berg, a nurse, fetched the men.", False),
        ("Foreign Minister Anna Berg fetched CNN.", False),
    ],
)
def test_a_trade_is_no_office_and_a_station_is_an_outlet(text: str, found: bool):
    assert _found(CALL, "diplomacy/visit.yaml", text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kenya outfaced Boko Haram.", True),
        ("Kenya outfaced the Islamic State group.", True),
        ("Kenya outfaced Chad.", False),
        ("Kenya outfaced the Kurds.", False),
    ],
)
def test_a_band_is_an_armed_group_by_its_name(text: str, found: bool):
    assert _found(FACE, "military/fight.yaml", text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Foreign Minister Amina Juma fetched a crate.", True),
        ("Opposition leader Amina Juma fetched a crate.", False),
    ],
)
def test_who_leads_an_opposition_is_in_no_office(text: str, found: bool):
    assert _found(CALL, "diplomacy/visit.yaml", text) is found
