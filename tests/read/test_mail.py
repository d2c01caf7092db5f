"""Saved letters: the words of the body, the sender as outlet, attachments left alone."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from foedera.data import Report
from foedera.read import read_paths

WORDS = "LIMA, May 3 - Chile signed the accord with Peru.\n\nTalks ended on Thursday.\n"


def save(place: Path, letter: EmailMessage) -> Path:
    letter["Subject"] = "Chile signs accord"
    letter["From"] = "Andean Desk <desk@andean.example>"
    letter["Date"] = "Fri, 03 May 2019 10:00:00 +0000"
    place.write_bytes(bytes(letter))
    return place


def read_one(place: Path) -> Report:
    (report,) = read_paths([place])
    assert isinstance(report, Report)
    return report


def test_a_plain_letter_is_a_report(tmp_path: Path) -> None:
    letter = EmailMessage()
    letter.set_content(WORDS)
    letter.add_alternative("<p>Other words</p>", subtype="html")
    letter.add_attachment(b"\x00\x01", maintype="application", subtype="pdf", filename="a.pdf")
    report = read_one(save(tmp_path / "a.eml", letter))
    assert report.text == WORDS.strip()
    assert report.title == "Chile signs accord"
    assert report.imprint.outlet == "Andean Desk"
    assert report.published.earliest == "2019-05-03"


def test_markup_gives_its_words(tmp_path: Path) -> None:
    letter = EmailMessage()
    letter.set_content("<p>Chile <b>signed</b>.</p><style>p{}</style>", subtype="html")
    assert read_one(save(tmp_path / "a.eml", letter)).text == "Chile signed."


@pytest.mark.parametrize(
    "body", [b"", b"Subject: x\n\n", b"\xff\xfe\x00", b"Content-Type: a/b\n\nx"]
)
def test_a_letter_without_words_is_named(tmp_path: Path, body: bytes) -> None:
    place = tmp_path / "a.eml"
    place.write_bytes(body)
    (error,) = read_paths([place])
    assert "without words" in str(error) or "binary" in str(error)
