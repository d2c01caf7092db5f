import pytest

from foedera.data import Reality
from foedera.kinds import load_kinds, plover_of


@pytest.mark.parametrize(
    ("kind", "reality", "event"),
    [
        ("transfer.aid", "happened", "AID"),
        ("transfer.aid", "planned", "AID"),
        ("diplomacy.visit", "planned", "AGREE"),
        ("transfer.aid", "not-happened", "REJECT"),
        ("transfer.aid", "demanded", "REQUEST"),
        ("military.attack", "planned", "ASSAULT"),
        ("unrest.protest", "planned", "THREATEN"),
        ("military.attack", "not-happened", None),
        ("statement.criticise", "planned", "ACCUSE"),
        ("request.arms", "demanded", "REQUEST"),
        ("agreement.describe", "happened", None),
    ],
)
def test_the_code_follows_the_telling(kind: str, reality: Reality, event: str | None) -> None:
    code = plover_of(load_kinds()[kind], reality)
    assert (code.event if code else None) == event


def test_a_code_that_changes_loses_its_mode_and_keeps_its_contexts() -> None:
    kind = load_kinds()["unrest.protest"]
    code = plover_of(kind, "planned")
    assert code is not None
    assert kind.plover is not None
    assert (code.mode, code.contexts) == (None, kind.plover.contexts)
