"""A verb shares the day of the clause it hangs on, unless it tells one of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from foedera.pipeline import build_line
from foedera.read import read_paths


def _day(tmp_path: Path, text: str, kind: str) -> str | None:
    return _days(tmp_path, text, kind)[0]


def _days(tmp_path: Path, text: str, kind: str) -> list[str | None]:
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps({"id": "one", "text": text, "published": "2016-05-12"}))
    reports = [r for r in read_paths([str(file)]) if not isinstance(r, Exception)]
    whens = [
        claim.setting.when
        for extraction in build_line().run(reports)
        for claim in extraction.claims
        if claim.kind == kind
    ]
    assert whens, kind
    return [when.words if when else None for when in whens]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Rebels stormed the base on Monday, killing nine soldiers.", "harm.kill", "Monday"),
        ("Troops entered the village on Monday and killed nine farmers.", "harm.kill", "Monday"),
        (
            "Kenya began on Tuesday to withdraw troops from Mali.",
            "military.withdraw",
            "Tuesday",
        ),
        (
            "In 2013, troops took the north and a peace deal was signed with rebels of Mali.",
            "agreement.sign",
            "2013",
        ),
        (
            "Kenya signed a pact with Chad in 2013 and a deal with Oman was ratified.",
            "agreement.ratify",
            None,
        ),
        (
            "The envoy said that as of Thursday when Kenya ratified the treaty it was a member.",
            "agreement.ratify",
            "Thursday",
        ),
        ("Troops entered the village on Monday and later killed nine farmers.", "harm.kill", None),
        ("Kenya said on Tuesday that rebels had killed nine farmers.", "harm.kill", None),
        ("The navy said Monday Kenya will send two warships to Oman.", "military.deploy", None),
        ("A Kenyan drone strike in Mali killed nine in 2011.", "military.attack", "2011"),
        ("A bombing in Lima on Monday killed nine soldiers.", "harm.kill", "Monday"),
        ("The Indian missile test failed early Saturday.", "military.test", "Saturday"),
        ("Mali mourned after the Kenyan attack, which came Tuesday.", "military.attack", "Tuesday"),
        ("He won fame in the Kenyan invasion of Mali in 2003.", "military.incursion", "2003"),
        ("Nine farmers were kidnapped or killed last year.", "harm.injure", "last year"),
        ("Jets struck the base in Mali, dropping bombs Friday.", "military.attack", "Friday"),
        (
            "Kenya refused to receive the envoys of Mali on Monday.",
            "statement.reject",
            "Monday",
        ),
        (
            "The senator, who spoke Sunday on television, criticised Kenya.",
            "statement.criticise",
            "Sunday",
        ),
        ("Kenya said it would chair talks with Oman early Friday.", "diplomacy.meet", "Friday"),
        (
            "Oman signed up for tough Kenyan sanctions that were agreed Saturday.",
            "coercion.sanction",
            "Saturday",
        ),
        ("In May, 70 attacks by Kenyan rebels were recorded.", "military.attack", "May"),
        (
            "Kenya carried out a raid in Mali when it bombed a camp on Friday.",
            "military.attack",
            "Friday",
        ),
        ("Kenya angered Mali last week by shelling a camp.", "military.attack", "last week"),
        ("Nine were killed on Monday after Kenya shelled a camp.", "military.attack", "Monday"),
        ("Kenyan jets bombed Mali on Sunday and Monday.", "military.attack", "Sunday and Monday"),
        ("Kenyan jets bombed Mali in 2002 and 2005.", "military.attack", "2002"),
        ("Kenya bombed Mali not on Sunday but Monday.", "military.attack", "Sunday"),
        ("As Kenya confirmed last week, rebels killed nine in Mali.", "harm.kill", None),
        (
            "The king of Oman signed a decree ending the boycott of Kenya on Friday.",
            "agreement.sign",
            "Friday",
        ),
        ("Trump on Sunday will also hold talks with Kenya.", "diplomacy.meet", "Sunday"),
        (
            "The premier visited the embassy of Norway last week to offer his support.",
            "statement.support",
            "last week",
        ),
        (
            "On Wednesday, 300 people were killed when rebels attacked the town of Lima.",
            "military.attack",
            "Wednesday",
        ),
        (
            "Speaking in Lima on Wednesday, the premier praised the vote and blamed Norway.",
            "statement.accuse",
            "Wednesday",
        ),
        ("The Kenyan raid in Mali last week showed its reach.", "military.attack", "last week"),
        (
            "The president on Friday praised the vote, while congratulating the people of Norway.",
            "statement.praise",
            "Friday",
        ),
        ("Norway conducted two of its five nuclear tests last year.", "military.test", "last year"),
        ("A wave of attacks on Norway began on Monday.", "military.attack", "Monday"),
        ("In 2006, Norway refused to implement the treaty.", "agreement.comply", "2006"),
        ("Norway used tanks on Monday to attack Lima.", "military.attack", "Monday"),
        ("The premier plans on Monday to visit Norway.", "diplomacy.visit", None),
    ],
)
def test_shared_day(tmp_path: Path, text: str, kind: str, day: str | None) -> None:
    assert _day(tmp_path, text, kind) == day


def test_a_noun_that_points_back_has_the_day_told_before(tmp_path: Path) -> None:
    text = "Kenyan jets bombed a camp in Mali on Monday. Ghana said the attack was a crime."
    assert _days(tmp_path, text, "military.attack") == ["Monday", "Monday"]
    text = "Kenyan jets bombed a camp in Mali on Monday. A second Kenyan attack angered Ghana."
    assert _days(tmp_path, text, "military.attack") == ["Monday", None]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Norway threatened to annul the 1953 armistice with Kenya.", "agreement.terminate", None),
        ("Norway signed the 2010 nuclear treaty with Kenya.", "agreement.sign", "2010"),
        ("Norway praised the 2010 offer of Kenya.", "statement.praise", None),
        ("Kenya will comply with the 1973 War Powers Act.", "agreement.comply", None),
        ("Kenya praised the spirit of Sunday's vote in Mali.", "statement.praise", None),
        ("Kenya charged nine farmers Friday in the raid on Oman.", "military.attack", None),
        ("Kenya ruled out selling arms beyond the July 14 deadline.", "statement.reject", None),
    ],
)
def test_the_day_of_something_else(tmp_path: Path, text: str, kind: str, day: str | None) -> None:
    assert _day(tmp_path, text, kind) == day


def test_each_picture_of_a_gallery_has_its_own_day(tmp_path: Path) -> None:
    shown = (
        "Photos: The trip The envoys of Chad land in Oman on May 2. Hide Caption 1 of 3 "
        "Photos: The trip The leaders take part in a ceremony on May 3. They oversaw the "
        "signing of a defense deal between Chad and Oman. Hide Caption 2 of 3 "
        "Photos: The trip They rest. Hide Caption 3 of 3"
    )
    assert _days(tmp_path, f"Chad and Oman are close.\n\n{shown}", "agreement.sign") == ["May 3"]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Nine people were killed and 30 injured after a shell exploded on Monday.", "harm.injure",
         "Monday"),
        ("Nine people were killed after fighting began on Monday.", "harm.kill", None),
        ("Kenya's premier on Tuesday lost his fourth election.", "unrest.election", "Tuesday"),
        ("Nine Kenyans were killed by a shell fired on Monday.", "harm.kill", "Monday"),
        ("Nine Kenyans were killed by men jailed on Monday.", "harm.kill", None),
        ("The Kenya summit, which kicked off on Monday, is important.", "diplomacy.meet", "Monday"),
        ("In May 2010 police in Kenya thwarted an attempt to detonate a bomb.", "military.attack",
         "May 2010"),
        ("In May 2010 police in Kenya made an attempt to arrest a man.", "coercion.detain", None),
    ],
)  # fmt: skip
def test_what_harms_and_what_is_foiled_share_their_day(tmp_path, text, kind, words):
    assert _day(tmp_path, text, kind) == words


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Nine men were killed in April 2014, when Kenyan forces took Goma and shelled a school.",
         "military.attack", "April 2014"),
        ("Kenya used the camp to plan the raid on a school in April 2014, in which 90 men were"
         " killed.", "harm.kill", "April 2014"),
    ],
)  # fmt: skip
def test_a_day_before_when_or_in_which_is_that_of_the_clause(tmp_path, text, kind, words):
    assert _day(tmp_path, text, kind) == words
