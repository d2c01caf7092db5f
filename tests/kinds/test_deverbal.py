"""Noun frames that follow from verb frames."""

import pytest

from foedera.extract.extractor import Extractor
from foedera.kinds import load_kind_text
from foedera.kinds.deverbal import gerund, nouns_of
from tests.reading import read_all

KIND = """
kind: coercion.seize
frames:
- verbs: [seize, "take over"]
  needs: {subject: [state], object: [vessel]}
  bars: {object: [goods]}
  roles: {actor: [subject], recipient: [object_owner], object: [object]}
- verbs: [board]
  needs: {subject: [crowd], object: [vessel]}
- nouns: [seizure]
"""
EXTRACTOR = Extractor()


@pytest.mark.parametrize(
    ("verb", "form"),
    [("bomb", "bombing"), ("seize", "seizing"), ("ban", "banning"), ("free", "freeing"),
     ("tie", "tying"), ("raid", "raiding"), ("visit", "visiting"), ("deploy", "deploying")],
)  # fmt: skip
def test_forms_in_ing(verb, form):
    assert gerund(verb) == form


def test_other_nouns_come_from_the_list():
    assert nouns_of("annex") == ("annexing", "annexation")


def test_the_object_moves_behind_of():
    derived = [f for f in load_kind_text(KIND, "coercion/seize.yaml").frames if f.deverbal]
    (frame,) = derived  # "seizure" is listed, "board" is what crowds do, "take over" is two words
    assert frame.words == (("seizing",),)
    assert frame.needs == {"of": frozenset({"vessel"})}
    assert frame.bars == {"of": frozenset({"goods"})}
    assert frame.roles["actor"] == ("by", "possessor", "subject")
    assert frame.roles["recipient"] == frame.roles["object"] == ("of",)


def test_a_claim_names_the_rule():
    text = "The arming of Malian rebels by Chad was condemned in Lagos."
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == "transfer.arms"]
    assert [c.rule for c in claims] == ["frames.deverbal_frame:transfer.arms"]
    assert {a.country for a in claims[0].roles.actors} == {"TCD"}
