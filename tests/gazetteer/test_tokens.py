"""The tables are cut into tokens as running text is, or their names are never found."""

import pytest
import spacy

from foedera.gazetteer.names import fold, tokens
from foedera.gazetteer.tables import cells, rows

TABLES = {
    "countries": (1, 2, 3, 4, 5),
    "bodies": (0, 1),
    "organisations": (0, 1),
    "outlets": (0, 1),
    "regions": (0, 1),
    "nouns": (0,),
}


@pytest.mark.parametrize("table", TABLES)
def test_names_are_cut_as_the_analysis_cuts_them(table: str) -> None:
    names = [n for row in rows(table) for at in TABLES[table] for n in cells(row[at])]
    cutter = spacy.blank("en").tokenizer
    wrong = []
    for name in names:
        words = [fold(t.text) for t in cutter(f"For {fold(name)} and others")][1:-2]
        if words not in (list(tokens(name)), [*tokens(name.removesuffix(".")), "."]):
            wrong.append((name, words))
    assert len(wrong) <= 0.01 * len(names), wrong


@pytest.mark.parametrize(
    "name", ["United Nations", "Côte d'Ivoire", "A" * 70, "Ban  Ki-moon", "G7"]
)
def test_plain_names_are_cut_as_all_others_are(name: str):
    assert tokens(name) == tokens(f"{name} .")[:-1]
