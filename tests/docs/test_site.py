"""The documentation's site builds without a warning, from this project alone, with every page."""

from __future__ import annotations

import logging
import re
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote, urldefrag

import pytest

from tests.docs.pages import ROOT

LOADED = re.compile(r"<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href)=\"([^\"]*)\"")
LINKED = re.compile(r"<a\b[^>]*?\bhref=\"([^\"]*)\"")


@pytest.fixture(scope="module")
def builder() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        yield import_module("build_docs")


@pytest.fixture(scope="module")
def site(builder: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    builder.build_site(folder / "pages", folder / "site")
    return folder / "site"


def test_every_page_is_built_and_a_menu_leads_to_it(site: Path) -> None:
    home = (site / "index.html").read_text("utf8")
    for page in [*(ROOT / "docs").glob("*.md"), *(ROOT / "decisions").glob("0*.md")]:
        built = page.relative_to(ROOT).with_suffix(".html").as_posix()
        assert (site / built).is_file()
        assert f'href="{built}"' in home


def test_the_site_loads_nothing_from_a_network(site: Path) -> None:
    for page in site.rglob("*.html"):
        for address in LOADED.findall(page.read_text("utf8")):
            assert not address.startswith(("http:", "https:", "//")), f"{page.name}: {address}"


def test_every_link_and_picture_of_the_site_is_there(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text("utf8")
        for address in [*LOADED.findall(text), *LINKED.findall(text)]:
            place = unquote(urldefrag(address).url.partition("?")[0])
            if place and ":" not in place and page.name != "404.html":
                assert (page.parent / place).exists(), f"{page.relative_to(site)}: {address}"


@pytest.mark.parametrize("wrong", ["[gone](docs/gone.md)", "[gone](docs/commands.md#gone)"])
def test_a_broken_link_fails_the_build(
    builder: ModuleType, tmp_path: Path, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "project"
    own.mkdir()
    for name in (*builder.PARTS, "samples"):
        shutil.copytree(ROOT / name, own / name)
    for name in ("README.md", "mkdocs.yml", *builder.BESIDE):
        shutil.copy(ROOT / name, own / name)
    monkeypatch.setattr(builder, "ROOT", own)
    with (own / "README.md").open("a", encoding="utf8") as readme:
        readme.write(f"\n{wrong}\n")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    with pytest.raises(builder.Abort):
        builder.build_site(tmp_path / "pages", tmp_path / "site")
