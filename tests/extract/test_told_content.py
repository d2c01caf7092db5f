"""What a clause says for its speaker, and the words that tell it."""

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


def _claims(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    extraction = _read(tmp_path, text)
    found = extraction.report.text
    return [
        (c.kind, found[c.passage.trigger.start : c.passage.trigger.end]) for c in extraction.claims
    ]


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("Norway wants the treaty with Chad amended.", "request.action", "wants"),
        ("Norway said that Chad must open the road.", "request.action", "must"),
        ("Norway said it would rebuild the pier.", "statement.promise", "would"),
        ("Norway said it would not rebuild the pier.", "statement.reject", "would not"),
        ("Norway said it would suspend the ferries.", "statement.threaten", "would"),
        ("Norway said it would suspend its broadcasts.", "statement.promise", "would"),
        ("Norway said it would appeal.", "statement.reject", "would"),
        ("Norway's premier said Norway would rebuild the pier.", "statement.promise", "would"),
        ("Norway's premier said his country will not pay.", "statement.reject", "will not pay"),
        (
            "Norway's premier said his government would tax the ferries.",
            "statement.threaten",
            "would",
        ),
        ("Norway's premier said his government did not conspire.", "statement.reject", "said"),
        ("Norway's premier said the tax would damage relations.", "statement.warn", "damage"),
        ("Norway's premier said we must close the port.", "request.action", "must"),
        ("Norway said it would tax the ferries.", "statement.threaten", "would"),
        ("Norway said the ruling was a mistake.", "statement.criticise", "mistake"),
        ("Norway said the ruling was not fair.", "statement.criticise", "fair"),
        ("Norway said the ruling was a terrible decision.", "statement.criticise", "decision"),
        (
            '"I do not think it is fair," Norway\'s premier said.',
            "statement.criticise",
            "not think it is fair",
        ),
        ("Norway said that Chad was irresponsible.", "statement.criticise", "irresponsible"),
        ("Norway said the tariff undermines the pact.", "statement.criticise", "undermines"),
        ('"They are thieves," the Norwegian premier said.', "statement.criticise", "thieves"),
        ("Norway said the accusations were baseless.", "statement.reject", "baseless"),
        ("Norway said the Chadian decision was a historic step.", "statement.praise", "step"),
    ],
)
def test_the_words_of_the_clause_tell_what_is_said(
    tmp_path: Path, text: str, kind: str, trigger: str
):
    assert (kind, trigger) in _claims(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway said the winter was a disaster.",
        "Norway said it would be glad.",
        "Norway said that it would rain in May.",
        "Norway asked whether the ruling was a mistake.",
        "Norway said the ruling was not a mistake.",
        "The premier of Norway said he was a terrible cook.",
        "Norway said the bridge was not strong enough.",
        "Norway said the flood undermines the pier.",
    ],
)
def test_no_judgement_and_no_deed_is_read_into_a_clause(tmp_path: Path, text: str):
    kinds = {kind for kind, _ in _claims(tmp_path, text)}
    assert kinds.isdisjoint({"statement.criticise", "statement.promise", "statement.threaten"})


def test_a_deed_that_is_told_itself_is_not_told_again_as_a_promise(tmp_path: Path):
    kinds = [kind for kind, _ in _claims(tmp_path, "Norway said it would send tanks to Chad.")]
    assert "transfer.arms" in kinds
    assert "statement.promise" not in kinds
