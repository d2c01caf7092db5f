"""Reads how real a telling makes a happening, from the syntax above its trigger.

Each step from the trigger towards the root may cast its shade; the nearest shade other
than plain fact wins, and negation wins over all.
"""

from __future__ import annotations

from collections.abc import Container

from foedera.data import Reality, Sentence
from foedera.extract.reality_ahead import carries, comes_about, never_came
from foedera.extract.reality_clauses import is_whoever
from foedera.extract.reality_denied import negation, no_phrase
from foedera.extract.reality_done import goes_on, is_continued
from foedera.extract.reality_edges import governing_word, passes_up, step
from foedera.extract.reality_ended import end_above
from foedera.extract.reality_prepositions import is_definite
from foedera.extract.reality_shades import REAL, Reading, reading_of, words_of
from foedera.extract.reality_verbs import modal_reading, verb_reading
from foedera.extract.reality_weighed import answered, is_any_to_come, judged, weighed
from foedera.extract.subject_control import joins_the_finite
from foedera.tree import children, subtree

__all__ = ["Reading", "is_considering", "read_reality"]

_MAYBE = frozenset({"perhaps", "maybe", "possibly", "potentially"})
_MAX_CLIMB = 12
_IN_TURN = frozenset({"nsubj", "nsubjpass", "pobj", "dobj"})
_FINITE = frozenset({"VBZ", "VBD"})
_PRESENT = frozenset({"VBZ", "VBP"})
_WANTED = frozenset({"planned", "demanded"})
_JUDGED = frozenset({"acomp", "attr", "oprd"})


def is_considering(reading: Reading) -> bool:
    """Say whether a possibility is one that somebody weighs ("the option of", "whether")."""
    return reading.reality == "possible" and reading.cause in words_of("considered")


def read_reality(
    s: Sentence, trigger: int, *, headline: bool = False, within: Container[int] = ()
) -> Reading:
    """Read the reality of the happening whose head token is `trigger`.

    `headline` reads the present of a headline or a caption as past. Denials and modals `within`
    the trigger's own tokens are part of what it tells.
    """
    if _is_pretended(s, trigger):
        return Reading("conditional", "as if")
    if s.tags[trigger][0] == "N" and never_came(s, trigger):
        return Reading("not-happened", "never")
    if s.tags[trigger][0] in "VM":
        own = verb_reading(s, trigger, headline=headline, within=within)
    else:
        own = _noun_reading(s, trigger)
    if own.reality not in REAL:
        return _judged_above(s, trigger) or _called_off(s, trigger) or own
    if own.cause in words_of("under_way"):
        return own
    if is_any_to_come(s, trigger) or is_whoever(s, trigger):
        return Reading("conditional", "any")
    above = None
    if not joins_the_finite(s, trigger):
        above = _from_above(s, trigger, headline=headline)
    wanted = above is not None and above.reality in _WANTED
    if wanted and _is_any(s, trigger) and not carries(s, s.heads[trigger]):
        return Reading("conditional", "any")  # "will answer any raid"
    if above is None and own.reality == "happened" and goes_on(s, trigger):
        return Reading("ongoing")
    if above is None:
        if _is_any(s, trigger):
            return Reading("possible", "any")
        for find in (weighed, _in_response, _shared, _of_imagined, _unlike):
            if (found := find(s, trigger)) is not None:
                return found
    return above or own


def _is_pretended(s: Sentence, verb: int) -> bool:
    """Say whether a clause only tells what something is like: "as if Chad were to attack"."""
    whole = s.heads[verb] if s.deps[verb] == "xcomp" else verb
    marks = [k for k in children(s, whole, "mark") if s.words[k].lower() in {"if", "though"}]
    return any(k > 0 and s.words[k - 1].lower() == "as" for k in marks)


def _unlike(s: Sentence, noun: int) -> Reading | None:
    """Read what something is told not to be: "was not viewed as a coup"."""
    over = s.heads[noun]
    if s.deps[noun] != "pobj" or s.words[over].lower() != "as" or s.tags[noun][0] != "N":
        return None
    verb = s.heads[over]
    denied = s.lemmas[verb] in words_of("regarding") and negation(s, verb) is not None
    return Reading("not-happened", "as") if denied else None


def _in_response(s: Sentence, noun: int) -> Reading | None:
    """Read "would not act in response to a test": one may come, as nobody has acted yet."""
    acting = answered(s, noun)
    if acting is None or read_reality(s, acting).reality in REAL:
        return None
    return Reading("conditional", "response")


def _is_any(s: Sentence, at: int) -> bool:
    """Say whether a word tells of whatever may come: "will answer to any attack".

    So it does behind such a noun: "any sanctions imposed", "any firm that trades with them".
    """
    noun = at
    if s.tags[at][0] == "V" and s.deps[at] in {"acl", "relcl"} and not children(s, at, "mark"):
        noun = s.heads[at]
    if s.tags[noun] not in {"NN", "NNS"} or s.deps[noun] not in _IN_TURN:
        return False
    over = s.heads[noun]
    if s.words[over].lower() == "of" or s.lemmas[over] in words_of("denying"):
        return False
    return any(s.words[k].lower() == "any" for k in children(s, noun, "det"))


def _of_imagined(s: Sentence, verb: int) -> Reading | None:
    """Read what something does that is only wanted: "wants a deal that bans them"."""
    noun = s.heads[verb]
    doer = {s.words[k].lower() for k in children(s, verb, "nsubj")}
    plain = s.deps[verb] == "relcl" and s.tags[verb] in _PRESENT and doer & {"that", "which", "who"}
    if not plain or s.tags[noun] not in {"NN", "NNS"} or is_definite(s, noun):
        return None
    if children(s, verb, "aux") or s.deps[noun] not in {"dobj", "pobj", "attr"}:
        return None
    found = read_reality(s, noun)
    return found if found.reality in {"planned", "demanded", "possible", "conditional"} else None


def _shared(s: Sentence, verb: int) -> Reading | None:
    """Read a verb that shares the form of the one before it: "if they attack or break it".

    A bare verb has that of the infinitive before it: "is due to visit, and make a stop".
    """
    first = s.heads[verb]
    if s.deps[verb] != "conj" or s.tags[verb][0] != "V" or children(s, verb, "nsubj", "nsubjpass"):
        return None
    finite = s.tags[first] in _FINITE or s.lemmas[first] == "be"
    if s.tags[verb] == "VB" and not children(s, verb, "aux") and finite:
        between = (t for t in subtree(s, first) if first < t < verb and s.tags[t] == "VB")
        led = [t for t in between if any(s.words[k].lower() == "to" for k in children(s, t, "aux"))]
        return read_reality(s, led[-1]) if led else None
    shade = verb_reading(s, first)
    passive = s.tags[first] == "VBN" and bool(children(s, first, "auxpass"))
    own = children(s, verb, "aux", "auxpass", "xcomp", "ccomp")
    done = passive and s.tags[verb] in {"VBN", "VBD"} and not own
    asked = shade.reality == "demanded" and done  # "must be freed and granted a lawyer"
    had = not own and _shares_have(s, first, verb)  # "should have stopped it and freed them"
    return shade if shade.reality == "conditional" or asked or had else None


def _shares_have(s: Sentence, first: int, verb: int) -> bool:
    """Say whether a verb shares "may have" with the one before it, which its form must bear."""
    helped = children(s, first, "aux")
    have = any(s.words[k].lower() == "have" for k in helped)
    word = s.words[verb].lower()
    formed = s.tags[verb] == "VBN" or (word[-1] in "dt" and word not in {"went", "did"})
    return have and any(s.tags[k] == "MD" for k in helped) and formed


def _judged_above(s: Sentence, verb: int) -> Reading | None:
    """Read "it is unlikely that he will sign": the judgement outweighs the verb's own form.

    So it is with "no sign that he will sign".
    """
    be = s.heads[verb]
    if s.deps[verb] in {"acl", "ccomp"} and s.tags[be][0] == "N":
        found = step(s, verb, be)
        return found if found is not None and found.reality == "not-happened" else None
    finite = s.tags[verb][0] in "VM" and s.deps[verb] == "ccomp"
    return judged(s, be) if finite and s.lemmas[be] == "be" else None


def _called_off(s: Sentence, noun: int) -> Reading | None:
    """Read "cancelled a scheduled visit": what is called off weighs more than that it was set."""
    verb = s.heads[noun]
    if s.tags[noun][0] != "N" or s.deps[noun] != "dobj" or s.tags[verb][0] != "V":
        return None
    found = step(s, noun, verb)
    if found is None or found.reality != "not-happened":
        return None
    done = read_reality(s, verb).reality in REAL  # "whether to block a likely sale" leaves it open
    return found if done else Reading("possible", found.cause)


def _noun_reading(s: Sentence, noun: int) -> Reading:
    if (no := no_phrase(s, noun)) is not None:
        return Reading("not-happened", no)
    if any(s.words[k].lower() in _MAYBE for k in children(s, noun, "advmod") if k < noun):
        return Reading("possible", "perhaps")
    if [w.lower() for w in s.words[max(0, noun - 3) : noun]] == ["would", "-", "be"]:
        return Reading("possible", "would-be")
    ongoing = None
    near = children(s, noun, "amod", "compound", "det")
    for kid in near:
        word = s.words[kid].lower()
        if word == "botched" and s.lemmas[noun].lower() not in words_of("attempts"):
            continue  # "a botched raid" was made, "a botched attempt" was not
        found = reading_of("adjectives_on_noun", word)
        if found is not None and found.reality != "ongoing":
            return found
        ongoing = found or ongoing or _joined_ongoing(s, kid)
    return ongoing or Reading("happened")


def _joined_ongoing(s: Sentence, adjective: int) -> Reading | None:
    """Read the second of two adjectives: "a separate and ongoing inquiry"."""
    found = (
        reading_of("adjectives_on_noun", s.words[k].lower()) for k in children(s, adjective, "conj")
    )
    return next((reading for reading in found if reading and reading.reality == "ongoing"), None)


def _from_above(s: Sentence, trigger: int, *, headline: bool) -> Reading | None:
    at, lasting = trigger, False
    known = s.tags[trigger][0] == "N" and is_definite(s, trigger)
    said = _is_said_besides(s, trigger)
    for _ in range(_MAX_CLIMB):
        head = s.heads[at]
        if head == at:
            return None
        if (end := end_above(s, at)) is not None and _is_yet_to_end(s, end):
            return Reading("ongoing", s.lemmas[end])
        if said and at != trigger and s.deps[at] == "xcomp" and s.tags[at] == "VB":
            at = head
            continue
        if at != trigger and _is_adopted(s, trigger, at):
            return None
        found = step(s, at, head)
        aside = at != trigger and s.tags[at][0] == "N" and known
        if found is not None and aside and found.cause in {"than", "of"}:
            return None  # "rather than the damage of the last wars"
        if found is not None and found.cause in words_of("too_little") and known:
            return None  # "did nothing to provoke the attack"
        if found is not None and found.reality != "happened":
            shade = _under_denial(s, at, found)
            turned = shade.reality == "ongoing" and found.reality != "ongoing"
            stopped = turned and shade.cause not in words_of("doubting") | words_of("trying")
            if stopped and s.tags[trigger] == "VB":
                return Reading("planned", shade.cause)  # "vowed to stop killing them and to leave"
            return _lasting(shade, lasting=lasting)
        lasting = lasting or is_continued(s, at)
        manner = at == trigger and _is_manner(s, at)
        if found is None and not manner and not passes_up(s, at, head):
            return None
        if found is not None and found.cause is None:
            return None
        if s.tags[head][0] in "VM":
            shade = verb_reading(s, head, headline=headline)
            loose = s.deps[at] == "advcl" and "," in s.words[head:at]
            beside = (loose or _is_contrast(s, at)) and shade.reality == "not-happened"
            if shade.reality not in REAL and not beside:
                noun = s.tags[trigger][0] == "N"  # "will continue to arm them" is a promise
                return _lasting(shade, lasting=lasting and noun)
        at = head
    return None


def _is_adopted(s: Sentence, verb: int, paper: int) -> bool:
    """Say whether a text that says so has been adopted: "approved a resolution condemning them"."""
    said = s.deps[verb] == "acl" and s.tags[verb] == "VBG" and s.heads[verb] == paper
    over = s.heads[paper]
    adopted = s.deps[paper] == "dobj" and s.lemmas[over] in words_of("adopting")
    past = s.tags[over] in {"VBD", "VBN"} and read_reality(s, over).reality == "happened"
    return said and adopted and past and s.lemmas[paper] in words_of("papers")


def _is_yet_to_end(s: Sentence, end: int) -> bool:
    """Say whether an end has not come, "too late to stop the raid" apart: that is over."""
    reality = read_reality(s, end).reality
    return reality not in REAL and (reality, s.lemmas[end]) != ("not-happened", "stop")


def _is_said_besides(s: Sentence, verb: int) -> bool:
    """Say whether a participle tells what was said meanwhile: "refused to go, asking for time"."""
    loose = s.tags[verb] == "VBG" and s.deps[verb] == "advcl" and not children(s, verb, "mark")
    return loose and "," in s.words[s.heads[verb] : verb] and s.lemmas[verb] in words_of("besides")


def _is_manner(s: Sentence, at: int) -> bool:
    """Say whether an act is told as how another is done: "with the help of", "in violation of"."""
    return s.tags[at] == "IN" and s.words[at - 1] != ","


def _lasting(shade: Reading, *, lasting: bool) -> Reading:
    """Read what is to continue as going on: "the raids will continue", "wants to go on arming"."""
    held = lasting and shade.reality in {"planned", "possible"}
    return Reading("ongoing", shade.cause) if held else shade


def _is_contrast(s: Sentence, verb: int) -> bool:
    """Say whether "but" sets a verb against what is denied: "not to wait but to leave"."""
    if s.deps[verb] != "conj":
        return False
    return any(s.words[k].lower() == "but" for k in children(s, s.heads[verb], "cc") if k < verb)


# ------------------------------------------------------------- denied governors


def _under_denial(s: Sentence, at: int, found: Reading) -> Reading:
    """Turn a shade whose own governor is denied: "did not plan to", "has no plans to"."""
    over = _governor(s, at)
    if found.cause is None or over is None or governing_word(s, over) != found.cause:
        return found
    if s.deps[at] == "nsubj" and s.tags[at][0] == "N" and not comes_about(s, over):
        return found  # "the summit will not end the quarrel"
    owned = s.deps[over] == "dobj" and children(s, over, "poss")
    if owned and negation(s, s.heads[over]) and _noun_reading(s, over).reality != "not-happened":
        return found  # "will not join its efforts to ban it"
    above = _above_governor(s, over)
    if above == "conditional" and found.reality in _WANTED:
        return Reading("conditional", found.cause)  # "if they want to leave"
    if above == "possible" and (found.reality == "planned" or _may_ask(s, over, found)):
        return Reading("possible", found.cause)  # "may decide to leave"
    if found.reality == "not-happened" and above not in REAL | {"not-happened"}:
        if s.tags[at] == "VBG" and s.deps[at] == "xcomp" and found.cause in words_of("ending"):
            return Reading("ongoing", found.cause)  # "is urged to stop arming them"
        hindered = found.cause in words_of("hindering")
        return Reading("possible", found.cause) if hindered else found
    if above == "not-happened":
        finite = s.deps[at] == "ccomp" and s.tags[at] != "VB"
        left = _denied(found, finite=finite)
        will = s.tags[over][0] == "V" and any(
            s.words[k].lower() in {"will", "wo", "would"} for k in children(s, over, "aux")
        )
        ahead = left == "happened" and will  # "nothing will stop them from leaving"
        return Reading("planned" if ahead else left, found.cause)
    return found


def _may_ask(s: Sentence, verb: int, found: Reading) -> bool:
    """Say whether somebody only may ask for it: "may ask them to leave"."""
    modal = modal_reading(s, verb) if s.tags[verb][0] == "V" else None
    return found.reality == "demanded" and modal is not None and modal.reality == "possible"


def _governor(s: Sentence, at: int) -> int | None:
    """Return the word above that casts the shade: past a preposition, none at the root."""
    head = s.heads[at]
    if s.tags[head] in {"IN", "TO"} and s.deps[at] in {"pobj", "pcomp"}:
        return s.heads[head] if s.heads[head] != head else None
    return head if head != at else None


def _above_governor(s: Sentence, governor: int) -> Reality:
    if s.tags[governor][0] == "J" and s.deps[governor] in _JUDGED:
        governor = s.heads[governor]
    return read_reality(s, governor).reality


def _denied(found: Reading, *, finite: bool) -> Reality:
    """Return what is left of a shade when its governor is denied.

    "Did not fail to sign" tells that it signed; "does not expect that they come" leaves it open.
    """
    if found.reality == "not-happened":
        return "happened" if found.cause in words_of("fulfilled_if_denied") else "possible"
    if found.cause in words_of("optional_if_denied"):
        return "possible"
    if finite or (found.reality == "possible" and found.cause not in words_of("abilities")):
        return "possible"
    return "not-happened"
