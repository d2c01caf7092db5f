import pytest

from foedera.extract.extractor import Extractor
from tests.reading import read_all

EXTRACTOR = Extractor()


@pytest.mark.parametrize(
    ("text", "kind", "state"),
    [
        ("Norway said it had destroyed 12 tunnels used by Hezbollah.", "harm.destroy", "LBN"),
        ("Chad tested a missile that landed in Japan's waters.", "military.test", "JPN"),
        ("Iran tested a medium-range missile capable of striking Chad.", "military.test", "TCD"),
        ("Sweden will sell Cairo twelve used tanks.", "transfer.arms", "EGY"),
    ],
)
def test_words_around_an_object_tell_whom_it_is_done_to(text, kind, state):
    claims = [c for c in read_all([text], EXTRACTOR)[0].claims if c.kind == kind]
    assert [a.country for a in claims[0].roles.recipients] == [state]
