"""Who says so: one attribution a cue, as a tree by clause containment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from foedera.data import Attribution, Mention, Report, Sentence, Skip
from foedera.extract.speech_according import find_according, find_adverbs
from foedera.extract.speech_chains import fill_cited, find_cited, find_published, find_quoted
from foedera.extract.speech_colons import find_colons
from foedera.extract.speech_cues import Lexicon, cue_words, cues
from foedera.extract.speech_direct import join_quotes
from foedera.extract.speech_drafts import Draft, find_drafts
from foedera.extract.speech_issuers import Issuers
from foedera.extract.speech_predicates import find_predicates
from foedera.extract.speech_pronouns import Memory
from foedera.extract.speech_quotes import find_quotes
from foedera.extract.speech_set_off import set_apart
from foedera.extract.speech_silence import find_silences
from foedera.extract.speech_speakers import Speakers
from foedera.extract.speech_stance import effect_of
from foedera.extract.speech_tree import Reading, plant
from foedera.tree import low_words

__all__ = ["cue_words", "find_attributions"]

_OWN = frozenset({"citing", "silence"})  # frames that may share their content with another cue
_NOBODY = "words that stand for nobody known"


def find_attributions(
    report: Report, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[list[Attribution], list[Skip]]:
    """Find who says what in a report, outer attributions before those they contain."""
    lexicon = cues()
    drafts = [d for n, s in enumerate(sentences) if s.heads for d in _of_sentence(s, n, lexicon)]
    quotes = find_quotes(report)
    drafts += find_colons(report, sentences, quotes=quotes, mentions=mentions, lexicon=lexicon)
    drafts, left = join_quotes(report, sentences, drafts, quotes=quotes, lexicon=lexicon)
    drafts = _distinct(_with_late(sentences, drafts, lexicon))
    skips = [Skip(q.span, "source", "a quotation with no cue beside it") for q in left]
    speakers = Speakers(report.text, mentions, lexicon)
    memory = Memory(report, sentences, mentions, quotes=quotes, quoting=lexicon.quoting)
    who = speakers, Issuers(sentences, speakers, lexicon), memory
    read = [_read(d, sentences[d.place], *who) for d in drafts]
    drafts, found = [d for d, _ in read], [one for _, one in read]
    skips += [Skip(d.source[0], "source", _NOBODY) for d, f in zip(drafts, found, strict=True)
              if d.source and not f.speakers]  # fmt: skip
    return plant(report.text, drafts, found, quotes), skips


def _read(
    d: Draft, s: Sentence, speakers: Speakers, issuers: Issuers, memory: Memory
) -> tuple[Draft, Reading]:
    parsed = s if s.heads else None
    named = issuers.of(parsed, d, speakers.of(parsed, d))
    d = memory.narrow(d, named)
    return d, Reading(memory.resolve(d, named), effect_of(parsed, d, cues()))


def _of_sentence(s: Sentence, place: int, lexicon: Lexicon) -> list[Draft]:
    """List the cues of a sentence; the rarer rules look only where one of their words stands."""
    quoted = [*find_quoted(s, place)]
    heads = {d.head for d in quoted}
    out = [*(d for d in find_drafts(s, place, lexicon) if d.head not in heads), *quoted]
    told = [*find_predicates(s, place, lexicon)]
    heads = {d.head for d in told}
    out = set_apart(s, place, [*(d for d in out if d.head not in heads), *told], lexicon)
    present = lexicon.lists["marks"].intersection(low_words(s))
    if present:
        out += find_according(s, place)
        out += find_published(s, place, lexicon)
        heads = {d.head for d in out}
        out += (d for d in find_adverbs(s, place, lexicon) if s.heads[d.head] not in heads)
    return out


def _with_late(
    sentences: Sequence[Sentence], drafts: Sequence[Draft], lexicon: Lexicon
) -> list[Draft]:
    """Add the cues that have no content of their own: cited sources, and silence."""
    out = [*drafts]
    cued: dict[int, set[int]] = defaultdict(set)
    for d in drafts:
        cued[d.place].add(d.head)
    for n, s in enumerate(sentences):
        if s.heads:
            out += find_cited(s, n)
            out += find_silences(s, n, lexicon, cued[n])
    return fill_cited(out)


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """Keep one draft for each content: the first verb, else the first cue."""
    best: dict[tuple[object, ...], Draft] = {}
    for d in drafts:
        key = (d.content, d.at if d.frame in _OWN else None)
        old = best.get(key)
        if old is None or (old.pos != "v" and d.pos == "v"):
            best[key] = d
    return sorted(best.values(), key=lambda d: (d.at, -d.size))
