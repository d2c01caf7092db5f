"""Days that stand on a report in the ways that no dateline or date line covers."""

from __future__ import annotations

import pytest

from foedera.read.stamps import find_stamp, owned_since

STORY = (
    "Kenya and Uganda signed an agreement on border trade on Wednesday, officials of both said,"
    " and named a joint commission.\n\nThe pact replaces one of May 9, 1984.\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "(Xinhua) 14:30, March 05, 1998\n\n",
        "Xinhua | Updated: 1998-03-05 14:30\n\nNAIROBI, March 5 (Xinhua) -- ",
        "Pyongyang, March 5, Juche 87 (1998) (KCNA) -- ",
        "Rome, 5 March 1998 (Adnkronos) - ",
        "March 5, 1998 14:30 GMT+700\n\nNairobi (ANTARA) - ",
        "5 March 1998 – ",
        "NAIROBI — March 5, 1998 — ",
        "Reuters | Thu Mar 5, 1998 2:30pm EST\n\n",
        "MARCH 5, 1998 / 2:30 PM / UPDATED 2 YEARS AGO\n\n",
        "Press Release 12/98, 5 March 1998\n\n",
        "All News 14:30 March 05, 1998\n\n",
        "05-Mar-98\n\n",
        "Published on 5 March 1998\n\n",
        "Reuters | 5 Mar 98 14:30\n\n",
        "SUVA, Fiji (PACNEWS, March 5, 1998) - ",
        "Nairobi (dpa, 5 March 1998) - ",
        "New Delhi: Mar 05, 1998 (PTI): ",
        "Text by: FRANCE 24 | 05 March 1998\n\n",
        "[5 March 1998] ",
        "NAIROBI (Thursday, March 5, 1998) - ",
        "Nairobi, Mar 5 '98. ",
        "NAIROBI (AFP), March 5, 1998: ",
        "Tirana, 5 March 1998/ATA/ ",
        "Chisinau, 5 March 1998 /MOLDPRES/ - ",
        "Baku, March 5, 1998, AZERTAC ",
        "TBILISI, March 5, 1998, Prime-News. ",
        "Kampala, Uganda | THE INDEPENDENT | March 5, 1998 | ",
        "Addis Ababa (Ethiopia) March 5, 1998 (Walta) ",
        "March 5, 19984:30 PM ET\n\n",
    ],
)
def test_a_day_above_the_story_is_the_reports(head: str) -> None:
    day = find_stamp(head + STORY)
    assert day is not None
    assert day.iso() == "1998-03-05"


@pytest.mark.parametrize(
    "foot",
    [
        "AFP 051430 GMT MAR 98",
        "(end) am.tb KUNA 051430 Mar 98",
        "AP-NY-03-05-98 1430EST",
        "dpa 05.03.1998",
        "KCNA 1998.03.05",
    ],
)
def test_a_day_at_the_foot_is_the_reports(foot: str) -> None:
    day = find_stamp(f"{STORY}\n{foot}\n")
    assert day is not None
    assert day.iso() == "1998-03-05"


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "On March 5, 1998, Kenya signed the pact that its parliament had asked for since 1984.",
        "Kenya's March 5, 1998 pact with Uganda - the first of its kind - was read out again.",
        "Talks of March 5, 1998 led to the accord that both sides keep until today.\n\n" + STORY,
        "Kenya Marks March 5, 1998 Massacre\n\n" + STORY,
        "KENYA SIGNS PACT OF MARCH 5, 1998\n\n" + STORY,
        "Vote Set for 5 March 1998\n\n" + STORY,
        "Reuters | 5 March 14:30\n\n" + STORY,  # an hour and no year
        "5 March 10 a.m.\n\n" + STORY,
        "NAIROBI 5 March 14:30 - " + STORY,
        "Issued on: 05/03/1998 - 14:30\n\n" + STORY,  # May or March, who knows
        "",
    ],
)
def test_a_day_in_prose_or_of_two_readings_is_none(text: str) -> None:
    assert find_stamp(text) is None


def test_a_notice_of_rights_tells_the_year() -> None:
    assert owned_since(f"{STORY}\n(c) Reuters Limited 1998") == 1998
    assert owned_since(STORY) is None


@pytest.mark.parametrize(
    "foot",
    [
        "© 1998-2024 The Avondale Times",
        "(c) any dispute under the accord of 1990 goes to arbiters",
        "(c) The parties keep the treaty of 1990",
    ],
)
def test_years_of_a_house_or_of_a_list_are_no_years_of_rights(foot: str) -> None:
    assert owned_since(f"{STORY}\n{foot}") is None
