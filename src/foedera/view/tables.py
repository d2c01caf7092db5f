"""Listings as tables: fitted to a terminal, tab-separated when piped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table
from rich.text import Text

from foedera.view.counted import numbers_told
from foedera.view.grounds import brief_day, find_ground, say_article, step_of
from foedera.view.rows import Row, maps, texts
from foedera.view.sides import few, write_sides
from foedera.view.words import say_days, say_kind, say_quantity, visible

Cell = Callable[[Row], str]
NARROW = 72
WIDEST_WORD = 14
MOST = 3  # names or numbers in a cell; the others are counted
SHORT_ID = 8  # enough to be the only one in a record of millions of rows, nearly always


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, how a row fills it, whether it may wrap, what room it asks for.

    An id is shown by its beginning where a person reads it; `least` is the width of terminal
    below which the column is left out.
    """

    heading: str
    fill: Cell
    wrap: bool = True
    number: bool = False
    ident: bool = False
    least: int = 0


def plain(field: str) -> Cell:
    """Fill a cell with a field as it stands."""
    return lambda row: _say(row.get(field))


def _say(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(_say(item) for item in value)
    if isinstance(value, dict):
        return str(value.get("name") or value.get("title") or value.get("text") or value)
    return str(value)


def _count(field: str) -> Cell:
    return lambda row: str(len(texts(row, field)))


def _days(row: Row) -> str:
    return "" if row.get("when") is None else say_days(row["when"], short=True)


def _name(actor: Row | str) -> str:
    if isinstance(actor, str):
        return actor
    state = actor.get("kind") == "state" and actor.get("country")
    return str(actor["country"] if state else actor["name"])


def _sides(row: Row) -> str:
    """Write who does it to whom, states by their codes, in few names for a cell's room."""
    return write_sides(row, _name, ", ".join, most=MOST)


def _what(row: Row) -> str:
    titles = texts(row, "titles")
    if titles:
        return titles[0]
    reality = row.get("reality") or "happened"
    noun = say_kind(str(row["kind"])) if row.get("kind") else str(row.get("type") or "")
    return noun if reality == "happened" else f"{noun} ({reality.replace('-', ' ')})"


def _numbers(row: Row) -> str:
    told = list(dict.fromkeys(say_quantity(q) for q in numbers_told(row)))
    return "; ".join(few(told, MOST))


def _silence(row: Row) -> str:
    known = row.get("acknowledgement") or {}
    return ", ".join(f"{who} {how.replace('-', ' ')}" for who, how in sorted(known.items()))


def _origins(row: Row) -> str:
    origins = row.get("origins") or {}
    low, high = origins.get("independent") or (0, 0)
    roots = ", ".join(root for root in texts(origins, "roots")[:3] if root != "unattributed")
    number = str(low) if low == high else f"{low}–{high}"
    return f"{number} ({roots})" if roots else number


def _origin_count(row: Row) -> str:
    return _origins(row).partition(" ")[0]


def _title(row: Row) -> str:
    titles = texts(row, "titles")
    more = f" (+{len(titles) - 1} names)" if len(titles) > 1 else ""
    return (titles[0] if titles else _say(row.get("kind"))) + more


def _status(row: Row) -> str:
    flags = [flag for flag in ("contested", "provisional") if row.get(flag)]
    return ", ".join([str(row["status"]), *flags])


def _since(row: Row) -> str:
    ground = find_ground(row)
    return "" if ground is None else brief_day(ground, step_of(row, ground))


def _party_states(row: Row) -> str:
    """Write each state with parties in it, the parties by their codes."""
    held: dict[str, list[str]] = {}
    for party, state in sorted((row.get("party_status") or {}).items()):
        if state != "none":
            held.setdefault(str(state), []).append(str(party))
    return "; ".join(f"{state} {', '.join(who)}" for state, who in sorted(held.items()))


def _ground(row: Row) -> str:
    ground = find_ground(row)
    if ground is None:
        return ""
    article = ground.get("article")
    act = say_kind(str(ground["act"]))
    return f"{act}, {say_article(str(article))}" if article else act


def _values(row: Row) -> str:
    said = (f"{_say(v.get('value'))} [{len(texts(v, 'claims'))}]" for v in maps(row, "values"))
    return " | ".join(said)


def _found_id(row: Row) -> str:
    return str(row.get("report") or row.get("id") or "")


def _found(row: Row) -> str:
    if row.get("type") == "event":
        return f"{_what(row)} {_sides(row)}".rstrip()
    named = row.get("title") or row.get("name") or (texts(row, "titles") or [""])[0]
    return str(named or row.get("id") or "")


def _found_claims(row: Row) -> str:
    claims = row.get("claims")
    return str(len(claims) if isinstance(claims, list) else claims or "")


def _out(row: Row) -> str:
    if row.get("type") == "event":
        return _days(row)
    return say_days(row["published"], short=True) if row.get("published") else ""


def _of(fill: Cell) -> Cell:
    """Fill a cell with what the event is that a row belongs to, where it brings it along."""
    return lambda row: fill(row["of"]) if row.get("of") else ""


ID = Column("id", plain("id"), wrap=False, ident=True)

TABLES: dict[str, tuple[Column, ...]] = {
    "agreements": (
        ID,
        Column("agreement", _title),
        Column("parties", plain("parties")),
        Column("status", _status, wrap=False),
        Column("since", _since, wrap=False),
        Column("reports", plain("reports"), number=True),
        Column("origins", _origins, least=110),
    ),
    "history": (
        Column("id", plain("agreement"), wrap=False, ident=True),
        Column("agreement", plain("title")),
        Column("from", plain("day"), wrap=False),
        Column("status", _status, wrap=False),
        Column("parties", _party_states),
        Column("by", _ground, least=100),
    ),
    "obligations": (
        Column("agreement", plain("title")),
        Column("kind", plain("kind"), wrap=False),
        Column("if", plain("trigger")),
        Column("then", plain("duty")),
        Column("in return", plain("conditions"), least=120),
        Column("when", plain("immediacy"), least=90),
        Column("binds", plain("bearers")),
        Column("in force", plain("in_force"), wrap=False),
        Column("triggered", plain("triggered"), wrap=False),
        Column("id", plain("agreement"), wrap=False, ident=True),
    ),
    "events": (
        ID,
        Column("day", _days, wrap=False),
        Column("what", _what),
        Column("who", _sides),
        Column("where", plain("where"), least=120),
        Column("how many", _numbers, least=105),
        Column("denied", _silence),
        Column("reports", plain("reports"), number=True),
        Column("origins", _origin_count, number=True),
    ),
    "stories": (Column("story", plain("story"), wrap=False), Column("report", plain("id"))),
    "actors": (
        Column("name", plain("name")),
        Column("kind", plain("kind"), wrap=False),
        Column("office", plain("office")),
        Column("state", plain("country"), wrap=False),
        Column("claims", _found_claims, number=True),
        Column("also", plain("also")),
    ),
    "origins": (
        Column("first source", plain("root")),
        Column("cited by", plain("cited_by")),
        Column("feeds", plain("inputs_to")),
    ),
    "disagreements": (
        Column("event", plain("event"), wrap=False, ident=True),
        Column("day", _of(_days), wrap=False, least=120),
        Column("what", _of(_what)),
        Column("who", _of(_sides), least=90),
        Column("field", plain("field"), wrap=False),
        Column("comparison", plain("comparison"), wrap=False),
        Column("values [claims]", _values),
    ),
    "warnings": (
        Column("report", plain("report"), wrap=False, ident=True),
        Column("from", plain("start"), number=True),
        Column("to", plain("end"), number=True),
        Column("doubt", plain("note")),
    ),
    "timeline": (
        Column("day", _days, wrap=False),
        Column("what", _what),
        Column("who", _sides),
        Column("where", plain("where"), least=90),
        Column("how many", _numbers, least=105),
        Column("reports", plain("reports"), number=True),
        ID,
    ),
    "search": (
        Column("type", plain("type"), wrap=False),
        Column("id", _found_id, wrap=False, ident=True),
        Column("what", _found),
        Column("outlet", plain("outlet")),
        Column("day", _out, wrap=False),
        Column("words", plain("snippet"), least=110),
        Column("reports", plain("reports"), number=True),
        Column("status", plain("status"), wrap=False),
        Column("claims", _found_claims, number=True),
    ),
    "kinds": (
        Column("kind", plain("kind"), wrap=False),
        Column("PLOVER", plain("plover")),
        Column("what it is", plain("description")),
    ),
}


def print_table(console: Console, name: str, rows: Sequence[Row]) -> None:
    """Print a listing in the way that the console can hold."""
    columns = _filled(TABLES[name], rows)
    if not console.is_terminal:
        for line in tab_lines(columns, rows):
            console.file.write(line + "\n")
    elif console.width < NARROW:
        _print_blocks(console, columns, rows)
    else:
        shown = [column for column in columns if column.least <= console.width]
        console.print(_table(shown, rows))


def _filled(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """Leave out columns that no row fills."""
    return [column for column in columns if not rows or any(column.fill(row) for row in rows)]


def tab_lines(columns: Iterable[Column], rows: Iterable[Row]) -> Iterable[str]:
    """Write a heading and rows as tab-separated lines."""
    held = list(columns)
    yield "\t".join(column.heading for column in held)
    for row in rows:
        yield "\t".join(" ".join(visible(column.fill(row)).split()) for column in held)


def _table(columns: Sequence[Column], rows: Sequence[Row]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(
            column.heading,
            no_wrap=not column.wrap,
            justify="right" if column.number else "left",
            overflow="fold",
            min_width=WIDEST_WORD if column.heading in ("what", "who", "agreement") else None,
        )
    for row in rows:
        table.add_row(*(_paint(column, visible(column.fill(row))) for column in columns))
    return table


COLOURS = {"in-force": "green", "signed": "yellow", "suspended": "red", "conflict": "bold red"}


def _paint(column: Column, words: str) -> Text:
    """Colour the few words that a reader looks for; report text is never read as markup."""
    if column.ident:
        return Text(words[:SHORT_ID], style="cyan")
    return Text(words, style=COLOURS.get(words.partition(",")[0], ""))


def _print_blocks(console: Console, columns: Sequence[Column], rows: Sequence[Row]) -> None:
    for row in rows:
        for column in columns:
            if words := visible(column.fill(row)):
                line = Text(f"{column.heading}: ", style="dim")
                console.print(line + _paint(column, words))
        console.print()
