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
        ("Norway must have bombed the port, Peru said.", "bombed", "happened"),
        ("Norway must have freed the captives by Friday.", "freed", "demanded"),
        ("Norway nearly sank the Chadian ship.", "sank", "not-happened"),
        ("Norway almost certainly sank the Chadian ship.", "sank", "happened"),
        ("If Norway were to arm the rebels, Peru would leave.", "arm", "conditional"),
        ("It is unclear whether Norway will arm the rebels.", "arm", "possible"),
        ("He was asked if Norway will arm the rebels.", "arm", "possible"),
        ("Norway will arm the rebels if Chad leaves.", "arm", "conditional"),
        ("Norway will arm the rebels even if Chad leaves.", "arm", "planned"),
        ("As long as Norway arms the rebels, Peru will stay away.", "arms", "ongoing"),
        ("As soon as Norway arms the rebels, Peru will leave.", "arms", "planned"),
        ("Peru will stay, provided that Norway frees him.", "frees", "conditional"),
        ("Peru will stay on condition that Norway frees him.", "frees", "conditional"),
        ("Peru sent officers in case Norway arrests three engineers.", "arrests", "conditional"),
        ("Norway may or may not arm the rebels.", "arm", "possible"),
        ("Had Norway armed the rebels, Peru would have left.", "armed", "conditional"),
        ("Norway had armed the rebels.", "armed", "happened"),
        ("Peru wishes Norway had armed the rebels.", "armed", "not-happened"),
        ("Norway may not arm the rebels.", "arm", "not-happened"),
        ("Norwegian troops would often shell the town.", "shell", "happened"),
        ("Norwegian troops would shell the town.", "shell", "planned"),
        ("It is vital that Norway arm the rebels.", "arm", "demanded"),
        ("Peru insisted that any pact ultimately include Norway.", "include", "demanded"),
        ("Peru said that most states support the pact.", "support", "ongoing"),
        ("Once Norway has signed the pact, talks can start.", "signed", "planned"),
        ("Peru may learn more when it meets the rebels.", "meets", "planned"),
        ("Who can complain when Norway meets the rebels?", "meets", "ongoing"),
        ("None of us went and criticised them, he said.", "criticised", "not-happened"),
        ("All of us went and criticised them, he said.", "criticised", "happened"),
        ("Anyone who arms the rebels will be punished.", "arms", "conditional"),
        ("Whoever arms the rebels must expect an answer.", "arms", "conditional"),
        ("Those who arm the rebels are known.", "arm", "ongoing"),
        ("Norway will not leave until the rebels sign.", "leave", "not-happened"),
        ("Norway did not leave until the rebels signed.", "leave", "happened"),
        ("Residents could hear a raid on the port.", "raid", "happened"),
        ("Tanks could be seen entering the town.", "entering", "happened"),
    ],
)
def test_clauses_ahead_and_questions(text: str, trigger: str, wanted: str) -> None:
    s = parse(text)
    assert read_reality(s, s.words.index(trigger)).reality == wanted
