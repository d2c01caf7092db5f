"""What is mended stays a tree, whatever the words: a knot would be walked for ever."""

from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.analyse.mending import mend
from foedera.analyse.mending_days import Tree
from foedera.analyse.mending_phrases import is_tree

WORDS = (
    "Chad", "Mali", "Oslo", "envoys", "attack", "raid", "a", "the", "it", "he", "his", "that",
    "which", "who", "said", "called", "calls", "accused", "warned", "condemned", "was", "has",
    "had", "will", "to", "of", "in", "by", "with", "for", "from", "after", "before", "until",
    "and", "but", "as", "well", "not", "also", "both", "on", "Monday", "May", "2014", "days",
    "speaking", "visiting", "Near", "President", "demand", "plan", "what", "where", "if", "unless",
    ",", ";", ":", '"', "“", "”", "-", "--", "—", "'s", ".", "?",
)  # fmt: skip
TAGS = (
    "NNP", "NN", "NNS", "VB", "VBD", "VBN", "VBG", "VBZ", "VBP", "MD", "IN", "TO", "DT", "JJ",
    "RB", "PRP", "PRP$", "CD", "CC", "WDT", "WP", "WRB", "POS", "RP", ",", ":", ".", "``", "''",
    "HYPH",
)  # fmt: skip
LABELS = (
    "nsubj", "nsubjpass", "csubj", "dobj", "pobj", "attr", "oprd", "ccomp", "xcomp", "advcl", "acl",
    "relcl", "conj", "cc", "appos", "amod", "compound", "nmod", "det", "poss", "case", "prep",
    "pcomp", "agent", "aux", "auxpass", "neg", "mark", "advmod", "npadvmod", "dative", "prt",
    "preconj", "punct", "dep", "expl", "nummod", "quantmod", "parataxis", "meta",
)  # fmt: skip


@st.composite
def sentences(draw: st.DrawFn) -> tuple[tuple[str, ...], Tree]:
    """Draw words, tags and labels at random on a tree with one root."""
    size = draw(st.integers(1, 14))
    words = tuple(draw(st.sampled_from(WORDS)) for _ in range(size))
    tags = [draw(st.sampled_from(TAGS)) for _ in range(size)]
    deps = [draw(st.sampled_from(LABELS)) for _ in range(size)]
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    for place, token in enumerate(order):
        heads[token] = order[draw(st.integers(0, place - 1))] if place else token
    deps[order[0]] = "ROOT"
    return words, Tree(tags, deps, heads)


@settings(max_examples=500, deadline=None)
@given(sentences())
def test_what_is_mended_is_a_tree(drawn: tuple[tuple[str, ...], Tree]) -> None:
    words, tree = drawn
    mended = mend(words, tree)
    assert is_tree(mended.heads)
    assert len(mended.heads) == len(mended.tags) == len(mended.deps) == len(words)


def test_words_that_would_be_knotted_keep_the_parsers_tree() -> None:
    assert not is_tree([1, 2, 0])
    assert is_tree([1, 1, 1])
