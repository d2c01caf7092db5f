"""The colours of the pictures: one sheet for every page, or within a file of one drawing."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from markupsafe import Markup

_OPEN = Markup('xmlns="http://www.w3.org/2000/svg" ')


@cache
def load_colours() -> str:
    """Return the colours by name, light, dark and for print."""
    return files("foedera.view.pictures").joinpath("colours.css").read_text("utf8")


@cache
def load_style() -> str:
    """Return the rules that colour the pictures, by the names of `load_colours`."""
    return files("foedera.view.pictures").joinpath("style.css").read_text("utf8")


def stand_alone(picture: Markup) -> str:
    """Make a file of one drawing: with its colours, light and dark, and no need of anything else.

    >>> stand_alone(Markup('<svg class="wide" viewBox="0 0 1 1"></svg>'))[:42]
    '<svg xmlns="http://www.w3.org/2000/svg" cl'
    """
    start, rest = str(picture).split(" ", 1)
    head, body = rest.split(">", 1)
    style = f"<style>{load_colours()}\n{load_style()}\nsvg.narrow{{display:block}}</style>"
    return f"{start} {_OPEN}{head}>{style}{body}\n"
