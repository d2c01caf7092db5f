"""What of a record an export holds: which agreement, actor and days, as of when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from foedera.record.streams import acts
from foedera.view.dossier.compose import find_agreement
from foedera.view.dossier.entries import name_actor, title_event
from foedera.view.dossier.folder import Folder
from foedera.view.exports.standing import leading
from foedera.view.rows import Row, maps, texts
from foedera.view.words import country_names, ends

if TYPE_CHECKING:
    from foedera.record import Record
    from foedera.record.streams import Teller

Told: TypeAlias = tuple[Row, list[Row]]

_BATCH = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """What to export. Days are ISO; `agreement` is an id or words of a title, `actor` as listed.

    `on` asks for the statuses of that day and what had begun by it, `known` for what reports
    published by then let one say; `since` and `until` keep what may lie between them. What has
    no day is left out where `on`, `since` or `until` ask for days.
    """

    on: str | None = None
    known: str | None = None
    agreement: str | None = None
    actor: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def dated(self) -> bool:
        """Whether days are asked for."""
        return bool(self.on or self.since or self.until)

    @property
    def narrow(self) -> bool:
        """Whether only some events are chosen."""
        return bool(self.dated or self.agreement or self.actor)


class Chosen:
    """The chosen rows of a record, streamed where they are many."""

    def __init__(self, record: Record, choice: Choice | None = None) -> None:
        self.record = record
        self.choice = choice or Choice()

    @cached_property
    def _teller(self) -> Teller:
        return self.record.teller()

    # ------------------------------------------------------------- wholes

    @cached_property
    def day(self) -> str:
        """The day that statuses are of."""
        last = self.record.last_day()
        return self.choice.on or min(self.choice.known or last, last)

    @cached_property
    def folder(self) -> Folder:
        """The agreements of the day and the names of states, as the pages ask for them."""
        rows = tuple(self.record.agreements(on=self.day, known=self.choice.known))
        return Folder({}, {}, rows, (), (), (), (), (), country_names(), self.day)

    @cached_property
    def agreements(self) -> list[Row]:
        """The chosen agreements with their status on the day."""
        rows: Sequence[Row] = self.folder.agreements
        choice = self.choice
        if choice.agreement is not None:
            rows = [find_agreement(self.folder, choice.agreement)]
        if choice.actor is not None:
            rows = [row for row in rows if self._is_party(row, choice.actor)]
        if choice.since or choice.until:
            rows = [row for row in rows if any(self._lies(step) for step in maps(row, "steps"))]
        return list(rows)

    def _is_party(self, agreement: Row, actor: str) -> bool:
        names = [actor, *(self.folder.name(code) for code in texts(agreement, "parties"))]
        parties = texts(agreement, "parties")
        return actor in parties or actor.casefold() in (name.casefold() for name in names[1:])

    def events(self) -> Iterator[Row]:
        """Yield the chosen events."""
        choice, own = self.choice, self._own_events
        for row in self.record.each_event(known=choice.known):
            if (
                (own is None or row["id"] in own or row["agreement"] == self.agreements[0]["id"])
                and (choice.actor is None or acts(row, choice.actor))
                and (not choice.dated or self._lies(row))
            ):
                yield row

    @cached_property
    def _own_events(self) -> set[str] | None:
        """The events that belong to the chosen agreement besides those that name it."""
        if self.choice.agreement is None:
            return None
        if not self.agreements:
            return set()
        row = self.agreements[0]
        return {*texts(row, "conduct"), *(str(step["event"]) for step in maps(row, "steps"))}

    def _lies(self, row: Row) -> bool:
        """Say whether a row may lie within the days asked for; one without a day does not."""
        first, last = ends(row.get("when"))
        if not (first or last):
            return False
        choice = self.choice
        begun = choice.on is None or (first or "0000") <= choice.on
        after = choice.since is None or (last or "9999") >= choice.since
        return begun and after and (choice.until is None or (first or "0000") <= choice.until)

    # -------------------------------------------------------------- words

    def told(self, wanted: Callable[[Row], bool] = bool) -> Iterator[Told]:
        """Yield each chosen event that is wanted, with its claims' words.

        Each claim has its `quote` and its report as `source`; those that tell the event as it is
        taken to be stand first.
        """
        stream = filter(wanted, self.events())
        while batch := list(islice(stream, _BATCH)):
            claims = self._teller.tell(c for row in batch for c in row["claims"])
            for row in batch:
                told = [claims[c] for c in row["claims"] if c in claims]
                yield row, sorted(told, key=lambda claim: leading(row, claim))

    def tell(self, claims: Iterable[str]) -> list[Row]:
        """Return some claims with `quote` and `source`, in order of ids."""
        return [row for _, row in sorted(self._teller.tell(claims).items())]

    def reports(self) -> Iterator[Row]:
        """Yield the reports with what was read from them; of a narrow choice the chosen claims.

        A report none of whose claims is chosen is left out then.
        """
        wanted = self.claims
        for report in self.record.each_report(known=self.choice.known):
            if wanted is None:
                yield report
            elif own := [claim for claim in report["claims"] if claim["id"] in wanted]:
                yield {**report, "claims": own}

    @cached_property
    def claims(self) -> set[str] | None:
        """The ids of the chosen claims; None for all."""
        if not self.choice.narrow:
            return None
        found = {claim for event in self.events() for claim in event["claims"]}
        if self.choice.agreement and not self.choice.dated and not self.choice.actor:
            found |= {claim for row in self.agreements for claim in row["claims"]}
        return found

    def actors(self) -> list[Row]:
        """List the actors of the chosen claims, with those of their claims that are chosen."""
        wanted = self.claims
        rows = self.record.actors(known=self.choice.known)
        if wanted is None:
            return list(rows)
        kept = [{**row, "claims": [c for c in row["claims"] if c in wanted]} for row in rows]
        return [row for row in kept if row["claims"]]

    # -------------------------------------------------------------- names

    def headline(self, event: Row) -> str:
        """Say what an event is and who is in it."""
        return title_event(self.folder, event)

    def name(self, actor: Row | str) -> str:
        """Name an actor, or a state by its code."""
        return name_actor(self.folder, actor)
