"""Rules as sentences: each form is read, each slip is answered with a form that would do."""

import pytest

from foedera.errors import SettingError
from foedera.watch.rules import FORMS, SUBJECTS, parse_rule
from foedera.watch.toml_tables import Table


def read(when: str):
    table = Table("feeds.toml", ("[[rule]]", f'when = "{when}"'), "rule", 1, {"when": when})
    return parse_rule(table, ("terminal",))


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_a_rule(form: str) -> None:
    assert read(form).subject == dict(SUBJECTS)[SUBJECTS[FORMS.index(form)][0]]


def test_what_a_sentence_says_is_read() -> None:
    rule = read("status of any agreement of PRK and Russia changes")
    assert (rule.subject, rule.actors) == ("status", ("PRK", "RUS"))
    rule = read('a new event of kind military.* with actor "Wagner Group"')
    assert (rule.kind, rule.actors) == ("military.*", ("Wagner Group",))
    assert rule.takes_kind("military.attack")
    assert not rule.takes_kind("harm.kill")
    rule = read('a denial appears by RUS in agreement "Open Skies"')
    assert (rule.speakers, rule.actors, rule.title) == (("RUS",), (), "Open Skies")
    rule = read("a new disagreement in agreement Open Skies")
    assert rule.title == "Open Skies"
    assert read('a new step in any agreement of "Bosnia and Herzegovina"').actors == ("BIH",)
    assert read("a new event of kind harm").takes_kind("harm.kill")


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("stattus of any agreement changes", "no rule begins 'stattus of any'"),
        ("a new event of kind militry.attack", "Did you mean military.attack?"),
        ("a new event with actor PKR", "no state has the code PKR. Did you mean PRK?"),
        ('a toll rises in agreement "X"', "takes no agreement"),
        ("a new event of kind", "no kind is named"),
        ("status of", "the sentence breaks off"),
        ("a new step in any treaty", "'any' of what?"),
        ("a new event of kind harm.kill of kind harm.injure", "two kinds in one rule"),
        ("", "no text"),
    ],
)
def test_a_slip_is_answered(when: str, said: str) -> None:
    with pytest.raises(SettingError) as error:
        read(when)
    assert said in str(error.value)
    assert "feeds.toml, line 2, rule 1" in str(error.value)
