"""Who owes what to whom: those bound, the duty with its trigger, to whom it is owed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from foedera.view.pictures.drawing import Drawing, shorten, text_width
from foedera.view.pictures.history import name_country
from foedera.view.rows import Row, texts
from foedera.view.words import capital, count_of, join_words

MOST_DUTIES = 8
MOST_LINES = 5
MOST_NAMES = 12
LINE = 17.0
PAD = 9.0
GAP = 14.0
NOT_SAID = "to whom: not said"
NOBODY = "who: not said"


@dataclass(frozen=True, slots=True)
class _Box:
    """A duty laid out: its words in lines, whom it binds, whom it is owed to."""

    kind: str
    lines: tuple[tuple[str, str], ...]
    bound: tuple[str, ...]
    owed: tuple[str, ...]

    @property
    def height(self) -> float:
        return 2 * PAD + LINE * (len(self.lines) + 1)


def draw_duties(
    duties: Sequence[Row],
    width: float = 880,
    *,
    name: Callable[[str], str] = name_country,
) -> Markup | None:
    """Draw obligations as a network; None where there are none.

    Rows as `obligations` lists them; each duty is a box that lines reach from those bound and
    leave to those it is owed to. What no report says is said to be missing.
    """
    if not duties:
        return None
    side = width * (0.19 if width > 600 else 0.225)
    frame = (side + 26, width - side - 26)
    boxes = [_box(row, frame[1] - frame[0] - 2 * PAD, name) for row in duties[:MOST_DUTIES]]
    pen = Drawing(width)
    tops = _tops(boxes)
    bottom = tops[-1] + boxes[-1].height
    middles = [top + box.height / 2 for top, box in zip(tops, boxes, strict=True)]
    left = _column([box.bound for box in boxes], middles)
    right = _column([box.owed for box in boxes], middles)
    for box, top, middle in zip(boxes, tops, middles, strict=True):
        for who in box.bound:
            pen.curve((side + 4, left[who]), (frame[0], middle), "link owes")
        for who in box.owed:
            pen.curve((frame[1], middle), (width - side - 9, right[who]), "link owes")
        _draw_box(pen, box, (frame[0], top), frame[1] - frame[0])
    _draw_names(pen, left, (0, side), end=True)
    _draw_names(pen, right, (width - side, side), end=False)
    bottom = max([bottom, *left.values(), *right.values()])
    label = "Who owes what to whom. " + " ".join(map(_tell, boxes))
    return pen.finish(bottom + 14, label, "narrow" if width < 600 else "wide")


def _box(row: Row, room: float, name: Callable[[str], str]) -> _Box:
    said = [("if", "trigger"), ("then", "duty"), ("when", "immediacy"), ("in return", "conditions")]
    lines: list[tuple[str, str]] = []
    for label, field in said:
        words = " ".join(str(row.get(field) or "").split()).removeprefix(f"{label} ")
        if words:
            start = 58.0
            wrapped = _wrap(words, room - start)
            lines += [(label if n == 0 else "", line) for n, line in enumerate(wrapped)]
    bound = tuple(map(name, texts(row, "bearers"))) or (NOBODY,)
    owed = tuple(map(name, texts(row, "beneficiaries"))) or (NOT_SAID,)
    kind = str(row.get("kind") or "obligation").replace("-", " ")
    return _Box(capital(kind), tuple(lines), _cap(bound), _cap(owed))


def _cap(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(names) <= MOST_NAMES:
        return names
    return (*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} more")


def _wrap(words: str, room: float) -> list[str]:
    """Break words into lines that fit, the last cut where there would be too many."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = [shorten(line, room) for line in lines[:MOST_LINES]]
    if len(lines) > MOST_LINES:
        kept[-1] = shorten(kept[-1] + " …", room)
    return kept


def _tops(boxes: Sequence[_Box]) -> list[float]:
    tops, y = [], 8.0
    for box in boxes:
        tops.append(y)
        y += box.height + GAP
    return tops


def _column(groups: Sequence[Sequence[str]], middles: Sequence[float]) -> dict[str, float]:
    """Place each name once, near the middle of the boxes it is tied to, none over another."""
    tied: dict[str, list[float]] = {}
    for names, middle in zip(groups, middles, strict=True):
        for place, who in enumerate(names):
            tied.setdefault(who, []).append(middle + (place - (len(names) - 1) / 2) * 24)
    wanted = sorted((sum(ys) / len(ys), who) for who, ys in tied.items())
    placed: dict[str, float] = {}
    lowest = 16.0
    for y, who in wanted:
        placed[who] = max(y, lowest)
        lowest = placed[who] + 24
    return placed


def _draw_box(pen: Drawing, box: _Box, at: tuple[float, float], width: float) -> None:
    x, y = at
    pen.box(at, (width, box.height), "duty-box")
    pen.text((x + PAD, y + PAD + 11), shorten(box.kind, width - 2 * PAD), "inbox strong")
    for n, (label, words) in enumerate(box.lines, 1):
        base = y + PAD + 11 + n * LINE
        pen.text((x + PAD, base), label, "inbox soft")
        pen.text((x + PAD + 58, base), words, "inbox")


def _draw_names(
    pen: Drawing, column: dict[str, float], at: tuple[float, float], *, end: bool
) -> None:
    x, room = at
    for who, y in column.items():
        style = "soft" if who in (NOT_SAID, NOBODY) else "strong"
        size = 12 if style == "soft" else 13
        edge = x + room if end else x
        pen.text((edge, y + 4.5), shorten(who, room, size), f"{style} end" if end else style)
        if not end:
            pen.arrow((edge - 9, y), "head")


def _tell(box: _Box) -> str:
    said = "; ".join(f"{label} {words}" if label else words for label, words in box.lines)
    whom = "" if box.owed == (NOT_SAID,) else f" to {join_words(box.owed)}"
    return f"{join_words(box.bound)} owe{whom}: {box.kind.lower()}; {said}."


def count_left(duties: Sequence[Row]) -> str:
    """Say how many obligations a picture leaves out; nothing where it shows all.

    >>> count_left([{}] * 10)
    'and 2 more obligations'
    """
    more = len(duties) - MOST_DUTIES
    return f"and {count_of(more, 'more obligation')}" if more > 0 else ""
