"""The nouns of foedera: small frozen types, no logic.

Offsets are code points into ``Report.text``, end exclusive. Days are ISO
strings (``"2024-12-05"``), both ends included; ``None`` means open or unknown.
Countries are ISO 3166-1 alpha-3 codes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from foedera.swift import swift

PartKind = Literal[
    "headline", "dateline", "paragraph", "caption", "credit", "byline", "signoff", "note"
]
DayBasis = Literal["given", "dateline", "metadata", "text", "inferred", "unknown"]
ActorKind = Literal["state", "person", "office", "organisation", "force", "outlet", "group"]
Bound = Literal["=", "~", "<", ">", "range"]
Reality = Literal[
    "happened", "ongoing", "planned", "possible", "conditional", "demanded", "not-happened"
]
Stance = Literal[
    "asserted",
    "confirmed",
    "believed",
    "considered",
    "denied",
    "neither-confirmed-nor-denied",
    "not-acknowledged",
    "no-comment",
]
DENIAL = "statement.reject"
"""The kind of a denial itself: who denies in it denies what others tell, not that he does."""
SpeechVoice = Literal["direct", "mixed", "indirect"]
MentionKind = Literal["actor", "place", "time", "quantity", "agreement"]
Layer = Literal["copy", "revision", "event", "agreement", "story", "day"]
Verdict = Literal["same", "different", "unsure"]


@swift
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report's text: code points, end exclusive."""

    start: int
    end: int


# ------------------------------------------------------------------ reports


@swift
@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a report with one job. Parts do not nest and stand in text order."""

    kind: PartKind
    span: Span


@swift
@dataclass(frozen=True, slots=True)
class Days:
    """The publication day as an interval, and what it rests on."""

    earliest: str | None
    latest: str | None
    basis: DayBasis


@swift
@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when the desk says it wrote; any of the three may be missing."""

    place: str | None
    date: str | None
    agency: str | None
    span: Span


@swift
@dataclass(frozen=True, slots=True)
class Imprint:
    """Who put the report out and what it was fed from."""

    outlet: str | None = None
    url: str | None = None
    lang: str = "en"
    dateline: Dateline | None = None
    inputs_from: tuple[str, ...] = ()


@swift
@dataclass(frozen=True, slots=True)
class Report:
    """One published text. `id` hashes the content; `key` is the input's own name (id or path)."""

    id: str
    key: str
    text: str
    title: str | None
    imprint: Imprint
    published: Days
    parts: tuple[Part, ...]


# ----------------------------------------------------------------- analysis


@swift
@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of one part, as parallel token columns.

    `starts` and `ends` are offsets into the report. Where the gate kept the sentence from
    the parser, `tags`, `lemmas`, `deps` and `heads` are empty; `words` always stands.
    `heads` holds token indices within the sentence; the root points at itself.
    Tags are Penn Treebank, dependencies are spaCy's English (ClearNLP) labels.
    """

    span: Span
    part: int
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lemmas: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    deps: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    children: tuple[tuple[int, ...], ...] = ()

    def __hash__(self) -> int:
        return hash((self.part, self.span.start, self.span.end))  # cheap, as memories ask for it


# ----------------------------------------------------------------- mentions


@swift
@dataclass(frozen=True, slots=True)
class Actor:
    """Who. `country` is the state itself, or the one a person, office or force belongs to."""

    name: str
    country: str | None
    kind: ActorKind
    office: str | None
    span: Span


@swift
@dataclass(frozen=True, slots=True)
class Where:
    """A place by name; degrees are WGS 84 where known."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    span: Span


@swift
@dataclass(frozen=True, slots=True)
class Timex:
    """TIMEX3 type (DATE, TIME, DURATION, SET) and value, as TimeML writes them."""

    type: str
    value: str


@swift
@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days read from words.

    `form` says how the days follow from the day of publication (a compact text that
    `extract.times.resolve` reads again when a better day becomes known); None where the
    words are absolute. `precision` is one of day, week, month, season, quarter, year,
    decade, century, interval, open, unknown.
    """

    earliest: str | None
    latest: str | None
    precision: str
    words: str
    span: Span
    timex: Timex
    form: str | None = None


@swift
@dataclass(frozen=True, slots=True)
class Quantity:
    """How many: `value` as written, `low`/`high` the interval it means (None: open)."""

    value: float | None
    bound: Bound
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    words: str
    span: Span


@swift
@dataclass(frozen=True, slots=True)
class Title:
    """A name or description under which a text mentions an agreement."""

    title: str
    span: Span


MentionValue: TypeAlias = Actor | Where | When | Quantity | Title


@swift
@dataclass(frozen=True, slots=True)
class Mention:
    """Characters that stand for one value. "Both countries" is two mentions with one span."""

    span: Span
    kind: MentionKind
    value: MentionValue
    rule: str


@swift
@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one act of speech; `parent` is the index of the outer one.

    `effect` is what the cue does to its content: its stance, and the reality it forces
    ("pledged to" → planned, "demanded" → demanded), None where it leaves it alone.
    """

    span: Span
    parent: int | None
    voice: SpeechVoice
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speakers: tuple[Actor, ...]
    stance: Stance
    reality: Reality | None
    rule: str


# ------------------------------------------------------------------- claims


@swift
@dataclass(frozen=True, slots=True)
class Passage:
    """Where a claim stands: its clause, the shortest words that name the event, its part."""

    span: Span
    trigger: Span
    part: PartKind


@swift
@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the report, cut out by their span."""

    text: str
    span: Span


@swift
@dataclass(frozen=True, slots=True)
class Roles:
    """Who does what to whom. In symmetric kinds every party stands in `actors`."""

    actors: tuple[Actor, ...] = ()
    recipients: tuple[Actor, ...] = ()
    participants: tuple[Actor, ...] = ()
    object: Phrase | None = None
    items: tuple[str, ...] = ()


TermKind = Literal[
    "effect", "until", "extends", "count", "share",
    "entry-by", "entry-count", "entry-of", "entry-share", "entry-delay",
    "joins", "lasts", "notice",
]  # fmt: skip


@swift
@dataclass(frozen=True, slots=True)
class Term:
    """What a telling says of an act upon an agreement, or of the agreement's own life.

    `value` is an ISO day (effect, until), a number (count, share, entry-count, entry-share), an
    ISO 8601 period (extends, entry-delay, joins, lasts, notice: "P6M", "P90D"), to which
    "/next-month" adds the wait for the first of the month after, "exchange" or "signature"
    (entry-by), or the countries whose consent is needed (entry-of: "RUS,BLR").
    """

    kind: TermKind
    value: str
    words: str
    span: Span


@swift
@dataclass(frozen=True, slots=True)
class Setting:
    """When, where and how many, and what is told of an agreement's own days and numbers."""

    when: When | None = None
    where: Where | None = None
    quantities: tuple[Quantity, ...] = ()
    terms: tuple[Term, ...] = ()


@swift
@dataclass(frozen=True, slots=True)
class Voice:
    """How the telling presents it, what the innermost source does with it, and who says so.

    `sources`: levels from the outermost cited source to the innermost speaker; a level
    lists its joint speakers; empty is the report's own voice. `passing` says that the innermost
    speaker takes the happening as known: "said the talks would outlive the raid".
    """

    reality: Reality = "happened"
    stance: Stance = "asserted"
    sources: tuple[tuple[Actor, ...], ...] = ()
    passing: bool = False


@swift
@dataclass(frozen=True, slots=True)
class Obligation:
    """What an agreement is told to oblige: ATOP's kinds and beyond."""

    kind: str
    trigger: str | None
    duty: str | None
    immediacy: str | None
    bearers: tuple[str, ...]
    beneficiaries: tuple[str, ...] = ()
    conditions: str | None = None


@swift
@dataclass(frozen=True, slots=True)
class Claim:
    """One telling of one happening in one report. The id leaves resolved days out."""

    id: str
    report: str
    passage: Passage
    kind: str
    roles: Roles
    setting: Setting
    voice: Voice
    agreement: Title | None
    obligation: Obligation | None
    rule: str


@swift
@dataclass(frozen=True, slots=True)
class Skip:
    """Something seen and not read, with the reason; counted, never silent."""

    span: Span
    what: str
    reason: str


@swift
@dataclass(frozen=True, slots=True)
class ReportWarning:
    """Something a reader of the report should doubt."""

    span: Span
    note: str


@swift
@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one report. `fault` says which rule failed on it, None where none."""

    report: Report
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    skips: tuple[Skip, ...] = ()
    warnings: tuple[ReportWarning, ...] = ()
    fault: str | None = None


# --------------------------------------------------------------- judgements


@swift
@dataclass(frozen=True, slots=True)
class Reason:
    """One finding that speaks for (positive) or against (negative) a judgement."""

    feature: str
    weight: float
    note: str


@swift
@dataclass(frozen=True, slots=True)
class Judgement:
    """Same, different or unsure about two claims (or two reports, by layer), with reasons.

    `maker` is "rule" or a person's name; `made` and `withdrawn` are ISO times, None for
    computed rows, which carry no clock so that equal records are equal bytes.
    """

    id: str
    layer: Layer
    left: str
    right: str
    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]
    maker: str
    made: str | None = None
    withdrawn: str | None = None


@swift
@dataclass(frozen=True, slots=True)
class Correction:
    """A person's overruling of one claim: a field set anew, or (`field` = "reject") the claim."""

    id: str
    claim: str
    field: str
    value: str | None
    because: str
    maker: str
    made: str
    withdrawn: str | None = None


@swift
@dataclass(frozen=True, slots=True)
class Addition:
    """A claim that a person read from a report, an official text most often; id as its claim's."""

    id: str
    claim: Claim
    because: str
    maker: str
    made: str
    withdrawn: str | None = None


# ----------------------------------------------------------------- computed


@swift
@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent first sources stand behind something, as a range, and which."""

    low: int
    high: int
    roots: tuple[str, ...]


@swift
@dataclass(frozen=True, slots=True)
class Comparison:
    """How the tellings of one event differ in one field."""

    field: str
    verdict: Literal["agree", "more-precise", "compatible", "update", "conflict"]
    values: tuple[tuple[str, tuple[str, ...]], ...]


@swift
@dataclass(frozen=True, slots=True)
class Event:
    """All claims judged the same. Computed, never stored as truth."""

    id: str
    kind: str
    claims: tuple[str, ...]
    roles: Roles
    setting: Setting
    reality: Reality
    acknowledgement: tuple[tuple[str, Stance], ...]
    comparisons: tuple[Comparison, ...]
    origins: Origins
    agreement: str | None = None


@swift
@dataclass(frozen=True, slots=True)
class Particulars:
    """What an act is told to say beside who and when.

    `count` is the how-manieth consent it is, `share` the per cent that the consents then stand
    for, `until` the end that an extension sets; `definitive` marks a signature that expresses
    consent (art. 12).
    """

    count: int | None = None
    share: float | None = None
    until: str | None = None
    definitive: bool = False


@swift
@dataclass(frozen=True, slots=True)
class Act:
    """One dated, sourced step in an agreement's life, as status is derived from it.

    `day` to `latest` is when it took place; `effect` is the day from which it binds where that
    is another (a notice of withdrawal). `told` is the day by which the first report that tells
    it was out.
    """

    kind: str
    day: str | None
    by: tuple[str, ...]
    claims: tuple[str, ...]
    where: str | None = None
    latest: str | None = None
    effect: str | None = None
    says: Particulars = Particulars()
    told: str | None = None


@swift
@dataclass(frozen=True, slots=True)
class Delay:
    """So long after a day: months first, then days, then the first of the month after."""

    months: int = 0
    days: int = 0
    next_month: bool = False


EntryManner = Literal["exchange", "signature", "consents", "act"]


@swift
@dataclass(frozen=True, slots=True)
class Entry:
    """What must be met for a text to enter into force, all of it, and how long after it does.

    `by` is how consent is given; "act" means that only a telling can say. `of` are the states
    whose consent is needed, `count` and `share` how many consents and what per cent of what the
    text counts. None and empty: the text is not known to say.
    """

    by: EntryManner | None = None
    count: int | None = None
    of: tuple[str, ...] = ()
    share: float | None = None
    delay: Delay | None = None


@swift
@dataclass(frozen=True, slots=True)
class Terms:
    """What a text says of its own life; what it is not known to say is None.

    `joins` runs from a later joiner's own consent, `lasts` from entry into force, `notice` from
    notice of withdrawal to its effect.
    """

    entry: Entry = Entry()
    joins: Delay | None = None
    lasts: Delay | None = None
    until: str | None = None
    notice: Delay | None = None
    provisional: bool = False
    claims: tuple[str, ...] = ()


Binding = Literal["yes", "no", "unclear"]


@swift
@dataclass(frozen=True, slots=True)
class Life:
    """All that an agreement's status follows from. `bilateral`: of two, one that leaves ends it."""

    acts: tuple[Act, ...]
    parties: tuple[str, ...]
    terms: Terms = Terms()
    bilateral: bool = False
    binding: Binding = "yes"


@swift
@dataclass(frozen=True, slots=True)
class Basis:
    """Why a status holds: the act, the day it counts from, the article.

    `derived` marks an act that no one tells and that follows from others by the terms.
    """

    act: str
    day: str | None
    article: str
    claims: tuple[str, ...]
    derived: bool = False


@swift
@dataclass(frozen=True, slots=True)
class Status:
    """What an agreement is on a day, and each party's state, with the basis.

    `applying` are the parties that apply it provisionally; `party_basis` says of each party that
    is in a state on what its own state rests.
    """

    status: str
    parties: tuple[tuple[str, str], ...]
    basis: tuple[Basis, ...]
    provisional: bool = False
    contested: bool = False
    applying: tuple[str, ...] = ()
    party_basis: tuple[tuple[str, tuple[Basis, ...]], ...] = ()


@swift
@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement under all its names. Computed from claims and judgements."""

    id: str
    titles: tuple[str, ...]
    kind: str
    binding: Binding
    parties: tuple[str, ...]
    steps: tuple[Event, ...] = field(default=())
    conduct: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
