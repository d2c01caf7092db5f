"""The record itself: one object to read into, to ask, to overrule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from foedera.data import Addition, Correction, Judgement, Layer, Verdict
from foedera.merge.summary import history_rows
from foedera.merge.telling import fold
from foedera.record import adding, between, explain, export, overrule
from foedera.record import changes as changing
from foedera.record.asking import Handing, looks
from foedera.record.index import first_of
from foedera.record.listing import Listing, Row
from foedera.record.news import Newsworthy
from foedera.record.opened import check_day
from foedera.record.reading import Summary, read_into
from foedera.record.sharing import SharedText
from foedera.record.streams import Streams, acts
from foedera.store import id_name

_MANY = 1000
_SEVERAL = '},{"value":'
"""What every row holds of which a field has several values: most hold none, and are not read."""


class Record(Handing, Newsworthy, Streams):
    """Everything that was read and what follows from it, in one file or database.

    Answers follow from all that is held: where something was read or overruled since the
    last settling, the next question settles first. Days are ISO; `on` asks for a day's state,
    `known` for what the reports published by that day let one say.
    """

    # ------------------------------------------------------------- filling

    def read(
        self,
        paths: str | Path | Iterable[str | Path],
        workers: int = 1,
        progress: Callable[[Summary], None] | None = None,
        *,
        live: bool | None = None,
    ) -> Summary:
        """Read files and folders into the record; what is held already costs a look-up.

        Into a large settled record few new reports are merged as they come, which `live` forces
        or forbids; `settle` then recomputes what they were merged by.
        """
        several = [paths] if isinstance(paths, str | Path) else paths
        summary = read_into(self._store, several, workers=workers, progress=progress, live=live)
        self._known.clear()
        return summary

    # ------------------------------------------------------------- what was read

    def reports(self, *, known: str | None = None) -> Listing:
        """List the reports with text, parts and publication day, inferred where it had none."""
        store = self._ask()
        days = {row.pop("id"): row for row in store.computed("day")}
        rows = Listing()
        for head, (report, text) in zip(store.heads(), store.texts(), strict=True):
            own = {k: v for k, v in head.items() if k not in ("id", "report")}
            own["published"] = days.get(report, own["published"])
            rows.append({"id": report, "key": head["id"], "text": text, **own})
        if known is not None:
            kept = self._reports_by(known)
            return Listing(row for row in rows if row["id"] in kept)
        return rows

    def claims(self) -> Listing:
        """List the claims as read, with `report`, in order of reports and telling."""
        return Listing(self._store.claims())

    def mentions(self) -> Listing:
        """List the mentions with `report`."""
        return self._found("mentions")

    def attributions(self) -> Listing:
        """List the attributions with `report`."""
        return self._found("attributions")

    def skips(self) -> Listing:
        """List what was seen and not read, with `report` and the reason."""
        return self._found("skips")

    def _found(self, field: str) -> Listing:
        return Listing(
            {**row, "report": report}
            for report, found in self._store.found()
            for row in found[field]
        )

    def judgements(self) -> list[Judgement]:
        """List all judgements, the rules' and people's, the withdrawn among them."""
        return list(self._ask().judgements())

    def corrections(self) -> list[Correction]:
        """List all corrections in the order of making, the withdrawn among them."""
        return self._store.corrections()

    # ------------------------------------------------------------- what follows

    def agreements(
        self, *, on: str | None = None, known: str | None = None, reports: int = 1
    ) -> Listing:
        """List the agreements with status and basis on a day, else as of the last report.

        `reports` leaves out those that fewer reports tell of.
        """
        rows = self._agreements_on(self._day(on, known), known)
        return Listing(dict(row) for row in rows if row["reports"] >= reports)

    def histories(self, *, known: str | None = None, reports: int = 1) -> Listing:
        """List each agreement's status from every day on which it or a party's state changes.

        One of whose acts no day is known has a single row without day.
        """
        rows = Listing()
        for cached in self._agreement_caches(known):
            if cached["reports"] >= reports:
                rows += history_rows(cached)
        return rows

    def obligations(
        self,
        *,
        if_: str | None = None,
        binds: str | None = None,
        on: str | None = None,
        known: str | None = None,
    ) -> Listing:
        """List who owes what; `if_` is a condition ("armed attack"), `binds` a state's code."""
        duties = self._duties(if_, binds, on, known)
        quotes = explain.quotes(self._store, {claim for _, claim in duties})
        return Listing({**row, "quote": quotes[claim]} for row, claim in duties)

    def events(
        self,
        *,
        actor: str | None = None,
        kind: str | None = None,
        on: str | None = None,
        known: str | None = None,
    ) -> Listing:
        """List the events; `actor` a code or name, `kind` a kind or family, `on` a day it spans."""
        if known is not None:
            rows = self._all_known(known)
        elif kind is not None:
            rows = self._of_kind(kind)
        else:
            rows = self._ask().computed("event")
        return Listing(
            row
            for row in rows
            if (actor is None or acts(row, actor))
            and (kind is None or row["kind"] == kind or row["kind"].split(".")[0] == kind)
            and (on is None or _spans(row, on))
        )

    def _of_kind(self, kind: str) -> list[Row]:
        """Return the events of a kind or a family, in their order."""
        index = self._index_now()
        found = index.chosen("event", [("kind", kind)])
        keys = [index.column("event", name) for name in ("place", "id")]
        ordered = first_of(found, keys, len(found)) if len(found) else found
        names = [id_name(int(name)) for name in keys[1][ordered]]
        rows: list[Row] = []
        for start in range(0, len(names), _MANY):
            some = names[start : start + _MANY]
            held = self._store.computed_rows("event", some)
            rows += [held[name] for name in some]
        return rows

    def stories(self, *, known: str | None = None) -> Listing:
        """List each input with its story; one row a key that was read."""
        store = self._ask()
        story_of = store.members("story")
        kept = None if known is None else self._reports_by(known)
        rows = [
            {"id": key, "story": story_of.get(report, report), "report": report}
            for report, keys in store.keys().items()
            for key in keys
            if kept is None or report in kept
        ]
        return Listing(sorted(rows, key=lambda row: (row["story"], row["id"])))

    def actors(self, *, known: str | None = None) -> Listing:
        """List who acts and speaks, each under all names."""
        rows = self._ask().computed("actor") if known is None else self._as_known(known).actors
        return Listing({k: v for k, v in row.items() if k != "id"} for row in rows)

    def origins(self, *, known: str | None = None) -> Listing:
        """List the sources with those that cite them and those they feed."""
        rows = self._ask().computed("origin") if known is None else self._as_known(known).origins
        return Listing({k: v for k, v in row.items() if k != "id"} for row in rows)

    def disagreements(self, *, known: str | None = None) -> Listing:
        """List the fields of events that are told in more than one way."""
        return Listing(
            {**one, "event": event["id"]}
            for event in self.told_in_ways(known=known)
            for one in event["comparison"]
            if len(one["values"]) > 1
        )

    def told_in_ways(self, *, known: str | None = None) -> Listing:
        """List the events of which a field is told in more than one way."""
        if known is not None:
            rows = self._all_known(known)
        else:
            rows = self._ask().computed("event", holding=_SEVERAL)
        return Listing(r for r in rows if any(len(c["values"]) > 1 for c in r["comparison"]))

    def warnings(self, *, known: str | None = None) -> Listing:
        """List what a reader of the reports should doubt."""
        kept = None if known is None else self._reports_by(known)
        rows = self._ask().computed("warning")
        return Listing(
            {k: v for k, v in row.items() if k != "id"}
            for row in rows
            if kept is None or row["report"] in kept
        )

    def timeline(self, *, on: str | None = None, known: str | None = None) -> Listing:
        """List dated events in time, each with `type`; with `on`, those up to that day."""
        return Listing(
            {"type": "event", **row}
            for row in self.events(known=known)
            if row["when"] and (on is None or (_first_day(row) or "9999") <= on)
        )

    def search(self, words: str) -> Listing:
        """List reports, agreements and actors that hold all the words, each with `type`."""
        store = self._ask()
        asked = fold(words).split()
        rows = Listing({"type": "report", **row} for row in explain.find_reports(store, words))
        for sort, listing in (("agreement", self.agreements()), ("actor", self.actors())):
            for row in listing:
                names = fold(
                    " ".join([*row.get("titles", ()), row.get("name", ""), *row.get("also", ())])
                )
                if asked and all(word in names for word in asked):
                    rows.append({"type": sort, **row})
        return rows

    # ------------------------------------------------------------- why

    def show(self, name: str) -> Listing:
        """Show one report, claim, event, agreement, judgement or correction by its id."""
        return explain.show(self._ask(), name)

    def why(self, name: str, other: str | None = None) -> Listing:
        """Explain a whole down to words on a page, or why two are or are not one.

        Rows: the whole, the judgements that joined it (the weakest first, with reasons), the
        claims with their words.
        """
        if other is not None:
            return explain.why_two(self._ask(), name, other)
        return explain.why(self._ask(), name)

    def judge_texts(self, pairs: Iterable[tuple[str, str]]) -> list[Judgement]:
        """Judge what pairs of reports share: copy, part, revision, furniture, a quotation, nothing.

        The record's own row where settling read the two side by side, else read now.
        """
        shared = SharedText(self._ask())
        return [shared.judge(left, right) for left, right in pairs]

    # ------------------------------------------------------------- overruling

    def judge(
        self,
        left: str,
        right: str,
        verdict: Verdict,
        *,
        because: str,
        maker: str = "user",
        about: Layer | None = None,
    ) -> Judgement:
        """Say that two claims, events, agreements or reports are the same or different.

        Of two reports: whether they belong to one story; with `about` "copy", whether one holds
        the other's text. Of a report and itself: whether it has the day inferred for it.
        """
        pair = left, right
        row = overrule.judge(self._ask(), pair, verdict, because=because, maker=maker, about=about)
        self._known.clear()
        return row

    def correct(
        self, claim: str, field: str, value: str, *, because: str, maker: str = "user"
    ) -> Correction:
        """Set one field of a claim anew; what was read stays beneath."""
        row = overrule.correct(self._store, (claim, field, value), because=because, maker=maker)
        self._known.clear()
        return row

    def reject(self, claim: str, *, because: str, maker: str = "user") -> Correction:
        """Take a claim out of all that is computed; it stays to be seen."""
        row = overrule.correct(self._store, (claim, "reject", None), because=because, maker=maker)
        self._known.clear()
        return row

    def add(
        self,
        report: str,
        kind: str,
        quote: str,
        fields: Mapping[str, str] | None = None,
        *,
        because: str,
        maker: str = "user",
    ) -> Addition:
        """Add an act that a report tells in the words quoted; it survives reading again.

        `fields` may give agreement, actors, recipients, when, where, reality and stance.
        """
        act = report, kind, quote
        row = adding.add(self._store, act, fields or {}, because=because, maker=maker)
        self._known.clear()
        return row

    def additions(self) -> list[Addition]:
        """List all additions in the order of making, the withdrawn among them."""
        return self._store.additions()

    def remove(self, report: str) -> int:
        """Take a report out with exactly its claims; return how many those were."""
        claims = self._store.remove(report)
        self._known.clear()
        return claims

    # ------------------------------------------------------------- what changed

    def diff(self, old: str, new: str) -> Listing:
        """List what changed between two days, by what was published up to each.

        Rows: `type`, `change`, the whole's `id` and how it is `named`, the `field` that changed
        with its `old` and `new` value.
        """
        by = [self._reports_by(day) for day in (old, new)]
        moved = by[0] ^ by[1]
        if len(moved) > between.MOST:
            return Listing(changing.changes(self._state(old), self._state(new)))
        store, index = self._ask(), self._index_now()
        told = between.moved_by(store, index, moved)
        asked = (check_day(old) or old, check_day(new) or new)
        made = between.agreements_on(store, index, told.agreements, asked)
        states = [
            changing.State(
                [row for row in self._reports_named(moved) if row["id"] in by[place]],
                between.as_of(made[place], self._day(None, day)),
                between.events_on(store, index, self._events_by(day), told.events),
            )
            for place, day in enumerate((old, new))
        ]
        return Listing(changing.changes(*states))

    def _reports_named(self, reports: Iterable[str]) -> list[Row]:
        """Return id, key, title and outlet of some reports."""
        return list(looks.brief_reports(self._ask(), reports).values())

    def diff_from(self, other: Record) -> Listing:
        """List what changed from another record to this one."""
        return Listing(changing.changes(other._state(None), self._state(None)))

    def _state(self, known: str | None) -> changing.State:
        return changing.State(
            self.reports(known=known), self.agreements(known=known), self.events(known=known)
        )

    # ------------------------------------------------------------- taking back

    def withdraw(self, name: str) -> None:
        """Withdraw a person's judgement, correction or addition; the row stays, marked."""
        overrule.withdraw(self._store, name)
        self._known.clear()

    def export_jsonl(self) -> Iterator[str]:
        """Yield the whole record as JSON lines: equal records, equal bytes."""
        self._ask()
        return export.lines(self)


def _first_day(row: Row) -> str | None:
    when = row["when"] or {}
    return when.get("earliest") or when.get("latest")


def _spans(row: Row, day: str) -> bool:
    when = row["when"] or {}
    first, last = when.get("earliest"), when.get("latest")
    if first is None and last is None:
        return False
    return (first or "0000") <= day <= (last or "9999")
