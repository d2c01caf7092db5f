import pytest

from foedera.extract.extractor import Extractor
from tests.extract.test_role_pronouns import sides
from tests.reading import read_all

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
