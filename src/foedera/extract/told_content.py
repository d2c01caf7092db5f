"""What a clause says for somebody: "said it was a mistake" criticises, "said it would pay" vows.

The words that tell such a saying are those of the clause, not "said": `told_tokens` gives them.
A clause is `told_ill` or `told_well` where it calls something so, `told_untrue` where it calls a
charge ill ("said the accusations were baseless"); `own_deed`, `own_threat` or `own_refusal` where
the speaker says what he himself will or will not do, `deed_ahead`, `threat_ahead` or
`refusal_ahead` where another will or will not (his own state, where the frame asks for it);
`told_danger` where a deed would do harm, `told_undone` where a misdeed was not done. An
infinitive is a `giving_account` where it hands over facts, a bare participle `wished_done` where
somebody wants it so ("wants it amended").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from foedera.data import Sentence
from foedera.extract.role_words import role_words
from foedera.tree import children

_AHEAD_CLASSES = frozenset({"deed_ahead", "refusal_ahead", "threat_ahead"})
OWN = frozenset({"own_deed", "own_refusal", "own_threat"}) | _AHEAD_CLASSES
"""The classes of clauses in which somebody says what he himself, or another, will do."""
TOLD = OWN | {"told_ill", "told_well", "told_untrue", "told_danger", "duty"}
"""The classes of clauses that themselves are what is told."""
_NONE: frozenset[str] = frozenset()
_GIVING = frozenset({"giving_account"})
_WISHED = frozenset({"wished_done"})
_UNDONE = frozenset({"told_undone"})
_DANGER = frozenset({"told_danger"})
_RISKING = frozenset({"would", "could", "will", "may", "might", "'ll", "’ll", "'d", "’d"})
_CONTENT = frozenset({"ccomp", "xcomp", "advcl"})
_SUBJECTS = ("nsubj", "nsubjpass")
_COMPLEMENTS = ("attr", "acomp", "oprd")
_OTHERS = frozenset({"he", "she", "they", "you"})
_NAMES = frozenset({"NNP", "NNPS"})
_POINTING = frozenset({"this", "that", "it", "these", "those"})
_AHEAD = frozenset({"will", "would", "'ll", "’ll", "'d", "’d", "shall"})
_SELVES = frozenset({"it", "he", "she", "they", "we", "i"})
_MODALS = frozenset({"must", "should", "ought", "shall"})
_OPEN = frozenset({"if", "whether", "unless", "when", "until", "once", "because", "as"})
_UNSURE = frozenset({"may", "might", "could", "can"})
_SHORT = frozenset({"'s", "’s", "'re", "’re", "'m", "’m"})
_QUOTES = frozenset({"``", "''"})
_ILL, _WELL = frozenset({"told_ill"}), frozenset({"told_well"})


@cache
def tellers() -> frozenset[str]:
    """Return the verbs that only say, so that what they say tells: "say", "add", "tell"."""
    return frozenset(role_words("mere_tellers"))


def told_as(
    s: Sentence, verb: int, classes: Callable[[Sentence, int], frozenset[str]]
) -> frozenset[str]:
    """Return what the clause of `verb` says for its speaker; `classes` tells those of a noun."""
    above = s.heads[verb]
    if above == verb or s.deps[verb] not in _CONTENT:
        return _NONE
    if s.lemmas[verb] in role_words("accounting_verbs"):
        given = (classes(s, k) for k in children(s, verb, "dobj"))
        return _GIVING if any("given_information" in found for found in given) else _NONE
    if _may_be_participle(s, verb, above) and s.lemmas[above] in role_words("wishing_verbs"):
        finite = children(s, verb, "aux", "auxpass", "mark")
        return _WISHED if children(s, verb, *_SUBJECTS) and not finite else _NONE
    if s.deps[verb] != "ccomp":
        return _NONE
    if _is_undone(s, verb, above):
        return _UNDONE
    if s.lemmas[above] not in tellers():
        return _NONE
    if any(s.words[k].lower() in _OPEN for k in children(s, verb, "mark", "advmod")):
        return _NONE
    if _calls(s, verb):
        return _called(s, verb, classes)
    if _endangers(s, verb, classes):
        return _DANGER
    return _meant(s, verb, above, classes) or _harms(s, verb, classes)


def _is_undone(s: Sentence, verb: int, above: int) -> bool:
    """Say whether a misdeed is told as not done: "said its men did not shell the town"."""
    if s.lemmas[above] not in role_words("denying_tellers") or not children(s, verb, "neg"):
        return False
    ahead = any(s.tags[k] == "MD" for k in children(s, verb, "aux"))
    return not ahead and s.lemmas[verb] in role_words("misdeeds")


def _endangers(s: Sentence, verb: int, classes: Callable[[Sentence, int], frozenset[str]]) -> bool:
    """Say whether a clause tells what harm a thing would do: "said the law would wreck talks"."""
    if children(s, verb, "neg") or s.tags[verb] != "VB":
        return False
    if not any(s.words[k].lower() in _RISKING for k in children(s, verb, "aux")):
        return False
    if any(s.tags[k] == "PRP" and s.words[k].lower() != "it" for k in children(s, verb, "nsubj")):
        return False
    if s.lemmas[verb] in role_words("going_wrong"):
        return not children(s, verb, "dobj")
    harmed = [c for k in children(s, verb, "dobj") for c in classes(s, k)]
    harmful = s.lemmas[verb] in role_words("endangering_verbs")
    return harmful and not role_words("endangered_classes").isdisjoint(harmed)


def _may_be_participle(s: Sentence, verb: int, above: int) -> bool:
    """Say whether a verb may be a bare participle: "wants it amended" has no past in it."""
    return s.tags[verb] == "VBN" or (s.tags[verb] == "VBD" and s.lemmas[above] == "want")


def _called(
    s: Sentence, verb: int, classes: Callable[[Sentence, int], frozenset[str]]
) -> frozenset[str]:
    """Read "the raid is a crime" and "the vote was historic" as calling them so.

    What is "not helpful" is called ill; what is "not a crime" is called nothing.
    """
    denied = _is_denied(s, verb)
    if not _is_judged(s, verb, classes, denied=denied):
        return _NONE
    found = frozenset[str]().union(*(_said_of(s, k, classes) for k in _complements(s, verb)))
    well = not found.isdisjoint(role_words("well_classes"))
    fair = "fair_word" in found
    if denied:
        return _ILL if fair else _NONE
    if not found.isdisjoint(role_words("ill_classes")):
        charged = (classes(s, k) for k in children(s, verb, "nsubj"))
        untrue = any(not c.isdisjoint(role_words("charging_classes")) for c in charged)
        return frozenset({"told_untrue"}) if untrue else _ILL
    unsure = any(s.tags[k] == "MD" for k in children(s, verb, "aux"))
    return _WELL if well and not unsure else _NONE


def _is_denied(s: Sentence, verb: int) -> bool:
    """Say whether a clause is denied, by itself or above: "did not think it was helpful"."""
    above = s.heads[verb]
    doubted = s.lemmas[above] in role_words("thinking_verbs") and children(s, above, "neg")
    return bool(children(s, verb, "neg") or doubted)


def _said_of(
    s: Sentence, word: int, classes: Callable[[Sentence, int], frozenset[str]]
) -> frozenset[str]:
    """List what a complement calls its subject, its own adjectives and joined ones included."""
    found = classes(s, word)
    vague = "vague_noun" in found
    for kid in children(s, word, "amod", "conj") if vague else children(s, word, "conj"):
        found |= classes(s, kid)
    return found


def _harms(
    s: Sentence, verb: int, classes: Callable[[Sentence, int], frozenset[str]]
) -> frozenset[str]:
    """Read "the law undermines the accord" as calling the law ill."""
    if s.lemmas[verb] not in role_words("harming_deeds") or children(s, verb, "neg", "auxpass"):
        return _NONE
    if any(s.words[k].lower() in _UNSURE for k in children(s, verb, "aux")):
        return _NONE
    deeds = (classes(s, k) for k in children(s, verb, "nsubj"))
    judged = any(not c.isdisjoint(role_words("judged_deeds")) for c in deeds)
    return _ILL if judged else _NONE


def _calls(s: Sentence, clause: int) -> bool:
    return s.lemmas[clause] in role_words("calling_so") or s.words[clause].lower() in _SHORT


def _complements(s: Sentence, verb: int) -> Iterable[int]:
    if s.lemmas[verb] in {"be", "remain"} or s.words[verb].lower() in _SHORT:
        return children(s, verb, *_COMPLEMENTS)
    below = [k for p in children(s, verb, "prep") for k in children(s, p, "pobj")]
    return [*children(s, verb, "dobj", "attr"), *below]


def _is_judged(
    s: Sentence,
    verb: int,
    classes: Callable[[Sentence, int], frozenset[str]],
    *,
    denied: bool = False,
) -> bool:
    """Say whether the subject is somebody or a deed, or points at one: no road is "dangerous"."""
    for subject in children(s, verb, "nsubj"):
        word = s.words[subject].lower()
        if word in _POINTING:
            return denied or any(s.tags[k][0] == "N" for k in _complements(s, verb))
        if word in _OTHERS:
            return _is_quoted(s, subject)
        if s.tags[subject] in _NAMES:
            return True
        if not classes(s, subject).isdisjoint(role_words("judged_classes")):
            return True
    return False


def _is_quoted(s: Sentence, word: int) -> bool:
    """Say whether a quotation begins right before a word, or holds it from a sentence before."""
    before = [k for k in range(word) if s.tags[k] in _QUOTES]
    return len(before) % 2 == 1 or (not before and s.heads[word] < s.heads[s.heads[word]])


def _meant(
    s: Sentence, verb: int, above: int, classes: Callable[[Sentence, int], frozenset[str]]
) -> frozenset[str]:
    """Read "said it would appeal" as the speaker's own deed, "would not pay" as a refusal."""
    if s.tags[verb] != "VB" or children(s, verb, "auxpass", "nsubjpass", "expl"):
        return _NONE
    if s.lemmas[verb] in role_words("no_deeds"):
        return _NONE
    if not any(s.words[k].lower() in _AHEAD for k in children(s, verb, "aux")):
        return _NONE
    refused = children(s, verb, "neg")
    if refused and s.lemmas[verb] in role_words("no_refusals"):
        return _NONE
    hostile = s.lemmas[verb] in role_words("hostile_deeds")
    found = "threat" if hostile and not _ends_an_ill(s, verb, classes) else "deed"
    if refused or s.lemmas[verb] in role_words("refusing_deeds"):
        found = "refusal"
    own = _speaks_of_self(s, verb, above)
    return frozenset({f"own_{found}" if own else f"{found}_ahead"})


def _ends_an_ill(
    s: Sentence, verb: int, classes: Callable[[Sentence, int], frozenset[str]]
) -> bool:
    """Say whether what is stopped is itself an ill: "would suspend its air strikes"."""
    if s.lemmas[verb] not in role_words("ending_deeds"):
        return False
    ended = [c for k in children(s, verb, "dobj") for c in classes(s, k)]
    named = any(s.lemmas[k] in role_words("ills_ended") for k in children(s, verb, "dobj"))
    return named or not role_words("ills_ended_classes").isdisjoint(ended)


def _speaks_of_self(s: Sentence, verb: int, above: int) -> bool:
    """Say whether a clause is about its speaker: "Kenya said it would", "X said X will"."""
    doers = children(s, verb, "nsubj")
    speakers = children(s, above, "nsubj")
    if len(doers) != 1 or len(speakers) != 1:
        return False
    word = s.words[doers[0]].lower()
    if word not in _SELVES:
        return word == s.words[speakers[0]].lower()
    person = s.tags[speakers[0]] == "PRP"
    return not person or word == s.words[speakers[0]].lower() or word in {"we", "i"}


def told_tokens(s: Sentence, needed: Iterable[str], clauses: Iterable[int]) -> tuple[int, ...]:
    """Return the words that tell a mere saying of one of the classes `needed`, none for others.

    What must be done is told by its "must", a promise by "will", a judgement by its last word.
    """
    sought = TOLD.intersection(needed)
    if not sought:
        return ()
    return next((told for c in clauses if (told := _telling(s, c, sought))), ())


def _telling(s: Sentence, clause: int, sought: frozenset[str]) -> tuple[int, ...]:
    if s.lemmas[s.heads[clause]] not in tellers():
        return ()
    if not sought.isdisjoint({"told_ill", "told_well", "told_untrue"}):
        told = tuple(_complements(s, clause))[:1] if _calls(s, clause) else (clause,)
        return (*children(s, s.heads[clause], "neg"), *told)  # "did not think it was fair"
    if "told_danger" in sought:
        return (clause,)
    aux = children(s, clause, "aux")
    if "duty" in sought:
        must = [k for k in aux if s.words[k].lower() in _MODALS]
        return tuple(must[:1]) or ((clause,) if children(s, clause, "xcomp") else ())
    ahead = [k for k in aux if s.words[k].lower() in _AHEAD]
    return tuple(sorted((*ahead[:1], *children(s, clause, "neg")[:1])))
