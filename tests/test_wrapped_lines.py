"""Where lines end, a hand or a mail program decided: it changes nothing that is read."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import Any

import pytest

from foedera.data import Extraction
from foedera.pipeline import extract_reports
from foedera.read import read_paths

ROOT = Path(__file__).parents[1]
TEXTS = sorted(ROOT.glob("samples/*/*.txt"))
RIGA = (
    "Latvia and Estonia sign treaty on rescue at sea\n\n"
    "RIGA, 6 May 2021 (Baltic Wire) - Latvia and Estonia signed the Amber Coast Treaty in Riga on "
    "Thursday, the Latvian foreign ministry said.\n\n"
    "Latvia sent 300 soldiers to Estonia on 5 May, a Latvian official said.\n"
)


def read(path: Path, text: str) -> Extraction:
    path.write_text(text, "utf8")
    (report,) = read_paths([path])
    (found,) = extract_reports([report])
    return found


def wrap(text: str, width: int) -> str:
    """Break long lines between words."""
    return "\n".join("\n".join(textwrap.wrap(line, width)) for line in text.split("\n"))


def told(found: Extraction) -> list[Any]:
    """Say what was read, without the places where it stands."""
    rows = []
    for claim in found.claims:
        when, voice = claim.setting.when, claim.voice
        rows.append(
            (
                claim.kind,
                [actor.name for actor in (*claim.roles.actors, *claim.roles.recipients)],
                (when.earliest, when.latest, when.words) if when else None,
                [(one.low, one.high, one.words) for one in claim.setting.quantities],
                (voice.reality, voice.stance, [a.name for level in voice.sources for a in level]),
            )
        )
    return rows


@pytest.mark.parametrize("width", [50, 66, 72, 78])
@pytest.mark.parametrize("text", [RIGA, *(path.read_text("utf8") for path in TEXTS)])
def test_wrapped_lines_are_read_as_unbroken_ones(text: str, width: int, tmp_path: Path) -> None:
    whole = read(tmp_path / "whole.txt", text)
    wrapped = read(tmp_path / "wrapped.txt", wrap(text, width))
    assert told(wrapped) == told(whole)
    assert wrapped.report.title == whole.report.title
    assert wrapped.report.published == whole.report.published


def test_a_dateline_and_a_weekday_over_a_line_end(tmp_path: Path) -> None:
    """One line's end is all that is broken, between “on” and the day."""
    text = (
        "RIGA, 6 May 2021 (Baltic Wire) - Latvia and Estonia signed the treaty on\n"
        "Thursday, the Latvian foreign ministry said.\n"
    )
    (claim,) = read(tmp_path / "one.txt", text).claims
    assert claim.setting.when is not None
    assert claim.setting.when.earliest == "2021-05-06"


def test_the_text_that_is_kept_is_the_files_own(tmp_path: Path) -> None:
    text = wrap(RIGA, 66)
    assert read(tmp_path / "kept.txt", text).report.text == text
