"""Timing the desk: every page is asked for, and what lies over a bound is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from foedera.bench.desk import Timed, find_addresses, serving
from foedera.cli.root import main
from foedera.serve.pages import PAGES
from tests.bench.test_asking import filled

UNTIMED = {"/decisions/{name}"}
"""A record without decisions has no such page."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("desk"))


def test_every_page_of_the_desk_is_timed(place: Path) -> None:
    routes = {
        re.sub(r":path\}", "}", route.path)  # type: ignore[attr-defined]
        for page in PAGES
        for route in page.router.routes
        if "GET" in route.methods  # type: ignore[attr-defined]
    }
    with serving(place) as server:
        found = list(find_addresses(server))
        assert server.get(found[0][1]).startswith(b"<!doctype html>")
    assert routes - UNTIMED <= {page for page, _ in found}


def test_the_command_prints_a_line_a_page(place: Path) -> None:
    ran = CliRunner().invoke(main, ["bench", "desk", str(place), "--rounds", "1", "--no-browser"])
    assert ran.exit_code == 0, ran.output
    assert "/timeline" in ran.output
    assert re.search(r"\d+ pages, \d+ over a bound", ran.output)


def test_a_bound_is_that_of_an_idle_machine() -> None:
    quick = Timed("/", "/", 1, first=900, median=20, processor=90, usable=None)
    assert not quick.over, "other work kept it waiting"
    assert Timed("/", "/", 1, 900, 20, 400, 1200).over == "over 300, over 1000"
    assert Timed("/", "/", 1, 900, 20, None, None).over == "over 300"
