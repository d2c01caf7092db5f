"""Explanations that end at words on a page: quotations, judgements as waterfalls, bases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from typing import Any, Protocol

from rich.console import Console
from rich.text import Text

from foedera.errors import NotInRecord
from foedera.view.quote import Piece, name_part, quote_claim
from foedera.view.rows import Row, maps, texts
from foedera.view.words import (
    say_days,
    say_kind,
    say_quantity,
    say_reality,
    say_who_stands,
    visible,
)


class Answering(Protocol):
    """What an explanation asks of a record."""

    def show(self, name: str) -> Sequence[Row]:
        """Show whatever has the id."""
        ...

    def claims(self) -> Sequence[Row]:
        """List the claims."""
        ...


WEIGHTS = ("dim", "", "bold yellow")
BAR = 12


class Explainer:
    """Prints rows of `show` and `why`; asks the record for the claims and reports they lead to."""

    def __init__(self, console: Console, record: Answering) -> None:
        self._console = console
        self._record = record
        self._fetched: dict[str, Row | None] = {}
        self._quoted: set[str] = set()

    def show(self, rows: Iterable[object]) -> None:
        """Print what rows hold, the claims of a whole quoted beneath it."""
        for row in rows:
            self._print(row, deep=True)

    def explain(self, rows: Iterable[object]) -> None:
        """Print why: a whole, the judgements that made it as waterfalls, then words on pages."""
        held = [as_row(row) for row in rows]
        alone = len(held) == 1
        for row in held:
            self._print(row, deep=alone)

    def _print(self, row: object, *, deep: bool) -> None:
        fields = as_row(row)
        kind = str(fields.get("type") or _guess_type(fields))
        printers: dict[str, Callable[[Row], None]] = {
            "claim": self._claim,
            "judgement": self._judgement,
            "apart": self._apart,
            "event": self._event,
            "agreement": self._agreement,
            "report": self._report,
        }
        printers.get(kind, self._other)(fields)
        if deep and kind in ("event", "agreement"):
            self._by_id(texts(fields, "claims"), 2)
        if deep and kind == "report":
            self._tell(str(fields.get("report") or fields["id"]))

    def _fetch(self, ident: str) -> Row | None:
        if ident not in self._fetched:
            try:
                self._fetched[ident] = self._record.show(ident)[0]
            except NotInRecord:
                self._fetched[ident] = None
        return self._fetched[ident]

    def _line(self, *pieces: str | tuple[str, str], indent: int = 0) -> None:
        text = Text(" " * indent)
        text.append_text(Text.assemble(*(_clean(piece) for piece in pieces)))
        self._console.print(text, soft_wrap=not self._console.is_terminal)

    # ------------------------------------------------------------- claims

    def _claim(self, claim: Row, indent: int = 0) -> None:
        if str(claim["id"]) in self._quoted:
            return
        self._quoted.add(str(claim["id"]))
        stance, reality = claim.get("stance") or "asserted", claim.get("reality")
        head = f"{say_kind(str(claim['kind']))} · {say_reality(reality)} · {say_voice(claim)}"
        self._line((str(claim["id"]), "cyan"), f"  {head}", indent=indent)
        report = self._fetch(str(claim.get("report")))
        if report:
            self._place(report, claim, indent + 2)
        for label, words in describe_claim(claim):
            self._line((f"{label}: ", "dim"), words, indent=indent + 2)
        rule = str(claim.get("rule") or "unknown")
        self._line(
            ("read by rule: ", "dim"), rule, ("  stance: ", "dim"), stance, indent=indent + 2
        )

    def _place(self, report: Row, claim: Row, indent: int) -> None:
        key = key_of(report)
        place = f"{name_part(report, claim['start'])}, {claim['start']}–{claim['end']}"
        self._line((f"{report.get('outlet') or key}, {place}  {key}", "dim"), indent=indent)
        self._quote(quote_claim(report, claim), indent)

    def _quote(self, pieces: Sequence[Piece], indent: int) -> None:
        marked = self._console.is_terminal
        runs = [(_mark(piece, marked), WEIGHTS[piece.weight]) for piece in pieces]
        self._line("“", *runs, "”", indent=indent)

    def _by_id(self, ids: Iterable[str], indent: int) -> None:
        for ident in ids:
            claim = self._fetch(ident)
            if claim is not None:
                self._claim(claim, indent)

    def _tell(self, report: str) -> None:
        own = [claim for claim in self._record.claims() if claim["report"] == report]
        for claim in own:
            self._claim(claim, 2)

    # --------------------------------------------------------- judgements

    def _judgement(self, row: Row) -> None:
        verdict, score = str(row["verdict"]), float(row.get("score") or 0)
        withdrawn = "  withdrawn" if row.get("withdrawn") else ""
        self._line(
            (f"{row['left']} – {row['right']}", "cyan"),
            f"  judged {verdict} by {row.get('maker') or 'rule'} ({row.get('layer')})",
            (withdrawn, "red"),
        )
        for line in waterfall(maps(row, "reasons"), score):
            self._line(line, indent=2)

    def _apart(self, row: Row) -> None:
        """Say why two events are not one though a pair of their claims would be."""
        self._line((" – ".join(texts(row, "events")), "cyan"), "  are two all the same")
        self._line(("because: ", "dim"), f"{_say_apart(row)}; least of all these two", indent=2)

    # -------------------------------------------------------------- wholes

    def _event(self, event: Row) -> None:
        days = say_days(event.get("when"))
        self._line((str(event["id"]), "cyan"), f"  {say_kind(str(event['kind']))} · {days}")
        for label, words in describe_whole(event):
            self._line((f"{label}: ", "dim"), words, indent=2)

    def _agreement(self, row: Row) -> None:
        titles = texts(row, "titles")
        self._line((str(row["id"]), "cyan"), f"  {titles[0] if titles else row.get('kind')}")
        self._line(("status: ", "dim"), str(row["status"]), indent=2)
        for basis in maps(row, "basis"):
            article = str(basis.get("article") or "")
            day = str(basis.get("day") or "day unknown")
            law = f", {article}" if article else ""
            reckoned = ", reckoned" if basis.get("derived") else ""
            self._line(("because: ", "dim"), f"{basis['act']}, {day}{reckoned}{law}", indent=2)
            self._by_id(texts(basis, "claims"), 4)
        for label, words in describe_whole(row):
            self._line((f"{label}: ", "dim"), words, indent=2)
        for step in maps(row, "steps"):
            told = ", ".join(texts(step, "claims"))
            words = f"{say_kind(str(step['kind']))}, {say_days(step.get('when'))}"
            self._line(("step: ", "dim"), words, (f"  {told}", "cyan"), indent=2)

    def _report(self, row: Row) -> None:
        days = row.get("published") or {}
        ident = str(row.get("report") or row["id"])
        self._line((ident, "cyan"), f"  {row.get('outlet') or ''}  {key_of(row)}")
        if row.get("title"):
            self._line(("title: ", "dim"), str(row["title"]), indent=2)
        basis = str(days.get("basis") or "unknown")
        self._line(("published: ", "dim"), f"{say_days(days)} ({basis})", indent=2)

    def _other(self, row: Row) -> None:
        for key, value in row.items():
            if value not in (None, [], {}, ()):
                self._line((f"{key}: ", "dim"), str(value), indent=2)


def _say_apart(row: Row) -> str:
    pairs, vetoes = row["pairs"], row["vetoes"]
    if vetoes:
        told = ", ".join(f"{name} {count}" for name, count in sorted(vetoes.items()))
        return f"of {pairs} pairs of their claims {sum(vetoes.values())} cannot be one ({told})"
    mean, least = float(row["mean"]), float(row["least"])
    if mean < least:
        return f"{pairs} pairs of their claims score {mean:.2f} in the mean, less than {least:.2f}"
    return "they grew since this pair was weighed, and nothing parts them now"


def key_of(report: Row) -> str:
    """Return the name under which a report was read."""
    return str(report.get("key") or report["id"])


def _clean(piece: str | tuple[str, str]) -> str | tuple[str, str]:
    """Take out of a stretch of words what would steer the terminal."""
    return visible(piece) if isinstance(piece, str) else (visible(piece[0]), piece[1])


def _mark(piece: Piece, coloured: bool) -> str:
    """Set marked words in brackets where no colour can."""
    return piece.text if coloured or piece.weight < 2 else f"[{piece.text}]"


def as_row(row: object) -> Row:
    """Turn a judgement into a row; a row stays as it is.

    Its reasons become rows with it.
    """
    if is_dataclass(row) and not isinstance(row, type):
        fields: dict[str, Any] = asdict(row)
        return fields
    assert isinstance(row, Mapping)
    return row


def _guess_type(row: Row) -> str:
    if "verdict" in row:
        return "judgement"
    if "trigger" in row and "report" in row:
        return "claim"
    if "titles" in row:
        return "agreement"
    return "report" if "text" in row else "event" if "claims" in row and "kind" in row else ""


def say_voice(claim: Row) -> str:
    """Say who tells a claim, outermost source first."""
    levels = [[str(a["name"]) for a in level] for level in claim.get("sources") or ()]
    stance = str(claim.get("stance") or "asserted")
    if not levels:
        plain = stance in ("asserted", "confirmed")
        return "own voice" if plain else f"own voice: {stance.replace('-', ' ')}"
    above = [" and ".join(level) for level in levels[:-1]]
    return " > ".join([*above, say_who_stands(levels[-1], stance)])


def describe_claim(claim: Row) -> list[tuple[str, str]]:
    """List the values of a claim with their labels."""
    who = [_say_actor(actor) for actor in maps(claim, "actors")]
    whom = [_say_actor(actor) for actor in maps(claim, "recipients")]
    when, where = claim.get("when"), claim.get("where") or {}
    days = f"{say_days(when)} (“{when['words']}”)" if when and when.get("words") else ""
    found = (
        ("who", ", ".join(who)),
        ("to whom", ", ".join(whom)),
        ("when", days or (say_days(when) if when else "")),
        ("where", str(where.get("name") or "")),
        ("how many", "; ".join(say_quantity(q) for q in maps(claim, "quantities"))),
        ("agreement", str((claim.get("agreement") or {}).get("title") or "")),
    )
    return [(label, words) for label, words in found if words]


def _say_actor(actor: Row) -> str:
    """Name an actor, with the state that it belongs to."""
    country = "" if actor.get("kind") == "state" else actor.get("country")
    return f"{actor['name']} ({country})" if country else str(actor["name"])


def describe_whole(row: Row) -> list[tuple[str, str]]:
    """List what stands behind an event or an agreement."""
    origins = row.get("origins") or {}
    low, high = origins.get("independent") or (0, 0)
    roots = ", ".join(texts(origins, "roots"))
    number = str(low) if low == high else f"{low}–{high}"
    return [("reports", str(row.get("reports") or 0)), ("origins", f"{number} ({roots})")]


def waterfall(reasons: Sequence[Row], score: float) -> list[str]:
    """Draw reasons as bars that add up to the score, the strongest first.

    >>> print(*waterfall([{"feature": "same_day", "weight": 1.0, "note": "both 4 May"}], 1.0),
    ...       sep=chr(10))
    +1.00  ████████████  same_day: both 4 May
    =1.00  score
    """
    ranked = sorted(reasons, key=lambda r: (-abs(float(r["weight"])), str(r["feature"])))
    most = max((abs(float(r["weight"])) for r in ranked), default=1.0) or 1.0
    lines = []
    for reason in ranked:
        weight = float(reason["weight"])
        bar = ("█" if weight >= 0 else "░") * max(1, round(BAR * abs(weight) / most))
        lines.append(f"{weight:+.2f}  {bar:<{BAR}}  {reason['feature']}: {reason['note']}")
    return [*lines, f"={score:.2f}  score"]
