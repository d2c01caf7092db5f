"""Where the reports have it from: first sources on the left, outlets on the right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from foedera.view.dossier.folder import Folder
from foedera.view.dossier.model import Picture, say
from foedera.view.pictures.drawing import Drawing, shorten, text_width
from foedera.view.rows import Row, texts
from foedera.view.words import capital, count_of

ROW = 26.0
MOST_ROOTS = 14
MOST_OUTLETS = 20
MOST_LINKS = 48
"""Of more links than these only those of the few most cited sources are drawn."""
FEW_ROOTS, FEW_OUTLETS = 6, 10


def draw_origins(folder: Folder, reports: set[str], wholes: Sequence[Row]) -> Picture | None:
    """Draw the sources behind these wholes that their reports cite, and what fed the reports.

    None where a report names no source.
    """
    outlets = sorted({folder.outlet(report) for report in reports})
    behind = {root for row in wholes for root in texts(row.get("origins") or {}, "roots")}
    links = [
        (root, outlet, kind)
        for root, outlet, kind in _links(folder)
        if outlet in outlets and root != outlet and (kind == "fed" or root in behind)
    ]
    roots = sorted({root for root, _, _ in links}, key=lambda root: _rank(root, links))
    roots = roots[:MOST_ROOTS]
    links = [link for link in links if link[0] in roots]
    crowded = len(links) > MOST_LINKS
    if crowded:
        roots = roots[:FEW_ROOTS]
        links = [link for link in links if link[0] in roots]
    named = Counter(outlet for _, outlet, _ in links)
    most = FEW_OUTLETS if crowded else MOST_OUTLETS
    outlets = sorted(sorted(named, key=lambda o: (-named[o], o))[:most])
    links = [link for link in links if link[1] in outlets]
    if not links:
        return None
    outlets.sort(key=lambda outlet: min(roots.index(r) for r, o, _ in links if o == outlet))
    kinds = {kind for _, _, kind in links}
    caption = capital(", ".join(words for kind, words in LEGEND if kind in kinds))
    if crowded:
        caption += (
            ". Only the sources cited by most outlets, and the outlets that cite most of them"
        )
    wide = _draw(roots, outlets, links, 430)
    return Picture(wide, _draw(roots, outlets, links, 400, narrow=True), say(caption + "."))


LEGEND = (
    ("cited", "a line says that the outlet cites the source"),
    ("fed", "a dashed line that it writes “with inputs from”"),
)


def _links(folder: Folder) -> list[tuple[str, str, str]]:
    links = []
    for row in folder.origins:
        cited = texts(row, "cited_by")
        fed = [outlet for outlet in texts(row, "inputs_to") if outlet not in cited]
        links += [(str(row["root"]), outlet, "cited") for outlet in cited]
        links += [(str(row["root"]), outlet, "fed") for outlet in fed]
    return links


def _rank(root: str, links: Sequence[tuple[str, str, str]]) -> tuple[int, str]:
    return -len({outlet for name, outlet, _ in links if name == root}), root


def _draw(
    roots: Sequence[str],
    outlets: Sequence[str],
    links: Sequence[tuple[str, str, str]],
    width: float,
    *,
    narrow: bool = False,
) -> Markup:
    pen = Drawing(width)
    side = width * 0.4
    rows = max(len(roots), len(outlets))
    left = [20 + ROW * (i + (rows - len(roots)) / 2) for i in range(len(roots))]
    right = [20 + ROW * (i + (rows - len(outlets)) / 2) for i in range(len(outlets))]
    widest = max(min(text_width(root), side) for root in roots)
    for root, outlet, kind in links:
        start = left[roots.index(root)]
        end = right[outlets.index(outlet)]
        pen.curve((widest + 14, start), (width - side - 8, end), f"link {kind}")
    for root, y in zip(roots, left, strict=True):
        shared = len({o for r, o, _ in links if r == root}) > 1
        pen.text((0, y + 4.5), shorten(root, side), "strong" if shared else "")
        pen.dot((widest + 12, y), 3, "knot")
    for outlet, y in zip(outlets, right, strict=True):
        pen.dot((width - side - 6, y), 3, "knot")
        pen.text((width - side + 4, y + 4.5), shorten(outlet, side - 6))
    label = f"{count_of(len(roots), 'source')} behind {count_of(len(outlets), 'outlet')}: "
    told = (f"{outlet} {VERBS[kind]} {root}" for root, outlet, kind in links)
    return pen.finish(ROW * rows + 16, label + "; ".join(told), "narrow" if narrow else "wide half")


VERBS = {"cited": "cites", "fed": "has inputs from"}
