"""Who stands right before the verb of a second clause does it, and is no object of the first."""

import pytest

from tests.reading import analyser, report_of


def heads(text: str) -> dict[str, tuple[str, str]]:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    return {w: (s.deps[i], s.words[s.heads[i]]) for i, w in enumerate(s.words)}


@pytest.mark.parametrize(
    ("text", "doer", "role", "verb"),
    [
        ("Russia condemned Israel and Iran vowed revenge.", "Iran", "nsubj", "vowed"),
        ("Kenya sent troops to Chad and Togo sent arms to Mali.", "Togo", "nsubj", "sent"),
        ("Kenya armed Chad and Mali was invaded by Togo.", "Mali", "nsubjpass", "invaded"),
        ("Kenya condemned Chad but Togo has backed the plan.", "Togo", "nsubj", "backed"),
        ("Rebels attacked two towns and soldiers fled.", "soldiers", "nsubj", "fled"),
        ("Togo praised Chad and the army of Mali struck Gao.", "army", "nsubj", "struck"),
        ("Chad condemned Mali and Fiji, a friend of Togo, left.", "Fiji", "nsubj", "left"),
        ("Kenya warned Chad of war and an envoy of Togo left.", "envoy", "nsubj", "left"),
    ],
)
def test_the_noun_before_the_second_verb_does_it(
    text: str, doer: str, role: str, verb: str
) -> None:
    assert heads(text)[doer] == (role, verb)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya attacked Chad and Mali and killed nine people.",
        "Kenya attacked rebels and troops trained by Mali.",
        "Kenya invited Chad and Mali to talks.",
        "Kenya sent envoys to Chad and Mali to meet leaders.",
        "Kenya attacked Chad and Mali, which border Togo, and left.",
    ],
)
def test_two_objects_stay_two(text: str) -> None:
    found = heads(text)
    second = "troops" if "troops" in found else "Mali"
    assert found[second][0] == "conj"


@pytest.mark.parametrize(
    ("text", "doer", "verb"),
    [
        ("Chile signed a treaty and Bolivia and Brazil opened talks.", "Bolivia", "opened"),
        ("Israel struck Gaza and Hamas fired rockets at Haifa.", "Hamas", "fired"),
        ("Putin called Merkel and Macron met Lula.", "Macron", "met"),
        ("Russia condemned Israel, China backed Iran and India armed Chad.", "India", "armed"),
        ("The United States sanctioned Iran and Mali and China protested.", "China", "protested"),
    ],
)
def test_of_a_row_those_before_the_verb_do_it(text: str, doer: str, verb: str) -> None:
    assert heads(text)[doer] == ("nsubj", verb)
