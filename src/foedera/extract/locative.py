"""Tells whether a name stands as the place of something or as the one who acts."""

from __future__ import annotations

from foedera.data import Sentence
from foedera.extract.actor_words import words as word_list

_EDGES = frozenset({"outskirts", "edge", "suburbs", "streets", "waterfront"})
_ALONG = frozenset({"to", "from", "between"})


def is_located(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the name at tokens `first`–`last` is where something is, goes or comes from.

    "in Kyiv" and "a visit to Kyiv" are places; "talks with Kyiv" and "arms for Kyiv" name
    the government.
    """
    if _followed_by_country(sentence, last):
        return True
    if sentence.deps and sentence.deps[last] == "conj":
        head = sentence.heads[last]
        return head < first and sentence.deps[head] != "conj" and is_located(sentence, head, head)
    at = first - 1
    while at >= 0 and sentence.words[at].lower() in word_list("place_modifiers"):
        at -= 1
    if at < 0:
        return False
    word = sentence.words[at].lower()
    if word in word_list("place_prepositions") or tells_how_far(sentence, at):
        return True
    if leads_along(sentence, at):
        return True
    if word in {"to", "from", "toward", "towards", "for"}:
        return _moves(sentence, at, word)
    if word == "off":  # "off Libya", and not "called off"
        return bool(sentence.tags) and sentence.tags[at] == "IN"
    if word == "of":
        if sentence.words[at - 1].lower() == "out":  # "pulled its troops out of Uruzgan"
            return True
        return at > 0 and sentence.words[at - 1].lower() in word_list("parts_of_places")
    return _entered(sentence, last)


def tells_how_far(sentence: Sentence, prep: int) -> bool:
    """Say whether a name tells how far off something is: "20 miles from X", "all over X"."""
    before = sentence.words[prep - 1].lower() if prep else ""
    word = sentence.words[prep].lower()
    if before == "far":
        return word == "from" and prep > 1 and sentence.words[prep - 2].lower() == "not"
    if word == "from":
        lemma = sentence.lemmas[prep - 1].lower() if prep and sentence.lemmas else before
        return not {before, lemma}.isdisjoint(word_list("distances"))
    return (before, word) in {("close", "to"), ("all", "over")}


def leads_along(sentence: Sentence, prep: int) -> bool:
    """Say whether a way leads to a name or from it: "on the road to X", "between X and Y"."""
    if not sentence.heads or sentence.words[prep].lower() not in _ALONG:
        return False
    beside = prep and sentence.lemmas[prep - 1].lower() in word_list("ways")
    way = prep - 1 if beside else sentence.heads[prep]
    above = sentence.heads[way]
    led = sentence.deps[way] == "pobj" and sentence.words[above].lower() in {"on", "along", "in"}
    return led and sentence.lemmas[way].lower() in word_list("ways")


def lies_there(sentence: Sentence, last: int) -> bool:
    """Say whether a house or a way bears a town's name and lies there: "at a Mombasa hotel"."""
    if not sentence.heads or sentence.deps[last] not in {"compound", "poss"}:
        return False
    noun = sentence.heads[last]
    owned = sentence.deps[last] == "poss" and sentence.words[noun].lower() in _EDGES
    if noun < last or not (owned or sentence.lemmas[noun].lower() in word_list("sited")):
        return False
    prep = sentence.heads[noun]
    placed = sentence.deps[noun] == "pobj" and sentence.tags[noun] in {"NN", "NNS"}
    led = sentence.words[prep].lower()
    return placed and (led in word_list("place_prepositions") or led in {"on", "along"})


def _followed_by_country(sentence: Sentence, last: int) -> bool:
    """Say whether "NAME, Country" follows: the comma of an address."""
    words = sentence.words
    return (
        last + 2 < len(words)
        and words[last + 1] == ","
        and words[last + 2][:1].isupper()
        and (
            last + 3 >= len(words)
            or words[last + 3] in {",", ".", "on", "in", ";", ")", "(", "-"}
            or words[last + 4 : last + 5] in ((",",), (".",))
        )
        and bool(sentence.deps)
        and sentence.deps[last + 2] in {"appos", "compound"}
        and sentence.deps[last] not in {"nsubj", "conj"}
    )


def _moves(sentence: Sentence, prep: int, word: str) -> bool:
    """Say whether a verb or noun of motion governs the preposition."""
    kinds = word_list("departure" if word == "for" else "motion")
    if not sentence.heads:
        before = [w.lower() for w in sentence.words[max(0, prep - 3) : prep]]
        return any(b in kinds or b.rstrip("s") in kinds or b[:-2] in kinds for b in before)
    governor = sentence.heads[prep]
    return sentence.lemmas[governor].lower() in kinds


def _entered(sentence: Sentence, last: int) -> bool:
    """Say whether the name is the object of a verb like "visit" or "reach"."""
    if not sentence.heads or sentence.deps[last] != "dobj":
        return False
    return sentence.lemmas[sentence.heads[last]] in word_list("entered")


def names_scene(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a town's name colours what happened there: "the Oslo talks", "the Lima bombing".

    An attack on somebody may be that of the government which has its seat there: "the Oslo raid
    on the rebels".
    """
    if not sentence.heads or sentence.deps[last] != "compound":
        return False
    noun = sentence.heads[last]
    if noun < last or sentence.lemmas[noun].lower() not in word_list("scene_nouns"):
        return False
    if first and sentence.tags[first - 1] == "NNP" and sentence.heads[first - 1] in {noun, last}:
        return False  # of "the Arab Spring uprising" no town is the scene
    return not any(
        sentence.words[k].lower() in {"on", "against", "at"} and sentence.deps[k] == "prep"
        for k in sentence.children[noun]
    )


def is_struck(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether force strikes where the name at tokens `first`–`last` stands: "a raid on X".

    Of a seat of government that would leave open whether the town or the state is struck.
    """
    if not sentence.heads or first == 0:
        return False
    above = sentence.heads[last]
    if sentence.deps[last] == "dobj":
        return sentence.lemmas[above].lower() in word_list("striking")
    if sentence.deps[last] != "pobj" or sentence.words[above].lower() not in {
        "on",
        "against",
        "at",
    }:
        return False
    return sentence.lemmas[sentence.heads[above]].lower() in word_list("striking")


def is_bombed(sentence: Sentence, last: int) -> bool:
    """Say whether arms strike where a name ends: "bombed Sanaa", "missiles hit Kyiv".

    They strike the town, though the name may stand for a government too; an "attack on Tehran"
    and a "strike against Damascus" leave it open.
    """
    if not sentence.heads:
        return False
    above, dep = sentence.heads[last], sentence.deps[last]
    if dep == "conj":  # "the bombings of Hiroshima and Nagasaki"
        return above < last and is_bombed(sentence, above)
    if dep in {"dobj", "nsubjpass"}:
        return _is_shelled(sentence, above) or _is_armed(sentence, above)
    if dep != "pobj" or sentence.words[above].lower() not in {"on", "at", "of", "against"}:
        return False
    struck = sentence.heads[above]
    if sentence.tags[struck][0] == "V":  # "carried out air strikes on Damascus"
        struck = max((t for t in sentence.children[struck] if _is_object(sentence, t)), default=0)
    if sentence.tags[struck][0] != "N":
        return False
    with_arms = any(
        sentence.deps[t] in {"compound", "amod"} and sentence.lemmas[t].lower() in word_list("arms")
        for t in sentence.children[struck]
    )
    return with_arms or sentence.lemmas[struck].lower() in word_list("bombing")


def _is_object(sentence: Sentence, token: int) -> bool:
    return sentence.deps[token] == "dobj"


def _is_shelled(sentence: Sentence, verb: int) -> bool:
    return sentence.lemmas[verb].lower() in word_list("bombing")


def _is_armed(sentence: Sentence, verb: int) -> bool:
    """Say whether arms hit: "missiles hit Kyiv", "was hit by shells"."""
    if sentence.lemmas[verb].lower() not in word_list("hitting"):
        return False
    doers = [t for t in sentence.children[verb] if sentence.deps[t] in {"nsubj", "agent"}]
    doers += [k for t in doers for k in sentence.children[t] if sentence.deps[k] == "pobj"]
    return any(sentence.lemmas[t].lower() in word_list("arms") for t in doers)
