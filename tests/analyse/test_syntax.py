"""Analysis keeps offsets true and parses only what the gate lets through."""

from collections.abc import Sequence

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from foedera.analyse import Analyser, Gate, word_forms
from foedera.data import Days, Imprint, Part, Report, Span
from tests.reading import parse

TEXT = "“We signed it,” said the minister.\nRain fell.\nThe troops were\ndeployed near Oslo."


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(Gate(frozenset({"said"}), word_forms(["deploy"])))


def report(text: str) -> Report:
    parts, at = [], 0
    for line in text.split("\n", 2):
        parts.append(Part("paragraph", Span(at, at + len(line))))
        at += len(line) + 1
    return Report("r", "r", text, None, Imprint(), Days(None, None, "unknown"), tuple(parts))


def test_words_are_cut_out_by_their_offsets(analyser: Analyser) -> None:
    (sentences,) = analyser.analyse([report(TEXT)])
    for s in sentences:
        for word, a, b in zip(s.words, s.starts, s.ends, strict=True):
            assert TEXT[a:b].replace("“", '"').replace("”", '"') == word


def test_the_gate_keeps_idle_sentences_from_the_parser(analyser: Analyser) -> None:
    (sentences,) = analyser.analyse([report(TEXT)])
    assert [bool(s.heads) for s in sentences] == [True, False, True]
    assert "deploy" in sentences[2].lemmas


def test_a_wrapped_line_leaves_no_blank_token(analyser: Analyser) -> None:
    (sentences,) = analyser.analyse([report(TEXT)])
    assert all(w.strip() for s in sentences for w in s.words)


def test_order_and_number_of_reports_are_kept(analyser: Analyser) -> None:
    many = [report(f"Number {n} said so.\nx\ny") for n in range(70)]
    got = list(analyser.analyse(many))
    assert [s[0].words[1] for s in got] == [str(n) for n in range(70)]


def test_an_abbreviation_is_cut_from_what_it_leads() -> None:
    sentence = parse("The U.S.-led coalition bombed the port.")
    assert sentence.words[1:4] == ("U.S.", "-", "led")


class _Watching:
    """Lets everything through and notes how many threads products may take meanwhile."""

    def __init__(self) -> None:
        self.threads: set[int] = set()

    def lets_through(self, words: Sequence[str]) -> bool:
        self.threads |= _blas_threads()
        return True


def _blas_threads() -> set[int]:
    return {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"}


def test_sentences_are_parsed_in_one_thread_whatever_others_are_allowed() -> None:
    watching = _Watching()
    with threadpool_limits(limits=2, user_api="blas"):
        list(Analyser(watching).analyse([report("Norway sent troops to Chad.")]))
        assert watching.threads == {1}
        assert _blas_threads() == {2}
