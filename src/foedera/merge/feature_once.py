"""What there is but one of: a person's death, a plan that is talked of, a campaign that goes on."""

from __future__ import annotations

from foedera.merge.feature_setting import persons_undergoing_once, printed_apart
from foedera.merge.features import fold_reality
from foedera.merge.first_vetoes import too_little
from foedera.merge.kindred import load_kindred
from foedera.merge.names import is_country_name
from foedera.merge.near import Feature, Found, Near, find, veto
from foedera.merge.telling import PLACE, Telling, fold, iso_day, ordinal_day

TALKED_OF = 14
"""For so many days what is planned between two parties is talked of as one thing."""
FIGHT = "military.fight"
LONG_KNOWN = 120
CAMPAIGN = 30
"""Reports so many days apart tell of one campaign at most, of what has a long name for longer."""


def once_a_person(a: Telling, b: Telling, near: Near) -> Found | None:
    """A person is killed, appointed or sentenced but once in these days; a demand is none."""
    if (fold_reality(a) == "demanded") != (fold_reality(b) == "demanded"):
        return None
    shared = persons_undergoing_once(a, b)
    return find("once_a_person", "it befalls {} but once", shared) if shared else None


def one_plan(a: Telling, b: Telling, near: Near) -> Found | None:
    """What has not happened yet is spoken of as the one thing that may come: "a strike on Peru"."""
    if not are_ahead(a, b):
        return None
    shared = (a.actors & b.actors) - a.nameless
    targets = not a.recipients or not b.recipients or bool(a.recipients & b.recipients)
    apart = printed_apart(a, b)
    if not shared or not targets or apart is None or apart > TALKED_OF or too_little(a, b):
        return None
    return find("one_plan", "what {} may do is talked of in these days", shared)


def one_campaign(a: Telling, b: Telling, near: Near) -> Found | None:
    """Fighting against one group is told without day, town or number: the campaign at large."""
    if a.group != FIGHT or not (is_at_large(a) and is_at_large(b)):
        return None
    shared = (a.recipients & b.recipients) - a.nameless
    apart = printed_apart(a, b)
    if not shared or apart is None or apart > CAMPAIGN:
        return None
    return find("one_campaign", "both tell of the fight against {} at large", shared)


def other_year(a: Telling, b: Telling, near: Near) -> Found | None:
    """One clause names a year long past ("the invasion of 2008"), the other is of another year."""
    if a.year == b.year:
        return None
    left, right = year_of(a), year_of(b)
    if left is None or right is None or left == right:
        return None
    about = "one tells of {}, the other of {}", left, right
    dated = all(t.first is not None or t.year is not None for t in (a, b))
    return veto("days_apart", *about) if dated else find("other_year", *about)


def known_there(a: Telling, b: Telling, near: Near) -> Found | None:
    """Both speak of a known one at one place: "the attack in Lund", "the Lund bombing".

    In one story its land says which, elsewhere only the town, and that for some weeks.
    """
    if not are_known_somewhere(a, b) or a.claim.kind != b.claim.kind or a.several != b.several:
        return None
    left, right = a.claim.setting.where, b.claim.setting.where
    if a.another or b.another or not left or not right or fold(left.name) != fold(right.name):
        return None
    apart = printed_apart(a, b)
    if not near.story and (is_country_name(left.name) or apart is None or apart > CAMPAIGN):
        return None
    return find("known_there", "both speak of the one known to have been at {}", left.name)


def known_by_name(a: Telling, b: Telling, near: Near) -> Found | None:
    """Both speak of one by its name: "the Oslo Marathon bombings", "the bombing in Oslo".

    Reports a month apart mean one; a name of two words says which for longer.
    """
    if a.claim.kind != b.claim.kind or not are_named_alike(a, b) or known_there(a, b, near):
        return None
    if a.another or b.another or not fold_reality(a) == fold_reality(b) == "real":
        return None
    shared, apart = a.goes_by & b.goes_by, printed_apart(a, b)
    longest = LONG_KNOWN if len(shared) > 1 else CAMPAIGN
    if not near.story and (apart is None or apart > longest):
        return None
    return find("known_by_name", "both speak of the one known by {}", shared)


def are_named_alike(a: Telling, b: Telling) -> bool:
    """Say whether two tellings name the act alike, one of them perhaps with more words."""
    return (
        bool(a.goes_by) and bool(b.goes_by) and (a.goes_by <= b.goes_by or b.goes_by <= a.goes_by)
    )


def are_known_somewhere(a: Telling, b: Telling) -> bool:
    """Say whether two tellings both mean a known one and name a place."""
    return a.definite and b.definite and a.has & b.has & PLACE != 0


AHEAD = frozenset({"planned", "possible", "conditional", "demanded"})


def are_ahead(a: Telling, b: Telling) -> bool:
    """Say whether what two tellings tell is of one kind that comes again, and lies ahead."""
    kind, table = a.claim.kind, load_kindred()
    if kind != b.claim.kind or kind not in table.recurring or kind in table.serial:
        return False
    return fold_reality(a) in AHEAD and fold_reality(b) in AHEAD


def is_at_large(telling: Telling) -> bool:
    """Say whether a telling names no day, no town and no number."""
    setting = telling.claim.setting
    placed = setting.where is not None and not is_country_name(setting.where.name)
    return setting.when is None and not placed and not setting.quantities


def year_of(telling: Telling) -> int | None:
    """Return the year of a telling: its day's, that of its clause, else that of its report."""
    if telling.year is not None:
        return telling.year
    day = telling.first or ordinal_day(telling.source.published.earliest)
    return int(iso_day(day)[:4]) if day else None


ONCE_FEATURES: tuple[Feature, ...] = (
    other_year,
    once_a_person,
    one_plan,
    one_campaign,
    known_there,
    known_by_name,
)
