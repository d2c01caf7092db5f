"""Phrases that the parser hangs on a verb of another clause stand where they are told."""

import pytest

from tests.reading import analyser, report_of


def verb_of(text: str, words: str) -> str:
    """Return the verb on which the preposition that opens `words` hangs."""
    sentence = next(iter(analyser().analyse([report_of(text)])))[0]
    at = sentence.starts.index(text.index(words))
    return sentence.words[sentence.heads[at]]


@pytest.mark.parametrize(
    ("text", "words", "verb"),
    [
        ("Two men were killed in Taiz, Yemen, on Sunday, medics said.", "on S", "killed"),
        ("Nurses marched in Lima, in western Peru, on Monday to ask for pay.", "on M", "marched"),
        ("Nurses marched in Lima, medics said on Monday.", "on M", "said"),
        ("Nurses promised on Monday to march in Lima.", "in L", "march"),
        ("Mr. Kerry met for hours with Mr. Zarif.", "with", "met"),
    ],
)
def test_a_phrase_hangs_on_the_verb_of_its_own_clause(text: str, words: str, verb: str) -> None:
    assert verb_of(text, words) == verb


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Medics said Ramaphosa and President Vladimir Putin spoke by phone on Friday.",
         "Ramaphosa", "Putin"),
        ("President Hu Jintao and then Russian President Vladimir Putin announced a solution.",
         "Jintao", "Putin"),
    ],
)  # fmt: skip
def test_two_named_with_and_do_it_both(text: str, first: str, second: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    one, other = s.words.index(first), s.words.index(second)
    assert (s.deps[one], s.deps[other], s.heads[other]) == ("nsubj", "conj", one)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Trade and Industry Minister Ann Lee visited Togo.", "Trade", "Lee"),
        ("Premier and Defence Minister Ann Lee visited Togo.", "Premier", "Lee"),
        ("House and Senate leaders met Modi.", "House", "leaders"),
        ("U.S. and NATO forces left.", "U.S.", "forces"),
        ("Strategist and CNN contributor Ann Lee agreed.", "Strategist", "Lee"),
    ],
)
def test_two_titles_of_one_are_no_row(text: str, first: str, second: str) -> None:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    assert s.heads[s.words.index(second)] != s.words.index(first)


def test_plurals_keep_their_noun() -> None:
    text = "Kenya taxed the bases of Peru, and taxes rose as war was waged."
    sentence = next(iter(analyser().analyse([report_of(text)])))[0]
    assert {"base", "tax", "wage"} <= set(sentence.lemmas)


def test_the_first_of_a_row_of_verbs_governs_the_others() -> None:
    text = "Peru recalled its envoy, barred two Chilean consuls, and left the talks."
    sentence = next(iter(analyser().analyse([report_of(text)])))[0]
    recalled, barred = sentence.words.index("recalled"), sentence.words.index("barred")
    assert sentence.heads[recalled] == recalled
    assert (sentence.deps[barred], sentence.heads[barred]) == ("conj", recalled)


def test_what_is_said_before_its_speaker_stays_what_is_said() -> None:
    text = "Peru recalled its envoy, officials said."
    sentence = next(iter(analyser().analyse([report_of(text)])))[0]
    assert sentence.deps[sentence.words.index("recalled")] == "ccomp"


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Ruritania, a monarchy, promised during the talks to withdraw its troops.", 5, 0),
        ("Chad's vote commission named Idriss Deby as the winner.", 4, 3),
        ("A man named Kim.", None, None),
    ],
)  # fmt: skip
def test_a_participle_without_another_verb_is_the_verb(text, verb, subject) -> None:
    sentence = next(iter(analyser().analyse([report_of(text)])))[0]
    if verb is None:
        assert "acl" in sentence.deps or not sentence.deps
    else:
        assert sentence.heads[verb] == verb
        assert (sentence.deps[subject], sentence.heads[subject]) == ("nsubj", verb)


def test_a_day_before_an_object_dates_the_verb() -> None:
    text = "Chad dismissed on Thursday warnings by Niger about the border."
    sentence = next(iter(analyser().analyse([report_of(text)])))[0]
    warnings = sentence.words.index("warnings")
    assert (sentence.deps[warnings], sentence.words[sentence.heads[warnings]]) == (
        "dobj",
        "dismissed",
    )


def test_whom_an_act_left_dead_does_nothing_next() -> None:
    text = "A raid that in a month left more than 90 villagers dead, ravaged huts and fields."
    sentence = next(iter(analyser().analyse([report_of(text)])))[0]
    people = sentence.words.index("villagers")
    assert (sentence.deps[people], sentence.words[sentence.heads[people]]) == ("dobj", "left")


def test_what_is_told_behind_was_not_left_dead() -> None:
    assert left_in("The blast left 40 dead, burnt houses and damaged a bridge.") == ["40"]


def test_a_number_before_the_wounded_is_theirs() -> None:
    assert left_in("The blast left 12 injured soldiers in hospital.") == ["soldiers"]


def left_in(text: str) -> list[str]:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    left, arcs = s.words.index("left"), zip(s.words, s.deps, s.heads, strict=True)
    return [word for word, dep, head in arcs if dep == "dobj" and head == left]


def test_a_row_of_people_may_be_left_dead() -> None:
    text = "They recalled the attack that left Jan Berg and three other officials dead."
    sentence = next(iter(analyser().analyse([report_of(text)])))[0]
    found = {
        w: (sentence.deps[t], sentence.words[sentence.heads[t]])
        for t, w in enumerate(sentence.words)
    }
    assert found["dead"] == ("oprd", "left")
    assert found["Berg"] == ("dobj", "left")
