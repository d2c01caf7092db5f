"""Papers that states make without giving them a name: what tells them is what is done to them.

"Chad and Niger signed an agreement on the shared use of the river" names no agreement, and the
report goes on to speak of "the agreement". It is one by its maker's verb, and what it is about
is the only name it has.
"""

from __future__ import annotations

import calendar
from collections.abc import Collection

from foedera.data import Sentence
from foedera.extract.title_found import nouns
from foedera.tree import children, is_parsed

_ABOUT = frozenset({"on", "for", "of", "concerning", "regarding", "governing"})
_DAYS = frozenset((*calendar.day_name, *calendar.month_name)) - {""}
_INSIDE = frozenset(
    {"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "VBG", "VBN", "CC", "POS", "HYPH"}
)
_LINKS = frozenset({"of", "in", "and", "between", "for", "from", "on"})
_ADDED = frozenset({"protocol", "protocols", "amendment", "amendments", "annex"})
_POINTING = frozenset({"the", "this", "that"})
_MOST = 10
_IN_PRINCIPLE = ("in", "principle")


def is_made(s: Sentence, head: int) -> bool:
    """Say whether a paper is what somebody signs, initials, reaches or brings into force.

    A statement, a memorandum or a plan is one only where several sign it, a code only one "of"
    something: states make no dress code.
    """
    of = tuple(s.words[head + 1 : head + 2]) == ("of",)
    if not is_parsed(s) or (s.words[head].lower() == "code" and not of):
        return False
    if any(_makes_behind(s, head, verb) for verb in children(s, head, "relcl", "acl")):
        return True
    if s.words[head].lower() in nouns("home_papers"):
        return _is_made_jointly(s, head)
    at = head
    while s.deps[at] == "conj" and s.heads[at] != at:
        at = s.heads[at]
    verb = s.heads[at]
    if s.deps[at] == "nsubj":
        return f"{s.lemmas[verb]} into" in nouns("making_itself") and _into(s, verb)
    if s.deps[at] == "pobj" and s.words[verb].lower() == "on":
        return s.lemmas[s.heads[verb]] == "agree" and s.tags[s.heads[verb]][0] == "V"
    if s.deps[at] not in {"dobj", "nsubjpass"}:
        return False
    return s.lemmas[verb].lower() in nouns("making_verbs")


def may_be_one(s: Sentence, head: int, made: Collection[str]) -> bool:
    """Say whether a paper of many senses is an agreement: states make it, or it was told made."""
    if not is_parsed(s) or s.tags[head] not in {"NN", "NNP"}:
        return False
    word = s.words[head].lower()
    if word in made:
        return any(s.words[k].lower() in _POINTING for k in children(s, head, "det"))
    return is_made(s, head)


def adds_to(s: Sentence, head: int) -> bool:
    """Say whether a paper is told with the agreement that it adds to: "a protocol to the pact"."""
    after = s.words[head + 1].lower() if head + 1 < len(s.words) else ""
    return after == "to" and s.words[head].lower() in _ADDED


def _into(s: Sentence, verb: int) -> bool:
    return any(s.words[k].lower() == "into" for k in children(s, verb, "prep"))


def _is_made_jointly(s: Sentence, head: int) -> bool:
    """Say whether several make a paper that one alone may sign at home: a statement, a letter."""
    at = head
    while s.deps[at] == "conj" and s.heads[at] != at:
        at = s.heads[at]
    verb = s.heads[at]
    if s.deps[at] != "dobj":
        return False
    several = any(_are_several(s, k) for k in children(s, verb, "nsubj"))
    several = several or _is_with_another(s, head) or _is_with_another(s, verb)
    return several and s.lemmas[verb].lower() in nouns("signing_verbs")


def _is_with_another(s: Sentence, above: int) -> bool:
    """Say whether somebody named stands behind "with": "signed a memorandum with Peru"."""
    return any(
        s.words[p].lower() == "with"
        and any(s.tags[k].startswith("NNP") for k in children(s, p, "pobj"))
        for p in children(s, above, "prep")
    )


def _makes_behind(s: Sentence, head: int, verb: int) -> bool:
    """Say whether a clause behind a paper says who made it: "that the two signed", "signed by"."""
    if s.lemmas[verb].lower() not in nouns("signing_verbs"):
        return False
    by = [k for p in children(s, verb, "agent", "prep") for k in children(s, p, "pobj")
          if s.words[p].lower() in {"by", "between"}]  # fmt: skip
    makers = [*children(s, verb, "nsubj"), *by]
    return any(_are_several(s, k) for k in makers if k != head)


def is_told_new(s: Sentence, head: int) -> bool:
    """Say whether a clause behind what a paper is about says that it was made.

    "The treaty on good relations that they signed in 1992" is none that was told before.
    """
    near = [t for t in range(head, min(head + _MOST, len(s.words))) if _is_within(s, t, head)]
    clauses = (verb for t in near for verb in children(s, t, "relcl", "acl"))
    return any(s.lemmas[verb].lower() in nouns("signing_verbs") for verb in clauses)


def _is_within(s: Sentence, token: int, head: int) -> bool:
    while token != head and s.deps[token] in {"pobj", "prep"}:
        token = s.heads[token]
    return token == head


def _are_several(s: Sentence, noun: int) -> bool:
    told = s.tags[noun] in {"NNS", "NNPS"} or s.words[noun].lower() in {"two", "both", "they"}
    return told or bool(children(s, noun, "conj"))


def about(text: str, s: Sentence, head: int) -> tuple[str, frozenset[str]]:
    """Return what a paper is about as words behind its head, and those of them that tell it.

    Of "an agreement on the shared use of the river" they are " on the shared use of the river",
    with "use" and "river" to tell it.
    """
    first = head + 1
    if tuple(s.words[first : first + 2]) == _IN_PRINCIPLE:
        return " in principle", frozenset({"principle"})
    if not is_parsed(s) or first >= len(s.words):
        return "", frozenset()
    adding = adds_to(s, head)
    if s.words[first].lower() not in _ABOUT and not adding:
        return "", frozenset()
    last, at = first, first + 1
    while at < len(s.words) and at - first <= _MOST:
        word = s.words[at]
        if word in _DAYS or (word.lower() in nouns("heads") and not adding):
            break
        if not (s.tags[at] in _INSIDE or word.lower() in _LINKS):
            break
        if s.tags[at][0] == "N" or s.tags[at] == "VBG":
            last = at
        at += 1
    told = frozenset(
        s.words[k].lower() for k in range(first + 1, last + 1)
        if s.tags[k] in {"NN", "NNS", "VBG"}
        and (adding or s.words[k].lower() not in nouns("heads"))
    )  # fmt: skip
    if last == first or not told:
        return "", frozenset()
    return " " + " ".join(text[s.starts[first] : s.ends[last]].split()), told
