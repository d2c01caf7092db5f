"""Figures are read as printed, held against floors, and floors only go up."""

import pytest

from foedera.bench.quality import (
    below_floors,
    load_sets,
    marks,
    measure,
    raise_floors,
    read_figures,
    score_halves,
)
from foedera.errors import NotInRecord, UnreadableFile


def test_only_figure_lines_are_read() -> None:
    printed = "  missed: x: 3\nvalue f1: 0.930\nsentences: 12\n"
    assert read_figures(printed) == {"value f1": 0.93, "sentences": 12.0}


def test_a_floor_holds_and_only_rises() -> None:
    found = marks("newsquant_dev", {"value f1": 0.91, "value and bound f1": 0.9})
    floors = {"newsquant_dev": {"value f1": 0.92, "value and bound f1": 0.88}}
    assert below_floors(found, floors) == ["newsquant_dev: value f1 is 0.910, its floor is 0.92"]
    raised = raise_floors(found, floors)["newsquant_dev"]
    assert raised == {"value f1": 0.92, "value and bound f1": 0.9}


def test_lower_is_better_where_the_table_says_so() -> None:
    found = marks("plv_train", {"no event": 0.2})
    assert below_floors(found, {"plv_train": {"no event": 0.1}})
    assert raise_floors(found, {"plv_train": {"no event": 0.3}})["plv_train"]["no event"] == 0.2


def test_an_unknown_or_absent_set_is_named(tmp_path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(NotInRecord, match="plv_train"):
        measure("nothing", tmp_path)
    with pytest.raises(UnreadableFile, match="--gold"):
        measure(next(iter(load_sets())), tmp_path)


def test_halves_stand_beside_the_whole() -> None:
    def share(rows, system):  # type: ignore[no-untyped-def]
        kept = list(rows)
        return {"hit": sum(r["hit"] for r in kept) / len(kept)}

    by_place = score_halves(share, [{"hit": 1}, {"hit": 0}, {"hit": 1}], [])
    assert by_place["hit, read half"] == 1.0
    assert by_place["hit, unread half"] == 0.0
    named = score_halves(share, [{"hit": 0, "half": "read"}, {"hit": 1, "half": "unread"}], [])
    assert named == {"hit": 0.5, "hit, read half": 0.0, "hit, unread half": 1.0}
