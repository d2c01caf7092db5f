"""Names and descriptions of agreements, chained within a report."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from foedera.data import Mention, Report, Sentence, Span, Title
from foedera.lexicons import load_words
from foedera.tree import is_parsed

_DEFINITE = frozenset({"the", "this", "that", "its", "their", "both"})
_NAME_GLUE = frozenset({"of", "on", "for", "the", "and", "in", "to", "-", "against"})
_PARTNERED = frozenset({"with", "between", "among"})
_NUMERALS = (("I",), ("II",), ("III",))
_MAX_BACK = 9
_CONVENTION = re.compile(r"\b(\w+) [Cc]onvention\b")
_COMPASS = frozenset("NSEW")
_CALENDAR = frozenset((*calendar.day_name, *calendar.month_name)) - {""}


@cache
def _nouns(name: str) -> frozenset[str]:
    return frozenset(map(str, load_words("agreement_words")[name]))


@dataclass(frozen=True, slots=True)
class Found:
    """An agreement mention before chaining: head noun, telling words, how it is introduced.

    `names` are its capitalised words, `partners` the names after "with" or "between"; `many`
    tells of no single agreement.
    """

    span: Span
    words: str
    named: bool
    definite: bool
    telling: frozenset[str]
    same: Found | None = None
    partners: frozenset[str] = frozenset()
    many: bool = False
    names: frozenset[str] = frozenset()


def find_titles(report: Report, sentences: Sequence[Sentence]) -> list[Mention]:
    """Find agreement mentions; each carries the fullest name its chain has in the report.

    "the treaty" after "the Treaty of Lund" is that treaty; "a new pact" starts a chain.
    """
    found: list[Found] = []
    about: Found | None = None
    for s in sentences:
        here = _in_sentence(report.text, s)
        if about and not here and is_parsed(s):
            here = _pronoun(s, about)
        found += here
        about = _subject(s, here) if is_parsed(s) else None
    found = _without_gatherings(report.text, found)
    return [
        Mention(f.span, "agreement", Title(name, f.span), "titles.find_titles")
        for f, name in zip(found, _chain(found), strict=True)
    ]


def _without_gatherings(text: str, found: list[Found]) -> list[Found]:
    """Leave out "the convention" where a report tells of a gathering and no treaty so called."""
    told = {word.lower() for word in _CONVENTION.findall(text)}
    if not told & _nouns("gathering_words"):
        return found
    if any(f.named and "Convention" in f.words for f in found):
        return found
    bare = {id(f) for f in found if f.words.lower() == "convention"}
    return [f for f in found if id(f) not in bare and (f.same is None or id(f.same) not in bare)]


def _in_sentence(text: str, s: Sentence) -> list[Found]:
    out: list[Found] = []
    last = -1
    for at, word in enumerate(s.words):
        if at > last and word.lower() in _nouns("heads"):
            found, last = _mention_at(text, s, at)
            out += [found] if found else []
    out += _acronyms(text, s)
    return sorted(out, key=lambda f: f.span.start)


def _mention_at(text: str, s: Sentence, head: int) -> tuple[Found | None, int]:
    if is_parsed(s) and s.tags[head][0] != "N":
        return None, head
    if _modifies(s, head):
        return None, head
    first, last = _first_word(s, head), _last_word(s, head)
    opening = first
    first += _count_judging(s, first, head)
    if _is_gathering(s, first, head) or _is_private(s, first, head):
        return None, last
    words = s.words[first : last + 1]
    core = [w for w in words if w.lower() not in _nouns("articles")]
    capital = s.words[head][0].isupper() and not _is_headline(s)
    named = capital and len(core) > 1 and s.words[first][0].isupper()
    definite = bool(words) and _introduced(s, opening) in _DEFINITE
    telling = frozenset(w.lower() for w in core if w[0].isalpha()) - _nouns("heads")
    telling -= _nouns("empty_words") | _nouns("judging_words")
    if not named and _is_weak(s.words[head], core, telling, definite=definite):
        return None, last
    span = Span(s.starts[first], s.ends[last])
    shown = text[span.start : span.end].strip("“”\"‘’' ")
    many = s.words[head].lower() in _nouns("plural_heads") and not named and not _has_name(core)
    partners, names = _partners(s, last), _names(s, core, telling)
    shown = " ".join(shown.split())
    return Found(span, shown, named, definite, telling, None, partners, many, names), last


def _names(s: Sentence, core: Sequence[str], telling: frozenset[str]) -> frozenset[str]:
    """Return the capitalised words that tell an agreement; none in a headline."""
    if _is_headline(s):
        return frozenset()
    return frozenset(w.lower() for w in core if w[0].isupper()) & telling


def _is_weak(head: str, core: list[str], telling: frozenset[str], *, definite: bool) -> bool:
    """Say whether words are too weak for an agreement: "the State Department document"."""
    if head.lower() in _nouns("paper_heads") and telling and not _has_telling(core):
        return True
    return head.lower() in _nouns("weak_heads") and not (definite or _has_telling(core))


def _has_name(core: list[str]) -> bool:
    return any(word[0].isupper() for word in core[:-1])


def _is_headline(s: Sentence) -> bool:
    """Say whether all longer words of a sentence are capitalised, as in headlines."""
    long = [word for word in s.words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and all(word[0].isupper() for word in long)


def _partners(s: Sentence, last: int) -> frozenset[str]:
    """Return the names that follow an agreement after "with" or "between"."""
    after = last + 1
    if after >= len(s.words) or s.words[after].lower() not in _PARTNERED:
        return frozenset()
    found = []
    for word in s.words[after + 1 : after + 8]:
        if word[0].isupper():
            found.append(word.lower())
        elif word.lower() not in {"and", "the", ","}:
            break
    return frozenset(found)


def _count_judging(s: Sentence, first: int, head: int) -> int:
    """Count the leading words that only judge the agreement ("historic trade deal")."""
    at = first
    while at < head and (s.words[at] in _nouns("judging_words") or s.words[at] in {"-", "–"}):
        at += 1
    return at - first


def _is_gathering(s: Sentence, first: int, head: int) -> bool:
    """Say whether a convention is a meeting of people, not a treaty."""
    if s.words[head].lower() != "convention":
        return False
    after = s.words[head + 1].lower() if head + 1 < len(s.words) else ""
    before = {w.lower() for w in s.words[first:head]}
    return after not in _nouns("treaty_links") and bool(before & _nouns("gathering_words"))


def _is_private(s: Sentence, first: int, head: int) -> bool:
    """Say whether a deal is struck by firms, parties of one parliament or a court ("plea deal")."""
    loose = _nouns("loose_heads") | _nouns("paper_heads")
    if s.words[head].lower() not in loose or head == first:
        return False
    return s.words[head - 1] in _nouns("private_words") or s.words[first] in _nouns("private_words")


def _pronoun(s: Sentence, about: Found) -> list[Found]:
    """Read a sentence's leading "it" as the agreement that the last sentence was about."""
    for at, word in enumerate(s.words[:3]):
        if word.lower() == "it" and s.deps[at].startswith("nsubj"):
            span = Span(s.starts[at], s.ends[at])
            return [Found(span, "", False, True, frozenset(), about)]
    return []


def _subject(s: Sentence, here: Sequence[Found]) -> Found | None:
    """Return the agreement that the sentence is about: its first subject."""
    for at, dep in enumerate(s.deps):
        if dep.startswith("nsubj"):
            return next((f for f in here if f.span.start <= s.starts[at] < f.span.end), None)
    return None


def _modifies(s: Sentence, head: int) -> bool:
    """Say whether the noun only modifies another one ("treaty obligations")."""
    if not is_parsed(s):
        return False
    return s.deps[head] == "compound" and s.heads[head] > head and s.tags[s.heads[head]][0] == "N"


def _first_word(s: Sentence, head: int) -> int:
    first = head
    capital = s.words[head][0].isupper() and not _is_headline(s)
    while first > 0 and head - first < _MAX_BACK:
        word = s.words[first - 1]
        if not _may_precede(s, first - 1, word, capital=capital):
            break
        first -= 1
    while first < head and s.words[first].lower() in _nouns("articles") | {"-", "'s", "’s", "of"}:
        first += 1
    return first


def _may_precede(s: Sentence, at: int, word: str, *, capital: bool) -> bool:
    if word in {"-", "–"}:
        return at > 0 and s.ends[at - 1] == s.starts[at]
    if word in _COMPASS and s.words[at + 1][0].isupper():
        return True
    if not is_parsed(s):
        return capital and word[0].isupper() and word.lower() not in _nouns("articles")
    if capital and word[0].isupper():
        inside = s.tags[at][0] in "NJIV" and s.deps[at] not in {"nsubj", "ROOT", "ccomp"}
        return inside and word.lower() not in _nouns("articles")
    if s.deps[at] in {"poss", "case", "det", "nummod", "punct", "cc"}:
        return False
    return s.deps[at] in {"amod", "compound", "nmod"} and s.tags[at][0] in "NJ"


def _last_word(s: Sentence, head: int) -> int:
    """Follow "Treaty on the Prohibition of ..." through its capitals."""
    if not s.words[head][0].isupper():
        return head
    last, at = head, head + 1
    while at < len(s.words) and (s.words[at][0].isupper() or s.words[at].lower() in _NAME_GLUE):
        if s.words[at][0].isupper():
            last = at
        at += 1
        if at - last > 2:
            break
    if last > head and s.words[head + 2] in _CALENDAR:
        return head
    starts_name = last > head and s.words[head + 1].lower() in {"on", "of", "for"}
    return last if starts_name else head


def _introduced(s: Sentence, first: int) -> str:
    before = first - 1
    while before >= 0 and s.words[before] in {"“", '"', "‘", "'", "''", "``"}:
        before -= 1
    return s.words[before].lower() if before >= 0 else ""


def _has_telling(core: list[str]) -> bool:
    return any(w.lower() in _nouns("telling_modifiers") for w in core)


def _acronyms(text: str, s: Sentence) -> list[Found]:
    out = []
    for at, word in enumerate(s.words):
        if word in _nouns("acronyms"):
            first = at - 1 if at and s.words[at - 1] == "New" else at
            last = at + 1 if tuple(s.words[at + 1 : at + 2]) in _NUMERALS else at
            span = Span(s.starts[first], s.ends[last])
            words = s.words[first : last + 1]
            if word in _nouns("doubtful_acronyms") and first == last and not _is_treaty(s, at):
                continue
            shown, telling = " ".join(words), frozenset(w.lower() for w in words)
            out.append(Found(span, shown, True, True, telling, names=telling))
    return out


def _is_treaty(s: Sentence, at: int) -> bool:
    """Say whether an acronym of several senses stands before a word for an agreement or talks."""
    after = s.words[at + 1].lower() if at + 1 < len(s.words) else ""
    return after in _nouns("heads") or after in {"talks", "negotiations", "framework"}


def _chain(found: Sequence[Found]) -> list[str]:
    """Give each mention the fullest name of the chain it belongs to."""
    groups: list[list[int]] = []
    of: list[int] = []
    for number, one in enumerate(found):
        at = _group(found, groups, one) if one.same is None else of[found.index(one.same)]
        if at is None:
            groups.append([])
            at = len(groups) - 1
        groups[at].append(number)
        of.append(at)
    names = [max((found[i] for i in g), key=_fullness).words for g in groups]
    return [names[at] for at in of]


def _fullness(one: Found) -> tuple[bool, int]:
    return one.named, len(one.telling)


def _group(found: Sequence[Found], groups: list[list[int]], one: Found) -> int | None:
    """Return the chain that a mention belongs to, the one mentioned last before others."""
    recent = sorted(range(len(groups)), key=lambda at: groups[at][-1], reverse=True)
    if not one.telling and one.definite:
        return _pointed_at(one, [(at, [found[i] for i in groups[at]]) for at in recent])
    for at in recent:
        members = [found[i] for i in groups[at]]
        if members[0].many != one.many or _is_apart(one, members):
            continue
        words = frozenset().union(*(member.telling for member in members))
        if one.telling and one.telling & words and not _is_other(one, members):
            return at
        if one.named and not words:
            return at
    return None


def _pointed_at(one: Found, chains: Sequence[tuple[int, Sequence[Found]]]) -> int | None:
    """Return the chain that a bare word points back to: one under its own head before others."""
    allowed = [
        (at, members)
        for at, members in chains
        if members[0].many == one.many and not _is_apart(one, members) and _may_point(one, members)
    ]
    alike = (at for at, members in allowed if any(_head(one) in _kin(m) for m in members))
    return next(alike, next((at for at, _ in allowed), None))


def _head(one: Found) -> str:
    words = one.words.split()
    return words[-1].lower() if words else ""


def _kin(one: Found) -> frozenset[str]:
    """Return the heads that may stand for a mention's own."""
    head = _head(one)
    loose = _nouns("loose_heads")
    return loose if head in loose else frozenset((head,))


def _may_point(one: Found, members: Sequence[Found]) -> bool:
    """Say whether a bare word may mean a chain: "the deal" is no convention, charter or statute."""
    solemn = {_head(m) for m in members if m.named} & _nouns("solemn_heads")
    solemn |= {w for m in members if m.named for w in m.telling} & _nouns("solemn_heads")
    treaty = any(m.named and _head(m) == "treaty" for m in members)
    if _head(one) == "deal" and treaty:
        return False
    return not solemn or _head(one) not in _nouns("loose_heads")


def _is_apart(one: Found, members: Sequence[Found]) -> bool:
    """Say whether a mention names other partners than its chain ("with Peru", "with Chile")."""
    others = frozenset().union(*(member.partners for member in members))
    return bool(one.partners) and bool(others) and not one.partners & others


def _is_other(one: Found, members: Sequence[Found]) -> bool:
    """Say whether a name shares only some words with the proper name of a chain.

    Two proper names with words of their own are two agreements. A description is a proper
    name's only where it points back and says no more than the name: "a nuclear deal" is not
    the treaty whose long name holds that word, nor "a free trade bill" the last such treaty.
    """
    held = [m.names for m in members if m.names]
    if one.names and held and not any(one.names <= h or h <= one.names for h in held):
        return True
    proper = [m for m in members if m.named and m.telling]
    if one.named and proper:
        return not any(m.telling <= one.telling or one.telling <= m.telling for m in proper)
    if one.named:
        return not any(_spells_out(one, m) for m in members if m.telling)
    if not proper or any(one.telling == m.telling for m in members if not m.named):
        return False
    if not any(one.telling <= m.telling for m in proper):
        return True
    loose = _head(one) in _nouns("loose_heads")
    if loose and all(_head(m) in _nouns("solemn_heads") for m in proper):
        return True
    return loose and not (one.definite and any(len(one.telling & m.telling) > 1 for m in proper))


def _spells_out(one: Found, described: Found) -> bool:
    """Say whether a proper name spells out a description before it: all its words, its head."""
    alike = len(described.telling) > 1 or _head(described) in _kin(one)
    return described.telling <= one.telling and alike
