"""Who is to do what a call or demand asks for."""

import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all


def doers(text: str, kind: str) -> set[str | None]:
    claims = read_all([text], Extractor())[0].claims
    return {a.country for c in claims if c.kind == kind for a in c.roles.actors}


@pytest.mark.parametrize(
    "text",
    [
        "Peru rejected calls by Chile to recognise Kenya.",
        "Chile's call to recognise Kenya was rejected by Peru.",
        "Chile repeated its call on Peru to recognise Kenya.",
    ],
)
def test_who_calls_for_it_does_not_do_it(text: str):
    assert doers(text, "diplomacy.recognise") == {"PER"}


@pytest.mark.parametrize(
    "text",
    [
        "Calls by Chile to free the hostages went unheeded.",
        "Chile issued an appeal to free Kenyans.",
    ],
)
def test_nobody_is_known_to_do_it(text: str):
    assert doers(text, "coercion.release") == set()
