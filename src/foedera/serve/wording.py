"""Headings and names as pages write them."""

from __future__ import annotations

import re
from datetime import datetime

from markupsafe import Markup

from foedera.kinds import load_kinds
from foedera.view.dossier import entries
from foedera.view.dossier.folder import Folder
from foedera.view.rows import Row
from foedera.view.words import ISO_DAY, capital, country_names, say_day, say_kind

_KIND = re.compile(r"\b[a-z]+\.[a-z-]+\b")
_CODE = re.compile(r"\b[A-Z]{3}\b")
_PLURAL = re.compile(r"\b(\d+) (\w+)\(s\)")
EMPTY = Folder({}, {}, (), (), (), (), (), (), country_names(), None)


def name_country(code: str) -> str:
    """Return a country's name for its code, or the words themselves."""
    return country_names().get(code, code)


def title_event(event: Row) -> str:
    """Give an event a heading: what it is and who is in it.

    >>> title_event({"kind": "diplomacy.meet", "actors": [{"name": "Chad"}, {"name": "Mali"}]})
    'Meeting · Chad and Mali'
    """
    return entries.title_event(EMPTY, event)


def name_actor(actor: Row) -> str:
    """Name an actor, a state by its usual name."""
    return entries.name_actor(EMPTY, actor)


def name_sides(event: Row) -> str:
    """Say who does it, and to whom."""
    return entries.name_sides(EMPTY, event)


def name_field(field: str) -> str:
    """Name a compared field; one that is a state's own names the state.

    >>> name_field("acknowledgement:PRK")
    'Acknowledgement by North Korea'
    """
    return capital(entries.name_field(EMPTY, {"field": field}).replace("_", " "))


def say_value(value: object) -> str:
    """Write any value of a comparison in words."""
    return entries.say_value(EMPTY, value)


def say_isodays(words: str) -> str:
    """Write out the days that stand in a sentence as ISO writes them.

    >>> say_isodays("both on 2031-05-04")
    'both on 4 May 2031'
    """
    return ISO_DAY.sub(lambda match: say_day(match[0]), words)


def say_note(note: str) -> str:
    """Write a reason of a rule out: days, kinds and countries by their names.

    >>> say_note("both tell of military.deploy"), say_note("printed 1 day(s) apart")
    ('both tell of deployment', 'printed 1 day apart')
    """
    words = _KIND.sub(lambda m: say_kind(m[0]) if m[0] in load_kinds() else m[0], note)
    words = _CODE.sub(lambda m: name_country(m[0]), words)
    words = _PLURAL.sub(lambda m: f"{m[1]} {m[2]}{'' if m[1] == '1' else 's'}", words)
    return say_isodays(words)


def say_moment(moment: str) -> str:
    """Write when something was decided.

    >>> say_moment("2031-05-04T10:20:00+00:00")
    '4 May 2031, 10:20 UTC'
    """
    at = datetime.fromisoformat(moment)
    return f"{say_day(at.date().isoformat())}, {at:%H:%M} {at.tzname() or ''}".rstrip()


def say_position(place: Row) -> str:
    """Write where a place lies on the globe.

    >>> say_position({"lat": -12.05, "lon": 77.04})
    '12.1° S, 77.0° E'
    """
    lat, lon = place.get("lat"), place.get("lon")
    if lat is None or lon is None:
        return "position not known"
    return f"{abs(lat):.1f}° {'S' if lat < 0 else 'N'}, {abs(lon):.1f}° {'W' if lon < 0 else 'E'}"


def draw_bar(weight: float, most: float) -> Markup:
    """Draw a weight as a bar from the middle, the heaviest to the edge: right speaks for."""
    width = min(abs(weight) / (most or 1), 1) * 60
    start = 60.0 if weight >= 0 else 60 - width
    form = Markup(
        '<svg class="weight" viewBox="0 0 120 10" aria-hidden="true">'
        '<path class="lane" d="M60 0V10"/>'
        '<rect class="{}" x="{}" y="1.5" width="{}" height="7"/></svg>'
    )
    return form.format(
        "for" if weight >= 0 else "against", f"{start:.1f}", f"{max(width, 0.8):.1f}"
    )
