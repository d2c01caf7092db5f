"""Clauses that a verb of speech stands over, or is set into."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.speech_cues import cues
from foedera.extract.speech_phrases import has_to, is_asked_aside, kid, trim, word
from foedera.extract.speech_shapes import Shape, Verb
from foedera.tree import subtree

WH = frozenset({"what", "how", "why", "whether", "if", "where", "when", "who", "which", "whom"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FINDING = frozenset({"find"})
_SHORTEST_CLAUSE = 4
_IF = frozenset({"if", "unless"})
_SETTING = frozenset({"when", "as", "after", "before", "while", "since", "because", "although"})
_HUNG = frozenset({"ccomp", "conj", "parataxis", "advcl", "dep", "relcl"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_DAYS = frozenset({"day", "night", "morning", "time", "moment", "way"})
_HOLDING = frozenset({"consider", "deem", "hold"})
_SURE = frozenset({"confirm"})
_WHERE = frozenset({"in", "at", "on", "during", "after", "before", "from", "through", "via"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "mark", "advmod", "neg"})


def set_in(v: Verb) -> Shape | None:
    """ "This, he says, is new.\""""
    s = v.s
    free = s.deps[v.at] == "parataxis" and s.heads[v.at] != v.at
    return v.around("parataxis") if free and "ccomp" not in v.kids else None


def picture(v: Verb) -> Shape | None:
    """ "A photo released by X shows ...": all that follows is what the picture shows."""
    lists = cues().lists
    if v.s.lemmas[v.at] not in lists["showing"] or v.speaker is None:
        return None
    if v.s.lemmas[v.speaker].lower() not in lists["captions"]:
        return None
    content = trim(v.s, range(v.at + 1, len(v.s.words)))
    return Shape("object", v.at, v.cue, v.speaker, v.source, content)


def trailing(v: Verb) -> Shape | None:
    """ "..., a news outlet reported on Monday", which the parser reads as "an outlet (that was)
    reported"."""
    s = v.s
    noun = v.first("nsubj")
    noun = s.heads[v.at] if noun is None else noun
    if s.deps[v.at] != "acl" or s.tags[v.at] not in ("VBN", "VBD") or "agent" in v.kids:
        return None
    named = [t for t in subtree(s, noun) if t < v.at]
    first = min(named, default=0)
    if first < _SHORTEST_CLAUSE or s.words[first - 1] != "," or _has_verb_behind(s, v.at):
        return None
    content = trim(s, range(first - 1))
    return Shape("before", v.at, v.cue, noun, trim(s, named), content)


def _more_said(v: Verb, last: int) -> list[int]:
    """List the clauses behind `last` that go on with what is said, though hung on the verb.

    "said that it was over, and that all had left", "said he would stay if they did".
    """
    s, out = v.s, list[int]()
    if any(word(s, k) in _SETTING for d in ("mark", "advmod") for k in v.kids.get(d, ())):
        return out  # "when he said it was over, they left"
    for dep in ("ccomp", "conj", "advcl"):
        for k in v.kids.get(dep, ()):
            marks = {word(s, m) for m in s.children[k] if s.deps[m] == "mark"}
            if k < last or closes(s, k):
                continue
            if (
                dep == "ccomp"
                or (dep == "advcl" and marks & _IF)
                or (dep == "conj" and "that" in marks)
            ):
                out.append(k)
    return out


def _past_aside(v: Verb) -> list[int]:
    """List the phrases behind a speaker set between commas: "It fell, he said, in a raid"."""
    s, after = v.s, v.at + 1
    if after >= len(s.words) or s.words[after] != ",":
        return []
    behind = [k for k in v.kids.get("prep", ()) if k > after and word(s, k) != "according"]
    return behind if behind[:1] == [after + 1] else []


def closing(v: Verb) -> Shape | None:
    """ "X said that it was over, the agency reported.": the last clause brings in all before it."""
    who = v.speaker
    if who is None or not (closes(v.s, v.at) or _closes_all(v.s, v.at)):
        return None
    content = trim(v.s, range(min(*subtree(v.s, who), v.at) - 1))
    return Shape("before", v.at, v.cue, who, v.source, content)


def beside(v: Verb) -> Shape | None:
    """ "They fled, the head of the post said by radio.": read as "they fled and said".

    The speaker is then taken for another name of what stands before the comma.
    """
    s = v.s
    if s.deps[v.at] not in _HUNG or s.lemmas[v.at] not in cues().quoting or "nsubj" in v.kids:
        return None
    over = [t for t in range(_SHORTEST_CLAUSE, v.at) if s.deps[t] == "appos"]
    who = next((t for t in over if max(subtree(s, t)) == v.at - 1), None)
    if who is None or any(d in v.kids for d in (*_COMPLEMENTS, "dobj", "cc")):
        return None
    named = sorted(subtree(s, who))
    if s.words[named[0] - 1] != "," or _has_verb_behind(s, v.at):
        return None
    content = trim(s, range(named[0] - 1))
    return Shape("before", v.at, v.cue, who, trim(s, named), content)


def halfway(v: Verb) -> Shape | None:
    """ "They fled, the mayor said on Friday, but none has left": he tells what stands before."""
    who = v.speaker
    if who is None or not closes(v.s, v.at, last=False):
        return None
    content = trim(v.s, range(min(*subtree(v.s, who), v.at) - 1))
    return Shape("before", v.at, v.cue, who, v.source, content)


def _closes_all(s: Sentence, verb: int) -> bool:
    """Say whether all before the comma hangs on a closing verb of speech as an adverb would.

    "Fighting drove many out, the mayor said": only a clause with a subject and a tense of its own.
    """
    who = kid(s, verb, "nsubj")
    if who is None or s.deps[verb] != "ROOT" or s.lemmas[verb] not in cues().quoting:
        return False
    first = min(*subtree(s, who), verb)
    before = [k for k in s.children[verb] if k < first and s.deps[k] != "punct"]
    if first < _SHORTEST_CLAUSE or s.words[first - 1] != "," or len(before) != 1:
        return False
    told = before[0]
    marks = {s.deps[k] for k in s.children[told]} & {"mark", "advmod"}
    whole = s.deps[told] == "advcl" and is_finite(s, told) and not marks
    behind = any(s.deps[k] in _COMPLEMENTS - {"advmod"} for k in s.children[verb])
    return whole and kid(s, told, "nsubj") is not None and not behind


def closes(s: Sentence, verb: int, *, last: bool = True) -> bool:
    """Say whether a clause of speaker and verb alone, set off by a comma, ends the sentence.

    Unless it is to be the `last`, something may follow behind another comma.
    """
    who = kid(s, verb, "nsubj")
    speaks = s.lemmas[verb] in cues().quoting or s.lemmas[verb] in _FINDING
    if who is None or not speaks or not is_finite(s, verb):
        return False
    first = min(*subtree(s, who), verb)
    if first < _SHORTEST_CLAUSE or s.words[first - 1] != "," or s.deps[verb] not in _HUNG:
        return False
    if s.tags[first] in _RELATIVE:
        return False
    if any(
        s.deps[k] in _COMPLEMENTS or (k < first and s.words[k] != ",") for k in s.children[verb]
    ):
        return False
    behind = range(verb + 1, len(s.words))
    if ":" in s.words[verb + 1 :]:
        return False
    if not last:
        behind = range(verb + 1, next((t for t in behind if s.words[t] == ","), verb + 1))
        if not behind or not _is_told(s, verb, first):
            return False
    return not any(s.tags[t][0] == "V" for t in behind)


def _is_told(s: Sentence, verb: int, first: int) -> bool:
    """Say whether the words before `first` hold a clause of their own beside the verb."""
    near = (s.heads[verb], *s.children[verb])
    return any(
        t < first - 1 and is_finite(s, t) and kid(s, t, "nsubj", "nsubjpass") is not None
        for t in near
    )


def is_finite(s: Sentence, verb: int) -> bool:
    """Say whether a verb or a helper of it has a tense of its own."""
    helpers = [k for k in s.children[verb] if s.deps[k] in ("aux", "auxpass")]
    return any(s.tags[t] in _FINITE for t in (verb, *helpers))


def _has_verb_behind(s: Sentence, at: int) -> bool:
    return any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in s.tags[at + 1 :])


def is_reduced_passive(v: Verb) -> bool:
    """Say whether "by" right behind shows a participle read as a clause ("the pact agreed by")."""
    s, after = v.s, v.at + 1
    if s.tags[v.at] not in ("VBD", "VBN") or after >= len(s.words) or word(s, after) != "by":
        return False
    whole = "auxpass" in v.kids or "nsubjpass" in v.kids
    as_said = any(word(s, k) == "as" for k in v.kids.get("mark", ()))
    return not whole and not as_said


def as_said(v: Verb) -> Shape | None:
    """ "As he noted, this is new.\""""
    s = v.s
    if s.deps[v.at] != "advcl" or "ccomp" in v.kids or "xcomp" in v.kids:
        return None
    if any(word(s, k) != "it" or s.words[k + 1 : k + 2] != (",",) for k in v.kids.get("dobj", ())):
        return None  # but "as he put it, ..."
    marked = any(word(s, k) == "as" for k in v.kids.get("mark", ()))
    return v.around("as") if marked else None


def clause(v: Verb) -> Shape | None:
    """Read a clause after or before the verb: "that", zero, a question, an infinitive."""
    clauses = [k for k in v.kids.get("ccomp", ()) if not is_asked_aside(v.s, k)]
    clauses = [k for k in clauses if k > v.at or ";" not in v.s.words[k : v.at]]
    clauses = clauses or _behind_citing(v) or _hung_on_the_setting(v) or _joined_by_that(v)
    if not clauses or _is_judged(v.s, clauses[-1]):
        return None
    clauses = [k for k in clauses if k > v.at and _follows_closely(v.s, v.at, k)] or clauses
    frame = _clause_frame(v.s, v.at, clauses[-1])
    more = [] if v.passive else _more_said(v, max(v.at, *clauses))
    more += _past_aside(v) if frame == "before" else []
    shape = v.shape(("passive-" if v.passive else "") + frame, *clauses, *more)
    early = _before_that(v.s, v.at, clauses[-1])
    content = trim(v.s, [t for t in shape.content if t not in early])
    content = _with_subject(v.s, _past_colon(v.s, content, v.at), v.at)
    return shape._replace(content=content)


def _is_judged(s: Sentence, clause: int) -> bool:
    """Say whether the clause is but an adjective of "it": "found it hard to leave"."""
    about = kid(s, clause, "nsubj")
    return (
        s.tags[clause][0] == "J"
        and about is not None
        and word(s, about) == "it"
        and about + 1 == clause
    )


def _with_subject(s: Sentence, content: tuple[int, ...], verb: int) -> tuple[int, ...]:
    """Take the words between cue and content along where the content opens with a bare verb.

    So stands `said the envoy "was lost"`, whose subject the parser may take for an object.
    """
    words = [t for t in content if s.tags[t] not in ("``", "''")]
    if not words or words[0] < verb + 2 or s.tags[words[0]] not in _FINITE:
        return content
    between = tuple(range(verb + 1, content[0]))
    return (*between, *content) if s.words[verb + 1 : verb + 2] != (",",) else content


def _past_colon(s: Sentence, content: tuple[int, ...], verb: int) -> tuple[int, ...]:
    """Let what is said run on behind a colon or semicolon, unless somebody else speaks there."""
    after = content[-1] + 1 if content and content[-1] > verb else len(s.words)
    if after >= len(s.words) or s.words[after] not in (":", ";"):
        return content
    rest = tuple(range(after, len(s.words)))
    if any(s.tags[t].startswith("V") and cues().admits("v", s.lemmas[t], "clause") for t in rest):
        return content
    return trim(s, (*content, *rest))


def _follows_closely(s: Sentence, verb: int, clause: int) -> bool:
    """Say whether the clause opens with "that", or right behind the verb without a comma."""
    first = min(subtree(s, clause))
    return _opens_with_that(s, clause) or first == verb + 1


def _behind_citing(v: Verb) -> list[int]:
    """Take over the clause that the parser hangs on "citing" ("reported, citing Y, that ...")."""
    s = v.s
    return [
        c
        for k in v.kids.get("advcl", ())
        if word(s, k) in ("citing", "quoting")
        for c in s.children[k]
        if s.deps[c] == "ccomp" and _opens_with_that(s, c)
    ]


def _joined_by_that(v: Verb) -> list[int]:
    """Take over "that ..." read as a second verb or an adverb.

    "Said so, and without proof, that they left", "would say only that they left".
    """
    s = v.s
    if v.passive or s.lemmas[v.at] not in cues().quoting | _SURE:
        return []
    if "dobj" in v.kids:
        return []
    for k in (*v.kids.get("conj", ()), *v.kids.get("advcl", ())):
        before = "," if s.deps[k] == "conj" else "only"
        that = [m for m in s.children[k] if s.deps[m] == "mark" and word(s, m) == "that"]
        if is_finite(s, k) and any(word(s, m - 1) == before for m in that):
            return [k]
    return []


def _hung_on_the_setting(v: Verb) -> list[int]:
    """Take over the clause hung on where it was said ("told them on a flight home that ...")."""
    s = v.s
    if v.passive or s.lemmas[v.at] not in cues().quoting or "xcomp" in v.kids:
        return []
    if "dobj" in v.kids and s.lemmas[v.at] != "tell":
        return []  # "announced a plan on the day that it left"
    settings = [p for p in v.kids.get("prep", ()) if word(s, p) in _WHERE]
    where = [t for p in (*settings, *v.kids.get("npadvmod", ())) for t in subtree(s, p)]
    hung = [k for t in where if s.tags[t][0] == "N" for k in s.children[t]]
    return [k for k in hung if k > v.at and _is_content(s, k, v.at)][:1]


def _is_content(s: Sentence, clause: int, verb: int) -> bool:
    """Say whether "that" opens a clause that lacks nothing, hung on no word of another's saying."""
    noun = s.heads[clause]
    own = kid(s, clause, "nsubj", "nsubjpass", "expl")
    hung = s.deps[clause] in ("acl", "relcl", "ccomp") and _opens_with_that(s, clause)
    whole = hung and is_finite(s, clause) and own is not None
    if not whole or s.lemmas[noun].lower() in _DAYS:
        return False
    said = cues().admits("n", s.lemmas[noun].lower(), "clause")
    over = s.heads[s.heads[noun]]
    return not said or (over == verb and kid(s, noun, "poss") is None)


def _opens_with_that(s: Sentence, clause: int) -> bool:
    return any(s.deps[k] == "mark" and word(s, k) == "that" for k in s.children[clause])


def _before_that(s: Sentence, verb: int, clause: int) -> range:
    """Return the tokens between verb and "that", which the parser may hang into the clause."""
    for k in s.children[clause]:
        if s.deps[k] == "mark" and word(s, k) == "that" and k > verb:
            return range(verb, k)
    return range(0)


def _clause_frame(s: Sentence, verb: int, clause: int) -> str:
    first = word(s, min(subtree(s, clause)))
    bare = s.lemmas[verb] in _HOLDING and s.tags[clause] == "VBN" and clause > verb
    if bare and kid(s, clause, "aux", "auxpass", "mark") is None:
        return "object-small"  # "considered the town lost"
    if has_to(s, clause):
        return "object-inf"
    if s.tags[clause] == "VBG" and kid(s, clause, "aux") is None:
        return "object-ing"
    if clause < verb:
        return "before"
    return "wh" if first in WH else "clause"
