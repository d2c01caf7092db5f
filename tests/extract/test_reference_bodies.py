"""Which body is meant by what it is."""

import pytest

from foedera.data import Actor
from foedera.extract.actors import find_actors
from foedera.gazetteer import load_gazetteer
from foedera.gazetteer.names import tokens
from foedera.lexicons import load_words
from tests.reading import analyser, report_of


def names(text: str) -> dict[str, str]:
    report = report_of(text)
    sentences = next(iter(analyser().analyse([report])))
    found = find_actors(report, sentences, load_gazetteer())
    return {
        text[m.span.start : m.span.end]: m.value.name for m in found if isinstance(m.value, Actor)
    }


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        ("The world body accused Chad of abuses.", "world body", "United Nations"),
        ("Iran met the IAEA. The nuclear watchdog accused Iran of lying.", "nuclear watchdog",
         "International Atomic Energy Agency"),
        ("Amnesty International accused Chad. The rights group urged Chad to stop.",
         "rights group", "Amnesty International"),
        ("Mali left ECOWAS. The West African bloc urged Mali to return.", "West African bloc",
         "ECOWAS"),
        ("Finland joined NATO. The military alliance thanked Finland.", "military alliance",
         "NATO"),
        ("The Arab League met. The league rejected the plan.", "league", "Arab League"),
    ],
)  # fmt: skip
def test_a_body_is_meant_by_what_it_is(text: str, words: str, body: str) -> None:
    assert names(text)[words] == body


@pytest.mark.parametrize("text", ["A rights group accused Chad.", "The rights group accused Chad."])
def test_a_body_never_named_is_not_known(text: str) -> None:
    assert names(text)["rights group"] == "rights group"


def test_descriptions_are_of_bodies_in_the_tables() -> None:
    told = load_words("body_descriptions")
    meant = {body for bodies in told["told"].values() for body in bodies} | {*told["sure"].values()}
    known = load_gazetteer().names
    assert not [body for body in meant if not known.get(tokens(body))]
    assert all(body in told["told"].get(phrase, [body]) for phrase, body in told["sure"].items())
