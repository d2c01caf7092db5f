"""Where the names on a page lead; the one place that knows the addresses of things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote


def actor_link(actor: Mapping[str, Any]) -> str:
    """Lead to an actor; to a state by its code.

    >>> actor_link({"name": "Chad", "country": "TCD", "kind": "state"})
    '/actors/TCD'
    """
    code = actor.get("country") if actor.get("kind") == "state" else None
    return name_link(str(code or actor["name"]))


def name_link(name: str) -> str:
    """Lead to an actor by its name, or by the code of a state.

    >>> name_link("Ministry of War/Navy")
    '/actors/Ministry%20of%20War%2FNavy'
    """
    return f"/actors/{quote(name, safe='')}"


def place_link(place: Mapping[str, Any]) -> str:
    """Lead to a place."""
    return f"/places/{quote(str(place['name']), safe='')}"


def outlet_link(outlet: str) -> str:
    """Lead to an outlet."""
    return f"/outlets/{quote(outlet, safe='')}"


def story_link(story: str) -> str:
    """Lead to a story."""
    return f"/stories/{quote(story, safe='')}"


def web_link(url: object) -> str | None:
    """Return an address on the web that may be linked to; anything else is no link.

    >>> web_link("https://desk.example/a"), web_link("javascript:alert(1)")
    ('https://desk.example/a', None)
    """
    words = str(url or "")
    return words if words.startswith(("https://", "http://")) else None
