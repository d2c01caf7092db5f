"""Which words of a sentence are a trigger's: base forms in full, nouns, verbs with particles."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.light_verbs import light_words
from foedera.tree import children

_NOMINAL_DEPS = frozenset({"pobj", "nsubj", "dobj", "nsubjpass", "conj", "compound", "ROOT"})
_VERBAL = ("aux", "nsubj", "nsubjpass")  # "they are fighting" tells no noun
_OBJECT_DEPS = frozenset({"dobj", "oprd", "ccomp", "agent", "dative"})
_CLIPPED = {
    ("n't", "RB"): "not", ("wo", "MD"): "will", ("ca", "MD"): "can", ("sha", "MD"): "shall",
    ("'ll", "MD"): "will", ("'d", "MD"): "would",
}  # fmt: skip
_CLIPS = frozenset(word for word, _ in _CLIPPED)


def in_full(s: Sentence) -> list[str]:
    """Return the base forms of words, clipped ones in full: "won't" says "will not"."""
    out = [word.lower() for word in s.lemmas]
    for at in [at for at, word in enumerate(out) if word in _CLIPS]:
        out[at] = _CLIPPED.get((out[at], s.tags[at]), out[at])
    return out


def noun_forms(s: Sentence, token: int, lemma: str) -> tuple[str, ...]:
    """List the words under which a noun trigger may stand for the word at `token`."""
    tag = s.tags[token]
    if tag[0] == "N":
        word = s.words[token].lower()
        if tag == "NNPS" and word.endswith("s"):
            return (word, word[:-1])
        return (lemma,) if lemma == word else (lemma, word)
    if tag == "VBG" and s.deps[token] in _NOMINAL_DEPS and not children(s, token, *_VERBAL):
        return (s.words[token].lower(),)
    return ()


def verb_tokens(s: Sentence, verb: int, words: tuple[str, ...]) -> tuple[int, ...]:
    """Find the verb's particles among its dependents or right behind it."""
    if len(words) == 1:
        return () if _means_another(s, verb) else (verb,)
    out = [verb]
    for word in words[1:]:
        near = [k for k in s.children[verb] if s.words[k].lower() == word and _leans(s, verb, k)]
        near += [k for k in (out[-1] + 1,) if k < len(s.words) and s.words[k].lower() == word]
        if not near:
            return ()
        out.append(near[0])
    return tuple(out)


def _leans(s: Sentence, verb: int, word: int) -> bool:
    """Say whether a dependent may be the verb's particle: "called [the envoy] in".

    A preposition with a noun of its own is none once an object stands before it: in "called
    it a mistake in May" nobody is called in; "in" then needs to stand right behind the verb.
    """
    if word < verb or s.deps[word] != "prep" or not children(s, word, "pobj", "pcomp"):
        return word > verb
    if s.words[word].lower() == "in" and word > verb + 1:
        return False
    return not any(verb < k < word and s.deps[k] in _OBJECT_DEPS for k in s.children[verb])


def _means_another(s: Sentence, verb: int) -> bool:
    """Say whether a particle turns the verb into another: "backed up", "took in"."""
    return s.lemmas[verb] not in light_words()["same_with_particle"] and bool(
        children(s, verb, "prt")
    )
