"""The dossier: an agreement, an actor, a story, a span of days or a whole record, to hand on."""

from foedera.view.dossier.compose import compose
from foedera.view.dossier.markdown import set_markdown
from foedera.view.dossier.page import set_html
from foedera.view.dossier.scopes import Scope, compose_scope

__all__ = ["Scope", "compose", "compose_scope", "set_html", "set_markdown"]
