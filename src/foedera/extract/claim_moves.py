"""What is put off, brought forward or moved: the day and the place that it is moved to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from foedera.data import Days, Mention, Sentence, Setting, Voice, When, Where
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_words import role_words
from foedera.extract.time_forms import resolve
from foedera.tree import ancestors, children

_MOVED = ("dobj", "nsubjpass", "nsubj")
_TOWARDS = frozenset({"to", "until", "till", "for"})
_UNTIL = ";open:until"
_GONE = frozenset({"not-happened", "happened"})


def moved_setting(
    match: Match, mentions: TokenMentions, setting: Setting, published: Days
) -> Setting | None:
    """Return the setting that a happening is moved to, None where nothing moves it.

    "the visit was put off from May to 3 June" sets it on 3 June; "the talks were moved from
    Vienna to Brussels" in Brussels. Where only the day or the place is told anew, the other stays.
    """
    s = mentions.sentence
    verb = _moving_verb(s, match.head)
    if verb is None:
        return None
    when = next((m.value for m in _towards(verb, "time", mentions)), None)
    when = when or _between(verb, mentions)
    where = next((m.value for m in _towards(verb, "place", mentions)), None)
    day = _second(when, published) if isinstance(when, When) else None
    place = where if isinstance(where, Where) else None
    if day is None and place is None:
        return None
    return replace(setting, when=day or setting.when, where=place or setting.where)


def as_moved(voice: Voice) -> Voice:
    """Read what has been moved as still planned."""
    return replace(voice, reality="planned") if voice.reality in _GONE else voice


def _moving_verb(s: Sentence, noun: int) -> int | None:
    """Return the verb that moves a happening told by a noun: "postponed", "brought forward"."""
    verb = s.heads[noun]
    if s.tags[noun][0] != "N" or s.deps[noun] not in _MOVED or s.tags[verb][0] != "V":
        return None
    parts = [s.words[k].lower() for k in children(s, verb, "prt", "advmod")]
    names = {s.lemmas[verb], *(f"{s.lemmas[verb]} {part}" for part in parts)}
    return None if names.isdisjoint(role_words("moving_verbs")) else verb


def _towards(verb: int, kind: str, mentions: TokenMentions) -> Iterator[Mention]:
    """Yield what stands behind the "to" or "until" of a verb, nearest first."""
    s = mentions.sentence
    leads = {p for p in children(s, verb, "prep") if s.words[p].lower() in _TOWARDS}
    leads |= {p for k in children(s, verb, "prt", "advmod", "prep") for p in children(s, k, "prep")
              if s.words[p].lower() in _TOWARDS}  # fmt: skip
    for mention in mentions.all("time") if kind == "time" else mentions.all("place"):
        head = mentions.head(mention)
        if any(at in leads for at in (s.heads[head], *list(ancestors(s, head))[:2])):
            yield mention


def _between(verb: int, mentions: TokenMentions) -> When | None:
    """Return the days told in one, "from 18 to 25 May", behind the "from" of a verb."""
    s = mentions.sentence
    for mention in mentions.all("time"):
        at, value = mentions.head(mention), mention.value
        behind = [a for a in (s.heads[at], *ancestors(s, at)[:3]) if s.words[a].lower() == "from"]
        if behind and s.heads[behind[0]] in (verb, *s.children[verb]) and isinstance(value, When):
            return value if value.precision == "interval" else None
    return None


def _second(when: When, published: Days) -> When | None:
    """Return the later end of "from 20 February to 6 March" as a time of its own.

    What is put off until June is set in June.
    """
    if when.earliest is None and when.form is not None and _UNTIL in when.form:
        form = when.form.replace(_UNTIL, "")
        found = resolve(form, published)
        precision = "day" if found is not None and found[0] == found[1] else "interval"
        if found is not None:
            return replace(when, earliest=found[0], latest=found[1], precision=precision, form=form)
    if when.precision != "interval" or when.form is None or ".." not in when.form:
        return when if when.earliest or when.latest else None
    form = when.form.partition("..")[2].partition("@")[0]
    found = resolve(form, published)
    if found is None:
        return None
    precision = "day" if found[0] == found[1] else "interval"
    return replace(when, earliest=found[0], latest=found[1], precision=precision, form=form)
