"""What changed, as facts that rules are held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from foedera.data import DENIAL, Actor, Claim
from foedera.measure import content_id
from foedera.merge.kindred import load_kindred
from foedera.merge.numbers import same_unit
from foedera.merge.telling import fold
from foedera.record import News, Row
from foedera.watch.rules import Rule, Subject

DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is new: what it is about, the change, the whole as it is now, its claims.

    `change` is empty where the whole itself is new. `says` are the new claims that tell it.
    """

    subject: Subject
    row: Row
    change: Row
    says: tuple[str, ...]
    kind: str = ""
    actors: frozenset[str] = frozenset()
    speakers: tuple[Actor, ...] = ()
    titles: tuple[str, ...] = ()
    text: str = ""


def find_facts(news: News) -> Iterator[Fact]:
    """Yield what the news holds, in the order of its changes; claims stand in that of telling."""
    place = {name: place for place, name in enumerate(news.fresh)}
    for fact in _facts(news):
        yield replace(fact, says=tuple(sorted(set(fact.says), key=place.__getitem__)))


def _facts(news: News) -> Iterator[Fact]:
    agreements = {row["id"]: row for row in news.after.agreements}
    events = {row["id"]: row for row in news.after.events}
    reports = {row["id"]: row for row in news.after.reports}
    for change in news.changes:
        if change["type"] == "agreement" and change["id"] in agreements:
            yield from _of_agreement(change, agreements[change["id"]], news)
        elif change["type"] == "event" and change["id"] in events:
            event = events[change["id"]]
            yield from _of_event(change, event, news, agreements)
        elif change["type"] == "report" and change["id"] in reports:
            row = reports[change["id"]]
            text = f"{row['title'] or ''}\n{row['text']}"
            yield Fact("report", row, change, (), text=text)
    yield from _tolls(news, events, agreements)
    yield from _denials(news, events, agreements)


# ---------------------------------------------------------------- agreements


def _of_agreement(change: Row, row: Row, news: News) -> Iterator[Fact]:
    subject = _subject(change)
    if subject is None:
        return
    fresh = [claim for claim in row["claims"] if claim in news.fresh]
    says = [claim for claim in _grounds(change, row) if claim in news.fresh]
    if subject not in ("status", "party"):
        says = says or fresh
    if subject == "step" and _is_held(change["new"], change["id"], news):
        return
    kind = str((change.get("new") or {}).get("kind", "")) if subject == "step" else ""
    yield _agreement_fact(subject, row, change, says, kind)
    if change["change"] == "new":
        yield from _first_of(row, news, fresh)


def _first_of(row: Row, news: News, fresh: Sequence[str]) -> Iterator[Fact]:
    """Yield what stands in an agreement that is itself new: its standing and its steps."""
    if row["status"] != "unknown":
        change = {"change": "value", "field": "status", "old": None, "new": row["status"]}
        says = [claim for claim in _grounds(change, row) if claim in news.fresh]
        yield _agreement_fact("status", row, change, says, "")
    for step in row["steps"]:
        told = {"kind": step["kind"], "when": step["when"], "by": step["by"]}
        change = {"change": "step", "field": "steps", "new": told, "claims": step["claims"]}
        says = [claim for claim in step["claims"] if claim in news.fresh]
        if says:
            yield _agreement_fact("step", row, change, says, step["kind"])


def _is_held(step: Row, agreement: str, news: News) -> bool:
    """Say whether the agreement was known to have taken such a step about then, by the same."""
    old = next((row for row in news.before.agreements if row["id"] == agreement), None)
    return any(
        held["kind"] == step["kind"]
        and set(step["by"]) <= set(held["by"])
        and _overlap(held["when"], step["when"])
        for held in (old["steps"] if old else ())
    )


def _overlap(held: Row | None, told: Row | None) -> bool:
    """Say whether two stretches of days share one; a step without a day fits any."""
    if held is None or told is None:
        return told is None
    first = max(held["earliest"] or "", told["earliest"] or "")
    return first <= min(held["latest"] or "9999", told["latest"] or "9999")


def turned_facts(before: Row, after: Row, day: str) -> Iterator[Fact]:
    """Yield what a day brought that nobody need have reported."""
    if before["status"] != after["status"]:
        change = {"change": "value", "field": "status", "old": before["status"]}
        change |= {"new": after["status"], "day": day}
        yield _agreement_fact("status", after, change, (), "")
    for state in sorted(after["party_status"]):
        held, holds = before["party_status"].get(state), after["party_status"][state]
        if held != holds:
            change = {"change": "party", "field": state, "old": held, "new": holds, "day": day}
            yield _agreement_fact("party", after, change, (), "")


def _subject(change: Row) -> Subject | None:
    sort, field = change["change"], change.get("field")
    if sort == "value":
        return "status" if field == "status" else None
    found: dict[str, Subject] = {"new": "agreement", "party": "party", "step": "step"}
    found["obligation"] = "obligation"
    return found.get(sort)


def _grounds(change: Row, row: Row) -> list[str]:
    """Return the claims that a change of an agreement rests on, as far as they can be told."""
    if change["change"] == "step":
        new = change["new"]
        steps = [s for s in row["steps"] if s["kind"] == new["kind"] and s["when"] == new["when"]]
    elif change["change"] == "party":
        steps = [s for s in row["steps"] if not s["by"] or change["field"] in s["by"]]
    else:
        steps = row["basis"] if change.get("field") == "status" else []
    return [claim for step in steps for claim in step["claims"]]


def _agreement_fact(
    subject: Subject, row: Row, change: Row, says: Iterable[str], kind: str
) -> Fact:
    actors = {*row["parties"], *((change.get("new") or {}).get("by", ()) if kind else ())}
    if subject == "party":
        actors.add(str(change["field"]))
    return Fact(
        subject, row, change, tuple(says), kind, frozenset(actors), (),
        tuple(row["titles"]),
    )  # fmt: skip


# -------------------------------------------------------------------- events


def _of_event(change: Row, row: Row, news: News, agreements: Mapping[str, Row]) -> Iterator[Fact]:
    fresh = [claim for claim in row["claims"] if claim in news.fresh]
    if change["change"] == "new":
        yield _event_fact("event", row, change, fresh, agreements)
    elif change["change"] == "conflict":
        yield _event_fact("disagreement", row, change, fresh, agreements)
    if change["change"] == "new":
        for one in row["comparison"]:
            if one["comparison"] == "conflict":
                told = {"change": "conflict", "new": one["field"]}
                yield _event_fact("disagreement", row, told, fresh, agreements)


def _event_fact(
    subject: Subject,
    row: Row,
    change: Row,
    says: Iterable[str],
    agreements: Mapping[str, Row],
) -> Fact:
    taking_part = [*row["actors"], *row["recipients"], *row["participants"]]
    actors = {key for actor in taking_part for key in _keys(actor)}
    agreement = agreements.get(str(row["agreement"]))
    titles = tuple(agreement["titles"]) if agreement else ()
    return Fact(subject, row, change, tuple(says), row["kind"], frozenset(actors), (), titles)


def _keys(actor: Row) -> set[str]:
    return {key for key in (actor.get("country"), fold(actor["name"])) if key}


def _tolls(news: News, events: Mapping[str, Row], agreements: Mapping[str, Row]) -> Iterator[Fact]:
    """Yield each toll that new claims tell higher than all before them."""
    for row in events.values():
        if row["kind"] not in load_kindred().tolls:
            continue
        fresh = [claim for claim in row["claims"] if claim in news.fresh]
        was = _highest(news.known[c] for c in row["claims"] if c in news.known)
        now = _highest(news.fresh[c][1] for c in fresh)
        for unit, (count, words) in sorted(now.items()):
            held = next((one for name, one in was.items() if same_unit(name, unit)), None)
            if held is not None and count > held[0]:
                change = {"field": unit, "old": held[1], "new": words}
                says = [c for c in fresh if _highest([news.fresh[c][1]]).get(unit) == now[unit]]
                yield _event_fact("toll", row, change, says, agreements)


def _highest(claims: Iterable[Claim]) -> dict[str, tuple[float, str]]:
    """Return the highest number of each thing that some claims count and nobody doubts."""
    found: dict[str, tuple[float, str]] = {}
    for claim in claims:
        for quantity in claim.setting.quantities if claim.voice.stance in _ASSERTS else ():
            count = quantity.value if quantity.value is not None else quantity.low
            unit = quantity.unit or ""
            if count is not None and count > found.get(unit, (-1.0, ""))[0]:
                found[unit] = count, quantity.words
    return found


_ASSERTS = frozenset(("asserted", "confirmed"))


def _denials(
    news: News, events: Mapping[str, Row], agreements: Mapping[str, Row]
) -> Iterator[Fact]:
    """Yield each new denial: a source that had not denied the event before."""
    event_of = {claim: row["id"] for row in events.values() for claim in row["claims"]}
    by_event: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for name, (_, claim) in news.fresh.items():
        denies = claim.voice.stance == DENIED and claim.kind != DENIAL
        if denies and name in event_of:
            keys = tuple(sorted(fold(actor.country or actor.name) for actor in speakers_of(claim)))
            by_event.setdefault((event_of[name], keys), []).append(name)
    for (event, _), claims in by_event.items():
        row = events[event]
        speakers = speakers_of(news.fresh[claims[0]][1])
        if not _denied_before(row["id"], speakers, news):
            fact = _event_fact("denial", row, {}, claims, agreements)
            yield Fact("denial", row, {}, fact.says, fact.kind, fact.actors, speakers, fact.titles)


def _denied_before(event: str, speakers: tuple[Actor, ...], news: News) -> bool:
    """Say whether the states that deny were told to deny this before."""
    old = next((row for row in news.before.events if row["id"] == event), None)
    states = {actor.country for actor in speakers}
    held = (old or {}).get("acknowledgement", {})
    return bool(speakers) and all(state and held.get(state) == DENIED for state in states)


def speakers_of(claim: Claim) -> tuple[Actor, ...]:
    """Return the innermost speakers of a claim; none where the report itself speaks."""
    return claim.voice.sources[-1] if claim.voice.sources else ()


# --------------------------------------------------------------------- rules


def fits(rule: Rule, fact: Fact) -> bool:
    """Say whether a rule asks for a fact."""
    if rule.subject != fact.subject or not (fact.kind == "" or rule.takes_kind(fact.kind)):
        return False
    if rule.kind is not None and not fact.kind:
        return False
    if not all(_takes_part(actor, fact.actors) for actor in rule.actors):
        return False
    said = {key for actor in fact.speakers for key in (actor.country, fold(actor.name)) if key}
    if not all(_takes_part(speaker, said) for speaker in rule.speakers):
        return False
    if rule.title is not None and not _titled(rule.title, fact.titles):
        return False
    return rule.words is None or f" {fold(rule.words)} " in f" {fold(fact.text)} "


def _takes_part(actor: str, keys: Iterable[str]) -> bool:
    wanted = fold(actor)
    return any(actor == key or f" {wanted} " in f" {key} " for key in keys)


def _titled(wanted: str, titles: Sequence[str]) -> bool:
    words = set(fold(wanted).split())
    return any(words <= set(fold(title).split()) for title in titles)


def prints(fact: Fact, news: News) -> list[str]:
    """Return a print of each clause that tells a fact, so that copies and edits tell it no twice.

    The kind, the clause's words and the day make it; the same words on another day are news.
    """
    if fact.subject == "report":
        return [content_id("report", fact.row["key"])]
    texts = {row["id"]: row for row in news.after.reports}
    found = []
    field = fact.change.get("new") if fact.subject == "disagreement" else None
    for name in fact.says:
        report, claim = news.fresh[name]
        row, span = texts[report], claim.passage.span
        when = claim.setting.when
        day = (when.earliest or when.latest) if when else row["published"]["earliest"]
        words = fold(row["text"][span.start : span.end])
        found.append(content_id("clause", fact.subject, field, claim.kind, words, day))
    return found
