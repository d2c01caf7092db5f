import pytest

from foedera.read.agency.blocks import split_blocks
from foedera.read.agency.signoffs import find_signoff


@pytest.mark.parametrize(
    ("end", "signoff", "agency"),
    [
        ("They meet again. EFE\n\nabc-de/fg", "EFE\n\nabc-de/fg", "EFE"),
        ("They meet again.\n\nabc/de/fg", "abc/de/fg", None),
        ("They meet again. Enditem", "Enditem", None),
        ("They meet again. -0-", "-0-", None),
        ("They meet again. (ANI)", "(ANI)", "ANI"),
        ("They meet again. PTI ABC DE FGH", "PTI ABC DE FGH", "PTI"),
        ("They meet again.\n\n###", "###", None),
        ("They meet again.\n\n==Kyodo", "==Kyodo", "Kyodo"),
        ("They meet again.\n\nAFP", "AFP", "AFP"),
        ("They meet again.\n\n(Ab.C123/DEF/G045)", "(Ab.C123/DEF/G045)", None),
        ("They meet again.\n\nKl mn", "Kl mn", None),
    ],
)
def test_closing_forms(end, signoff, agency):
    text = f"Chile signed the accord.\n\nNorway did so too.\n\n{end}\n"
    found = find_signoff(text, split_blocks(text))
    assert found is not None
    assert text[found.span.start : found.span.end] == signoff
    assert found.agency == agency


@pytest.mark.parametrize(
    "end", ["They told AFP.", "It was and/or Reuters", "They meet in Rome. Oslo agreed", "a"]
)
def test_prose_does_not_sign_off(end):
    text = f"Chile signed the accord.\n\nNorway did so too.\n\n{end}\n"
    assert find_signoff(text, split_blocks(text)) is None
