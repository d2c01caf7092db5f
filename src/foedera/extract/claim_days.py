"""Days that an agreement's step takes from how it is told: by a notice, or as going on since."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from foedera.data import Days, Sentence, Setting, Span, When
from foedera.extract.claim_times import day_of_verb
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_words import role_words
from foedera.extract.time_forms import resolve
from foedera.extract.time_words import time_words
from foedera.tree import children

_SINCE = ";open:since"
_AFTER = frozenset({"after", "before", "since"})
_STRETCHES = frozenset({"day", "week", "month", "year", "decade"})
_PRECISION = {4: "year", 7: "month", 10: "day"}


def dated_by_telling(
    match: Match, mentions: TokenMentions, setting: Setting, published: Days
) -> Setting:
    """Complete the day of an agreement's step by the words that tell it.

    Of "has been in force since May" May is when it began. Who notifies others on Monday that it
    withdraws has withdrawn on Monday: the notice is the act.
    """
    when = setting.when
    lasting = match.kind.name in role_words("begun_since")
    if when is not None and (lasting or _says_since(match, mentions)):
        return replace(setting, when=begun(when, published))
    if when is None and match.kind.name in role_words("done_by_notice"):
        return replace(setting, when=_day_of_notice(match, mentions))
    return setting


def both_days(first: When, others: Sequence[When], s: Sentence) -> When:
    """Widen a time to the one joined to it that follows: "on Sunday and Monday", "or Monday".

    Only where both are counted from the report's day, or neither is.
    """
    for other in others:
        a, b = sorted((first, other), key=lambda w: w.span.start)
        between = [
            w for w, at in zip(s.words, s.starts, strict=True) if a.span.end <= at < b.span.start
        ]
        if (
            between not in (["and"], ["or"], ["or", "on"])
            or a.precision != b.precision
            or (a.form is None) != (b.form is None)
        ):
            continue
        if not _follows(a, b):
            continue
        form = f"{a.form}..{b.form}@1" if a.form else None
        if not any(mark in f"{a.form}{b.form}" for mark in (">", "..", "open:")):
            span = Span(a.span.start, b.span.end)
            words = f"{a.words} {' '.join(between)} {b.words}"
            return When(a.earliest, b.latest, "interval", words, span, a.timex, form)
    return first


def _follows(a: When, b: When) -> bool:
    """Say whether one stretch of days follows right upon another."""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return False
    gap = date.fromisoformat(b.earliest) - date.fromisoformat(a.latest)
    return a.earliest < b.earliest and gap.days <= 1


def dates_another(match: Match, s: Sentence) -> bool:
    """Say whether an act is told only to date something else: "six years after it signed".

    Told so it bears no day, and the day of the report is not its own.
    """
    head = match.head
    if match.kind.name not in role_words("repeated_acts"):
        return False
    if s.tags[head][0] == "V":
        opened = {s.words[k].lower() for k in children(s, head, "mark")}
        spans = [s.lemmas[k] for k in children(s, head, "npadvmod")]
        return bool(opened & _AFTER) and not _STRETCHES.isdisjoint(spans)
    prep = s.heads[head]
    above = s.lemmas[s.heads[prep]].lower()
    of_it = s.deps[head] == "pobj" and s.words[prep].lower() in {"of", "after"}
    return of_it and above in _STRETCHES | {"anniversary"}


def _says_since(match: Match, mentions: TokenMentions) -> bool:
    return mentions.sentence.words[match.tokens[-1]].lower() == "since"


def begun(when: When, published: Days) -> When:
    """Return the days on which began what has gone on since.

    >>> from foedera.data import Span, Timex
    >>> timex = Timex("DATE", "2002-05")
    >>> open_end = When("2002-05-01", None, "open", "May 2002", Span(0, 8), timex)
    >>> begun(open_end, Days(None, None, "unknown")).latest
    '2002-05-31'
    """
    if when.precision != "open" or when.latest is not None or when.earliest is None:
        return when
    value = when.timex.value
    precision = _PRECISION.get(len(value), "interval")
    if when.form is not None:
        form = when.form.replace(_SINCE, "")
        found = resolve(form, published) if form != when.form else None
        if found is None:
            return when
        return replace(when, earliest=found[0], latest=found[1], precision=precision, form=form)
    last = _last_day(value)
    return when if last is None else replace(when, latest=last, precision=precision)


def begun_when(when: When, s: Sentence, head: int, published: Days) -> When:
    """Return the day of an act with which something else began: "since May, when it left"."""
    opened = any(s.words[k].lower() == "when" for k in children(s, head, "mark", "advmod"))
    ahead = any(s.starts[t] > when.span.start for t in children(s, head, "mark", "advmod"))
    return begun(when, published) if opened and ahead else when


def gone(when: When, published: Days) -> When:
    """Return the weekday before publication where the one after it was read.

    >>> from foedera.data import Span, Timex
    >>> form, timex = "weekday:4;tense:future", Timex("DATE", "2024-12-12")
    >>> ahead = When("2024-12-12", "2024-12-12", "day", "Thursday", Span(0, 8), timex, form)
    >>> gone(ahead, Days("2024-12-06", "2024-12-06", "given")).earliest
    '2024-12-05'
    """
    form, out = when.form or "", published.latest
    if not form.startswith("weekday:") or "which:" in form or out is None:
        return when
    if when.earliest is None or when.earliest <= out:
        return when
    past = form.replace("tense:future", "tense:past").replace("tense:near", "tense:past")
    found = resolve(past, published)
    if found is None or found[0] is None or found[0] > out:
        return when
    timex = replace(when.timex, value=found[2])
    return replace(when, earliest=found[0], latest=found[1], timex=timex, form=past)


def of_the_past(when: When, published: Days) -> When:
    """Return the day of a year past, where an act told in the past was read as one to come.

    A weekday told with it knows its year.

    >>> from foedera.data import Span, Timex
    >>> form, timex = "month:1;day:1;tense:past", Timex("DATE", "2025-01-01")
    >>> ahead = When("2025-01-01", "2025-01-01", "day", "January 1", Span(0, 9), timex, form)
    >>> of_the_past(ahead, Days("2024-12-12", "2024-12-12", "given")).earliest
    '2024-01-01'
    """
    form, out = when.form or "", published.latest
    if not form.startswith("month:") or "year:" in form or ";on:" in form or out is None:
        return when
    if when.earliest is None or when.earliest <= out:
        return when
    for year in (0, -1):
        past = ";".join([*(p for p in form.split(";") if "tense:" not in p), f"year:{year}"])
        found = resolve(past, published)
        if found is not None and found[0] is not None and found[0] <= out:
            timex = replace(when.timex, value=found[2])
            return replace(when, earliest=found[0], latest=found[1], timex=timex, form=past)
    return when


def is_yet_to_come(when: When, verb: str, published: Days) -> bool:
    """Say whether a day to come is that of what somebody asked for or arranged, not of his asking.

    "Promised elections in 2030", "invited him to talks on Friday".
    """
    ahead = (when.earliest or "") > (published.latest or "9999")
    return ahead and verb in time_words().shares["asking_ahead"]


def lately(days: Iterable[When], published: Days) -> When | None:
    """Return the only day told within the week before publication."""
    out = published.latest
    if out is None:
        return None
    first = (date.fromisoformat(out) - timedelta(7)).isoformat()
    whens = [gone(when, published) for when in days]
    near = [w for w in whens if w.earliest == w.latest and first <= (w.earliest or "") <= out]
    return near[0] if len(near) == 1 else None


def _last_day(value: str) -> str | None:
    """Return the last day of a TIMEX3 year, month or day.

    >>> _last_day("2004"), _last_day("2004-02"), _last_day("2004-W05")
    ('2004-12-31', '2004-02-29', None)
    """
    if not value.replace("-", "").isdigit() or len(value) not in _PRECISION:
        return None
    if len(value) == 7:
        year, month = (int(part) for part in value.split("-"))
        return f"{value}-{calendar.monthrange(year, month)[1]}"
    return value if len(value) == 10 else f"{value}-12-31"


def _day_of_notice(match: Match, mentions: TokenMentions) -> When | None:
    """Return the day of the verb that makes a step known, where the step is told as under way."""
    s, verb = mentions.sentence, match.head
    if s.tags[verb] not in {"VBG", "VBZ", "VBP"} or children(s, verb, "neg"):
        return None
    above = s.heads[verb]
    if s.deps[verb] == "acl" and s.tags[above][0] == "N":  # "gave notice that it was leaving"
        verb, above = above, s.heads[above]
    if s.deps[verb] not in {"ccomp", "dobj", "acl"} or above == verb:
        return None
    if s.lemmas[above] not in role_words("notifying_verbs"):
        return None
    return day_of_verb(above, mentions)
