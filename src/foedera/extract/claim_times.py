"""The day that a happening shares with the clauses and nouns beside it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from foedera.data import Mention, Sentence, When
from foedera.extract.day_outcomes import outcomes
from foedera.extract.light_verbs import light_governor
from foedera.extract.mention_index import TokenMentions
from foedera.extract.noun_classes import classes_of
from foedera.extract.other_times import is_of_another, is_remembered
from foedera.extract.reality import read_reality
from foedera.extract.reality_ranks import done_above
from foedera.extract.role_words import role_words
from foedera.extract.time_words import time_words
from foedera.tree import ancestors, children

_DATED = frozenset({"DATE", "TIME"})
_MAX_CLIMB = 2
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_AUXILIARY = frozenset({"aux", "auxpass", "amod"})
_BETWEEN_VERBS = frozenset({"cc", "advmod", "punct", "auxpass", "preconj"})
_HOLDING = frozenset({"during", "in", "at"})
_BY_DOING = frozenset({"by", "in", "while"})
_BARE = frozenset({"npadvmod", "advmod"})
_PAUSES = frozenset({",", "-", "--", "–", "—"})
_AT_ONCE = frozenset({"when", "as", "while"})

Own = Mapping[int, Sequence[When]]


def is_dated(when: When) -> bool:
    """Say whether a time tells days, not how long or how often."""
    dated = when.timex.type in _DATED or when.precision in {"open", "interval"}
    days = when.earliest is not None or when.latest is not None
    return dated and (days or (when.form is not None and "loose:" not in when.form))


def shared_day(head: int, mentions: TokenMentions, own: Own) -> When | None:
    """Return the one day of a clause that shares its day with the trigger at `head`.

    "stormed the base on Monday, killing nine", "began on Monday to leave", "were killed on
    Monday after a shell hit the camp". `own` holds the days of each trigger of the sentence.
    """
    above = _day_above(head, mentions) or _opening_day(head, mentions)
    if above is not None:
        return above
    opening = _days_at_opening(head, mentions)
    if len(opening) == 1 and not _tells_own_day(mentions.sentence, head):
        return opening[0]
    between = _days_between(head, mentions)
    if len(between) == 1:
        return between[0]
    for near in beside(mentions.sentence, head, own):
        days = own.get(near) if mentions.sentence.tags[near][0] == "N" else None
        days = days or [w for m, w in _dated(near, mentions) if is_adverbial(m, mentions)]
        if len(days) == 1:
            return days[0]
    return None


def _day_above(verb: int, mentions: TokenMentions) -> When | None:
    at = verb
    for _ in range(_MAX_CLIMB):
        above = _same_day(mentions.sentence, at)
        if above is None:
            return None
        days = [w for m, w in _dated(above, mentions) if not _is_closed(m, w, at, mentions)]
        if mentions.sentence.tags[at] == "VB":  # "gathered where last year's rally was to protest"
            days = [w for m, w in _dated(above, mentions) if is_adverbial(m, mentions)]
        days = days or _days_at_opening(above, mentions)
        if not days and (when := _opening_day(above, mentions)) is not None:
            return when
        if days:
            return days[0] if len(days) == 1 else None
        at = above
    return None


def _is_closed(mention: Mention, when: When, verb: int, mentions: TokenMentions) -> bool:
    """Say whether a month or a year is told of the first act alone: "left in May and threatened".

    One that opens the clause tells of both: "in May they left and threatened".
    """
    s, at = mentions.sentence, mentions.head(mention)
    coarse = when.precision not in {"day", "interval", "open", "week"}
    return coarse and s.deps[verb] == "conj" and s.heads[verb] < at < verb


def _days_at_opening(verb: int, mentions: TokenMentions) -> list[When]:
    """List the days of a participle that opens a sentence: "Speaking on Monday, he blamed"."""
    s = mentions.sentence
    if s.tags[verb] not in {"VBD", "VBZ"}:
        return []
    opened = [k for k in children(s, verb, "advcl") if k < verb and s.tags[k] == "VBG"]
    bare = [k for k in opened if not children(s, k, "aux", "mark", *_SUBJECTS)]
    return [when for k in bare for m, when in _dated(k, mentions) if is_adverbial(m, mentions)]


def _opening_day(verb: int, mentions: TokenMentions) -> When | None:
    """Return the one day before "when" or "in which", or that opens what "and" joins a clause to.

    "As of Thursday, when it submitted the papers"; "in 2013 troops took the town and a pact was
    signed".
    """
    s = mentions.sentence
    if s.tags[verb][0] != "V" or _tells_own_day(s, verb):
        return None
    opening = [k for k in children(s, verb, "mark", "advmod") if s.words[k].lower() == "when"]
    for prep in children(s, verb, "prep"):  # "a raid in April 2015, in which 148 were killed"
        opening += [prep for k in children(s, prep, "pobj") if s.words[k].lower() == "which"]
    if opening:
        ends = {s.ends[t]: t for t in range(opening[0])}
        days = [m for m in mentions.all("time") if m.span.end in ends]
        days = [m for m in days if _is_next(s, ends[m.span.end], opening[0])]
        values = [m.value for m in days if isinstance(m.value, When) and is_dated(m.value)]
        return values[0] if len(values) == 1 else None
    head = s.heads[verb]
    if s.deps[verb] != "conj" or s.tags[head][0] != "V" or not children(s, verb, *_SUBJECTS):
        return None
    first = min(children(s, head, *_SUBJECTS), default=0)
    dated = _dated(head, mentions)
    before = [w for m, w in dated if mentions.head(m) < first and is_adverbial(m, mentions)]
    return before[0] if len(before) == len(dated) == 1 else None


def _is_next(s: Sentence, last: int, when: int) -> bool:
    """Say whether nothing but a comma stands between a time and "when"."""
    return all(s.words[t] in _PAUSES for t in range(last + 1, when))


def _same_day(s: Sentence, verb: int) -> int | None:
    """Return the verb whose day a verb shares by its construction."""
    head, dep = s.heads[verb], s.deps[verb]
    if head == verb or s.tags[verb][0] != "V" or _tells_own_day(s, verb):
        return None
    if (above := done_above(s, verb)) is not None:
        above = s.heads[above] if s.deps[above] == "attr" else above
        return above if s.tags[above][0] == "V" else None
    if (foiled := _foiled_above(s, verb)) is not None:
        return foiled
    if dep == "relcl":
        return _made_by(s, head) if s.tags[verb] == "VBD" else None
    if dep == "advcl" and _is_at_once_with(s, verb):
        past = _is_told_past(s, head) and _is_told_past(s, verb)
        return head if past or (_is_told_ahead(s, head) and _is_told_ahead(s, verb)) else None
    if dep == "pcomp" and s.words[head].lower() in _BY_DOING:
        return s.heads[head] if s.tags[s.heads[head]][0] == "V" else None
    if dep == "advcl" and s.lemmas[head] in time_words().shares["harm_verbs"]:
        marks = {s.words[k].lower() for k in children(s, verb, "mark")}
        return head if "after" in marks else None
    if s.tags[head][0] != "V" or (children(s, verb, *_SUBJECTS) and dep != "conj"):
        return None
    shares = {
        "advcl": s.tags[verb] == "VBG" and verb > head and _is_open(s, verb),
        "conj": s.tags[verb] == s.tags[head] and not children(s, verb, *_SUBJECTS, "aux"),
        "xcomp": s.lemmas[head] in role_words("aspect_verbs") | time_words().shares["carrying"],
    }
    if dep in {"advcl", "xcomp", "ccomp"} and _is_done_with(s, verb):
        return head
    return head if shares.get(dep, False) else None


def _foiled_above(s: Sentence, verb: int) -> int | None:
    """Return the verb that foiled what an infinitive tells: "thwarted an attempt to bomb it"."""
    noun = s.heads[verb]
    if s.tags[noun][0] == "V":  # the parser may hang the infinitive there
        noun = next((k for k in children(s, noun, "dobj") if k < verb), verb)
    foil = s.heads[noun]
    shares = time_words().shares
    tried = s.tags[verb] == "VB" and s.deps[noun] == "dobj" and s.lemmas[noun] in shares["attempts"]
    return foil if tried and s.lemmas[foil] in shares["foiling"] else None


def _is_open(s: Sentence, verb: int) -> bool:
    """Say whether nothing, or "while", opens a clause that goes with its verb."""
    return all(s.words[k].lower() == "while" for k in children(s, verb, "mark"))


def _is_told_past(s: Sentence, verb: int) -> bool:
    """Say whether a verb is told in the simple past: "attacked", "were killed"."""
    helped = {s.words[k].lower() for k in children(s, verb, "aux", "auxpass")}
    return (s.tags[verb] == "VBD" and not helped) or (
        s.tags[verb] == "VBN" and bool(helped) and helped <= {"was", "were"}
    )


def _is_told_ahead(s: Sentence, verb: int) -> bool:
    """Say whether a verb is told of what will be: "will meet"."""
    return any(s.words[k].lower() == "will" for k in children(s, verb, "aux"))


def _is_done_with(s: Sentence, verb: int) -> bool:
    """Say whether a bare infinitive tells what its verb in the past did.

    "Visited the embassy on Monday to offer support", "helped the troops kill nine".
    """
    head = s.heads[verb]
    if s.tags[verb] != "VB" or s.tags[head] not in {"VBD", "VBN"} or verb < head:
        return False
    return read_reality(s, verb).reality == "happened" == read_reality(s, head).reality


def _is_at_once_with(s: Sentence, verb: int) -> bool:
    """Say whether "when", "as" or "while" opens a clause: "took effect on Monday when they met"."""
    opening = {s.words[k].lower() for k in children(s, verb, "mark", "advmod")}
    return bool(opening & _AT_ONCE) and _is_at_once(s, verb)


def _days_between(noun: int, mentions: TokenMentions) -> list[When]:
    """List the days bare between a happening and its verb: "the raid last week showed"."""
    s = mentions.sentence
    verb = s.heads[noun]
    if s.tags[noun][0] != "N" or s.deps[noun] != "nsubj" or s.tags[verb][0] != "V":
        return []
    dated = [(mentions.head(m), when) for m, when in _dated(verb, mentions)]
    bare = [(at, when) for at, when in dated if noun < at < verb and s.deps[at] in _BARE]
    return [when for at, when in bare if "," not in s.words[noun:at]]


def _tells_own_day(s: Sentence, verb: int) -> bool:
    words = {s.words[k].lower() for k in children(s, verb, "advmod", "npadvmod")}
    return not words.isdisjoint(role_words("other_times"))


def _made_by(s: Sentence, noun: int) -> int | None:
    """Return the verb whose object a text is: "signed a decree, which banned"."""
    text = not classes_of(s, noun).isdisjoint(role_words("text_classes"))
    return s.heads[noun] if text and s.deps[noun] == "dobj" else None


# ------------------------------------------------- below and beside a trigger


def beside(s: Sentence, head: int, own: Container[int]) -> Iterator[int]:
    """Yield the words around a trigger whose day is its own; `own` holds the other triggers."""
    gerund = s.tags[head] == "VBG" and s.deps[head] in {"nsubj", "nsubjpass"}
    if s.tags[head][0] == "N" or gerund:
        yield from _around_noun(s, head)
    elif s.tags[head][0] == "V" and not _tells_own_day(s, head):
        yield from _below_verb(s, head)
        yield from _nouns_of_verb(s, head, own)


def _around_noun(s: Sentence, noun: int) -> Iterator[int]:
    """Yield the verbs that tell what a happening did, that it took place, who did it."""
    shares = time_words().shares
    above = s.heads[noun]
    if (whole := _whole_of(s, noun)) != noun:
        yield from _around_noun(s, whole)
    carrier = light_governor(s, noun)
    if carrier is not None:
        yield from _below_verb(s, carrier)
    if s.deps[noun] == "dobj" and s.lemmas[above] in shares["holding_verbs"]:
        yield above
    if s.deps[noun] in _SUBJECTS and s.lemmas[above] in shares["subject_verbs"]:
        yield above
    if s.deps[noun] in _SUBJECTS:
        yield from outcomes(s, above)
    for clause in children(s, noun, "relcl", "acl"):
        if s.lemmas[clause] in role_words("occurrence") | shares["making_verbs"]:
            yield clause
    inside = s.deps[noun] == "pobj" and s.words[above].lower() in _HOLDING
    holder = s.heads[above]
    if inside and s.tags[holder][0] == "V" and s.lemmas[holder] not in shares["case_verbs"]:
        yield holder


def _whole_of(s: Sentence, noun: int) -> int:
    """Return the number or row that tells a happening: "two of its tests", "a wave of raids"."""
    prep = s.heads[noun]
    if s.deps[noun] != "pobj" or s.words[prep].lower() != "of":
        return noun
    whole = s.heads[prep]
    counted = s.tags[whole] == "CD" or s.lemmas[whole].lower() in time_words().shares["rows"]
    return whole if counted else noun


def _below_verb(s: Sentence, verb: int) -> Iterator[int]:
    """Yield the verbs below that tell of the same time.

    "was arrested and charged on Monday", "declined to comment on Monday", "died when they
    attacked on Monday", "struck the base, dropping bombs on Monday", "signed a decree ending
    the ban on Monday".
    """
    for kid in children(s, verb, "conj"):
        if s.tags[kid] == s.tags[verb] and _is_joined(s, verb, kid):
            yield kid
    if s.lemmas[verb] in time_words().shares["control_verbs"]:
        yield from children(s, verb, "xcomp")
    for kid in children(s, verb, "advcl"):
        opening = {s.words[k].lower() for k in children(s, kid, "mark", "advmod")}
        bare = not opening and s.tags[kid] in {"VBG", "VBN"} and kid > verb
        bare = bare and not children(s, kid, *_SUBJECTS) and not _is_told_ahead(s, verb)
        if bare or (opening & _AT_ONCE and _is_at_once(s, kid)):
            yield kid
    if s.tags[verb] == "VBN" and s.lemmas[verb] in time_words().shares["harm_verbs"]:
        yield from (k for k in children(s, verb, "advcl") if _is_fatal(s, k))
        for by in children(s, verb, "agent"):  # "were killed by a shell fired on Monday"
            shots = (a for k in children(s, by, "pobj") for a in children(s, k, "acl"))
            yield from (a for a in shots if s.lemmas[a] in time_words().shares["shot_off"])
    for means in children(s, verb, "prep"):  # "rebuffed them by leaving on Monday"
        if s.words[means].lower() == "by" and means > verb:
            yield from children(s, means, "pcomp")
    for text in children(s, verb, "dobj"):
        if not classes_of(s, text).isdisjoint(role_words("text_classes")):
            yield from (k for k in children(s, text, "acl") if s.tags[k] == "VBG")


def _is_fatal(s: Sentence, verb: int) -> bool:
    """Say whether a clause tells what harmed at once: "injured after a bomb exploded today"."""
    after = any(s.words[k].lower() == "after" for k in children(s, verb, "mark"))
    return after and s.tags[verb] == "VBD" and s.lemmas[verb] in time_words().shares["fatal_verbs"]


def _is_at_once(s: Sentence, verb: int) -> bool:
    """Say whether a clause tells of the same time, and no likeness ("as it has done since").

    Nor does it where it tells who says so ("as the minister confirmed on Monday").
    """
    perfect = any(s.lemmas[k] == "have" for k in children(s, verb, "aux"))
    said = s.lemmas[verb] in time_words().shares["saying_verbs"] and not _is_even(s, verb)
    return not perfect and not said and s.lemmas[verb] != "do"


def _is_even(s: Sentence, verb: int) -> bool:
    """Say whether "even" opens a clause: "even as he warned them, he said"."""
    return any(s.words[k - 1].lower() == "even" for k in children(s, verb, "mark", "advmod") if k)


def _is_joined(s: Sentence, verb: int, other: int) -> bool:
    """Say whether two verbs stand side by side, so that what follows belongs to both."""
    return all(s.deps[t] in _BETWEEN_VERBS for t in range(verb + 1, other))


def _nouns_of_verb(s: Sentence, verb: int, own: Container[int]) -> Iterator[int]:
    """Yield the happening that did what the verb tells, or that the verb holds.

    "a bombing on Monday killed nine", "chairs a meeting on Monday", "the senator, who
    appeared on Sunday on television, dismissed the claim".
    """
    shares = time_words().shares
    for noun in children(s, verb, "nsubj"):
        if s.lemmas[verb] in shares["subject_verbs"] and noun in own:
            yield noun
        for clause in children(s, noun, "relcl"):
            if s.lemmas[clause] in shares["appearing_verbs"]:
                yield clause
    if s.lemmas[verb] in shares["holding_verbs"]:
        yield from (noun for noun in children(s, verb, "dobj") if noun in own)


def day_of_verb(verb: int, mentions: TokenMentions) -> When | None:
    """Return the one day whose nearest verb is `verb`, None where there is none or several."""
    days = _days_of(verb, mentions)
    return days[0] if len(days) == 1 else None


def _days_of(verb: int, mentions: TokenMentions) -> list[When]:
    """List the dated times whose nearest verb is `verb`."""
    return [when for _, when in _dated(verb, mentions)]


def _dated(verb: int, mentions: TokenMentions) -> list[tuple[Mention, When]]:
    near = [m for m in mentions.all("time") if nearest_verb(m, mentions) == verb]
    s = mentions.sentence
    heads = [(m, mentions.head(m)) for m in near]
    near = [m for m, at in heads if not (is_of_another(s, at) or is_remembered(s, at))]
    return [(m, m.value) for m in near if isinstance(m.value, When) and is_dated(m.value)]


def is_adverbial(mention: Mention, mentions: TokenMentions) -> bool:
    """Say whether a time tells when its verb was, not which thing is meant.

    "left on Monday", "left in Monday's raid"; not "spoke of the nature of Monday's raid".
    """
    s = mentions.sentence
    at = mentions.head(mention)
    if s.heads[at] > at and s.tags[s.heads[at]][0] == "N":
        at = s.heads[at]
        above = s.heads[at]
        if s.deps[at] != "pobj" or s.words[above].lower() not in role_words("containing_time"):
            return False
    above = s.heads[at]
    return s.tags[s.heads[above] if s.deps[at] == "pobj" else above][0] in "VN"


def nearest_verb(mention: Mention, mentions: TokenMentions) -> int | None:
    """Return the verb that a time hangs on, through whatever lies between."""
    s = mentions.sentence
    for at in ancestors(s, mentions.head(mention)):
        if s.tags[at][0] == "V" and s.deps[at] not in _AUXILIARY:
            return at
    return None
