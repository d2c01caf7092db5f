import re
from pathlib import Path

import pytest

import foedera
from foedera.extract.frame_needs import CONTEXT
from foedera.kinds import load_kinds
from foedera.lexicons import class_names, load_lists, load_words

ROOT = Path(foedera.__file__).parent
NOT_BY_WORD = {
    "actor", "alliance", "any", "band", "completed", "figure", "human", "in_office", "name",
    "nationals", "outlet", "place", "power", "stranger", "pronoun", "states",
    "told_ill", "told_well", "told_untrue", "own_deed", "own_refusal", "own_threat",  # of clauses
    "deed_ahead", "refusal_ahead", "threat_ahead", "told_danger", "told_undone",
    "giving_account", "wished_done", "own_side",
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
        for slot, classes in slots.items()
        for c in classes
        if slot != CONTEXT
    }
    assert sorted(a for a in asked if a[1] not in class_names() | NOT_BY_WORD) == []


def test_what_must_be_told_before_is_a_kind_or_an_agreement() -> None:
    asked = {
        c
        for k in load_kinds().values()
        for f in k.frames
        for c in f.needs.get(CONTEXT, frozenset())
    }
    assert asked
    assert asked - load_kinds().keys() - {"agreement"} == set()


def test_every_kind_brings_five_examples_and_five_counter_examples() -> None:
    short = [
        name
        for name, kind in load_kinds().items()
        if len(kind.examples) < 5 or len(kind.counter_examples) < 5
    ]
    assert short == []


def test_no_word_of_a_list_or_kind_is_read_as_anything_else() -> None:
    for kind in load_kinds().values():
        for frame in kind.frames:
            for slots in frame.roles.values():
                assert not {"True", "False"} & set(slots), kind.name
    stop_words = load_words("stop_words")["words"]
    assert {"on", "off", "no"} <= set(stop_words)


def _words_of_the_house() -> set[str]:
    """List the words of all code, kinds and lexicons but for the noun classes themselves."""
    texts = [*ROOT.rglob("*.py"), *ROOT.glob("kinds/**/*.yaml"), *ROOT.glob("lexicons/*.yaml")]
    told = (p.read_text("utf8") for p in texts if p.name != "noun_classes.yaml")
    return {word for text in told for word in re.findall(r"\w+", text)}


def test_every_noun_class_is_asked_for() -> None:
    assert set(load_lists("noun_classes")) - _words_of_the_house() == set()


@pytest.mark.parametrize("name", ["role_words", "reality_words", "actor_words"])
def test_every_list_of_words_is_asked_for_in_the_code(name: str) -> None:
    code = "".join(p.read_text("utf8") for p in ROOT.rglob("*.py"))
    assert [key for key in load_words(name) if f'"{key}"' not in code] == []
