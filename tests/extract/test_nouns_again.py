"""Nouns that point back at talks, visits, calls and threats told before."""

import json
from pathlib import Path

import pytest

from foedera.data import Claim
from foedera.pipeline import build_line
from foedera.read import read_paths

_MET = "Chad's president met the Libyan leader in Rome on Monday. "
_VISITED = "Chad's president visited Libya in May. "


def _told(tmp_path: Path, text: str, word: str) -> list[Claim]:
    """Return the claims that a word tells."""
    file = tmp_path / "one.jsonl"
    file.write_text(json.dumps({"id": "one", "text": text, "published": "2016-05-12"}))
    reports = [r for r in read_paths([str(file)]) if not isinstance(r, Exception)]
    (extraction,) = build_line().run(reports)
    at = text.index(word)
    return [c for c in extraction.claims if c.passage.trigger.start == at]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        (_MET + "The roads were wet. The meeting was short.", "meeting", "diplomacy.meet"),
        ("Chad and Libya negotiated a truce in Rome. It rained. The talks were hard.", "talks",
         "agreement.negotiate"),
        ("Chad's president phoned the Libyan leader. It rained. The call was short.", "call was",
         "diplomacy.call"),
    ],
)  # fmt: skip
def test_both_sides_of_what_was_told_are_meant(tmp_path: Path, text: str, word: str, kind: str):
    (claim,) = _told(tmp_path, text, word)
    assert claim.kind == kind
    assert {a.country for a in claim.roles.actors} == {"TCD", "LBY"}


def test_a_visit_told_again_has_its_guest_and_host(tmp_path: Path):
    (claim,) = _told(tmp_path, _VISITED + "Crowds lined the road. The trip was long.", "trip")
    assert [a.country for a in claim.roles.actors] == ["TCD"]
    assert [a.country for a in claim.roles.recipients] == ["LBY"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (_MET + "A previous meeting was short.", "meeting"),
        (_MET + "The board meeting was short.", "meeting"),
        ("It rained in Chad. The meeting was short.", "meeting"),
    ],
)
def test_other_meetings_are_not_meant(tmp_path: Path, text: str, word: str):
    assert not _told(tmp_path, text, word)


def test_talks_without_an_article_may_be_those_of_others(tmp_path: Path):
    text = "Chad and Libya negotiated a truce in Rome. It rained. Peace talks were hard."
    assert all(not claim.roles.actors for claim in _told(tmp_path, text, "talks"))
