"""Mends trees where the order of words leaves no doubt that the parser erred.

A phrase told in one clause is hung on another's verb, a verb is taken for an adjective although a
number follows it, or the first of a row of verbs for a clause of the second. All else stays as the
parser has it.
"""

from __future__ import annotations

from collections.abc import Sequence

from foedera.analyse.mending_agents import mend_agents
from foedera.analyse.mending_agreement import one_meant, teller_goes_on
from foedera.analyse.mending_asked import mend_asked
from foedera.analyse.mending_clauses import mend_clauses
from foedera.analyse.mending_days import (
    Tree,
    done_after_day,
    name_behind_day,
    part_day,
)
from foedera.analyse.mending_fronted import mend_fronted, mend_timed
from foedera.analyse.mending_headlines import mend_headline, mend_lost_verb
from foedera.analyse.mending_names_given import mend_names_given
from foedera.analyse.mending_openers import mend_opener
from foedera.analyse.mending_participles import is_adjective, make_adjective
from foedera.analyse.mending_phrases import is_tree
from foedera.analyse.mending_places import (
    in_chain,
    join_chain,
    join_with_place,
    row_with_places,
)
from foedera.analyse.mending_plans import make_plan, plan_before
from foedera.analyse.mending_relatives import mend_relatives
from foedera.analyse.mending_rows import join_row, row_of
from foedera.analyse.mending_series import mend_series
from foedera.analyse.mending_states import (
    hold,
    is_passive_clause,
    left_so,
    make_left_so,
    one_held,
)
from foedera.analyse.mending_strays import mend_heads
from foedera.analyse.mending_subjunctives import mend_subjunctives
from foedera.analyse.mending_tellers import (
    reported_last,
    tell_by_object,
    tell_last,
    told_by_object,
)
from foedera.analyse.mending_titles import mend_titles
from foedera.analyse.mending_verbs import mend_verbs
from foedera.analyse.mending_where import mend_where

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PAST = frozenset({"VBN", "VBD"})
_STOPS = frozenset({".", "!", "?", ";", '"', "”", "''"})
_NAME_PARTS = frozenset({"nmod", "compound"})
_TITLES = frozenset(
    {"president", "prime", "premier", "king", "queen", "chancellor", "emir", "sultan"}
)
_CALLING = frozenset(
    {"called", "calls", "described", "describes", "termed", "labelled", "labeled", "dubbed", "said",
     "says", "claimed", "claims"}
)  # fmt: skip
_GIVING = frozenset({"give", "gives", "gave", "given", "giving"})
_TIMES = frozenset(
    {"minutes", "hours", "days", "weeks", "months", "month", "week", "day", "year", "years"}
)
_NOUNLIKE = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBG"})

_PARTS = (
    mend_titles, mend_agents, mend_asked, mend_clauses, mend_series, mend_fronted, mend_timed,
    mend_where, mend_opener, mend_headline, mend_verbs, mend_relatives, mend_subjunctives,
    mend_names_given,
)  # fmt: skip


def mend(words: Sequence[str], tree: Tree) -> Tree:
    """Return the tree with mistaken verbs set right and phrases in their own clauses.

    Where what is mended of words that make no sense would no longer be a tree, whose walks would
    never end, the parser's own is returned.
    """
    parsed = Tree([*tree.tags], [*tree.deps], [*tree.heads])
    _mend_all(words, tree)
    return tree if is_tree(tree.heads) else parsed


def _mend_all(words: Sequence[str], tree: Tree) -> None:
    mend_lost_verb(words, tree)
    for token, dep in enumerate(tree.deps):
        if dep == "amod" and _counts(words, tree, token):
            _make_verb(tree, token)
        elif dep == "ccomp" and _opens_row(words, tree, token):
            _join_row(tree, token)
        elif dep == "acl" and _tells(words, tree, token):
            _make_main(tree, token)
        elif dep == "acl" and is_passive_clause(words, tree, token):
            tree.tags[token] = "VBN"
        elif dep == "relcl" and (noun := one_meant(words, tree, token)) is not None:
            tree.heads[token] = noun
        elif dep == "conj" and (saying := teller_goes_on(words, tree, token)) is not None:
            tree.heads[token] = saying
        elif dep == "nsubj" and _opens_two(words, tree, token):
            tree.deps[token] = "preconj"
        elif verb := left_so(words, tree, token):
            make_left_so(tree, token, verb)
        elif (one := one_held(words, tree, token)) is not None:
            hold(tree, token, one)
        elif is_adjective(words, tree, token):
            make_adjective(tree, token)
        elif dep == "prep" and (verb := _past_its_length(words, tree, token)) is not None:
            tree.heads[token] = verb
        elif _is_time_given(words, tree, token):
            tree.deps[token] = "dobj"
        elif words[token] == "what" and (called := _called_what(words, tree, token)):
            _make_object(tree, *called)
        elif dep in {"compound", "nummod"} and part_day(words, tree, token):
            continue
        elif dep == "conj" and (told := reported_last(words, tree, token)) is not None:
            tell_last(words, tree, token, told)
        elif dep in {"compound", "appos"} and (whole := in_chain(words, tree, token)) is not None:
            join_chain(tree, token, whole)
        elif dep == "appos" and (verb := done_after_day(words, tree, token)) is not None:
            name_behind_day(tree, token, verb)
        elif dep in _NAME_PARTS and (titled := _titled_beside(words, tree, token)) is not None:
            _join_names(tree, token, titled)
        elif dep in {"appos", "conj"} and (one := row_with_places(words, tree, token)) is not None:
            join_with_place(tree, token, one)
        elif dep in {"conj", "npadvmod"} and (one := row_of(words, tree, token)) is not None:
            join_row(tree, token, one)
        elif dep == "advcl" and (plan := plan_before(words, tree, token)) is not None:
            make_plan(tree, token, plan)
        elif dep == "dobj" and told_by_object(words, tree, token):
            tell_by_object(tree, token)
        elif dep == "cc" and (second := _second_subject(words, tree, token)) is not None:
            tree.deps[second], tree.heads[second] = "conj", tree.heads[token]
    for mend_part in _PARTS:
        mend_part(words, tree)
    tree.heads = list(mend_heads(words, tree.tags, tree.deps, tree.heads))


def _opens_two(words: Sequence[str], tree: Tree, token: int) -> bool:
    """Say whether "both" only opens two deeds: "for [both] breaking the truce and shelling it"."""
    deed = tree.heads[token]
    if words[token].lower() != "both" or deed != token + 1 or tree.tags[deed] != "VBG":
        return False
    return any(
        dep == "conj" and head == deed and tree.tags[at] == "VBG"
        for at, (dep, head) in enumerate(zip(tree.deps, tree.heads, strict=True))
    )


def _called_what(words: Sequence[str], tree: Tree, what: int) -> tuple[int, int, int] | None:
    """Return the verb, the clause and the noun of "struck what it called rebel camps".

    So of "what they described as a camp" and "what it said was a camp".
    """
    clause = tree.heads[what]
    if words[clause].lower() in {"was", "were", "is", "are"}:
        clause = tree.heads[clause]
    verb, calling = tree.heads[clause], words[clause].lower()
    if calling not in _CALLING or tree.deps[clause] != "ccomp" or verb >= what:
        return None
    below = [t for t, head in enumerate(tree.heads) if head == clause and t > clause]
    inner = [k for t in below for k, head in enumerate(tree.heads) if head == t]
    named = [t for t in below if tree.deps[t] in {"oprd", "dobj"}]
    named += [k for k in inner if tree.deps[k] in {"pobj", "attr"}]
    nouns = [t for t in named if tree.tags[t][0] == "N"]
    return (verb, clause, nouns[0]) if nouns and tree.tags[verb][0] == "V" else None


def _make_object(tree: Tree, verb: int, clause: int, noun: int) -> None:
    """Make a noun the object of a verb, and what it is called by a clause on it."""
    tree.heads[noun], tree.deps[noun] = verb, "dobj"
    tree.heads[clause], tree.deps[clause] = noun, "relcl"


def _past_its_length(words: Sequence[str], tree: Tree, prep: int) -> int | None:
    """Return the verb of "met for hours with Kerry", where the parser hangs "with" on the hours."""
    hours = tree.heads[prep]
    if words[hours].lower() not in _TIMES or tree.deps[hours] != "pobj" or prep < hours:
        return None
    length = tree.heads[hours]
    verb = tree.heads[length]
    apart = words[prep].lower() in {"with", "in", "at", "about", "over"}
    told = words[length].lower() == "for" and tree.tags[verb][0] == "V"
    return verb if apart and told else None


def _is_time_given(words: Sequence[str], tree: Tree, token: int) -> bool:
    """Say whether time is what somebody is given: "gave the envoy 48 hours to leave"."""
    verb = tree.heads[token]
    if tree.deps[token] != "npadvmod" or words[token].lower() not in _TIMES:
        return False
    given = words[verb].lower() in _GIVING and tree.tags[verb][0] == "V"
    kids = {tree.deps[t] for t, head in enumerate(tree.heads) if head == verb}
    return given and "dative" in kids and "dobj" not in kids


def _opens_row(words: Sequence[str], tree: Tree, verb: int) -> bool:
    """Say whether a verb is the first of a row: "Peru [recalled] its envoy, barred X and left".

    The parser makes it a clause of the second, which then has no subject.
    """
    second = tree.heads[verb]
    if verb >= second or tree.tags[verb] not in _FINITE or tree.tags[second] != tree.tags[verb]:
        return False
    if words[second - 1] != ",":
        return False
    below = [(d, h) for d, h in zip(tree.deps, tree.heads, strict=True) if h in (verb, second)]
    own = {d for d, h in below if h == verb}
    others = {d for d, h in below if h == second}
    return not own.isdisjoint(_SUBJECTS) and "mark" not in own and others.isdisjoint(_SUBJECTS)


def _join_row(tree: Tree, verb: int) -> None:
    """Let the first verb of a row govern the second."""
    second = tree.heads[verb]
    root = tree.heads[second] == second
    tree.deps[verb], tree.heads[verb] = tree.deps[second], verb if root else tree.heads[second]
    tree.deps[second], tree.heads[second] = "conj", verb


def _counts(words: Sequence[str], tree: Tree, token: int) -> bool:
    """Say whether a participle stands before a number: "a bomb at a fair [injured] 40 people".

    An adjective stands behind the number, or behind an article ("an estimated 40 people").
    """
    noun = tree.heads[token]
    if not (words[token].endswith("ed") and 0 < token < noun and tree.tags[noun][0] == "N"):
        return False
    numbered = any(
        tree.heads[t] == noun and tree.deps[t] == "nummod" for t in range(token + 1, noun)
    )
    return numbered and tree.tags[token - 1] in _NOUNLIKE


def _make_verb(tree: Tree, verb: int) -> None:
    """Let a verb govern the phrase before it as its subject and the noun behind as its object."""
    noun = tree.heads[verb]
    above = tree.heads[noun]
    bare = tree.deps[noun] == "dobj" and above == verb - 1 and tree.heads[above] == above
    subject = above if bare else tree.heads[above]
    behind = not bare and tree.deps[noun] == "pobj" and above < verb - 1 and subject < above
    if not bare and not (behind and tree.tags[subject][0] == "N"):
        return
    top = tree.heads[subject]
    root = top == subject
    if not root and not (tree.deps[subject] in _SUBJECTS and top > noun):
        return
    for token, head in enumerate(tree.heads):
        if head == noun and token < verb - 1:
            tree.heads[token] = verb - 1
        elif head == subject and token > verb:
            tree.heads[token] = verb
    tree.deps[verb], tree.heads[verb] = ("ROOT", verb) if root else ("ccomp", top)
    tree.tags[verb] = "VBD"
    if behind:
        tree.deps[verb - 1], tree.heads[verb - 1] = "pobj", above
    if tree.tags[verb - 1] in ("JJ", "VBG"):
        tree.tags[verb - 1] = "NN"
    tree.deps[subject], tree.heads[subject] = "nsubj", verb
    tree.deps[noun], tree.heads[noun] = "dobj", verb


def _tells(words: Sequence[str], tree: Tree, verb: int) -> bool:
    """Say whether a participle is the verb of its sentence: "Peru, a monarchy, vowed to stay".

    The parser makes it a modifier of the subject, and the sentence has no other verb.
    """
    noun = tree.heads[verb]
    if tree.tags[verb] not in _PAST or tree.heads[noun] != noun or tree.tags[noun][0] != "N":
        return False
    if words[-1] not in _STOPS or noun > verb:
        return False
    pairs = list(enumerate(zip(tree.deps, tree.heads, strict=True)))
    below = {dep for _, (dep, head) in pairs if head == verb}
    if any(dep == "relcl" and head == noun for _, (dep, head) in pairs):
        return False  # "Peru, whom Chile met, left": read where subjects are
    if below & {"agent", "auxpass", "aux"} or any(
        tree.tags[t] in _FINITE for t, _ in _under(pairs, noun)
    ):
        return False
    behind = (t for t, (_, head) in pairs if t > verb and head in (noun, verb))
    named = "oprd" in below and any(words[t] == "as" for t in behind)
    if named or below & {"dobj", "ccomp"}:
        return True
    apart = words[verb - 1] == "," and any(
        dep == "appos" for t, dep in _under(pairs, noun) if t < verb
    )
    return apart and ("xcomp" in below or "TO" in tree.tags[verb:])


def _second_subject(words: Sequence[str], tree: Tree, cc: int) -> int | None:
    """Return the name that "and" joins to a verb's subject and the parser made a second one.

    So it does in "President X and then Russian President Y announced it", "X as well as Y".
    """
    first = tree.heads[cc]
    joins = words[cc] in {"and", "as"} or [w.lower() for w in words[cc : cc + 2]] == ["but", "also"]
    if not joins or tree.deps[first] != "nsubj" or tree.tags[first] != "NNP":
        return None
    joined = any(d == "conj" and h == first for d, h in zip(tree.deps, tree.heads, strict=True))
    verb, pairs = tree.heads[first], list(zip(tree.deps, tree.heads, strict=True))
    later = [t for t in range(cc + 1, max(cc + 1, verb)) if pairs[t] == ("nsubj", verb)]
    alone = len(later) == 1 and tree.tags[later[0]] == "NNP" and not joined
    return later[0] if alone else None


def _titled_beside(words: Sequence[str], tree: Tree, name: int) -> int | None:
    """Return who stands beside a name that the parser made a part of his: "X and President Y"."""
    whole = tree.heads[name]
    if tree.tags[name] != "NNP" or whole < name or words[name].lower() in _TITLES:
        return None
    below = [
        (t, d) for t, (d, h) in enumerate(zip(tree.deps, tree.heads, strict=True)) if h == name
    ]
    joint = next((t for t, d in below if d == "cc" and name < t < whole), None)
    second = next((t for t, d in below if d == "conj" and name < t < whole), None)
    if joint is None or second is None or words[joint] != "and":
        return None
    return whole if words[joint + 1].lower() in _TITLES and tree.tags[whole] == "NNP" else None


def _join_names(tree: Tree, name: int, titled: int) -> None:
    """Let a name stand where the parser put the one beside it, which it joins."""
    root = tree.heads[titled] == titled
    tree.deps[name], tree.heads[name] = tree.deps[titled], name if root else tree.heads[titled]
    for token, head in enumerate(tree.heads):
        if head == name and tree.deps[token] == "conj":
            tree.deps[token], tree.heads[token] = "compound", titled
    tree.deps[titled], tree.heads[titled] = "conj", name


def _under(pairs: Sequence[tuple[int, tuple[str, int]]], head: int) -> list[tuple[int, str]]:
    """List the tokens right below a head with their labels, without its relative clauses."""
    return [(t, dep) for t, (dep, above) in pairs if above == head != t and dep != "relcl"]


def _make_main(tree: Tree, verb: int) -> None:
    """Let a verb govern its sentence, and what stands behind it."""
    noun = tree.heads[verb]
    for token, head in enumerate(tree.heads):
        if head == noun and token > verb:
            tree.heads[token] = verb
    tree.tags[verb], tree.deps[verb], tree.heads[verb] = "VBD", "ROOT", verb
    tree.deps[noun], tree.heads[noun] = "nsubj", verb
