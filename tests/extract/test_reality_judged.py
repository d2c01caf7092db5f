import pytest

from foedera.extract.reality import read_reality
from tests.reading import parse


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("It would be illegal to arm the rebels, Peru said.", "arm", "possible"),
        ("It is dangerous to arm the rebels, Peru said.", "arm", "possible"),
        ("It is not right to arm the rebels, Peru said.", "arm", "possible"),
        ("It is vital to arm the rebels, Peru said.", "arm", "demanded"),
        ("It was hard to arm the rebels, Peru said.", "arm", "happened"),
        ("Norway was right to arm the rebels.", "arm", "happened"),
        ("Norway was not wrong to arm the rebels.", "arm", "happened"),
        ("Norway was ready to arm the rebels.", "arm", "planned"),
        ("It is time for Norway to arm the rebels.", "arm", "demanded"),
        ("Norway had time to arm the rebels.", "arm", "planned"),
        ("The withdrawal of the rebels is the only solution.", "withdrawal", "possible"),
        ("The withdrawal of the rebels remains a dream.", "withdrawal", "possible"),
        ("The withdrawal of the rebels was a success.", "withdrawal", "happened"),
    ],
)
def test_judged_deeds(text: str, trigger: str, wanted: str) -> None:
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted
