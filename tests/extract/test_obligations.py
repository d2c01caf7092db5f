from foedera.data import Actor, Span
from foedera.extract.obligations import read_obligation
from tests.reading import parse

PARTIES = [Actor(c, c, "state", None, Span(0, 1)) for c in ("CHL", "PER")]


def read(text: str, head: str):
    s = parse(text)
    return read_obligation(text, s, s.words.index(head), PARTIES)


def test_mutual_defence_in_a_conditional_clause():
    text = "The pact stipulates that if one is attacked, the other will immediately send help."
    found = read(text, "stipulates")
    assert found is not None
    assert (found.kind, found.immediacy) == ("defence", "immediately")
    assert found.trigger == "if one is attacked"
    assert found.duty == "send help"
    assert found.bearers == ("CHL", "PER")


def test_consultation():
    found = read("The treaty obliges both states to consult each other before any move.", "obliges")
    assert found is not None
    assert found.kind == "consultation"


def test_no_duty_no_obligation():
    assert read("The treaty provides hope.", "provides") is None
