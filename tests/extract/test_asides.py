"""Words that only take up what another word of their sentence tells make no claim of their own."""

import pytest

from foedera.pipeline import build_line
from tests.reading import report_of


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Oman said there was no proof that Chad was behind the raid.", "statement.accuse", []),
        ("It is unclear whether Chad was behind the raid.", "statement.accuse", []),
        ("Oman said that Chad was behind the raid.", "statement.accuse", ["was behind"]),
        ("Iran launched a rocket that put a satellite into orbit.", "military.test", ["launched"]),
        ("Iran put a satellite into orbit.", "military.test", ["put"]),
        ("Omani dockers began a strike in Chad.", "military.attack", []),
        ("Oman began a strike on Chad.", "military.attack", ["strike"]),
        ("Oman considers the town its capital.", "statement.consider", []),
        ("Oman is considering sanctions on Chad.", "statement.consider", ["considering"]),
    ],
    ids=[
        "no proof",
        "whether",
        "said",
        "its rocket",
        "a launch",
        "dockers",
        "an attack",
        "taken for",
        "weighed",
    ],
)
def test_what_another_word_tells_is_told_once(text, kind, words):
    (read,) = build_line().run([report_of(text)])
    spans = [c.passage.trigger for c in read.claims if c.kind == kind]
    assert [text[s.start : s.end] for s in spans] == words
