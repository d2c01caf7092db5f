"""What holds of every format: it is written, whole, the same twice, and says what it needs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from foedera.errors import FoederaError, MissingExtra
from foedera.record import Record
from foedera.view.exports import FORMATS, export
from foedera.view.exports.choice import Choice, Chosen
from foedera.view.exports.formats import pieces_of

TEXTS = [name for name in FORMATS if name != "parquet"]


@pytest.mark.parametrize("form", FORMATS)
def test_equal_records_give_equal_bytes(record: Record, tmp_path: Path, form: str) -> None:
    one = export(record, form, tmp_path / "one").read_bytes()
    assert one == export(record, form, tmp_path / "two").read_bytes()
    assert one


def test_bytes_hang_on_no_hash_seed(samples: Record, tmp_path: Path) -> None:
    """Sets have another order in another process; what is written must not."""
    forms = ["ftm", "graphml", "gexf", "stix", "ics"]
    place = str(samples._store._engine.url.database)  # the file behind the fixture
    code = (
        "import sys, foedera; from foedera.view.exports import export\n"
        "record = foedera.open(sys.argv[1])\n"
        "for form in sys.argv[3:]: export(record, form, f'{sys.argv[2]}/{form}')"
    )
    command = [sys.executable, "-c", code, place, str(tmp_path / "there"), *forms]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "7"})
    for form in forms:
        here = export(samples, form, tmp_path / "here" / form).read_bytes()
        assert here == (tmp_path / "there" / form).read_bytes()


@pytest.mark.parametrize("form", [name for name, entry in FORMATS.items() if entry.needs])
def test_a_missing_extra_is_named(
    samples: Record, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for package in FORMATS[form].needs:
        monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=r"pip install 'foedera\[exports\]'"):
        pieces_of(form, Chosen(samples), "claims")


def test_an_unknown_format_is_named_with_those_there_are(samples: Record) -> None:
    with pytest.raises(FoederaError, match="geojson"):
        pieces_of("papyrus", Chosen(samples))


@pytest.mark.parametrize("form", TEXTS)
def test_every_format_takes_an_empty_record(tmp_path: Path, form: str) -> None:
    with Record(tmp_path / "empty.foedera") as empty:
        export(empty, form, tmp_path / "out")


@pytest.mark.parametrize("form", [name for name in TEXTS if name != "jsonl"])
def test_every_format_takes_a_choice_that_nothing_meets(
    samples: Record, tmp_path: Path, form: str
) -> None:
    export(samples, form, tmp_path / "out", since="1800-01-01", until="1800-01-02", actor="PRK")


def test_the_whole_record_is_not_cut(samples: Record) -> None:
    with pytest.raises(FoederaError, match="whole record"):
        list(pieces_of("jsonl", Chosen(samples, Choice(actor="GRC"))))
