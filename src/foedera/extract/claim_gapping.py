"""Acts told of a second party by its name and day alone: "ratified in May and Peru in June"."""

from __future__ import annotations

from collections.abc import Iterator

from foedera.data import Actor, Sentence, When
from foedera.extract.arguments import find_arguments
from foedera.extract.claim_times import is_dated, nearest_verb
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.role_phrases import actors_at
from foedera.extract.role_words import role_words
from foedera.tree import children, root

_REACH, _GAP = 120, 160
_FAMILY = "agreement"


def gapped(match: Match, mentions: TokenMentions) -> Iterator[tuple[tuple[Actor, ...], When]]:
    """Yield who else did what a match tells, each with a day of its own.

    The parser hangs such a party on the day before it: "on Dec. 3 and Britain on Dec. 8".
    """
    s = mentions.sentence
    if match.kind.family != _FAMILY or s.tags[match.head][0] != "V":
        return
    for mention in mentions.all("time"):
        if nearest_verb(mention, mentions) != match.head:
            continue
        for token in mentions.tokens(mention):
            for other in children(s, token, "conj"):
                day = _next_day(match, mentions, other)
                named = actors_at(mentions, other)
                if day is not None and named and all(a.country for a in named):
                    yield named, day


def enumerated(match: Match, mentions: TokenMentions) -> Iterator[tuple[tuple[Actor, ...], When]]:
    """Yield who did what a match tells, where a colon opens a row of states and days.

    "Others have signed since: Peru on May 2, Chile on June 9 and Mali in July."
    """
    s = mentions.sentence
    if match.kind.name not in role_words("repeated_acts") or ":" not in s.words:
        return
    colon = s.words.index(":")
    if colon < match.head:
        return
    told: list[Actor | When] = []
    for at in range(colon + 1, len(s.words)):
        for mention in (*mentions.at(at, "actor"), *mentions.at(at, "time")):
            if mentions.head(mention) == at and isinstance(mention.value, Actor | When):
                told.append(mention.value)
    pairs = list(zip(told[::2], told[1::2], strict=False))
    regular = len(told) == 2 * len(pairs) and len(pairs) > 1
    for one, day in pairs if regular else ():
        if not (isinstance(one, Actor) and one.country and isinstance(day, When)):
            return
    for one, day in pairs if regular else ():
        if isinstance(one, Actor) and isinstance(day, When) and is_dated(day):
            yield (one,), day


def _next_day(match: Match, mentions: TokenMentions, party: int) -> When | None:
    """Return the first day told behind a party that hangs on the same verb."""
    s = mentions.sentence
    for mention in mentions.all("time"):
        near = s.starts[party] < mention.span.start <= s.ends[party] + _REACH
        if near and isinstance(mention.value, When) and is_dated(mention.value):
            own = nearest_verb(mention, mentions) == match.head
            return mention.value if own else None
    return None


def follows(mentions: TokenMentions, before: Match, gap: int) -> Match | None:
    """Return the match of "Peru did so in May" or "Chile followed", of what was told just before.

    `before` is the last act upon an agreement, `gap` how many characters lie between.
    """
    s = mentions.sentence
    verb = root(s)
    if gap > _GAP or before.kind.family != _FAMILY or s.tags[verb][0] != "V":
        return None
    after = s.words[verb + 1].lower() if verb + 1 < len(s.words) else ""
    if (paper := _paper_came(s, verb, before)) is not None:
        return paper
    if (among := _among_followers(s, verb)) is not None:
        own = find_arguments(s, verb)
        subjects = [a for t in own.get("subject", ()) for a in actors_at(mentions, t)]
        told = bool(subjects) and all(a.country for a in subjects)
        return before._replace(tokens=(among,), head=among, slots=own) if told else None
    same = s.lemmas[verb] == "do" and after in {"so", "likewise"}
    bare = s.lemmas[verb] == "follow" and not children(s, verb, "dobj", "ccomp")
    if not same and not bare:
        return None
    own = find_arguments(s, verb)
    subjects = [a for t in own.get("subject", ()) for a in actors_at(mentions, t)]
    if not subjects or not all(a.country for a in subjects):
        return None
    if "subject" not in before.frame.roles.get("actor", ()):  # "it enters into force for Peru"
        own = {**own, "for": own.pop("subject")}
    tokens = (verb, verb + 1) if same else (verb,)
    return before._replace(tokens=tokens, head=verb, slots=own)


def _among_followers(s: Sentence, verb: int) -> int | None:
    """Return the verb of "was among those that followed"."""
    if s.lemmas[verb] != "be" or "among" not in s.words:
        return None
    later = range(s.words.index("among"), len(s.words))
    return next((t for t in later if s.lemmas[t] == "follow" and s.deps[t] == "relcl"), None)


def _paper_came(s: Sentence, verb: int, before: Match) -> Match | None:
    """Return the match of "the notification was received on Monday": the step told before."""
    if before.kind.name not in role_words("done_by_notice"):
        return None
    own = find_arguments(s, verb)
    papers = (*own.get("subject", ()), *own.get("object", ()))
    came = s.lemmas[verb] in role_words("arriving_verbs")
    if not came or not any(s.lemmas[t].lower() in role_words("step_papers") for t in papers):
        return None
    slots = {name: tokens for name, tokens in own.items() if name not in {"subject", "object"}}
    return before._replace(tokens=(verb,), head=verb, slots=slots)
