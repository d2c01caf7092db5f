import pytest

from foedera.extract.reality import is_considering, read_reality
from tests.reading import parse


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Norway deployed troops.", "deployed", "happened"),
        ("Norway is deploying troops.", "deploying", "ongoing"),
        ("Norway has not deployed troops.", "deployed", "not-happened"),
        ("No troops were deployed.", "deployed", "not-happened"),
        ("Norway will deploy troops.", "deploy", "planned"),
        ("Norway may deploy troops.", "deploy", "possible"),
        ("Norway plans to deploy troops.", "deploy", "planned"),
        ("Norway failed to deploy troops.", "deploy", "not-happened"),
        ("Norway managed to deploy troops.", "deploy", "happened"),
        ("Kenya urged Norway to deploy troops.", "deploy", "demanded"),
        ("If Norway deploys troops, Kenya will act.", "deploys", "conditional"),
        ("The minister asked whether Norway would deploy troops.", "deploy", "possible"),
        ("They spoke of the possibility of deploying troops.", "deploying", "possible"),
        ("The plan for talks was praised.", "talks", "planned"),
        ("Kenya called for talks.", "talks", "demanded"),
        ("The planned visit to Lima is near.", "visit", "planned"),
        ("Peru left without signing the treaty.", "signing", "not-happened"),
        ("Peru cancelled the visit.", "visit", "not-happened"),
    ],
)
def test_the_nearest_shade_wins(text, trigger, wanted):
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted


def test_a_weighed_possibility_is_considered():
    s = parse("They spoke of the possibility of deploying troops.")
    assert is_considering(read_reality(s, s.words.index("deploying")))
