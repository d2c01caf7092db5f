"""Build the documentation's site from README, docs, decisions and the pages beside them.

The pages keep their places, so that their links hold; the build fails at a broken link, a missing
anchor, or a page that no menu leads to.
"""

from __future__ import annotations

import logging
import re
import shutil
import sys
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

ROOT = Path(__file__).parents[1]
PARTS = ("docs", "decisions")
BESIDE = ("ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "samples/README.md")
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def gather(pages: Path) -> None:
    """Lay the pages out as they lie in the project."""
    shutil.rmtree(pages, ignore_errors=True)
    for part in PARTS:
        shutil.copytree(ROOT / part, pages / part)
    for name in ("README.md", *BESIDE):
        (pages / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, pages / name)
    made = ["# Decisions", "", "What departs from the first design, and why.", ""]
    for path in sorted((pages / "decisions").glob("*.md")):
        made.append(f"- [{title_of(path)}]({path.name})")
    (pages / "decisions" / "README.md").write_text("\n".join(made) + "\n", "utf8")
    for path in pages.rglob("*.md"):
        path.write_text(path.read_text("utf8").replace("(decisions/)", "(decisions/README.md)"))


def title_of(path: Path) -> str:
    """Return a page's heading."""
    found = TITLE.search(path.read_text("utf8"))
    return found[1].strip("`") if found else path.stem


def make_menu(pages: Path, order: list[str]) -> list[dict[str, Any]]:
    """List every page under its heading, so that a new one needs no line anywhere."""
    docs = sorted(
        (pages / "docs").glob("*.md"),
        key=lambda path: (order.index(path.stem) if path.stem in order else len(order), path.stem),
    )
    inside = [pages / "decisions" / "README.md", *sorted((pages / "decisions").glob("0*.md"))]

    def entries(paths: list[Path]) -> list[dict[str, str]]:
        return [{title_of(path): path.relative_to(pages).as_posix()} for path in paths]

    return [
        {"Home": "README.md"},
        {"Using it": entries(docs)},
        {"Working on it": entries([pages / name for name in BESIDE])},
        {"Decisions": entries(inside)},
    ]


def build_site(pages: Path, site: Path) -> None:
    """Gather the pages and build the site. Raises: Abort at any warning."""
    gather(pages)
    held = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(pages), site_dir=str(site))
    held.nav = make_menu(pages, list(held.extra["order"]))
    held.strict = True
    build(held)


def main() -> None:
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s  %(message)s")
    site = ROOT / "build" / "site"
    try:
        build_site(ROOT / "build" / "pages", site)
    except Abort as error:
        sys.exit(str(error))
    print(f"open {site / 'index.html'} in a browser")


if __name__ == "__main__":
    main()
