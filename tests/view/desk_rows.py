"""A small record made by hand: two river states, a treaty, a disputed deployment.

Everything in it is invented. Spans are found by searching the text, so that they always fit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from foedera.data import Judgement, Reason
from foedera.errors import NotInRecord
from foedera.record import Listing, Page

URY = ("Uruguay", "URY", "state")
ARG = ("Argentina", "ARG", "state")
BRA = ("Brazil", "BRA", "state")
WIRE = ("Sur Wire", "URY", "outlet")
VIDAL = ("Marta Vidal", "ARG", "person")

TEXTS = {
    "a.txt": (
        "Estuary pact takes effect\n\n"
        "Montevideo, March 4 (Rio Plate News).- The Treaty on the Guard of the Estuary, signed by "
        "Uruguay and Argentina in Colonia on 9 September 2030, entered into force on Tuesday, "
        "Sur Wire reported.\n\n"
        "Under it each country must send patrol boats at once if the other is blockaded.\n\n"
        "Argentina has deployed some 1,200 marines at Martín García since February. Argentine "
        "Defence Minister Marta Vidal denied that any marines had been deployed."
    ),
    "b.txt": (
        "The estuary treaty between Uruguay and Argentina came into force on 4 March 2031, "
        "Sur Wire said.\n\n"
        "Uruguay ratified it on 20 February. More than 1,000 marines were deployed at Martín "
        "García, and the delegation is leaving last week.\n\n"
        "Brazil said it did not acknowledge the pact & would <watch> it.\n"
    ),
}


def actor(who: tuple[str, str | None, str], office: str | None = None) -> dict[str, Any]:
    name, country, kind = who
    return {"name": name, "country": country, "kind": kind, "office": office, "start": 0, "end": 0}


def day(first: str, last: str | None = None, words: str = "") -> dict[str, Any]:
    last = last or first
    precision = "day" if first == last else "month"
    return {"earliest": first, "latest": last, "precision": precision, "words": words}


def place(name: str, country: str | None = None) -> dict[str, Any]:
    return {"name": name, "country": country, "lat": None, "lon": None}


def claim(number: int, report: str, words: str, kind: str, **more: Any) -> dict[str, Any]:
    text = TEXTS[report]
    start = text.index(words)
    trigger = more.pop("trigger", words)
    at = text.index(trigger, start)
    return {
        "type": "claim",
        "id": f"c{number:02d}",
        "report": report[0] * 4,
        "start": start,
        "end": start + len(words),
        "trigger": [at, at + len(trigger)],
        "part": "paragraph",
        "kind": kind,
        "plover": None,
        "actors": [],
        "recipients": [],
        "participants": [],
        "object": None,
        "agreement": None,
        "when": None,
        "where": None,
        "quantities": [],
        "items": [],
        "reality": "happened",
        "stance": "asserted",
        "sources": [],
        "obligation": None,
        "rule": "claims.frame",
    } | more


def marines(report: str, words: str, **more: Any) -> dict[str, Any]:
    start = TEXTS[report].index(words)
    return {
        "words": words,
        "unit": "marines",
        "start": start,
        "end": start + len(words),
        "approximate": False,
        **more,
    }


def reports() -> list[dict[str, Any]]:
    """The two reports, with their parts found by blank lines."""
    rows = []
    for key, text in TEXTS.items():
        parts, at = [], 0
        for block in text.split("\n\n"):
            kind = "headline" if key == "a.txt" and at == 0 else "paragraph"
            parts.append({"kind": kind, "start": at, "end": at + len(block)})
            at += len(block) + 2
        known = key == "a.txt"
        rows.append(
            {
                "type": "report",
                "id": key[0] * 4,
                "key": key,
                "text": text,
                "title": "Estuary pact takes effect" if known else None,
                "outlet": "Rio Plate News" if known else "The Harbour Post",
                "url": None,
                "inputs_from": [] if known else ["Austral Agency"],
                "dateline": None,
                "published": {
                    "earliest": "2031-03-04",
                    "latest": "2031-03-04" if known else "2031-03-09",
                    "basis": "dateline" if known else "inferred",
                },
                "parts": parts,
            }
        )
    return rows


def claims() -> list[dict[str, Any]]:
    """Nine claims on signing, ratifying, force, obligation and a denied deployment."""
    pair = [actor(URY), actor(ARG)]
    defence = {
        "kind": "defence",
        "trigger": "if the other is blockaded",
        "duty": "send patrol boats",
        "immediacy": "at once",
        "bearers": ["URY", "ARG"],
        "beneficiaries": [],
        "conditions": None,
    }
    few = marines("a.txt", "some 1,200 marines", value=1200, bound="~", low=1200, high=1200)
    many = marines("b.txt", "More than 1,000 marines", value=1000, bound=">", low=1000, high=None)
    island = place("Martín García", "ARG")
    force = "agreement.enter-into-force"
    return [
        claim(1, "a.txt", "signed by Uruguay and Argentina in Colonia on 9 September 2030",
              "agreement.sign", trigger="signed", actors=pair, where=place("Colonia", "URY"),
              when=day("2030-09-09", words="on 9 September 2030")),
        claim(2, "a.txt", "entered into force on Tuesday", force, trigger="entered into force",
              actors=pair, when=day("2031-03-04", words="on Tuesday"), sources=[[actor(WIRE)]]),
        claim(3, "a.txt", "each country must send patrol boats at once if the other is blockaded",
              "agreement.provide", trigger="must send", actors=pair, reality="conditional",
              obligation=defence),
        claim(4, "a.txt", "Argentina has deployed some 1,200 marines at Martín García",
              "military.deploy", trigger="deployed", actors=[actor(ARG)], where=island,
              quantities=[few], when=day("2031-02-01", "2031-03-04", "since February")),
        claim(5, "a.txt", "any marines had been deployed", "military.deploy", trigger="deployed",
              actors=[actor(ARG)], stance="denied",
              sources=[[actor(VIDAL, "defence minister")]]),
        claim(6, "b.txt", "came into force on 4 March 2031", force, trigger="came into force",
              actors=pair, when=day("2031-03-04", words="on 4 March 2031"),
              sources=[[actor(WIRE)]]),
        claim(7, "b.txt", "Uruguay ratified it on 20 February", "agreement.ratify",
              trigger="ratified", actors=[actor(URY)],
              when=day("2031-02-20", words="on 20 February")),
        claim(8, "b.txt", "More than 1,000 marines were deployed at Martín\nGarcía".replace(
              "\n", " "), "military.deploy", trigger="deployed", actors=[actor(ARG)],
              where=island, quantities=[many]),
        claim(9, "b.txt", "it did not acknowledge the pact", "statement.reject",
              trigger="acknowledge", actors=[actor(BRA)], stance="not-acknowledged",
              reality="not-happened", sources=[[actor(BRA)]]),
    ]  # fmt: skip


def origins(low: int, high: int, *roots: str) -> dict[str, Any]:
    return {"independent": [low, high], "roots": list(roots)}


def step(kind: str, when: str, by: list[str], claims: list[str], **more: Any) -> dict[str, Any]:
    return {"kind": kind, "when": day(when), "where": None, "by": by, "reports": 1,
            "origins": origins(1, 1, "Sur Wire"), "claims": claims} | more  # fmt: skip


STEPS = [
    step("agreement.sign", "2030-09-09", ["ARG", "URY"], ["c01"], where=place("Colonia", "URY")),
    step("agreement.ratify", "2031-02-20", ["URY"], ["c07"]),
    step("agreement.enter-into-force", "2031-03-04", ["ARG", "URY"], ["c02", "c06"], reports=2),
]


def agreement(on: str | None = None) -> dict[str, Any]:
    """The treaty as it stands on a day."""
    on = on or "2031-03-09"
    steps = [s for s in STEPS if s["when"]["earliest"] <= on]
    status = "unknown" if not steps else "signed" if len(steps) < 3 else "in-force"
    party = {"unknown": "none", "signed": "signatory", "in-force": "party"}[status]
    basis = [
        {
            "act": steps[-1]["kind"],
            "day": steps[-1]["when"]["earliest"],
            "article": "VCLT art. 24" if status == "in-force" else "VCLT art. 18",
            "claims": steps[-1]["claims"],
        }
    ] if steps else []  # fmt: skip
    return {
        "type": "agreement",
        "id": "agr1",
        "titles": ["Treaty on the Guard of the Estuary", "estuary treaty", "the pact"],
        "kind": "treaty",
        "binding": "yes",
        "parties": ["ARG", "URY"],
        "status": status,
        "contested": False,
        "basis": basis,
        "party_status": {"ARG": party, "URY": party},
        "provisional": False,
        "steps": STEPS,
        "obligations": [claims()[2]["obligation"]],
        "conduct": ["ev2"],
        "reports": 2,
        "origins": origins(1, 2, "Sur Wire"),
        "claims": ["c01", "c02", "c03", "c06", "c07", "c09"],
    }


def event(ident: str, kind: str, ids: list[str], **more: Any) -> dict[str, Any]:
    return {"type": "event", "id": ident, "kind": kind, "actors": [], "recipients": [],
            "when": None, "where": None, "quantities": [], "reality": "happened",
            "acknowledgement": {}, "comparison": [], "claims": ids, "reports": 1,
            "origins": origins(1, 1, "unattributed"), "agreement": None} | more  # fmt: skip


def events() -> list[dict[str, Any]]:
    """Signing, entry into force, ratification, the deployment, Brazil's remark."""
    pair = [actor(ARG), actor(URY)]
    both = [q for c in claims() if c["id"] in ("c04", "c08") for q in c["quantities"]]
    return [
        event("ev1", "agreement.sign", ["c01"], actors=pair, when=day("2030-09-09"),
              where=place("Colonia", "URY"), agreement="agr1"),
        event("ev4", "agreement.ratify", ["c07"], actors=[actor(URY)], when=day("2031-02-20"),
              agreement="agr1"),
        event("ev3", "agreement.enter-into-force", ["c02", "c06"], actors=pair, reports=2,
              when=day("2031-03-04"), agreement="agr1", origins=origins(1, 1, "Sur Wire")),
        event("ev2", "military.deploy", ["c04", "c05", "c08"], actors=[actor(ARG)], reports=2,
              when=day("2031-02-01", "2031-03-04"), where=place("Martín García", "ARG"),
              quantities=both, acknowledgement={"ARG": "denied"}, agreement="agr1"),
        event("ev5", "statement.reject", ["c09"], actors=[actor(BRA)], reality="not-happened"),
    ]  # fmt: skip


class RowsRecord:
    """A record that answers rows made by hand."""

    def __enter__(self) -> RowsRecord:
        return self

    def __exit__(self, *ignored: object) -> None:
        return None

    def reports(self, *, known: str | None = None) -> list[dict[str, Any]]:
        return reports()

    def claims(self) -> list[dict[str, Any]]:
        return claims()

    def judgements(self) -> list[Any]:
        reasons = (Reason("shared_text", 0.9, "most of one stands in the other"),)
        return [Judgement("j2", "copy", "aaaa", "bbbb", "same", 0.9, reasons, "rule")]

    def agreements(
        self, *, on: str | None = None, known: str | None = None, reports: int = 1
    ) -> list[Any]:
        return [row for row in [agreement(on)] if row["reports"] >= reports]

    def histories(self, *, known: str | None = None, reports: int = 1) -> list[Any]:
        days = ("2030-12-01", "2031-03-09")
        shown = ("status", "contested", "provisional", "party_status", "basis")
        return [
            {"agreement": row["id"], "title": row["titles"][0], "day": day}
            | {name: row[name] for name in shown}
            for day in days
            for row in self.agreements(on=day, reports=reports)
        ]

    def agreement(self, name: str, **ignored: object) -> dict[str, Any]:
        steps = self.agreements()[0]["steps"]
        days = sorted({step["when"]["earliest"] for step in steps})
        return {"history": [{"day": one, **self.agreements(on=one)[0]} for one in days]}

    def home_of(self, sort: str, claims: object) -> str | None:
        return None

    def events(self, **ignored: object) -> list[Any]:
        held = {row["event"]: [row] for row in self.disagreements()}
        return [{**row, "comparison": held.get(row["id"], [])} for row in events()]

    def told_in_ways(self, **ignored: object) -> list[Any]:
        return [row for row in self.events() if row["comparison"]]

    def find_events(self, words: str | None = None, **ignored: object) -> Page:
        rows = [row for row in self.events() if words is None or words in str(row)]
        return Page(Listing(rows), len(rows))

    def obligations(self, **ignored: object) -> list[Any]:
        quote = "each country must send patrol boats at once if the other is blockaded"
        first = {"agreement": "agr1", "in_force": True, "triggered": None, "quote": quote}
        return [claims()[2]["obligation"] | first | {"claims": ["c03"]}]

    def each_event(self, **ignored: object) -> Any:
        return iter(events())

    def stories(self, *, known: str | None = None) -> list[Any]:
        return [{"id": key, "story": "s1"} for key in TEXTS]

    def actors(self, *, known: str | None = None) -> list[Any]:
        rows = [(ARG, [], 6), (URY, ["Montevideo"], 4), (VIDAL, ["Vidal"], 1), (BRA, [], 1)]
        return [{"name": who[0], "also": also, "kind": who[2], "country": who[1],
                 "office": "defence minister" if who is VIDAL else None, "claims": number}
                for who, also, number in rows]  # fmt: skip

    def origins(self, *, known: str | None = None) -> list[Any]:
        return [
            {"root": "Sur Wire", "cited_by": ["Rio Plate News", "The Harbour Post"],
             "inputs_to": []},
            {"root": "Austral Agency", "cited_by": [], "inputs_to": ["The Harbour Post"]},
        ]  # fmt: skip

    def disagreements(self, *, known: str | None = None) -> list[Any]:
        values = [
            {"value": "some 1,200 marines", "claims": ["c04"], "origins": origins(0, 1)},
            {"value": "More than 1,000 marines", "claims": ["c08"], "origins": origins(0, 1)},
        ]
        return [{"field": "quantity", "values": values, "comparison": "compatible",
                 "event": "ev2"}]  # fmt: skip

    def warnings(self, *, known: str | None = None) -> list[Any]:
        start = TEXTS["b.txt"].index("is leaving last week")
        return [{"report": "bbbb", "start": start, "end": start + 20,
                 "note": "the tenses disagree"}]  # fmt: skip

    def timeline(self, **ignored: object) -> list[Any]:
        return events()

    def search(self, words: str) -> list[Any]:
        found = (row for row in reports() if words.lower() in row["text"].lower())
        return [{"type": "report", **row, "id": row["key"], "report": row["id"]} for row in found]

    def show(self, ident: str) -> list[Any]:
        held = [{**row, "report": row["id"]} for row in reports()]
        for row in (*held, *claims(), *events(), agreement()):
            if row["id"] == ident:
                return [row]
        raise NotInRecord(f"no row {ident}")

    def why(self, ident: str, other: str | None = None) -> list[Any]:
        reasons = [
            {"feature": "same_day", "weight": 1.4, "note": "both on 4 March"},
            {"feature": "same_parties", "weight": 0.7, "note": "Argentina and Uruguay in both"},
        ]
        judged = {"type": "judgement", "id": "j1", "layer": "event", "left": "c02",
                  "right": "c06", "verdict": "same", "score": 2.1, "reasons": reasons,
                  "maker": "rule", "made": None, "withdrawn": None}  # fmt: skip
        told = [c for c in claims() if c["id"] in ("c02", "c06")]
        return [*self.show(ident), judged, *told]

    def is_settled(self) -> bool:
        return False

    def judge(self, left: str, right: str, verdict: str, **more: str) -> Any:
        return Decided("j9", left, right, verdict, more["because"])


@dataclass(frozen=True)
class Decided:
    """A row that a person added."""

    id: str
    left: str
    right: str
    verdict: str
    because: str
