"""Who put a report out and what it was fed from."""

from __future__ import annotations

import re

from foedera.data import Dateline, Imprint, Part
from foedera.read.agency import Marked
from foedera.read.agency.conventions import conventions, fold, name_agency
from foedera.read.agency.outlets import only_feeds, outlet_by_day, outlet_of_writers
from foedera.read.drafts import Draft

# An agency that no lexicon knows, where the credit's own words say that it fed the report.
_FED_BY = re.compile(
    r"\b(?:[Ii]nputs? from|[Mm]aterial from|[Ii]nformation from|[Ff]iles from|SOURCE:|Source:)\s"
    r"(?:the\s)?(?P<name>[A-Z][\w&'’-]{1,20}(?:\s[A-Z][\w&'’-]{1,20}){0,3})"
)
_OWN_SOURCE = re.compile(
    r"(?:SOURCE|Source)s?:\s(?P<name>[A-Z][\w&'’-]{1,20}(?:\s[A-Z][\w&'’-]{1,20}){0,3}),?\s(?:and|AND)\s"
    r"(?:[Nn]ews |NEWS )?(?:[Aa]gencies|AGENCIES)"
)
_FEEDING = ("credit", "signoff", "byline")


def make_imprint(draft: Draft, marked: Marked, day: str | None) -> Imprint:
    """Put together outlet, address, dateline (its day resolved) and inputs."""
    raw = marked.dateline
    line = Dateline(raw.place, day, raw.agency, raw.span) if raw else None
    outlet = find_outlet(draft, marked)
    return Imprint(outlet, draft.url, draft.lang, line, find_inputs(draft.text, marked, outlet))


def find_outlet(draft: Draft, marked: Marked) -> str | None:
    """Return the outlet: as given, else team byline, nameplate, sign-off, dateline agency.

    A page that names itself beside its feeds is the outlet too: "Source: X and news agencies".
    """
    agency = marked.dateline.agency if marked.dateline else None
    told = draft.outlet or marked.team or marked.nameplate or marked.signoff or agency
    return told or _beside_agencies(draft.text, marked) or marked.house or _in_byline(draft, marked)


def _in_byline(draft: Draft, marked: Marked) -> str | None:
    """Return the outlet that a byline names: "BBC News, Nairobi", "By RFE/RL's Kyrgyz Service"."""
    told = (draft.text[p.span.start : p.span.end] for p in marked.parts if p.kind == "byline")
    return next((found for words in told if (found := outlet_of_writers(words))), None)


def _beside_agencies(text: str, marked: Marked) -> str | None:
    credits = (p.span for p in marked.parts if p.kind == "credit")
    found = (_OWN_SOURCE.match(text, span.start, span.end) for span in credits)
    return next((m["name"] for m in found if m), None)


def find_inputs(text: str, marked: Marked, outlet: str | None) -> tuple[str, ...]:
    """Return the agencies that credits, dateline and sign-off name beside the outlet itself."""
    named: dict[str, None] = {}
    if marked.dateline and marked.dateline.agency:
        named[marked.dateline.agency] = None
    for part in marked.parts:
        dated = (
            outlet_by_day(text[part.span.start : part.span.end]) if part.kind == "note" else None
        )
        if dated and only_feeds(dated):
            named[dated] = None
        if part.kind in _FEEDING:
            named.update(dict.fromkeys(_agencies_in(text, part)))
    return tuple(name for name in named if not _is_outlet(name, outlet))


def _agencies_in(text: str, part: Part) -> list[str]:
    lex = conventions()
    words = text[part.span.start : part.span.end]
    if part.kind == "byline":
        words = words.rpartition(",")[2]
    found = [name_agency(m.group()) or m.group() for m in lex.agency_names.finditer(words)]
    if _OWN_SOURCE.match(words):
        return found  # "SOURCE: X AND NEWS AGENCIES" names the page itself
    if not found and part.kind == "credit":
        found = [m["name"] for m in _FED_BY.finditer(words)]
    if not found and part.kind == "credit":
        found = [m.group().lower() for m in lex.unnamed_inputs.finditer(words)][:1]
    return found


def _is_outlet(name: str, outlet: str | None) -> bool:
    """Say whether an agency is the outlet itself, as "CNN" is "CNN (Web News)"."""
    if outlet is None:
        return False
    own = fold(outlet)
    return name_agency(outlet) == name or own == fold(name) or own.startswith(fold(name) + " ")
