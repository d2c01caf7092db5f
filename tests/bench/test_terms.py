"""What counts as a term found, and who owes it."""

from foedera.bench.terms import Row, score_terms

TEXT = "Peru and Chile signed a pact. It caps fees. Chile must plant trees. Lima fears a flood."


def _claim(words: str, kind: str = "agreement.provide", bearers: tuple[str, ...] = ()) -> Row:
    start = TEXT.index(words)
    told = {"id": words, "kind": kind, "trigger": [start, start + len(words)]}
    return told | {"obligation": {"bearers": list(bearers)} if bearers else None}


ROW = {
    "n": "one",
    "text": TEXT,
    "terms": [
        {"quote": "caps fees", "bearers": [], "agreement": "a pact"},
        {"quote": "must plant trees", "bearers": ["CHL"], "agreement": "a pact"},
    ],
    "others": [{"quote": "fears a flood", "why": "fear"}],
}


def test_a_term_is_found_by_its_claim_or_by_what_is_owed():
    made = [_claim("caps"), _claim("plant", "cooperation.project", ("CHL",)), _claim("fears")]
    figures = score_terms([ROW], [{"id": "one", "claims": made}])
    assert figures == {
        "terms recall": 1.0,
        "claims precision": 0.5,
        "claims of what is no term": 1.0,
        "owed": 1.0,
        "bearers right": 1.0,
    }


def test_who_else_is_named_does_not_owe_it():
    made = [_claim("plant", bearers=("CHL", "PER"))]
    figures = score_terms([ROW], [{"id": "one", "claims": made}])
    assert (figures["terms recall"], figures["bearers right"]) == (0.5, 0.0)
