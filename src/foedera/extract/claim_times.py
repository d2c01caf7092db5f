"""The day that a verb shares with the clause it hangs on."""

from __future__ import annotations

from foedera.data import Mention, Sentence, When
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of
from foedera.extract.role_words import role_words
from foedera.tree import ancestors, children

_DATED = frozenset({"DATE", "TIME"})
_MAX_CLIMB = 2
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_AUXILIARY = frozenset({"aux", "auxpass", "amod"})


def is_dated(when: When) -> bool:
    """Say whether a time tells days, not how long or how often."""
    dated = when.timex.type in _DATED or when.precision in {"open", "interval"}
    return dated and not (when.earliest is None and when.latest is None and when.form is None)


def shared_day(verb: int, mentions: TokenMentions) -> When | None:
    """Return the one day of the clause that a verb shares its day with, if it has one.

    "stormed the base on Monday, killing nine", "began on Monday to leave".
    """
    at = verb
    for _ in range(_MAX_CLIMB):
        above = _same_day(mentions.sentence, at)
        if above is None:
            return None
        days = _days_of(above, mentions)
        if days:
            return days[0] if len(days) == 1 else None
        at = above
    return None


def _same_day(s: Sentence, verb: int) -> int | None:
    """Return the verb whose day a verb shares by its construction."""
    head, dep = s.heads[verb], s.deps[verb]
    if head == verb or s.tags[verb][0] != "V" or _tells_own_day(s, verb):
        return None
    if dep == "relcl":
        return _made_by(s, head) if s.tags[verb] == "VBD" else None
    if s.tags[head][0] != "V" or (children(s, verb, *_SUBJECTS) and dep != "conj"):
        return None
    shares = {
        "advcl": s.tags[verb] == "VBG" and verb > head and not children(s, verb, "mark"),
        "conj": s.tags[verb] == s.tags[head] and not children(s, verb, *_SUBJECTS, "aux"),
        "xcomp": s.lemmas[head] in role_words("aspect_verbs"),
    }
    return head if shares.get(dep, False) else None


def _tells_own_day(s: Sentence, verb: int) -> bool:
    words = {s.words[k].lower() for k in children(s, verb, "advmod", "npadvmod")}
    return not words.isdisjoint(role_words("other_times"))


def _made_by(s: Sentence, noun: int) -> int | None:
    """Return the verb whose object a text is: "signed a decree, which banned"."""
    text = not classes_of(s, noun).isdisjoint(role_words("text_classes"))
    return s.heads[noun] if text and s.deps[noun] == "dobj" else None


def _days_of(verb: int, mentions: TokenMentions) -> list[When]:
    """List the dated times whose nearest verb is `verb`."""
    found = [m for m in mentions.all("time") if _nearest_verb(m, mentions) == verb]
    return [m.value for m in found if isinstance(m.value, When) and is_dated(m.value)]


def _nearest_verb(mention: Mention, mentions: TokenMentions) -> int | None:
    s = mentions.sentence
    for at in ancestors(s, mentions.head(mention)):
        if s.tags[at][0] == "V" and s.deps[at] not in _AUXILIARY:
            return at
    return None
