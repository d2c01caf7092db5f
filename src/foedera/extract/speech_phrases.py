"""Noun phrases and subjects around a cue: who speaks, as the syntax has it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from foedera.data import Sentence, Span
from foedera.extract.speech_tellers import can_tell
from foedera.extract.subject_control import finite_above
from foedera.extract.subject_strays import speaks_on
from foedera.tree import children, subtree

_EDGE = frozenset({",", ".", ";", ":", "--", "-", "–", "—", "?", "!", "...", "…", "(", ")"})
# Verbs whose subject, not object, does what the infinitive says.
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "use", "take"})
_SAYING = frozenset({"say", "announce", "declare", "warn", "claim", "report", "argue", "insist"})
_RINGING = frozenset({"call", "phone", "telephone", "ring"})
_PASSIVE = frozenset({"auxpass", "csubjpass", "agent"})
_DEPTH = 6
_OBJECT_SPEAKS = frozenset({"as", "for", "of", "from", "into"})
_NAMES = frozenset({"NNP", "NNPS", "NN", "NNS"})
_ASKED = frozenset({"asked", "questioned", "pressed", "quizzed", "queried"})


def kid(s: Sentence, token: int, *deps: str) -> int | None:
    """Return the first dependent of `token` with one of `deps`."""
    for k in s.children[token]:
        if s.deps[k] in deps:
            return k
    return None


def word(s: Sentence, token: int) -> str:
    """Return the token's word in lower case."""
    return s.words[token].lower()


def has_to(s: Sentence, token: int) -> bool:
    """Say whether the verb is a "to" infinitive."""
    return any(s.deps[k] == "aux" and s.words[k].lower() == "to" for k in s.children[token])


def is_passive(s: Sentence, token: int) -> bool:
    """Say whether the verb is in the passive: by its auxiliary, not by the parser's subject."""
    return any(s.deps[k] in _PASSIVE for k in s.children[token])


def trim(s: Sentence, tokens: Iterable[int]) -> tuple[int, ...]:
    """Strip punctuation and conjunctions from both ends, quotation marks never."""
    out = list(tokens)
    while out and (s.words[out[-1]] in _EDGE or s.tags[out[-1]] == "CC"):
        if s.words[out[-1]] == ")" and "(" in {s.words[t] for t in out}:
            break
        out.pop()
    while out and (s.words[out[0]] in _EDGE or s.tags[out[0]] == "CC"):
        out.pop(0)
    return tuple(out)


def below(s: Sentence, *roots: int, but: Collection[int] = ()) -> tuple[int, ...]:
    """List the tokens at and below `roots` without those in `but`, trimmed."""
    tokens = {t for r in roots for t in subtree(s, r)}
    return trim(s, sorted(tokens.difference(but)))


def spans_of(s: Sentence, tokens: Collection[int]) -> tuple[Span, ...]:
    """Turn tokens into report spans, one for each unbroken run."""
    runs: list[list[int]] = []
    last = -2
    for t in tokens:
        if t == last + 1:
            runs[-1][1] = t
        else:
            runs.append([t, t])
        last = t
    return tuple([Span(s.starts[first], s.ends[end]) for first, end in runs])


def phrase_of(s: Sentence, head: int, cue: int) -> tuple[int, ...]:
    """List the whole noun phrase of a source: appositions and relative clauses stay.

    Where the cue hangs below the noun itself ("a memo saying ..."), the cue's words go.
    """
    gone = subtree(s, cue) if _is_below(s, cue, head) else ()
    phrase = below(s, head, but=gone)
    # A lone quotation mark that the parser hung on the name closes what was said before it.
    lone = [s.words[t] for t in phrase].count('"') == 1 and s.words[phrase[0]] == '"'
    return phrase[1:] if lone else phrase


def _is_below(s: Sentence, token: int, top: int) -> bool:
    for _ in range(len(s.heads)):
        if token == top:
            return True
        if s.heads[token] == token:
            return False
        token = s.heads[token]
    return False


# ------------------------------------------------------------------ subjects


def subject_of(s: Sentence, verb: int, depth: int = 0) -> int | None:
    """Return the noun that does the speaking: subject, agent, controller or antecedent.

    None where nobody is named ("it is believed", "was reported").
    """
    if depth > _DEPTH:
        return None
    if is_passive(s, verb):
        return agent_of(s, verb)
    if is_asked_aside(s, verb):
        return None
    own = _own_subject(s, verb)
    if own is None and s.deps[verb] == "conj":
        own = _behind_and(s, verb)
    if own is not None:
        return None if _is_dummy(s, own, verb) else own
    aside = next((k for k in s.children[verb] if is_asked_aside(s, k)), None)
    if aside is not None:
        return kid(s, aside, "nsubj")
    if kid(s, verb, "expl") is not None:
        return None
    taken = _inherited(s, verb, depth + 1) if s.heads[verb] != verb else None
    return _left_neighbour(s, verb) if taken is None and depth == 0 else taken


def _own_subject(s: Sentence, verb: int) -> int | None:
    """Return the verb's subject; past a closing quotation mark, the one that stands behind it.

    A fragment that ends a quotation ("One of the best," X said) is taken for a subject too.
    """
    found = children(s, verb, "nsubj") or children(s, verb, "nsubjpass")
    relative = bool(found) and s.tags[found[0]] in {"WDT", "WP"}  # "who police say did it"
    if len(found) > 1 and (relative or '"' in s.words[found[0] : found[-1]]):
        return found[-1]
    if len(found) > 1 and s.words[min(subtree(s, found[-1])) - 1] == ",":
        return found[0] if kid(s, found[-1], "cc") is not None else found[-1]
    return found[0] if found else None


def _behind_and(s: Sentence, verb: int) -> int | None:
    """Return the name between "and" and a verb, which the parser may join to the names before.

    So stands the envoy in "called for talks with Peru and the envoy warned that ...".
    """
    who = _left_neighbour(s, verb)
    if who is None or s.deps[who] not in ("conj", "appos"):
        return None
    first = min(subtree(s, who))
    return who if first and s.tags[first - 1] == "CC" else None


def _left_neighbour(s: Sentence, verb: int) -> int | None:
    """Return the noun phrase that ends right before a finite verb left without a subject."""
    at = verb - 1
    while at > 0 and (s.words[at] == "," or s.tags[at] in ("RB", "MD")):
        at -= 1
    if s.tags[verb] not in ("VBD", "VBZ", "VBP") or at < 0 or s.tags[at] not in _NAMES:
        return None
    best = None
    while max(subtree(s, at)) < verb:
        first = min(subtree(s, at))
        whole = s.tags[at] in _NAMES and (best is None or first == 0 or s.words[first - 1] == ",")
        best = at if whole else best
        if s.heads[at] == at:
            break
        at = s.heads[at]
    return best


def agent_of(s: Sentence, verb: int) -> int | None:
    """Return the noun after "by" of a passive."""
    by = kid(s, verb, "agent")
    return None if by is None else kid(s, by, "pobj")


def is_asked_aside(s: Sentence, verb: int) -> bool:
    """Say whether "asked" is a participle set between commas ("X, asked whether ..., said").

    The parser takes X for its subject, though X is the one who was asked.
    """
    if s.words[verb].lower() not in _ASKED or verb == 0 or s.words[verb - 1] != ",":
        return False
    return s.deps[verb] in ("advcl", "ccomp", "acl", "parataxis") and s.heads[verb] > verb


def _is_dummy(s: Sentence, subject: int, verb: int) -> bool:
    """Say whether "it" stands for the clause that follows ("it seems that")."""
    return word(s, subject) == "it" and s.lemmas[verb] in {"seem", "appear", "happen"}


def _inherited(s: Sentence, verb: int, depth: int) -> int | None:
    """Find the subject of a verb that has none of its own."""
    dep, head = s.deps[verb], s.heads[verb]
    if dep == "conj":
        above = finite_above(s, verb, head)
        head = head if above is None else above
        return any_subject(s, head, depth) if s.tags[head].startswith(("V", "MD")) else None
    if dep == "xcomp":
        return _controller(s, verb, head, depth)
    with_whom = _beside_with(s, verb) if dep == "advcl" and s.tags[verb] == "VBG" else None
    if with_whom is not None:
        return with_whom
    if dep == "advcl" and (s.tags[verb] in ("VBG", "VBN") or has_to(s, verb)):
        above = speaks_on(s, verb, head)
        return any_subject(s, head if above is None else above, depth)
    if dep == "acl":
        return _noun_with_verb(s, verb, head, depth)
    if dep == "pcomp":
        return _behind_preposition(s, head, depth)
    return head if dep == "amod" and s.tags[verb] == "VBG" else None


def _beside_with(s: Sentence, verb: int) -> int | None:
    """ "..., with Lund, the mayor, even calling for it": he of whom "with" tells what he does."""
    for p in s.children[s.heads[verb]]:
        who = kid(s, p, "pobj") if p < verb and word(s, p) == "with" else None
        if who is not None:
            last = max(subtree(s, who))
            between = [s.words[t] for t in range(last + 1, verb) if s.heads[t] != verb]
            closed = [","] if kid(s, who, "appos") is not None else []
            if last < verb and s.words[p - 1] == "," and between == closed:
                return who
    return None


def _behind_preposition(s: Sentence, preposition: int, depth: int) -> int | None:
    """ "after talking to", and "quoted her as saying", "mocked him for saying" of the object."""
    over = s.heads[preposition]
    if not s.tags[over].startswith("V"):
        return None
    told = kid(s, over, "dobj") if word(s, preposition) in _OBJECT_SPEAKS else None
    return any_subject(s, over, depth) if told is None else told


def any_subject(s: Sentence, verb: int, depth: int = 0) -> int | None:
    """Return a verb's subject, active or passive, or the one it takes over."""
    own = _own_subject(s, verb)
    return own if own is not None else subject_of(s, verb, depth)


def _controller(s: Sentence, verb: int, head: int, depth: int) -> int | None:
    told = kid(s, head, "dobj")
    if told is None or not has_to(s, verb) or s.lemmas[head] in _SUBJECT_CONTROL:
        return any_subject(s, head, depth)
    silent = s.lemmas[head] in _RINGING or not can_tell(s, told, papers=False)
    if s.lemmas[verb] in _SAYING and silent:
        return any_subject(s, head, depth)  # "changed the text to say that it was over"
    return told


def _noun_with_verb(s: Sentence, verb: int, noun: int, depth: int) -> int | None:
    """ "a memo saying", "a deal announced by", "his decision to call for"."""
    if s.tags[verb] == "VBG":
        return noun
    if s.tags[verb] == "VBN":
        return agent_of(s, verb)
    owner = kid(s, noun, "poss")
    if owner is not None:
        return owner
    return any_subject(s, s.heads[noun], depth) if s.deps[noun] == "dobj" else None
