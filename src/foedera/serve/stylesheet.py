"""The one stylesheet: the dossier's look, the desk's own, and a switch between light and dark."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib.resources import files

from foedera.view.dossier.page import load_sheet

LIGHT = re.compile(r"^:root\{([^}]*)\}", re.MULTILINE)
DARK = re.compile(r"^@media \(prefers-color-scheme:dark\)\{:root\{([^}]*)\}\}", re.MULTILINE)


@cache
def load_style() -> str:
    """Return the stylesheet: what a dossier looks like, then what a desk needs besides."""
    shared = load_sheet()
    own = files("foedera.serve").joinpath("static/style.css").read_text("utf8")
    return "\n".join((shared, make_switch(shared), own))


def make_switch(shared: str) -> str:
    """Write the rules by which a person's choice goes before the system's.

    >>> make_switch(":root{--a:1}\\n@media (prefers-color-scheme:dark){:root{--a:2}}")
    '@media screen{:root[data-look=light]{--a:1}:root[data-look=dark]{--a:2}}'
    """
    light, dark = LIGHT.search(shared), DARK.search(shared)
    assert light is not None
    assert dark is not None
    chosen = ((light[1], "light"), (dark[1], "dark"))
    rules = (f":root[data-look={name}]{{{body.strip()}}}" for body, name in chosen)
    return f"@media screen{{{''.join(rules)}}}"


@cache
def load_script() -> str:
    """Return the one script."""
    return files("foedera.serve").joinpath("static/desk.js").read_text("utf8")


@cache
def stamp() -> str:
    """Return what changes whenever the stylesheet or the script does."""
    return hashlib.sha256((load_style() + load_script()).encode()).hexdigest()[:12]
