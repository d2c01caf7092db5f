"""Names of states, bodies, people and places, as tables and the index over them."""

from foedera.gazetteer.entries import Entry, Person, Spot
from foedera.gazetteer.gazetteer import Gazetteer, load_gazetteer, years_off
from foedera.gazetteer.names import fold, same_name, sound, sounds

__all__ = [
    "Entry",
    "Gazetteer",
    "Person",
    "Spot",
    "fold",
    "load_gazetteer",
    "same_name",
    "sound",
    "sounds",
    "years_off",
]
