"""Speakers set off by commas, in sentences of our own: what they tell, and who stands above."""

from __future__ import annotations

import pytest

from foedera.data import Attribution
from tests.extract.test_attribution import names, read, words


def of(text: str, cue: str) -> Attribution:
    return next(a for a in read(text) if words(text, a.cue).split()[-1] == cue)


def above(text: str) -> list[tuple[str, str]]:
    """List the speakers of a text with whoever stands over them."""
    found = read(text)
    return [
        (names(a)[0], names(found[a.parent])[0])
        for a in found
        if a.parent is not None and a.speakers and found[a.parent].speakers
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said rebels killed five men in Nuuk, Reuters reported on Monday.",
        "The minister told them that “rebels killed five men in Nuuk,” Reuters reported.",
        "Rebels killed five men in Nuuk, the minister said, Reuters reports.",
        "“Rebels killed five men in Nuuk,” the minister said, Reuters reported.",
        "The minister warned, Reuters reports, that rebels had killed five men in Nuuk.",
        "The minister, Reuters says, told reporters that rebels had killed five men.",
        "The minister, says Reuters, told reporters that rebels had killed five men.",
        "The minister denied that rebels killed five men, Reuters reported, citing an aide.",
    ],
)
def test_an_agency_stands_above_whom_it_reports(text: str) -> None:
    assert ("minister", "Reuters") in above(text)
    inner = next(a for a in read(text) if names(a) == ["minister"])
    assert "Reuters" not in words(text, inner.content)


@pytest.mark.parametrize(
    "text",
    [
        "It was “a grave error,” the envoy wrote, for Norway to have left the fort.",
        "It was wrong, the envoy wrote, for Norway to leave the fort.",
        "It was a mistake, said the envoy, that Norway left the fort.",
        "The army “was right,” the envoy said, to leave the fort.",
        "Norway had “no choice,” the envoy said, but to leave the fort.",
        "The march was “a crime,” the envoy said, in which the army left the fort.",
        "The march was lost, the envoy wrote, because the army left the fort.",
        "The army, the envoy told reporters in Nuuk, left the fort.",
        "If the rebels come, the envoy said, the army will leave the fort.",
        "In March, the envoy said, the army left the fort.",
    ],
)
def test_who_is_set_into_a_sentence_tells_both_its_halves(text: str) -> None:
    one = next(a for a in read(text) if names(a) == ["envoy"])
    said = words(text, one.content)
    assert said.startswith(text[:6])
    assert said.endswith("the fort")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The army left the fort, the envoy said, but the rebels denied that it fled.", "said"),
        ("The army left the fort, said the envoy, who called for an inquiry.", "said"),
        ("The army left the fort, said the envoy, adding that rebels had come.", "said"),
        ("“It is over,” she said of the march, in which the army left the fort.", "said"),
        ("The march ended. The aide, Ali Omar, told the daily Posten.", "told"),
    ],
)
def test_what_does_not_go_on_is_not_told(text: str, cue: str) -> None:
    said = words(text, of(text, cue).content) if cue == "said" else ""
    assert not any(word in said for word in ("denied", "inquiry", "adding", "fort."))
    assert not [a for a in read(text) if names(a) == ["Posten"]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The envoy told Reuters in an interview last month that the army had left it.", True),
        ("The envoy told reporters on a flight to Kenya that the army had left it.", True),
        ("The envoy said on Monday in a speech in Nuuk that the army had left it.", True),
        ("The envoy spoke at a meeting that the army had left it.", False),
        ("The envoys are calling for an inquiry into the rebels' claims that the army had left it.",
         False),
    ],
)  # fmt: skip
def test_what_is_said_somewhere_is_no_word_of_the_place(text: str, told: bool) -> None:
    found = [words(text, a.content) for a in read(text) if "envoy" in words(text, a.source)]
    assert ("that the army had left it" in found) is told
