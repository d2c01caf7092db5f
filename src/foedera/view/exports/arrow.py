"""The columns of each listing, as Arrow types them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pyarrow as pa

TEXT, WHOLE, REAL, TRUE = pa.string(), pa.int64(), pa.float64(), pa.bool_()


def _struct(**fields: Any) -> Any:
    return pa.struct(list(fields.items()))


def _list(of: Any) -> Any:
    return pa.list_(of)


TEXTS, SPAN, SPANS = _list(TEXT), _list(WHOLE), _list(_list(WHOLE))
AT = {"start": WHOLE, "end": WHOLE}
ACTOR = _struct(name=TEXT, country=TEXT, kind=TEXT, office=TEXT, **AT)
WHERE = _struct(name=TEXT, country=TEXT, lat=REAL, lon=REAL, **AT)
DAYS = _struct(earliest=TEXT, latest=TEXT, precision=TEXT, words=TEXT)
WHEN = _struct(
    earliest=TEXT, latest=TEXT, precision=TEXT, words=TEXT, **AT,
    timex3=_struct(type=TEXT, value=TEXT), form=TEXT,
)  # fmt: skip
QUANTITY = _struct(
    value=REAL, bound=TEXT, low=REAL, high=REAL, approximate=TRUE, unit=TEXT, words=TEXT, **AT
)
TERM = _struct(kind=TEXT, value=TEXT, words=TEXT, **AT)
ORIGINS = _struct(independent=SPAN, roots=TEXTS)
VALUE = _struct(value=TEXT, claims=TEXTS, origins=ORIGINS)
COMPARISON = _struct(field=TEXT, comparison=TEXT, values=_list(VALUE))
PUBLISHED = _struct(earliest=TEXT, latest=TEXT, basis=TEXT)
BASIS = _struct(act=TEXT, day=TEXT, article=TEXT, claims=TEXTS, derived=TRUE)
BY_STATE = pa.map_(TEXT, TEXT)
DUTY = {
    "kind": TEXT, "trigger": TEXT, "duty": TEXT, "immediacy": TEXT, "bearers": TEXTS,
    "beneficiaries": TEXTS, "conditions": TEXT,
}  # fmt: skip

COLUMNS: Mapping[str, Mapping[str, Any]] = {
    "reports": {
        "id": TEXT, "key": TEXT, "text": TEXT, "outlet": TEXT, "inputs_from": TEXTS, "title": TEXT,
        "dateline": _struct(place=TEXT, date=TEXT, agency=TEXT, **AT), "published": PUBLISHED,
        "parts": _list(_struct(kind=TEXT, **AT)), "url": TEXT, "lang": TEXT,
    },
    "claims": {
        "id": TEXT, "report": TEXT, **AT, "quote": TEXT, "trigger": SPAN, "part": TEXT,
        "kind": TEXT, "plover": _struct(event=TEXT, mode=TEXT, contexts=TEXTS),
        "actors": _list(ACTOR), "recipients": _list(ACTOR), "participants": _list(ACTOR),
        "object": _struct(text=TEXT, **AT), "agreement": _struct(title=TEXT, **AT), "when": WHEN,
        "where": WHERE, "quantities": _list(QUANTITY), "items": TEXTS, "reality": TEXT,
        "stance": TEXT, "sources": _list(_list(ACTOR)), "passing": TRUE,
        "obligation": _struct(**DUTY),
        "rule": TEXT, "corrected": TEXTS, "terms": _list(TERM),
    },
    "mentions": {
        "report": TEXT, **AT, "kind": TEXT, "rule": TEXT,
        "value": _struct(
            name=TEXT, country=TEXT, kind=TEXT, office=TEXT, lat=REAL, lon=REAL, title=TEXT,
            earliest=TEXT, latest=TEXT, precision=TEXT, words=TEXT,
            timex3=_struct(type=TEXT, value=TEXT), form=TEXT, value=REAL, bound=TEXT, low=REAL,
            high=REAL, approximate=TRUE, unit=TEXT, **AT,
        ),
    },
    "attributions": {
        "report": TEXT, **AT, "parent": WHOLE, "voice": TEXT, "source": SPANS, "cue": SPANS,
        "content": SPANS, "speaker": ACTOR, "speakers": _list(ACTOR), "stance": TEXT,
        "reality": TEXT, "rule": TEXT,
    },
    "judgements": {
        "id": TEXT, "layer": TEXT, "left": TEXT, "right": TEXT, "verdict": TEXT, "score": REAL,
        "reasons": _list(_struct(feature=TEXT, weight=REAL, note=TEXT)), "maker": TEXT,
        "made": TEXT, "withdrawn": TEXT,
    },
    "events": {
        "id": TEXT, "kind": TEXT, "actors": _list(ACTOR), "recipients": _list(ACTOR),
        "participants": _list(ACTOR), "object": TEXT, "items": TEXTS, "when": DAYS, "where": WHERE,
        "quantities": _list(QUANTITY), "reality": TEXT, "acknowledgement": BY_STATE,
        "comparison": _list(COMPARISON), "claims": TEXTS, "reports": WHOLE, "origins": ORIGINS,
        "agreement": TEXT, "contains": TEXTS, "part_of": TEXTS,
    },
    "agreements": {
        "id": TEXT, "titles": TEXTS, "kind": TEXT, "binding": TEXT, "parties": TEXTS,
        "steps": _list(
            _struct(
                kind=TEXT, when=DAYS, where=TEXT, by=TEXTS, basis=TEXT, event=TEXT, claims=TEXTS,
                origins=ORIGINS, reality=TEXT, reports=WHOLE,
            )
        ),
        "conduct": TEXTS, "conduct_inferred": TEXTS, "reports": WHOLE, "origins": ORIGINS,
        "obligations": _list(_struct(**DUTY, claims=TEXTS, reports=WHOLE)), "status": TEXT,
        "contested": TRUE, "basis": _list(BASIS), "party_status": BY_STATE,
        "party_basis": pa.map_(TEXT, _list(BASIS)), "provisional": TRUE, "applying": TEXTS,
        "claims": TEXTS,
    },
    "obligations": {
        "agreement": TEXT, "title": TEXT, **DUTY, "claims": TEXTS, "in_force": TRUE,
        "triggered": TRUE, "quote": TEXT,
    },
    "actors": {
        "name": TEXT, "also": TEXTS, "kind": TEXT, "country": TEXT, "office": TEXT,
        "claims": TEXTS,
    },
    "origins": {"root": TEXT, "cited_by": TEXTS, "inputs_to": TEXTS},
    "disagreements": {
        "event": TEXT, "field": TEXT, "comparison": TEXT, "values": _list(VALUE),
    },
    "stories": {"id": TEXT, "story": TEXT, "report": TEXT},
    "warnings": {"report": TEXT, **AT, "note": TEXT},
}  # fmt: skip


@cache
def schema_of(table: str) -> Any:
    """Return the columns of a listing."""
    return pa.schema(list(COLUMNS[table].items()))
