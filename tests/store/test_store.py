"""The store, in a file and on a server: reading again changes nothing, a report leaves whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from foedera.data import Extraction
from foedera.errors import NotInRecord, RecordError
from foedera.store import Store, schema
from tests.merge.builders import claim, extraction, report


def sample(key: str = "a.txt", text: str = "Ravania signed the pact.") -> Extraction:
    one = report(text, key=key)
    return extraction(one, claim(one, text, "agreement.sign", actors=["RVA"]))


def test_what_is_put_comes_back(store: Store) -> None:
    given = sample()
    assert store.put(given)
    assert store.extraction(given.report.id) == given
    assert store.text(given.report.id) == given.report.text


def test_the_same_report_again_changes_nothing_but_its_keys(store: Store) -> None:
    assert store.put(sample())
    assert not store.put(sample())
    assert store.skip(sample().report)
    assert not store.put(sample(key="b.txt"))
    assert store.keys() == {sample().report.id: ["a.txt", "b.txt"]}
    assert store.counts()["claims"] == 1


def test_a_file_that_was_edited_names_both_its_reports(store: Store) -> None:
    first, second = sample(), sample(text="Ravania signed the pact at last.")
    store.put(first)
    store.put(second)
    assert store.keys() == {first.report.id: ["a.txt"], second.report.id: ["a.txt"]}
    assert [head["id"] for head in store.heads()] == ["a.txt", "a.txt"]
    store.remove(second.report.id)
    assert store.keys() == {first.report.id: ["a.txt"]}


def test_a_report_leaves_with_exactly_its_claims(store: Store) -> None:
    gone, kept = sample(), sample(key="c.txt", text="Ostmark left the pact.")
    store.put(gone)
    store.put(kept)
    store.remove(gone.report.id)
    assert [row["id"] for row in store.claims()] == [kept.claims[0].id]
    with pytest.raises(NotInRecord):
        store.text(gone.report.id)


def test_words_are_found_whatever_their_accents(store: Store) -> None:
    store.put(sample(text="Erdoğan signed the pact."))
    assert store.search("erdogan pact") == [report("Erdoğan signed the pact.").id]
    assert store.search("nothing") == []


def test_a_later_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "late.foedera"
    Store.open(path).close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE meta SET value = '99' WHERE name = 'schema'")
    with pytest.raises(RecordError, match=f"this one knows {schema.version}"):
        Store.open(path)


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE birds (name TEXT)")
    with pytest.raises(RecordError, match="not a foedera record"):
        Store.open(path)


def test_a_folder_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is a folder"):
        Store.open(tmp_path)
    with pytest.raises(RecordError, match="does not exist"):
        Store.open(tmp_path / "none" / "record.foedera")


def test_only_people_can_withdraw_what_people_made(store: Store) -> None:
    with pytest.raises(NotInRecord, match="made by a person"):
        store.withdraw("nothing", at="2031-05-08T10:00:00")
