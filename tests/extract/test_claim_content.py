import pytest

from foedera.pipeline import build_line
from tests.reading import report_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway wants Chad to dismantle its nuclear program.", False),
        ("Norway was given access to Chad's nuclear program.", False),
        ("Norway praised a suspension of Chad's nuclear program.", False),
        ("Chad insists its nuclear program is for peaceful purposes.", False),
        ("Norway warned of military action against Chad's nuclear program.", False),
        ("Norway criticised Chad's nuclear program.", True),
        ("Norway voiced concern over Chad's nuclear program.", True),
    ],
)
def test_a_programme_that_is_only_spoken_of_is_not_worked_at(text: str, wanted: bool) -> None:
    (read,) = build_line().run([report_of(text)])
    assert ("military.develop" in {c.kind for c in read.claims}) is wanted


def test_an_attack_upon_computers_told_before_is_meant_by_the_attack() -> None:
    text = "Hackers launched a cyberattack on Norway's banks. The attack was felt for a day."
    (read,) = build_line().run([report_of(text)])
    assert "military.attack" not in {c.kind for c in read.claims}
