"""The web app: pages and an API over one record, safe from the first page on."""

from foedera.serve.app import make_app
from foedera.serve.desk import Desk
from foedera.serve.opened import OpenRecord
from foedera.serve.running import run
from foedera.serve.settings import Settings, make_settings

__all__ = ["Desk", "OpenRecord", "Settings", "make_app", "make_settings", "run"]
