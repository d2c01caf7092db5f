"""Who takes a side by a noun that says so, and who acts by a hyphen."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


def _told(text: str) -> set[tuple[str, str]]:
    (extraction,) = read_all([text], EXTRACTOR)
    return {(c.kind, a.country or a.name) for c in extraction.claims for a in c.roles.actors}


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        ("Kenya's premier is a critic of the Ugandan plan.", "statement.criticise", "KEN"),
        ("Kenya's premier, who is a critic of Uganda, spoke.", "statement.criticise", "KEN"),
        ("Kenya's premier, a harsh critic of Uganda, spoke.", "statement.criticise", "KEN"),
        ("Peru is a backer of the Chilean bid.", "statement.support", "PER"),
        ("Shells fell on the Peruvian-backed government of Chile.", "statement.support", "PER"),
        ("A Peruvian-brokered truce held.", "diplomacy.mediate", "PER"),
    ],
)
def test_who_sides_or_acts_is_found(text: str, kind: str, actor: str) -> None:
    assert (kind, actor) in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's premier is no longer young, a critic wrote.",
        "Kenya's premier is not a critic of Uganda.",
        "A Nairobi-based bank lent the money.",
        "A state-backed loan was paid to Kenya.",
    ],
)
def test_no_side_is_taken(text: str) -> None:
    assert _told(text) == set() or not {k for k, _ in _told(text)} & {
        "statement.criticise", "statement.support", "military.deploy"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Envoys inspected the downed Peruvian jet.", "military.shoot-down", True),
        ("A jailed Kenyan editor wrote a letter.", "coercion.detain", True),
        ("The newly elected president of Chile spoke.", "unrest.election", True),
        ("The elected president of Chile spoke.", "unrest.election", False),
        ("The newly elected board of Chile's zoo rose.", "harm.kill", False),
        ("Envoys praised the polished Peruvian jet.", "military.shoot-down", False),
    ],
)  # fmt: skip
def test_a_participle_before_a_noun_tells_what_befell_it(text: str, kind: str, told: bool) -> None:
    (extraction,) = read_all([text], EXTRACTOR)
    assert any(c.kind == kind for c in extraction.claims) is told
