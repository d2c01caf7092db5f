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


class Vague(RowsRecord):
    """The treaty whose signing is told of a year, or without any day."""

    def __init__(self, when: dict | None, status: str = "signed") -> None:
        super().__init__()
        self.when, self.status = when, status

    def agreements(self, *, on: str | None = None, known: str | None = None) -> list[dict]:
        row = agreement("2030-12-01" if self.status == "signed" else on)
        act = {"signed": "agreement.sign", "in-force": "agreement.enter-into-force"}[self.status]
        basis = next(one for one in row["basis"] if one["act"] == act) | {"day": "2030-12-31"}
        steps = [
            step | ({"when": self.when, "claims": basis["claims"]} if step["kind"] == act else {})
            for step in row["steps"]
        ]
        return [row | {"steps": steps, "basis": [basis]}]

    def agreement(self, name: str, *, known: str | None = None) -> dict:
        return RowsRecord().agreement(name, known=known)


def test_a_ground_is_dated_no_finer_than_it_is_told() -> None:
    year = day("2030-01-01", "2030-12-31")
    assert "signed in Colonia in 2030" in lead(Vague(year))
    assert "signed in Colonia by 31 December 2030" in lead(Vague(None))
    assert "In force since 2030" in lead(Vague(year, "in-force"))
    assert "In force since 31 December 2030 at the latest" in lead(Vague(None, "in-force"))


class Owing(RowsRecord):
    """The treaty with a further duty, told by another claim than the first."""

    kind = "access"

    def agreements(self, *, on: str | None = None, known: str | None = None) -> list[dict]:
        (row,) = super().agreements(on=on, known=known)
        duty = {"kind": self.kind, "duty": "open the port", "bearers": ["URY"], "claims": ["c02"]}
        return [row | {"obligations": [duty, *row["obligations"]]}]


def test_an_obligation_cites_its_own_words_alone() -> None:
    assert "It holds an access obligation that binds Uruguay: “open the port”[2]." in lead(Owing())


class OwingSomething(Owing):
    """The same duty, of no kind that the record knows."""

    kind = "other"


def test_a_duty_of_no_known_kind_is_an_obligation() -> None:
    assert "It holds an obligation that binds Uruguay: “open the port”[2]." in lead(
        OwingSomething()
    )


class Nameless(RowsRecord):
    """The treaty that somebody joined or left, as a report tells without a name."""

    def agreements(self, *, on: str | None = None, known: str | None = None) -> list[dict]:
        (row,) = super().agreements(on=on, known=known)
        joined = LEAVE | {"kind": "agreement.accede", "by": []}
        return [row | {"steps": [*row["steps"], joined, LEAVE | {"by": []}]}]


def test_what_nobody_named_did_for_itself_stands_in_no_lane() -> None:
    life = compose(Nameless(), "agr1").chapters[0].life
    assert life is not None
    assert "acceded" not in life.wide
    assert "withdrawal" not in life.wide
