"""Where the names on a page lead; the one place that knows the addresses of things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode


def actor_link(actor: Mapping[str, Any]) -> str:
    """Lead from an actor to what it does; a state by its code.

    >>> actor_link({"name": "Chad", "country": "TCD", "kind": "state"})
    '/events?actor=TCD'
    """
    code = actor.get("country") if actor.get("kind") == "state" else None
    return f"/events?{urlencode({'actor': code or actor['name']})}"


def place_link(place: Mapping[str, Any]) -> str:
    """Lead from a place to what took place there."""
    return f"/events?{urlencode({'place': place['name']})}"


def outlet_link(outlet: str) -> str:
    """Lead from an outlet to its reports."""
    return f"/reports?{urlencode({'outlet': outlet})}"


def story_link(story: str) -> str:
    """Lead from a story to its reports."""
    return f"/reports?{urlencode({'story': story})}"


def web_link(url: object) -> str | None:
    """Return an address on the web that may be linked to; anything else is no link.

    >>> web_link("https://desk.example/a"), web_link("javascript:alert(1)")
    ('https://desk.example/a', None)
    """
    words = str(url or "")
    return words if words.startswith(("https://", "http://")) else None
