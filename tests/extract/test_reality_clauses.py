import pytest

from foedera.extract.reality import read_reality
from tests.reading import parse


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Norway met him three weeks before he leaves the post.", "leaves", "planned"),
        ("The rebels refused to go until the president resigns.", "resigns", "demanded"),
        ("It takes a year until Chad builds a bomb.", "builds", "planned"),
        ("The rebels stayed until the president resigned.", "resigned", "happened"),
        ("Should Norway arm the rebels?", "arm", "possible"),
        ("Norway should arm the rebels.", "arm", "demanded"),
        ("Should Norway arm the rebels, Chad will leave the treaty.", "arm", "conditional"),
        ("Chad will leave the treaty should Norway arm the rebels.", "arm", "conditional"),
        ("Peru said Norway should arm the rebels.", "arm", "demanded"),
        ("Why should Norway arm the rebels?", "arm", "demanded"),
        ("Why would Norway reveal its plans?", "reveal", "happened"),
        ("Would Norway reveal its plans?", "reveal", "planned"),
    ],
)
def test_clauses_ahead_and_questions(text: str, trigger: str, wanted: str) -> None:
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted
