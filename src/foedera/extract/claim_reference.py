"""Happenings told by pointing back: "did the same", "the deployment"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from foedera.data import Actor, Claim, Roles, Sentence, Setting, Title, When
from foedera.extract.frame_needs import CONTEXT
from foedera.extract.frames import Match
from foedera.extract.light_verbs import occurs_by
from foedera.extract.noun_classes import class_index
from foedera.extract.pact_terms import is_agreement
from foedera.extract.role_words import role_words
from foedera.gazetteer import load_gazetteer
from foedera.gazetteer.names import tokens
from foedera.tree import children

_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
_AGREEMENT = "agreement"
_WINDOW, _NEAR, _LENDING, _FORCES_WINDOW, _WHOLE_REPORT = 700, 400, 250, 400, 6000  # characters
# Families whose happenings a noun in the singular tells once.
_ONCE = frozenset({"military", "harm", "unrest", "diplomacy"})
_TOLD = frozenset({"happened", "ongoing", "planned"})
_BARE = frozenset({"det", "punct", "predet"})
_OF_FORCES = frozenset(
    {"military.deploy", "military.withdraw", "military.mobilise", "military.fight",
     "military.attack", "military.capture", "military.train"}
)  # fmt: skip
_DEPOSIT, _SIGN = "agreement.deposit-instrument", "agreement.sign"
_PROMISE = "statement.promise"
_CONSENTS = (
    _DEPOSIT, "agreement.ratify", "agreement.accede", "agreement.approve", _SIGN,
)  # fmt: skip
_LEAVE = "agreement.withdraw"
_POINTED_AT = {
    _DEPOSIT: _CONSENTS,
    **{kind: (kind,) for kind in (_LEAVE, "agreement.unsign", "agreement.revoke-notice")},
}
_ENVOYS = frozenset({"ambassador", "envoy", "representative", "minister", "delegate", "mission"})
_SIGNERS = frozenset({"signatories", "signers"})
_ONE_MORE = frozenset({"a", "an", "another", "similar", "separate", "other"})
_MADE = (
    _SIGN, "agreement.conclude", "agreement.enter-into-force", "agreement.exchange-instruments",
    "agreement.ratify",
)  # fmt: skip
_OF_THE_PACT = frozenset(
    {"agreement.provide", "agreement.describe", "agreement.expire", "agreement.extend", _SIGN,
     "agreement.enter-into-force", "agreement.exchange-instruments"}
)  # fmt: skip
_TELLING_DEPS = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOT_OTHERS = frozenset({"i", "we", "you", "he", "she", "who", "what", "people", "nobody"})
_UNSURE = frozenset(
    {"if", "whether", "unless", "may", "might", "could", "can", "must", "should", "to", "would",
     "when", "how", "why", "where", "until", "lest"}
)  # fmt: skip
_MOVING = frozenset({"military.deploy", "military.withdraw", "military.mobilise"})
_SANCTIONS = frozenset({"coercion.sanction", "coercion.lift-sanction"})
_FORCE = frozenset({"military.attack", "military.fight"})
_ON_OTHERS = frozenset({"on", "against", "of", "from"})


def told_outright(s: Sentence, verb: int) -> bool:
    """Say whether a clause of its own tells a deed as fact or as what is to come, of others.

    No infinitive, relative clause or condition, no "may", "must" or "we".
    """
    if s.tags[verb][0] != "V":
        return False
    subjects = children(s, verb, "nsubj", "nsubjpass")
    if not subjects and s.heads[verb] != verb and _goes_on(s, verb):
        return told_outright(s, s.heads[verb])
    if not subjects or s.deps[verb] not in _TELLING_DEPS:
        return False
    if any(s.words[k].lower() in _NOT_OTHERS for k in subjects):
        return False
    below = {s.words[k].lower() for k in children(s, verb, "aux", "mark", "advmod")}
    finite = s.tags[verb] in _FINITE or children(s, verb, "aux", "auxpass")
    return bool(finite) and below.isdisjoint(_UNSURE)


def _goes_on(s: Sentence, verb: int) -> bool:
    """Say whether a verb shares the subject above: "drove off, firing", "came and shot"."""
    if children(s, verb, "mark", "aux"):
        return False
    return s.deps[verb] == "conj" or (s.deps[verb] == "advcl" and s.tags[verb] == "VBG")


class Earlier:
    """The claims made so far, by kind, for a noun that points back at one of them."""

    def __init__(self) -> None:
        self._borrowed: set[tuple[str, int]] = set()
        self._last: dict[str, Claim] = {}
        self._forces: tuple[Actor, ...] = ()
        self._forces_at = 0
        self._pairs: set[frozenset[str]] = set()
        self._agreed: Claim | None = None
        self._curbed: dict[str, Actor] = {}
        self._fought: dict[str, tuple[tuple[Actor, ...], str | None]] = {}

    def add(self, claim: Claim) -> None:
        """Remember the last claim of its kind; one that names nobody hides those before."""
        self._last[claim.kind] = claim
        states = frozenset(a.country for a in claim.roles.actors if a.country)
        if claim.kind in _MADE and len(states) > 1 and claim.voice.reality in _TOLD:
            self._pairs.add(states)
        if claim.kind == _PROMISE and len(states) > 1 and claim.voice.reality == "happened":
            self._agreed = claim
        if claim.roles.actors and claim.kind in _MOVING:
            self._forces = claim.roles.actors
            self._forces_at = claim.passage.trigger.end
        if claim.kind in _SANCTIONS:
            self._curbed |= {r.country: r for r in claim.roles.recipients if r.country}
        if claim.kind in _FORCE:
            band = tuple(r for r in claim.roles.recipients if _is_band(r))
            land = claim.setting.where.country if claim.setting.where else None
            if band and len(band) == len(claim.roles.recipients):
                doers = (a.country for a in claim.roles.actors)
                self._fought |= {state: (band, land) for state in doers if state}

    def told_of_states(self, match: Match, s: Sentence, setting: Setting) -> bool:
        """Say whether a deed, an act upon a pact or dated force goes on with states just told."""
        deed = match.kind.family in role_words("deeds_alone") and told_outright(s, match.head)
        if s.tags[match.head][0] == "N" and match.kind.name in role_words("force_nouns"):
            placed = setting.when or setting.where or setting.quantities
            deed = bool(placed) and occurs_by(s, match.head) is not None
        upon = match.kind.family == _AGREEMENT and match.frame.sort != "nouns"
        here, reach = s.starts[match.head], _WINDOW if upon else _NEAR
        return (deed or upon) and any(
            0 <= here - claim.passage.trigger.end <= reach
            and any(a.country for a in (*claim.roles.actors, *claim.roles.recipients))
            and (deed or claim.kind.startswith(_AGREEMENT))
            for claim in self._last.values()
        )

    def gives_context(self, match: Match, s: Sentence, *, spoken: bool) -> bool:
        """Say whether what a frame needs was told near enough, "the talks" anywhere before.

        `spoken`: an agreement was named near by.
        """
        wanted = match.frame.needs.get(CONTEXT)
        if wanted is None or (spoken and _AGREEMENT in wanted):
            return True
        wanted |= frozenset(_MADE if _AGREEMENT in wanted else ())
        told = [claim for kind in wanted if (claim := self._last.get(kind)) is not None]
        if "pointing" in match.frame.needs:
            return bool(told)
        near = s.starts[match.head] - _NEAR
        return any(c.passage.trigger.end >= near and c.voice.reality in _TOLD for c in told)

    def unexplained(self, matches: Sequence[Match], s: Sentence, *, spoken: bool) -> list[Match]:
        """List the matches that need something told before, which was not."""
        return [
            m for m in matches
            if CONTEXT in m.frame.needs and not self._may_explain(m, matches, s, spoken=spoken)
        ]  # fmt: skip

    def _may_explain(
        self, match: Match, matches: Sequence[Match], s: Sentence, *, spoken: bool
    ) -> bool:
        wanted = match.frame.needs[CONTEXT]
        if self.gives_context(match, s, spoken=spoken):
            return True
        wanted |= frozenset(_MADE if _AGREEMENT in wanted else ())
        return any(m.kind.name in wanted and m.head != match.head for m in matches)

    def fill(self, match: Match, roles: Roles, s: Sentence) -> Roles:
        """Give "the deployment" the actors of the deployment told just before.

        A noun with words of its own ("the second attack") may be another happening.
        """
        head = match.head
        near = s.starts[head] - self._forces_at <= _FORCES_WINDOW
        if near and match.kind.name in _OF_FORCES and _forces_meant(s, match):
            return replace(roles, actors=self._forces)
        if s.tags[head][0] != "N" or not _points(s, head):
            return roles
        claim = self._last.get(match.kind.name)
        if claim is None or not _may_mean(s, head, claim) or self._is_borrowed(claim):
            return roles
        if s.starts[head] - claim.passage.trigger.end > _LENDING:
            return roles
        self._borrowed.add((match.kind.name, s.starts[head]))
        recipients = roles.recipients or claim.roles.recipients
        return replace(roles, actors=claim.roles.actors, recipients=recipients)

    def consenting(self, match: Match, roles: Roles, s: Sentence) -> Roles:
        """Give "the instrument was handed over" the state whose consent was told just before.

        So too "its ambassador deposited the document", and "the withdrawal took effect".
        """
        kinds = _POINTED_AT.get(match.kind.name, ())
        if not kinds or not all(_hands_over(a) for a in roles.actors):
            return roles
        if match.kind.name == _LEAVE and s.tags[match.head][0] != "V":
            return roles
        here = s.starts[match.head]
        near = [
            claim for kind in kinds if (claim := self._last.get(kind)) is not None
            and here - claim.passage.trigger.end <= _WINDOW
        ]  # fmt: skip
        last = max(near, key=lambda c: c.passage.trigger.start, default=None)
        states = tuple(a for a in last.roles.actors if a.country) if last else ()
        return replace(roles, actors=states) if states else roles

    def parties(self, match: Match, roles: Roles, s: Sentence, title: Title | None) -> Roles:
        """Give an agreement's own terms and signature the states that were told to make it.

        "Peru and Chile signed a pact. The agreement eases border checks": one told just before,
        where the words go on about it ("the", "their") and name no party.
        """
        if match.kind.name not in _OF_THE_PACT or any(a.country for a in roles.actors):
            return roles
        if match.kind.name == _SIGN and (s.tags[match.head] != "VBN" or match.slots.get("subject")):
            return roles
        last = self._made(s.starts[match.head])
        if last is None or not _is_same_pact(last, title, match, s):
            return roles
        states = tuple(a for a in last.roles.actors if a.country)
        return replace(roles, actors=states) if len({a.country for a in states}) > 1 else roles

    def makers(self, here: int, *, bodies: bool = False) -> tuple[Actor, ...]:
        """Return the states of the pact told last before a place, none where no pact was.

        `bodies`: also international ones, as the European Union.
        """
        made = self._made(here)
        sides = made.roles.actors if made else ()
        return tuple(a for a in sides if a.country or (bodies and a.kind == "organisation"))

    def _made(self, here: int) -> Claim | None:
        made = (claim for kind in _MADE if (claim := self._last.get(kind)) is not None)
        told = (c for c in made if c.voice.reality in _TOLD)
        near = (c for c in told if here - c.passage.trigger.end <= self._window)
        last = max(near, key=lambda c: c.passage.trigger.start, default=None)
        agreed = self._agreed  # "Peru and Chile agreed to restore ties"
        close = agreed is not None and 0 < here - agreed.passage.trigger.end <= _WINDOW
        return agreed if last is None and close else last

    @property
    def _window(self) -> int:
        """How far back a pact may stand: anywhere, where the report tells of one pair's only."""
        return _WHOLE_REPORT if len(self._pairs) == 1 else _WINDOW

    def signers(self, match: Match, roles: Roles) -> Roles:
        """Give "the signatories" and "its parties" those whose signature was told before."""
        if match.kind.family != "agreement" or len(roles.actors) != 1:
            return roles
        named = roles.actors[0]
        last = self._last.get(_SIGN)
        if named.country or last is None or named.name.lower().split()[-1] not in _SIGNERS:
            return roles
        states = tuple(a for a in last.roles.actors if a.country)
        return replace(roles, actors=states) if len(states) > 1 else roles

    def day(self, match: Match, s: Sentence) -> When | None:
        """Give "the raid" the day of the raid told just before."""
        head, claim = match.head, self._last.get(match.kind.name)
        once = s.tags[head] == "NN" or s.lemmas[head].lower() == "talk"  # "the talks"
        if claim is None or match.kind.family not in _ONCE or not once:
            return None
        near = s.starts[head] - claim.passage.trigger.end <= _NEAR
        same = near and _points(s, head) and _may_mean(s, head, claim)
        return claim.setting.when if same else None

    def _is_borrowed(self, claim: Claim) -> bool:
        """Say whether a claim has its actors from an earlier one: once is near enough."""
        return (claim.kind, claim.passage.trigger.start) in self._borrowed

    def under_sanctions(self, match: Match, roles: Roles) -> Roles:
        """Let "the sanctions" be on the only state that the report has told to be under any."""
        if roles.recipients or match.kind.name not in _SANCTIONS or len(self._curbed) != 1:
            return roles
        target = next(iter(self._curbed.values()))
        own = {a.country for a in roles.actors}
        others = any(match.slots.get(slot) for slot in _ON_OTHERS)
        return roles if others or target.country in own else replace(roles, recipients=(target,))

    def fought(self, match: Match, roles: Roles, told: Roles) -> Roles:
        """Let force in a land be used on the band that its doer was told to fight before.

        "Struck the Islamic State ... 40 airstrikes in Iraq": `roles` has the land, `told` not.
        """
        if roles.recipients == told.recipients or match.kind.name not in _FORCE:
            return roles
        lands = {r.country for r in roles.recipients}
        for actor in roles.actors:
            band, land = self._fought.get(actor.country or "", ((), None))
            if band and (land is None or land in lands):
                return replace(roles, recipients=band)
        return roles

    def share_goal(self, match: Match, roles: Roles, s: Sentence) -> Roles:
        """Give "... but sent aid" the recipient of the transfer told before in the sentence."""
        if roles.recipients or not roles.actors or match.kind.family != "transfer":
            return roles
        for claim in sorted(self._last.values(), key=lambda c: -c.passage.trigger.start):
            here = s.span.start <= claim.passage.trigger.start < s.span.end
            same = {a.country for a in claim.roles.actors} & {a.country for a in roles.actors}
            if here and same - {None} and claim.kind.startswith("transfer."):
                return replace(roles, recipients=claim.roles.recipients)
        return roles


def _is_band(actor: Actor) -> bool:
    """Say whether a recipient is an armed group that is known, or its fighters by its name."""
    if actor.kind != "group" or not actor.name[:1].isupper():
        return False
    last = actor.name.split()[-1].lower()
    if load_gazetteer().names.get(tokens(actor.name)):
        return True
    return last != actor.name.lower() and "fighters" in class_index().get(last, ())


def _is_same_pact(last: Claim, title: Title | None, match: Match, s: Sentence) -> bool:
    """Say whether an act may be upon the pact made before: no other name, no other "a pact".

    "Signed a pact that eases border checks": what is just being made is no other.
    """
    if title is not None and not _may_be_called(last.agreement, title.title):
        return False
    made = last.passage.trigger.start
    things = (*match.slots.get("subject", ()), *match.slots.get("object", ()))
    return not any(
        s.words[k].lower() in _ONE_MORE and s.starts[s.heads[t]] != made
        for t in things if is_agreement(s, t) for k in children(s, t, "det", "amod")
    )  # fmt: skip


def _may_be_called(told: Title | None, name: str) -> bool:
    """Say whether a pact that was told may go by a name: "the deal", "the Rio Access Agreement"."""
    last = name.lower().split()[-1]
    if last not in role_words("pact_nouns") or told is None:
        return name.lower() == last and last in role_words("pact_nouns")
    if name == told.title or name.lower() == last:
        return True
    plain = told.title == told.title.lower()
    return plain and (name != name.lower() or last == told.title.split()[-1])


def _hands_over(actor: Actor) -> bool:
    """Say whether an actor of no known state is one who hands papers over for his state."""
    return actor.country is None and actor.name.lower().split()[-1] in _ENVOYS


def _forces_meant(s: Sentence, match: Match) -> bool:
    """Say whether "they", "them" or "some of them" does it: the forces told before."""
    for token in match.slots.get("subject", ()):
        inner = [k for p in children(s, token, "prep") for k in children(s, p, "pobj")]
        if any(s.words[t].lower() in {"they", "them"} for t in (token, *inner)):
            return True
    return False


def _points(s: Sentence, noun: int) -> bool:
    if any(s.deps[k] not in _BARE for k in s.children[noun] if k < noun):
        return False
    return any(s.words[k].lower() in _POINTING for k in children(s, noun, "det"))


def _may_mean(s: Sentence, noun: int, claim: Claim) -> bool:
    """Say whether a bare noun may stand for an earlier claim: near it, told as fact."""
    near = s.starts[noun] - claim.passage.trigger.end <= _WINDOW
    return near and claim.voice.reality in _TOLD and not _is_told_more_of(s, noun)


def _is_told_more_of(s: Sentence, noun: int) -> bool:
    """Say whether a noun has phrases of its own, but for "between the leaders"."""
    preps = children(s, noun, "prep")
    sides = [k for p in preps if s.words[p].lower() == "between" for k in children(s, p, "pobj")]
    return len(preps) > len([k for k in sides if s.tags[k] == "NNS"])
