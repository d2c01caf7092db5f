"""Walks to the left and right of a noun for its owners, complements and names."""

from __future__ import annotations

from collections.abc import Sequence

from foedera.extract.actor_drafts import Left, Right
from foedera.extract.actor_items import Item, Line
from foedera.extract.actor_joint import are_joint
from foedera.extract.actor_owners import (
    is_how,
    is_numbered,
    is_ordinal,
    may_own,
    past_adjectives,
    past_article,
    state_owning,
    within_body,
)
from foedera.extract.actor_words import words as word_list
from foedera.gazetteer import Gazetteer, Spot

_OWNERS = frozenset({"state", "adjective", "seat", "body", "people"})
_MODIFIER_DEPS = frozenset({"amod", "compound", "nmod", "poss"})
_NAMED_BODIES = frozenset({"organisation", "outlet", "force", "group"})
_TITLED = frozenset({"noun", "adjective"})
_ANY = frozenset({"of", "for", "at", "from", "in", "on", "to"})
_MAX_STEPS = 8


class Walk:
    """One sentence's items by place, and which of them are used up."""

    def __init__(self, line: Line, items: Sequence[Item], gazetteer: Gazetteer) -> None:
        self.line = line
        self.items = items
        self.gazetteer = gazetteer
        self.taken: set[int] = set()
        self._starts = {item.start: n for n, item in enumerate(items)}
        self._ends = {item.end: n for n, item in enumerate(items)}

    def text(self, start: int, end: int) -> str:
        """Return the words of a stretch as one string, hyphens closed up."""
        words, line = self.line.words, self.line
        out = [words[start]]
        for at in range(start + 1, end):
            out.append(words[at] if line.glued(at - 1) else " " + words[at])
        return "".join(out)

    def take(self, item: Item) -> None:
        """Mark an item as used."""
        number = self._starts.get(item.start)
        if number is not None:
            self.taken.add(number)

    def starting(self, at: int, *sorts: str) -> Item | None:
        """Return the free item of one of `sorts` that starts at a token."""
        number = self._starts.get(at)
        if number is None or number in self.taken or self.items[number].sort not in sorts:
            return None
        return self.items[number]

    def standing(self, at: int) -> Item | None:
        """Return the owner that starts at a token, used up or not; unknown capitals if free."""
        number = self._starts.get(at)
        if number is not None and self.items[number].sort in _OWNERS:
            return self.items[number]
        return self.starting(at, "caps")

    def ending(self, at: int) -> Item | None:
        """Return the free item that ends before a token."""
        number = self._ends.get(at)
        return None if number is None or number in self.taken else self.items[number]

    # ------------------------------------------------------------- leftward

    def left(self, item: Item) -> Left:
        """Read what stands before a noun or named body."""
        at, proper = item.start, False
        owners: list[Item] = []
        for _ in range(_MAX_STEPS):
            before = self.ending(at)
            if before is not None and self._is_its_matter(before, item):
                break
            if before is not None:
                if before.sort == "honorific" or (owners and before.sort != "noun"):
                    break
                if before.sort == "noun":
                    if owners or item.sort != "noun":
                        break
                    self.take(before)
                elif before.sort == "caps":
                    return self._capital_owner(before, item)
                else:
                    at = self._collect(before, owners, item)
                    continue
                at = before.start
            elif self._is_possessive(at - 1):
                return self._possessor(at, owners)
            elif self._is_affix(at):
                at = self._skip_affix(at, owners)
            elif item.sort == "noun" and (
                self._modifies(at - 1) or is_numbered(self.line, item, at - 1)
            ):
                at -= 1
            else:
                break
        blocked = at > 0 and bool(self.line.tags) and self.line.tags[at - 1] == "PRP$"
        return Left(self._trimmed(at, item), tuple(owners), False, proper, blocked)

    def _collect(self, owner: Item, owners: list[Item], item: Item) -> int:
        """Add an owner and those coordinated with it; return where they start."""
        owners.append(owner)
        self.take(owner)
        at = owner.start
        joint = item.entry is not None and item.entry.plural
        while joint and at >= 2 and self.line.low[at - 1] in {"and", "or", ",", "-"}:
            more = self.ending(at - 1)
            if more is None or not are_joint(self.line, more, owner):
                break
            owners.insert(0, more)
            self.take(more)
            at = more.start
        return at

    def _capital_owner(self, caps: Item, item: Item) -> Left:
        """Read capitals before a noun: one name with it, or its owner ("Obama aides")."""
        assert item.entry is not None
        proper = self.line.words[item.start][:1].isupper() and item.entry.kind in _NAMED_BODIES
        self.take(caps)
        start = caps.start
        if self._is_affix(start) and self.line.low[start - 2] in word_list("not_whose"):
            return Left(start - 2, (caps,))  # "anti-Soto aides" are of Soto's state
        if (owner := state_owning(self.line, self.items, caps)) is not None:
            self.take(owner)
            return Left(start, (owner,), True, proper)
        start -= is_ordinal(self.line, start - 1)
        before = self.ending(start)
        owners = [caps]
        if before is not None and before.sort in {"adjective", "state"}:
            self.take(before)
            owners, start = [before], before.start
        return Left(start, tuple(owners), False, proper)

    def _is_its_matter(self, before: Item, item: Item) -> bool:
        """Say whether a state only tells what a noun's field is: "an Iran sanctions expert"."""
        if before.sort != "state" or before.end == item.start or not self.line.tags:
            return False
        s = self.line.sentence
        head = s.heads[before.end - 1]
        return s.deps[before.end - 1] == "compound" and before.end <= head < item.start

    def _is_possessive(self, at: int) -> bool:
        return at > 0 and self.line.low[at] in {"'s", "'"}

    def _possessor(self, at: int, owners: list[Item]) -> Left:
        """Read the owner before "'s"; a common noun there is somebody named elsewhere."""
        if owners:
            return Left(at, tuple(owners))
        owner = self.ending(at - 1)
        if owner is None or owner.sort == "noun":
            return Left(at, blocked=True)
        self.take(owner)
        return Left(owner.start, (owner,), possessive=True)

    def _is_affix(self, at: int) -> bool:
        return at >= 2 and self.line.words[at - 1] == "-" and self.line.glued(at - 2)

    def _skip_affix(self, at: int, owners: list[Item]) -> int:
        """Step over "X-backed" and "pro-X"; only "X-led" makes X the owner."""
        before = self.ending(at - 1)
        if before is not None:
            if (
                self.line.low[at] in word_list("affixed_owners")
                and before.sort in _OWNERS
                and not owners
            ):
                owners.append(before)
                self.take(before)
            return before.start
        if self.line.low[at - 2] in word_list("not_whose"):
            owners.clear()
        return at - 2

    def _modifies(self, at: int) -> bool:
        """Say whether a lower-case word belongs to the noun phrase on its right."""
        if at < 0 or not self.line.words[at].isalpha():
            return False
        if self.line.low[at] in word_list("not_modifiers"):
            return False
        if self.line.tags and is_how(self.line, at):
            return True
        if not self.line.tags or self.line.sentence.deps[at] not in _MODIFIER_DEPS:
            return self.line.low[at] in word_list("loose_modifiers")
        word = self.line.words[at]
        plain = (
            word.islower()
            or word in self.gazetteer.not_actors
            or (at == 0 and self.line.tags[at][:3] != "NNP")
        )
        return self.line.tags[at][:1] in "JNV" and plain

    def _trimmed(self, at: int, item: Item) -> int:
        """Step over a hyphen or stop left at the start."""
        while at < item.start and not self.line.words[at][:1].isalnum():
            at += 1
        return at

    def modifiers(self, left: Left, item: Item) -> list[str]:
        """List the lower-case words between the owner and the noun."""
        start = max([left.start, *(o.end for o in left.owners if o.end <= item.start)])
        return [w for w in self.line.low[start : item.start] if w.isalpha()]

    def portfolio_before(self, left: Left, item: Item) -> str | None:
        """Return the field of a minister or ministry, as its office writes it."""
        assert item.entry is not None
        if self.line.low[item.end - 1] not in word_list("portfolio_nouns"):
            return None
        for at in range(left.start, item.start):
            found = self.gazetteer.portfolios.at(self.line.low, at)
            if found is not None and at + found[1] == item.start:
                return found[0][0]
        return None

    # ------------------------------------------------------------ rightward

    def right(self, item: Item) -> Right | None:
        """Read what follows a noun by "of", "for" and the like."""
        assert item.entry is not None
        at, low = item.end, self.line.low
        if at + 1 >= len(low) or low[at] not in _ANY:
            return None
        prep = low[at]
        at = past_article(self.line, at + 1)
        portfolio = None
        field = self.gazetteer.portfolios.at(low, at) if at < len(low) else None
        worn = field is not None and [*low[at + field[1] : at + field[1] + 1]] == ["-"]
        if field is not None and not worn and low[item.end - 1] in word_list("portfolio_nouns"):
            portfolio, at = field[0][0], at + field[1]
            if at + 1 >= len(low) or low[at] != "of":
                return Right(at, at, (), portfolio, self._is_title(item))
            prep, at = "of", past_article(self.line, at + 1)
        if not may_own(self.line, item, prep) and not within_body(self.line, item, prep, at):
            return self._proper_rest(item, prep, at)
        return self._complement(item, prep, at, portfolio) or self._proper_rest(item, prep, at)

    def _is_title(self, item: Item) -> bool:
        """Say whether a capitalised noun of a body opens its name, not its sentence."""
        assert item.entry is not None
        return (
            self.line.words[item.start][:1].isupper()
            and item.start > 0
            and not self.line.heading
            and item.entry.kind in {"organisation", "outlet"}
        )

    def _proper_rest(self, item: Item, prep: str, at: int) -> Right | None:
        """Read the rest of a body's own name ("Council on Foreign Relations")."""
        if prep not in {"of", "for", "on"} or not self._is_title(item):
            return None
        end = at
        if prep == "on" and not word_list("days_and_months").isdisjoint(self.line.low[at : at + 1]):
            return None  # "the Rules Committee on Monday"
        while end < len(self.line.words) and self._may_go_on(end):
            end += 1
        while end > at and not self.line.words[end - 1][:1].isupper():
            end -= 1
        return Right(end, end, (), None, proper=True) if end > at else None

    def _may_go_on(self, at: int) -> bool:
        number = self._starts.get(at)
        sort = self.items[number].sort if number is not None else "caps"
        if self.line.words[at][:1].isupper() and sort in {"caps", "adjective", "state"}:
            if number is not None:
                self.taken.add(number)
            return True
        after = self.line.words[at + 1 : at + 2]
        return self.line.low[at] in {"and", "of", "&"} and bool(after) and after[0][:1].isupper()

    def _past_title(self, at: int) -> int:
        """Return the token behind a title ("of President Keita", "for former President Keita")."""
        number = self._starts.get(behind := past_adjectives(self.line, at))
        at = behind if number is not None and self.items[number].sort in _TITLED else at
        for _ in range(2):
            titled = self._starts.get(at)
            if titled is None or self.items[titled].sort not in {"noun", "honorific"}:
                break
            entry = self.items[titled].entry
            if entry is None or not (entry.office or entry.sort == "honorific"):
                break
            at = self.items[titled].end
        return at

    def _complement(self, item: Item, prep: str, at: int, portfolio: str | None) -> Right | None:
        """Read the owners after the preposition, several where "and" joins them."""
        behind = self._past_title(at)
        owner = self.standing(behind)
        if owner is None and behind > at and (titled := self._starts.get(behind)) is not None:
            owner = self.items[titled] if self.items[titled].sort == "caps" else None
        if owner is None:  # "of neighbouring Chad"
            owner = self.starting(past_adjectives(self.line, at), "state")
        if owner is None:
            return Right(at, at, (), portfolio, self._is_title(item)) if portfolio else None
        town = owner.sort == "caps" and self.spot(owner) is not None
        within = within_body(self.line, item, prep, at)
        if prep == "in" and owner.sort not in {"seat", "state"} and not town and not within:
            return None
        if owner.sort == "caps" and self._is_title(item):
            return None
        owners, end = [owner], owner.end
        while end + 1 < len(self.line.low) and self.line.low[end] in {"and", ","}:
            more = self.starting(past_article(self.line, end + 1), "state", "seat")
            if more is None or owner.sort not in {"state", "seat"}:
                break
            owners.append(more)
            end = more.end
        proper = self._is_title(item) and owner.sort == "state" and prep == "of" and not owners[1:]
        if proper:
            self.take(owner)
        return Right(end, end, tuple(owners), portfolio, proper)

    def names_after(self, at: int, item: Item) -> list[Item]:
        """List the names that stand at a token: one, or several joined after a plural title."""
        honorific = self.starting(at, "honorific")
        if honorific is not None:
            self.take(honorific)
            at = honorific.end
        name = self.starting(at, "caps")
        if name is None or self.is_area(name):
            return []
        names = [name]
        while item.entry is not None and item.entry.plural:
            last = names[-1].end
            if last + 1 >= len(self.line.low) or self.line.low[last] not in {"and", ","}:
                break
            more = self.starting(last + 1, "caps")
            if more is None:
                break
            names.append(more)
        return names

    def is_area(self, name: Item) -> bool:
        """Say whether a name is that of a region or a sea."""
        spot = self.spot(name)
        return spot is not None and spot.sort in {"region", "sea"}

    def body_of_sort(self, item: Item, left: Left) -> Item | None:
        """Return the named body that a noun behind it only says the sort of ("Fatah party")."""
        assert item.entry is not None
        owner = left.owners[0] if len(left.owners) == 1 and not left.possessive else None
        if owner is None or owner.sort != "body" or owner.entry is None:
            return None
        outlets = item.entry.kind == owner.entry.kind == "outlet"
        sort = self.line.low[item.end - 1] in word_list("sorts_of_group")
        group = sort and owner.entry.kind in {"group", "organisation"}
        return (
            owner
            if not item.entry.plural and (outlets or (group and owner.entry.country))
            else None
        )

    def colours(self, item: Item) -> bool:
        """Say whether a noun only modifies another that is no actor ("military operations")."""
        last = item.end - 1
        if not self.line.tags or self.line.heading:
            return False
        s = self.line.sentence
        return s.deps[last] in {"amod", "compound", "nmod"} and s.heads[last] > last

    def names_state(self, right: Right | None) -> bool:
        """Say whether a noun for a state is followed by its name ("the kingdom of Jordan")."""
        return right is not None and bool(right.owners) and right.owners[0].sort == "state"

    def state_of_name(self, name: Item) -> str | None:
        """Return the state told after a titled name ("President Keita of Mali")."""
        at = name.end
        if at + 1 >= len(self.line.low) or self.line.low[at] != "of":
            return None
        owner = self.standing(past_article(self.line, at + 1))
        if owner is None:
            return None
        if owner.entry is not None:
            return owner.entry.country
        spot = self.spot(owner)
        return spot.country if spot else None

    def body_after(self, item: Item) -> Item | None:
        """Return the named body right after a noun that says what it is."""
        assert item.entry is not None
        if item.entry.kind not in {"organisation", "outlet", "group", "force"}:
            return None
        return self.starting(item.end, "body")

    # ----------------------------------------------------------------- names

    def spot(self, item: Item) -> Spot | None:
        """Return the place that unknown capitals are the name of, the largest of them."""
        found = self.gazetteer.places_named(self.line.words[item.start : item.end])
        return max(found, key=lambda s: s.size, default=None)
