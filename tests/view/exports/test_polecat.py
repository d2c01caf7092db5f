"""POLECAT's columns."""

import io
import json

import pandas

from foedera.record import Record
from tests.view.exports.conftest import only_denied, texts_of, written


def frame(record: Record) -> pandas.DataFrame:
    return pandas.read_csv(
        io.StringIO(written(record, "polecat")), dtype=str, keep_default_na=False
    )


def test_the_rows_are_those_of_plover(record: Record) -> None:
    read = frame(record)
    coded = {row["id"]: row for row in json.loads(written(record, "plover"))}
    assert set(read["Event ID"]) == coded.keys()
    for row in read.to_dict("records"):
        want = coded[row["Event ID"]]
        assert row["Event Type"] == want["event"]
        assert row["Event Date"] == (want["date"] or "")
        assert row["Standing"] == want["standing"]


def test_a_row_leads_back_to_its_words(record: Record) -> None:
    texts = texts_of(record)
    for row in frame(record).to_dict("records"):
        start, end = map(int, row["Offsets"].split("; ")[0].split("-"))
        words = " ".join(texts[row["Reports"].split("; ")[0]][start:end].split())
        assert row["Quote"].removeprefix("'") == words


def test_no_denial_is_a_row(record: Record) -> None:
    assert not set(frame(record)["Event ID"]) & only_denied(record)


def test_what_no_report_tells_stays_empty(samples: Record) -> None:
    read = frame(samples)
    for column in ("Intensity", "Actor COW", "GeoNames ID", "Wikipedia Actor ID"):
        assert set(read[column]) == {""}
    assert list(read.columns[:3]) == ["Event ID", "Event Date", "Event Type"]
