"""Facts in sentences, as a colleague would write them down."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

import yaml

from foedera.record import News, Row
from foedera.record.changes import label_duty
from foedera.view.words import (
    capital,
    country_names,
    ends,
    join_words,
    say_day,
    say_days,
    say_iso,
    say_kind,
    say_quantity,
    visible,
    with_article,
)
from foedera.watch.facts import Fact, speakers_of
from foedera.watch.rules import Subject

MOST_NAMES = 3
_DETERMINED = ("a ", "an ", "the ", "one ", "its ", "his ", "her ", "their ")


@cache
def _phrases() -> dict[str, Any]:
    body = (Path(__file__).parent / "phrases.yaml").read_text("utf8")
    return cast("dict[str, Any]", yaml.safe_load(body))


def tell_fact(fact: Fact, news: News | None) -> str:
    """Tell a fact in one sentence without a full stop; nothing in it steers a terminal."""
    tell: Mapping[Subject, Callable[[Fact, News | None], str]] = {
        "status": _status,
        "party": _party,
        "agreement": _agreement,
        "step": _step,
        "obligation": _obligation,
        "denial": _denial,
        "event": _event,
        "toll": _toll,
        "disagreement": _disagreement,
        "report": _report,
    }
    return visible(" ".join(tell[fact.subject](fact, news).split()))


# ---------------------------------------------------------------- agreements


def _title(row: Row) -> str:
    titles = row["titles"]
    return capital(str(titles[0])) if titles else f"An agreement of {_states(row['parties'])}"


def _status(fact: Fact, news: News | None) -> str:
    old, new, day = (fact.change.get(name) for name in ("old", "new", "day"))
    words = _phrases()["status"]
    entry = next((str(one["day"]) for one in fact.row["basis"] if one.get("day")), None)
    since = f" since {say_day(entry)}" if new == "in-force" and entry else ""
    before = f" (before: {words.get(old, old)})" if old not in (None, "unknown") else ""
    now = f"now {words.get(new, new)}{since}" if old != new else str(words.get(new, new))
    on = f"; {say_day(str(day))} has come" if day else ""
    contested = "; the reports contradict each other on this" if fact.row["contested"] else ""
    return f"{_title(fact.row)}: {now}{before}{_says(fact, news)}{on}{contested}"


def _party(fact: Fact, news: News | None) -> str:
    words = _phrases()["party"]
    old, new = fact.change.get("old") or "none", fact.change.get("new") or "none"
    who = capital(_state(str(fact.change["field"])))
    day = fact.change.get("day")
    on = f"; {say_day(str(day))} has come" if day else ""
    before = f" (before: {words.get(old, old)})" if old != "none" else ""
    now = words.get(new, new) if new in ("former", "none") else f"now {words.get(new, new)}"
    return f"{_title(fact.row)}: {who} is {now}{before}{_says(fact, news)}{on}"


def _agreement(fact: Fact, news: News | None) -> str:
    row = fact.row
    of = f" of {_states(row['parties'])}" if row["parties"] and row["titles"] else ""
    status = _phrases()["status"].get(row["status"]) if row["status"] != "unknown" else None
    stands = f", {status}" if status else ""
    return f"New in the record: {_title(row)}{of}{stands}{_says(fact, news)}"


def _step(fact: Fact, news: News | None) -> str:
    new = fact.change["new"]
    step = _step_row(fact)
    reality = str(step.get("reality", "happened"))
    done = reality == "happened" or _later(fact, news)
    told = _done(fact, new, step, news) if done else _not_done(new, reality)
    return f"{_title(fact.row)}: {capital(told)}{_says(fact, news)}{_effect(fact, news)}"


def _step_row(fact: Fact) -> Row:
    says = set(fact.says)
    found = (step for step in fact.row["steps"] if says & set(step["claims"]))
    return next(found, {})


def _done(fact: Fact, new: Row, step: Row, news: News | None) -> str:
    phrases = _phrases()
    kind, who = str(new["kind"]), _states(new["by"])
    where = f" in {step['where']}" if step.get("where") else ""
    day = _on(new["when"])
    if kind == "agreement.withdraw" and _later(fact, news):
        planned = step.get("reality") == "planned"
        gave = phrases["notice-planned" if planned else "notice"]
        return f"{who or 'a party'} {gave}{where}{day}"
    if who and kind in phrases["active"]:
        return f"{who} {phrases['active'][kind]}{where}{day}"
    if kind in phrases["passive"]:
        return f"{phrases['passive'][kind]}{where}{day}"
    return f"{say_kind(kind)}{f' by {who}' if who else ''}{where}{day}"


def _not_done(new: Row, reality: str) -> str:
    who = _states(new["by"])
    by = f" by {who}" if who else ""
    told = _phrases()["reality"].get(reality, reality)
    return f"{say_kind(str(new['kind']))}{by}{_on(new['when'])} {told}"


def _effect(fact: Fact, news: News | None) -> str:
    later = _later(fact, news)
    return f"; takes effect {say_day(later)}" if later else ""


def _later(fact: Fact, news: News | None) -> str | None:
    """Return the day from which the act binds, where that is another than its own."""
    says = set(fact.says)
    for act in news.acts.get(fact.row["id"], ()) if news else ():
        if says & set(act["claims"]) and act["effect"] and act["effect"] != act["latest"]:
            return str(act["effect"])
    return None


def _obligation(fact: Fact, news: News | None) -> str:
    told, duties = str(fact.change["new"]), fact.row["obligations"]
    duty: Row = next((one for one in duties if label_duty(one) == told), {"kind": told})
    bearers = _states(duty.get("bearers", ()))
    of = f" of {bearers}" if bearers else ""
    words = f": {duty['duty']}" if duty.get("duty") else ""
    return f"{_title(fact.row)}: a duty of {duty['kind']}{of} is told{words}{_says(fact, news)}"


# -------------------------------------------------------------------- events


def _event(fact: Fact, news: News | None) -> str:
    row = fact.row
    reality = row["reality"]
    doubt = f" {_phrases()['reality'].get(reality, reality)}" if reality != "happened" else ""
    counted = [say_quantity(quantity) for quantity in row["quantities"][:MOST_NAMES]]
    number = f" ({join_words(counted)})" if counted else ""
    return f"{capital(name_event(row))}{number}{doubt}{_says(fact, news)}"


def name_event(row: Row, without: str = "") -> str:
    """Name an event: what, by whom (unless that is who speaks of it), to whom, where, when."""
    by, to = (_actors(row[side]) for side in ("actors", "recipients"))
    by = "" if by == without else by
    kind = str(row["kind"])
    words = _phrases()["to"]
    joint = words.get(kind) or words.get(kind.split(".")[0]) or "towards"
    pieces = [say_kind(kind)]
    pieces += [f"by {by}"] if by else []
    pieces += [f"{joint} {to}"] if to else []
    return " ".join(pieces) + _at(row) + _on(row["when"])


def _at(row: Row) -> str:
    return f" in {row['where']['name']}" if row["where"] else ""


def _denial(fact: Fact, news: News | None) -> str:
    who = join_words(_named(actor.name, actor.country, actor.kind) for actor in fact.speakers)
    title = f"{capital(fact.titles[0])}: " if fact.titles else ""
    outlets = _outlets(fact, news)
    says = f", says {outlets}" if outlets else ""
    return f"{title}{capital(who or 'a report')} denies {_the(name_event(fact.row, who))}{says}"


def _the(words: str) -> str:
    return words if words.startswith(("the ", "a ", "an ")) else f"the {words}"


def _toll(fact: Fact, news: News | None) -> str:
    row, old, new = fact.row, fact.change["old"], fact.change["new"]
    noun = say_kind(str(row["kind"]))
    return f"Toll{_at(row)}{_on(row['when'])} rises: {noun}, {old} → {new}{_says(fact, news)}"


def _disagreement(fact: Fact, news: News | None) -> str:
    field = str(fact.change["new"])
    told = next((one for one in fact.row["comparison"] if one["field"] == field), None)
    values = [_value(one) for one in told["values"]] if told else []
    what = _phrases()["fields"].get(field.split(":")[0], field)
    title = f"{capital(fact.titles[0])}: " if fact.titles else ""
    against = f": {' against '.join(values[:MOST_NAMES])}" if values else ""
    return f"{title}Reports differ about the {name_event(fact.row)}, on {what}{against}"


def _value(one: Row) -> str:
    roots = [str(root) for root in one["origins"]["roots"] if root != "unattributed"]
    written = str(one["value"])
    words = say_iso(written) or written.removeprefix("happened, ")
    return f"“{words}”" + (f" ({join_words(roots[:MOST_NAMES])})" if roots else "")


def _report(fact: Fact, _: News | None) -> str:
    row = fact.row
    outlet = f" ({row['outlet']})" if row.get("outlet") else ""
    return f"New report: {row['title'] or row['key']}{outlet}"


# --------------------------------------------------------------------- words


def _says(fact: Fact, news: News | None) -> str:
    """Say which outlets tell it, and whom they cite."""
    outlets = _outlets(fact, news)
    cited = _cited(fact, news)
    if outlets:
        return f", says {outlets}" + (f", citing {cited}" if cited else "")
    return f", says {cited}" if cited else ""


def _outlets(fact: Fact, news: News | None) -> str:
    if news is None:
        return ""
    outlet_of = {row["id"]: row["outlet"] for row in news.after.reports}
    names = dict.fromkeys(outlet_of.get(news.fresh[claim][0]) for claim in fact.says)
    return _few([str(name) for name in names if name])


def _cited(fact: Fact, news: News | None) -> str:
    """Return the innermost source, where all that tell the fact below a headline name the same."""
    if news is None:
        return ""
    told = [news.fresh[name][1] for name in fact.says]
    below = [claim for claim in told if claim.passage.part != "headline"] or told
    spoken = {tuple(_cite(actor.name) for actor in speakers_of(claim)) for claim in below}
    return _few(list(spoken.pop())) if len(spoken) == 1 else ""


def _cite(name: str) -> str:
    """Put an article before a source that is named by what it is ("the foreign ministry")."""
    bare = name[:1].islower() and not name.endswith("s") and not name.startswith(_DETERMINED)
    return f"the {name}" if bare else name


def _few(names: Sequence[str]) -> str:
    kept = list(names[:MOST_NAMES])
    more = len(names) - len(kept)
    return join_words([*kept, f"{more} more"] if more else kept)


def _states(codes: Sequence[str]) -> str:
    return join_words(_state(code) for code in codes)


def _state(code: str) -> str:
    return with_article(country_names().get(code, code))


def _actors(actors: Sequence[Row]) -> str:
    return _few([_named(a["name"], a.get("country"), a.get("kind")) for a in actors])


def _named(name: str, country: str | None, kind: object) -> str:
    return _state(country) if kind == "state" and country else name


def _on(when: Row | None) -> str:
    """Put a day behind what happened, no finer than it is known."""
    start, end = ends(when)
    if start is None and end is None:
        return ""
    if start == end:
        return f" on {say_day(str(start))}"
    words = say_days(when)
    return (
        f" {words}"
        if words.startswith(("since", "until"))
        else f" in {words}"
        if ("–" not in words)
        else f", {words}"
    )
