"""Roles are scored on events that a claim of a mapped kind tells at the same words."""

from foedera.bench.arguments import load_mapping, score_arguments
from foedera.kinds import load_kinds

TEXT = "Rebels shelled the port of Aden."
GOLD = [
    {
        "id": "a",
        "text": TEXT,
        "gold": [
            {
                "event": "Conflict.Attack.Unspecified",
                "trigger": "shelled",
                "args": [
                    {"role": "Attacker", "text": "Rebels"},
                    {"role": "Target", "text": "the port of Aden"},
                ],
            }
        ],
    }
]


def claim(**roles: object) -> dict[str, object]:
    return {"id": "a", "claims": [{"kind": "military.attack", "trigger": [7, 14], **roles}]}


def test_a_role_is_right_where_the_head_stands_in_the_actor() -> None:
    actors = [{"name": "Rebels", "start": 0, "end": 6}]
    figures = score_arguments(GOLD, [claim(actors=actors, recipients=[])])
    assert figures["matched"] == 1
    assert figures["actors head recall"] == 1
    assert figures["recipients head recall"] == 0


def test_no_claim_no_match() -> None:
    assert score_arguments(GOLD, [{"id": "a", "claims": []}])["matched"] == 0


def test_every_mapped_kind_exists() -> None:
    unknown = {k for m in load_mapping() for k in m.kinds} - set(load_kinds())
    assert not unknown
