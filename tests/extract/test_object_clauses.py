import pytest

from foedera.extract.extractor import Extractor
from foedera.extract.object_clauses import title_before
from tests.extract.claims_of import claims_of
from tests.extract.test_role_pronouns import sides
from tests.reading import parse, read_all

EXTRACTOR = Extractor()


@pytest.mark.parametrize(
    ("text", "kind", "state"),
    [
        ("Norway said it had destroyed 12 tunnels used by Hezbollah.", "harm.destroy", "LBN"),
        ("Chad tested a missile that landed in Japan's waters.", "military.test", "JPN"),
        ("Iran tested a medium-range missile capable of striking Chad.", "military.test", "TCD"),
        ("Sweden will sell Cairo twelve used tanks.", "transfer.arms", "EGY"),
    ],
)
def test_words_around_an_object_tell_whom_it_is_done_to(text, kind, state):
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert [a.country for a in claims[0].roles.recipients] == [state]


@pytest.mark.parametrize(
    ("text", "kind", "doers", "goals"),
    [
        ("A judge sentenced Lars Berg to 20 years in prison for the killing of Per Dahl.",
         "harm.kill", ["Lars Berg"], ["Per Dahl"]),
        ("The premier denounced a boycott of Norway by foreign firms.",
         "coercion.embargo", ["foreign firms"], ["Norway"]),
        ("For Chile, where hundreds of rockets have landed since July, it was a quiet day.",
         "military.attack", [], ["Chile"]),
        ("The Pakistani Taliban claimed responsibility for the attack on the Norwegian embassy.",
         "military.attack", ["Pakistani Taliban"], ["Norwegian embassy"]),
        ("Responsibility for the attack on the embassy of Norway was claimed by the Taliban.",
         "military.attack", ["Taliban"], ["embassy"]),
        ("The sale of Finnish armoured vehicles to Chad was approved.",
         "transfer.arms", ["Finland"], ["Chad"]),
    ],
)  # fmt: skip
def test_what_stands_around_an_act_names_its_sides(text, kind, doers, goals):
    assert sides(text, kind) == (doers, goals)


def goals_named(text: str, kind: str) -> list[str]:
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert claims, text
    return [a.name for a in claims[0].roles.recipients]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Chad's senate heeded Norway's appeal to vote.", "request.action", ["Chad"]),
        ("Chad fired missiles in defiance of U.N. sanctions.", "coercion.sanction", ["Chad"]),
        ("Chad violated U.N. sanctions on Monday.", "coercion.sanction", ["Chad"]),
        ("The U.S.-led effort to topple Idriss Deby took months.", "military.attack",
         ["Idriss Deby"]),
        ("Hundreds of people marched in Istanbul to protest the government's handling of blasts.",
         "unrest.protest", ["government"]),
        ("Norway has voted to leave the European Union.", "agreement.withdraw",
         ["European Union"]),
    ],
)  # fmt: skip
def test_who_answers_breaks_or_is_left_is_whom_it_is_done_to(text, kind, names):
    found = goals_named(text, kind)
    assert len(found) == len(names)
    assert all(n in f for n, f in zip(names, found, strict=True))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad agreed to U.N. sanctions on Monday.", "coercion.sanction"),
    ],
)
def test_who_only_agrees_to_a_curb_or_refuses_it_is_not_under_it(text, kind):
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert not any(a.country == "TCD" for c in claims for a in c.roles.recipients)


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("The army has taken over swathes of Iraqi and Syrian territory.", "military.capture",
         ["Iraq", "Syria"]),
        ("Norway's premier visited Singapore, Australia in search of ties.", "diplomacy.visit",
         ["Singapore", "Australia"]),
    ],
)  # fmt: skip
def test_all_states_of_a_row_are_meant(text, kind, names):
    assert goals_named(text, kind) == names


def test_a_leader_who_tells_what_was_done_to_him_is_whom_it_was_done_to() -> None:
    text = "James Comey said Donald Trump repeatedly pressured him to drop the case."
    assert goals_named(text, "request.action") == ["James Comey"]


@pytest.mark.parametrize(
    ("text", "noun", "title"),
    [
        ("Peru spoke at the Group of 20 summit in Lima.", "summit", ("Group",)),
        ("Peru spoke at the start of the summit in Lima.", "summit", ()),
        ("The Bay of Pigs landing failed.", "landing", ("Bay",)),
    ],
)
def test_a_name_with_of_before_a_noun_is_its_owner(
    text: str, noun: str, title: tuple[str, ...]
) -> None:
    s = parse(text)
    assert tuple(s.words[k] for k in title_before(s, s.words.index(noun))) == title


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("The envoy charged that Chad was betrayed by Libya.", ["LBY"]),
        ("Chad alleged that its envoys were expelled by Libya.", ["LBY"]),
        ("The envoy charged that Chad was involved in the raid.", ["TCD"]),
        ("The minister alleged that Chadian soldiers were shot.", []),
        ("Peru claims Chilean forces violated the truce.", ["CHL"]),
    ],
)
def test_who_only_suffered_it_is_not_accused(text: str, accused: list[str]) -> None:
    told = next(c for c in claims_of(text) if c.kind == "statement.accuse")
    assert [a.country for a in told.roles.recipients] == accused


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("A missile fired by Yemen hit a Saudi airport.", "YEM"),
        ("Shells lobbed by Syrian troops fell on a Turkish village.", "SYR"),
        ("Bombs planted by Egyptian militants blew up a Libyan pipeline.", "EGY"),
    ],
)
def test_a_missile_is_of_who_launched_it(text: str, doer: str) -> None:
    struck = [c for c in claims_of(text) if c.kind == "military.attack"]
    assert {a.country for a in struck[0].roles.actors} == {doer}
