"""What is called denied though nobody denies that it was done: refused, doubted, talked about."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.data import Attribution, Reality, Sentence, Stance
from foedera.extract.reality_denied import negation
from foedera.extract.reality_prepositions import is_definite
from foedera.extract.reality_shades import Reading, words_of
from foedera.tree import ancestors, children

_REAL = frozenset({"happened", "ongoing"})
_DOUBT = "doubt"
_RESTING_ON = frozenset(
    {"nsubj", "nsubjpass", "csubj", "csubjpass", "advcl", "relcl", "acl", "prep"}
)
_NAMED_BY = ("dobj", "nsubjpass")


def settle_denied(
    s: Sentence, head: int, own: Reading, reality: Reality, told: Attribution
) -> tuple[Stance, Reality]:
    """Return the stance and reality of what a cue denies: denied, refused or merely doubted.

    "Ruled out sending troops" and "is not considering it" tell that it is not to be; "does not
    think that they will come" leaves it open; "played down the raid" leaves it as it is told.
    """
    cue = _cue(s, told)
    if cue is None:
        return "denied", reality
    lemma = s.lemmas[cue].lower()
    if _is_refusal(s, cue) or lemma in words_of("quizzing"):
        return "considered", "possible"
    if lemma in words_of("weighing"):
        stands = reality in _REAL and is_definite(s, head)
        return "asserted", reality if stands else "not-happened"
    if lemma == _DOUBT:
        return "asserted", "happened" if own.cause == _DOUBT else reality
    if lemma in words_of("opining"):
        return _doubted(s, head, cue, reality)
    if lemma in words_of("guessing"):
        if s.tags[head][0] == "N" and is_definite(s, head) and not _is_modal(s, head, cue):
            return "asserted", reality if reality in _REAL else "happened"
        return ("asserted", reality) if _tells_why(s, head, cue) else ("considered", "possible")
    if lemma in words_of("refusing"):
        return _refused(s, head, cue, own, reality)
    return "denied", reality


def _doubted(s: Sentence, head: int, cue: int, reality: Reality) -> tuple[Stance, Reality]:
    """Tell what is thought not to be ("does not think they will come") from what is denied.

    What such a clause only rests on is left open: "does not think an amnesty would help".
    """
    if reality in _REAL or reality == "not-happened":
        return "denied", reality
    inside = [t for t in (head, *ancestors(s, head)) if t > cue]
    if any(_leaves_open(s, t) for t in inside):
        return "considered", "possible"
    return "believed", "not-happened"


def _leaves_open(s: Sentence, at: int) -> bool:
    if any(s.words[k].lower() in words_of("whether_words") for k in children(s, at, "mark")):
        return True  # "does not think we know whether they came"
    able = s.deps[at] == "acl" and s.lemmas[s.heads[at]] in words_of("abilities")
    return s.deps[at] in _RESTING_ON and not able


def _is_modal(s: Sentence, head: int, cue: int) -> bool:
    """Say whether a verb between a noun and the cue above tells what may be or will be."""
    inside = (t for t in ancestors(s, head) if t > cue)
    return any(s.tags[k] == "MD" for t in inside for k in children(s, t, "aux"))


def _tells_why(s: Sentence, head: int, cue: int) -> bool:
    """Say whether only the reason of what is so is in the dark: "never understood why it left"."""
    below = [head, *(t for t in ancestors(s, head) if t > cue)]
    return any(s.words[k].lower() in {"why", "how"} for t in below for k in s.children[t])


def _refused(
    s: Sentence, head: int, cue: int, own: Reading, reality: Reality
) -> tuple[Stance, Reality]:
    """Tell what is refused ("dismissed the idea of leaving") from a report that is denied."""
    over = s.heads[cue]
    if s.deps[cue] == "xcomp" and negation(s, over) is not None:
        return "considered", "possible"  # "is not going to rule out a raid"
    noun = next(iter(children(s, cue, *_NAMED_BY)), None)
    if noun is not None and s.lemmas[noun].lower() in words_of("told_things"):
        return "denied", reality
    if children(s, cue, "ccomp") and reality in _REAL:
        return "denied", reality  # "ruled out that they had shelled it"
    if s.lemmas[cue] == "rule" and _is_ruled_out(s, head, cue):
        return "asserted", "not-happened"
    ideas = noun is not None and s.lemmas[noun].lower() in words_of("ideas")
    if reality == "not-happened" or (ideas and own.cause in words_of("considered")):
        return "asserted", "not-happened"
    return "asserted", reality


def is_only_touched(s: Sentence, head: int) -> bool:
    """Say whether what is denied only has to do with a match: talk about it, a word during it.

    "Denied discussing the sanctions" and "denied saying so at a meeting" deny neither.
    """
    for at in (head, *ancestors(s, head)):
        over = s.heads[at]
        if over == at or s.tags[over][0] in "VM":
            return s.deps[at] == "dobj" and s.lemmas[over].lower() in words_of("talking_over")
        if s.deps[at] == "pobj":
            return _is_beside(s, over)
    return False


def _is_beside(s: Sentence, preposition: int) -> bool:
    """Say whether a preposition tells when something was said, or what it was about."""
    word, above = s.words[preposition].lower(), s.lemmas[s.heads[preposition]].lower()
    if word in words_of("while"):
        return True
    return word in words_of("about") and above not in words_of("told_things")


def _cue(s: Sentence, told: Attribution) -> int | None:
    """Return the last verb among the words of a cue that stand in the sentence."""
    inside: Sequence[int] = [
        t
        for t in range(len(s.words))
        if s.tags[t][0] == "V" and any(c.start <= s.starts[t] < c.end for c in told.cue)
    ]
    return inside[-1] if inside else None


def _is_ruled_out(s: Sentence, head: int, cue: int) -> bool:
    """Say whether a deed is ruled out, or another beside it: "sending arms or imposing a ban"."""
    for at in (head, *ancestors(s, head)):
        if s.heads[at] == cue:
            return s.tags[at] == "VBG"
        if s.deps[at] not in {"conj", "dobj"} or s.tags[at] not in {"VBG", "NN", "NNS"}:
            return False
    return False


def _is_refusal(s: Sentence, cue: int) -> bool:
    """Say whether what would deny is itself refused: "a refusal to rule out an attack"."""
    return s.deps[cue] == "acl" and s.lemmas[s.heads[cue]].lower() in words_of("unwillingness")
