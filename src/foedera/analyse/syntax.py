"""Runs spaCy's tagger and parser over the sentences that the gate lets through.

The named pipeline is loaded without its name finder, lemmatizer and attribute rules: they
cost two thirds of its time and foedera reads names, lemmas and dates by its own rules
(decision 0002). Lemmas come from the same package's tables, once for each word form.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

import spacy
from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LENGTH, ORTH, TAG
from spacy.tokens import Doc
from spacy.util import compile_infix_regex
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController

from foedera.analyse import DEFAULT_MODEL
from foedera.analyse.dashes import dash_length, with_commas
from foedera.analyse.gate import Gate, Lets
from foedera.analyse.headlines import as_prose
from foedera.analyse.inserts import blank_inserts
from foedera.analyse.mending import mend
from foedera.analyse.mending_days import Tree
from foedera.analyse.sentences import split_sentences
from foedera.analyse.transitions import steps_of
from foedera.analyse.vectors import hasten
from foedera.data import PartKind, Report, Sentence, Span
from foedera.errors import MissingExtra
from foedera.lexicons import load_words

_UNUSED = ["ner", "lemmatizer", "attribute_ruler"]
_COLUMNS = [IS_SPACE, IDX, LENGTH, TAG, DEP, HEAD]
_READ: frozenset[PartKind] = frozenset({"headline", "paragraph", "caption"})
_BATCH = 8  # reports: few, so that a kill loses little work; the parser's width is its own
_WIDTH = 64  # sentences a batch; larger ones fall out of the processor's cache
# One to one, so that offsets stay: the model was trained on straight quotes.
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "\n": " ", "\t": " ", "\r": " ",
     "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2028": " ", "\u2029": " "}
)  # fmt: skip
_AFTER_INITIALS = r"(?<=[A-Z]\.)-(?=[A-Za-z]{2})"
_POS = {"N": "noun", "V": "verb", "J": "adj", "R": "adv"}
_BASE_FORMS = frozenset({"VB", "VBP", "NN", "JJ", "RB"})  # the tables would cut "press" to "pres"
_REPAIRED = {"hop": "hope", "hat": "hate"}  # the rarer verb wins in the package's tables


class Analyser:
    """Cuts reports into sentences and parses those worth it."""

    def __init__(self, gate: Lets, model: str = DEFAULT_MODEL) -> None:
        self._nlp = load_model(model)
        self._gate = gate.widened(irregular_forms(self._nlp)) if isinstance(gate, Gate) else gate
        self._lemma = _lemmatiser(self._nlp)
        self._name = cache(self._nlp.vocab.strings.__getitem__)
        self._steps = [steps_of(component) for _, component in self._nlp.pipeline]
        self._threads = ThreadpoolController()

    def analyse(self, reports: Iterable[Report]) -> Iterator[tuple[Sentence, ...]]:
        """Yield the sentences of each report, in order, eight reports at a time."""
        stream = iter(reports)
        while batch := list(islice(stream, _BATCH)):
            # products this small cost more to share among threads, which spin between them
            with self._threads.limit(limits=1, user_api="blas"):
                parsed = self._parsed(batch)
            for sentences in parsed:
                yield tuple(self._sentence(*one) for one in sentences)

    def _parsed(self, batch: Sequence[Report]) -> list[list[tuple[int, Span, str, Doc]]]:
        found = [list(self._sentences(report)) for report in batch]
        docs = [doc for sentences in found for *_, doc in sentences]
        wanted = [doc for doc in docs if self._gate.lets_through(self._words(doc))]
        wanted.sort(key=len)  # batches of like length waste no work on padding
        for first in range(0, len(wanted), _WIDTH):
            for annotate in self._steps:
                annotate(wanted[first : first + _WIDTH])
        return found

    def _words(self, doc: Doc) -> list[str]:
        return [*map(self._name, doc.to_array(ORTH).tolist())]  # without a token's wrapping

    def _sentences(self, report: Report) -> Iterator[tuple[int, Span, str, Doc]]:
        written = blank_inserts(report.text)
        plain = written.translate(_PLAIN)
        for number, part in enumerate(report.parts):
            if part.kind in _READ:
                for span in split_sentences(written, part.span):
                    text = as_prose(plain[span.start : span.end])
                    yield number, span, text, self._nlp.make_doc(with_commas(text))

    def _sentence(self, part: int, span: Span, text: str, doc: Doc) -> Sentence:
        columns = doc.to_array(_COLUMNS)  # at once: a token asked by itself costs its wrapping
        kept = columns[:, 0] == 0
        places, lengths, tags, deps = columns[kept, 1:5].T.tolist()
        start = span.start
        lengths = [dash_length(text, at, n) for at, n in zip(places, lengths, strict=True)]
        words = tuple([text[at : at + n] for at, n in zip(places, lengths, strict=True)])
        starts = tuple([start + at for at in places])
        ends = tuple([start + at + n for at, n in zip(places, lengths, strict=True)])
        if not doc.has_annotation("DEP"):
            return Sentence(span, part, words, starts, ends)
        heads = _heads(kept.nonzero()[0].tolist(), columns[:, 5].astype("int64").tolist())
        tree = mend(words, Tree([*map(self._name, tags)], [*map(self._name, deps)], [*heads]))
        heads, dep_names = tuple(tree.heads), tuple(tree.deps)
        tag_names = _verbs_among_nouns(tuple(tree.tags), dep_names, heads, words)
        return Sentence(
            span,
            part,
            words,
            starts,
            ends,
            lemmas=tuple(map(self._lemma, words, tag_names)),
            tags=tag_names,
            deps=dep_names,
            heads=heads,
            children=_children(heads),
        )


def _verbs_among_nouns(
    tags: tuple[str, ...], deps: tuple[str, ...], heads: tuple[int, ...], words: tuple[str, ...]
) -> tuple[str, ...]:
    """Tag as a verb a plural that the parser itself gave a subject and an object.

    "The pact simplifies border checks and lays down": tagger and parser disagree on "simplifies".
    """
    root = deps.index("ROOT") if "ROOT" in deps else -1
    if root < 0 or tags[root] != "NNS" or not words[root].islower():
        return tags
    below = {dep for dep, head in zip(deps, heads, strict=True) if head == root}
    if not {"nsubj", "dobj"} <= below:
        return tags
    joined = {
        at for at, head in enumerate(heads)
        if head == root and deps[at] == "conj" and words[at].endswith("s") and words[at].islower()
    }  # fmt: skip
    verbs = {root, *joined}
    return tuple("VBZ" if at in verbs and tag == "NNS" else tag for at, tag in enumerate(tags))


def load_model(name: str) -> Any:
    """Load a spaCy English pipeline without the components foedera does not use.

    Raises: MissingExtra if no installed pipeline has that name.
    """
    try:
        nlp = spacy.load(name, exclude=["ner"], disable=_UNUSED[1:])
    except OSError as error:
        raise MissingExtra(f"no spaCy pipeline named {name}; install it or name another") from error
    _cut_after_initials(nlp)
    _keep_titles(nlp)
    _multiply_by_numpy(nlp)
    hasten(nlp)
    _look_up_by_hash(nlp)
    return nlp


def _look_up_by_hash(nlp: Any) -> None:
    """Hold the lemmatiser's known words as sets; as lists, as they are shipped, they are walked."""
    if "lemmatizer" in nlp.component_names:
        index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
        for part_of_speech, words in index.items():
            index[part_of_speech] = frozenset(words)


def _cut_after_initials(nlp: Any) -> None:
    """Let the tokenizer cut "U.S.-led" as it cuts "Saudi-led"."""
    infixes = (*nlp.Defaults.infixes, _AFTER_INITIALS)
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def _keep_titles(nlp: Any) -> None:
    """Let the tokenizer keep the stop of short titles of several ("Sens. Lind and Boe")."""
    for title in load_words("abbreviations")["of_several"]:
        word = title.capitalize() + "."
        nlp.tokenizer.add_special_case(word, [{ORTH: word}])


def _multiply_by_numpy(nlp: Any) -> None:
    """Let numpy's BLAS multiply the matrices: three times as fast as the blis that thinc names.

    Tags and trees are the same to the last token (decision 0002).
    """
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        for node in component.model.walk() if hasattr(component, "model") else ():
            node.ops = ops


def _heads(kept: Sequence[int], steps: Sequence[int]) -> tuple[int, ...]:
    """Number the heads among the kept tokens; white space never heads a word it keeps."""
    place = {token: n for n, token in enumerate(kept)}
    return tuple(place.get(token + steps[token], n) for n, token in enumerate(kept))


def _children(heads: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in heads]
    for kid, head in enumerate(heads):
        if kid != head:
            below[head].append(kid)
    return tuple(map(tuple, below))


def irregular_forms(nlp: Any) -> dict[str, tuple[str, ...]]:
    """Return lemma → irregular forms ("meet": "met"), from the pipeline's own tables."""
    if "lemmatizer" not in nlp.component_names:
        return {}
    lookups = nlp.get_pipe("lemmatizer").lookups
    if not lookups.has_table("lemma_exc"):
        return {}
    found: dict[str, set[str]] = defaultdict(set)
    for forms in lookups.get_table("lemma_exc").values():
        for form, lemmas in forms.items():
            for lemma in lemmas:
                found[lemma].add(form)
    return {lemma: tuple(sorted(forms)) for lemma, forms in found.items()}


def _lemmatiser(nlp: Any) -> Any:
    """Return a cached (word, tag) → lemma from the pipeline's own tables."""
    component = nlp.get_pipe("lemmatizer") if "lemmatizer" in nlp.component_names else None
    forms = {"verb": load_words("lemmas"), "noun": load_words("noun_lemmas")}

    @cache
    def lemma(word: str, tag: str) -> str:
        pos = "aux" if tag == "MD" else _POS.get(tag[:1], "")
        if tag in {"NNP", "NNPS"} or not pos or component is None:
            return word if tag in {"NNP", "NNPS"} else word.lower()
        if tag in _BASE_FORMS and word.isalpha() and word.lower() not in ("am", "are"):
            return word.lower()
        doc = Doc(nlp.vocab, words=[word], pos=[pos.upper()], tags=[tag])
        if (known := forms.get(pos, {}).get(word.lower())) is not None:
            return str(known)
        base = str(component.rule_lemmatize(doc[0])[0])
        return _REPAIRED.get(base, base) if pos == "verb" else base

    return lemma
