"""How an event stands: told as done, disputed, only denied, or never told as done at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from foedera.data import DENIAL
from foedera.view.rows import Row
from foedera.view.words import DOUBTING, join_words, say_stance

Voice: TypeAlias = Literal["told", "disputed", "believed", "denied", "unacknowledged"]

_DONE = ("happened", "ongoing")
_MARKS = {
    "disputed": "disputed",
    "believed": "believed",
    "denied": "denied",
    "unacknowledged": "not acknowledged",
    "not-happened": "did not happen",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How real an event is told, and what its tellings do with it.

    `voice` is told (asserted or confirmed by somebody, contradicted by nobody), disputed (by
    somebody else denied), believed (asserted by nobody), denied or unacknowledged (no telling is
    more than a denial, or than silence).
    """

    reality: str
    voice: Voice

    @property
    def is_deed(self) -> bool:
        """Whether somebody tells it as done, so that it may be counted as an event."""
        return self.reality in _DONE and not self.is_denied

    @property
    def is_denied(self) -> bool:
        """Whether nobody stands behind it, so that it must never pass for a fact."""
        return self.voice in ("denied", "unacknowledged")

    @property
    def word(self) -> str:
        """One word for a column, two where it is neither done nor plainly told.

        >>> Standing("happened", "disputed").word, Standing("planned", "denied").word
        ('disputed', 'planned denied')
        """
        if self.reality in _DONE:
            return self.voice
        return self.reality if self.voice == "told" else f"{self.reality} {self.voice}"

    @property
    def mark(self) -> str:
        """The words that go before a headline which is not plainly told.

        Who said nothing did not inform: that nothing happened is not told besides.

        >>> Standing("planned", "told").mark + "Visit", Standing("happened", "told").mark
        ('Planned: Visit', '')
        """
        silent = self.voice == "unacknowledged" and self.reality == "not-happened"
        plain = silent or self.reality in _DONE
        words = [] if plain else [_MARKS.get(self.reality, self.reality)]
        words += [] if self.voice == "told" else [_MARKS[self.voice]]
        return f"{', '.join(words).capitalize()}: " if words else ""


def find_standing(event: Row, claims: Sequence[Row]) -> Standing:
    """Say how an event stands by its reality and by what its tellings do with it.

    >>> find_standing({"reality": "happened"}, [{"reality": "happened", "stance": "denied"}]).voice
    'denied'
    """
    reality = str(event["reality"])
    alike = _DONE if reality in _DONE else (reality,)
    stances = {stance_of(claim) for claim in claims if claim["reality"] in alike}
    return Standing(reality, _voice(stances, against="denied" in stances or _conflicts(event)))


def stance_of(claim: Row) -> str:
    """Return what a telling does with what it tells; a denial is told, not denied.

    >>> stance_of({"kind": "statement.reject", "stance": "denied"})
    'asserted'
    """
    itself = claim.get("kind") == DENIAL and claim["stance"] == "denied"
    return "asserted" if itself else str(claim["stance"])


def _conflicts(event: Row) -> bool:
    """Say whether tellings contradict each other on whether it happened at all."""
    fields = {c["field"] for c in event.get("comparison") or () if c["comparison"] == "conflict"}
    return "reality" in fields


def _voice(stances: set[str], *, against: bool) -> Voice:
    if stances & {"asserted", "confirmed"}:
        return "disputed" if against else "told"
    if stances & {"believed", "considered"}:
        return "disputed" if against else "believed"
    return "denied" if against else "unacknowledged"


def leading(event: Row, claim: Row) -> tuple[bool, str, str, int]:
    """Return a key that puts the claims first which tell the event as it is taken to be.

    Among those the earliest published stand first.
    """
    alike = claim["reality"] == event["reality"] and claim["stance"] in ("asserted", "confirmed")
    return not alike, day_of(claim) or "9999", str(claim["report"]), int(claim["start"])


def who_doubts(claims: Iterable[Row]) -> list[str]:
    """List who denies, or keeps silent, and how, each once.

    >>> who_doubts([{"stance": "denied", "sources": [[{"name": "Chad"}]]}])
    ['Chad denies']
    """
    doubting = (claim for claim in claims if stance_of(claim) in DOUBTING)
    said = (f"{name_source(c) or 'a source'} {say_stance(c['stance'])}" for c in doubting)
    return list(dict.fromkeys(said))


def name_source(claim: Row) -> str | None:
    """Name the chain of sources of a claim, the innermost first; None for the report's own voice.

    >>> name_source({"sources": [[{"name": "TASS"}], [{"name": "Putin"}]]})
    'Putin, as told by TASS'
    """
    levels = claim.get("sources") or ()
    names = [join_words(str(actor["name"]) for actor in level) for level in reversed(levels)]
    return ", as told by ".join(names) or None


def find_place(claim: Row) -> str:
    """Say where a claim's words stand.

    >>> find_place({"id": "c1", "report": "r1", "start": 3, "end": 9})
    'claim c1, report r1, characters 3 to 9'
    """
    span = f"characters {claim['start']} to {claim['end']}"
    return f"claim {claim['id']}, report {claim['report']}, {span}"


def name_outlet(claim: Row) -> str:
    """Name the outlet of a claim's report, else the report's own name."""
    source = claim.get("source") or {}
    return str(source.get("outlet") or source.get("key") or claim["report"])


def day_of(claim: Row) -> str | None:
    """Return the day on which a claim's report came out, where it is one day."""
    published = (claim.get("source") or {}).get("published") or {}
    day = published.get("latest")
    return str(day) if day and day == published.get("earliest") else None


def quote_claim(claim: Row) -> str:
    """Quote a claim's words, with who says so, the outlet and where the words stand."""
    said, day = name_source(claim), day_of(claim)
    voice = f" ({say_stance(claim['stance'])}: {said})" if said else ""
    printed = f", {day}" if day else ""
    words = " ".join(str(claim["quote"]).split())
    return f"“{words}”{voice} – {name_outlet(claim)}{printed}; {find_place(claim)}"


def quote_claims(claims: Sequence[Row], most: int = 5) -> list[str]:
    """Quote the words of a few claims and name the others."""
    quotes = [quote_claim(claim) for claim in claims[:most]]
    if rest := [str(claim["id"]) for claim in claims[most:]]:
        quotes.append(f"and {len(rest)} more: claims {', '.join(rest)}")
    return quotes


def list_evidence(claims: Iterable[Row]) -> list[Row]:
    """List the way back to the words: claim, report, offsets, quote, who says so and how."""
    return [
        {
            "claim": claim["id"],
            "report": claim["report"],
            "key": claim["source"]["key"],
            "outlet": claim["source"]["outlet"],
            "url": claim["source"]["url"],
            "published": claim["source"]["published"],
            "start": claim["start"],
            "end": claim["end"],
            "quote": claim["quote"],
            "reality": claim["reality"],
            "stance": claim["stance"],
            "sources": [[str(a["name"]) for a in level] for level in claim["sources"]],
        }
        for claim in claims
    ]


def say_status(agreement: Row) -> str:
    """Say an agreement's status, and whether it is contested, as words.

    >>> say_status({"status": "in-force", "contested": True})
    'in force, contested'
    """
    contested = ", contested" if agreement.get("contested") else ""
    return str(agreement["status"]).replace("-", " ") + contested
