"""Names in a series are joined to the first of them, and do what the verb behind them tells."""

from tests.reading import analyser, report_of


def heads(text: str) -> dict[str, tuple[str, str]]:
    s = next(iter(analyser().analyse([report_of(text)])))[0]
    return {w: (s.deps[i], s.words[s.heads[i]]) for i, w in enumerate(s.words)}


def test_the_second_of_three_is_no_apposition() -> None:
    found = heads("Ana Soto, Luis Paz and John Mbeki said Iran attacked Chad.")
    assert found["Paz"] == ("conj", "Soto")


def test_the_first_of_three_with_articles_is_the_subject() -> None:
    found = heads("The FBI, the CIA and the NSA said Russia had attacked Chad.")
    assert (found["FBI"], found["CIA"]) == (("nsubj", "said"), ("conj", "FBI"))
