"""When, where and how many: mentions that the syntax hangs on a trigger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from foedera.data import Actor, Mention, Sentence, Setting, Span, When, Where
from foedera.extract.arguments import light_governor
from foedera.extract.claim_quantities import read_quantities
from foedera.extract.claim_times import (
    beside,
    both_days,
    dates_a_thing,
    is_dated,
    is_ruled_out,
    shared_day,
)
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of
from foedera.extract.role_owners import is_violent
from foedera.extract.role_words import role_words
from foedera.extract.time_tense import saying_before
from foedera.extract.time_words import time_words
from foedera.tree import ancestors, children

_SCENES = frozenset({"in", "near", "outside"})


class Owners:
    """Says for any token of a sentence which trigger it hangs on."""

    def __init__(self, sentence: Sentence, matches: Iterable[Match]) -> None:
        self._s = sentence
        self._by_token = {t: m.head for m in matches for t in m.tokens}
        self._heads = frozenset(self._by_token.values())

    @property
    def heads(self) -> frozenset[int]:
        """The heads of all triggers."""
        return self._heads

    def of(self, token: int) -> int | None:
        """Return the head of the nearest trigger above `token`, None past a verb of its own."""
        for at in (token, *ancestors(self._s, token)):
            if at in self._by_token:
                return self._by_token[at]
            if _is_clause_verb(self._s, at):
                return self._lent(at)
        return None

    def of_time(self, token: int) -> int | None:
        """Return the trigger that a time hangs on; "said Monday the navy will" dates "said"."""
        saying = saying_before(self._s, token)
        return self.of(token) if saying is None else self.of(saying)

    def own_noun(self, match: Match, token: int) -> bool:
        """Say whether a time set before a noun may date the match and not the noun alone."""
        made = match.kind.name in role_words("making_kinds")
        return made or not dates_a_thing(token, self._s, self._by_token, match.kind.family)

    def _lent(self, verb: int) -> int | None:
        """Return the nominal trigger that a light or empty verb carries."""
        s = self._s
        for kid in s.children[verb]:
            if kid in self._heads and s.tags[kid][0] == "N":
                carried = light_governor(s, kid) == verb
                takes_place = s.deps[kid].startswith("nsubj") and (
                    s.lemmas[verb] in role_words("occurrence")
                )
                if carried or takes_place:
                    return kid
        for head in self._heads:
            if light_governor(s, head) == verb:
                return head
        return None

    def container(self, head: int) -> list[int]:
        """List the triggers that hold or lie within the one at `head` by "during", "at"."""
        s = self._s
        out = []
        above = s.heads[head]
        if _is_inside(s, head):
            owner = self.of(s.heads[above])
            out += [owner] if owner is not None and owner != head else []
        for other in self._heads:
            if other != head and _is_inside(s, other) and self.of(s.heads[s.heads[other]]) == head:
                out.append(other)
        return out


def _is_clause_verb(s: Sentence, token: int) -> bool:
    """Say whether a token is the verb of a clause, and no name mistaken for one at its head."""
    if s.tags[token][0] not in "VM" or s.deps[token] in {"aux", "amod", "auxpass"}:
        return False
    bare = s.deps[token] == "csubj" and s.tags[token] in {"VB", "VBP"}
    return not (bare and s.words[token][0].isupper() and not children(s, token, "aux"))


def _is_inside(s: Sentence, noun: int) -> bool:
    """Say whether a happening holds what "in", "at", "during" hang it on, and is no case in law.

    "killed in a raid", "killed by a raid" is one time and place, "charged in a raid" is two.
    """
    prep = s.heads[noun]
    holds = s.words[prep].lower() in role_words("containing_time") or s.deps[prep] == "agent"
    if s.deps[noun] != "pobj" or not holds:
        return False
    return s.lemmas[s.heads[prep]] not in time_words().shares["case_verbs"]


def read_setting(
    match: Match, mentions: TokenMentions, owners: Owners, caption: When | None
) -> Setting:
    """Read time, place and quantities of one match."""
    times = _times_by_owner(mentions, owners)
    return Setting(
        when=_when(match, times, mentions, owners) or caption,
        where=_where(match, mentions, owners),
        quantities=read_quantities(match, mentions),
    )


def _times_by_owner(mentions: TokenMentions, owners: Owners) -> Mapping[int, list[Mention]]:
    """Sort the sentence's dated mentions under the triggers they hang on."""
    out: dict[int, list[Mention]] = {}
    for mention in mentions.all("time"):
        ruled_out = is_ruled_out(mentions.sentence, mentions.head(mention))
        if isinstance(mention.value, When) and is_dated(mention.value) and not ruled_out:
            owner = owners.of_time(mentions.head(mention))
            if owner is not None:
                out.setdefault(owner, []).append(mention)
    return out


def _when(
    match: Match, times: Mapping[int, list[Mention]], mentions: TokenMentions, owners: Owners
) -> When | None:
    """Take the day on the trigger, else on what holds it, else the one that it shares."""
    here = mentions.sentence.starts[match.head]
    seen, todo = set(), [match.head]
    while todo:
        at = todo.pop(0)
        if at in seen:
            continue
        seen.add(at)
        found = [m for m in times.get(at, ()) if owners.own_noun(match, mentions.head(m))]
        values = [m.value for m in found if isinstance(m.value, When)]
        if values:
            nearest = min(values, key=lambda w: abs(w.span.start - here))
            return both_days(nearest, values, mentions.sentence)
        todo += owners.container(at)
    own = {t: [m.value for m in ms if isinstance(m.value, When)] for t, ms in times.items()}
    return shared_day(match.head, mentions, own)


# ------------------------------------------------------------------- where


def _where(match: Match, mentions: TokenMentions, owners: Owners) -> Where | None:
    best: tuple[int, bool, int] | None = None
    found: Where | None = None
    for mention in mentions.all("place"):
        if not isinstance(mention.value, Where):
            continue
        rank = _place_rank(match, mentions, owners, mention)
        if rank is None:
            continue
        distance = abs(mention.span.start - mentions.sentence.starts[match.head])
        s, at = mentions.sentence, mentions.head(mention)
        whole = mention.rule == "places.state" or s.deps[at] == "poss"
        place = (rank, whole, distance)
        if best is None or place < best:
            best, found = place, mention.value
    found = found or _container_place(match, mentions, owners) or _place_of_help(match, mentions)
    found = found or _scene_of(match, mentions)
    return found or _place_beside(match, mentions, owners) or bare_place(match, mentions, owners)


def _place_rank(
    match: Match, mentions: TokenMentions, owners: Owners, mention: Mention
) -> int | None:
    s, head = mentions.sentence, mentions.head(mention)
    goes = match.kind.family in role_words("goal_families")
    named = match.frame.roles.get("where", ())
    if any(head in match.slots.get(slot, ()) for slot in named):
        return 0
    if goes and head in match.slots.get("object", ()):
        return 1
    if _names_scene(match, s, head):
        return 1
    prep = preposition_above(s, head)
    if prep is None or owners.of(s.heads[prep]) != match.head:
        return None
    if is_ruled_out(s, prep) or _places_a_topic(match, s, prep) or _is_of_a_text(s, head, prep):
        return None
    word = s.words[prep].lower()
    if word in role_words("locative"):
        return 0
    return 2 if goes and word in role_words("goal") else None


def _is_of_a_text(s: Sentence, place: int, prep: int) -> bool:
    """Say whether a state only owns what a text is about: "the protocol on Peru's accession"."""
    owned = s.heads[place]
    if s.deps[place] != "poss" or s.words[prep].lower() != "on":
        return False
    return classes_of(s, owned).isdisjoint({"territory", "place", "border"})


def _places_a_topic(match: Match, s: Sentence, prep: int) -> bool:
    """Say whether a place is that of whom or what a statement or a sanction is about.

    "criticised the war in Chad", "sanctions by allies in Asia"; "said in a speech in Oslo" and
    "hardliners in Oman rejected it" tell where it was said.
    """
    kind = match.kind
    said = kind.family in role_words("said_families")
    if not said and kind.name not in role_words("far_kinds"):
        return False
    at = s.heads[prep]
    if at in match.tokens and said:  # in "criticised the war in Chad" it may hang on either
        return prep - 1 in children(s, at, "dobj") and s.tags[prep - 1] in {"NN", "NNS"}
    while at not in match.tokens and s.heads[at] != at and s.tags[at][0] in "NP":
        above = s.heads[at]
        if said and s.deps[at] == "nsubj" and above in match.tokens:
            return False
        if s.deps[at] != "pobj" or s.words[above].lower() not in role_words("said_amid"):
            return True
        at = s.heads[above]
    return False


def _scene_of(match: Match, mentions: TokenMentions) -> Where | None:
    """Read a state set bare before a noun of violence as its place: "the Libya attack"."""
    s = mentions.sentence
    for token in match.slots.get("possessor", ()):
        for mention in mentions.at(token, "actor"):
            state = mention.value
            if isinstance(state, Actor) and state.kind == "state" and _names_scene(match, s, token):
                return Where(state.name, state.country, None, None, state.span)
    return None


def _names_scene(match: Match, s: Sentence, place: int) -> bool:
    """Say whether a place stands bare before a noun of violence: "the Brussels bombings"."""
    bare = s.deps[place] in {"compound", "nmod"} and s.heads[place] == match.head
    return (
        bare and is_violent(match) and match.frame.sort == "nouns" and not s.words[place].isupper()
    )


def preposition_above(s: Sentence, token: int) -> int | None:
    """Return the preposition that leads to a place, through "the region of X" and "X, Y"."""
    at = token
    for _ in range(4):
        head = s.heads[at]
        if head == at:
            return None
        if s.deps[at] == "pobj":
            if s.words[head].lower() == "of" and s.tags[s.heads[head]][0] == "N":
                at = s.heads[head]
                continue
            return head
        if s.deps[at] not in {"compound", "appos", "conj", "nmod", "amod", "poss"}:
            return None
        at = head
    return None


def _place_of_help(match: Match, mentions: TokenMentions) -> Where | None:
    """Take the place where those fight whom the act joins ("joined troops fighting in X")."""
    s = mentions.sentence
    if match.kind.family != "military":
        return None
    for slot in ("with", "alongside", "beneficiary"):
        for token in match.slots.get(slot, ()):
            for verb in children(s, token, "acl", "relcl"):
                for mention in mentions.all("place"):
                    prep = preposition_above(s, mentions.head(mention))
                    near = prep is not None and verb in ancestors(s, prep)
                    if near and isinstance(mention.value, Where):
                        return mention.value
    return None


def _container_place(match: Match, mentions: TokenMentions, owners: Owners) -> Where | None:
    """Take the place of the happening that holds this one ("signed during a visit to X")."""
    for other in owners.container(match.head):
        for mention in mentions.all("place"):
            prep = preposition_above(mentions.sentence, mentions.head(mention))
            if prep is None or owners.of(mentions.sentence.heads[prep]) != other:
                continue
            word = mentions.sentence.words[prep].lower()
            known = word in role_words("locative") | role_words("goal")
            if known and isinstance(mention.value, Where):
                return mention.value
    return None


def _place_beside(match: Match, mentions: TokenMentions, owners: Owners) -> Where | None:
    """Take the place that violence shares: "a raid in Chad killed nine"."""
    s = mentions.sentence
    if match.kind.family not in {"military", "harm", "unrest"}:
        return None
    for near in beside(s, match.head, owners.heads):
        for mention in mentions.all("place"):
            prep = preposition_above(s, mentions.head(mention))
            hangs = prep is not None and near in (s.heads[prep], owners.of(s.heads[prep]))
            known = prep is not None and s.words[prep].lower() in role_words("locative")
            if hangs and known and isinstance(mention.value, Where):
                return mention.value
    return None


def bare_place(match: Match, mentions: TokenMentions, owners: Owners) -> Where | None:
    """Take a name that no table has as the place where it stands: "were killed in Ain Tarma".

    Only for happenings that have a scene, right behind the preposition, and not in a headline
    written in capitals.
    """
    s = mentions.sentence
    if match.kind.family not in role_words("families_with_scene"):
        return None
    for token, tag in enumerate(s.tags):
        prep = s.heads[token]
        if tag != "NNP" or s.deps[token] != "pobj" or s.words[prep].lower() not in _SCENES:
            continue
        first = _name_start(s, token)
        plain = first == prep + 1 and prep > 0 and not s.words[prep - 1][:1].isupper()
        known = any(mentions.by_token.get(at) for at in range(first, token + 1))
        if not plain or known or owners.of(s.heads[prep]) != match.head:
            continue
        if not is_ruled_out(s, prep):
            span = Span(s.starts[first], s.ends[token])
            return Where(" ".join(s.words[first : token + 1]), None, None, None, span)
    return None


def _name_start(s: Sentence, token: int) -> int:
    while token and s.words[token - 1][:1].isupper():
        token -= 1
    return token
