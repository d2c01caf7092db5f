"""The pages in the order of the navigation; a new one is a module, a template and a line here."""

from foedera.serve.frame import Page
from foedera.serve.pages import agreements, decisions, desk, events, home, reports, search

PAGES: tuple[Page, ...] = (
    home.PAGE,
    agreements.PAGE,
    events.PAGE,
    reports.PAGE,
    search.PAGE,
    home.CHANGES,
    decisions.PAGE,
    desk.PAGE,
)
