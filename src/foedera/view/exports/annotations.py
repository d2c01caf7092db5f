"""Claims, mentions and attributions as W3C Web Annotations: bodies over words of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from foedera.view.exports.choice import Chosen
from foedera.view.exports.jsonl import json_array, json_line
from foedera.view.exports.standing import name_source
from foedera.view.rows import Row
from foedera.view.words import say_reality, say_stance

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32


def write(chosen: Chosen) -> Iterator[str]:
    """Write an AnnotationCollection of one page, one annotation a line.

    A target's source is the report's text as foedera holds it, which offsets count in; the page
    it came from, where known, is its scope.
    """
    counted = Counted(annotation for report in chosen.reports() for annotation in annotate(report))
    yield f'{{"@context": {json_line(CONTEXT)}, "id": "urn:foedera:annotations", '
    yield '"type": "AnnotationCollection", "label": "What foedera read", "first": '
    yield '{"id": "urn:foedera:annotations:1", "type": "AnnotationPage", "startIndex": 0, '
    yield '"items": '
    yield from json_array(counted)
    yield f'}}, "total": {counted.count}}}\n'


class Counted:
    """Counts what goes by, so that the total can stand at the end of a stream."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = rows
        self.count = 0

    def __iter__(self) -> Iterator[Row]:
        for row in self._rows:
            self.count += 1
            yield row


def annotate(report: Row) -> Iterator[Row]:
    """Yield the annotations of one report: mentions, attributions, claims, in this order."""
    for number, row in enumerate(report["mentions"]):
        name = f"urn:foedera:mention:{report['id']}:{number}"
        body = [_tag(f"mention {row['kind']}"), _values(row["value"])]
        yield _annotation(report, name, "identifying", [(row["start"], row["end"])], body=body)
    for number, row in enumerate(report["attributions"]):
        name = f"urn:foedera:attribution:{report['id']}:{number}"
        spans = [tuple(span) for span in (*row["source"], *row["cue"], *row["content"])]
        whole = [(row["start"], row["end"])]
        yield _annotation(report, name, "describing", spans or whole, body=_speech(row))
    for row in report["claims"]:
        name = f"urn:foedera:claim:{row['id']}"
        spans = [(row["start"], row["end"])]
        yield _annotation(report, name, "classifying", spans, body=_claim(row))


def _annotation(
    report: Row, name: str, motivation: str, spans: list[Any], *, body: list[Row]
) -> Row:
    targets = [_target(report, start, end) for start, end in spans]
    return {
        "id": name,
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(report: Row, start: int, end: int) -> Row:
    text = str(report["text"])
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": f"urn:foedera:report:{report['id']}",
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - AROUND) : start],
                "suffix": text[end : end + AROUND],
            },
        ],
    }
    if report.get("url"):
        target["scope"] = report["url"]
    return target


def _tag(words: str) -> Row:
    return {"type": "TextualBody", "purpose": "tagging", "value": words}


def _values(row: object) -> Row:
    """Write values as JSON, which a text body may hold."""
    return {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "application/json",
        "value": json_line(row),
    }


def _speech(row: Row) -> list[Row]:
    speakers = ", ".join(str(actor["name"]) for actor in row["speakers"]) or "somebody"
    own = {key: row[key] for key in ("source", "cue", "content", "parent", "voice", "stance")}
    words = f"{speakers} {say_stance(row['stance'])}"
    return [
        _tag("attribution"),
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": words},
        _values({**own, "speakers": row["speakers"]}),
    ]


def _claim(row: Row) -> list[Row]:
    said = name_source(row) or "the report itself"
    words = f"{row['kind']}, {say_reality(row['reality'])}: {said} {say_stance(row['stance'])}"
    values = {key: value for key, value in row.items() if key != "quote"}
    return [
        _tag(f"claim {row['kind']}"),
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": words},
        _values(values),
    ]
