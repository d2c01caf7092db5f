import pytest

from foedera.extract.reality import read_reality
from tests.reading import parse


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Peru called for an end to the raid on the base.", "raid", "ongoing"),
        ("Peru demanded an immediate halt to raids on the base.", "raids", "ongoing"),
        ("Norway must end its occupation of the town, Peru said.", "occupation", "ongoing"),
        ("Norway refused to end its blockade of Chad.", "blockade", "ongoing"),
        ("Norway will lift sanctions against Chad.", "sanctions", "ongoing"),
        ("Peru wants to stop raids on the base.", "raids", "ongoing"),
        ("Peru wants to stop a raid on the base.", "raid", "possible"),
        ("Norway ended its occupation of the town.", "occupation", "happened"),
        ("Peru celebrated the end of the occupation of the town.", "occupation", "happened"),
        ("Norway has done nothing to stop the raid.", "raid", "happened"),
    ],
)
def test_what_is_yet_to_end_goes_on(text: str, trigger: str, wanted: str) -> None:
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted
