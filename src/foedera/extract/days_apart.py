"""Days counted from what an act is told apart from: "on Monday, a day after they left"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from foedera.data import Days, Sentence, Span, When
from foedera.extract.claim_times import day_of_verb
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_unnamed import as_written
from foedera.extract.time_forms import resolve
from foedera.extract.time_spans import read_count
from foedera.tree import ancestors, children

UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_APART = frozenset({"after", "before"})
_PRECISION = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_AT_ONCE = frozenset({"minute", "shortly", "moment", "immediately", "soon", "right"})
_OVERNIGHT = {"after": {"early", "morning", "dawn"}, "before": {"late", "evening", "night"}}
"""What makes "hours after" and "hours before" a day be of the day next to it."""
_AROUND = 12  # characters
_DROPPED = ("clock:", "part:", "so:", "open:")
_NAMED_YEARS = ("1000", "2999")
"""Years that a sum may end in: "3,000 years after" ends in none."""


def day_apart(head: int, here: TokenMentions, published: Days) -> When | None:
    """Return the day counted from what it is told apart from: "on Monday, a day after they"."""
    s = here.sentence
    link = _link(s, head)
    if link is None:
        return None
    word, above = link
    main = day_of_verb(above, here)
    unit = s.lemmas[word - 1].lower() if word else ""
    if main is None or main.precision not in {"day", unit} or nearest_verb_is(s, above, head):
        return None
    if unit in _AT_ONCE or (unit == "hour" and not _is_overnight(s, main, word)):
        return main
    count = _count(s, word - 2) if unit in UNITS and word > 1 else None
    if count is None or count != int(count) or s.words[max(0, word - 3)].lower() == "than":
        return None
    sign = -1 if s.words[word].lower() == "after" else 1
    found = _counted(main, sign * int(count), UNITS[unit], published)
    return _with_words(found, s, word) if found is not None else None


def _count(s: Sentence, at: int) -> float | None:
    """Read how many days lie between: "two days after", "the day after"."""
    single = s.words[at].lower() == "the" and s.tags[at + 1] == "NN"
    return 1 if single else read_count(s.words[at])


def _is_overnight(s: Sentence, main: When, word: int) -> bool:
    """Say whether hours before or after a day may be of another: "early on Monday, hours after"."""
    told = {w.lower() for w, at in zip(s.words, s.starts, strict=True)
            if main.span.start - _AROUND <= at < main.span.end + _AROUND}  # fmt: skip
    return not told.isdisjoint(_OVERNIGHT[s.words[word].lower()])


def _with_words(when: When, s: Sentence, word: int) -> When:
    """Quote all that the day was read from: "Monday, a day after"."""
    start = min(when.span.start, s.starts[max(0, word - 2)])
    end = max(when.span.end, s.ends[word])
    told = [t for t in range(len(s.words)) if start <= s.starts[t] < end]
    return replace(when, words=as_written(s, told), span=Span(start, end))


def nearest_verb_is(s: Sentence, above: int, head: int) -> bool:
    """Say whether the two are one word, or the one above lies below."""
    return above == head or head in ancestors(s, above)


def _link(s: Sentence, head: int) -> tuple[int, int] | None:
    """Return "after" or "before" above an act, and the verb that it is told apart from.

    The parser may hang it on the days between: "on Monday, the day after they left".
    """
    if s.tags[head][0] == "V" and s.deps[head] in {"advcl", "relcl", "acl"}:
        marks = [k for k in children(s, head, "mark") if s.words[k].lower() in _APART]
        above = _past_the_days(s, s.heads[head])
        return (marks[0], above) if marks and s.tags[above][0] == "V" else None
    prep = s.heads[head]
    if s.deps[head] not in {"pobj", "pcomp"} or s.words[prep].lower() not in _APART:
        return None
    above = _past_the_days(s, s.heads[prep])
    return (prep, above) if s.tags[above][0] == "V" else None


def _past_the_days(s: Sentence, at: int) -> int:
    """Return the verb that "the day" stands beside."""
    beside = s.deps[at] == "npadvmod" and s.lemmas[at].lower() in UNITS
    return s.heads[at] if beside else at


def _counted(main: When, count: int, code: str, published: Days) -> When | None:
    """Count days, weeks, months or years from a day."""
    precision = _PRECISION[code]
    if main.form is not None:
        kept = ";".join(p for p in main.form.split(";") if not p.startswith(_DROPPED))
        if ">" in kept or ".." in kept:
            return None
        form = f"shift:{count}{code}>{kept}"
        found = resolve(form, published)
        if found is None:
            return replace(main, earliest=None, latest=None, precision=precision, form=form)
        timex = replace(main.timex, value=found[2])
        return replace(main, earliest=found[0], latest=found[1], precision=precision,
                       timex=timex, form=form)  # fmt: skip
    if code == "Y" and main.precision == "year" and main.earliest is not None:
        year = f"{int(main.earliest[:4]) + count:04d}"
        if not _NAMED_YEARS[0] <= year <= _NAMED_YEARS[1]:
            return None
        return replace(main, earliest=f"{year}-01-01", latest=f"{year}-12-31",
                       timex=replace(main.timex, value=year))  # fmt: skip
    if code != "D" or main.earliest is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", main.earliest):
        return None
    day = (date.fromisoformat(main.earliest) + timedelta(count)).isoformat()
    return replace(main, earliest=day, latest=day, timex=replace(main.timex, value=day))
