"""Names that own a noun together, and those that only stand before it."""

from tests.extract.claims_of import claims_of


def test_where_they_came_from_is_not_whose_they_are() -> None:
    text = "Even as they flew in from India, Peruvian envoys warned of delays."
    (told,) = (c for c in claims_of(text) if c.kind == "statement.warn")
    assert [a.country for a in told.roles.actors] == ["PER"]


def test_two_adjectives_make_two() -> None:
    (told,) = (c for c in claims_of("Kenyan, Ugandan officials signed the pact.") if c.agreement)
    assert sorted(a.country or "" for a in told.roles.actors) == ["KEN", "UGA"]
