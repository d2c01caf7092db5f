"""Pictures whose marks lead on: hidden from screen readers, for the page says the same in words."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from foedera.view.pictures.drawing import Drawing

Point = tuple[float, float]


class Canvas(Drawing):
    """A drawing with links, which are left out of the order of tabs: a list has them all."""

    def dot_link(self, href: str, title: str, at: Point, radius: float, style: str) -> None:
        """Draw a disc that leads on."""
        mark = Drawing(self.width)
        mark.dot(at, radius, style)
        self.link(href, title, mark)

    def link(self, href: str, title: str, mark: Drawing) -> None:
        """Let a drawing lead on, with the words that show when one rests on it."""
        form = Markup('<a href="{}" tabindex="-1"><title>{}</title>{}</a>')
        body = Markup("").join([*mark.shapes, *mark.words])
        self.words.append(form.format(href, title, body))

    def path(self, points: Iterable[Point], style: str) -> None:
        """Draw a line through some points."""
        form = Markup('<path class="{}" d="{}"/>')
        steps = (f"{'L' if n else 'M'}{x:.1f} {y:.1f}" for n, (x, y) in enumerate(points))
        self.shapes.append(form.format(style, "".join(steps)))

    def close(self, height: float, style: str) -> Markup:
        """Close the picture."""
        form = Markup(
            '<svg class="{}" viewBox="0 0 {:.0f} {:.0f}" aria-hidden="true" focusable="false">'
            "{}</svg>"
        )
        body = Markup("").join([*self.shapes, *self.words])
        return form.format(style, self.width, height, body)
