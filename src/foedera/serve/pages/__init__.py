"""The pages in the order of the navigation; a new one is a module, a template and a line here."""

from foedera.serve.frame import Page
from foedera.serve.pages import (
    actors,
    agreements,
    decisions,
    desk,
    events,
    home,
    outlets,
    pictures,
    places,
    reports,
    review,
    search,
    stories,
)

PAGES: tuple[Page, ...] = (
    home.PAGE,
    agreements.PAGE,
    events.PAGE,
    pictures.TIMELINE,
    pictures.NETWORK,
    pictures.MAP,
    actors.PAGE,
    places.PAGE,
    stories.PAGE,
    outlets.PAGE,
    reports.PAGE,
    search.PAGE,
    home.CHANGES,
    review.PAGE,
    decisions.PAGE,
    desk.PAGE,
)
