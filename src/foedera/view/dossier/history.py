"""The life of an agreement from its rows: states between days, steps, conduct."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from foedera.view.dossier.entries import title_event
from foedera.view.dossier.folder import Folder
from foedera.view.dossier.lifecycle import Act, Lane, Life, Stretch
from foedera.view.rows import Row, maps, texts
from foedera.view.words import ends, say_day, say_days, say_step

HOLLOW = frozenset(
    "agreement." + kind
    for kind in (
        "propose",
        "negotiate",
        "approve",
        "ratify",
        "reject",
        "invoke",
        "comply",
        "breach",
    )
)
STYLES = {
    "agreement.sign": "signed",
    "agreement.conclude": "signed",
    "agreement.withdraw": "ended",
    "agreement.terminate": "ended",
    "agreement.expire": "ended",
    "agreement.suspend": "suspended",
    "agreement.breach": "ended",
    "agreement.enter-into-force": "in-force",
    "agreement.exchange-instruments": "in-force",
    "agreement.deposit-instrument": "in-force",
    "agreement.accede": "in-force",
}
STATUS_STYLES = {
    "in-force": "in-force",
    "party": "in-force",
    "contracting": "contracting",
    "signed": "signed",
    "signatory": "signed",
    "suspended": "suspended",
    "withdrawing": "suspended",
    "terminated": "ended",
    "expired": "ended",
    "superseded": "ended",
    "void": "ended",
    "former": "ended",
    "proposed": "early",
    "negotiating": "early",
    "text-fixed": "early",
}

Ask = Callable[[str], Mapping[str, Row]]


def style_status(status: str) -> str:
    """Return the look of a status; unknown ones look unknown.

    >>> style_status("in-force"), style_status("none")
    ('in-force', 'unknown')
    """
    return STATUS_STYLES.get(status, "unknown")


def make_life(folder: Folder, agreement: Row, conduct: Sequence[Row], ask: Ask) -> Life:
    """Gather what the life-cycle picture shows; `ask` gives the agreements as of a day."""
    parties = sorted(texts(agreement, "parties"), key=folder.name)
    acts = _make_acts(agreement, parties)
    days = sorted({day for act in acts for day in (act.start, act.end)} | _basis_days(agreement))
    rows = [(day, row) for day in days if (row := ask(day).get(str(agreement["id"])))]
    rows = sorted([*rows, (folder.on or "9999-12-31", agreement)], key=lambda item: item[0])
    lanes = [Lane(folder.name(p), _states(rows, partial(_party, party=p))) for p in parties]
    status = _states(rows, lambda row: str(row["status"]))
    acts = tuple(_name_exit(act, lanes) for act in acts)
    bars = [bar for event in conduct if (bar := _bar(folder, event))]
    return Life(status, tuple(lanes), acts, tuple(bars[:8]), folder.on)


def _name_exit(act: Act, lanes: Sequence[Lane]) -> Act:
    """Call the withdrawal by which a party is out an exit."""
    if len(act.lanes) == 1 and (lanes[act.lanes[0]].name, act.end) in exits(lanes):
        return replace(act, label=act.label.replace(say_step("agreement.withdraw"), "left"))
    return act


def exits(lanes: Sequence[Lane]) -> frozenset[tuple[str, str]]:
    """Return who was a party no longer from which day."""
    return frozenset(
        (lane.name, state.start)
        for lane in lanes
        for state in lane.states
        if state.label == "former"
    )


def _basis_days(agreement: Row) -> set[str]:
    return {str(basis["day"]) for basis in maps(agreement, "basis") if basis.get("day")}


def _party(row: Row, *, party: str) -> str:
    return str((row.get("party_status") or {}).get(party, "none"))


def _states(rows: Sequence[tuple[str, Row]], read: Callable[[Row], str]) -> tuple[Stretch, ...]:
    """Join equal neighbouring states to stretches; unknown and none are left blank."""
    runs = [(state, next(group)[0]) for state, group in groupby(rows, lambda item: read(item[1]))]
    following = [start for _, start in runs[1:]] + [None]
    return tuple(
        Stretch(start, end, state.replace("-", " "), style_status(state))
        for (state, start), end in zip(runs, following, strict=True)
        if state not in ("unknown", "none") and start != "9999-12-31"
    )


def _make_acts(agreement: Row, parties: Sequence[str]) -> tuple[Act, ...]:
    """Turn dated steps to acts; steps of one kind on one day become one."""
    merged: dict[tuple[str, str, str], set[int]] = {}
    places: dict[tuple[str, str, str], str] = {}
    for step in maps(agreement, "steps"):
        start, end = ends(step.get("when"))
        if not (start and end) or step["kind"] in NO_DOT or not _done(step):
            continue
        key = (str(step["kind"]), start, end)
        by = [parties.index(p) for p in texts(step, "by") if p in parties]
        merged.setdefault(key, set()).update(_lanes(str(step["kind"]), by, len(parties)))
        places[key] = places.get(key) or _place(step)
    acts = [_act(key, lanes, places[key]) for key, lanes in sorted(merged.items())]
    return (*acts, *_acts_by(agreement, parties, {kind for kind, _, _ in merged}))


WHOLE = frozenset(
    "agreement." + kind
    for kind in ("enter-into-force", "exchange-instruments", "expire", "terminate")
)


def _lanes(kind: str, by: Sequence[int], parties: int) -> tuple[int, ...]:
    """Return the lanes of a step; what befalls the whole agreement stands in all."""
    return tuple(range(parties)) if kind in WHOLE or not by else tuple(by)


def _acts_by(agreement: Row, parties: Sequence[str], dated: set[str]) -> Iterable[Act]:
    """Make acts of grounds whose steps bear no day: they had been done by the ground's day."""
    for basis in maps(agreement, "basis"):
        kind, day = str(basis["act"]), basis.get("day")
        if kind in dated or not day:
            continue
        step = step_of(agreement, basis) or {}
        by = tuple(parties.index(p) for p in texts(step, "by") if p in parties)
        label = f"{say_step(kind)}, by {say_day(str(day), short=True)}"
        lanes = _lanes(kind, by, len(parties))
        yield Act(str(day), str(day), label, lanes, STYLES.get(kind, "early"), kind not in HOLLOW)


def step_of(agreement: Row, basis: Row) -> Row | None:
    """Return the step that a ground was read from."""
    claims = set(texts(basis, "claims"))
    steps = [step for step in maps(agreement, "steps") if claims & set(texts(step, "claims"))]
    return next((s for s in steps if s["kind"] == basis.get("act")), steps[0] if steps else None)


def _done(step: Row) -> bool:
    return step.get("reality", "happened") in ("happened", "ongoing")


NO_DOT = frozenset({"agreement.describe", "agreement.provide"})


def _place(step: Row) -> str:
    where = step.get("where")
    return where if isinstance(where, str) else str((where or {}).get("name") or "")


def _act(key: tuple[str, str, str], lanes: Iterable[int], place: str) -> Act:
    kind, start, end = key
    day = say_days({"earliest": start, "latest": end}, short=True)
    label = ", ".join(piece for piece in (say_step(kind), place, day) if piece)
    style = STYLES.get(kind, "early")
    return Act(start, end, label, tuple(sorted(lanes)), style, solid=kind not in HOLLOW)


def _bar(folder: Folder, event: Row) -> Stretch | None:
    start, end = ends(event.get("when"))
    if not start and not end:
        return None
    first = start or end
    style = "doubted" if event.get("acknowledgement") else "plain"
    return Stretch(str(first), end, title_event(folder, event), style)
