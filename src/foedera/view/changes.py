"""What changed in the record, in sentences a person reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foedera.view.rows import Row, maps, texts
from foedera.view.sides import few
from foedera.view.words import (
    capital,
    count_of,
    country_names,
    join_words,
    say_days,
    say_doer,
    say_kind,
    say_reality,
    say_stance,
    say_step,
    with_article,
)

MOST_NAMED = 4
"""So many names a side stand in a sentence; the others are counted."""
_STATUS = {"in-force": "in force", "text-fixed": "agreed in its text"}
_NOW = {
    "party": "is now a party",
    "signatory": "has now signed",
    "contracting": "has now consented to be bound",
    "withdrawing": "has now given notice that it leaves",
    "former": "is no longer a party",
    "suspended": "has now suspended its part",
    "negotiating": "now negotiates",
    "none": "is no longer told to take part",
}
_BEFORE = {
    "party": "party",
    "signatory": "signed",
    "contracting": "consented to be bound",
    "withdrawing": "gave notice",
    "former": "had left",
    "suspended": "suspended",
    "negotiating": "negotiated",
}
_REALITY = {
    "happened": "as having happened",
    "not-happened": "as not having happened",
    "planned": "as planned",
    "demanded": "as demanded",
    "ongoing": "as still going on",
    "possible": "as possible",
    "conditional": "on a condition",
}
_FIELDS = {"when": "its day", "where": "its place", "quantity": "a number", "stance": "who says so"}


def tell(change: Row) -> str:
    """Tell one change.

    >>> tell({"type": "report", "change": "new", "id": "x", "named": {"title": "Pact signed"}})
    'New report: Pact signed.'
    """
    if change["type"] == "report":
        named = change["named"]
        words = "New report" if change["change"] == "new" else "A report is no longer held"
        outlet = f" ({named['outlet']})" if named.get("outlet") else ""
        return f"{words}: {named.get('title') or named.get('key')}{outlet}."
    who = _agreement(change) if change["type"] == "agreement" else _event(change)
    if change["change"] in ("new", "gone"):
        return _coming(change, who)
    said = tell_field(change)
    return f"{capital(who)}: {said}." if said else ""


def tell_all(changes: Sequence[Row], most: int | None = None) -> Iterator[str]:
    """Yield all changes as lines: a heading a sort, then sentences, those of most reports first."""
    for sort, plural in (("report", "Reports"), ("agreement", "Agreements"), ("event", "Events")):
        rows = [row for row in changes if row["type"] == sort]
        if not rows:
            continue
        yield f"{plural} ({count_of(len(rows), 'change')})"
        ranked = sorted(rows, key=lambda row: -int(row.get("reports") or 0))
        for row in ranked[:most]:
            yield f"  {tell(row)}"
        if most is not None and len(ranked) > most:
            yield f"  and {count_of(len(ranked) - most, 'further change')}"


def _coming(change: Row, who: str) -> str:
    if change["change"] == "gone":
        return f"No longer told: {who}."
    status = change.get("new")
    stands = f", {_status(status)}" if status and status != "unknown" else ""
    told = count_of(int(change["reports"]), "report")
    if doubt := _doubt(change["named"]):
        return f"New: {who.removesuffix(doubt)}{doubt[:-1]}; {told})."
    return f"New: {who}{stands} ({told})."


def _agreement(change: Row) -> str:
    named = change["named"]
    title = next(iter(texts(named, "titles")), "an agreement without a name")
    parties = join_words(_state(code) for code in texts(named, "parties"))
    return f"“{title}”" + (f" of {parties}" if parties else "")


def _event(change: Row) -> str:
    named = change["named"]
    kind, sides = str(named["kind"]), ("actors", "recipients")
    doers, others = (
        few(list(dict.fromkeys(map(_name, maps(named, side)))), MOST_NAMED) for side in sides
    )
    by = say_doer(kind, join_words(doers))
    to = f", towards {join_words(others)}" if others else ""
    day = f", {say_days(named['when'])}" if named.get("when") else ""
    return f"{say_kind(kind)}{by}{to}{day}{_doubt(named)}"


def _doubt(named: Row) -> str:
    """Say of what did not simply happen how it is told."""
    reality = named.get("reality")
    return f" ({say_reality(str(reality))})" if reality not in (None, "happened") else ""


def _name(actor: Row) -> str:
    if actor.get("kind") == "state" and actor.get("country"):
        return _state(str(actor["country"]))
    return str(actor["name"])


def _state(code: str) -> str:
    return with_article(country_names().get(code, code))


def _status(status: object) -> str:
    return _STATUS.get(str(status), str(status))


def tell_field(change: Row) -> str:
    """Say which value changed and how, without the name of what it belongs to."""
    sort, field = str(change["change"]), str(change.get("field", ""))
    old, new = change.get("old"), change.get("new")
    if sort == "value":
        return _value(field, old, new)
    if sort == "party":
        return _party(field, str(old or "none"), str(new or "none"))
    if sort in ("step", "step-gone"):
        return _step(new if sort == "step" else old, gone=sort == "step-gone")
    if sort == "acknowledgement":
        said = say_stance(str(new)) if new else "is no longer told to take a stand"
        before = f" (before: {say_stance(str(old))})" if old else ""
        return f"{_state(field)} {said}{before}"
    if sort == "number":
        return _from_to(_counted(field), old, new)
    return _listed(sort, old, new)


def _counted(unit: str) -> str:
    """Name a number by what it counts; a sum of money needs no name for its currency."""
    if len(unit) == 3 and unit.isupper():
        return "the sum"
    return f"the number of {unit}" if unit else "the number"


def _party(state: str, old: str, new: str) -> str:
    """Say where a state stands now; that it held no place before goes without saying."""
    now = _NOW.get(new, f"is now {_status(new)}")
    before = f" (before: {_BEFORE.get(old, _status(old))})" if old != "none" else ""
    return f"{_state(state)} {now}{before}"


def _listed(sort: str, old: object, new: object) -> str:
    words = {
        "title": f"also called “{new}”",
        "title-gone": f"no longer called “{old}”",
        "obligation": f"it now obliges: {new}",
        "obligation-gone": f"it is no longer told to oblige: {old}",
        "conflict": f"reports now differ on {_FIELDS.get(str(new), str(new))}",
        "conflict-gone": f"reports no longer differ on {_FIELDS.get(str(old), str(old))}",
    }
    return words.get(sort, "")


def _step(step: object, *, gone: bool) -> str:
    row: Row = step if isinstance(step, dict) else {}
    by = join_words(_state(code) for code in texts(row, "by"))
    kind = str(row.get("kind"))
    told = say_step(kind) + say_doer(kind, by)
    day = f", {say_days(row['when'])}" if row.get("when") else ""
    return f"{'no longer told as' if gone else 'new step:'} {told}{day}"


def _value(field: str, old: object, new: object) -> str:
    if field == "reports":
        return f"now told by {count_of(_number(new), 'report')} (before: {_number(old)})"
    if field == "origins":
        return f"now traced to {_range(new)} independent origins (before: {_range(old)})"
    if field == "when":
        return _from_to("its day", _when(old), _when(new))
    if field == "contested":
        return "its status is now contested" if new else "its status is no longer contested"
    if field == "kind":
        return _from_to("its kind", say_kind(str(old)), say_kind(str(new)))
    if field == "status":
        return _from_to("its status", *(_known(value) for value in (old, new)))
    if field == "reality":
        told, before = (_REALITY.get(str(value), str(value)) for value in (new, old))
        return f"now told {told} (before: {before})"
    told = {"where": "its place"}.get(field, field)
    return _from_to(told, _status(old) if old else None, _status(new) if new else None)


def _known(status: object) -> str | None:
    return None if status in (None, "unknown") else _status(status)


def _when(when: object) -> str | None:
    return say_days(when) if isinstance(when, dict) else None


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _range(value: object) -> str:
    low, high = value if isinstance(value, list | tuple) else (0, 0)
    return str(low) if low == high else f"{low}–{high}"


def _from_to(what: str, old: object, new: object) -> str:
    if new is None:
        return f"{what} is no longer told (before: {old})"
    return f"{what} is now {new}" + (f" (before: {old})" if old is not None else "")
