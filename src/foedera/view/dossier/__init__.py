"""The dossier: one agreement, or a whole record, as a page to hand on."""

from foedera.view.dossier.compose import compose
from foedera.view.dossier.markdown import set_markdown
from foedera.view.dossier.page import set_html

__all__ = ["compose", "set_html", "set_markdown"]
