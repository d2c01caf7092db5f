"""Sayings told by a verb with its predicate, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.extract.test_attribution import names, read, words


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("The envoy made clear that Norway had left it.", "envoy", "that Norway had left it"),
        ("The envoy made it clear that Norway had left it.", "envoy", "that Norway had left it"),
        ("The envoy again made clear it had left the fort.", "envoy", "it had left the fort"),
        ("The envoy's fear was that Norway would leave it.", "envoy", "that Norway would leave it"),
        ("The fear among envoys is that Norway will leave it.", "envoys",
         "that Norway will leave it"),
        ("The envoy's argument was that Norway had left it.", "envoy", "that Norway had left it"),
        ("The envoy left open the possibility that Norway may leave it.", "envoy",
         "the possibility that Norway may leave it"),
    ],
)  # fmt: skip
def test_a_predicate_tells_who_says_what(text: str, who: str, said: str) -> None:
    found = [a for a in read(text) if words(text, a.content) == said]
    assert names(found[0]) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "It was made clear that Norway had left it.",
        "The problem is that Norway left it.",
        "The envoy's house was one that Norway left.",
        "The envoy left the door open.",
        "The raid made clear that Norway had left it.",
    ],
)
def test_no_predicate_tells_of_a_speaker_without_one(text: str) -> None:
    assert not [a for a in read(text) if a.rule.startswith("speech_predicates") and a.speakers]


def test_how_surely_it_is_told() -> None:
    (fear,) = [a for a in read("The envoy's fear was that Norway left it.") if a.parent is None]
    assert fear.stance == "believed"
    text = "Norway considers the fort to be under attack by Denmark."
    assert [a.stance for a in read(text) if names(a) == ["Norway"]] == ["believed"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Amid complaints from nurses that nobody was paid, the envoy said little.", "nurses"),
        ("The envoy changed the text to say that Norway had left it.", "envoy"),
        ("The envoy called the mayor to say that Norway had left it.", "envoy"),
        ("The envoy forced the mayor to say that Norway had left it.", "mayor"),
        ("One of the best scholars, Ann Lund, points out that Norway left it.", "Ann Lund"),
        ("The ranking scholar on the panel, Ann Lund of Bergen, said it left.", "Ann Lund"),
        ("The envoys released notes making clear that Norway had left it.", "envoys"),
    ],
)
def test_whose_word_it_is(text: str, who: str) -> None:
    assert [who] in [names(a) for a in read(text)]


def test_ones_own_eyes_are_no_source() -> None:
    text = "“I saw by my own eyes how the army left us,” the nurse said."
    assert {n for a in read(text) for n in names(a)} <= {"nurse", "army"}
