"""Types that are made fast are what they were: frozen, equal, copied and put on a wire."""

import copy
import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

from foedera.data import Actor, Span
from foedera.merge.telling import Source, Telling
from foedera.swift import maker
from tests.merge.tellings import telling


def test_nouns_stay_frozen_and_are_equal_by_their_values() -> None:
    one = Actor("Ana Ruiz", "PER", "person", None, Span(3, 11))
    other = Actor(name="Ana Ruiz", country="PER", kind="person", office=None, span=Span(3, 11))
    assert one == other
    assert hash(one) == hash(other)
    assert type(one) is Actor
    with pytest.raises(FrozenInstanceError):
        one.name = "Ana"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Actor("Ana Ruiz")  # type: ignore[call-arg]


def test_nouns_are_replaced_copied_and_pickled() -> None:
    one = telling("military.attack", "They struck Velm on Monday.", actors=["RVA"])
    for again in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert again == one
        assert (again.id, again.has, again.parties) == (one.id, one.has, one.parties)
    assert replace(one, order=9).order == 9
    assert replace(one.source, headline="Velm").printed == one.source.printed


def test_a_value_is_made_of_all_its_fields_worked_out_ones_too() -> None:
    source = telling("military.attack", "They struck Velm.").source
    fields = [getattr(source, name) for name in Source.__dataclass_fields__]
    assert maker(Source)(*fields) == source
    assert maker(Telling) is not Telling
