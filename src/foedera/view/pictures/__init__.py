"""Pictures of the record: functions from rows to vector drawings that any page can hold.

A drawing carries its words for those who hear it and no colours of its own: `style.css` beside
this file gives them, light, dark and for print. `stand_alone` makes a file of one drawing.
"""

from foedera.view.pictures.duties import draw_duties
from foedera.view.pictures.history import make_life, make_strip
from foedera.view.pictures.lifecycle import NARROW, WIDE, draw_life
from foedera.view.pictures.sheet import load_colours, load_style, stand_alone
from foedera.view.pictures.strips import draw_strips

__all__ = [
    "NARROW",
    "WIDE",
    "draw_duties",
    "draw_life",
    "draw_strips",
    "load_colours",
    "load_style",
    "make_life",
    "make_strip",
    "stand_alone",
]
