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


@pytest.mark.parametrize(
    ("text", "who", "stance"),
    [
        ("The envoys are convinced that Norway left the fort.", "envoys", "believed"),
        ("The envoys were persuaded by the army that Norway left the fort.", "", ""),
        ("As Angela Merkel put it, Norway left the fort.", "Angela Merkel", "asserted"),
        ("As the army put it under siege, Norway left the fort.", "", ""),
        ("The envoy has said often, and without proof, that Norway left it.", "envoy", "asserted"),
        ("Norway left the fort, per Danish officials.", "Danish officials", "asserted"),
        ("The price is ten crowns a barrel, per person.", "", ""),
        ("Citing Reuters, the BBC said Norway left the fort.", "Reuters", "asserted"),
        ("Waving flags, the envoys met the king and said Norway had left it.", "envoys",
         "asserted"),
        ("The envoy’s answer to all this was short: “Norway left it.”", "envoy", "asserted"),
    ],
)  # fmt: skip
def test_more_ways_of_telling(text: str, who: str, stance: str) -> None:
    found = [(n, a.stance) for a in read(text) for n in names(a)]
    assert (who, stance) in found if who else not found


def test_what_somebody_is_accused_of_is_his_word_who_accuses() -> None:
    (one,) = [a for a in read("Angela Merkel accused the men of burning a boat.") if a.speakers]
    assert (names(one), one.rule) == (["Angela Merkel"], "speech_verbs.read_verb")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("RTBF reported that it was over.\nThe broadcaster said troops had left it.", "RTBF"),
        ("Ali Omar fled. His brother, Musa Omar, told us that he was sad.\nOmar said it was over.",
         "Musa Omar"),
        ("The BBC adds:\n“The army left the fort in May.”", "BBC"),
        ("The BBC notes that it was over. Here’s more:\n“The army left the fort in May.”", "BBC"),
    ],
)  # fmt: skip
def test_who_speaks_goes_on(text: str, who: str) -> None:
    assert names(read(text)[-1]) == [who]


def test_a_noun_within_a_papers_name_does_not_speak() -> None:
    text = "The articles of war say that the army left the fort."
    assert names(read(text)[0]) != ["war"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The envoy shot back that Norway had left the fort.", "envoy"),
        ("The envoy was adamant that Norway left the fort.", "envoy"),
        ("The envoy let it be known that Norway left the fort.", "envoy"),
        ("A pair of boats held in March may leave, a rebel leader in Kenya said Saturday.",
         "rebel leader"),
        ("The men are accused by Danish officials of burning a boat.", "Danish officials"),
    ],
)  # fmt: skip
def test_rarer_ways_of_telling(text: str, who: str) -> None:
    assert [who] in [names(a) for a in read(text)]


def test_what_little_is_said_is_said() -> None:
    for verb in ("say", "confirm"):
        text = f"The envoy would {verb} only that Norway had left it."
        found = [words(text, a.content) for a in read(text) if names(a) == ["envoy"]]
        assert found == ["that Norway had left it"]


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("John Kerry mocked Barack Obama.", "John Kerry"),
        ("Angela Merkel mocked Barack Obama.", "Barack Obama"),
    ],
)
def test_who_told_of_him_speaks_of_him(before: str, who: str) -> None:
    assert names(read(f"{before} “He has never kept his word,” he said.")[-1]) == [who]
