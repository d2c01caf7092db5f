"""Tables on wide, narrow and no terminals."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from foedera.view.tables import TABLES, print_table
from tests.view.desk_rows import RowsRecord


def shown(name: str, rows: list, width: int, *, terminal: bool = True) -> str:
    file = io.StringIO()
    console = Console(file=file, width=width, force_terminal=terminal, color_system=None)
    print_table(console, name, rows)
    return file.getvalue()


@pytest.mark.parametrize("width", [40, 80, 140])
@pytest.mark.parametrize("name", ["agreements", "events", "timeline", "actors", "disagreements"])
def test_no_line_is_wider_than_the_terminal(name: str, width: int) -> None:
    words = shown(name, getattr(RowsRecord(), name)(), width)
    assert max(len(line) for line in words.splitlines()) <= width


def test_a_narrow_terminal_gets_blocks() -> None:
    words = shown("agreements", RowsRecord().agreements(), 40)
    assert "status: in-force" in words


def test_report_words_are_never_read_as_markup() -> None:
    row = {"report": "r", "start": 0, "end": 1, "note": "[bold red]doubt[/bold red]"}
    assert "[bold red]doubt[/bold red]" in shown("warnings", [row], 100)


@given(st.text(max_size=40))
def test_a_tab_or_line_break_in_a_value_breaks_no_row(note: str) -> None:
    row = {"report": "r", "start": 0, "end": 1, "note": note}
    lines = shown("warnings", [row], 100, terminal=False).split("\n")
    assert len([line for line in lines if line]) == 2


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_listing_still_has_its_heading(name: str) -> None:
    assert shown(name, [], 100, terminal=False).strip()


def test_report_words_cannot_steer_the_terminal() -> None:
    row = {"report": "r", "start": 0, "end": 1, "note": "\x1b[2Jgone\u202e\x9b"}
    for terminal in (True, False):
        words = shown("warnings", [row], 100, terminal=terminal)
        assert not {"\x1b", "\u202e", "\x9b"} & set(words)
