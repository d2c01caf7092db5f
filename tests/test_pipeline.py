"""Whatever stands beside what in a report, it is read; a rule that fails takes one report only."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedera.data import Extraction, Report, Sentence
from foedera.extract import Extractor
from foedera.pipeline import Line, build_line
from foedera.registry import build_analyser, build_extractor
from tests.reading import report_of

READINGS = Path(__file__).parent / "readings"
TOLD = [
    json.loads(line)["text"]
    for name in ("plain", "wire")
    for line in (READINGS / f"{name}.jsonl").read_text("utf8").splitlines()
]
IDLE = ["News.", "The weather was fine.", "It rained.", "He smiled.", "Why?", "Nobody knows."]
BACK = [
    "It obliges both to share the lake.",
    "It binds them.",
    "Both sides agreed.",
    "He said it would.",
    "The two leaders left.",
    "The North refused.",
    "Neither country spoke.",
    "The other withdrew.",
    "The deal was praised.",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(*map(st.sampled_from, (TOLD, IDLE, BACK))), min_size=1, max_size=7),
    st.sampled_from([" ", "\n\n"]),
)
def test_sentences_in_any_order_are_read_without_a_fault(told: list[str], between: str) -> None:
    (found,) = build_line().run([report_of(between.join(told))])
    assert found.fault is None


def test_what_it_stands_for_is_sought_past_a_sentence_that_was_not_parsed() -> None:
    (found,) = build_line().run([report_of("It rained. Why? It obliges both to share the lake.")])
    assert found.fault is None


class _Failing(Extractor):
    """Fails on one report, as a rule with a mistake would."""

    def __init__(self, real: Extractor) -> None:
        self._real = real

    def extract(self, report: Report, sentences: Sequence[Sentence]) -> Extraction:
        if "rained" in report.text:
            raise IndexError("tuple index out of range")
        return self._real.extract(report, sentences)


def test_a_rule_that_fails_on_a_report_leaves_the_others() -> None:
    line = Line(build_analyser(), _Failing(build_extractor()))
    reports = [report_of("Peru thanked Chile."), report_of("It rained."), report_of("Peru left.")]
    found = list(line.run(reports))
    assert [one.report for one in found] == reports
    assert found[0].claims
    assert not found[1].claims
    assert "IndexError in test_pipeline.extract" in str(found[1].fault)
    assert found[1].warnings[0].note.startswith("no claim was read")
