import pytest

from tests.extract.claims_of import claims_of
from tests.extract.test_role_pronouns import sides


@pytest.mark.parametrize(
    ("text", "kind", "doers"),
    [
        ("Norway brought pressure on Peru to recognise the new government of Chad.",
         "diplomacy.recognise", ["Peru"]),
        ("The Peruvian president was lobbying senators on Thursday to reject the treaty.",
         "agreement.reject", ["senators"]),
        ("Mali welcomed the request to land but denied Chad permission to refuel.",
         "statement.reject", ["Mali"]),
        ("Norway said that Peru was committed to freeing two Chilean pilots.",
         "coercion.release", ["Peru"]),
        ("Kerry would stand with Mrs. Merkel in urging Chad to leave.",
         "request.action", ["John Kerry", "Angela Merkel"]),
        ("Kenya Airways Flight 9 was shot down over Chad, killing all 90 people.", "harm.kill", []),
        ("A Peruvian convoy was attacked by Chile, killing four.", "harm.kill", ["Chile"]),
        ("Peru blamed Chile for both breaking the truce and shelling the port.",
         "military.attack", ["Chile"]),
        ("Peru was admitted to the pact on Monday, becoming its twelfth member.",
         "agreement.accede", ["Peru"]),
        ("Peru praised Chile, two weeks after imposing sanctions on Chad.",
         "coercion.sanction", ["Peru"]),
        ("Peru thanked Chile without condemning Chad.", "statement.criticise", ["Peru"]),
        ("France joined Germany in condemning the attack.",
         "statement.criticise", ["France", "Germany"]),
        ("The prospect of Peru reneging on the deal has worried Chile.",
         "agreement.breach", ["Peru"]),
        ("Obama said that the reports are false and accused Chad of lying.",
         "statement.accuse", ["Barack Obama"]),
        ("The rebels made threats of attacks against Chad.", "military.attack", ["rebels"]),
        ("McCain added that the crisis goes on unless Chad is curbed, calling on Peru to act.",
         "request.action", ["John McCain"]),
        ("Chilean President Ana Rojas, whom Lund criticised in May, condemned Friday's raid.",
         "statement.criticise", ["Ana Rojas"]),
        ("Lund had applied for a passport and authorities were in the midst of investigating him.",
         "legal.investigate", ["authorities"]),
        ("The party dismissed President Ana Rojas and gave her 24 hours to resign.",
         "unrest.resignation", ["Ana Rojas"]),
        ("Norway gave Chad two weeks to repay the loan.", "transfer.money", ["Chad"]),
        ("Norway gave Chad until Friday to release the sailors.", "coercion.release", ["Chad"]),
        ("Norway has asked Chad to deploy troops and has offered $2 million.",
         "transfer.money", ["Norway"]),
        ("Norway said that Chad was responsible for shelling the port.", "military.attack",
         ["Chad"]),
        ("Chad and Peru, which restored diplomatic relations in May, agreed to talk.",
         "diplomacy.establish-relations", ["Chad", "Peru"]),
        ("Norway regretted shelling across the border that killed two Peruvians.",
         "harm.kill", ["Norway"]),
        ("They were the only major party to oppose the treaty.",
         "agreement.reject", ["only major party"]),
    ],
)  # fmt: skip
def test_who_is_made_to_act_does_it(text, kind, doers):
    assert sides(text, kind)[0] == doers


def test_who_only_tells_what_is_set_around_it_does_not_do_it():
    text = "Chad has seen the letter, Obama said, and has accused Peru of lying."
    assert "Barack Obama" not in sides(text, "statement.accuse")[0]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The Kenyan ministry issued a notice forbidding Chadian traders to enter.", "KEN"),
        ("Chile's navy published a directive barring Peruvian fishermen from the bay.", "CHL"),
        ("Congress passed a law banning Chadian traders from the market.", "USA"),
    ],
)
def test_who_issues_a_rule_bars_by_it(text: str, state: str) -> None:
    told = next(c for c in claims_of(text) if c.kind == "coercion.restrict")
    assert [a.country for a in told.roles.actors] == [state]


def test_a_day_is_not_who_is_called_on() -> None:
    text = "Kerry called Lavrov on Friday to discuss Syria and warn him of sanctions."
    told = next(c for c in claims_of(text) if c.kind == "statement.warn")
    assert [a.name for a in told.roles.actors] == ["John Kerry"]
    assert [a.name for a in told.roles.recipients] == ["Sergei Lavrov"]


@pytest.mark.parametrize(
    ("text", "kind", "doer"),
    [
        ("The Chadian envoy was killed by a man who ran up, fired twice and fled.",
         "military.attack", "man"),
        ("The port was seized by rebels who came by boat, shelled the town near Mao and left.",
         "military.attack", "rebels"),
    ],
)  # fmt: skip
def test_a_row_behind_a_comma_goes_on_with_the_doer(text: str, kind: str, doer: str) -> None:
    told = next(c for c in claims_of(text) if c.kind == kind)
    assert [a.name for a in told.roles.actors] == [doer]


def test_a_row_of_the_passive_goes_on_with_its_subject() -> None:
    text = "The Chadian envoy was expelled by Peru, returned to Chad and criticised Lima."
    told = next(c for c in claims_of(text) if c.kind == "statement.criticise")
    assert [a.country for a in told.roles.actors] == ["TCD"]


def test_who_works_together_does_what_it_is_for() -> None:
    text = "Brazil hailed cooperation between Chad's army and Kurdish forces in fighting Hamas."
    told = next(c for c in claims_of(text) if c.kind == "military.fight")
    assert "BRA" not in {a.country for a in told.roles.actors}
