from foedera.kinds import load_kinds
from foedera.lexicons import class_names, load_lists

NOT_BY_WORD = {
    "actor", "alliance", "any", "completed", "human", "in_office", "name", "place", "power",
    "pronoun", "states",
}  # fmt: skip


def test_every_class_has_words_and_every_word_is_lower_case() -> None:
    lists = load_lists("noun_classes")
    assert all(lists.values())
    assert [w for ws in lists.values() for w in ws if w != w.lower()] == []


def test_no_word_stands_twice_in_a_class() -> None:
    lists = load_lists("noun_classes")
    assert [name for name, ws in lists.items() if len(ws) != len(set(ws))] == []


def test_kinds_ask_for_known_classes_only() -> None:
    asked = {
        (name, c)
        for name, kind in load_kinds().items()
        for frame in kind.frames
        for slots in (frame.needs, frame.bars)
        for classes in slots.values()
        for c in classes
    }
    assert sorted(a for a in asked if a[1] not in class_names() | NOT_BY_WORD) == []


def test_every_kind_brings_five_examples_and_five_counter_examples() -> None:
    short = [
        name
        for name, kind in load_kinds().items()
        if len(kind.examples) < 5 or len(kind.counter_examples) < 5
    ]
    assert short == []
