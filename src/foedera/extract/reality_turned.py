"""What a set course of words makes of a verb in it: "waited until May to leave", "had no choice
but to leave", "what it should do is leave"."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.reality_clauses import is_practice, what_is_done
from foedera.extract.reality_denied import negation
from foedera.extract.reality_ranks import has_to
from foedera.extract.reality_shades import REAL, Reading, reading_of, words_of
from foedera.extract.reality_verbs import modal_reading, verb_reading
from foedera.tree import children

_FACT = Reading("happened")
_PAST = frozenset({"VBD", "VBN"})


def by_phrase(s: Sentence, at: int, head: int) -> Reading | None:
    """Read a verb by the course of words it stands in, None where it stands in none of these."""
    if (owed := _behind_but(s, at)) is not None:
        return owed
    if s.tags[at] == "VBG":
        return _FACT if s.lemmas[head] == "help" and _is_helpless(s, head) else None
    if (done := _was_awaited(s, at, head) or _went_so_far(s, at, head)) is not None:
        return done
    if (needless := _as_needless(s, at, head)) is not None:
        return needless
    for find in (_as_found, _as_mistaken, _led_by_adjective, _as_enough, _as_taken, _of_failing):
        if (found := find(s, at, head)) is not None:
            return found
    if s.lemmas[head] == "be":
        if is_practice(s, head):
            return Reading("ongoing") if s.tags[head] != "VBD" else _FACT
        do = what_is_done(s, head)
        own = verb_reading(s, do) if do is not None and head < at else None
        return None if own is None else _FACT if own.reality in REAL else Reading(own.reality)
    return None


def _was_awaited(s: Sentence, at: int, head: int) -> Reading | None:
    """Read what somebody waited long, or until a day, to do as done."""
    wait = s.heads[head] if s.words[head].lower() == "long" else head
    if s.lemmas[wait] != "wait" or s.tags[wait] not in _PAST or not has_to(s, at):
        return None
    over = any(s.words[k].lower() in {"long", "until", "till"} or s.deps[k] == "npadvmod"
               for k in s.children[wait] if wait < k < at)  # fmt: skip
    return _FACT if over and negation(s, wait) is None and not has_to(s, wait) else None


def _went_so_far(s: Sentence, at: int, head: int) -> Reading | None:
    """Read "went so far as to leave" as real as the going."""
    if [w.lower() for w in s.words[max(0, at - 3) : at]] != ["far", "as", "to"]:
        return None
    went = s.heads[head] if s.words[head].lower() == "far" else head
    if s.tags[went][0] != "V":
        return None
    own = verb_reading(s, went)
    return Reading(own.reality) if own.reality not in REAL else _FACT


def _behind_but(s: Sentence, at: int) -> Reading | None:
    """Read "has no choice but to leave" as owed, "had no choice but to leave" as done."""
    but = at - 2 if s.words[at - 1].lower() == "to" else at - 1
    if but < 2 or s.words[but].lower() != "but" or s.lemmas[but - 1] not in words_of("no_others"):
        return None
    verb = s.heads[but - 1]
    modal = modal_reading(s, verb)
    if modal is not None and modal.cause != "could":
        return Reading(modal.reality)  # "will have no choice but to leave"
    past = s.tags[verb] in _PAST or any(
        s.words[k].lower() in {"had", "could"} for k in children(s, verb, "aux")
    )
    return _FACT if past else Reading("demanded")


def _is_helpless(s: Sentence, verb: int) -> bool:
    """Say whether somebody "cannot help" doing it, which is done."""
    able = any(s.words[k].lower() in {"can", "ca", "could"} for k in children(s, verb, "aux"))
    return able and bool(children(s, verb, "neg"))


def _as_found(s: Sentence, at: int, adjective: int) -> Reading | None:
    """Read "saw fit to leave" as done, "made it easier to leave" as open."""
    verb = s.heads[adjective]
    if s.tags[adjective][0] != "J" or s.deps[adjective] not in {"ccomp", "oprd", "acomp"}:
        return None
    if not has_to(s, at) or s.tags[verb][0] != "V":
        return None
    if s.lemmas[verb] in {"find", "see", "think"}:
        done = (
            s.tags[verb] in _PAST and negation(s, verb) is None and modal_reading(s, verb) is None
        )
        judged = s.words[adjective].lower() in words_of("found_due")
        return _FACT if done and judged else None
    if s.lemmas[verb] != "make":
        return None
    told = reading_of("adjectives_over", s.lemmas[adjective].lower())
    return told if told and told.reality == "not-happened" else Reading("possible", "make")


def _led_by_adjective(s: Sentence, at: int, _: int) -> Reading | None:
    """Read "unwilling to leave, it sent", whose adjective the parser hangs on the verb."""
    led = [k for k in children(s, at, "advmod", "amod") if s.tags[k] == "JJ" and k + 2 == at]
    return (
        reading_of("adjectives_over", s.lemmas[led[0]].lower()) if led and has_to(s, at) else None
    )


def _as_mistaken(s: Sentence, at: int, head: int) -> Reading | None:
    """Read "it was a mistake to leave" as done, "it would be a mistake to leave" as open."""
    be = s.heads[head] if s.deps[head] == "attr" else head
    judged = any(s.lemmas[k] in words_of("mistakes") and k < at for k in children(s, be, "attr"))
    it = any(s.words[k].lower() == "it" for k in children(s, be, "nsubj", "expl"))
    if not judged or not it or not has_to(s, at) or negation(s, be) is not None:
        return None
    return _FACT if s.tags[be] == "VBD" else Reading("possible", "it")


def _as_enough(s: Sentence, at: int, adjective: int) -> Reading | None:
    """Read what one is "strong enough to" do as open, what one was "foolish enough to" as done."""
    enough = any(s.words[k].lower() == "enough" for k in children(s, adjective, "advmod"))
    if s.tags[adjective][0] != "J" or not enough or not has_to(s, at):
        return None
    be = s.heads[adjective]
    done = s.lemmas[adjective] in words_of("judged_doing") and s.tags[be] == "VBD"
    if negation(s, be) is not None:
        return Reading("not-happened", "enough")
    return _FACT if done else Reading("possible", "enough")


def _as_taken(s: Sentence, at: int, chance: int) -> Reading | None:
    """Read what somebody "took the opportunity to" do as real as the taking."""
    taken = s.heads[chance]
    if (
        s.lemmas[chance] not in words_of("openings")
        or s.deps[chance] != "dobj"
        or not has_to(s, at)
    ):
        return None
    if s.lemmas[taken] not in {"take", "seize", "use"}:
        return None
    own = verb_reading(s, taken)
    return _FACT if own.reality in REAL and not has_to(s, taken) else Reading(own.reality)


def _of_failing(s: Sentence, at: int, failure: int) -> Reading | None:
    """Read "failure to leave could lead to war" as what may come or not."""
    modal = modal_reading(s, s.heads[failure]) if s.deps[failure] == "nsubj" else None
    bare = s.lemmas[failure].lower() == "failure" and not children(s, failure, "det", "poss")
    return (
        Reading("conditional", "failure") if bare and modal is not None and has_to(s, at) else None
    )


def _as_needless(s: Sentence, at: int, noun: int) -> Reading | None:
    """Read what somebody "saw no need to" do as not done."""
    over = s.heads[noun]
    seen = s.deps[noun] == "dobj" and s.lemmas[over] in {"see", "find", "feel"}
    none = any(s.words[k].lower() == "no" for k in children(s, noun, "det"))
    needed = s.lemmas[noun] in {"need", "reason", "point", "cause"} and has_to(s, at)
    return Reading("not-happened", "no") if seen and none and needed else None
