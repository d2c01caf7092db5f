"""Whether a name means the agreement that the world's table has under it."""

from foedera.merge.known import Around
from foedera.merge.meant import in_its_time

NOBODY = Around(frozenset(), frozenset(), frozenset())


def test_a_name_means_no_agreement_signed_many_years_later() -> None:
    assert in_its_time("sort", "Moscow treaty", "Senate backs treaty", NOBODY, "1972-08-04") is None
    assert in_its_time("sort", "Moscow treaty", "Senate backs it", NOBODY, "2003-03-07") == "sort"


def test_a_place_in_a_name_yields_to_what_the_headline_tells() -> None:
    headline = "Cluster munitions treaty becomes law"
    assert in_its_time("oslo", "Oslo treaty", headline, NOBODY, "2010-08-01") == "clusters"


def test_a_name_in_full_means_what_it_says() -> None:
    headline = "Cluster munitions treaty becomes law"
    assert in_its_time("npt", "NPT", headline, NOBODY, "2010-08-01") == "npt"
