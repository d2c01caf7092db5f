"""Finds who acts: states, persons, offices, bodies, forces, outlets and groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from foedera.data import Actor, ActorKind, Mention, Report, Sentence, Span
from foedera.extract.actor_cast import Cast, Role
from foedera.extract.actor_directions import with_directions
from foedera.extract.actor_drafts import Draft
from foedera.extract.actor_items import Line, mark_items, read_line
from foedera.extract.actor_phrases import read_phrases
from foedera.extract.actor_surnames import with_surnames
from foedera.extract.actor_words import words as word_list
from foedera.extract.locative import is_bombed, is_located
from foedera.extract.namesakes import as_american, is_american
from foedera.extract.reference import refer
from foedera.gazetteer import Gazetteer

_PLACE = "actors.place_name"
_TITLE_CASE = 0.6
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos"})


class Scene(NamedTuple):
    """A sentence with the actor phrases read in it."""

    line: Line
    drafts: tuple[Draft, ...]


def find_actors(
    report: Report, sentences: Sequence[Sentence], gazetteer: Gazetteer
) -> list[Mention]:
    """List the mentions of actors, in text order; joint mentions share a span.

    The first pass reads phrases sentence by sentence, the second gives short forms,
    acronyms and owners the bearer that the whole report names.
    """
    american = is_american(sentences)
    scenes = [_scene(report, s, gazetteer, american=american) for s in sentences]
    plain = frozenset(w for s in sentences for w in s.words if w.islower())
    cast = Cast(gazetteer, year_of(report), plain)
    acronyms: dict[str, Draft] = {}
    for scene in scenes:
        _meet(scene, cast)
        acronyms.update(_acronyms(scene))
    scenes = [Scene(*read) for read in with_surnames(scenes, cast.is_met)]
    found = [m for scene in scenes for m in by_start(_mentions(scene, cast, acronyms))]
    return refer(report, sentences, found, gazetteer)


def year_of(report: Report) -> int | None:
    """Return the year of publication, None if unknown."""
    day = report.published.earliest or report.published.latest
    return int(day[:4]) if day else None


def _scene(report: Report, sentence: Sentence, gazetteer: Gazetteer, *, american: bool) -> Scene:
    heading = report.parts[sentence.part].kind == "headline" and _title_case(sentence.words)
    line = read_line(sentence, heading=heading)
    marked = with_directions(line, mark_items(line, gazetteer), gazetteer)
    items = as_american(marked, american=american)
    drafts = read_phrases(line, items, gazetteer)
    return Scene(line, tuple(d for d in drafts if not _only_tells_where(line, d, gazetteer)))


def _only_tells_where(line: Line, draft: Draft, gazetteer: Gazetteer) -> bool:
    """Say whether a state or its seat closes an address or colours a noun as a place."""
    if draft.rule == "actors.seat":
        town = gazetteer.spots.get(tuple(line.words[draft.start : draft.end]))
        return bool(town) and _only_colours(line, draft) and not _is_of_pair(line, draft, gazetteer)
    return draft.rule == "actors.state" and _closes_address(line, draft, gazetteer)


def _only_colours(line: Line, draft: Draft) -> bool:
    """Say whether a capital stands before a noun to say where ("the Paris accord")."""
    s, at = line.sentence, draft.end - 1
    return bool(s.deps) and s.deps[at] == "compound" and s.heads[at] > at


def _is_of_pair(line: Line, draft: Draft, gazetteer: Gazetteer) -> bool:
    """Say whether a hyphen joins two seats: "Paris-Berlin talks" are those of two governments.

    A train, a road or a rally between them is nobody's.
    """
    s, at = line.sentence, draft.end - 1
    while s.deps[at] == "compound":
        at = s.heads[at]
    if s.lemmas[at].lower() not in word_list("between_seats"):
        return False
    for mark, other in ((draft.end, draft.end + 1), (draft.start - 1, draft.start - 2)):
        if 0 < mark < len(line.words) - 1 and line.words[mark] == "-" and other >= 0:
            found = gazetteer.names.at(line.words, other)
            if found is not None and found[0][0].sort in {"seat", "state"}:
                return found[0][0].country != draft.country
    return False


def _closes_address(line: Line, draft: Draft, gazetteer: Gazetteer) -> bool:
    """Say whether a state only tells where a town is ("Oslo, Norway")."""
    at = draft.start - 2
    if at < 0 or line.words[at + 1] != ",":
        return False
    towns = (
        gazetteer.spots.get(tuple(line.words[at - more : at + 1])) for more in (0, 1) if at >= more
    )
    return any(t.country == draft.country for found in towns for t in found)


def _title_case(words: Sequence[str]) -> bool:
    """Say whether a headline writes most of its words with capitals."""
    long = [w for w in words if len(w) > 3 and w.isalpha()]
    return bool(long) and sum(w[:1].isupper() for w in long) / len(long) > _TITLE_CASE


# ---------------------------------------------------------------- first pass


def _meet(scene: Scene, cast: Cast) -> None:
    """Enter the scene's full personal names into the cast."""
    for draft in scene.drafts:
        if draft.kind == "person" and draft.name is None and draft.rule != _PLACE:
            if _is_storm(scene.line, draft):
                continue
            name = _text(scene.line, draft)
            if draft.personal or cast.is_met(name) or _reads_as_person(scene.line, draft):
                cast.meet(name, draft.country or _owner_country(draft, cast), draft.office)
            listed = _listed_with_title(scene.line, draft, cast)
            if listed is not None:
                cast.meet(listed.name, listed.country, listed.office)
            elif draft.office and " " not in name:
                cast.meet_titled(name, draft.office)


def _is_storm(line: Line, draft: Draft) -> bool:
    """Say whether capitals name no person but weather: "Hurricane Irma", "Typhoon Haiyan"."""
    words = line.low[draft.start : draft.end]
    return not word_list("storms").isdisjoint(words[:-1])


def _reads_as_person(line: Line, draft: Draft) -> bool:
    """Say whether unknown capitals look like a person: two or three plain words, an argument."""
    words = line.words[draft.name_start : draft.name_end]
    if not 2 <= len([w for w in words if w != "-"]) <= 4 or not line.tags:
        return False
    plain = all(w == "-" or w[0].islower() or w[1:].islower() or len(w) <= 2 for w in words)
    return plain and line.sentence.deps[draft.name_end - 1] in {"nsubj", "appos", "nsubjpass"}


def _owner_country(draft: Draft, cast: Cast) -> str | None:
    return cast.state_of(draft.owner) if draft.owner else None


def _acronyms(scene: Scene) -> Iterator[tuple[str, Draft]]:
    """Yield acronyms in brackets with the body they stand behind."""
    words = scene.line.words
    for draft in scene.drafts:
        end = draft.end
        if draft.kind not in {"organisation", "force", "group", "outlet"} or end + 2 >= len(words):
            continue
        if words[end] == "(" and words[end + 2] == ")" and words[end + 1].isupper():
            yield words[end + 1], draft if draft.name else _named(draft, scene.line)


def _named(draft: Draft, line: Line) -> Draft:
    return draft._replace(name=_text(line, draft))


def _text(line: Line, draft: Draft) -> str:
    """Return the name as written, hyphens closed up, accents as in the report."""
    words = line.sentence.words
    out = [words[draft.name_start]]
    for at in range(draft.name_start + 1, draft.name_end):
        out.append(words[at] if line.glued(at - 1) else " " + words[at])
    return "".join(out)


# --------------------------------------------------------------- second pass


def _mentions(scene: Scene, cast: Cast, acronyms: dict[str, Draft]) -> Iterator[Mention]:
    seen: set[tuple[Span, Actor]] = set()
    for draft in scene.drafts:
        mention = _mention(scene, draft, cast, acronyms)
        if mention is not None and isinstance(mention.value, Actor):
            key = (mention.span, mention.value)
            if key not in seen:
                seen.add(key)
                yield mention


def _mention(scene: Scene, draft: Draft, cast: Cast, acronyms: dict[str, Draft]) -> Mention | None:
    line = scene.line
    if draft.rule == "actors.seat" and _is_the_town(line.sentence, draft):
        return None
    if draft.kind == "person" and draft.name is None:
        if _is_storm(line, draft):
            return None
        return _person(line, draft, cast, acronyms)
    country = _owner_country(draft, cast) or draft.country
    actor = Actor(
        draft.name or _text(line, draft), country, draft.kind, draft.office, _name_span(line, draft)
    )
    return Mention(_span(line, draft), "actor", actor, draft.rule)


def _is_the_town(s: Sentence, draft: Draft) -> bool:
    """Say whether a seat means the town: it tells where, or it is a body's and force strikes it.

    Whoever bombs the capital of a state strikes the state; blasts that hit Brussels do not hit the
    Union. An attack on it is more often one in words.
    """
    first, last = draft.start, draft.end - 1
    return is_located(s, first, last) or (draft.country is None and is_bombed(s, last))


def _person(line: Line, draft: Draft, cast: Cast, acronyms: dict[str, Draft]) -> Mention | None:
    """Give a name its bearer; unknown capitals that no rule makes a person are a body or nobody."""
    name = _text(line, draft)
    role = _listed_with_title(line, draft, cast) or cast.find(name, draft.office, draft.sex)
    if draft.rule == _PLACE:
        last = draft.end - 1
        if role is None or is_located(line.sentence, draft.start, last) or _addressed(line, last):
            return None
    if role is not None:
        return _as_person(line, draft, role, name)
    if name in acronyms:
        return _as_body(line, draft, acronyms[name])
    if draft.personal:
        country = draft.country or _owner_country(draft, cast)
        return _as_person(line, draft, Role(name, country, draft.office), name)
    if line.heading or cast.is_word(name) or not _is_argument(line, draft):
        return None
    span = _name_span(line, draft)
    actor = Actor(name, draft.country, "organisation", None, span)
    return Mention(_span(line, draft), "actor", actor, "actors.unknown_name")


def _listed_with_title(line: Line, draft: Draft, cast: Cast) -> Role | None:
    """Return whom the tables name by the title before a name too: "King Salman"."""
    at = draft.name_start
    if at == draft.start or not line.words[at - 1][:1].isupper() or draft.name_end > at + 2:
        return None
    titled = f"{line.words[at - 1]} {_text(line, draft)}"
    return cast.find_titled(titled, draft.country or _owner_country(draft, cast))


def _addressed(line: Line, last: int) -> bool:
    """Say whether a comma and another name follow, as behind a town."""
    after = line.words[last + 1 : last + 3]
    return len(after) == 2 and after[0] == "," and after[1][:1].isupper()


def _is_argument(line: Line, draft: Draft) -> bool:
    """Say whether unknown capitals stand where somebody acts or is acted on."""
    if not line.tags:
        return False
    last = draft.name_end - 1
    return (
        line.sentence.deps[last] in {"nsubj", "nsubjpass", "dobj"}
        and line.tags[last] in {"NNP", "NNPS"}
        and len(line.words[last]) > 1
    )


def _as_person(line: Line, draft: Draft, role: Role, written: str) -> Mention:
    """Return the person; the report's own fullest spelling is the name."""
    name = written if len(written) > len(role.name) or " " in written else role.name
    actor = Actor(
        name,
        draft.country or role.country,
        "person",
        draft.office or role.office,
        _name_span(line, draft),
    )
    rule = "actors.person" if draft.rule in {"actors.capitals", _PLACE} else draft.rule
    return Mention(_span(line, draft), "actor", actor, rule)


def _as_body(line: Line, draft: Draft, body: Draft) -> Mention:
    kind: ActorKind = body.kind
    actor = Actor(body.name or "", body.country, kind, None, _name_span(line, draft))
    return Mention(_span(line, draft), "actor", actor, "actors.acronym")


def _span(line: Line, draft: Draft) -> Span:
    return Span(line.sentence.starts[draft.start], line.sentence.ends[draft.end - 1])


def _name_span(line: Line, draft: Draft) -> Span:
    return Span(line.sentence.starts[draft.name_start], line.sentence.ends[draft.name_end - 1])


def by_start(mentions: Iterable[Mention]) -> list[Mention]:
    """Sort mentions by place, the longer first."""
    return sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.rule))
