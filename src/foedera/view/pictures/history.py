"""The life of an agreement from its rows: states between days, steps, turning points."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby, pairwise

from foedera.view.grounds import step_of
from foedera.view.pictures.life import Act, Lane, Life, Stretch
from foedera.view.pictures.looks import BLANK, TURNS, name_state, style_status
from foedera.view.rows import Row, maps, texts
from foedera.view.words import country_names, ends, say_day, say_days, say_step

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
    "agreement.supersede": "ended",
    "agreement.unsign": "ended",
    "agreement.revoke-ratification": "ended",
    "agreement.resume": "in-force",
    "agreement.revoke-notice": "in-force",
    "agreement.suspend": "suspended",
    "agreement.breach": "ended",
    "agreement.enter-into-force": "in-force",
    "agreement.exchange-instruments": "in-force",
    "agreement.deposit-instrument": "in-force",
    "agreement.accede": "in-force",
}
WHOLE = frozenset(
    "agreement." + kind
    for kind in ("enter-into-force", "exchange-instruments", "expire", "supersede", "terminate")
)
BY_ONE = frozenset(
    "agreement." + kind
    for kind in ("accede", "withdraw", "unsign", "revoke-notice", "revoke-ratification")
)
"""What one state does for itself: told of nobody by name, it is in no party's lane."""
NO_DOT = frozenset({"agreement.describe", "agreement.provide"})


def name_country(code: str) -> str:
    """Name a state by its code; other words stay."""
    return country_names().get(code, code)


def make_life(
    agreement: Row,
    history: Sequence[Row],
    *,
    on: str | None = None,
    conduct: Sequence[Stretch] = (),
    name: Callable[[str], str] = name_country,
) -> Life:
    """Gather what the life-cycle picture shows.

    `history` is the status from each day on which it changes, as `record.agreement(id)` answers;
    `on` the day that the agreement's own row was asked for.
    """
    parties = sorted(texts(agreement, "parties"), key=name)
    lanes = tuple(Lane(name(p), _states(history, partial(_party, party=p))) for p in parties)
    acts = _make_acts(agreement, parties)
    left = exits(lanes)
    turns = _turns(agreement, history, parties, acts)
    named = (_name_exit(act, lanes, left) for act in (*acts, *turns))
    return Life(make_strip(history), lanes, tuple(named), tuple(conduct), on)


def make_strip(history: Sequence[Row]) -> tuple[Stretch, ...]:
    """Return the stretches of an agreement's status over time; unknown days are left blank."""
    return _states(history, _whole)


def exits(lanes: Sequence[Lane]) -> frozenset[tuple[str, str]]:
    """Return who was a party no longer from which day."""
    return frozenset(
        (lane.name, state.start)
        for lane in lanes
        for state in lane.states
        if state.label == name_state("former")
    )


def _name_exit(act: Act, lanes: Sequence[Lane], left: frozenset[tuple[str, str]]) -> Act:
    """Call the withdrawal by which a party is out an exit."""
    if len(act.lanes) == 1 and (lanes[act.lanes[0]].name, act.end) in left:
        return replace(act, label=act.label.replace(say_step("agreement.withdraw"), "left"))
    return act


# ------------------------------------------------------------------ states

State = tuple[str, str, str]


def _whole(row: Row) -> State:
    status = str(row["status"])
    label = name_state(status)
    if row.get("provisional"):
        label += ", applied provisionally"
    return status, label, "contested" if row.get("contested") else ""


def _party(row: Row, *, party: str) -> State:
    state = str((row.get("party_status") or {}).get(party, "none"))
    return state, name_state(state), "notice" if state == "withdrawing" else ""


def _states(history: Sequence[Row], read: Callable[[Row], State]) -> tuple[Stretch, ...]:
    """Join equal neighbouring states to stretches; unknown and none are left blank."""
    runs = [(state, str(next(rows)["day"])) for state, rows in groupby(history, read)]
    following = [*(start for _, start in runs[1:]), None][: len(runs)]
    return tuple(
        Stretch(start, end, label, style_status(state), mark)
        for ((state, label, mark), start), end in zip(runs, following, strict=True)
        if state not in BLANK
    )


# ------------------------------------------------------------------- steps


def _make_acts(agreement: Row, parties: Sequence[str]) -> tuple[Act, ...]:
    """Turn dated steps to acts; steps of one kind on one day become one."""
    merged: dict[tuple[str, str, str], set[int]] = {}
    places: dict[tuple[str, str, str], str] = {}
    for step in maps(agreement, "steps"):
        start, end = ends(step.get("when"))
        if not (start and end) or step["kind"] in NO_DOT or not _done(step):
            continue
        key = (str(step["kind"]), start, end)
        if step["kind"] in BY_ONE and not texts(step, "by"):
            continue
        by = [parties.index(p) for p in texts(step, "by") if p in parties]
        merged.setdefault(key, set()).update(_lanes(str(step["kind"]), by, len(parties)))
        places[key] = places.get(key) or _place(step)
    return tuple(_act(key, lanes, places[key]) for key, lanes in sorted(merged.items()))


def _lanes(kind: str, by: Sequence[int], parties: int) -> tuple[int, ...]:
    """Return the lanes of a step; what befalls the whole agreement stands in all."""
    return tuple(range(parties)) if kind in WHOLE or not by else tuple(by)


def _done(step: Row) -> bool:
    return step.get("reality", "happened") in ("happened", "ongoing")


def _place(step: Row) -> str:
    where = step.get("where")
    return where if isinstance(where, str) else str((where or {}).get("name") or "")


def _act(key: tuple[str, str, str], lanes: Iterable[int], place: str) -> Act:
    kind, start, end = key
    day = say_days({"earliest": start, "latest": end}, short=True)
    label = ", ".join(piece for piece in (say_step(kind), place, day) if piece)
    style = STYLES.get(kind, "early")
    return Act(start, end, label, tuple(sorted(lanes)), style, solid=kind not in HOLLOW)


# ---------------------------------------------------------- turning points


def _turns(
    agreement: Row, history: Sequence[Row], parties: Sequence[str], acts: Sequence[Act]
) -> Iterator[Act]:
    """Give the turns of status that no dated step shows: effects, terms, undated steps."""
    for before, after in pairwise([{"status": "unknown", "party_status": {}}, *history]):
        day = str(after["day"])
        shown = [act for act in acts if act.start <= day <= act.end]
        moved = _moved(before, after, parties)
        if not moved and before["status"] != after["status"] not in BLANK and not shown:
            moved = dict.fromkeys(range(len(parties)), "")
        covered = {lane for act in shown for lane in act.lanes}
        lanes = {lane: state for lane, state in moved.items() if lane not in covered}
        if lanes:
            yield from _turn(agreement, after, lanes)


def _moved(before: Row, after: Row, parties: Sequence[str]) -> dict[int, str]:
    """Return the new state of each lane whose state turns."""
    states = [row.get("party_status") or {} for row in (before, after)]
    turned = ((i, *(held.get(p, "none") for held in states)) for i, p in enumerate(parties))
    return {lane: new for lane, old, new in turned if old != new and new not in BLANK}


def _turn(agreement: Row, after: Row, lanes: dict[int, str]) -> Iterator[Act]:
    """Make one act of each state that lanes turn to on a day."""
    day = str(after["day"])
    ground = _ground(after, day)
    derived = ground is None or bool(ground.get("derived"))
    kind = "" if ground is None or derived else str(ground["act"])
    by = "by " if kind and _undated(agreement, ground or {}) else ""
    for state in dict.fromkeys(lanes.values()):
        those = tuple(lane for lane, turned in lanes.items() if turned == state)
        told = f"{_name_turn(state, kind, after)}, {by}{say_day(day, short=True)}"
        style = style_status(state or str(after["status"]))
        yield Act(day, day, told, those, style, kind not in HOLLOW, derived)


def _name_turn(state: str, kind: str, after: Row) -> str:
    """Name a turn by what was done, else by what a party or the whole turned to."""
    if kind and state not in ("former", "withdrawing"):
        return say_step(kind)
    return TURNS.get(state, name_state(state or str(after["status"])))


def _ground(row: Row, day: str) -> Row | None:
    """Return what a turn rests on: the last ground that counts from its day."""
    found = [basis for basis in maps(row, "basis") if basis.get("day") == day]
    return found[-1] if found else None


def _undated(agreement: Row, ground: Row) -> bool:
    step = step_of(agreement, ground)
    return step is not None and not all(ends(step.get("when")))
