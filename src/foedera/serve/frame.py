"""What every page stands in: templates, navigation, the values that all of them need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias, cast
from urllib.parse import urlencode

from fastapi import APIRouter, Depends
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from foedera import __version__
from foedera.serve import links, quoting, stylesheet, wording
from foedera.serve.desk import Desk
from foedera.serve.guard import form_token
from foedera.serve.settings import Settings
from foedera.view import words
from foedera.view.counted import numbers_told
from foedera.view.dossier.page import find_runs
from foedera.view.explain import say_voice

LOOKS = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Nav:
    """A place in the navigation: its name, its address, and the key that follows `g`."""

    name: str
    path: str
    key: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a page module hands in: its routes and, where it has one, its place above."""

    router: APIRouter
    nav: Nav | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """All that the pages of one app share."""

    desk: Desk
    settings: Settings
    environment: Environment
    navigation: tuple[Nav, ...]


def make_environment() -> Environment:
    """Prepare the templates: every value is escaped, and what would steer the eye is shown."""
    environment = Environment(
        loader=ChoiceLoader(
            (
                PackageLoader("foedera.serve", "templates"),
                PrefixLoader({"dossier": PackageLoader("foedera.view.dossier", "templates")}),
            )
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_show,
    )
    environment.filters.update(
        day=words.say_day,
        days=words.say_days,
        kind=words.say_kind,
        step=words.say_step,
        reality=words.say_reality,
        stance=words.say_stance,
        origins=words.say_origins,
        capital=words.capital,
        join_words=words.join_words,
        quantity=words.say_quantity,
        numbers=numbers_told,
        country=wording.name_country,
        runs=find_runs,
        voice=say_voice,
        event_title=wording.title_event,
        field_name=wording.name_field,
        value_words=wording.say_value,
        iso_words=wording.say_isodays,
        note_words=wording.say_note,
        moment=wording.say_moment,
        bar=wording.draw_bar,
        quote_telling=quoting.quote_telling,
        claim_link=quoting.claim_link,
        outlet=quoting.outlet_of,
        actor_name=wording.name_actor,
        actor_link=links.actor_link,
        place_link=links.place_link,
        outlet_link=links.outlet_link,
        story_link=links.story_link,
        name_link=links.name_link,
        position=wording.say_position,
    )
    environment.globals.update(
        count_of=words.count_of, address=address, word_link=quoting.word_link, version=__version__
    )
    return environment


def _show(value: object) -> object:
    """Replace characters that turn the direction of writing; our own drawings stay."""
    return words.visible(value) if type(value) is str else value


def address(path: str, values: Mapping[str, object] | None = None, **more: object) -> str:
    """Return an address with its values; empty ones are left out.

    >>> address("/events", {"kind": "military.deploy", "page": ""}, actor="Chad")
    '/events?kind=military.deploy&actor=Chad'
    """
    given = {**(values or {}), **more}
    kept = [(key, str(value)) for key, value in given.items() if value not in (None, "", False)]
    return path + (f"?{urlencode(kept)}" if kept else "")


def frame_of(request: Request) -> Frame:
    """Return what the pages share."""
    return cast("Frame", request.app.state.frame)


def desk_of(request: Request) -> Desk:
    """Return the desk that the pages ask."""
    return frame_of(request).desk


TheDesk: TypeAlias = Annotated[Desk, Depends(desk_of)]


def show(request: Request, template: str, /, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Set a page: its template, with the frame around it."""
    frame = frame_of(request)
    look = request.cookies.get("foedera_look")
    settling = frame.desk.state()
    page = frame.environment.get_template(template)
    body = page.render(
        **values,
        said=frame.desk.record.words_told,
        nav=frame.navigation,
        path=request.url.path,
        here=str(request.url.path) + (f"?{request.url.query}" if request.url.query else ""),
        look=look if look in LOOKS else "",
        csrf=csrf_field(frame.settings),
        settling=settling,
        place=frame.desk.place,
        stamp=stylesheet.stamp(),
        asked=str(request.query_params.get("q", ""))[:200] if request.url.path == "/search" else "",
    )
    return HTMLResponse(body, status_code=status)


def csrf_field(settings: Settings) -> Markup:
    """Return the hidden field that every form that changes something carries."""
    form = Markup('<input type="hidden" name="csrf" value="{}">')
    return form.format(form_token(settings))
