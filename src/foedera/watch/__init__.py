"""The room that watches feeds and tells what changed in the record."""

from foedera.watch.clock import Clock, SystemClock
from foedera.watch.delivery import wrap_note
from foedera.watch.fetching import Fetcher
from foedera.watch.rounds import Round, Watch
from foedera.watch.running import run_watch, try_watch
from foedera.watch.settings import Settings, load_settings
from foedera.watch.state import State

__all__ = [
    "Clock",
    "Fetcher",
    "Round",
    "Settings",
    "State",
    "SystemClock",
    "Watch",
    "load_settings",
    "run_watch",
    "try_watch",
    "wrap_note",
]
