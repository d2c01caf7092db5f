"""How many independent first sources stand behind some tellings of one thing, as a range."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from foedera.data import Origins
from foedera.merge.folding import fold
from foedera.merge.kindred import load_kindred
from foedera.merge.origins import Chain
from foedera.merge.rarity import weight_of
from foedera.merge.speakers import Speaker
from foedera.merge.telling import Telling

UNATTRIBUTED = "unattributed"
WRITTEN_ONCE = 8
"""A clause of so many words is not written twice by chance."""
RARE = 1.0
"""Nor is one whose words are so rare together, even edited."""
SHORT_CLAUSE = 4
"""Nor is a clause of so few, if the words around it are the same too."""
OUTSIDE, OUTSIDE_SHORT = 2, 6
"""So many of the rarest words outside a clause are the same where it was edited, or is short."""
ALIKE, EDITED = 0.9, 0.7
"""So much of the shorter of two clauses stands in the other where one is the other; where a word
or two was edited, and the words around are the same too."""
_REAL = ("happened", "ongoing")
CLAUSES = 200
"""With so many clauses of one event another is compared at most."""


def count_origins(
    tellings: Sequence[Telling], chains: Mapping[str, Chain], copy_of: Mapping[str, str]
) -> Origins:
    """Count the independent first sources behind some tellings of one thing.

    An outlet that anywhere attributes its telling rests on that source where it does not, too.
    Copies count as their original; reports fed by one agency may rest on one telling, and a clause
    that two reports share, but for a word or two, was written once, whatever else they hold. Who
    speaks without a name may be any of those who speak by name for the same state; an agency that
    names a source once, and a source behind whom stand others without a name, may add nobody.
    Words in quotation marks are no desk's own, whosever they are.
    """
    if len(tellings) == 1:
        return _of_one(chains[tellings[0].id])
    speakers: dict[str, Speaker] = {}
    own: list[tuple[frozenset[str], bool]] = []
    attributed: set[str] = set()
    written: list[tuple[Telling, str]] = []
    tellings = _that_tell(tellings)
    heard = _heard(tellings, chains)
    for telling in tellings:
        report = copy_of.get(telling.source.report, telling.source.report)
        report = _first_to_write(telling, report, written)
        if chains[telling.id].roots:
            speakers |= {s.name: _firmer(s, speakers.get(s.name)) for s in heard[telling.id]}
            attributed |= {report, *_desks(telling)}
        else:
            own.append((frozenset({report, *_desks(telling)}), telling.quoted))
    unattributed = _apart(
        desks
        for desks, quoted in own
        if desks.isdisjoint(attributed)
        and not _is_cited(desks, speakers)
        and not (quoted and speakers)
    )
    return _range(speakers, [chains[t.id] for t in tellings], len(unattributed))


def _of_one(chain: Chain) -> Origins:
    """Count the sources behind one telling: those who speak first in it, else its own desk."""
    if not chain.speakers:
        return Origins(1, 1, (UNATTRIBUTED,))
    return _range({speaker.name: speaker for speaker in chain.speakers}, [chain], 0)


def _range(speakers: Mapping[str, Speaker], chains: Sequence[Chain], unattributed: int) -> Origins:
    low = max(1, len(_sides(speakers, chains)))
    high = max(low, len(_bodies(speakers.values())) + unattributed)
    named = tuple(sorted(speakers)) + ((UNATTRIBUTED,) if unattributed else ())
    return Origins(low, high, named)


def _that_tell(tellings: Sequence[Telling]) -> Sequence[Telling]:
    """Leave out who only wants what others tell as done; what nobody has done is itself wanted."""
    if not any(t.claim.voice.reality in _REAL for t in tellings):
        return tellings
    return [t for t in tellings if t.claim.voice.reality != "demanded" or _is_saying(t)]


def _is_saying(telling: Telling) -> bool:
    return telling.claim.kind.split(".")[0] in load_kindred().sayings


def _heard(
    tellings: Iterable[Telling], chains: Mapping[str, Chain]
) -> dict[str, tuple[Speaker, ...]]:
    """Return who speaks first in each telling.

    Of two who said it together in one telling ("they traded threats"), he counts who alone said
    it in another.
    """
    alone = {
        frozenset(s.name for s in chains[t.id].speakers) for t in tellings if chains[t.id].itself
    }
    heard = {}
    for telling in tellings:
        chain = chains[telling.id]
        names = frozenset(speaker.name for speaker in chain.speakers)
        fewer = [few for few in alone if few and few < names] if chain.itself else []
        kept = min(fewer, key=lambda few: (len(few), sorted(few)), default=names)
        heard[telling.id] = tuple(s for s in chain.speakers if s.name in kept)
    return heard


def _firmer(one: Speaker, other: Speaker | None) -> Speaker:
    """Return the one of two by one name of whom is known for which state he speaks."""
    return min((one, other or one), key=lambda s: (s.side == s.body, s.side, s.body))


def _sides(speakers: Mapping[str, Speaker], chains: Sequence[Chain]) -> set[str]:
    """Return the states and the others for whom speakers speak, less those who may be others.

    Families, residents and doctors speak for no state; without names they may be one source.
    """
    citing = {name for chain in chains for level in chain.levels[:-1] for name in level}
    outsiders = load_kindred().outsiders
    outside = {
        "" for s in speakers.values() if not s.named and s.body.rsplit(" ", 1)[-1] in outsiders
    }
    return outside | {
        speaker.side
        for name, speaker in speakers.items()
        if name not in citing and speaker.placed and (speaker.named or speaker.side != speaker.body)
    }


def _bodies(speakers: Iterable[Speaker]) -> set[str]:
    """Return the bodies that speak; the nameless of a state are one, or one of its named.

    A spokesman says what his body says, where a body of his state is heard too.
    """
    speakers = list(speakers)
    named = {s.side for s in speakers if s.named}
    papers = load_kindred().papers if named else frozenset()
    bodies = {s.side for s in speakers if s.named and not s.person}
    heard = {
        s.body if s.named else s.side
        for s in speakers
        if not (s.mouthpiece and s.side in bodies)
        and (s.named or not (s.side in named or fold(s.name).split()[-1] in papers))
    }
    return _without_anybodys(heard) | _in_other_posts(speakers, named)


def _in_other_posts(speakers: Iterable[Speaker], named: set[str]) -> set[str]:
    """Return the holders without a name of offices that nobody named of their side holds."""
    speakers = list(speakers)
    held = {(s.side, s.post) for s in speakers if s.named}
    return {
        f"{s.side} {s.post}"
        for s in speakers
        if not s.named and s.post and s.side in named and (s.side, s.post) not in held
    }


def _without_anybodys(bodies: set[str]) -> set[str]:
    """Leave out "the authorities" of no state where an organ speaks: "police said"."""
    anybodys, organs = load_kindred().anybodys, load_kindred().officials
    organ = any(body.rsplit(" ", 1)[-1] in organs for body in bodies - anybodys)
    return bodies - anybodys if organ else bodies


def _first_to_write(telling: Telling, report: str, written: list[tuple[Telling, str]]) -> str:
    """Return the first report that wrote a clause, by how it is told; note the clause."""
    if len(telling.words) < SHORT_CLAUSE:
        return report
    for known, home in written[:CLAUSES]:
        if _is_written_once(telling, known):
            return home
    written.append((telling, report))
    return report


def _is_written_once(one: Telling, other: Telling) -> bool:
    shared = len(one.words & other.words)
    part = shared / min(len(one.words), len(other.words))
    if part < EDITED:
        return False
    outside = len((one.around & other.around) - one.words - other.words)
    if shared < WRITTEN_ONCE:
        return outside >= OUTSIDE_SHORT
    rare = weight_of(one.words & other.words) >= RARE
    return part >= ALIKE or rare or outside >= OUTSIDE


def _desks(telling: Telling) -> set[str]:
    """Return the outlet of a telling and what fed it, each under one name."""
    source = telling.source
    outlet = source.outlet or source.report
    feed = (source.inputs_from or (source.agency or outlet,))[0]
    return {outlet, outlet if set(fold(feed).split()) <= set(fold(outlet).split()) else feed}


def _is_cited(desks: Iterable[str], names: Iterable[str]) -> bool:
    """Say whether another report cites one of the desks: "CNN reports" of "CNN (Web News)"."""
    words = [set(fold(desk).split()) for desk in desks]
    cited = [set(fold(name).split()) for name in names]
    return any(name <= desk for desk in words for name in cited if name)


def _apart(own: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Join what shares a report, an outlet or a feed; return what stays apart."""
    apart: list[frozenset[str]] = []
    for desks in own:
        joined = [other for other in apart if not desks.isdisjoint(other)]
        apart = [other for other in apart if other not in joined]
        apart.append(desks.union(*joined))
    return apart
