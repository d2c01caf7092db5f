"""What a claim must have, and what its day says about how real it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from foedera.data import (
    Actor,
    Attribution,
    Days,
    Obligation,
    Report,
    Roles,
    Sentence,
    Setting,
    Span,
    Title,
    Voice,
    When,
    Where,
)
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of
from foedera.extract.pact_rows import is_joined_infinitive
from foedera.extract.pact_terms import forbids_by_pact, is_rule
from foedera.extract.reality_lasting import settle_lasting, settle_passing
from foedera.extract.role_owners import is_violent
from foedera.extract.role_words import role_words
from foedera.extract.subjects import is_passive
from foedera.extract.time_forms import resolve
from foedera.extract.title_found import nouns
from foedera.tree import children, subtree

_ANY = frozenset({"a", "an", "any"})
# Who talks to reporters gives an interview; it is no diplomacy.
_NOT_WITH_PRESS = frozenset({"diplomacy", "request"})
_MISHAPS = frozenset({"calamity"})
_SELVES = frozenset({"i", "we"})
_FIRST_PERSON = frozenset({"i", "we", "my", "our"})
_CLAUSE_DEPS = frozenset({"ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "xcomp", "pcomp"})
_STAND_IN = Days("2001-06-15", "2001-06-15", "unknown")


def _is_any(s: Sentence, title: Title) -> bool:
    """Say whether a title is no more than "a deal", which nobody is told to make."""
    loose = title.title in nouns("loose_heads") | nouns("made_heads")
    if not loose or title.span.start not in s.starts:
        return False
    at = s.starts.index(title.span.start)
    return at > 0 and s.words[at - 1].lower() in _ANY


def has_somebody(
    match: Match, s: Sentence, roles: Roles, setting: Setting, title: Title | None
) -> bool:
    """Say whether a match tells of somebody by name, or of somebody at a named place.

    Acts upon an agreement need no more than the agreement. Force and harm may leave the doer
    unknown where the place, the day or the toll is told: attackers often are.
    """
    everyone = (*roles.actors, *roles.recipients)
    if match.kind.family in _NOT_WITH_PRESS and any(a.kind == "outlet" for a in everyone):
        return False
    if is_mishap(match, s) and not any(a.country for a in roles.actors):
        return False
    if any(_is_named(a) for a in everyone):
        return True
    wanted = match.kind.name == "agreement.conclude"
    if match.kind.family == "agreement" and title and not (wanted and _is_any(s, title)):
        return True
    if match.frame.sort == "nouns":
        counted = bool(setting.quantities)
        apart = counted or "possessor" in match.slots or not _wields(match, s)
        dated = setting.when is not None
        placed = setting.where is not None or (counted and dated)
        if match.kind.name in role_words("known_by_day") and (dated or placed):
            return True
        if placed and match.kind.name in role_words("told_by_place"):
            return True
        return placed and is_violent(match) and apart
    if any(_is_political(a) for a in everyone):
        return True
    told = setting.where is not None or setting.when is not None or bool(setting.quantities)
    alone = match.kind.family in role_words("families_without_party")
    return told and alone


def is_in_a_name(match: Match, mentions: TokenMentions) -> bool:
    """Say whether the word is one of a listed body's name: "Action" in "Action Against Hunger"."""
    s, at = mentions.sentence, match.head
    if not s.words[at][:1].isupper():
        return False
    bodies = (m for m in mentions.at(at, "actor") if m.rule == "actors.body")
    return any(m.span.end > s.ends[at] or m.span.start < s.starts[at] for m in bodies)


def is_mishap(match: Match, s: Sentence) -> bool:
    """Say whether nature or an accident did harm: "killed when a bus plunged", "in a flood"."""
    verb = match.head
    if match.kind.family != "harm" or s.tags[verb][0] != "V":
        return False
    causes = [k for p in children(s, verb, "prep", "agent") for k in children(s, p, "pobj")]
    if any(classes_of(s, k) & _MISHAPS for k in causes):
        return True
    clauses = [*children(s, verb, "advcl")]
    clauses += [c for p in children(s, verb, "prep") for c in children(s, p, "pcomp")]
    clauses = [c for c in clauses if not children(s, c, "dobj", "agent")]  # "sank their boat"
    if any(s.lemmas[c] in role_words("mishap_verbs") for c in clauses):
        return True
    does = (k for c in clauses for k in children(s, c, "nsubj"))
    return any(classes_of(s, k) & _MISHAPS for k in does)


def _wields(match: Match, s: Sentence) -> bool:
    """Say whether a verb tells whom an event noun without a party harmed: "a bomb wounded five".

    What shocks somebody or puts an end to something is told beside that.
    """
    verb = s.heads[match.head]
    harms = s.lemmas[verb] in role_words("harming_verbs") - _STIRRING
    return s.deps[match.head] == "nsubj" and harms and bool(children(s, verb, "dobj"))


def joins_nothing(match: Match, title: Title | None) -> bool:
    """Say whether somebody signs or joins, and nothing says what: "Peru joined last year"."""
    bare = not any(match.slots.get(slot) for slot in ("object", "to", "of"))
    return title is None and bare and match.kind.name in _BARE_KINDS and match.frame.sort == "verbs"


_STIRRING = frozenset({"shock", "horrify"})
_BARE_KINDS = frozenset({"agreement.sign", "agreement.accede"})


def _is_named(actor: Actor) -> bool:
    return actor.country is not None or actor.kind != "group" or actor.name[:1].isupper()


def _is_political(actor: Actor) -> bool:
    words = actor.name.lower().split()
    return not role_words("political_nouns").isdisjoint(words)


def speaks_for_self(match: Match, s: Sentence) -> bool:
    """Say whether a statement is the speaker's own: "we condemn", "my view", "thank you".

    So is a demand: "I appeal to all to hold fire".
    """
    if match.kind.family == "request":
        asking = match.slots.get("subject", ())
        return any(s.words[t].lower() in _SELVES for t in asking)
    if match.kind.family != "statement":
        return False
    if match.kind.name == "statement.consider" and match.frame.sort != "nouns":
        return True  # who says that options are on the table weighs them
    if match.frame.sort == "phrases" and "subject" in match.frame.roles.get("recipient", ()):
        return True  # who says that others are to blame accuses them
    tokens = [*match.slots.get("subject", ()), *match.slots.get("possessor", ())]
    if tokens or s.tags[match.head][0] != "V":
        return any(s.words[t].lower() in _FIRST_PERSON for t in tokens)
    return s.tags[match.head] in {"VB", "VBP"} and not is_passive(s, match.head)


def is_only_expected(match: Match, s: Sentence) -> bool:
    """Say whether others only expect or fear that somebody will refuse: "fears X will not leave".

    Who says that he will not has refused.
    """
    refusal = match.kind.name in role_words("refusals") and match.frame.sort == "phrases"
    if not refusal or s.tags[match.tokens[0]] != "MD":
        return False
    clause = s.heads[match.head] if s.deps[match.head] == "conj" else match.head
    told = s.deps[clause] in {"ccomp", "acl"}
    speaking = any(s.words[k].lower() in _SELVES for k in children(s, clause, "nsubj"))
    return told and not speaking and s.lemmas[s.heads[clause]].lower() in role_words("expecting")


def denies_blame(match: Match, chain: Sequence[Attribution]) -> bool:
    """Say whether others' blame is denied: "denies that its troops were behind the raid"."""
    blaming = match.frame.sort == "phrases" and match.kind.name == "statement.accuse"
    return blaming and bool(chain) and chain[-1].stance == "denied"


def at_host(match: Match, setting: Setting, roles: Roles) -> Setting:
    """Place a visit in the state that is visited."""
    if setting.where is not None or match.kind.name != "diplomacy.visit":
        return setting
    for host in roles.recipients:
        if host.kind == "state" and host.country is not None:
            return replace(setting, where=Where(host.name, host.country, None, None, host.span))
    return setting


def settle_reality(
    voice: Voice,
    setting: Setting,
    report: Report,
    obligation: Obligation | None,
    *,
    past: bool = False,
) -> Voice:
    """Correct the tense by the day: what lies ahead is planned, what is over has happened.

    `past` says that the verb itself is told in the past: then the day was misread.
    """
    if obligation is not None and obligation.trigger is not None and voice.reality == "ongoing":
        return replace(voice, reality="conditional")
    if setting.when is None:
        return voice
    first, last, today = _against_today(setting.when, report.published)
    if not past and voice.reality in {"happened", "ongoing"} and _before(today.latest, first):
        return replace(voice, reality="planned")
    if voice.reality == "ongoing" and _before(last, today.earliest):
        return replace(voice, reality="happened")
    return voice


_NO_RULE = frozenset({"happened", "not-happened", "planned"})


def settle_terms(voice: Voice, match: Match, s: Sentence) -> Voice:
    """Read what a text asks of its parties as standing, not as somebody's demand.

    So too what it forbids: "under its terms, neither side may station troops". Of other acts what
    has gone on since it began is going on.
    """
    if match.kind.name != "agreement.provide":
        return settle_lasting(settle_passing(voice, match, s), match, s)
    if is_joined_infinitive(s, match.head) and voice.reality in _NO_RULE:
        return replace(voice, reality="ongoing")
    made = s.tags[match.head] == "VBG" and s.deps[match.head] == "acl"
    if made and voice.reality == "happened":
        return replace(voice, reality="ongoing")  # "signed a treaty limiting both to 300 tanks"
    forbids = voice.reality == "not-happened" and forbids_by_pact(s, match)
    ruled = voice.reality == "planned" and is_rule(s, match.head)
    stands = forbids or ruled or voice.reality == "demanded"
    return replace(voice, reality="ongoing") if stands else voice


def _follows_a_deed(s: Sentence, verb: int) -> bool:
    """Say whether the present tells the news of the day: "takes effect after they exchanged"."""
    return any(
        s.tags[kid] == "VBD"
        and any(s.words[m].lower() == "after" for m in children(s, kid, "mark"))
        for kid in children(s, verb, "advcl")
    )


_TURNS = frozenset({"agreement.enter-into-force", "agreement.expire"})


def settle_start(voice: Voice, setting: Setting, match: Match, s: Sentence) -> Voice:
    """Read the plain present of an agreement's turn as what will be: "takes effect after 60 days".

    Where a day that is told has come, it has happened.
    """
    if match.kind.name not in _TURNS or setting.when is not None:
        return voice
    if s.tags[match.head][0] == "N" and voice.reality == "happened":
        above = s.heads[match.head]
        above = s.heads[above] if s.deps[match.head] == "pobj" else above
        ahead = s.lemmas[above].lower() in role_words("bringing_about")
        return replace(voice, reality="planned") if ahead else voice
    if voice.reality != "ongoing" or _follows_a_deed(s, match.head):
        return voice
    present = s.tags[match.head] in {"VBZ", "VBP"} and s.lemmas[match.head] != "be"
    return replace(voice, reality="planned") if present else voice


def _against_today(when: When, published: Days) -> tuple[str | None, str | None, Days]:
    """Return the days of `when` and the day they are told on, a stand-in where none is known."""
    if published.earliest is None and when.form is not None:
        found = resolve(when.form, _STAND_IN)
        if found is not None:
            return found[0], found[1], _STAND_IN
    return when.earliest, when.latest, published


def _before(day: str | None, other: str | None) -> bool:
    return day is not None and other is not None and day < other


def is_favoured(match: Match, s: Sentence) -> bool:
    """Say whether somebody is only for or against an act of his state: "favours sending arms"."""
    above = s.heads[match.head]
    return s.tags[match.head] == "VBG" and s.lemmas[above] in role_words("favouring_verbs")


def clause_span(s: Sentence, head: int) -> Span:
    """Return the clause that tells the event: the nearest clause head's words."""
    at = head
    while s.heads[at] != at and s.deps[at] not in _CLAUSE_DEPS:
        at = s.heads[at]
    inside = subtree(s, at)
    return Span(s.starts[inside[0]], s.ends[inside[-1]])
