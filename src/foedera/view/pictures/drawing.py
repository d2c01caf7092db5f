"""Draw small vector pictures whose words are always escaped."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup, escape

GLYPH = 7.9  # mean width of a letter at 13 units, as the widest of common text faces prints it
HATCH = 6.0  # from one slanted line to the next
NARROW_LETTERS = frozenset("iljtfrI.,:;'’|()[]- ")
WIDE_LETTERS = frozenset("mwMWQOGDHN@%—…→")


def text_width(words: str, size: float = 13) -> float:
    """Estimate how wide words print, on the safe side.

    >>> text_width("will") < text_width("mown")
    True
    """
    units = sum(0.62 if c in NARROW_LETTERS else 1.45 if c in WIDE_LETTERS else 1 for c in words)
    return units * GLYPH * size / 13


def shorten(words: str, width: float, size: float = 13) -> str:
    """Cut words to a width with an ellipsis.

    >>> shorten("Democratic Republic", 60)
    'Democ…'
    """
    if text_width(words, size) <= width:
        return words
    kept, room = 0, width - text_width("…", size)
    for letter in words:
        room -= text_width(letter, size)
        if room < 0:
            break
        kept += 1
    return words[:kept].rstrip(" ,;-") + "…"


@dataclass(slots=True)
class Drawing:
    """A picture in the making: shapes first, words last, so that words stay on top."""

    width: float
    shapes: list[Markup] = field(default_factory=list)
    words: list[Markup] = field(default_factory=list)

    def line(self, start: tuple[float, float], end: tuple[float, float], style: str) -> None:
        """Draw a straight line."""
        form = Markup('<path class="{}" d="M{} {}L{} {}"/>')
        self.shapes.append(form.format(style, *map(_number, (*start, *end))))

    def curve(self, start: tuple[float, float], end: tuple[float, float], style: str) -> None:
        """Draw a line that leaves and arrives level."""
        middle = (start[0] + end[0]) / 2
        form = Markup('<path class="{}" d="M{} {}C{} {} {} {} {} {}"/>')
        points = (*start, middle, start[1], middle, end[1], *end)
        self.shapes.append(form.format(style, *map(_number, points)))

    def box(self, corner: tuple[float, float], size: tuple[float, float], style: str) -> None:
        """Draw a rectangle."""
        form = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>')
        numbers = map(_number, (*corner, max(size[0], 0), size[1]))
        self.shapes.append(form.format(style, *numbers))

    def hatch(self, corner: tuple[float, float], size: tuple[float, float], style: str) -> None:
        """Draw slanted lines across a rectangle, drawn out rather than as a pattern by name."""
        (left, top), (width, height) = corner, size
        lines = []
        start = left - height
        while start < left + width:
            low, high = max(start, left), min(start + height, left + width)
            if high > low:
                lines.append(f"M{_number(low)} {_number(top + height - (low - start))}")
                lines.append(f"L{_number(high)} {_number(top + height - (high - start))}")
            start += HATCH
        form = Markup('<path class="{}" d="{}"/>')
        self.shapes.append(form.format(style, "".join(lines)))

    def diamond(self, centre: tuple[float, float], radius: float, style: str) -> None:
        """Draw a square on its corner."""
        x, y = centre
        points = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
        form = Markup('<polygon class="{}" points="{}"/>')
        place = " ".join(f"{_number(a)},{_number(b)}" for a, b in points)
        self.shapes.append(form.format(style, place))

    def arrow(self, tip: tuple[float, float], style: str) -> None:
        """Draw a head that points right and begins where a line ends."""
        x, y = map(_number, tip)
        form = Markup('<path class="{}" d="M{} {}l-1 -4l8 4l-8 4z"/>')
        self.shapes.append(form.format(style, x, y))

    def dot(self, centre: tuple[float, float], radius: float, style: str) -> None:
        """Draw a disc."""
        form = Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>')
        self.shapes.append(form.format(style, *map(_number, (*centre, radius))))

    def text(self, at: tuple[float, float], words: str, style: str = "") -> None:
        """Write words; the styles `end` and `mid` anchor them elsewhere than at their start."""
        form = Markup('<text class="{}" x="{}" y="{}">{}</text>')
        self.words.append(form.format(style, *map(_number, at), words))

    def finish(self, height: float, label: str, style: str = "") -> Markup:
        """Close the picture, with a label for those who hear it."""
        form = Markup('<svg class="{}" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>')
        body = Markup("").join([*self.shapes, *self.words])
        return form.format(style, _number(self.width), _number(height), escape(label), body)


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
