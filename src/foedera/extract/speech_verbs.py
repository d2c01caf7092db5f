"""What a verb of speech or thought governs: the frame it stands in and the words said.

A *frame* names the shape of the complement; `lexicons/cues.yaml` lists in which frames a verb
is a cue. Frames of verbs:

    clause wh before      a clause after it ("that", zero), a question, a clause before it
    parataxis as          "This, he says, is new"; "as he noted, ..."
    inf ing small         "vowed to go", "considers leaving", "feels safe"
    object                a noun phrase; `object-P` with a preposition P behind it
    told-of               "informed them of the move"
    object-possible       "raised the prospect of"
    object-inf object-ing object-small object-as
    p-P                   a prepositional phrase ("called for", "warned of")
    passive-...           clause, wh, inf, small, as; passive-object with its agent or without
    gap                   the object is the noun that a relative clause describes
    owned passive-owned   what somebody takes responsibility for
"""

from __future__ import annotations

from collections.abc import Callable

from foedera.data import Sentence
from foedera.extract.speech_clauses import (
    as_said,
    beside,
    clause,
    closing,
    halfway,
    is_finite,
    is_reduced_passive,
    picture,
    set_in,
    trailing,
)
from foedera.extract.speech_cues import BEHIND_OBJECT, cues
from foedera.extract.speech_phrases import below, has_to, kid, trim, word
from foedera.extract.speech_shapes import Shape, Verb, gather
from foedera.extract.speech_strays import without_stray
from foedera.tree import subtree

_CLAUSE_OPENERS = frozenset({"for", "that", "how", "whether", "what"})
_SO = frozenset({"long", "soon", "far", "much", "well", "just", "same", "such"})
_NOBODY_TOLD = frozenset({"it", "itself", "himself", "herself", "themselves"})
_TELLING_OF = frozenset(
    {"inform", "notify", "remind", "warn", "tell", "apprise", "brief", "advise"}
)


def read_verb(s: Sentence, at: int) -> Shape | None:
    """Read what the verb at token `at` governs; None if it governs nothing that can be said."""
    verb = gather(s, at)
    if is_reduced_passive(verb) or _says_nothing(s, at):
        return None
    for reader in _PASSIVE if verb.passive else _ACTIVE:
        shape = reader(verb)
        if shape is not None:
            shape = _without_scene(s, _without_according(s, shape))
            shape = shape._replace(content=without_stray(s, shape.content, at))
            return shape if shape.content else None
    return None


def _says_nothing(s: Sentence, at: int) -> bool:
    """Say whether a verb only adds something: "to say nothing of", "to say the least"."""
    behind = [one.lower() for one in s.words[at + 1 : at + 3]]
    to = at > 0 and word(s, at - 1) == "to" and s.lemmas[at] == "say"
    return to and (behind[:1] == ["nothing"] or behind == ["the", "least"])


def _without_according(s: Sentence, shape: Shape) -> Shape:
    """Cut ", according to Y" off the end of what X says: Y stands above X."""
    for n, t in enumerate(shape.content):
        if word(s, t) == "according" and n > 1 and s.words[t - 1] == "," and t > shape.head:
            return shape._replace(content=trim(s, shape.content[:n]))
    return shape


def _without_scene(s: Sentence, shape: Shape) -> Shape:
    """Cut "as fighting went on" off what X vowed to do: the report tells it of the day."""
    if not shape.frame.endswith("inf"):
        return shape
    for n, t in enumerate(shape.content):
        clause = s.heads[t]
        opens = word(s, t) == "as" and s.deps[t] == "mark" and s.deps[clause] == "advcl"
        whole = opens and is_finite(s, clause) and kid(s, clause, "nsubj", "nsubjpass") is not None
        if whole and n > 1 and t > shape.head and word(s, t - 1) not in _SO:
            return shape._replace(content=trim(s, shape.content[:n]))
    return shape


# ------------------------------------------------------------------ infinitives and objects


def _open_complement(v: Verb) -> Shape | None:
    s, inner, told = v.s, v.first("xcomp"), v.first("dobj")
    if inner is None:
        return _gerund_behind_particle(v)
    if told is not None and told < inner and word(s, told) in _NOBODY_TOLD:
        return None  # "found it hard to leave", "found himself cut off"
    if told is not None and told < inner:
        return v.shape("object-inf" if has_to(s, inner) else "object-small", told, inner)
    if has_to(s, inner):
        return v.shape("inf", inner)
    return v.shape("ing" if s.tags[inner] == "VBG" else "small", inner)


def _gerund_behind_particle(v: Verb) -> Shape | None:
    """ "ruled out sending troops", where the parser makes the gerund an adverb."""
    out, inner = v.first("prt"), v.first("advcl")
    if out is None or inner is None or inner != out + 1 or v.s.tags[inner] != "VBG":
        return None
    return v.shape("ing", inner)


def _predicate(v: Verb) -> Shape | None:
    named, told = v.first("oprd"), v.first("dobj")
    if named is None or (told is not None and word(v.s, told) in _NOBODY_TOLD):
        return None
    return v.shape("small", named) if told is None else v.shape("object-small", told, named)


def _told_of(v: Verb) -> Shape | None:
    """ "informed its citizens of the exercise": what is told stands behind "of" or "about"."""
    told = v.first("dobj")
    if told is None or v.s.lemmas[v.at] not in _TELLING_OF:
        return None
    for p in (*v.kids.get("prep", ()), *v.s.children[told]):
        inner = kid(v.s, p, "pobj", "pcomp") if word(v.s, p) in ("of", "about") else None
        if inner is not None and p > told:
            return v.shape("told-of", inner)
    return None


def _owned(v: Verb) -> Shape | None:
    """ "took responsibility for the attack": what somebody owns up to."""
    told = v.first("nsubjpass" if v.passive else "dobj")
    if told is None or v.s.lemmas[told].lower() not in cues().lists["owned_up"]:
        return None
    for p in (*v.s.children[told], *v.kids.get("prep", ())):
        inner = kid(v.s, p, "pobj", "pcomp") if word(v.s, p) == "for" else None
        if inner is not None:
            shape = v.shape("passive-owned" if v.passive else "owned", inner)
            return shape._replace(cue=tuple(sorted((*v.cue, told, p))))
    return None


def _conveyed(v: Verb) -> Shape | None:
    """ "expressed concern about the strike": what is felt or said hangs on the object noun."""
    told = v.first("dobj")
    if told is None or v.s.lemmas[v.at] not in cues().lists["conveying"]:
        return None
    if _airs_a_possibility(v, told):
        return None
    for k in v.s.children[told]:
        inner = kid(v.s, k, "pobj", "pcomp") if v.s.deps[k] == "prep" and k > told else None
        if inner is not None:
            shape = v.shape("conveyed-" + word(v.s, k), inner)
            return shape._replace(cue=tuple(sorted((*v.cue, told, k))))
    return None


def _object(v: Verb) -> Shape | None:
    s, told = v.s, v.first("dobj")
    if told is None:
        return None
    behind = [p for p in v.kids.get("prep", ()) if p > told and word(v.s, p) != "according"]
    as_what = next((p for p in behind if word(v.s, p) == "as"), None)
    if as_what is not None:
        return v.shape("object-as", told, as_what, extra=[p for p in behind if p > as_what])
    if _airs_a_possibility(v, told):
        return v.shape("object-possible", told, extra=behind)
    within = [p for p in s.children[told] if p > told and s.deps[p] == "prep"]
    gerund = [p for p in within if s.tags[kid(s, p, "pcomp") or p] == "VBG" and not behind]
    if gerund and cues().by_hand("v", s.lemmas[v.at], "object-" + word(s, gerund[-1])):
        return v.shape("object-" + word(s, gerund[-1]), told)  # "accused the men of killing him"
    behind += _purpose(v, told)
    if behind and word(v.s, behind[0]) in BEHIND_OBJECT:
        return v.shape("object-" + word(v.s, behind[0]), told, extra=behind)
    return v.shape("object", told, extra=behind)


def _purpose(v: Verb, told: int) -> list[int]:
    """Take an infinitive right behind the object along ("backed a plan to end the strike")."""
    return [k for k in v.kids.get("advcl", ()) if k > told and has_to(v.s, k)][:1]


def _airs_a_possibility(v: Verb, told: int) -> bool:
    """Say whether the object is but an option ("mentioned the possibility of")."""
    possible = v.s.lemmas[told] in cues().lists["possibilities"]
    return possible and cues().admits("v", v.s.lemmas[v.at], "object-possible")


def _preposition(v: Verb) -> Shape | None:
    if "acomp" in v.kids:
        return None
    for p in v.kids.get("prep", ()):
        inner = kid(v.s, p, "pobj", "pcomp")
        if p > v.at and inner is not None:
            shape = v.shape("p-" + word(v.s, p), p)
            said = trim(v.s, [t for t in shape.content if t != p])
            cue = tuple(sorted((*v.cue, p)))
            return Shape(shape.frame, v.at, cue, v.speaker, v.source, said)
    return None


def _gap(v: Verb) -> Shape | None:
    s = v.s
    if s.deps[v.at] != "relcl" or v.speaker is None or s.tags[v.speaker] in ("WDT", "WP"):
        return None
    return v.around("gap")


def _loose_clause(v: Verb) -> Shape | None:
    """Take a clause that the parser hangs on as an adverb ("called for them to stop")."""
    if "acomp" in v.kids or "attr" in v.kids:
        return None
    for k in v.kids.get("advcl", ()):
        first = word(v.s, min(subtree(v.s, k)))
        if k > v.at and first in _CLAUSE_OPENERS:
            return v.shape("advcl-" + first, k)
    return None


# ------------------------------------------------------------------ passives


def _passive_complement(v: Verb) -> Shape | None:
    s, about = v.s, v.kids.get("nsubjpass", [])[:1]
    inner, named = v.first("xcomp"), v.first("oprd")
    if inner is not None:
        return v.shape("passive-inf" if has_to(s, inner) else "passive-small", *about, inner)
    if named is not None:
        return v.shape("passive-small", *about, named)
    as_what = next((p for p in v.kids.get("prep", ()) if word(s, p) == "as"), None)
    return None if as_what is None else v.shape("passive-as", *about, as_what)


def _passive_object(v: Verb) -> Shape | None:
    about = v.first("nsubjpass")
    if about is None:
        return None
    if "agent" in v.kids and v.speaker is not None:
        charge = [p for k in (v.speaker, v.at) for p in v.s.children[k] if word(v.s, p) == "of"]
        gerund = [k for p in charge for k in v.s.children[p] if v.s.deps[k] == "pcomp" and p > v.at]
        if gerund and cues().by_hand("v", v.s.lemmas[v.at], "object-of"):
            source = tuple(t for t in v.source if t < min(charge))
            shape = v.shape("passive-object-agent", about)
            content = below(v.s, about, *gerund)
            return shape._replace(source=source, content=content)  # "accused by X of killing"
    if "agent" in v.kids:
        return v.shape("passive-object-agent", about)
    behind = any(p > v.at for p in v.kids.get("prep", ()))
    return v.shape("passive-object-prep" if behind else "passive-object-alone", about)


_Reader = Callable[[Verb], Shape | None]
_ACTIVE: tuple[_Reader, ...] = (
    picture,
    trailing,
    closing,
    beside,
    set_in,
    as_said,
    clause,
    _open_complement,
    _predicate,
    _told_of,
    _owned,
    _conveyed,
    _object,
    _preposition,
    _gap,
    _loose_clause,
    halfway,
)
_PASSIVE: tuple[_Reader, ...] = (as_said, clause, _owned, _passive_complement, _passive_object)
