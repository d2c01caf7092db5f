import pytest

from foedera.extract.reality import read_reality
from tests.reading import parse


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Norway would later arm the rebels.", "arm", "happened"),
        ("Norway trained the rebels whom it would later arm.", "arm", "happened"),
        ("A year before it would arm the rebels, Norway held talks.", "arm", "happened"),
        ("Norway would arm the rebels.", "arm", "planned"),
        ("Norway said it would later arm the rebels.", "arm", "planned"),
        ("Norway would later arm the rebels if Chad agreed.", "arm", "conditional"),
        ("Norway would condemn such a raid.", "condemn", "conditional"),
        ("Norway would condemn the raid.", "condemn", "planned"),
        ("We would have to arm the rebels, he said.", "arm", "conditional"),
        ("Norway would have to arm the rebels.", "arm", "conditional"),
        ("Norway said it would have to arm the rebels.", "arm", "demanded"),
        ("Norway should have armed the rebels.", "armed", "not-happened"),
        ("Norway ought to have armed the rebels.", "armed", "not-happened"),
        ("Norway should not have armed the rebels.", "armed", "happened"),
        ("Norway need not have armed the rebels.", "armed", "happened"),
        ("Norway should have armed the rebels by Friday.", "armed", "demanded"),
        ("Norway should arm the rebels.", "arm", "demanded"),
        ("Norway should have left the pact and armed the rebels.", "armed", "not-happened"),
        ("Norway may have left the pact and armed the rebels.", "armed", "possible"),
        ("Norway has left the pact and armed the rebels.", "armed", "happened"),
        ("Norway wishes it had not armed the rebels.", "armed", "happened"),
        ("Norway wishes it had armed the rebels.", "armed", "not-happened"),
    ],
)
def test_what_is_told_in_hindsight(text: str, trigger: str, wanted: str) -> None:

    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted
