"""When, where and how many: mentions that the syntax hangs on a trigger."""

from __future__ import annotations

from collections.abc import Mapping

from foedera.data import Mention, Setting, When
from foedera.extract.claim_days import both_days
from foedera.extract.claim_owners import Owners
from foedera.extract.claim_places import read_place
from foedera.extract.claim_quantities import read_quantities
from foedera.extract.claim_times import is_dated, shared_day
from foedera.extract.frames import Match
from foedera.extract.mention_index import TokenMentions
from foedera.extract.other_times import is_of_another, is_remembered, is_ruled_out


def read_setting(
    match: Match, mentions: TokenMentions, owners: Owners, caption: When | None
) -> Setting:
    """Read time, place and quantities of one match."""
    times = _times_by_owner(mentions, owners)
    return Setting(
        when=_when(match, times, mentions, owners) or caption,
        where=read_place(match, mentions, owners),
        quantities=read_quantities(match, mentions),
    )


def _times_by_owner(mentions: TokenMentions, owners: Owners) -> Mapping[int, list[Mention]]:
    """Sort the sentence's dated mentions under the triggers they hang on."""
    out: dict[int, list[Mention]] = {}
    for mention in mentions.all("time"):
        s, head = mentions.sentence, mentions.head(mention)
        ruled_out = is_ruled_out(s, head) or is_of_another(s, head)
        if isinstance(mention.value, When) and is_dated(mention.value) and not ruled_out:
            owner = owners.of_time(head)
            if owner is not None and (owner == s.heads[head] or not is_remembered(s, head)):
                out.setdefault(owner, []).append(mention)
    return out


def _when(
    match: Match, times: Mapping[int, list[Mention]], mentions: TokenMentions, owners: Owners
) -> When | None:
    """Take the day on the trigger, else on what holds it, else the one that it shares."""
    here = mentions.sentence.starts[match.head]
    seen, todo = set(), [match.head]
    while todo:
        at = todo.pop(0)
        if at in seen:
            continue
        seen.add(at)
        found = [m for m in times.get(at, ()) if owners.own_noun(match, mentions.head(m))]
        values = [m.value for m in found if isinstance(m.value, When)]
        if values:
            nearest = min(values, key=lambda w: abs(w.span.start - here))
            return both_days(nearest, values, mentions.sentence)
        todo += owners.container(at)
    own = {t: [m.value for m in ms if isinstance(m.value, When)] for t, ms in times.items()}
    return shared_day(match.head, mentions, own)
