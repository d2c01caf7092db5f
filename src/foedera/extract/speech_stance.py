"""What a cue does to its content: stance, reality, and whether anybody vouches for it."""

from __future__ import annotations

from typing import NamedTuple

from foedera.data import Attribution, Reality, Sentence, Stance
from foedera.extract.reality import read_reality
from foedera.extract.reality_shades import words_of
from foedera.extract.speech_cues import Lexicon, Sense
from foedera.extract.speech_drafts import Draft
from foedera.extract.speech_phrases import kid, subject_of, word
from foedera.tree import children, conjuncts

ATTITUDE = "speech_stance.effect_of"  # the rule of cues that vouch for nothing
KNOWN = "speech_stance.known"  # and of those that take their content as so
_ASSERTING = frozenset(
    {"clause", "before", "parataxis", "as", "wh", "quote", "around", "passive-clause",
     "passive-inf", "relative", "object-as", "object-ing", "object-small", "passive-as",
     "advcl-that", "silence", "object-possible"}
)  # fmt: skip
_ASKING = frozenset({"ask", "wonder", "query", "question"})
_CONFIRMING = frozenset(
    {"confirm", "acknowledge", "admit", "recognize", "recognise", "verify", "claim", "concede"}
)
_TELLING = frozenset(
    {"say", "tell", "specify", "disclose", "reveal", "elaborate", "comment", "clarify", "explain",
     "respond", "reply", "answer", "detail", "identify", "indicate", "provide", "give", "announce"}
)  # fmt: skip
# What somebody is asked to say, or says in a condition, nobody has said.
_UNSPOKEN: frozenset[Reality] = frozenset({"demanded", "conditional"})
_INFORMING = frozenset({"inform", "notify"})
_REFUSING = frozenset({"deny", "reject"})


class Effect(NamedTuple):
    """Stance and reality that the cue gives its content."""

    stance: Stance = "asserted"
    reality: Reality | None = None
    vouches: bool = True
    known: bool = False


def is_attitude(attribution: Attribution) -> bool:
    """Say whether the source only wants, praises or condemns what the content tells.

    Nobody asserts such a content: it is told in the voice of whoever tells of the attitude.
    """
    return attribution.rule in (ATTITUDE, KNOWN)


def is_wish(attribution: Attribution) -> bool:
    """Say whether the source only wants or plans what the content tells, and doubts nothing."""
    return attribution.rule == ATTITUDE and attribution.stance == "asserted"


def effect_of(s: Sentence | None, d: Draft, lexicon: Lexicon) -> Effect:
    """Read what the cue of a draft does; `s` is None where the cue is no parsed word."""
    if d.pos not in ("v", "n", "a") or s is None or d.head < 0:
        return Effect("believed") if d.frame == "adverb" else Effect()
    plain = _plain(s, d, lexicon)
    if d.pos == "v":
        denied = is_negated(s, d.head, lexicon) or is_refused(s, d.head, lexicon)
        if denied:
            return _negated(s, d, plain)
    if plain.vouches and read_reality(s, d.head).reality in _UNSPOKEN:
        return plain._replace(vouches=False)
    if d.pos == "v":
        unsourced = not d.source and d.frame.startswith("passive")
        unsourced = unsourced and d.lemma not in lexicon.lists["dealing"]  # nobody says anything
        if (
            plain.stance == "asserted"
            and plain.reality is None
            and (unsourced or is_hearsay(s, d.head, lexicon))
        ):
            return plain._replace(stance="believed")
    return plain


def _plain(s: Sentence, d: Draft, lexicon: Lexicon) -> Effect:
    """Read the effect without negation."""
    sense = lexicon.sense(d.pos, d.lemma, d.frame)
    vouches = d.frame in _ASSERTING or lexicon.by_hand(d.pos, d.lemma, d.frame)
    if sense is None:
        return Effect(vouches=vouches)
    if d.lemma in _ASKING and d.frame.endswith("wh"):
        return Effect("considered", "possible")
    if d.lemma in lexicon.lists["showing"]:
        vouches = vouches and _is_paper(s, d, lexicon)
    if sense.name in _REFUSING and d.frame.startswith("object"):
        if _refuses_a_charge(s, d, lexicon):
            return Effect("denied")
        if sense.name == "deny" and not _denies_a_fact(s, d, lexicon):
            return Effect(vouches=False)
    if sense.known and _is_witness(s, d, lexicon):
        return Effect(sense.stance, sense.reality)
    if sense.stance == "denied" and _goes_on_after_colon(s, d):
        return Effect()
    return _of_sense(sense, vouches)


def _goes_on_after_colon(s: Sentence, d: Draft) -> bool:
    """Say whether what is denied stands before a colon, and what is said instead behind it."""
    said = min((span.start for span in d.content), default=0)
    objects = [k for k in children(s, d.head, "dobj") if s.ends[k] <= said]
    near = range(max(objects), len(s.words)) if objects else ()
    return any(s.words[k] == ":" and s.starts[k] < said for k in near)


def _of_sense(sense: Sense, vouches: bool) -> Effect:
    vouches = sense.vouches and vouches and not sense.known
    return Effect(sense.stance, sense.reality, vouches, sense.known)


def _is_witness(s: Sentence, d: Draft, lexicon: Lexicon) -> bool:
    """Say whether those who saw it were there to tell: "reporters saw the block being hit"."""
    return d.speaker is not None and s.lemmas[d.speaker].lower() in lexicon.lists["witnesses"]


def _is_paper(s: Sentence, d: Draft, lexicon: Lexicon) -> bool:
    """Say whether a picture, paper or poll shows it, and not somebody who shows fear."""
    lemma = "" if d.speaker is None else s.lemmas[d.speaker].lower()
    return any(lemma in lexicon.lists[k] for k in ("captions", "documents"))


def _denies_a_fact(s: Sentence, d: Draft, lexicon: Lexicon) -> bool:
    """Tell "disputed the claim that" from "disputed the use of": the use is no fact denied."""
    if d.lemma in lexicon.lists["denying"]:
        return not children(s, d.head, "dative")  # "denied the envoy a meeting"
    said = kid(s, d.head, "dobj")
    return said is not None and lexicon.admits("n", s.lemmas[said], "clause")


def _refuses_a_charge(s: Sentence, d: Draft, lexicon: Lexicon) -> bool:
    """Say whether what is rejected is a report of what is so: "dismissed the charge that it had".

    Who rejects the claim that others should leave denies nothing.
    """
    for noun in children(s, d.head, "dobj", "nsubjpass"):
        if s.lemmas[noun].lower() in lexicon.lists["charges"]:
            told = [k for k in children(s, noun, "acl", "ccomp", "relcl") if children(s, k, "mark")]
            return bool(told) and not any(_is_owed(s, k) for k in told)
    return False


def _is_owed(s: Sentence, verb: int) -> bool:
    return any(s.tags[k] == "MD" for k in children(s, verb, "aux"))


def _negated(s: Sentence, d: Draft, plain: Effect) -> Effect:
    lemmas = {s.lemmas[v] for v in _with_partners(s, d.head)}
    if "deny" in lemmas:
        return Effect("neither-confirmed-nor-denied")
    if d.lemma in _CONFIRMING or d.lemma in _INFORMING:
        return Effect("not-acknowledged")
    if d.frame == "silence" or d.lemma in _TELLING:
        return Effect("no-comment", vouches=plain.vouches)
    if plain.stance == "believed":
        return Effect("denied")
    if plain.stance == "considered":
        return Effect("denied", vouches=False)
    if plain.stance == "denied":
        return Effect("considered", "possible")
    return plain._replace(reality=None, vouches=False)


def _with_partners(s: Sentence, verb: int) -> list[int]:
    """List the verbs coordinated with `verb`, itself among them."""
    top = s.heads[verb] if s.deps[verb] == "conj" else verb
    return conjuncts(s, top)


def is_hearsay(s: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Say whether "reportedly" or its like stands by the verb."""
    return any(word(s, k) in lexicon.lists["hearsay"] for k in s.children[verb])


def is_negated(s: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Say whether the verb is denied: "not", "neither ... nor", "no country has", "yet to".

    >>> is_negated.__name__
    'is_negated'
    """
    words = lexicon.lists["negations"]
    apart = s.deps[verb] == "conj" and children(s, verb, "nsubj", "nsubjpass")
    for v in (verb,) if apart else _with_partners(s, verb):
        told = (k for k in s.children[v] if word(s, k) in words and s.deps[k] in _NEGATORS)
        if v <= verb and any(not _is_not_only(s, k) for k in told):
            return True
        if v == verb and _is_yet_to(s, v):
            return True
    who = subject_of(s, verb)
    if who is None:
        return False
    return word(s, who) in words or any(
        word(s, k) in words and s.deps[k] in ("det", "preconj") for k in s.children[who]
    )


_NEGATORS = frozenset({"neg", "preconj", "cc", "advmod", "det"})


def _is_not_only(s: Sentence, negator: int) -> bool:
    """Say whether more is told than is denied: "worries not just about the pact"."""
    after = word(s, negator + 1) if negator + 1 < len(s.words) else ""
    return after in words_of("not_only")


def _is_yet_to(s: Sentence, verb: int) -> bool:
    over = s.heads[verb]
    return s.deps[verb] == "xcomp" and any(word(s, k) == "yet" for k in s.children[over])


def is_refused(s: Sentence, verb: int, lexicon: Lexicon) -> bool:
    """Say whether somebody declines or fails to do what the verb says: "to confirm or deny"."""
    if s.deps[verb] == "conj" and s.deps[s.heads[verb]] == "xcomp" and s.tags[verb] == "VB":
        verb = s.heads[verb]
    over = s.heads[verb]
    return s.deps[verb] == "xcomp" and s.lemmas[over] in lexicon.lists["refusals"]
