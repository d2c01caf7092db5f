"""Who is meant where a saying, a demand or talks name nobody."""

import json
from pathlib import Path

import pytest

from foedera.data import Extraction
from foedera.pipeline import build_line
from foedera.read import read_paths


def _read(tmp_path: Path, text: str) -> Extraction:
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps({"id": "one", "text": text, "published": "2016-05-12"}))
    reports = [r for r in read_paths([str(file)]) if not isinstance(r, Exception)]
    (extraction,) = build_line().run(reports)
    return extraction


def _parties(tmp_path: Path, text: str, kind: str) -> list[set[str | None]]:
    extraction = _read(tmp_path, text)
    return [{a.country for a in c.roles.actors} for c in extraction.claims if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad and Libya signed a pact on Monday. Each side blamed the other for the clashes.",
         "statement.accuse"),
        ("Chad and Libya signed a pact in May. The two agreed to reopen the road.",
         "statement.promise"),
        ("Chad and Libya signed a pact in May. The talks were resumed in June.", "diplomacy.meet"),
    ],
)  # fmt: skip
def test_the_pair_told_before_is_meant(tmp_path: Path, text: str, kind: str):
    assert {"TCD", "LBY"} in _parties(tmp_path, text, kind)


def test_other_talks_are_nobodys(tmp_path: Path):
    text = "Chad and Libya signed a pact in May. Hopes for some peace talks are low."
    assert not _parties(tmp_path, text, "agreement.negotiate")


def test_a_demand_in_the_first_person_is_the_speakers(tmp_path: Path):
    text = '"We are seeking more information about the arrests," Norway\'s foreign minister said.'
    assert _parties(tmp_path, text, "request.information") == [{"NOR"}]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad and Libya signed a pact on Monday. Skirmishes near the wells ended in 1998.", True),
        ("Chad and Libya signed a pact on Monday. The skirmish is forgotten.", False),
        ("The teams met on Monday. Skirmishes near the wells ended in 1998.", False),
    ],
)
def test_force_told_by_a_noun_goes_on_where_states_were_told_of(
    tmp_path: Path, text: str, told: bool
):
    kinds = [c.kind for c in _read(tmp_path, text).claims]
    assert ("military.fight" in kinds) is told


def test_both_of_others_are_not_the_pair(tmp_path: Path):
    text = "Chad and Libya signed a pact. Both of the generals warned that it was weak."
    assert _parties(tmp_path, text, "statement.warn") == [set()]
    text = "Chad and Libya signed a pact. Both of them warned that it was weak."
    assert _parties(tmp_path, text, "statement.warn") == [{"TCD", "LBY"}]
