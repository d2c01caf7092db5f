"""One agreement under several names; two agreements of one pair stay two."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from foedera.data import Span, Title
from foedera.merge.naming_joins import join_namings
from foedera.merge.namings import Naming, find_namings, known_names
from foedera.merge.spoken import NamedAs
from foedera.merge.telling import Telling, source_of, tell
from tests.merge.builders import actor, claim, report, when

BOTH = ["RVA", "OST"]


def told(
    outlet: str, *rows: tuple[str, str, dict[str, Any]], day: str = "2031-05-08"
) -> list[Telling]:
    text = " ".join(
        f"{kind} of the {title or 'thing'} {n}." for n, (kind, title, _) in enumerate(rows)
    )
    source = report(text, outlet=outlet, day=day)
    made = []
    for n, (kind, title, more) in enumerate(rows):
        words = f"{kind} of the {title or 'thing'} {n}."
        one = claim(source, words, kind, **{"actors": BOTH, **more}, agreement=title or None)
        made.append(tell(one, source_of(source), text, n))
    return made


def joined(*reports: list[Telling]) -> dict[str, str]:
    namings: list[Naming] = [n for r in reports for n in find_namings(r, "story")]
    return join_namings(namings, {})[1]


def test_a_bare_name_means_the_one_named_before() -> None:
    [naming] = find_namings(
        told(
            "Herald",
            ("agreement.sign", "Open Rivers Treaty", {}),
            ("agreement.ratify", "treaty", {}),
        ),
        "story",
    )
    assert len(naming.claims) == 2


def test_names_join_by_words_and_by_the_act_they_share() -> None:
    one = told("Herald", ("agreement.enter-into-force", "Open Rivers Treaty", {}))
    two = told("Courier", ("agreement.enter-into-force", "river navigation pact", {}))
    assert len(set(joined(one, two).values())) == 1


def test_two_signings_are_two_agreements() -> None:
    one = told("Herald", ("agreement.sign", "Open Rivers Treaty", {"when": when("2031-05-02")}))
    two = told("Courier", ("agreement.sign", "Open Rivers Treaty", {"when": when("2021-05-02")}))
    assert len(set(joined(one, two).values())) == 2


def test_two_agreements_of_one_pair_in_one_report_stay_two() -> None:
    rows = told(
        "Herald",
        ("agreement.sign", "grain corridor deal", {"when": when("2031-05-02")}),
        ("agreement.sign", "prisoner swap accord", {"when": when("2031-04-02")}),
    )
    assert len(set(joined(rows).values())) == 2


def test_a_person_may_part_two_names() -> None:
    one = told("Herald", ("agreement.sign", "Open Rivers Treaty", {}))
    two = told("Courier", ("agreement.sign", "Open Rivers Treaty", {}))
    namings = [n for r in (one, two) for n in find_namings(r, "story")]
    verdicts: dict[tuple[str, str], Any] = {(one[0].id, two[0].id): "different"}
    assert len(set(join_namings(namings, verdicts)[1].values())) == 2


def test_two_proper_titles_never_join_by_story_parties_or_act() -> None:
    one = told("Herald", ("agreement.enter-into-force", "Open Rivers Treaty", {}))
    two = told("Courier", ("agreement.enter-into-force", "Long Bridge Accord", {}))
    assert len(set(joined(one, two).values())) == 2


def test_a_bare_name_means_no_treaty_that_is_told_by_the_body_it_founded() -> None:
    text = "Ostland and Rivania signed the accord. Ostland hopes to join NATO."
    source = report(text, outlet="Herald", day="2031-05-08")
    sign = claim(source, text, "agreement.sign", trigger="signed", actors=BOTH, agreement="accord")
    join = claim(source, text, "agreement.accede", trigger="join", actors=["OST"], agreement="NATO")
    title = Title("North Atlantic Treaty", Span(text.index("NATO"), text.index("NATO") + 4))
    join = replace(join, agreement=title)
    found = find_namings(
        [tell(one, source_of(source), text, n) for n, one in enumerate((sign, join))], "story"
    )
    assert sign.id in {claim for naming in found for claim in naming.claims}
    assert all(len(naming.claims) == 1 for naming in found)


def test_a_claim_goes_under_one_name_even_where_only_states_tell_the_agreement() -> None:
    text = "Russia and the United States signed the accord. The U.S.-Russian agreement is ready."
    source = report(text, outlet="Herald", day="2031-05-08")
    both = [
        actor("Russia", country="RUS", kind="state"),
        actor("United States", country="USA", kind="state"),
    ]
    sign = claim(source, text, "agreement.sign", trigger="signed", actors=both, agreement="accord")
    ready = claim(
        source,
        text,
        "agreement.conclude",
        trigger="ready",
        actors=both,
        agreement="U.S.-Russian agreement",
    )
    told_of = [tell(one, source_of(source), text, n) for n, one in enumerate((sign, ready))]
    claims = [claim for naming in find_namings(told_of, "story") for claim in naming.claims]
    assert len(claims) == len(set(claims)) == 2


def test_what_no_name_is_told_with_needs_two_who_act_on_the_agreement() -> None:
    rows = told(
        "Herald",
        ("agreement.sign", "grain corridor deal", {"actors": BOTH}),
        ("statement.criticise", "grain corridor deal", {"actors": ["MER"]}),
        ("agreement.conclude", "", {"actors": ["MER", "OST"]}),
    )
    found = find_namings(rows, "story")
    assert rows[2].id not in {claim for naming in found for claim in naming.claims}


def test_a_headline_lends_its_words_only_to_a_name_that_has_them() -> None:
    headed = known_names([_headed("truce deal")])
    assert set(headed.values()) == {"gaza_2012"}
    assert set(known_names([_headed("border deal")]).values()) == {None}


def _headed(name: str) -> Telling:
    text = f"Israel and Egypt hold talks on the {name}."
    source = report(text, outlet="Herald", day="2012-11-23", title="Israeli truce holds in Gaza")
    states = [actor("Israel", "ISR", "state")]
    kind = "agreement.negotiate"
    made = claim(source, text, kind, trigger="talks", actors=states, agreement=name)
    return tell(made, source_of(source), text, 0)


def test_a_deal_that_states_make_on_a_day_is_one_in_particular() -> None:
    text = "Ostland and Rivania agreed on a ceasefire on Monday."
    source = report(text, outlet="Herald", day="2031-05-08")
    names = {"trigger": "agreed", "actors": BOTH, "when": when("2031-05-05")}
    made = claim(source, text, "agreement.conclude", **names, agreement="ceasefire")
    at = text.index("ceasefire")
    made = replace(made, agreement=Title("ceasefire", Span(at, at + 9)))
    [naming] = find_namings([tell(made, source_of(source), text, 0)], "story")
    assert naming.claims == (made.id,)
    many = tell(replace(made, agreement=None), source_of(source), text, 0)
    object.__setattr__(many, "naming", NamedAs(generic=True, written="pacts"))
    many = replace(many, claim=made)
    assert not find_namings([many], "story")


def test_nameless_doers_keep_a_making_from_no_name() -> None:
    rows = told(
        "Herald",
        ("agreement.sign", "treaty", {"actors": BOTH}),
        ("agreement.sign", "open rivers treaty", {"actors": ["foreign ministers"]}),
    )
    [naming] = find_namings(rows, "story")
    assert len(naming.claims) == 2


def test_a_treaty_made_by_others_is_not_the_one_named_further_down() -> None:
    germany, poland = actor("Germany", "DEU", "state"), actor("Poland", "POL", "state")
    rows = told(
        "Herald",
        ("agreement.sign", "treaty", {"actors": [germany, poland]}),
        ("statement.praise", "Two Plus Four Treaty", {"actors": [germany]}),
    )
    assert len(set(joined(rows).values())) == 2
