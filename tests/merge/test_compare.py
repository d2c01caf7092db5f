"""What tellings of one happening have in common, field by field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from foedera.merge.compare import compare
from foedera.merge.comparing import is_later
from foedera.merge.telling import source_of, tell
from tests.merge.builders import actor, claim, quantity, report, when
from tests.merge.tellings import telling


def _verdict(field: str, left: dict[str, Any], right: dict[str, Any], kind: str) -> str:
    told = [telling(kind, **left), telling(kind, **right)]
    return next(c.verdict for c in compare(told) if c.field == field)


def _numbers(left: tuple[Any, ...], right: tuple[Any, ...], later: bool, kind: str) -> str:
    first = {"words": f"Fire killed {left[2]}.", "quantities": (quantity(*left, "people"),)}
    second = {"words": f"The fire killed {right[2]}.", "quantities": (quantity(*right, "people"),)}
    return _verdict("quantity", first, second | ({"day": "2031-05-09"} if later else {}), kind)


@pytest.mark.parametrize(
    ("left", "right", "later", "verdict"),
    [
        ((10, 10, "10 people"), (10, 10, "ten people"), True, "agree"),
        ((10, 10, "10 people"), (18, 18, "18 people"), True, "update"),
        ((10, 10, "10 people"), (18, 18, "18 people"), False, "conflict"),
        ((18, 18, "18 people"), (10, 10, "10 people"), True, "conflict"),
        ((10, None, "at least 10 people"), (18, 18, "18 people"), False, "more-precise"),
        (
            (11000, 11000, "some 11,000 people"),
            (11243, 11243, "11,243 people"),
            True,
            "more-precise",
        ),
        ((10, None, "at least 10 people"), (None, 50, "up to 50 people"), False, "compatible"),
        ((10, None, "at least 10 people"), (18, None, "at least 18 people"), True, "update"),
    ],
)
def test_numbers(left: Any, right: Any, later: bool, verdict: str) -> None:
    assert _numbers(left, right, later, "harm.kill") == verdict


@pytest.mark.parametrize(
    ("headline", "later"), [("UPDATE 2 - Toll rises", True), ("Toll rises", False)]
)
def test_an_update_of_the_day_is_later_than_what_it_updates(headline: str, later: bool) -> None:
    first, second = (telling("harm.kill", words) for words in ("Ten died.", "More died."))
    named = replace(second, source=replace(second.source, headline=headline))
    assert is_later(named, first) is later
    assert not is_later(first, named)


def test_a_number_that_is_no_toll_changes_only_where_words_say_so() -> None:
    left, right = (300, 300, "300 people"), (900, 900, "900 people")
    assert _numbers(left, right, True, "military.train") == "conflict"
    now = (900, 900, "900 people now")
    assert _numbers(left, now, True, "military.train") == "update"


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("2031-05-03", "2031-05-03", "agree"),
        ("2031-05-01/2031-05-31", "2031-05-03", "more-precise"),
        ("2031-05-01/2031-05-10", "2031-05-07/2031-05-15", "compatible"),
        ("2031-05-03", "2031-05-04", "conflict"),
    ],
)
def test_days(left: str, right: str, verdict: str) -> None:
    sides = ({"when": when(left)}, {"words": "It was.", "when": when(right)})
    assert _verdict("when", *sides, "diplomacy.meet") == verdict


def test_a_plan_that_a_later_report_moves_is_an_update() -> None:
    left = {"when": when("2031-05-20"), "reality": "planned"}
    right = {"words": "It was.", "when": when("2031-05-22"), "reality": "planned"}
    assert _verdict("when", left, right | {"day": "2031-05-12"}, "diplomacy.meet") == "update"
    assert _verdict("when", left, right, "diplomacy.meet") == "conflict"


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (("Lima", "PER"), ("Peru", "PER"), "more-precise"),
        (("Ivory Coast", "CIV"), ("Côte d'Ivoire", "CIV"), "agree"),
        (("Lima", "PER"), ("Quito", "ECU"), "conflict"),
        (("Sangin", "AFG"), ("Helmand", "AFG"), "more-precise"),
        (("Benghazi", "LBY"), ("Banghazi", "LBY"), "agree"),
        (("Karrada, Baghdad", "IRQ"), ("Baghdad", "IRQ"), "more-precise"),
        (("border between Peru and Chile", "PER"), ("Arica", "CHL"), "compatible"),
        (("border between Peru and Chile", "PER"), ("Chilean border", "CHL"), "more-precise"),
        (("border between Peru and Chile", "PER"), ("Quito", "ECU"), "conflict"),
        (("eastern Ukraine", "UKR"), ("Donetsk", "UKR"), "more-precise"),
    ],
)
def test_places(left: tuple[str, str], right: tuple[str, str], verdict: str) -> None:
    sides = ({"where": left}, {"words": "It was.", "where": right})
    assert _verdict("where", *sides, "diplomacy.meet") == verdict


FOREIGN = actor("Ravanian foreign minister", "RVA", "office", "foreign minister")
DEFENCE = actor("Ravanian defence minister", "RVA", "office", "defence minister")
ENVOY = actor("Ravanian envoy", "RVA", "office", "envoy")
ANNA = actor("Anna Vale", "RVA", "person", "foreign minister")
SOLDIERS = actor("soldiers", None, "force")
REBELS = actor("rebels", None, "group")


@pytest.mark.parametrize(("day", "verdict"), [("2031-05-07", "conflict"), ("", "compatible")])
def test_what_lasts_is_in_one_place_on_one_day(day: str, verdict: str) -> None:
    days = {"when": when(day or None)}
    left = {"where": ("Quito", "ECU", -0.2, -78.5)} | days
    right = {"words": "It was.", "where": ("Guayaquil", "ECU", -2.2, -79.9)} | days
    assert _verdict("where", left, right, "unrest.protest") == verdict


MILITANTS = actor("Islamist militants", None, "group")
FRONT = actor("Front of the Dawn", None, "group")


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (("RVA", "OST"), ("OST", "RVA"), "agree"),
        ((MILITANTS,), (FRONT,), "more-precise"),
        (("RVA", "LUR"), ("RVA", "OST"), "compatible"),
        (("RVA",), ("RVA", "OST"), "more-precise"),
        (("RVA",), ("OST",), "conflict"),
        ((actor("Gunmen", None, "group"),), (FRONT,), "more-precise"),
        ((FOREIGN,), (DEFENCE,), "conflict"),
        ((FOREIGN,), (ENVOY,), "more-precise"),
        ((FOREIGN,), (ANNA,), "agree"),
        ((ENVOY,), (ANNA,), "more-precise"),
        ((ANNA,), (actor("Boris Hall", "RVA", "person"),), "conflict"),
        ((SOLDIERS,), (REBELS,), "conflict"),
        (
            (actor("Ravanian troops", "RVA", "force"),),
            (actor("rebels", "RVA", "group"),),
            "conflict",
        ),
        ((actor("Ravanian forces", "RVA", "force"),), (actor("rebels", "RVA", "group"),), "agree"),
        ((actor("government", "YEM"),), (actor("Houthis", "YEM", "group"),), "conflict"),
        ((actor("Unknown attackers", None, "group"),), (SOLDIERS,), "more-precise"),
        ((actor("Two Gulf leaders", None, "group"),), ("RVA", "OST"), "more-precise"),
    ],
)
def test_parties(left: Any, right: Any, verdict: str) -> None:
    sides = ({"actors": left}, {"words": "It was.", "actors": right})
    assert _verdict("participants", *sides, "military.attack") == verdict


def test_numbers_of_people_are_compared_whatever_the_people_are_called() -> None:
    left = {
        "words": "It killed 30 rebels.",
        "quantities": (quantity(30, 30, "30 rebels", "rebels"),),
    }
    right = {
        "words": "Only four fighters died.",
        "quantities": (quantity(4, 4, "four fighters", "fighters"),),
    }
    assert _verdict("quantity", left, right, "harm.kill") == "conflict"


@pytest.mark.parametrize(
    ("name", "other", "verdict"),
    [
        ("Red Banner fighters", "armed rebels", "more-precise"),
        ("Red Banner fighters", "Red Banner", "agree"),
        ("rebels", "militants", "agree"),
        ("Chadian rebels", "rebels", "agree"),
    ],
)
def test_who_names_a_group_is_more_exact_than_who_describes_it(
    name: str, other: str, verdict: str
) -> None:
    """Both are of one state, which their reports tell."""
    left, right = ({"actors": [actor(n, "OST", "group")]} for n in (name, other))
    assert _verdict("participants", left, right, "harm.kill") == verdict


def test_two_pairs_that_share_one_party_did_not_both_sign_one_text() -> None:
    left, right = {"actors": ("RVA", "OST")}, {"words": "It was.", "actors": ("RVA", "LUR")}
    assert _verdict("participants", left, right, "agreement.sign") == "conflict"


def test_open_lists_of_parties_may_both_hold() -> None:
    left = {"words": "Ravania, Ostmark and other states signed.", "actors": ("RVA", "OST")}
    right = {"words": "Ravania, Luria and several others signed.", "actors": ("RVA", "LUR")}
    assert _verdict("participants", left, right, "agreement.sign") == "compatible"


def test_who_goes_in_place_of_another_is_an_update() -> None:
    left = {"actors": (FOREIGN,), "reality": "planned"}
    right = {"words": "It was.", "actors": (DEFENCE,), "day": "2031-05-12"}
    assert _verdict("participants", left, right, "diplomacy.visit") == "update"


def test_what_was_weighed_and_is_later_done_is_an_update() -> None:
    left = {"stance": "considered", "reality": "possible"}
    right = {"words": "It was.", "day": "2031-05-12"}
    assert _verdict("reality", left, right, "military.withdraw") == "update"


def test_a_day_that_a_later_report_corrects_is_an_update() -> None:
    left = {"when": when("2031-05-05")}
    right = {"words": "The day was corrected.", "when": when("2031-05-04"), "day": "2031-05-09"}
    assert _verdict("when", left, right, "harm.injure") == "update"


def test_each_party_ratifies_for_itself() -> None:
    left, right = {"actors": ("RVA",)}, {"words": "It was.", "actors": ("OST",)}
    assert _verdict("participants", left, right, "agreement.ratify") == "compatible"


def test_a_day_that_a_later_report_takes_back_is_news() -> None:
    left = {"when": when("2031-05-20"), "reality": "planned"}
    right = {"words": "It was.", "when": when("2031-05-20"), "reality": "not-happened"}
    sides = (left, right | {"day": "2031-05-12"})
    assert _verdict("when", *sides, "agreement.enter-into-force") == "update"


def test_a_state_that_signs_later_is_an_update() -> None:
    left = {"actors": ("RVA", "OST")}
    right = {"words": "It was.", "actors": ("RVA", "OST", "LUR"), "day": "2031-05-30"}
    assert _verdict("participants", left, right, "agreement.sign") == "update"


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ({"reality": "happened"}, {"reality": "ongoing"}, "agree"),
        ({"reality": "planned"}, {"reality": "happened", "day": "2031-05-12"}, "update"),
        ({"reality": "planned"}, {"reality": "not-happened", "day": "2031-05-12"}, "update"),
        ({"stance": "confirmed"}, {"stance": "denied"}, "conflict"),
        ({"reality": "happened"}, {"reality": "possible"}, "compatible"),
        ({"stance": "believed"}, {"stance": "confirmed"}, "more-precise"),
    ],
)
def test_reality(left: dict[str, Any], right: dict[str, Any], verdict: str) -> None:
    assert _verdict("reality", left, {"words": "It was."} | right, "military.attack") == verdict


def test_who_denies_a_charge_has_rejected_it() -> None:
    sides = {"stance": "denied"}, {"words": "It was.", "stance": "asserted"}
    assert _verdict("reality", *sides, "statement.reject") == "agree"


def test_who_denied_and_later_admits_brings_news() -> None:
    said = {"sources": ((actor("RVA"),),)}
    left = said | {"stance": "denied"}
    right = said | {"words": "It was.", "stance": "confirmed", "day": "2031-05-12"}
    assert _verdict("reality", left, right, "military.attack") == "update"


def test_one_telling_is_compared_with_nothing_but_shown() -> None:
    rows = compare([telling("military.attack", when=when("2031-05-03"))])
    assert [(row.field, row.verdict) for row in rows] == [("when", "agree")]


@pytest.mark.parametrize("silent", [{}, {"when": when("2031-05-03")}], ids=["one", "two of three"])
def test_the_one_report_that_tells_a_day_is_more_precise(silent: dict[str, Any]) -> None:
    told = [
        telling("diplomacy.meet", when=when("2031-05-03")),
        telling("diplomacy.meet", words="It was."),
        telling("diplomacy.meet", words="It came about.", **silent),
    ]
    verdict = next(c.verdict for c in compare(told) if c.field == "when")
    assert verdict == ("agree" if silent else "more-precise")


def _of_one_report(left: dict[str, Any], right: dict[str, Any]) -> dict[str, str]:
    text = "Raiders struck Mell. Raiders struck Orm."
    source = report(text)
    made = [
        claim(source, words, "military.attack", **more)
        for words, more in (("Raiders struck Mell.", left), ("Raiders struck Orm.", right))
    ]
    told = [tell(one, source_of(source), text, n) for n, one in enumerate(made)]
    return {one.field: one.verdict for one in compare(told)}


def test_nobody_contradicts_himself() -> None:
    days = [{"when": when(day)} for day in ("2031-05-03", "2031-05-04")]
    assert _of_one_report(*days)["when"] == "compatible"
    spoken = days[1] | {"sources": ((actor("OST"),),)}
    assert _of_one_report(days[0], spoken)["when"] == "conflict"


def test_several_happenings_have_several_days_and_places() -> None:
    sides = [{"when": when("2031-05-03"), "where": ("Mell", "RVA", 9.0, 9.0)}]
    sides += [{"when": when("2031-05-06"), "where": ("Orm", "RVA", 2.0, 2.0), "words": "It was."}]
    assert {_verdict(field, *sides, "military.attack") for field in ("when", "where")} == {
        "conflict"
    }
    raids = {"words": "Raids shook it.", "trigger": "Raids", "rule": "frames.noun_frame"}
    told = telling("military.attack", **sides[0] | raids)
    other = telling("military.attack", **sides[1])
    rows = {one.field: one.verdict for one in compare([told, other])}
    assert (rows["when"], rows["where"]) == ("compatible", "compatible")


def test_two_numbers_of_one_clause_count_two_things() -> None:
    both = (quantity(3, 3, "3 police cars", "police cars"), quantity(2, 2, "2 police vans", "vans"))
    rows = [r for r in compare([telling("harm.destroy", quantities=both)]) if r.field == "quantity"]
    assert [len(row.values) for row in rows] == [1, 1]


@pytest.mark.parametrize(
    ("units", "count"),
    [(("Peruvians", "Chileans"), 2), (("Peruvian nurses", "Peruvian guards"), 2), (("men",), 1)],
)
def test_people_of_two_states_or_trades_are_not_counted_as_one(
    units: tuple[str, ...], count: int
) -> None:
    one, other = units[0], units[-1]
    told = [
        telling("harm.kill", quantities=(quantity(9, 9, "9", one), quantity(1, 1, "1", "tonnes"))),
        telling("harm.kill", words="It was.", quantities=(quantity(5, 5, "5", other),)),
    ]
    rows = [r for r in compare(told) if r.field == "quantity"]
    assert len(rows) == count + 1


def test_whom_a_clause_names_beside_a_number_counts_with_it() -> None:
    named = {"recipients": (actor("Ada Lind"),), "quantities": (quantity(3, 3, "3", "guards"),)}
    whole = {"words": "It was.", "quantities": (quantity(4, 4, "4", "people"),)}
    assert _verdict("quantity", named, whole, "harm.kill") == "agree"
    assert _verdict("quantity", named | {"recipients": ()}, whole, "harm.kill") == "conflict"


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ((actor("Yusef Morran", "RVA"),), (actor("Yousef Moran", "RVA"),), "agree"),
        ((actor("ISIS fighters", kind="group"),), (actor("Daesh", kind="group"),), "agree"),
        ((actor("RVA"),), (actor("Ada Lind"),), "compatible"),
    ],
)
def test_one_may_be_told_in_two_ways(left: Any, right: Any, verdict: str) -> None:
    sides = {"actors": left}, {"words": "It was.", "actors": right}
    assert _verdict("participants", *sides, "military.attack") == verdict


def test_who_names_one_party_to_talks_leaves_out_the_other() -> None:
    sides = {"actors": ("RVA",)}, {"words": "It was.", "actors": ("OST",)}
    assert _verdict("participants", *sides, "diplomacy.meet") == "compatible"
    assert _verdict("participants", *sides, "military.attack") == "conflict"


def test_what_is_not_meant_to_be_may_have_been() -> None:
    denied = {"words": "It was.", "reality": "planned", "stance": "denied"}
    assert _verdict("reality", {}, denied, "military.attack") == "compatible"


def test_a_change_of_mind_is_an_update() -> None:
    left, right = {"reality": "not-happened"}, {"words": "It was.", "reality": "planned"}
    assert _verdict("reality", left, right | {"day": "2031-05-12"}, "transfer.arms") == "update"
    assert _verdict("reality", left, right, "transfer.arms") == "conflict"


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (
            ("northern Peru", "PER", -9.0, -75.0),
            ("southern Peru", "PER", -9.0, -75.0),
            "compatible",
        ),
        (("northern Peru", "PER", -9.0, -75.0), ("Piura", "PER", -5.2, -80.6), "more-precise"),
        (("Middle East", None, 29.0, 45.0), ("Amman", "JOR", 31.9, 35.9), "more-precise"),
        (("Chilean border", "CHL", None, None), ("Tacna", "PER", -18.0, -70.2), "compatible"),
        (("Florida", "USA", 28.0, -82.0), ("Orlando", "USA", 28.5, -81.4), "more-precise"),
    ],
)
def test_parts_of_states_and_of_the_world(left: Any, right: Any, verdict: str) -> None:
    sides = {"where": left}, {"words": "It was.", "where": right}
    assert _verdict("where", *sides, "military.attack") == verdict


def test_a_journey_is_in_two_places_on_two_days() -> None:
    sides = {"where": ("Lima", "PER", -12.0, -77.0)}, {"where": ("Cusco", "PER", -13.5, -72.0)}
    told = [sides[0], sides[1] | {"words": "It was."}]
    assert _verdict("where", *told, "diplomacy.visit") == "compatible"
    dated = [one | {"when": when("2031-05-03")} for one in told]
    assert _verdict("where", *dated, "diplomacy.visit") == "conflict"


def test_what_many_do_alike_is_no_conflict() -> None:
    sides = {"actors": ("RVA",)}, {"words": "It was.", "actors": ("OST",)}
    alike = [sides[0] | {"recipients": ("LUR",)}, sides[1] | {"recipients": ("LUR",)}]
    assert _verdict("participants", *alike, "military.fight") == "compatible"
    assert _verdict("participants", *alike, "statement.criticise") == "compatible"
    assert _verdict("participants", *alike, "transfer.arms") == "conflict"
    told = sides[0], sides[1] | {"reality": "not-happened"}
    assert _verdict("reality", *told, "military.fight") == "compatible"


def test_a_counterpart_holds_the_office_of_the_other() -> None:
    left = {"actors": (actor("Ravanian counterpart", "RVA", "office", "counterpart"),)}
    right = {"actors": (actor("Ravania's mayor", "RVA", "office", "mayor"),)}
    assert _verdict("participants", left, right | {"words": "It was."}, "diplomacy.meet") == "agree"


def test_a_body_told_by_a_part_of_its_name_is_the_same() -> None:
    left = {"actors": (actor("Treasury", kind="organisation"),)}
    right = {"words": "It was.", "actors": (actor("Treasury Department", "RVA", "organisation"),)}
    assert _verdict("participants", left, right, "coercion.sanction") == "agree"


def test_what_had_not_been_done_and_later_is_is_an_update() -> None:
    left = {"reality": "not-happened"}
    right = {"words": "It was.", "day": "2031-05-12"}
    assert _verdict("reality", left, right, "agreement.ratify") == "update"


def test_a_caption_may_tell_the_day_and_the_place_of_its_picture() -> None:
    left = {"when": when("2031-05-03"), "where": ("Mell", "RVA", 9.0, 9.0)}
    right = {"when": when("2031-05-04"), "where": ("Orm", "RVA", 2.0, 2.0), "words": "It was."}
    shown = right | {"part": "caption"}
    for field in ("when", "where"):
        assert _verdict(field, left, right, "military.attack") == "conflict"
        assert _verdict(field, left, shown, "military.attack") == "compatible"


def test_a_day_that_was_only_possible_may_give_way_to_another() -> None:
    left = {"when": when("2031-05-20"), "reality": "possible"}
    right = {"words": "It was.", "when": when("2031-05-24"), "day": "2031-05-24"}
    assert _verdict("when", left, right, "agreement.sign") == "update"


def test_others_who_do_it_days_later_may_do_another() -> None:
    left = {"actors": ["RVA"], "words": "Ravania sent tents."}
    right = {"actors": ["OST"], "words": "Ostmark gave blankets to the camp.", "day": "2031-05-14"}
    assert _verdict("participants", left, right, "transfer.aid") == "compatible"
    count = {"quantities": (quantity(3, 3, "three lorries", "lorries"),)}
    assert _verdict("participants", left | count, right | count, "transfer.aid") == "conflict"


def test_what_is_not_done_contradicts_only_what_is_told_alike() -> None:
    done = {"words": "Ravania cut the gas in the north."}
    other = {"words": "No ministry would stop exports of timber.", "reality": "not-happened"}
    same = {"words": "Ravania never cut the gas in the north.", "reality": "not-happened"}
    assert _verdict("reality", done, other, "coercion.embargo") == "compatible"
    assert _verdict("reality", done, same, "coercion.embargo") == "conflict"
