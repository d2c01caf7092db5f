"""What a claim must have, and what its day says about how real it is."""

from __future__ import annotations

from dataclasses import replace

from foedera.data import Actor, Obligation, Report, Roles, Setting, Title, Voice
from foedera.extract.claim_roles import role_words
from foedera.extract.frames import Match


def has_somebody(match: Match, roles: Roles, title: Title | None) -> bool:
    """Say whether a match tells of somebody; a bare noun must name a party.

    Acts upon an agreement need no more than the agreement. Force and harm need nobody beyond
    what their frame asked for: attackers are often unknown.
    """
    everyone = (*roles.actors, *roles.recipients)
    if any(_is_named(a) for a in everyone):
        return True
    if match.kind.family == "agreement" and title is not None:
        return True
    if match.frame.sort == "nouns":
        return False
    if match.kind.family in role_words("families_without_party"):
        return bool(everyone or match.frame.needs)
    return any(_is_political(a) for a in everyone)


def _is_named(actor: Actor) -> bool:
    return actor.country is not None or actor.kind != "group" or actor.name[:1].isupper()


def _is_political(actor: Actor) -> bool:
    words = actor.name.lower().split()
    return not role_words("political_nouns").isdisjoint(words)


def settle_reality(
    voice: Voice, setting: Setting, report: Report, obligation: Obligation | None
) -> Voice:
    """Correct the tense by the day: what lies ahead is planned, what is over has happened."""
    if obligation is not None and obligation.trigger is not None and voice.reality == "ongoing":
        return replace(voice, reality="conditional")
    when, published = setting.when, report.published
    if when is None:
        return voice
    if voice.reality in {"happened", "ongoing"} and _before(published.latest, when.earliest):
        return replace(voice, reality="planned")
    if voice.reality == "ongoing" and _before(when.latest, published.earliest):
        return replace(voice, reality="happened")
    return voice


def _before(day: str | None, other: str | None) -> bool:
    return day is not None and other is not None and day < other
