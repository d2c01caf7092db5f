"""Finds borders, coasts and fronts: parts of a state that are places themselves."""

from __future__ import annotations

from dataclasses import replace

from foedera.data import Report, Sentence
from foedera.extract.actor_words import words as word_list
from foedera.extract.place_sites import Site, Standing
from foedera.gazetteer import Gazetteer


def find_edges(
    report: Report, sentence: Sentence, gazetteer: Gazetteer, cast: Standing
) -> list[Site]:
    """Read parts of a state ("the Libyan coast", "the border between Chad and Niger")."""
    words, out = sentence.words, []
    for at, word in enumerate(words):
        if word not in word_list("edges") or _modifies(sentence, at):
            continue
        start, country = _owner_before(sentence, at, cast)
        if word in word_list("shy_edges") and not _is_stretch(sentence, start, at):
            continue
        end, after = _owners_after(sentence, at, cast)
        country = country or after
        if country is None:
            continue
        if word == "capital":
            spot = gazetteer.capitals.get(country)
            if spot is not None:
                out.append(Site(start, at + 1, spot, "places.capital"))
            continue
        text = report.text[sentence.starts[start] : sentence.ends[end - 1]]
        name = text
        if words[start] in {"its", "their"}:
            name = gazetteer.states.get(country, text)
            if words[at + 1 : at + 2] in (["with"], ("with",)):  # "its border with Libya"
                other = report.text[sentence.starts[at + 2] : sentence.ends[end - 1]]
                name = f"{word} between {name} and {other}"
        spot = replace(gazetteer.country_spot(country), name=name)
        out.append(Site(start, end, spot, "places.edge"))
    return out


def _is_stretch(sentence: Sentence, start: int, at: int) -> bool:
    """Say whether a state stands right before a "front" or "side" that is no verb."""
    verb = bool(sentence.tags) and sentence.tags[at][0] == "V"
    return start == at - 1 and not verb


def _modifies(sentence: Sentence, at: int) -> bool:
    """Say whether the word only modifies another ("border guards")."""
    return bool(sentence.deps) and sentence.deps[at] == "compound" and sentence.heads[at] > at


def _owner_before(sentence: Sentence, at: int, cast: Standing) -> tuple[int, str | None]:
    """Find the state before an edge: its adjective, its possessive or a pronoun for it."""
    for back in (at - 1, at - 2):
        if back < 0:
            break
        country = cast.owners.get(sentence.ends[back])
        if country is not None:
            start = back
            while start and sentence.words[start - 1][:1].isupper():
                start -= 1
            return start, country
    return at, None


def _owners_after(sentence: Sentence, at: int, cast: Standing) -> tuple[int, str | None]:
    """Find the states after an edge, and where their phrase ends."""
    end, country = at + 1, None
    if sentence.words[at + 1 : at + 2] not in (("of",), ("with",), ("between",)):
        return end, None
    for place in range(at + 2, min(at + 8, len(sentence.words))):
        word = sentence.words[place]
        owner = cast.owners.get(sentence.ends[place])
        if owner is not None:
            country, end = country or owner, place + 1
        elif not (word[:1].isupper() or word in word_list("edge_links")):
            break
    return end, country
