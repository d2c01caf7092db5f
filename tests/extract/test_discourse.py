from foedera.data import Actor
from foedera.extract.actors import find_actors
from foedera.gazetteer import load_gazetteer
from foedera.read import read_paths
from tests.reading import analyser

HOME = """SEOUL, Feb. 16 (Yonhap) -- South Korea and North Korea will meet on Monday.

Foreign Minister Orlan Tebesk said he had no details.
"""


def test_a_desk_leaves_out_the_state_it_writes_from(tmp_path):
    assert country_of(HOME, tmp_path, "Orlan Tebesk") == "KOR"


def test_a_city_of_a_state_that_is_not_spoken_of_is_nobodys_home(tmp_path):
    assert country_of(HOME.replace("SEOUL", "GENEVA"), tmp_path, "Orlan Tebesk") is None


def country_of(text: str, folder, name: str) -> str | None:
    path = folder / "report.txt"
    path.write_text(text, "utf8")
    (report,) = read_paths([path])
    sentences = next(iter(analyser().analyse([report])))
    found = find_actors(report, sentences, load_gazetteer())
    values = [m.value for m in found if isinstance(m.value, Actor)]
    return next(v.country for v in values if v.name == name)
