"""Lets "he added" and "it said" stand for whoever spoke last, where nothing speaks against it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from foedera.data import Actor, ActorKind, Mention, Report, Sentence
from foedera.extract.reference_pronouns import PRONOUNS, sex_of
from foedera.extract.speech_drafts import Draft
from foedera.extract.speech_phrases import kid
from foedera.extract.speech_quotes import Quotes
from foedera.gazetteer import load_gazetteer

_PERSONS: frozenset[ActorKind] = frozenset({"person", "office"})
_BODIES: frozenset[ActorKind] = frozenset({"organisation", "outlet", "state", "force", "group"})
_MANY: frozenset[ActorKind] = frozenset({"group", "force"})
_STANDS_FOR: dict[str, frozenset[ActorKind]] = {
    "he": _PERSONS,
    "she": _PERSONS,
    "it": _BODIES,
    "they": _MANY,
}


_PAPERS: frozenset[ActorKind] = frozenset({"outlet", "organisation"})
_PRESS = frozenset(
    f"the {noun}"
    for noun in ("broadcaster", "newspaper", "paper", "daily", "network", "magazine", "outlet",
                 "news agency", "tabloid", "channel", "station", "news outlet", "website")
)  # fmt: skip
_SEXES = {"he": ("m", "he", "him", "his"), "she": ("f", "she", "her", "hers")}
_MARKS = "“”\"'’,.;:!?"
_ABOUT = 4  # so many sentences back, those that are said left out, "he" may take up a subject
_SPOKEN = 20  # so many quoted characters may stand as a saying of their own
SPOKEN_OF = frozenset({"he", "she", "they"})  # better than a wrong name, or none
_SELVES = frozenset({"i", "me", "my", "myself", "mine", "we", "our", "us"})


def _sex(actor: Actor) -> str:
    """Tell a person's sex, also by a given name that stands alone."""
    gazetteer = load_gazetteer()
    alone = "" if " " in actor.name else gazetteer.given_names.get(actor.name, "")
    return sex_of(gazetteer, actor) or alone


class Memory:
    """Remembers who spoke last in a report, cue by cue in text order."""

    def __init__(
        self,
        report: Report,
        sentences: Sequence[Sentence],
        mentions: Iterable[Mention],
        *,
        quotes: Quotes,
        quoting: frozenset[str],
    ) -> None:
        self._quotes = quotes
        self._quoting = quoting
        self._report = report
        self._sentences = sentences
        people = [m for m in mentions if isinstance(m.value, Actor) and m.value.kind in _PERSONS]
        self._people = sorted(people, key=lambda m: m.span)
        self._people_at = [m.span.start for m in self._people]
        self._rivals = [
            m for m in self._people if isinstance(m.value, Actor) and m.value.kind == "person"
        ]
        self._starts = [m.span.start for m in self._rivals]
        self._last: tuple[Draft, Actor] | None = None

    def narrow(self, d: Draft, speakers: tuple[Actor, ...]) -> Draft:
        """Keep to the quoted words where the speaker is named in those before them.

        `Lund drew a line, "before it is too late," he said`: Lund did not say that Lund drew it.
        """
        if len(d.content) != 1 or not self._is_pronoun(d):
            return d
        inside = [self._quotes.all[n].span for n in self._quotes.over(d.content[0])]
        quoted = d._replace(content=tuple(inside))
        named = any(self._is_named_in(a, d) for a in speakers)
        if (
            not named
            or quoted.size < _SPOKEN
            or any(self._is_named_in(a, quoted) for a in speakers)
        ):
            return d
        return quoted

    def _is_pronoun(self, d: Draft) -> bool:
        words = (self._report.text[s.start : s.end].lower() for s in d.source[:1])
        return next(words, "") in _STANDS_FOR

    def resolve(self, d: Draft, speakers: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Return the speakers of a draft, a lone pronoun read as the last of them."""
        if not d.source:
            self._note(d, speakers)
            return speakers
        span = d.source[0]
        pronoun = self._report.text[span.start : span.end].lower()
        if pronoun in _STANDS_FOR and any(self._is_named_in(a, d) for a in speakers):
            speakers = ()  # who says "he said that Lund left" is not Lund
        again = self._goes_on(d, pronoun, speakers)
        if again is not None:
            self._last = (d, again)
            return (again,)
        if pronoun in _SEXES and speakers and self._only_spoken_of(speakers[0], d, pronoun):
            speakers = ()
        if len(speakers) == 1 and (told := self._who_told_of(speakers[0], d, pronoun)) is not None:
            speakers = (replace(told, span=span),)
        if speakers:
            self._note(d, speakers)
            return speakers
        actor = self._last_speaker(d, _STANDS_FOR.get(pronoun, frozenset()))
        actor = actor or self._subject_before(d, pronoun)
        if actor is None:
            known = pronoun in SPOKEN_OF and d.lemma in self._quoting
            return (Actor(pronoun, None, "group", None, span),) if known else ()
        actor = replace(actor, span=span)
        self._last = (d, actor)
        return (actor,)

    def _goes_on(self, d: Draft, words: str, speakers: tuple[Actor, ...]) -> Actor | None:
        """Return the last speaker where a surname or "the broadcaster" is rather him than another.

        "RTBF reported it. The broadcaster said ..."; "Mohamed Abdi told us. Abdi said ...".
        """
        if self._last is None or not self._is_near(self._last[0], d):
            return None
        last = self._last[1]
        press = words in _PRESS and last.kind in _PAPERS and len(last.name) > 1
        kin = [a for a in speakers if a.kind == last.kind == "person" and a.name != last.name]
        surname = len(speakers) == 1 and bool(kin) and words == last.name.lower().split()[-1]
        if not press and not (surname and kin[0].name.lower().split()[-1] == words):
            return None
        return replace(last, span=d.source[0])

    def _only_spoken_of(self, actor: Actor, d: Draft, pronoun: str) -> bool:
        """Say whether the last speaker only spoke of a person: "Lund must go," Ostby said. He..."""
        if self._last is None or not self._is_near(self._last[0], d):
            return False
        if self._quotes.at(d.source[0].start) is not None:
            return False
        before, last = self._last
        if last.kind not in _PERSONS or _sex(last) not in {"", _SEXES[pronoun][0]}:
            return False
        opens = min(s.start for s in (*before.cue, *before.content))
        first = bisect_left(self._people_at, opens)
        named = self._people[first : bisect_left(self._people_at, d.source[0].start)]
        names = [m for m in named if isinstance(m.value, Actor) and m.value.name == actor.name]
        said = [self._quotes.at(m.span.start) is not None for m in names]
        return last.name != actor.name and bool(said) and all(said)

    def _last_speaker(self, d: Draft, kinds: frozenset[ActorKind]) -> Actor | None:
        """Return who spoke last, where a pronoun of such kinds may stand for him here."""
        if self._last is None or d.lemma not in self._quoting:
            return None
        before, actor = self._last
        if actor.kind not in kinds or not self._is_near(before, d):
            return None
        return None if self._has_rival(d) or self._is_named_in(actor, d) else actor

    def _subject_before(self, d: Draft, pronoun: str) -> Actor | None:
        """Return the person whom the sentence before is about: "Lund joined in. ... he said".

        Not where another has the floor and the words themselves speak of such a one.
        """
        if pronoun not in _SEXES or d.lemma not in self._quoting:
            return None
        own, forms = self._sentences[d.place], _SEXES[pronoun]
        for place in range(d.place - 1, max(-1, d.place - _ABOUT - 1), -1):
            s = self._sentences[place]
            if own.part - s.part > 1:
                return None
            if self._quotes.at(s.span.start) is not None and self._is_said(s, d):
                continue
            actor = self._about(s)
            if actor is None or _sex(actor) not in {"", forms[0]}:
                return None
            if self._is_named_in(actor, d) or (self._heard_other(actor) and self._has(d, forms)):
                return None
            return actor
        return None

    def _is_said(self, s: Sentence, d: Draft) -> bool:
        """Say whether a sentence is of the words that are said."""
        return any(c.start < s.span.end and s.span.start < c.end for c in d.content)

    def _who_told_of(self, actor: Actor, d: Draft, pronoun: str) -> Actor | None:
        """Return who is rather meant than the one he told of in the sentence before.

        "Lund mocked Ostby. “He gave in,” he said": of the two, Lund speaks.
        """
        own = self._sentences[d.place]
        if pronoun not in _SEXES or not d.place or not self._has(d, _SEXES[pronoun]):
            return None
        start = d.source[0].start
        if self._quotes.at(start) is not None or self._is_named(actor, own.span.start, start):
            return None
        place = next(
            (n for n in range(d.place - 1, max(-1, d.place - _ABOUT), -1)
             if not self._is_said(self._sentences[n], d)), None,
        )  # fmt: skip
        before = None if place is None else self._sentences[place]
        if before is None or own.part - before.part > 1:
            return None
        teller = self._about(before)
        if teller is None or teller.kind != "person" or teller.name == actor.name:
            return None
        told = self._is_named(actor, before.span.start, before.span.end)
        fits = told and _sex(teller) in {"", _SEXES[pronoun][0]}
        return teller if fits and not self._is_named_in(teller, d) else None

    def _is_named(self, actor: Actor, start: int, end: int) -> bool:
        """Say whether a person is spoken of between two offsets, and by no pronoun."""
        first, last = bisect_left(self._people_at, start), bisect_left(self._people_at, end)
        text = self._report.text
        return any(
            isinstance(m.value, Actor)
            and m.value.name == actor.name
            and text[m.span.start : m.span.end].lower() not in PRONOUNS
            for m in self._people[first:last]
        )

    def _about(self, s: Sentence) -> Actor | None:
        """Return the person who is the subject of a sentence's main clause and does something."""
        root = next((t for t, head in enumerate(s.heads) if head == t), None)
        who = None if root is None else kid(s, root, "nsubj")
        if who is None:
            return None
        at = s.starts[who]
        last = bisect_left(self._people_at, at + 1)
        found = [m for m in self._people[max(0, last - 4) : last] if at < m.span.end]
        actors = {m.value.name: m.value for m in found if isinstance(m.value, Actor)}
        return next(iter(actors.values())) if len(actors) == 1 else None

    def _heard_other(self, actor: Actor) -> bool:
        return self._last is not None and self._last[1].name != actor.name

    def _has(self, d: Draft, forms: frozenset[str] | tuple[str, ...]) -> bool:
        """Say whether the words that are said hold one of some pronouns."""
        said = (self._report.text[c.start : c.end].lower() for c in d.content)
        return any(word.strip(_MARKS) in forms for text in said for word in text.split())

    def _is_named_in(self, actor: Actor, d: Draft) -> bool:
        """Say whether a person is spoken of by name in what is said."""
        for content in d.content:
            first = bisect_left(self._people_at, content.start)
            last = bisect_left(self._people_at, content.end)
            for m in self._people[first:last]:
                words = self._report.text[m.span.start : m.span.end].lower()
                same = isinstance(m.value, Actor) and m.value.name == actor.name
                if same and words not in PRONOUNS and words not in _SELVES:
                    return True
        return False

    def _note(self, d: Draft, speakers: tuple[Actor, ...]) -> None:
        """Remember an outer speaker; who speaks within another's words has not the floor."""
        if self._last and any(c.start <= d.at < c.end for c in self._last[0].content):
            return
        if len(speakers) == 1 and d.pos in ("v", "p"):
            self._last = (d, speakers[0])
        elif speakers:
            self._last = None

    def _is_near(self, before: Draft, d: Draft) -> bool:
        """Say whether the last cue stands in the same paragraph or the one before."""
        a, b = self._sentences[before.place].part, self._sentences[d.place].part
        return 0 <= b - a <= 1

    def _has_rival(self, d: Draft) -> bool:
        """Say whether somebody else is named between the last speaker's words and the pronoun."""
        if self._last is None:
            return False
        before, actor = self._last
        if actor.kind not in _PERSONS:
            return False
        spoken = max(s.end for s in (*before.cue, *before.source, *before.content))
        first = bisect_left(self._starts, spoken)
        last = bisect_left(self._starts, d.source[0].start)
        return any(
            isinstance(m.value, Actor) and m.value.name != actor.name
            for m in self._rivals[first:last]
        )
