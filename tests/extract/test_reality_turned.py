import pytest

from foedera.extract.reality import read_reality
from tests.reading import parse


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Norway waited until May to arm the rebels.", "arm", "happened"),
        ("Norway waited too long to arm the rebels.", "arm", "happened"),
        ("Norway waited to arm the rebels.", "arm", "planned"),
        ("Norway will wait until May to arm the rebels.", "arm", "planned"),
        ("Norway went so far as to arm the rebels.", "arm", "happened"),
        ("Norway would not go so far as to arm the rebels.", "arm", "not-happened"),
        ("Norway has no choice but to arm the rebels.", "arm", "demanded"),
        ("Norway had no choice but to arm the rebels.", "arm", "happened"),
        ("Norway will have no option but to arm the rebels.", "arm", "planned"),
        ("Norway did nothing but arm the rebels.", "arm", "happened"),
        ("Norway saw fit to arm the rebels.", "arm", "happened"),
        ("Norway found it necessary to arm the rebels.", "arm", "happened"),
        ("Norway finds it necessary to arm the rebels.", "arm", "demanded"),
        ("The vote made it easier to arm the rebels.", "arm", "possible"),
        ("The vote made it impossible to arm the rebels.", "arm", "not-happened"),
        ("It was a mistake to arm the rebels, Peru said.", "arm", "happened"),
        ("It would be a mistake to arm the rebels, Peru said.", "arm", "possible"),
        ("It is a mistake to arm the rebels, Peru said.", "arm", "possible"),
        ("Norway cannot help arming the rebels.", "arming", "happened"),
        ("Unwilling to arm the rebels, Norway sent doctors.", "arm", "not-happened"),
        ("Ready to arm the rebels, Norway sent doctors.", "arm", "planned"),
        ("Norway's policy has been to arm the rebels.", "arm", "ongoing"),
        ("Norway's practice was to arm the rebels.", "arm", "happened"),
        ("Norway's policy will be to arm the rebels.", "arm", "planned"),
        ("Norway's plan was to arm the rebels.", "arm", "planned"),
        ("What Norway should do is arm the rebels.", "arm", "demanded"),
        ("What Norway did was arm the rebels.", "arm", "happened"),
        ("All Norway can do is arm the rebels.", "arm", "possible"),
        ("Norway would rather wait than arm the rebels.", "arm", "not-happened"),
        ("Norway armed more rebels than it trained.", "trained", "happened"),
        ("Norway is strong enough to arm the rebels.", "arm", "possible"),
        ("Norway was foolish enough to arm the rebels.", "arm", "happened"),
        ("Norway took the opportunity to arm the rebels.", "arm", "happened"),
        ("Norway will take the opportunity to arm the rebels.", "arm", "planned"),
        ("Norway has the opportunity to arm the rebels.", "arm", "possible"),
        ("The first thing Norway did was to arm the rebels.", "arm", "happened"),
        ("Failure to arm the rebels could lead to a war.", "arm", "conditional"),
        ("The failure to arm the rebels led to a war.", "arm", "not-happened"),
        ("Norway saw no need to arm the rebels.", "arm", "not-happened"),
        ("There is no need to arm the rebels.", "arm", "possible"),
        ("Norway would sooner wait than arm the rebels.", "arm", "not-happened"),
    ],
)
def test_a_course_of_words_turns_a_verb(text: str, trigger: str, wanted: str) -> None:

    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted
