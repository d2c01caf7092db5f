"""Which trigger of a sentence a time, a place or a phrase hangs on, and which holds which."""

from __future__ import annotations

from collections.abc import Iterable

from foedera.data import Sentence
from foedera.extract.frames import Match
from foedera.extract.light_verbs import light_governor
from foedera.extract.other_times import dates_a_thing
from foedera.extract.role_words import role_words
from foedera.extract.time_tense import saying_before
from foedera.extract.time_words import time_words
from foedera.tree import ancestors, children, helping, subtree

_WITHIN = frozenset({"in", "during", "at"})
_MARKING = frozenset({"since", "after", "following", "before", "until"})
_PAST = frozenset({"ago", "last", "earlier", "yesterday"})
_NOW = frozenset({"has", "have", "will", "is", "are"})
_WHICH = frozenset({"which", "whom"})


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
                found = (find(at) for find in (self._cleft, self._lent, self._spent))
                return next((head for head in found if head is not None), None)
        return None

    def _cleft(self, be: int) -> int | None:
        """Return the trigger that "it was in X that" or "it was on Monday that" opens."""
        s = self._s
        opened = s.lemmas[be] == "be" and any(
            s.words[k].lower() == "it" for k in children(s, be, "nsubj", "expl")
        )
        told = children(s, be, "ccomp", "advcl", "relcl") if opened else []
        if s.lemmas[be] == "be" and not opened:  # "the camp that they attacked is in X"
            told = [t for k in children(s, be, "nsubj") for t in children(s, k, "relcl")]
        return next((self._by_token[k] for k in told if k in self._by_token), None)

    def _spent(self, verb: int) -> int | None:
        """Return what a time was spent on: "spent much of Monday meeting envoys"."""
        s = self._s
        doing = children(s, verb, "xcomp", "advcl") if s.lemmas[verb] == "spend" else ()
        done = (k for k in doing if s.tags[k] == "VBG" and k > verb)
        return next((self._by_token[k] for k in done if k in self._by_token), None)

    def of_time(self, token: int) -> int | None:
        """Return the trigger that a time hangs on; "said Monday the navy will" dates "said"."""
        saying = saying_before(self._s, token)
        if saying is not None:
            return self.of(saying)
        if self._dates_noun(token):
            return None
        noun = self._marked_off(token)
        noun = self._told_behind(token) if noun is None else noun
        return self.of(token) if noun is None else noun

    def _dates_noun(self, token: int) -> bool:
        """Say whether a time stands right behind what another is only dated by: "after its exit".

        "Left the pact after X's exit last year" tells the year of the exit alone.
        """
        s, noun = self._s, token - 1
        while noun > 0 and s.words[noun].lower() in {"in", "last", "on"}:
            noun -= 1
        marked = s.deps[noun] == "pobj" and s.words[s.heads[noun]].lower() in _MARKING
        gone = s.lemmas[noun].lower() in role_words("dated_by_itself")
        return marked and gone and noun not in self._by_token

    def _marked_off(self, token: int) -> int | None:
        """Return the happening right before a time that marks another off: "since the vote Monday".

        So does one whose preposition holds both: "after the trial of X in 2010".
        """
        s = self._s
        prep = s.heads[token]
        at = token - 1
        while at > 0 and s.words[at].lower() in time_words().shares["before_days"]:
            at -= 1
        found = [at] if at in self._by_token and s.tags[at][0] == "N" else []
        if s.deps[token] == "pobj" and s.words[s.heads[prep]].lower() in _MARKING:
            found += children(s, s.heads[prep], "pobj")
        heads = (self._by_token[t] for t in found if t in self._by_token)
        return next((h for h in heads if s.words[s.heads[h]].lower() in _MARKING), None)

    def _told_behind(self, token: int) -> int | None:
        """Return the happening behind whose phrase a past time stands: "the raid on Gao last week".

        As a subject it bears what stands before its verb; elsewhere what its verb, which is no
        happening or tells of now, cannot bear: "comes after an attack on Gao two years ago".
        """
        s, verb = self._s, self._s.heads[token]
        phrase = subtree(s, token)
        first = phrase[0]
        if not {s.words[t].lower() for t in phrase} & _PAST or first < 1:
            return None
        before = first - 2 if s.words[first - 1] == "," else first - 1
        for head in self._heads:
            if not self._ends_before(head, before):
                continue
            if s.deps[head] in {"nsubj", "nsubjpass"}:
                return head if s.heads[head] == verb and token < verb else None
            over = s.heads[s.heads[head]] if s.deps[head] == "pobj" else s.heads[head]
            marked = s.words[s.heads[head]].lower() in _MARKING
            free = tells_now(s, verb) if s.tags[verb][0] in "VM" else marked
            free = free or (verb not in self._by_token and s.tags[verb][0] in "VM")
            if over == verb and verb < head and free and s.deps[head] in {"pobj", "dobj"}:
                return head
        return None

    def _ends_before(self, head: int, last: int) -> bool:
        """Say whether a noun's phrase with something behind it ends at a token."""
        s = self._s
        if head >= last or s.tags[head][0] != "N":
            return False
        way = (last, *ancestors(s, last))
        if head not in way:
            return False
        between = [t for t in way[: way.index(head)] if s.tags[t] in {"NN", "NNS"}]
        return all(s.deps[t] == "appos" for t in between)  # of "the attack with protests" the last

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
            if other != head and (_tells_inside(s, head, other) or _tells_inside(s, other, head)):
                out.append(other)
        return out


def tells_now(s: Sentence, verb: int) -> bool:
    """Say whether a verb tells what is or has been so far: "has not recovered", "comes"."""
    return s.tags[verb] in {"VBZ", "VBP"} or bool(helping(s, verb) & _NOW)


def _is_clause_verb(s: Sentence, token: int) -> bool:
    """Say whether a token is the verb of a clause, and no name mistaken for one at its head."""
    if s.tags[token][0] not in "VM" or s.deps[token] in {"aux", "amod", "auxpass"}:
        return False
    bare = s.deps[token] == "csubj" and s.tags[token] in {"VB", "VBP"}
    return not (bare and s.words[token][0].isupper() and not children(s, token, "aux"))


def _tells_inside(s: Sentence, noun: int, verb: int) -> bool:
    """Say whether a clause tells what a happening held: "an attack in which nine were killed"."""
    if s.deps[verb] != "relcl" or s.heads[verb] != noun:
        return False
    within = (k for k in children(s, verb, "prep") if s.words[k].lower() in _WITHIN)
    return any(s.words[k].lower() in _WHICH for prep in within for k in s.children[prep])


def _is_inside(s: Sentence, noun: int) -> bool:
    """Say whether a happening holds what "in", "at", "during" hang it on, and is no case in law.

    "killed in a raid", "killed by a raid" is one time and place, "charged in a raid" is two.
    """
    prep = s.heads[noun]
    holds = s.words[prep].lower() in role_words("containing_time") or s.deps[prep] == "agent"
    holds = holds or s.lemmas[s.heads[prep]] in role_words("counts")  # "the toll of Monday's raid"
    if s.deps[noun] != "pobj" or not holds:
        return False
    return s.lemmas[s.heads[prep]] not in time_words().shares["case_verbs"]
