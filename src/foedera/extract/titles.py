"""Names and descriptions of agreements, chained within a report."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence

from foedera.data import Mention, Report, Sentence, Span, Title
from foedera.extract.title_chains import chain
from foedera.extract.title_found import Found, nouns
from foedera.extract.title_made import about, adds_to, is_made, is_told_new, may_be_one
from foedera.extract.title_world import world_names
from foedera.lexicons import load_words
from foedera.measure import overlap
from foedera.tree import is_parsed, low_words

_DEFINITE = frozenset({"the", "this", "that", "its", "their", "both"})
_NAME_GLUE = frozenset({"of", "on", "for", "the", "and", "in", "to", "-", "against"})
_PARTNERED = frozenset({"with", "between", "among"})
_NUMERALS = (("I",), ("II",), ("III",))
_MAX_BACK, _MAX_GLUE = 9, 3
_FOUNDS = re.compile(
    r" (?:establishing|setting up|creating|founding|that (?:established|set up|created|founded))"
    r" (?:the |an |a )?"
)
_CONVENTION = re.compile(r"\b(\w+) [Cc]onvention\b")
_SHORT_FORM = re.compile(r" \(([A-Z]{2,8})\)")
_QUOTES = frozenset({"“", '"', "‘", "'", "''", "``"})
_COMPASS = frozenset("NSEW")
_HYPHENS = frozenset({"-", "–"})
_OF_LATE = frozenset({"now", "then", "once", "long", "much", "newly", "recently", "soon"})
_UNDERSTANDING = ("of", "understanding")
_PLANS = frozenset({"plan", "package", "framework"})
_CALENDAR = frozenset((*calendar.day_name, *calendar.month_name)) - {""}


def find_titles(report: Report, sentences: Sequence[Sentence]) -> list[Mention]:
    """Find agreement mentions; each carries the fullest name its chain has in the report.

    "the treaty" after "the Treaty of Lund" is that treaty; "a new pact" starts a chain.
    """
    found = _of_headline(report.title)
    seeds, about = len(found), None
    made: set[str] = set()
    short: dict[str, Found] = {}
    for s in sentences:
        here = _in_sentence(report.text, s, made)
        here = _with_short_forms(s, here, short)
        _learn_short_forms(report.text, here, short)
        if about and not here and is_parsed(s):
            here = _pronoun(s, about)
        found += here
        about = _subject(s, here) if is_parsed(s) else None
    found[seeds:] = _without_gatherings(report.text, found[seeds:])
    names = chain(report.text, found, seeds)
    return [
        Mention(f.span, "agreement", Title(name, f.span), "titles.find_titles")
        for f, name in list(zip(found, names, strict=True))[seeds:]
    ]


def _of_headline(title: str | None) -> list[Found]:
    """Return the agreements that a headline names, for the chains below it."""
    if not title:
        return []
    parts = list(re.finditer(r"[^\W_]+(?:['’.-][^\W_]+)*|[-–,;:]", title))
    words = tuple(part.group() for part in parts)
    starts, ends = tuple(p.start() for p in parts), tuple(p.end() for p in parts)
    s = Sentence(Span(0, len(title)), 0, words, starts, ends)
    return [f for f in _in_sentence(title, s, set()) if f.names]


def _learn_short_forms(text: str, here: Sequence[Found], short: dict[str, Found]) -> None:
    """Learn the letters that a report puts behind an agreement: "the defence accord (DA)"."""
    for one in here:
        told = _SHORT_FORM.match(text, one.span.end)
        if told and told[1] not in nouns("acronyms"):
            short.setdefault(told[1], one)


def _with_short_forms(s: Sentence, here: list[Found], short: dict[str, Found]) -> list[Found]:
    if not short:
        return here
    for at, word in enumerate(s.words):
        span = Span(s.starts[at], s.ends[at])
        if word in short and not any(overlap(span, f.span) for f in here):
            here.append(Found(span, "", False, True, frozenset(), short[word]))
    return sorted(here, key=lambda f: f.span.start)


def _without_gatherings(text: str, found: list[Found]) -> list[Found]:
    """Leave out "the convention" where a report tells of a gathering and no treaty so called."""
    told = {word.lower() for word in _CONVENTION.findall(text)}
    if not told & nouns("gathering_words"):
        return found
    if any(f.named and "Convention" in f.words for f in found):
        return found
    bare = {id(f) for f in found if f.words.lower() == "convention"}
    return [f for f in found if id(f) not in bare and (f.same is None or id(f.same) not in bare)]


def _in_sentence(text: str, s: Sentence, made: set[str]) -> list[Found]:
    """Find the agreements of a sentence; `made` are the papers that are ones by being made so."""
    out: list[Found] = []
    last = -1
    heads = nouns("heads")
    for at, word in enumerate(low_words(s)):
        if at <= last:
            continue
        paper = word in nouns("made_heads") and may_be_one(s, at, made)
        if paper or word in heads or (word in _PLANS and _is_plan_of_action(s, at)):
            found, last = _mention_at(text, s, at)
            out += [found] if found else []
            if paper and found:
                made.add(word)
    out += _acronyms(text, s)
    out += [f for f in world_names(text, s) if not any(overlap(f.span, g.span) for g in out)]
    return sorted(out, key=lambda f: f.span.start)


def _is_plan_of_action(s: Sentence, at: int) -> bool:
    """Say whether a "Plan of Action" or the like stands at a token, a name of what states agree."""
    if s.words[at : at + 3] in (("Plan", "of", "Action"), ("Package", "of", "Measures")):
        return True
    return s.words[at] == "Framework" and s.words[at + 1 : at + 2] in (("for",), ("of",))


def _mention_at(text: str, s: Sentence, head: int) -> tuple[Found | None, int]:
    if is_parsed(s) and s.tags[head][0] != "N":
        return None, head
    if _modifies(s, head):
        return None, head
    first, last = _first_word(s, head), _last_word(s, head)
    opening = first
    first += _count_judging(s, first, head)
    if first < head and s.words[first] in nouns("making_verbs"):
        first += 1  # a headline's "sign accord", taken for one noun
    if _is_gathering(s, first, head) or _is_private(s, first, head):
        return None, last
    words = s.words[first : last + 1]
    if " ".join(words) in nouns("not_agreements"):
        return None, last
    core = [w for w in words if w.lower() not in nouns("articles")]
    capital = s.words[head][0].isupper() and not _is_headline(s)
    named = capital and len(core) > 1 and s.words[first][0].isupper()
    another = "own" in s.words[opening - 1 : head]  # "its own treaty"
    definite = bool(words) and not another and _introduced(s, opening) in _DEFINITE
    telling = frozenset(w.lower() for w in core if w[0].isalpha()) - nouns("heads")
    telling -= nouns("empty_words") | nouns("judging_words") | nouns("made_heads")
    weak = not named and _is_weak(s.words[head], core, telling, definite=definite)
    weak = weak and tuple(s.words[head + 1 : head + 3]) != _UNDERSTANDING
    if weak and not (_has_subject(s, head) or _is_one(s, head, last)):
        return None, last
    span = Span(s.starts[first], s.ends[last])
    if (founding := _founding(text, span.end)) is not None:
        own = frozenset(founding.lower().split()) - nouns("heads") - {"the", "of"}
        return Found(span, founding, True, True, own, names=own), last
    shown = text[span.start : span.end].strip("“”\"‘’' ")
    many = s.words[head].lower() in nouns("plural_heads") and not named and not _has_name(core)
    partners, names = _partners(s, last), _names(s, core, telling)
    shown = " ".join(shown.split())
    fresh = not named and (another or "new" in s.words[opening:head])
    if last == head and not named and not telling:
        behind, told = about(text, s, head)
        fresh = fresh or (bool(told) and is_told_new(s, head))
        shown, telling = shown + behind, told if fresh or not definite else telling
    return Found(
        span, shown, named, definite, telling, None, partners, many, names,
        fresh=fresh, replaced=_is_replaced(s, opening),
        loose=weak,
    ), last  # fmt: skip


def _is_one(s: Sentence, head: int, last: int) -> bool:
    """Say whether a weak word is an agreement by its making, its sides or what it adds to."""
    return is_made(s, head) or adds_to(s, head) or bool(_partners(s, last))


def _is_replaced(s: Sentence, first: int) -> bool:
    """Say whether what stands before a name tells that another takes its place: "replaces the"."""
    before = {word.lower() for word in s.words[max(0, first - 4) : first + 1]}
    return not before.isdisjoint(nouns("replacing_words"))


def _founding(text: str, end: int) -> str | None:
    """Return the treaty that is told by the body it founds: "the treaty establishing the court"."""
    found = _FOUNDS.match(text, end)
    if found is None:
        return None
    table: dict[str, str] = load_words("agreement_words")["founded_by"]
    after = text[found.end() : found.end() + 60].lower()
    return next((treaty for body, treaty in table.items() if after.startswith(body)), None)


def _names(s: Sentence, core: Sequence[str], telling: frozenset[str]) -> frozenset[str]:
    """Return the capitalised words that tell an agreement; none in a headline."""
    if _is_headline(s):
        return frozenset()
    told = frozenset(w.lower() for w in core if w[0].isupper()) & telling
    return told - nouns("region_words") if len(told) < 2 else told


def _is_weak(head: str, core: list[str], telling: frozenset[str], *, definite: bool) -> bool:
    """Say whether words are too weak for an agreement: "the State Department document"."""
    if head.lower() in nouns("paper_heads") and telling and not _has_telling(core):
        return True
    return head.lower() in nouns("weak_heads") and not (definite or _has_telling(core))


def _has_subject(s: Sentence, head: int) -> bool:
    """Say whether a solemn head is told with what it is about: "a convention on violence"."""
    if s.words[head].lower() not in nouns("solemn_heads") or head + 2 >= len(s.words):
        return False
    link, following = s.words[head + 1].lower(), s.words[head + 2]
    return link in nouns("treaty_links") - {"for"} and following not in _CALENDAR


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
    while at < head and (s.words[at] in nouns("judging_words") or s.words[at] in {"-", "–"}):
        at += 1
    return at - first


def _is_gathering(s: Sentence, first: int, head: int) -> bool:
    """Say whether a convention is a meeting of people, not a treaty."""
    if s.words[head].lower() != "convention":
        return False
    after = s.words[head + 1].lower() if head + 1 < len(s.words) else ""
    before = {w.lower() for w in s.words[first:head]}
    return after not in nouns("treaty_links") and bool(before & nouns("gathering_words"))


def _is_private(s: Sentence, first: int, head: int) -> bool:
    """Say whether a deal is struck by firms, parties of one parliament or a court ("plea deal")."""
    loose = nouns("loose_heads") | nouns("paper_heads")
    if s.words[head].lower() not in loose or head == first:
        return False
    return s.words[head - 1] in nouns("private_words") or s.words[first] in nouns("private_words")


def _pronoun(s: Sentence, about: Found) -> list[Found]:
    """Read a sentence's leading "it" as the agreement that the last sentence was about."""
    for at, word in enumerate(s.words):
        main = at < 3 or s.deps[s.heads[at]] == "ROOT"
        if word.lower() == "it" and s.deps[at].startswith("nsubj") and main:
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
    while first < head and s.words[first].lower() in nouns("articles") | {"-", "'s", "’s", "of"}:
        first += 1
    if first + 3 <= head and s.words[first].lower() in _OF_LATE and _is_in_chain(s, first):
        first += 3  # "the now-defunct Sea Treaty"
    return first


def _may_precede(s: Sentence, at: int, word: str, *, capital: bool) -> bool:
    if word in _HYPHENS:
        return at > 0 and s.ends[at - 1] == s.starts[at]
    if word in _COMPASS and s.words[at + 1][0].isupper():
        return True
    if _is_in_chain(s, at):
        return True
    if not is_parsed(s):
        return capital and word[0].isupper() and word.lower() not in nouns("articles")
    if word.isdigit() and at and s.words[at - 1] in nouns("acronyms"):
        return True
    if capital and word == "and" and _joins_names(s, at):
        return True
    if capital and word[0].isupper():
        inside = s.tags[at][0] in "NJIV" and s.deps[at] not in {"nsubj", "ROOT", "ccomp"}
        return inside and word.lower() not in nouns("articles")
    if s.deps[at] in {"poss", "case", "det", "nummod", "punct", "cc"}:
        return False
    return s.deps[at] in {"amod", "compound", "nmod"} and s.tags[at][0] in "NJ"


def _is_in_chain(s: Sentence, at: int) -> bool:
    """Say whether a hyphen ties a word to the next one: "Two-plus-Four Treaty"."""
    tied = at + 1 < len(s.words) and s.words[at + 1] in _HYPHENS and s.words[at].isalpha()
    return tied and s.ends[at] == s.starts[at + 1]


def _joins_names(s: Sentence, at: int) -> bool:
    """Say whether "and" stands within a name: the "Comprehensive and Progressive Agreement"."""
    modifiers = {"amod", "nmod", "compound"}
    inside = s.deps[s.heads[at]] in modifiers and s.words[at + 1][0].isupper()
    return inside and at > 0 and s.words[at - 1][0].isupper()


def _last_word(s: Sentence, head: int) -> int:
    """Follow "Treaty on the Prohibition of ..." through its capitals."""
    if not s.words[head][0].isupper():
        return head
    last, at = head, head + 1
    while at < len(s.words) and (s.words[at][0].isupper() or s.words[at].lower() in _NAME_GLUE):
        if s.words[at][0].isupper():
            last = at
        at += 1
        if at - last > _MAX_GLUE or (at < len(s.words) and s.words[at] in _CALENDAR):
            break
    starts_name = last > head and s.words[head + 1].lower() in {"on", "of", "for"}
    return last if starts_name else head


def _introduced(s: Sentence, first: int) -> str:
    before = first - 1
    while before >= 0 and (s.words[before] in _QUOTES or s.words[before].isdigit()):
        before -= 1
    return s.words[before].lower() if before >= 0 else ""


def _has_telling(core: list[str]) -> bool:
    return any(w.lower() in nouns("telling_modifiers") for w in core)


def _acronyms(text: str, s: Sentence) -> list[Found]:
    out = []
    for at, word in enumerate(s.words):
        if word in nouns("acronyms"):
            first = at - 1 if at and s.words[at - 1] == "New" else at
            after = s.words[at + 1 : at + 2]
            numbered = tuple(after) in _NUMERALS or "".join(after) in {"1", "2", "3"}
            last = at + 1 if numbered else at
            span = Span(s.starts[first], s.ends[last])
            words = s.words[first : last + 1]
            if word in nouns("doubtful_acronyms") and first == last and not _is_treaty(s, at):
                continue
            shown, telling = " ".join(words), frozenset(w.lower() for w in words)
            old = _is_replaced(s, first)
            out.append(Found(span, shown, True, True, telling, names=telling, replaced=old))
    return out


def _is_treaty(s: Sentence, at: int) -> bool:
    """Say whether an acronym of several senses stands before a word for an agreement or talks."""
    after = s.words[at + 1].lower() if at + 1 < len(s.words) else ""
    if after in nouns("heads") or after in {"talks", "negotiations", "framework"}:
        return True
    told = {*low_words(s)}
    return s.words[max(0, at - 1)].lower() == "the" and not told.isdisjoint(nouns("treaty_acts"))
