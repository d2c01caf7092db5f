"""The summary in plain sentences, and the names of steps in the picture."""

from foedera.view.dossier.compose import compose
from foedera.view.dossier.markdown import set_markdown
from tests.view.desk_rows import RowsRecord, agreement, day

LEAVE = {
    "kind": "agreement.withdraw",
    "when": day("2031-03-07"),
    "where": None,
    "by": ["URY"],
    "reports": 1,
    "origins": {"independent": [1, 1], "roots": ["Sur Wire"]},
    "claims": ["c09"],
}


class Leaving(RowsRecord):
    """The treaty as Uruguay leaves it."""

    def agreements(self, *, on: str | None = None, known: str | None = None) -> list[dict]:
        row = agreement(on)
        out = (on or "2031-03-09") >= "2031-03-07"
        return [
            row
            | {
                "steps": [*row["steps"], LEAVE],
                "party_status": row["party_status"] | ({"URY": "former"} if out else {}),
            }
        ]


def lead(record: RowsRecord, on: str | None = None) -> str:
    return set_markdown(compose(record, "agr1", on=on)).replace("**", "")


def test_steps_are_told_in_time_after_the_ground() -> None:
    words = lead(RowsRecord())
    assert "In force since 4 March 2031[2][6]. Signed on 9 September 2030 in Colonia[1]; " in words
    assert "ratified by Uruguay on 20 February 2031[7]." in words


def test_an_exit_is_told_as_one() -> None:
    words = lead(Leaving())
    assert "Uruguay left on 7 March 2031[9]" in words
    assert "Uruguay is no longer a party." in words


def test_the_picture_calls_it_an_exit_too() -> None:
    chapter = compose(Leaving(), "agr1").chapters[0]
    assert chapter.life is not None
    assert "left, 7 Mar 2031" in chapter.life.wide
    assert "declared withdrawal" not in chapter.life.wide


def test_an_obligation_is_told_with_its_condition() -> None:
    assert "binds Uruguay and Argentina: “send patrol boats”, at once, “if the other" in lead(
        RowsRecord()
    )


def test_what_comes_after_the_day_is_told_apart() -> None:
    words = lead(RowsRecord(), on="2031-02-25")
    assert "After 25 February 2031: entered into force on 4 March 2031[2][6]." in words


def test_the_picture_shows_the_whole_life_whatever_the_day() -> None:
    life = compose(RowsRecord(), "agr1", on="2031-02-25").chapters[0].life
    assert life is not None
    assert "st-signed" in life.wide
    assert "st-in-force" in life.wide


class Disputed(RowsRecord):
    """The treaty with a state that says two things."""

    def disagreements(self, *, known: str | None = None) -> list[dict]:
        rows = super().disagreements(known=known)
        return [rows[0] | {"field": "acknowledgement:URY", "comparison": "conflict"}]


def test_a_conflict_names_the_state_whose_word_it_is() -> None:
    words = lead(Disputed())
    assert "Tellings conflict (acknowledgement by Uruguay)" in words


class Political(RowsRecord):
    """The same as a text that its signers do not hold to bind in law."""

    def agreements(self, *, on: str | None = None, known: str | None = None) -> list[dict]:
        return [agreement("2030-12-01") | {"binding": "no"}]


def test_a_text_that_does_not_bind_is_not_called_not_in_force() -> None:
    words = lead(Political(), on="2030-12-01")
    assert "Signed, not legally binding: signed in Colonia on 9 September 2030" in words
