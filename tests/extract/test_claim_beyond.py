"""Days and places from beyond an act's own clause, and from the sentence before; day 2023-05-10."""

import pytest

from foedera.extract.extractor import Extractor
from foedera.read import Draft, make_report
from tests.reading import analyser, read_all

EXTRACTOR = Extractor()


def _setting(text, kind, last=False):
    found = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert found, kind
    setting = found[-1 if last else 0].setting
    return setting.when and setting.when.earliest, setting.where and setting.where.name


@pytest.mark.parametrize(
    ("text", "kind", "day", "place"),
    [
        ("Kenya called off talks with Peru scheduled for June in Oslo.",
         "diplomacy.meet", "2023-06-01", "Oslo"),
        ("Kenya's parliament approved the treaty on Monday, while farmers protested in Nairobi.",
         "unrest.protest", "2023-05-08", "Nairobi"),
        ("In May 2012 fighting flared up; nine Kenyan soldiers were killed and a school was hit.",
         "harm.kill", "2012-05-01", None),
        ("At a summit that ended on Monday, Kenya promised to back Peru.",
         "statement.promise", "2023-05-08", None),
        ("Kenya expelled two envoys on Monday, a day after Peru recalled its ambassador.",
         "diplomacy.sever-relations", "2023-05-07", None),
        ("Kenya cut ties with Peru on Monday, hours after Peruvian troops seized the island.",
         "military.capture", "2023-05-08", None),
        ("Kenyan police arrested nine men early on Monday, hours after Peru closed the border.",
         "coercion.restrict", None, None),
        ("Ghana's king spoke in Lima on Monday after talks with Peru's president.",
         "diplomacy.meet", "2023-05-08", "Lima"),
        ("Kenya decried a bombing in Lima on Monday that killed nine people.",
         "harm.kill", "2023-05-08", "Lima"),
        ("In 2013, 3,000 years after Peru attacked Chile, Kenya held talks with Uganda.",
         "military.attack", None, None),
        ("Kenya closed the Gudauta base in 2001.", "military.withdraw", "2001-01-01", "Gudauta"),
        ("In 2013, a year after the raids on Peru, Kenya's parliament passed a bill.",
         "military.attack", "2012-01-01", None),
        ("Last year, two years after Kenya bombed Peru, the men were freed.",
         "military.attack", "2020-01-01", None),
        ("Kenya signed the accord in December 2014 and ratified it the following March.",
         "agreement.ratify", "2015-03-01", None),
    ],
)  # fmt: skip
def test_a_day_or_place_beyond_the_clause_is_found(text, kind, day, place):
    assert _setting(text, kind) == (day, place)


def test_the_day_on_which_something_began_is_no_open_end():
    text = "Ties with Peru have been strained since April, when Kenya expelled its envoy."
    (claim,) = read_all([text], EXTRACTOR)[0].claims
    assert claim.setting.when is not None
    assert (claim.setting.when.earliest, claim.setting.when.latest) == ("2023-04-01", "2023-04-30")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kenya signed the accord with Peru on June 1.", "2022-06-01"),
        ("Kenya signed the accord with Peru on Thursday, June 1.", "2023-06-01"),
    ],
)
def test_a_day_told_in_the_past_lies_in_the_past_unless_its_weekday_tells_the_year(text, day):
    assert _setting(text, "agreement.sign")[0] == day


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya recalled its envoy in April and threatened to expel Peru's.", "statement.threaten"),
        ("Prior to the May 2012 attack, Kenya made requests for aid.", "request.action"),
        ("Kenya spoke on Monday after weeks of talks with Peru.", "diplomacy.meet"),
        ("Kenya praised Peru on Monday, more than two days after Chile bombed Lima.",
         "military.attack"),
    ],
)  # fmt: skip
def test_a_day_of_something_else_is_left_alone(text, kind):
    found = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert found
    assert all(c.setting.when is None for c in found)


def test_an_act_told_again_is_of_the_day_told_before_and_a_toll_of_the_place():
    again = (
        "Kenya and Peru signed an accord on Monday. The Kenyan and Peruvian presidents signed the "
        "accord at a hotel in Lima."
    )
    assert _setting(again, "agreement.sign", last=True) == ("2023-05-08", "Lima")
    other = "Kenya and Peru signed an accord on Monday. Kenya and Peru signed a pact on water."
    assert _setting(other, "agreement.sign", last=True) == (None, None)
    toll = "Chilean jets bombed a base in Lima on Monday. Nine Peruvian soldiers died, Peru said."
    assert _setting(toll, "harm.kill") == (None, "Lima")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NAIROBI, May 8, 2023 (XYZ) - Kenya and Peru signed an accord on Monday.", "Nairobi"),
        ("QUITO, May 8, 2023 (XYZ) - Kenya and Peru signed an accord on Monday.", None),
        ("QUITO, May 8, 2023 (XYZ) - Kenya and Peru signed an accord here on Monday.", "Quito"),
        ("NAIROBI, May 8, 2023 (XYZ) - Kenya and Peru signed an accord in Lima.", "Lima"),
    ],
)
def test_a_dateline_places_the_lead_s_own_news(text, place):
    report = make_report(Draft("a", text, "a.txt"))
    sentences = next(iter(analyser().analyse([report])))
    found = [c for c in EXTRACTOR.extract(report, sentences).claims if c.kind == "agreement.sign"]
    where = found[0].setting.where
    assert (where and where.name) == place


def test_a_toll_is_of_the_one_place_told_with_a_day_right_before():
    text = "Chile struck Peruvian troops on Monday and bombed a base in Lima. Nine soldiers died."
    assert _setting(text, "harm.kill") == (None, "Lima")
    assert _setting("Jets bombed a base in Lima. Nine Peruvians died.", "harm.kill") == (None, None)


def test_a_text_signed_by_nobody_told_is_the_one_just_signed():
    told = "Kenya signed a protocol to the treaty on Monday. The protocol was signed by its envoy."
    assert _setting(told, "agreement.sign", last=True)[0] == "2023-05-08"
    other = told.replace("The protocol was", "The old protocol was")
    assert _setting(other, "agreement.sign", last=True)[0] is None
