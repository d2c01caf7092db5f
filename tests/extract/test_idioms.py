import pytest

from foedera.extract.idioms import idle_words, title_words
from tests.extract.test_claims import claims
from tests.reading import parse


def idle(text: str) -> list[str]:
    s = parse(text)
    words, lemmas = [w.lower() for w in s.words], [w.lower() for w in s.lemmas]
    return [words[t] for t in sorted(idle_words(words, lemmas, {*words, *lemmas}))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru leads when it comes to copper.", ["when", "it", "comes", "to"]),
        ("The vote called the old law into question.", ["called", "into", "question"]),
        ("The minister came to Peru.", []),
    ],
)
def test_words_of_an_idiom_are_idle(text: str, wanted: list[str]) -> None:
    assert idle(text) == wanted


def test_an_idiom_makes_no_claim() -> None:
    kinds = {c.kind for c in claims("Norway has no equal when it comes to Iran.")}
    assert "diplomacy.visit" not in kinds


def test_a_preposition_behind_an_object_is_no_particle() -> None:
    kinds = {c.kind for c in claims("Norway's premier called the pact a mistake in May.")}
    assert "diplomacy.summon" not in kinds


def test_a_particle_behind_an_object_still_is_one() -> None:
    kinds = {c.kind for c in claims("Norway called the Chilean ambassador in.")}
    assert "diplomacy.summon" in kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A missile hit a high school in Aleppo.", "military.attack"),
        ("A bomb hit the market in Baghdad.", "military.attack"),
        ("Rockets hit homes in Gaza.", "military.attack"),
        ("Norwegian troops fought a fierce battle with rebels in Mali.", "military.fight"),
        ("Norwegian and Malian negotiators met before the deadline.", "diplomacy.meet"),
        ("Rebels captured Gao before the vote.", "military.capture"),
        ("Norway gave Cuba a large credit.", "transfer.money"),
        ("Norway returned the prisoners after a call from Chile.", "transfer.prisoners"),
        ("Prosecutors charged the banker with price fixing.", "legal.charge"),
        ("The onslaught of Islamic State fighters shook Mali.", "military.attack"),
    ],
)
def test_an_act_in_words_of_an_idiom_is_told(text: str, kind: str) -> None:
    assert kind in {c.kind for c in claims(text)}


SERIES = "Hide Caption 5 of 15 Photos: Civilians flee Gao Civilians flee Gao – Soldiers shot a man."


def test_the_title_of_a_series_of_pictures_is_idle() -> None:
    s = parse(SERIES)
    words = [w.lower() for w in s.words]
    idle = [words[t] for t in sorted(title_words(words))]
    assert idle == ["photos", ":", "civilians", "flee", "gao", "civilians", "flee", "gao"]


def test_a_caption_tells_what_stands_behind_the_title() -> None:
    kinds = {c.kind for c in claims(SERIES)}
    assert "harm.displace" not in kinds
    assert kinds


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Norway will not lift the ban on Chilean salmon.", "coercion.restrict", False),
        ("The US reduced military aid to Chad.", "transfer.arms", False),
        ("Libyan forces dismissed a proposal by Chad for a truce.", "agreement.propose", False),
        ("Germany sent food aid to Chad to support the government.", "statement.support", False),
        ("Germany supports the Malian government.", "statement.support", True),
        ("Norway announced the resumption of trade talks with Chile.", "statement.inform", False),
        ("Norway announced a plan to cut emissions.", "statement.inform", True),
        ("Norway won't accept the plan.", "statement.reject", True),
        ("Norway announced a unilateral ceasefire on Friday.", "statement.inform", False),
    ],
)
def test_what_is_taken_back_or_answered_is_not_told_anew(text: str, kind: str, told: bool) -> None:
    assert (kind in {c.kind for c in claims(text)}) is told
