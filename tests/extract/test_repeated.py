"""What "did the same" and "did so" repeat: what was done, never the verb that tells of it."""

import pytest

from foedera.data import Claim
from foedera.extract.extractor import Extractor
from tests.reading import read_all


def repeated(text: str, words: str) -> Claim:
    """Return the claim that some words tell."""
    (found,) = (
        c
        for c in read_all([text], Extractor())[0].claims
        if text[c.passage.trigger.start : c.passage.trigger.end] == words
    )
    return found


@pytest.mark.parametrize(
    ("text", "words", "kind", "reality"),
    [
        ("Peru signed the treaty and urged Chile to do so.", "do so", "agreement.sign", "demanded"),
        (
            "Rebels denied shelling Gao and accused the army of doing so.",
            "doing so",
            "military.attack",
            "happened",
        ),
        (
            "Peru withdrew from the treaty after Chile did so.",
            "did so",
            "agreement.withdraw",
            "happened",
        ),
    ],
)
def test_what_is_done_again_is_the_act_told_before(
    text: str, words: str, kind: str, reality: str
) -> None:
    told = repeated(text, words)
    assert (told.kind, told.voice.reality) == (kind, reality)


def test_nothing_is_repeated_where_only_the_telling_verb_stands_before() -> None:
    text = "The rebels accused the army of doing so."
    claims = read_all([text], Extractor())[0].claims
    assert [c.kind for c in claims] == ["statement.accuse"]
    assert claims[0].roles.actors[0].name == "rebels"
