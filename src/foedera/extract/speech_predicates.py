"""Sayings told by a predicate: "made clear that", "her fear was that", "left open whether".

Neither "make" nor "be" nor "leave" is a cue alone: the adjective or the noun beside it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from foedera.data import Sentence
from foedera.extract.speech_clauses import is_finite
from foedera.extract.speech_cues import Lexicon
from foedera.extract.speech_drafts import Draft, draft_of
from foedera.extract.speech_phrases import below, kid, phrase_of, subject_of, word
from foedera.extract.speech_shapes import Shape
from foedera.tree import subtree

_RULE = "speech_predicates.find_predicates"
_COMPLEMENTS = ("ccomp", "advcl", "acl", "xcomp")
_BESIDE = ("ccomp", "oprd", "acomp", "xcomp", "advcl", "dobj", "amod")
_WHOSE = frozenset({"of", "from", "by", "among"})
_FELT = frozenset({"convinced", "persuaded", "concerned", "worried", "alarmed", "satisfied"})
_STRIKING = frozenset({"shoot", "fire", "hit", "push", "snap", "bite", "punch"})
_BE = "be"


def find_predicates(s: Sentence, place: int, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield the attributions of a parsed sentence whose cue is a verb with its predicate."""
    for at, lemma in enumerate(s.lemmas):
        if lemma == "make":
            found, pos, cue = _made_clear(s, at, lexicon), "v", at
        elif lemma == "let":
            found, pos, cue = _let_known(s, at), "v", at
        elif lemma == "leave":
            found, pos, cue = _left_open(s, at, lexicon), "v", at
        elif lemma in _STRIKING and s.tags[at] in ("VBD", "VBZ", "VBP", "VBG"):
            found, pos, cue = _struck_back(s, at), "v", at
        elif s.tags[at] == "VBN" and s.words[at].lower() in _FELT:
            found, pos, cue = _is_sure(s, at), "a", at
        elif lemma == _BE and s.tags[at][0] == "V":
            found, pos = _is_that(s, at, lexicon), "n"
            if found is None:
                found, pos = _is_so_sure(s, at, lexicon), "a"
            cue = at if found is None else found.head
        else:
            continue
        if found is not None and found.content:
            lemma = (s.words if pos == "a" else s.lemmas)[cue].lower()
            yield draft_of(s, place, found, rule=_RULE, pos=pos)._replace(lemma=lemma)


def _made_clear(s: Sentence, at: int, lexicon: Lexicon) -> Shape | None:
    """ "Made (it) clear that they would stay"; what is clear may hang on either word."""
    clear = next(
        (k for k in s.children[at] if s.lemmas[k].lower() in lexicon.lists["plain_words"]), None
    )
    if clear is None or s.deps[clear] not in _BESIDE or clear < at:
        return None
    said = _clause_behind(s, clear, at)
    return None if said is None else _shape(s, at, (at, clear), said)


def _left_open(s: Sentence, at: int, lexicon: Lexicon) -> Shape | None:
    """ "Left open the possibility that they would stay.\""""
    wide = next((k for k in s.children[at] if word(s, k) == "open" and k > at), None)
    near = [k for t in (at, wide) if t is not None for k in s.children[t]]
    found = [k for k in near if s.lemmas[k].lower() in lexicon.lists["possibilities"]]
    if wide is None or not found:
        return None
    shape = _shape(s, at, (at, wide), found[0])
    return None if shape is None else shape._replace(frame="object-possible")


def _struck_back(s: Sentence, at: int) -> Shape | None:
    """ "Shot back that they had stayed": words, not blows."""
    back = next((k for k in s.children[at] if word(s, k) == "back" and k > at), None)
    if back is None:
        return None
    said = next((k for k in s.children[at] if k > back and _opens_with_that(s, k)), None)
    if said is None or not is_finite(s, said) or s.deps[said] not in _COMPLEMENTS:
        return None
    return _shape(s, at, (at, back), said)


def _is_that(s: Sentence, at: int, lexicon: Lexicon) -> Shape | None:
    """ "Her fear was that they would stay", "the view among envoys is that they will"."""
    noun = kid(s, at, "nsubj")
    if noun is None or s.tags[noun] not in ("NN", "NNS") or noun > at:
        return None
    known = lexicon.lists["held_views"]
    lemma = s.lemmas[noun].lower()
    if lemma not in known and not lexicon.admits("n", lemma, "clause"):
        return None
    whose = _whose(s, noun)
    said = next((k for k in s.children[at] if s.deps[k] == "ccomp" and k > at), None)
    if whose is None or said is None or not _opens_with_that(s, said):
        return None
    content = below(s, said)
    return Shape("clause", noun, (noun,), whose, phrase_of(s, whose, noun), content)


def _is_sure(s: Sentence, at: int) -> Shape | None:
    """ "Is convinced that they would stay", read as a passive."""
    over = at if kid(s, at, "auxpass") is not None else s.heads[at]
    carried = over == at or s.deps[at] in ("acomp", "oprd")
    who = kid(s, over, "nsubjpass", "nsubj") if carried else None
    said = next((k for k in s.children[at] if s.deps[k] == "ccomp" and k > at), None)
    if who is None or said is None or kid(s, at, "agent") is not None or not is_finite(s, said):
        return None
    return Shape("clause", at, (at,), who, phrase_of(s, who, at), below(s, said))


def _is_so_sure(s: Sentence, at: int, lexicon: Lexicon) -> Shape | None:
    """ "Was adamant that they would stay", where the clause hangs on "was"."""
    sure, who = kid(s, at, "acomp"), kid(s, at, "nsubj")
    if sure is None or who is None or word(s, who) in ("it", "what", "that"):
        return None
    said = next((k for k in s.children[at] if s.deps[k] == "ccomp" and k > sure), None)
    known = lexicon.admits("a", s.lemmas[sure].lower(), "clause")
    if said is None or not known or not _opens_with_that(s, said):
        return None
    return Shape("clause", sure, (sure,), who, phrase_of(s, who, at), below(s, said))


def _let_known(s: Sentence, at: int) -> Shape | None:
    """Read "let it be known that they would stay"."""
    known = next((k for k in s.children[at] if word(s, k) == "known" and k > at), None)
    said = None if known is None else _clause_behind(s, known, at)
    return None if known is None or said is None else _shape(s, at, (at, known), said)


def _whose(s: Sentence, noun: int) -> int | None:
    owner = kid(s, noun, "poss")
    if owner is not None:
        return owner
    for p in s.children[noun]:
        if s.deps[p] == "prep" and word(s, p) in _WHOSE:
            return kid(s, p, "pobj")
    return None


def _clause_behind(s: Sentence, clear: int, verb: int) -> int | None:
    """Return the clause of its own tense that stands right behind "clear"."""
    for k in sorted((*s.children[clear], *s.children[verb])):
        first = min(subtree(s, k))
        near = clear < first <= clear + 2
        if k > clear and s.deps[k] in _COMPLEMENTS and is_finite(s, k) and near:
            who = kid(s, k, "nsubj", "nsubjpass")
            opens = _opens_with_that(s, k) or (who is not None and min(subtree(s, who)) == first)
            return k if opens else None
    return None


def _opens_with_that(s: Sentence, clause: int) -> bool:
    return any(s.deps[k] == "mark" and word(s, k) == "that" for k in s.children[clause])


def _shape(s: Sentence, at: int, cue: tuple[int, ...], said: int) -> Shape | None:
    who = subject_of(s, at)
    if who is None:
        return None
    helpers = [k for k in s.children[at] if s.deps[k] in ("aux", "neg")]
    source = phrase_of(s, who, at)
    content = below(s, said, but={*source, *cue})
    return Shape("clause", at, tuple(sorted((*cue, *helpers))), who, source, content)
