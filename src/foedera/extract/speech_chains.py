"""Sources behind sources: "in a report by X, Y said", "X reported, citing Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foedera.data import Sentence
from foedera.extract.speech_according import set_into
from foedera.extract.speech_cues import Lexicon
from foedera.extract.speech_drafts import Draft, draft_of
from foedera.extract.speech_phrases import kid, phrase_of, trim, word
from foedera.extract.speech_shapes import Shape
from foedera.tree import low_words, subtree

_IN = frozenset({"in", "through"})
_BY = frozenset({"by", "from", "of"})
_CITING = frozenset({"citing", "quoting"})
_QUOTE = frozenset({"quote", "cite"})
_FIRST = 4  # a clause that is quoted has as many words


def find_published(s: Sentence, place: int, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield the outer source of "in a report by X, ..." and "in X's account, ..."."""
    for at, low in enumerate(low_words(s)):
        if low not in _IN or not _is_set_off(s, at):
            continue
        paper = kid(s, at, "pobj")
        if paper is None or s.lemmas[paper].lower() not in lexicon.lists["documents"]:
            continue
        maker = _maker(s, paper)
        shape = None if maker is None else set_into(s, at, maker, (at, paper))
        if shape is not None:
            yield draft_of(s, place, shape, rule="speech_chains.find_published", pos="p")


def _is_set_off(s: Sentence, at: int) -> bool:
    """Say whether the phrase opens the sentence or follows a comma, and a comma ends it."""
    after = max(subtree(s, at)) + 1
    opens = at == 0 or s.words[at - 1] in (",", '"')
    return opens and after < len(s.words) and s.words[after] == ","


def _maker(s: Sentence, paper: int) -> int | None:
    """Return the noun that a named paper comes from; a bare "its report" names nobody new."""
    for k in s.children[paper]:
        if s.deps[k] == "prep" and word(s, k) in _BY:
            noun = kid(s, k, "pobj")
            named = noun is not None and s.tags[noun] in ("NNP", "NNPS")
            if noun is not None and (named or word(s, k) != "of"):
                return noun
    return None


def find_cited(s: Sentence, place: int) -> Iterator[Draft]:
    """Yield "citing Y" as a source below the verb it hangs on; its content is filled in later."""
    if _CITING.isdisjoint(low_words(s)):
        return
    for at, low in enumerate(low_words(s)):
        cited = _cited(s, at) if low in _CITING else None
        if cited is None:
            continue
        source = tuple(t for t in phrase_of(s, cited, at) if t != at)
        shape = Shape("citing", at, (at,), cited, source, ())
        draft = draft_of(s, place, shape, rule="speech_chains.find_cited", pos="p")
        yield draft._replace(under=_above(s, at))


def _cited(s: Sentence, at: int) -> int | None:
    """Return whom "citing" cites, also where the parser made one name of both ("Citing Y, X")."""
    over = s.heads[at]
    if s.deps[at] in ("amod", "compound"):
        after = max(subtree(s, over)) + 1
        opens = over > at and min(subtree(s, over)) == at and s.words[at][0].isupper()
        return over if opens and after < len(s.words) and s.words[after] == "," else None
    hung = s.deps[at] in ("advcl", "conj", "xcomp", "pcomp", "acl")
    return kid(s, at, "dobj") if hung and s.tags[at] == "VBG" else None


def find_quoted(s: Sentence, place: int) -> Iterator[Draft]:
    """Yield both sources of "..., RNA quoted Lund as saying" and "..., Lund was quoted as saying".

    The agency stands over whom it quotes; where it is not told, he stands alone.
    """
    if "as" not in low_words(s):
        return
    for at, base in enumerate(s.lemmas):
        said = _as_saying(s, at) if base in _QUOTE and s.tags[at].startswith("V") else None
        about = kid(s, at, "nsubjpass")
        who, agency = (
            (kid(s, at, "dobj"), kid(s, at, "nsubj"))
            if about is None
            else (about, _by(s, at, said))
        )
        opener = agency if about is None else about
        if said is None or who is None or opener is None:
            continue
        first = min(subtree(s, opener))
        if first < _FIRST or s.words[first - 1] not in (",", "''", '"', "”"):
            continue
        content = trim(s, range(first - 1 if s.words[first - 1] == "," else first))
        outer = who if agency is None else agency
        for speaker in dict.fromkeys((outer, who)):
            head = at if speaker == outer else said
            frame = "before" if speaker == outer else "citing"
            source = phrase_of(s, speaker, at)
            shape = Shape(frame, head, (head,), speaker, source, content)
            pos = "v" if speaker == outer else "p"
            draft = draft_of(s, place, shape, rule="speech_chains.find_quoted", pos=pos)
            yield draft._replace(under=() if speaker == outer else (at,))


def _as_saying(s: Sentence, at: int) -> int | None:
    """Return "saying" of "quoted as saying", if nothing that is said follows."""
    for k in s.children[at]:
        said = kid(s, k, "pcomp") if word(s, k) == "as" else None
        if said is not None and kid(s, said, "ccomp", "dobj", "xcomp") is None:
            behind = s.tags[said + 1 :]
            return None if any(tag[0] == "V" or tag in ("``", ":") for tag in behind) else said
    return None


def _by(s: Sentence, at: int, said: int | None) -> int | None:
    """Return the agency of "quoted by RNA as saying" or "quoted as saying by RNA"."""
    for verb in (at, said):
        for k in s.children[verb] if verb is not None else ():
            if word(s, k) == "by":
                return kid(s, k, "pobj")
    return None


def _above(s: Sentence, at: int) -> tuple[int, ...]:
    """List the verbs above, nearest first: one of them reports what is cited."""
    out = []
    while s.heads[at] != at:
        at = s.heads[at]
        out.append(at)
    return tuple(out)


def fill_cited(drafts: Sequence[Draft]) -> list[Draft]:
    """Give a cited source the content of the report it stands behind; drop it if there is none."""
    filled = []
    for d in drafts:
        outer = _reported(drafts, d) if d.frame == "citing" else None
        if outer is not None:
            filled.append(d._replace(content=outer.content, under=(outer.head,)))
    heads = {(d.place, d.head) for d in filled}
    return [d for d in drafts if (d.place, d.head) not in heads and d.frame != "citing"] + filled


def _reported(drafts: Sequence[Draft], cited: Draft) -> Draft | None:
    same = {d.head: d for d in drafts if d.place == cited.place and d.pos == "v"}
    return next((same[v] for v in cited.under if v in same and same[v].source), None)
