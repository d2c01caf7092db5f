import pytest

from foedera.read.agency.datelines import find_dateline

READ = [
    ("Lima, May 3 (EFE).- Talks", "Lima", "EFE", "Lima, May 3 (EFE).-"),
    ("Quito, Mar 1 (EFE) .- Talks", "Quito", "EFE", "Quito, Mar 1 (EFE) .-"),
    ("WASHINGTON (AP) — The", "Washington", "AP", "WASHINGTON (AP) —"),
    ("RIGA, Latvia, June 3 (Reuters) - Two", "Riga", "Reuters", None),
    ("MINSK, January 9. /TASS/. The", "Minsk", "TASS", "MINSK, January 9. /TASS/."),
    ("ACCRA, Oct. 3 (Xinhua) -- Ghana", "Accra", "Xinhua", None),
    ("PARIS — The", "Paris", None, "PARIS —"),
    ("SANTA MONICA, California — The", "Santa Monica", None, None),
    ("LONDON, England (CNN) -- The", "London", "CNN", None),
    ("(CNN) — The", None, "CNN", "(CNN) —"),
    ("(CNN)The talks", None, "CNN", "(CNN)"),
    ("NAIROBI, Kenya (AP) _", "Nairobi", "AP", "NAIROBI, Kenya (AP) _"),
    ("Jakarta (CNN) Officials met", "Jakarta", "CNN", "Jakarta (CNN)"),
    ("TALLINN, Estonia– The", "Tallinn", None, "TALLINN, Estonia–"),
    ("BEIRUT: The army", "Beirut", None, "BEIRUT:"),
    ("TEHRAN, Jul. 08 (MNA) – The", "Tehran", "MNA", None),
    ("Shiraz, Dec 3, IRNA – The", "Shiraz", "IRNA", None),
    ("Aleppo, SANA- The", "Aleppo", "SANA", "Aleppo, SANA-"),
    ("MOSCOW. Dec 3 (Interfax) - The", "Moscow", "Interfax", None),
    ("GYUMRI, DECEMBER 3, ARMENPRESS. The", "Gyumri", "Armenpress", None),
    ("GANJA, Azerbaijan, Dec. 3. Trend: The", "Ganja", "Trend", None),
    ("Geneva/Oslo, 3 December (dpa) - The", "Geneva/Oslo", "dpa", None),
    ("THE HAGUE, Netherlands — The", "The Hague", None, None),
    ("RICHMOND, Va. (AP) — The", "Richmond", "AP", None),
    ("WASHINGTON, D.C. — The", "Washington", None, None),
    ("ST. JOHN'S, Canada (AP) — The", "St. John's", "AP", None),
    ("SÃO PAULO — The", "São Paulo", None, None),
    ("Dec. 3 (UPI) -- The", None, "UPI", None),
    ("DAKAR, June 3, 2019 /PRNewswire/ -- The", "Dakar", "PRNewswire", None),
    ("Helsinki — The", "Helsinki", None, "Helsinki —"),
    ("Turku, Finland — The", "Turku", None, None),
    ("TOKYO and MANILA — The", "Tokyo/Manila", None, None),
    ("Oslo, March 7 (QRZ) - The", "Oslo", "QRZ", "Oslo, March 7 (QRZ) -"),
    ("Oslo, 07 March 2024 (QRZ): The", "Oslo", "QRZ", None),
    ("Oslo/Lima, 7 March 2024: The", "Oslo/Lima", None, None),
    ("Oslo - Thursday, March 7, 2024", "Oslo", None, "Oslo - Thursday, March 7, 2024"),
]


@pytest.mark.parametrize(("text", "place", "agency", "words"), READ)
def test_the_usual_forms_are_read(text, place, agency, words):
    found = find_dateline(text, 0, len(text), opening=True)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert words is None or text[found.span.start : found.span.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "The Northern League (NL) — which governs",
        "The Associated Press (AP) reported",
        "Radio Free Europe (RFE/RL) said",
        "The number of treaties signed by the ministers — five — grew",
        "Chile — not Peru — is",
        "U.S. - Chilean ties",
        "President Smith: The deal",
        "Smith — who",
        "NEWS ANALYSIS: The",
        "BREAKING — The",
        "A ceasefire (the third) - and a fragile one",
    ],
)
def test_prose_is_no_dateline(text):
    assert find_dateline(text, 0, len(text), opening=True) is None


def test_further_down_only_the_surest_form_counts():
    sure, bare = "OSLO (AP) — The", "OSLO — The"
    assert find_dateline(sure, 0, len(sure), opening=False)
    assert find_dateline(bare, 0, len(bare), opening=False) is None


@pytest.mark.parametrize(
    ("text", "place", "agency"),
    [
        ("New Delhi [India], December 5 (ANI): The", "New Delhi", "ANI"),
        ("New Delhi, Dec 5 (PTI) The", "New Delhi", "PTI"),
        ("ABU DHABI, 5th December, 2024 (WAM) -- The", "Abu Dhabi", "WAM"),
        ("ISTANBUL", "Istanbul", None),
        ("GAZA CITY - The", "Gaza City", None),
        ("QUITO, December 5. /Harbour/. The", "Quito", "Harbour"),
    ],
)
def test_forms_of_single_agencies(text, place, agency):
    found = find_dateline(text, 0, len(text), opening=True)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
