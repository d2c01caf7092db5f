import pytest

from foedera.lexicons import class_names, classes_of, load_lists, noun_classes


def test_every_class_has_words_and_every_word_is_lower_case() -> None:
    lists = load_lists("noun_classes")
    assert all(lists.values())
    assert [w for ws in lists.values() for w in ws if w != w.lower()] == []


def test_no_word_stands_twice_in_a_class() -> None:
    lists = load_lists("noun_classes")
    assert [name for name, ws in lists.items() if len(ws) != len(set(ws))] == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("marine",), "forces"),
        (("peace", "talk"), "talks"),
        (("air", "defence", "system"), "weapons"),
        (("instrument", "of", "ratification"), "instrument"),
        (("humanitarian", "aid"), "aid"),
    ],
)
def test_a_phrase_is_known_by_its_last_words(words: tuple[str, ...], name: str) -> None:
    assert name in classes_of(*words)


def test_the_longer_form_goes_before_its_head() -> None:
    assert "exercise" in classes_of("war", "game")
    assert "exercise" not in classes_of("game")


def test_names_of_classes_cover_the_index() -> None:
    assert frozenset().union(*noun_classes().values()) == class_names()
