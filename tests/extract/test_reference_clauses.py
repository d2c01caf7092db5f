"""Whom a pronoun means by the clause it stands in."""

import pytest

from tests.extract.claims_of import claims_of


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        (
            "Merkel cited Putin's speech, in which he threatened Ukraine.",
            "statement.threaten",
            "RUS",
        ),
        ("Netanyahu gave a speech in which he threatened Iran.", "statement.threaten", "ISR"),
    ],
)
def test_whose_speech_it_is_speaks_in_it(text: str, kind: str, doer: str) -> None:
    (told,) = (c for c in claims_of(text) if c.kind == kind)
    assert [a.country for a in told.roles.actors] == [doer]


def test_who_recalls_a_speech_does_not_give_it() -> None:
    text = "Obama leaned on Keita's harvest speech, in which he called on Peruvians to plant."
    (told,) = (c for c in claims_of(text) if c.kind == "request.action")
    assert "Barack Obama" not in [a.name for a in told.roles.actors]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Putin met Zelensky and sent agents to poison him.", "harm.injure"),
        ("Putin found Zelensky and had special forces kill him.", "harm.kill"),
    ],
)
def test_nobody_has_himself_harmed(text: str, kind: str) -> None:
    (told,) = (c for c in claims_of(text) if c.kind == kind)
    assert "RUS" not in [a.country for a in told.roles.recipients]


def test_nobody_negotiates_his_own_release() -> None:
    claims = claims_of("The sergeant strayed. Obama chose to negotiate his release.")
    (told,) = (c for c in claims if c.kind == "coercion.release")
    assert "Barack Obama" not in [a.name for a in told.roles.recipients]


def test_whose_ship_it_seized_is_the_main_clause_s() -> None:
    claims = claims_of("Iran released the crew of a ship it seized in April.")
    (told,) = (c for c in claims if c.kind == "coercion.seize")
    assert [a.country for a in told.roles.actors] == ["IRN"]


@pytest.mark.parametrize(
    ("text", "kind", "state"),
    [
        ("The Netherlands would freeze funds for Serbia if Belgrade failed to act, its foreign"
         " minister warned.", "statement.warn", "NLD"),
        ("South Sudan may walk away from oil talks with Sudan, its negotiator warned.",
         "statement.warn", "SSD"),
        ("Peru's navy will fire on Chilean boats, its commander warned.", "statement.warn", "PER"),
    ],
)  # fmt: skip
def test_whose_man_speaks_is_whom_he_speaks_of(text: str, kind: str, state: str) -> None:
    (told,) = (c for c in claims_of(text) if c.kind == kind)
    assert [a.country for a in told.roles.actors] == [state]
