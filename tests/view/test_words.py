"""What pages call things."""

import pytest

from foedera.kinds import load_kinds
from foedera.view.words import load_phrases, say_kind


@pytest.mark.parametrize("kind", sorted(load_kinds()))
def test_a_page_calls_every_kind_by_a_noun(kind: str) -> None:
    assert load_phrases().get(kind, {}).get("noun"), f"{kind} has no noun in view/phrases.yaml"


def test_a_kind_reads_as_what_befell() -> None:
    assert say_kind("diplomacy.dismiss") == "dismissal"
    assert say_kind("military.break-ceasefire") == "breach of a ceasefire"
