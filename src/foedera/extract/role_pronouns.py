"""The noun of its own sentence that "them" or "they" takes up, where it names nobody.

References by name are read before (`reference_pronouns.py`). Here the parallel of clauses tells:
who is acted upon in the clause above is acted upon again ("captured protesters, beating them"),
and who does what a clause sets beside is whom the main one speaks of ("as leaders fight, they").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from foedera.data import Actor, Sentence
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import is_nobody
from foedera.extract.reasons import dealt_with
from foedera.extract.role_words import role_words
from foedera.extract.subjects import logical_pair, surface_subject
from foedera.tree import ancestors, children, subtree

_ACTED_ON = frozenset({"dobj", "dative", "pobj"})
_SUBJECTS = ("nsubj", "nsubjpass")
_LINKS = frozenset({"advcl", "conj", "xcomp", "pcomp", "prep", "ccomp", "relcl", "acl"})
_BY_MEANS = frozenset({"use", "employ", "utilise", "utilize", "deploy"})
_TOWARDS = frozenset({"to", "with", "against"})
_MAX_CLIMB, _MAX_VERBS = 5, 3
_OWNERS = frozenset({"its", "their"})
_HIM = frozenset({"him", "her"})
_HE = frozenset({"he", "she"})
_PERSONS = frozenset({"person", "office"})
_MANY = frozenset({"NNS", "NNPS"})
_WHOLES = frozenset({"state", "organisation"})
"""Those that are one whatever the form of their name: "the United States said it"."""


def noun_meant(s: Sentence, pronoun: int, acts: Callable[[int], bool]) -> int | None:
    """Return the plural noun before "them" or "they" that it takes up, None if it is unclear.

    `acts` says whether a noun is of those that can be somebody.
    """
    word = s.words[pronoun].lower()
    if word == "them" and s.deps[pronoun] in _ACTED_ON:
        return _object_before(s, pronoun, acts)
    if word == "they" and s.deps[pronoun] in _SUBJECTS:
        return _subject_beside(s, pronoun, acts)
    return None


def _object_before(s: Sentence, pronoun: int, acts: Callable[[int], bool]) -> int | None:
    """Find whom the nearest clause above that has an object acts upon, or addresses by it.

    Where it acts upon nobody, whoever does what it tells: "rebels fled as the army attacked them".
    """
    doers = set(surface_subject(s, s.heads[pronoun]))
    for verb in _verbs_above(s, pronoun):
        found = [t for t in logical_pair(s, verb)[1] if t < pronoun and s.tags[t][0] in "NDC"]
        if s.lemmas[verb] in _BY_MEANS or doers & set(found):
            continue
        if found and not any(_are_many(s, t) or s.tags[t] == "NNP" for t in found):
            found = [t for one in (verb, *found) for t in _addressed(s, one, pronoun)]
            if not found:
                return None
        found = found or _addressed(s, verb, pronoun)
        if found:
            one = len(found) == 1 and (_are_many(s, found[0]) or s.tags[found[0]] == "NNP")
            return found[0] if one and acts(found[0]) else None
    return _doer_beside(s, pronoun, acts)


def _doer_beside(s: Sentence, pronoun: int, acts: Callable[[int], bool]) -> int | None:
    """Find who does what the main clause tells, where a clause beside it has its own subject."""
    verb = s.heads[pronoun] if s.deps[pronoun] != "pobj" else s.heads[s.heads[pronoun]]
    own = children(s, verb, *_SUBJECTS)
    if s.deps[verb] != "advcl" or not own:
        return None
    told = [t for t in children(s, s.heads[verb], *_SUBJECTS) if t < verb]
    if len(told) != 1 or told[0] in own or not _are_many(s, told[0]) or not acts(told[0]):
        return None
    between = range(told[0] + 1, pronoun)
    others = (t for t in between if s.tags[t] in _MANY and t not in own)
    return None if any(acts(t) for t in others) else told[0]


def _addressed(s: Sentence, word: int, pronoun: int) -> list[int]:
    """Find with whom a verb or its object has to do: "talked to Peru and paid them"."""
    preps = [p for p in children(s, word, "prep", "dative") if s.words[p].lower() in _TOWARDS]
    return [t for p in preps for t in children(s, p, "pobj") if t < pronoun]


def _subject_beside(s: Sentence, pronoun: int, acts: Callable[[int], bool]) -> int | None:
    """Find the subject of a clause told before beside the main one: "as leaders fight, they"."""
    verb = s.heads[pronoun]
    for beside in children(s, verb, "advcl"):
        if beside < pronoun:
            subjects = children(s, beside, *_SUBJECTS)
            told = [t for t in subtree(s, beside) if s.tags[t] in _MANY and acts(t)]
            return told[0] if told and told == subjects else None
    if s.deps[verb] not in {"advcl", "ccomp"}:
        return None
    above = s.heads[verb]
    told = [t for t in (*children(s, above, *_SUBJECTS), *children(s, above, "dobj", "dative"))
            if t < pronoun]  # fmt: skip
    many = [t for t in told if _are_many(s, t) and acts(t)]
    return many[0] if len(many) == 1 else None


def _verbs_above(s: Sentence, pronoun: int) -> Iterator[int]:
    """Yield the verbs above the one a pronoun hangs on, nearest first."""
    at = s.heads[pronoun]
    while s.deps[at] == "prep" and s.heads[at] != at:
        at = s.heads[at]
    for _ in range(_MAX_CLIMB):
        if s.deps[at] not in _LINKS or s.heads[at] == at:
            return
        at = s.heads[at]
        if s.tags[at][0] == "V":
            yield at


def _are_many(s: Sentence, noun: int) -> bool:
    return s.tags[noun] in _MANY or bool(children(s, noun, "conj"))


def speaker_meant(mentions: TokenMentions, pronoun: int) -> int | None:
    """Read "X said it would leave": the subject of a clause that X speaks is X."""
    s = mentions.sentence
    verb = s.heads[pronoun]
    if s.deps[verb] == "acl" and s.tags[verb] != "VB":  # "X's claim that it won"
        owner = next(iter(children(s, s.heads[verb], "poss")), None)
        return owner if s.deps[pronoun] == "nsubj" else None
    links = {"ccomp", "conj"} if s.words[pronoun].lower() == "it" else {"ccomp", "advcl", "conj"}
    for _ in range(_MAX_VERBS):
        if s.deps[verb] in links and s.heads[verb] != verb:
            verb = s.heads[verb]
            for subject in children(s, verb, "nsubj"):
                if subject < pronoun and s.words[subject].lower() == s.words[pronoun].lower():
                    break  # "X said that they regret it and that they will": X once more
                if subject < pronoun and not _agrees(mentions, subject, pronoun):
                    return None
                if subject < pronoun and _may_speak(mentions, subject):
                    if s.words[pronoun].lower() in _HE and _another(mentions, subject, pronoun):
                        return None
                    nominal = s.tags[subject][0] == "N"
                    return subject if nominal and s.deps[pronoun].startswith("nsubj") else None
    return None


def teller_meant(mentions: TokenMentions, pronoun: int) -> int | None:
    """Read "X said Y had pressed him": who tells what somebody else did to him is "him"."""
    s = mentions.sentence
    if s.words[pronoun].lower() not in _HIM or s.deps[pronoun] not in _ACTED_ON:
        return None
    verb = s.heads[pronoun] if s.deps[pronoun] != "pobj" else s.heads[s.heads[pronoun]]
    doers = _people_at(mentions, logical_pair(s, verb)[0])
    for _ in range(_MAX_VERBS):
        if s.deps[verb] not in {"ccomp", "conj", "xcomp"} or s.heads[verb] == verb:
            return None
        told, verb = s.deps[verb] == "ccomp", s.heads[verb]
        for subject in children(s, verb, "nsubj") if told else ():
            people = _people_at(mentions, (subject,))
            if people and doers and people.isdisjoint(doers):
                return subject
    return None


def owner_bound(s: Sentence, pronoun: int) -> int | None:
    """Return the noun that "its" or "their" takes up: who acts, or is acted on, in its clause.

    "X should rethink its support": X; "stopped X from its tests": X. Where its noun is the subject
    the clause above tells.
    """
    if s.deps[pronoun] != "poss" or s.words[pronoun].lower() not in _OWNERS:
        return None
    if (goal := dealt_with(s, pronoun)) is not None:
        return goal if s.tags[goal][0] == "N" else None
    owned = s.heads[pronoun]
    for verb in ancestors(s, owned):
        if s.tags[verb][0] != "V":
            continue
        doers, goals = logical_pair(s, verb)
        held = s.lemmas[verb] in role_words("held_from") and bool(goals)
        told = goals if held and owned not in goals else doers
        free = [t for t in told if t < pronoun and owned not in subtree(s, t)]
        if free:
            return free[0] if len(free) == 1 and s.tags[free[0]][0] == "N" else None
    return None


def _people_at(mentions: TokenMentions, tokens: Iterable[int]) -> set[str]:
    found = [m.value for t in tokens for m in mentions.at(t, "actor")]
    return {a.name for a in found if isinstance(a, Actor) and a.kind in {"person", "office"}}


def _another(mentions: TokenMentions, first: int, pronoun: int) -> bool:
    """Say whether a second person is named between a subject and "he": either may be meant."""
    names = set()
    for token in range(first, pronoun):
        for mention in mentions.at(token, "actor"):
            value = mention.value
            if isinstance(value, Actor) and value.kind in {"person", "office"}:
                names.add(value.name)
    return len(names) > 1


def _agrees(mentions: TokenMentions, subject: int, pronoun: int) -> bool:
    """Say whether a pronoun may be the subject's: in "the police say he" or "it" it may not."""
    word = mentions.sentence.words[pronoun].lower()
    found = [m.value for m in mentions.at(subject, "actor") if isinstance(m.value, Actor)]
    if word == "it" and mentions.sentence.tags[subject] in _MANY:
        return any(a.kind in _WHOLES for a in found) or _are_of_a_state(mentions, subject)
    if word not in _HE:
        return True
    return not found or any(a.kind in _PERSONS for a in found)


def _are_of_a_state(mentions: TokenMentions, noun: int) -> bool:
    """Say whether "it" may be the state whose people speak: "Russian officials denied it had"."""
    s = mentions.sentence
    found = [m.value for m in mentions.at(noun, "actor") if isinstance(m.value, Actor)]
    civil = bool(found) and all(a.country and a.kind != "force" for a in found)
    return civil and any(s.words[k][:1].isupper() for k in children(s, noun, "amod"))


def _may_speak(mentions: TokenMentions, token: int) -> bool:
    """Say whether a subject can be whom a pronoun means: no text ("the resolutions")."""
    return bool(mentions.at(token, "actor")) or not is_nobody(mentions.sentence, token, doing=True)
