"""Events outside the agreements stand under the story that tells them."""

from foedera.view.dossier.compose import compose
from tests.view.desk_rows import RowsRecord, events


class NoTreaty(RowsRecord):
    """The same reports where no agreement was found."""

    def agreements(self, *, on: str | None = None, known: str | None = None) -> list:
        return []

    def events(self, **ignored: object) -> list[dict]:
        return [event | {"agreement": None} for event in events()]


class Apart(NoTreaty):
    """Two reports of two stories."""

    def stories(self, *, known: str | None = None) -> list:
        return [{"id": "a.txt", "story": "s1"}, {"id": "b.txt", "story": "s2"}]


def test_a_story_is_called_by_its_first_title() -> None:
    (chapter,) = compose(NoTreaty()).chapters
    assert chapter.head.title == "Estuary pact takes effect"
    assert chapter.head.about == ("2 reports", "4 March 2031")
    assert len(chapter.story.timeline) == len(events())


def test_a_report_alone_is_no_story() -> None:
    (chapter,) = compose(Apart()).chapters
    assert chapter.head.title == "What the reports tell"
