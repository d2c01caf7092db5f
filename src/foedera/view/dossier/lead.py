"""The summary of an agreement in plain sentences, each with its excerpts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from foedera.view.dossier.entries import cite, name_actor, name_field, title_event
from foedera.view.dossier.folder import Folder
from foedera.view.dossier.model import Run, Sentence, say, strong
from foedera.view.grounds import find_ground, say_article, say_ground_day, step_of
from foedera.view.pictures.history import NO_DOT, WHOLE
from foedera.view.rows import Row, maps, texts
from foedera.view.sides import name_doers
from foedera.view.words import (
    DOUBTING,
    capital,
    count_of,
    ends,
    join_words,
    say_day,
    say_days,
    say_doer,
    say_kind,
    say_origins,
    say_stance,
    say_step,
    with_article,
)

STATUS_WORDS = {
    "in-force": "In force",
    "signed": "Signed, not in force",
    "text-fixed": "Text fixed, not signed",
    "negotiating": "Under negotiation",
    "proposed": "Proposed",
    "suspended": "Suspended",
    "terminated": "Terminated",
    "expired": "Expired",
    "superseded": "Superseded",
    "void": "Void",
}
POLITICAL = {
    "signed": "Signed, not legally binding",
    "text-fixed": "Agreed, not legally binding",
}
"""Of a text that never enters into force, "not in force" would say that it might."""


def write_lead(
    folder: Folder,
    agreement: Row,
    events: Sequence[Row],
    left: Collection[tuple[str, str]] = (),
) -> tuple[Sentence, ...]:
    """Write the summary: state, path, support, duty, silence, dispute.

    `left` names who was a party no longer from which day.
    """
    sentences = [
        _state(folder, agreement),
        _path(folder, agreement, left),
        _leaving(folder, agreement),
        _support(folder, agreement),
        _duty(folder, agreement),
        *_silences(folder, events),
        _dispute(folder, events),
    ]
    return tuple(sentence for sentence in sentences if sentence)


def _state(folder: Folder, agreement: Row) -> Sentence:
    status, basis = str(agreement["status"]), find_ground(agreement)
    contested = " The reports contradict each other on this." if agreement.get("contested") else ""
    if status not in STATUS_WORDS or basis is None:
        return say("No dated act in these reports fixes its status.", contested)
    words = STATUS_WORDS[status]
    if agreement.get("binding") == "no":
        words = POLITICAL.get(status, words)
    step = step_of(agreement, basis)
    claims = texts(basis, "claims") or texts(step or {}, "claims")
    notes = cite(folder.cites(claims)[:3])
    day, told = say_ground_day(basis, step), _told(str(basis["act"]), step)
    if status not in SINCE:
        return say(strong(words), f": {told} {day}", notes, ".", contested)
    since = say(strong(words), *_since(day))
    if str(basis["act"]) == f"agreement.{SINCE[status]}":
        return say(since, notes, ".", contested)
    return say(since, f", when this was done: {told}", notes, ".", contested)


SINCE = {
    "in-force": "enter-into-force",
    "suspended": "suspend",
    "terminated": "terminate",
    "expired": "expire",
}


def _since(day: str) -> tuple[str | Run, ...]:
    """Write from when a status holds: a day, or how near reports come to it."""
    how, _, named = day.partition(" ")
    if how == "by":
        return " since ", strong(named), " at the latest"
    return " since ", strong(named if how in ("on", "in") else day)


def _told(act: str, step: Row | None) -> str:
    where = (step or {}).get("where")
    place = where if isinstance(where, str) else (where or {}).get("name")
    return say_step(act) + (f" in {place}" if place else "")


ACTIVE = frozenset({"agreement.withdraw", "agreement.accede", "agreement.breach"})
TOLD_STEPS = 5


def _path(folder: Folder, agreement: Row, left: Collection[tuple[str, str]]) -> Sentence:
    """Tell the dated steps in time, without the act that the first sentence names."""
    ground = texts(find_ground(agreement) or {}, "claims")
    steps = [step for step in maps(agreement, "steps") if _is_dated(step)]
    steps = [step for step in steps if not set(ground) & set(texts(step, "claims"))]
    steps.sort(key=lambda step: str(ends(step["when"])[0]))
    last = folder.on or "9999-12-31"
    before = [step for step in steps if str(ends(step["when"])[0]) <= last]
    after = [step for step in steps if step not in before]
    tell = partial(_tell_step, folder, parties=texts(agreement, "parties"), left=left)
    later = f" After {say_day(last)}: "
    return say(_string(folder, before, tell, ""), _string(folder, after, tell, later))


def _string(
    folder: Folder, steps: Sequence[Row], tell: Callable[[Row], str], start: str
) -> Sentence:
    """String steps together to one sentence."""
    pieces: list[str | Run] = [start]
    for number, step in enumerate(steps[:TOLD_STEPS]):
        words = tell(step)
        words = capital(words) if number == 0 and not start else words
        pieces += ["; " if number else "", words, *cite(folder.cites(texts(step, "claims"))[:2])]
    return say(*pieces, ".") if steps else ()


def _is_dated(step: Row) -> bool:
    done = step.get("reality", "happened") == "happened"
    return done and all(ends(step.get("when"))) and step["kind"] not in NO_DOT


def _tell_step(
    folder: Folder, step: Row, *, parties: Sequence[str], left: Collection[tuple[str, str]]
) -> str:
    """Tell a step in words: who, what, when, where."""
    past, by = say_step(str(step["kind"])), texts(step, "by")
    who = join_words(in_sentence(folder, code) for code in by)
    if step["kind"] in ACTIVE:
        out = (folder.name(by[0]) if by else "", ends(step["when"])[1]) in left
        told = f"{who or 'a party'} {'left' if out else past}"
    else:
        alone = who and set(by) != set(parties) and step["kind"] not in WHOLE
        told = f"{past} by {who}" if alone else past
    where = step.get("where")
    place = where if isinstance(where, str) else (where or {}).get("name")
    return f"{told} {_when(say_days(step['when']))}" + (f" in {place}" if place else "")


def _when(days: str) -> str:
    exact = days[:1].isdigit() and "–" not in days and len(days) > 4
    return f"on {days}" if exact else f"in {days}" if "–" not in days else days


def in_sentence(folder: Folder, code: str) -> str:
    """Name a state as a sentence does, with its article where it has one."""
    return with_article(folder.name(code))


def _leaving(folder: Folder, agreement: Row) -> Sentence:
    pieces: list[str | Run] = []
    for state, one, several in LEAVING:
        names = _in_state(folder, agreement, state)
        if names:
            verb = one if len(names) == 1 else several
            pieces += [" " if pieces else "", strong(capital(join_words(names))), f" {verb}."]
    return say(*pieces)


LEAVING = (
    ("withdrawing", "has given notice to leave", "have given notice to leave"),
    ("former", "is no longer a party", "are no longer parties"),
)


def _in_state(folder: Folder, agreement: Row, state: str) -> list[str]:
    held = sorted((agreement.get("party_status") or {}).items())
    return [in_sentence(folder, party) for party, now in held if now == state]


def _support(folder: Folder, agreement: Row) -> Sentence:
    reports, origins = int(agreement.get("reports") or 0), agreement.get("origins") or {}
    roots = [root for root in texts(origins, "roots") if root != "unattributed"]
    high = (origins.get("independent") or (0, 0))[1]
    if high == 1 and len(roots) == 1 and reports > 1:
        both = "Both reports have" if reports == 2 else f"All {reports} reports have"
        return say(f"{both} this from one source, ", strong(roots[0]), ".")
    told = f"Told by {count_of(reports, 'report')} with {say_origins(origins)}"
    named = f", among them {join_words(roots[:4])}" if roots else ""
    return say(told + named + ".") if reports else ()


def _duty(folder: Folder, agreement: Row) -> Sentence:
    rows = [row for row in maps(agreement, "obligations") if row.get("duty")]
    if not rows:
        return ()
    row = max(rows, key=lambda row: len(texts(row, "claims")))
    bearers = join_words(in_sentence(folder, code) for code in texts(row, "bearers"))
    kind = str(row.get("kind") or "").replace("-", " ")
    kind = "" if kind == "other" else kind  # "an obligation" says no less
    article = "an" if (kind or "obligation")[:1] in "aeiou" else "a"
    words = [f"It holds {article} {kind} obligation".replace("  ", " ")]
    words.append(f" that binds {bearers}: “" if bearers else ": “")
    words.append(f"{row['duty']}”")
    if row.get("immediacy") and str(row["immediacy"]) not in str(row["duty"]):
        words.append(f", {row['immediacy']}")
    if row.get("trigger"):
        words.append(_on_condition(str(row["trigger"])))
    held = folder.claims.values()
    own = texts(row, "claims") or [str(c["id"]) for c in held if c.get("obligation") == row]
    return say("".join(words), cite(folder.cites(own)[:3]), ".")


def _on_condition(trigger: str) -> str:
    """Join a trigger as told: a clause stands as it is, a noun follows "in the event of"."""
    clause = trigger.lower().startswith(("if ", "when ", "should ", "in case ", "in the event "))
    return f", “{trigger}”" if clause else f", in the event of “{trigger}”"


def _silences(folder: Folder, events: Sequence[Row]) -> list[Sentence]:
    """Say who denies or passes over what, at most three times."""
    found: list[Sentence] = []
    for event in events:
        for who, stance in sorted((event.get("acknowledgement") or {}).items()):
            if stance in DOUBTING and len(found) < 3:
                claims = [c for c in texts(event, "claims") if _speaks(folder, c, stance)]
                words = f" {say_stance(stance)} the {_what(folder, event, folder.name(who))}"
                notes = cite(folder.cites(claims)[:2])
                found.append(say(strong(capital(in_sentence(folder, who))), words, notes, "."))
    return found


def _speaks(folder: Folder, claim: str, stance: str) -> bool:
    return bool(folder.claims.get(claim, {}).get("stance") == stance)


def _what(folder: Folder, event: Row, denier: str) -> str:
    named = name_doers(event.get("actors") or (), partial(name_actor, folder))
    sides = join_words(with_article(name) for name in named if name != denier)
    kind = str(event["kind"])
    told = say_kind(kind) + say_doer(kind, sides)
    count = int(event.get("reports") or 0)
    if count > 1:
        told += f" of which {'both' if count == 2 else count} reports tell"
    return told


def _dispute(folder: Folder, events: Sequence[Row]) -> Sentence:
    ids = {event["id"]: event for event in events}
    rows = [
        r for r in folder.disagreements if r.get("event") in ids and r["comparison"] == "conflict"
    ]
    if not rows:
        return ()
    fields = join_words(sorted({name_field(folder, row) for row in rows}))
    titles = list(dict.fromkeys(title_event(folder, ids[row["event"]]) for row in rows))
    more = f" and {len(titles) - 2} more" if len(titles) > 2 else ""
    return say("Tellings conflict (", fields, "): ", "; ".join(titles[:2]), more, ".")


VIENNA = "Vienna Convention on the Law of Treaties"


def write_basis(folder: Folder, agreement: Row) -> tuple[Sentence, ...]:
    """Say on what acts and articles the status rests."""
    sentences = []
    for row in maps(agreement, "basis"):
        day = f", {_bare(say_ground_day(row, step_of(agreement, row)))}" if row.get("day") else ""
        day += ", as reckoned" if row.get("derived") else ""
        article = say_article(str(row.get("article") or ""))
        law = f" — {article}"
        notes = cite(folder.cites(texts(row, "claims"))[:4])
        sentences.append(say(say_kind(str(row["act"])), day, law if article else "", notes))
    return tuple(sentences)


def _bare(day: str) -> str:
    return day.removeprefix("on ").removeprefix("in ")


def name_status(agreement: Row) -> str:
    """Write the status as the strip shows it."""
    words = str(agreement["status"]).replace("-", " ")
    flags = [flag for flag in ("contested", "provisional") if agreement.get(flag)]
    named = {"contested": "contested", "provisional": "provisionally applied"}
    return ", ".join([words, *(named[flag] for flag in flags)])
