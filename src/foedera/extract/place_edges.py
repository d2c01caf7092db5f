"""Finds borders, coasts and fronts: parts of a state that are places themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from foedera.data import Report, Sentence
from foedera.extract.actor_words import words as word_list
from foedera.extract.place_sites import Site, Standing
from foedera.gazetteer import Gazetteer

JOINTS = frozenset("-–/")


def find_edges(
    report: Report, sentence: Sentence, gazetteer: Gazetteer, cast: Standing
) -> list[Site]:
    """Read parts of a state ("the Libyan coast", "the border between Chad and Niger")."""
    words, out = sentence.words, []
    for at, word in enumerate(words):
        if word not in word_list("edges") or _modifies(sentence, at):
            continue
        start, before = _owners_before(sentence, at, cast)
        if word in word_list("shy_edges") and not _is_stretch(sentence, start, at):
            continue
        end, after = _owners_after(sentence, at, cast)
        owners = before or after
        if not owners:
            continue
        country = owners[0]
        if word == "capital":
            spot = gazetteer.capitals.get(country)
            if spot is not None:
                out.append(Site(start, at + 1, spot, "places.capital"))
            continue
        text = report.text[sentence.starts[start] : sentence.ends[end - 1]]
        name = text
        if words[start] in {"its", "their"}:
            name = gazetteer.states.get(country, text)
            if end > at + 2 and words[at + 1 : at + 2] in (
                ["with"],
                ("with",),
            ):  # "its border with Libya"
                other = report.text[sentence.starts[at + 2] : sentence.ends[end - 1]]
                name = f"{word} between {name} and {other}"
        shared = len(set(owners)) > 1  # what happens there need not lie in the first one named
        whole = gazetteer.country_spot(country)
        spot = replace(whole, name=name, country=None if shared else country)
        if shared:
            spot = replace(spot, lat=None, lon=None)
        out.append(Site(start, end, spot, "places.edge"))
    return out


def _is_stretch(sentence: Sentence, start: int, at: int) -> bool:
    """Say whether a state stands right before a "front" or "side" that is no verb."""
    verb = bool(sentence.tags) and sentence.tags[at][0] == "V"
    return start == at - 1 and not verb


def _modifies(sentence: Sentence, at: int) -> bool:
    """Say whether the word only modifies another ("border guards")."""
    return bool(sentence.deps) and sentence.deps[at] == "compound" and sentence.heads[at] > at


def _owners_before(sentence: Sentence, at: int, cast: Standing) -> tuple[int, list[str]]:
    """Find the states before an edge: an adjective, a possessive, a pronoun, two with a hyphen."""
    words, ends = sentence.words, sentence.ends
    for back in (at - 1, at - 2):
        if back < 0:
            break
        country = cast.owners.get(ends[back])
        if country is None:
            continue
        owners, start = [country], back
        while start and (words[start - 1][:1].isupper() or _joins(words, start - 1)):
            start -= 1
            first = cast.owners.get(ends[start])
            if first is not None and words[start + 1] in JOINTS:  # "Turkish-Syrian"
                owners.insert(0, first)
        return start, owners
    return at, []


def _joins(words: Sequence[str], at: int) -> bool:
    """Say whether a hyphen or a dash stands between two names."""
    return words[at] in JOINTS and at > 0 and words[at - 1][:1].isupper()


def _owners_after(sentence: Sentence, at: int, cast: Standing) -> tuple[int, list[str]]:
    """Find the states after an edge, and where their phrase ends."""
    end, owners = at + 1, []
    if sentence.words[at + 1 : at + 2] not in (("of",), ("with",), ("between",)):
        return end, []
    for place in range(at + 2, min(at + 8, len(sentence.words))):
        word = sentence.words[place]
        owner = cast.owners.get(sentence.ends[place])
        if owner is not None:
            owners.append(owner)
            end = place + 1
        elif not (word[:1].isupper() or word in word_list("edge_links")):
            break
    return end, owners
