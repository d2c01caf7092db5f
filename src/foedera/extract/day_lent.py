"""Days lent to an act by the clause, the phrase or the occasion that holds or opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from foedera.data import Days, Mention, Sentence, When
from foedera.extract.claim_times import day_of_verb, is_adverbial, is_dated, nearest_verb
from foedera.extract.frames import Match
from foedera.extract.light_verbs import light_governor
from foedera.extract.mention_index import TokenMentions
from foedera.extract.time_words import time_words
from foedera.tree import ancestors, children, subtree

_GONE_BY = re.compile(r"tense:past|:-[1-9]|which:last|so:far")
_FINE = frozenset({"day", "interval", "week"})
_COARSE = frozenset({"year", "month", "season"})
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_STRETCHES = frozenset({"day", "week", "month", "year", "morning", "evening", "night"})
_AT_WHICH = frozenset({"in", "during", "at"})
_UPON_NOUN = frozenset({"compound", "nmod", "nummod", "poss", "npadvmod"})

Dated = tuple[Mention, When]


def day_lent(match: Match, here: TokenMentions, published: Days) -> When | None:
    """Return the day of an act that stands within or beside what bears one."""
    s, head = here.sentence, match.head
    days = [(m, m.value) for m in here.all("time")]
    dated = [(m, w) for m, w in days if isinstance(w, When) and is_dated(w)]
    if not dated:
        return None
    tag = s.tags[head]
    if tag[0] == "N":
        return _of_noun(head, here, dated) or _lies_ahead(head, here, dated, published)
    if tag == "IN":  # "in talks", "on a visit"
        return _of_phrase(head, here)
    return _of_verb(head, here, dated) if tag[0] == "V" else None


# ------------------------------------------------------------------- of nouns


def _of_noun(noun: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    s = here.sentence
    above = s.heads[noun]
    if s.deps[noun] == "attr" and s.lemmas[above] == "be":
        return _of_what_is(above, here, dated)
    if s.deps[noun] == "pobj" and s.words[above].lower() in {"for", "on"}:
        goer = s.heads[above]
        found = day_of_verb(goer, here) if _goes(s, goer) else None
        if found is not None:
            return found if found.precision == "day" else None
    carrier = light_governor(s, noun)
    found = _of_verb(carrier, here, dated) if carrier is not None else None
    return found or _right_behind(noun, here, dated)


def _right_behind(noun: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    """Return a time gone by right behind a happening: "to punish Peru for the raid last week".

    The verb must tell no past of its own, which could be of that time.
    """
    s = here.sentence
    if s.deps[noun] not in {"pobj", "dobj"} or noun + 1 == len(s.words):
        return None
    behind = ((m, w) for m, w in dated if m.span.start == s.starts[noun + 1])
    mention, when = next(behind, (None, None))
    if mention is None or when is None or s.deps[here.head(mention)] not in {"npadvmod", "advmod"}:
        return None
    verb = nearest_verb(mention, here)
    past = _GONE_BY.search(when.form or "") is not None
    return (
        when if past and verb is not None and s.tags[verb] in {"VB", "VBG", "VBZ", "VBP"} else None
    )


def _of_what_is(be: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    """Return the day of "there are talks on Friday", "Monday's raid was a test of"."""
    s = here.sentence
    if children(s, be, "expl"):
        found = list(_near(be, here, dated))
        plain = len(found) == 1 and is_adverbial(found[0][0], here)
        return found[0][1] if plain and not children(s, be, "aux") else None
    subjects = children(s, be, "nsubj")
    return _upon(subjects[0], here, dated) if len(subjects) == 1 else None


def _upon(noun: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    """Return the one day set upon a noun: "Monday's raid", "the 2011 letter"."""
    s = here.sentence
    heads = [(here.head(m), w) for m, w in dated]
    own = [w for at, w in heads if s.heads[at] == noun and s.deps[at] in _UPON_NOUN]
    return own[0] if len(own) == 1 else None


def _lies_ahead(
    noun: int, here: TokenMentions, dated: Sequence[Dated], published: Days
) -> When | None:
    """Return a day to come of what was arranged or asked: "invited him to talks on Friday"."""
    s, verb = here.sentence, nearest_clause(here.sentence, noun)
    prep = s.heads[noun]
    asked = s.deps[noun] == "dobj" or (
        s.deps[noun] == "pobj" and s.words[prep].lower() in {"to", "for", "of"}
    )
    if verb is None or not asked or s.lemmas[verb] not in time_words().shares["asking_ahead"]:
        return None
    near = list(_near(verb, here, dated))
    if len(near) != 1 or published.latest is None or here.head(near[0][0]) < noun:
        return None
    return near[0][1] if (near[0][1].earliest or "") > published.latest else None


def _goes(s: Sentence, verb: int) -> bool:
    return s.tags[verb][0] == "V" and s.lemmas[verb] in time_words().shares["going_verbs"]


def _of_phrase(head: int, here: TokenMentions) -> When | None:
    """Return the day of the verb that a phrase goes with: "on Friday, on a visit, said"."""
    s = here.sentence
    verb = s.heads[head]
    if s.deps[head] != "prep" or s.tags[verb][0] != "V":
        return None
    found = day_of_verb(verb, here)
    return found if found is not None and found.precision == "day" else None


# ------------------------------------------------------------------- of verbs


def _of_verb(verb: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    for find in _OF_VERBS:
        if (found := find(verb, here, dated)) is not None:
            return found
    return None


def _gone_on_since(verb: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    """Return the days since what a clause tells: "have left since the siege began Monday"."""
    s = here.sentence
    if not any(s.lemmas[k] == "have" for k in children(s, verb, "aux")):
        return None
    opened = [k for k in children(s, verb, "prep", "advcl") if _is_since(s, k)]
    if len(opened) != 1:
        return None
    inside = set(subtree(s, opened[0]))
    found = [w for m, w in dated if here.head(m) in inside]
    return _open_from(found[0]) if len(found) == 1 else None


def _is_since(s: Sentence, clause: int) -> bool:
    return "since" in {s.words[k].lower() for k in (clause, *children(s, clause, "mark"))}


def _open_from(when: When) -> When | None:
    if when.precision == "open":
        return when
    if when.earliest is None:
        return None
    form = f"{when.form};open:since" if when.form else None
    return replace(when, latest=None, precision="open", form=form)


def _with_others(verb: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    """Return the day of what goes with it: "ended on Sunday, with Peru promising"."""
    s = here.sentence
    above = s.heads[verb]
    if s.tags[verb] not in {"VBG", "VBN"}:
        return None
    if s.deps[verb] == "pcomp" and s.words[above].lower() == "with":
        above = s.heads[above]
    elif "with" not in {s.words[k].lower() for k in children(s, verb, "mark")}:
        return None
    if s.tags[above] != "VBD" or above > verb or not children(s, verb, *_SUBJECTS):
        return None
    return _fine(day_of_verb(above, here))


def _fine(when: When | None) -> When | None:
    return when if when is not None and when.precision in _FINE else None


def _at_which(verb: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    """Return the day of an occasion or a place at which: "met on Friday in Lima, where they"."""
    s = here.sentence
    if s.deps[verb] != "relcl" or s.tags[verb] != "VBD" or not _opens_which(s, verb):
        return None
    noun = s.heads[verb]
    if (own := _upon(noun, here, dated)) is not None:
        return own
    above = nearest_clause(s, noun)
    held = above is not None and (
        _goes(s, above) or s.lemmas[above] in time_words().shares["holding_verbs"]
    )
    return _fine(day_of_verb(above, here)) if above is not None and held else None


def nearest_clause(s: Sentence, token: int) -> int | None:
    """Return the nearest verb above a token."""
    return next((at for at in ancestors(s, token) if s.tags[at][0] == "V"), None)


def _opens_which(s: Sentence, verb: int) -> bool:
    """Say whether "where", "when" or "in which" opens a clause."""
    if {s.words[k].lower() for k in children(s, verb, "advmod")} & {"where", "when"}:
        return True
    preps = (k for k in children(s, verb, "prep") if s.words[k].lower() in _AT_WHICH)
    return any(s.words[k].lower() == "which" for prep in preps for k in s.children[prep])


def _of_telling(verb: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    """Return the day of what does it: "the 2011 letter threatening", "a raid in May that killed".

    So does that of a text: "a resolution, adopted on Friday, that condemned".
    """
    s = here.sentence
    noun = s.heads[verb]
    if s.tags[noun][0] != "N" or not _tells_of(s, verb):
        return None
    if (own := _upon(noun, here, dated)) is not None:
        return own
    made = [k for k in children(s, noun, "acl") if k != verb and _is_made(s, k)]
    if made:
        return day_of_verb(made[0], here) if len(made) == 1 else None
    return _of_text(verb, here, dated) if s.deps[verb] == "acl" else None


def _of_text(verb: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    """Return the day on which was said or made what tells it: "a speech on Monday urging them"."""
    s = here.sentence
    noun = s.heads[verb]
    if here.at(noun, "actor"):
        return None
    preps = children(s, noun, "prep")
    heads = [(here.head(m), w) for m, w in dated]
    own = [w for at, w in heads if s.heads[at] in preps and s.deps[at] == "pobj"]
    if len(own) == 1:
        return _fine(own[0])
    above = s.heads[noun]
    if s.deps[noun] == "pobj" and s.words[above].lower() in _AT_WHICH:
        above = s.heads[above]
    told = s.tags[above] == "VBD" and s.deps[noun] in {"dobj", "pobj"}
    return _fine(day_of_verb(above, here)) if told and above < noun else None


def _is_made(s: Sentence, verb: int) -> bool:
    return s.tags[verb] == "VBN" and s.lemmas[verb] in time_words().shares["making_verbs"]


def _tells_of(s: Sentence, verb: int) -> bool:
    """Say whether a participle, or "that" with the past, tells what its noun did."""
    if s.deps[verb] == "acl":
        return s.tags[verb] == "VBG" and not children(s, verb, "aux", "mark", *_SUBJECTS)
    told = {s.words[k].lower() for k in children(s, verb, "nsubj")}
    return s.deps[verb] == "relcl" and s.tags[verb] == "VBD" and told <= {"that", "which"} != set()


def _of_aim(verb: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    """Return the day of what is to be done for it: "will arrive on Monday to meet them"."""
    s = here.sentence
    above = s.heads[verb]
    if s.deps[verb] != "advcl" or s.tags[verb] != "VB" or s.tags[above] not in {"VB", "VBD"}:
        return None
    if not any(s.words[k].lower() == "to" for k in children(s, verb, "aux")):
        return None
    return _fine(day_of_verb(above, here)) if _goes(s, above) or _holds(s, above) else None


def _holds(s: Sentence, verb: int) -> bool:
    return s.lemmas[verb] in time_words().shares["holding_verbs"]


def _after_in(verb: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    """Return the year or month of what followed right upon it: "in 1974 it was hit after it fired".

    A day may be that of the one alone.
    """
    s = here.sentence
    above = s.heads[verb]
    opening = {s.words[k].lower() for k in children(s, verb, "mark", "advmod")}
    behind = s.deps[verb] == "advcl" and verb > above
    if not behind or s.tags[verb] not in {"VBD", "VBN"} or not opening & {"after"}:
        return None
    if children(s, verb, "npadvmod") or any(
        s.lemmas[k] == "have" for k in children(s, verb, "aux")
    ):
        return None
    found = [(m, w) for m, w in _near(above, here, dated) if is_adverbial(m, here)]
    if len(found) != 1 or found[0][1].precision not in _COARSE:
        return None
    opens = here.head(found[0][0]) < above  # "were seen last summer after they fired" is of the one
    return found[0][1] if opens or found[0][1].precision != "season" else None


def _near(verb: int, here: TokenMentions, dated: Sequence[Dated]) -> Iterator[Dated]:
    return ((m, w) for m, w in dated if nearest_verb(m, here) == verb)


def _on_the_day(verb: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    """Return the day that a clause tells more of: "on May 5, the day that it released them"."""
    s = here.sentence
    noun = s.heads[verb]
    if s.deps[verb] != "relcl" or s.lemmas[noun] not in _STRETCHES:
        return None
    told = {noun, s.heads[noun]} if s.deps[noun] == "appos" else {noun}
    first = min((t for t in subtree(s, noun) if t < noun), default=noun)
    if first > 1 and s.words[first - 1] == ",":
        told.add(first - 2)  # "on May 5, the same day that"
    found = {(w.earliest, w.latest): w for m, w in dated if told & set(here.tokens(m))}
    days = [w for (earliest, _), w in found.items() if earliest is not None]
    return days[0] if len(days) == 1 else None


def _by_deed_ahead(verb: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    """Return a day gone by that stands behind what is yet to be: "agreed to leave on Monday"."""
    s = here.sentence
    if s.tags[verb] != "VBD":
        return None
    deeds = [k for k in children(s, verb, "xcomp") if s.tags[k] == "VB" and k > verb]
    near = [w for k in deeds for m, w in _near(k, here, dated) if is_adverbial(m, here)]
    past = len(near) == 1 and "tense:past" in (near[0].form or "")
    return near[0] if past and near[0].precision == "day" else None


def _shared_at_end(verb: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    """Return the day at the end of two deeds: "ousted him and named a successor on Monday"."""
    s = here.sentence
    if s.tags[verb] != "VBD" or s.deps[verb] != "ROOT":
        return None
    joined = [k for k in children(s, verb, "conj") if s.tags[k] == "VBD"]
    joined = [k for k in joined if k > verb and not children(s, k, "aux", *_SUBJECTS)]
    near = [(m, w) for k in joined for m, w in _near(k, here, dated)]
    if len(near) != 1 or len(joined) != 1:
        return None
    mention, when = near[0]
    trailing = here.head(mention) > joined[0] and is_adverbial(mention, here)
    return when if trailing and when.precision == "day" else None


def _hangs_on(s: Sentence, at: int, verb: int) -> bool:
    """Say whether a time hangs on a verb right away: "starting Monday", "beginning on Monday"."""
    above = s.heads[at]
    return verb in {above, s.heads[above] if s.deps[at] == "pobj" else above}


def _starting(verb: int, here: TokenMentions, dated: Sequence[Dated]) -> When | None:
    """Return the day from which something is done: "will close it starting Monday"."""
    s = here.sentence
    opened = [k for k in children(s, verb, "advcl", "prep") if s.tags[k] == "VBG" and k > verb]
    opened = [k for k in opened if s.lemmas[k] in {"start", "begin"}]
    opened = [k for k in opened if not children(s, k, "dobj", "xcomp", *_SUBJECTS)]
    near = [w for k in opened for m, w in dated if _hangs_on(s, here.head(m), k)]
    return _open_from(near[0]) if len(near) == 1 else None


_OF_VERBS = (
    _starting, _gone_on_since, _with_others, _at_which, _of_telling, _of_aim, _after_in,
    _on_the_day, _by_deed_ahead, _shared_at_end,
)  # fmt: skip
