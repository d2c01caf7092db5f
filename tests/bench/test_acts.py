"""Acts between states count by type and by both countries, alone and together."""

from typing import Any

from foedera.bench.acts import names_both, score_acts

LABEL = {"report": "r", "start": 0, "end": 90, "event": "REQUEST", "also": ["CONSULT"]}
LABEL |= {"source": ["KWT"], "target": ["IRQ"]}


def _claim(event: str | None, actors: list[str], recipients: list[str], at: int = 10) -> Any:
    return {
        "trigger": [at, at + 5],
        "plover": event and {"event": event},
        "actors": [{"country": c} for c in actors],
        "recipients": [{"country": c} for c in recipients],
    }


def _score(*claims: Any) -> list[float]:
    found = score_acts([LABEL], [{"id": "r", "claims": list(claims)}])
    return [found[k] for k in ("type recall", "both countries", "type and both countries")]


def test_one_claim_must_have_all_three() -> None:
    assert _score(_claim("REQUEST", ["KWT"], ["IRQ"])) == [1, 1, 1]
    assert _score(_claim("REQUEST", ["KWT"], []), _claim("AID", ["KWT"], ["IRQ"])) == [1, 1, 0]


def test_claims_elsewhere_and_without_a_type_do_not_count() -> None:
    assert _score(_claim("REQUEST", ["KWT"], ["IRQ"], at=90)) == [0, 0, 0]
    assert _score(_claim(None, ["KWT"], ["IRQ"])) == [0, 0, 0]


def test_a_second_act_of_the_sentence_will_do() -> None:
    assert _score(_claim("CONSULT", ["KWT", "IRQ"], [])) == [1, 1, 1]


def test_parties_of_a_mutual_act_stand_on_either_side() -> None:
    assert names_both(_claim("CONSULT", ["IRQ", "KWT"], []), LABEL)
    assert not names_both(_claim("CONSULT", ["KWT"], ["IRN"]), LABEL)
