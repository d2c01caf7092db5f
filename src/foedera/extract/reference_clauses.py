"""Finds whom a pronoun refers to by the clauses it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.data import Sentence
from foedera.extract.actor_words import words as word_list
from foedera.extract.discourse import SUBJECT, Discourse, Seen
from foedera.extract.subjects import surface_subject
from foedera.tree import ancestors, children, low_words

_SUBJECTS = ("nsubj", "nsubjpass")
_PERSONS = frozenset({"person", "office"})
_IT = frozenset({"it", "its"})
_LED = frozenset({"into", "from"})
_WITHIN = frozenset({"which", "where", "when"})
_RELATIVE = frozenset({"WDT", "WP"})


def clause_subject(talk: Discourse, number: int, token: int) -> list[Seen] | None:
    """Return the actors that are subject of the nearest clause above a token.

    An empty list says that something else is the subject; None that no clause has one.
    """
    sentence = talk.sentences[number]
    below, relative = token, False  # whoever a relative clause is told of owns nothing in it
    for above in ancestors(sentence, token):
        relative, below = relative or sentence.deps[below] == "relcl", above
        here = talk.at(number, above)
        if here and above < token and sentence.tags[above][:1] == "N" and not relative:
            return talk.joined(number, above)
        for subject in _subjects(sentence, above):
            if sentence.deps[token] == "poss" and subject in ancestors(sentence, token):
                continue  # "two of [its] jets": whose they are stands further up
            if subject < token and not _differs(sentence, subject, token):
                return _subject_actors(talk, number, subject)
    return None


def result_subject(talk: Discourse, number: int, token: int) -> list[Seen]:
    """Return who is so that a pronoun's clause follows: "so angry at Chad that [it] left"."""
    sentence = talk.sentences[number]
    words = low_words(sentence)
    if token < 2 or words[token - 1] != "that" or "so" not in words[: token - 1]:
        return []
    so = max(at for at in range(token - 1) if words[at] == "so")
    told = sentence.tags[token - 2] in {"VBD", "VBZ"}  # "because Chad said that it would"
    if sentence.heads[so] != so + 1 or told:
        return []
    for above in ancestors(sentence, so):
        for subject in children(sentence, above, *_SUBJECTS):
            if subject < so and sentence.tags[above][0] == "V":
                return _subject_actors(talk, number, subject)
    return []


def _differs(sentence: Sentence, subject: int, token: int) -> bool:
    """Say whether "it" cannot be a subject for being one: "analysts say its raids go on"."""
    one = sentence.words[token].lower() in _IT
    return one and sentence.tags[subject] == "NNS" and not children(sentence, subject, "conj")


def _subjects(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Return the subject of a clause, that of an infinitive from its verb ("told X to end its").

    "Pushed X into ending its tests" and "kept X from making its tests" have it from theirs too.
    """
    own = tuple(children(sentence, verb, *_SUBJECTS))
    led = sentence.words[sentence.heads[verb]].lower() in _LED
    to_do = sentence.deps[verb] == "xcomp" and sentence.tags[verb] == "VB"
    if own or not (to_do or (sentence.deps[verb] == "pcomp" and led)):
        return own
    return surface_subject(sentence, verb)


def _subject_actors(talk: Discourse, number: int, subject: int) -> list[Seen]:
    sentence = talk.sentences[number]
    if sentence.tags[subject] in _RELATIVE:
        verb = sentence.heads[subject]
        if sentence.deps[verb] == "relcl":
            return talk.joined(number, sentence.heads[verb])
    return talk.joined(number, subject)


def told_before(talk: Discourse, number: int, token: int) -> list[Seen]:
    """Return of whom somebody's man speaks: "Chad has left, [its] foreign ministry said"."""
    sentence = talk.sentences[number]
    speaker = sentence.heads[token]
    verb = sentence.heads[speaker]
    if sentence.deps[token] != "poss" or sentence.deps[speaker] not in _SUBJECTS:
        return []
    for told in children(sentence, verb, "ccomp"):
        if told < token:
            for subject in _subjects(sentence, told):
                return _subject_actors(talk, number, subject)
    return []


def owner_above(talk: Discourse, number: int, token: int) -> list[Seen] | None:
    """Return who owns what holds "its" thing ("Chad's acts, including its raids").

    Whose right or plan it is has what its infinitive tells: "Chad's right to guard its border".
    """
    sentence = talk.sentences[number]
    for above in ancestors(sentence, sentence.heads[token]):
        to_do = any(sentence.tags[k] == "TO" for k in children(sentence, above, "aux"))
        of_noun = to_do and sentence.tags[above] == "VB" and sentence.deps[above] == "acl"
        if sentence.tags[above][0] == "V" and sentence.deps[above] != "prep" and not of_noun:
            return None
        for owner in children(sentence, above, "poss"):
            if owner < token and (seen := talk.at(number, owner)):
                return seen
    return None


def guest_of(talk: Discourse, number: int, token: int) -> list[Seen]:
    """Return whom a host receives on "his visit": the visit is the guest's."""
    sentence = talk.sentences[number]
    if sentence.lemmas[sentence.heads[token]] not in word_list("stays"):
        return []
    for above in ancestors(sentence, token):
        if sentence.lemmas[above] in word_list("hosting_verbs"):
            guests = [k for k in children(sentence, above, "dobj") if k < token]
            return [s for k in guests for s in talk.at(number, k)]
    return []


def author_of(talk: Discourse, number: int, token: int) -> list[Seen] | None:
    """Return whose words a clause tells of: "X recalled [Kennedy]'s speech, in which he vowed".

    An empty list says that they are somebody's who is not known; None that it tells of none's.
    """
    sentence = talk.sentences[number]
    verb = sentence.heads[token]
    if sentence.deps[token] != "nsubj" or sentence.deps[verb] != "relcl":
        return None
    leading = [k for p in children(sentence, verb, "prep") for k in children(sentence, p, "pobj")]
    leading += children(sentence, verb, "advmod")
    owners = children(sentence, sentence.heads[verb], "poss")
    named = any(sentence.tags[k][0] == "N" for k in owners)
    if not named or not any(sentence.words[k].lower() in _WITHIN and k < token for k in leading):
        return None
    seen = [one for owner in owners for one in talk.at(number, owner)]
    return seen if not seen or any(one.actor.kind in _PERSONS for one in seen) else None


def made_to_act_by(sentence: Sentence, token: int) -> tuple[int, ...]:
    """Return who has others do to him what befalls a pronoun: "ordered troops to seize [him]".

    No one has himself seized, so that somebody else is meant.
    """
    verb = sentence.heads[token]
    above = sentence.heads[verb]
    if sentence.deps[token] != "dobj" or sentence.deps[verb] not in {"ccomp", "xcomp"}:
        return ()
    doers = [k for k in children(sentence, verb, "nsubj") if sentence.tags[k][0] == "N"]
    doers += [k for k in children(sentence, above, "dobj") if sentence.tags[k][0] == "N"]
    harmed = sentence.lemmas[verb] in word_list("harming_somebody")
    return surface_subject(sentence, above) if harmed and doers else ()


def works_for_other(sentence: Sentence, token: int) -> bool:
    """Say whether an owner is not who acts on what befalls him: "negotiated [his] release"."""
    noun = sentence.heads[token]
    verb = sentence.heads[noun]
    if sentence.deps[noun] == "pobj":
        verb = sentence.heads[verb]
    undergone = sentence.lemmas[noun].lower() in word_list("undergone")
    acted = sentence.tags[verb][0] == "V" and sentence.lemmas[verb].lower() in word_list(
        "worked_for"
    )
    return undergone and acted


def main_subject(talk: Discourse, number: int) -> list[Seen]:
    """Return the actors that are subject of a sentence's main clause."""
    if number < 0 or not talk.sentences[number].heads:
        return []
    sentence = talk.sentences[number]
    root = next(i for i, h in enumerate(sentence.heads) if h == i)
    for subject in children(sentence, root, *_SUBJECTS):
        return _subject_actors(talk, number, subject)
    return []


def following_subject(talk: Discourse, number: int, token: int, later: list[Seen]) -> list[Seen]:
    """Return the main subject that follows the clause a pronoun opens ("Before he left, X")."""
    sentence = talk.sentences[number]
    above = ancestors(sentence, token)
    verbs = [a for a in above if sentence.deps[a] == "advcl"]
    main = sentence.heads[verbs[0]] if verbs else _verb_behind(sentence, above)
    if main is None:
        return []
    wanted = [k for k in children(sentence, main, *_SUBJECTS) if k > token]
    return [s for s in later if s.token in wanted]


def _verb_behind(sentence: Sentence, above: Sequence[int]) -> int | None:
    """Return the verb whose clause a phrase opens: "In his speech on Monday, X said"."""
    opening = next((a for a in above if sentence.tags[a][0] in "VM"), None)
    first = [a for a in above if sentence.deps[a] == "prep" and sentence.heads[a] == opening]
    if opening is None or not first or first[-1] > opening:
        return None
    start = first[-1]
    return opening if start == 0 or sentence.words[start - 1] in {'"', ",", "“"} else None


def subject_beside(
    talk: Discourse, number: int, token: int, later: Sequence[Seen]
) -> list[Seen] | None:
    """Return the subject of the clause set before, or of the main one that follows.

    "If Chad has missiles, it could fire them", "Since it was founded, the Front has grown".
    None if no such clause has one.
    """
    sentence = talk.sentences[number]
    verb = sentence.heads[token]
    for beside in children(sentence, verb, "advcl"):
        told = [k for k in _nouns(sentence, beside) if k < token]
        if told and beside < token:
            found = _subject_actors(talk, number, told[-1])
            return [] if _has_rival(talk, number, beside, found) else found
    main = next((a for a in ancestors(sentence, verb) if sentence.tags[a][0] in "VM"), None)
    if main is None or sentence.deps[verb] not in {"advcl", "pcomp"} or main < token:
        return None
    wanted = [k for k in _nouns(sentence, main) if k > token]
    return [s for s in later if s.token in wanted] if wanted else None


def object_above(talk: Discourse, number: int, token: int) -> list[Seen] | None:
    """Return whom the main clause acts on, where its subject is many and "it" is one.

    "The leaders kicked Chad out after it seized the town". None where that does not hold.
    """
    sentence = talk.sentences[number]
    verb = sentence.heads[token]
    main = sentence.heads[verb]
    if sentence.deps[verb] != "advcl" or main == verb or main > token:
        return None
    subjects = _nouns(sentence, main)
    many = subjects and all(sentence.tags[k] in {"NNS", "NNPS"} for k in subjects)
    acted_on = children(sentence, main, "dobj")
    if not many or len(acted_on) != 1:
        return None
    return list(talk.joined(number, acted_on[0]))


def _has_rival(talk: Discourse, number: int, verb: int, found: list[Seen]) -> bool:
    """Say whether a clause acts on somebody who may be meant as well as its subject."""
    rules = {s.actor.kind in _PERSONS for s in found}
    acted_on = children(talk.sentences[number], verb, "dobj")
    return any(
        (s.actor.kind in _PERSONS) in rules for k in acted_on for s in talk.joined(number, k)
    )


def _nouns(sentence: Sentence, verb: int) -> list[int]:
    """List the subjects of a verb that are no pronouns."""
    return [k for k in children(sentence, verb, *_SUBJECTS) if sentence.tags[k] != "PRP"]


def says_nothing(sentence: Sentence, token: int) -> bool:
    """Say whether "it" only fills the subject's place ("it is clear that", "it is raining")."""
    verb = sentence.heads[token]
    lemma = sentence.lemmas[verb].lower()
    if lemma in word_list("empty_verbs"):
        return True
    below = {sentence.deps[k] for k in sentence.children[verb]}
    if sentence.deps[token] == "nsubjpass" and lemma in word_list("opinion_verbs"):
        return True
    return lemma in word_list("linking_verbs") and bool(
        below & {"acomp", "attr", "ccomp", "csubj", "oprd", "advcl"}
    )


def is_subject(sentence: Sentence, token: int) -> bool:
    """Say whether a token is a subject."""
    return sentence.deps[token] in _SUBJECTS


def opens(sentence: Sentence, token: int) -> bool:
    """Say whether a pronoun stands in the first phrase of the sentence's main clause."""
    if clause_is_main(sentence, token):
        return True
    head = sentence.heads[token]
    return sentence.deps[token] == "poss" and clause_is_main(sentence, head)


def clause_is_main(sentence: Sentence, token: int) -> bool:
    """Say whether a token is the subject of the root."""
    verb = sentence.heads[token]
    return is_subject(sentence, token) and sentence.heads[verb] == verb


def strongest(found: list[Seen]) -> list[Seen]:
    """Keep the subjects if there are any."""
    subjects = [s for s in found if s.role == SUBJECT]
    return subjects or found


def led_by(talk: Discourse, number: int, token: int) -> list[Seen]:
    """Return the body that somebody leads ("a delegation led by X")."""
    sentence = talk.sentences[number]
    if not sentence.heads or sentence.deps[token] != "pobj":
        return []
    prep = sentence.heads[token]
    verb = sentence.heads[prep]
    if sentence.deps[prep] != "agent" or sentence.lemmas[verb] not in word_list("leading_verbs"):
        return []
    return talk.at(number, sentence.heads[verb]) if sentence.deps[verb] == "acl" else []
