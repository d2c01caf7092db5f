"""Set a dossier as one self-contained page, or as Markdown."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from foedera.view.dossier.model import Dossier


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
    environment.globals["style"] = Markup(_read_style(environment))
    return environment


def _read_style(environment: Environment) -> str:
    assert environment.loader is not None
    return environment.loader.get_source(environment, "style.css")[0]


def set_html(dossier: Dossier) -> str:
    """Set the dossier as an HTML page without script or outside assets."""
    return load_environment().get_template("page.html").render(dossier=dossier)
