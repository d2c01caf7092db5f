"""What was read of reports comes back from disk as it was."""

import numpy as np

from foedera.merge.sharing import prose_of, read_prose, read_wording
from foedera.settle.wordings import Wordings

TEXTS = {
    "a": "Peru signed.\n“We shall keep our word,” the envoy said in Lima on Tuesday.",
    "b": "",
    "c": "İzmir was quiet.",
}


def test_wordings_come_back_in_any_order() -> None:
    with Wordings() as wordings:
        for report, text in TEXTS.items():
            wordings.put(report, read_wording(text))
        for report in ("c", "a", "b", "a"):
            back, prose = wordings.get(report), read_prose(report, "Herald", TEXTS[report])
            again = prose_of(report, "Herald", back)
            assert back.quoted.dtype == bool
            for field in ("grams", "quoted", "each", "own", "said", "told", "twice"):
                assert np.array_equal(getattr(again, field), getattr(prose, field))
