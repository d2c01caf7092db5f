"""Set a dossier as one self-contained page, or as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from foedera.view.dossier.model import Dossier
from foedera.view.pictures import load_colours, load_style
from foedera.view.words import say_day


@cache
def load_environment() -> Environment:
    """Prepare the templates; every value is escaped unless drawn by us."""
    environment = Environment(
        loader=PackageLoader("foedera.view.dossier", "templates"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["runs"] = find_runs
    environment.filters["day"] = say_day
    environment.globals["style"] = Markup(load_sheet())
    return environment


def find_runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Join three or more numbers that follow one another.

    >>> find_runs([1, 2, 5, 6, 7])
    [(1, 1), (2, 2), (5, 7)]
    """
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    long = [[run] if run[1] - run[0] > 1 else _singles(run) for run in runs]
    return [run for held in long for run in held]


def _singles(run: tuple[int, int]) -> list[tuple[int, int]]:
    return [(number, number) for number in range(run[0], run[1] + 1)]


@cache
def load_sheet() -> str:
    """Return the look of a dossier and of its pictures."""
    own = files("foedera.view.dossier").joinpath("templates/style.css").read_text("utf8")
    return "\n".join((load_colours(), own, load_style()))


def set_html(dossier: Dossier) -> str:
    """Set the dossier as an HTML page without script or outside assets."""
    return load_environment().get_template("page.html").render(dossier=dossier)
