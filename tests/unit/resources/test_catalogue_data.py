"""Topics, countries, envelopes and authorities as data."""

import json
import re
from datetime import date
from typing import Any

import pytest

from mi_desktop.basics.paths import RESOURCES


def load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((RESOURCES / "catalogue" / name).read_text("utf-8"))
    return loaded


TOPICS = load("topics.json")["topics"]
COUNTRIES = load("countries.json")["countries"]
PROFILES = load("envelopes.json")["profiles"]
AUTHORITIES = load("authorities.json")["authorities"]


def test_the_first_level_is_that_of_the_taxonomy() -> None:
    expected = "EFF SAF INT DOS PRG OFF PHC PKPD AVA PIP LBL TRV DRV DSP PUB REG QUA GEN"
    assert [t["code"] for t in TOPICS] == expected.split()


def test_topic_codes_are_unique_and_say_their_parent() -> None:
    subs = [s["code"] for t in TOPICS for s in t["subs"]]
    assert len(set(subs)) == len(subs)
    for topic in TOPICS:
        assert topic["subs"]
        assert all(s["code"].startswith(f"{topic['code']}-") for s in topic["subs"])


def test_topics_have_labels_and_words_in_both_languages() -> None:
    for node in [n for t in TOPICS for n in (t, *t["subs"])]:
        assert node["labels"].keys() == {"sv", "en"} and all(node["labels"].values())
        assert {"sv", "en"} <= node["keywords"].keys() <= {"sv", "en", "da", "no", "fi", "de"}
        for words in node["keywords"].values():
            assert words and all(len(w) > 2 for w in words), node["code"]


@pytest.mark.parametrize(
    ("code", "good", "bad"),
    [
        ("SE", "111 22", "11 122"),
        ("NO", "0213", "213"),
        ("DK", "2300", "23000"),
        ("FI", "00034", "034"),
        ("DE", "53175", "5317"),
        ("GB", "SW1A 1AA", "1AA SW1"),
        ("LV", "LV-1003", "1003"),
        ("LT", "LT-09120", "0912"),
        ("NL", "1083 HS", "0083 HS"),
        ("US", "20993-0002", "2099"),
        ("AX", "22100", "21100"),
    ],
)
def test_postcodes(code: str, good: str, bad: str) -> None:
    pattern = next(c["postcode"] for c in COUNTRIES if c["code"] == code)
    assert re.fullmatch(pattern, good)
    assert not re.fullmatch(pattern, bad)


def test_addresses_have_a_place_for_every_part() -> None:
    assert len({c["code"] for c in COUNTRIES}) == len(COUNTRIES)
    for country in COUNTRIES:
        text = "\n".join(country["address"])
        assert {"name", "organisation", "street", "postcode", "city"} <= set(
            re.findall(r"\{(\w+)\}", text)
        )


def test_sweden_writes_the_town_in_capitals() -> None:
    """GEO-1: `NNN NN ORT`."""
    sweden = next(c for c in COUNTRIES if c["code"] == "SE")
    assert sweden["address"][-1] == "{postcode} {city}" and sweden["capitals"]


def test_windows_lie_on_the_sheet_and_clear_of_the_folds() -> None:
    """GEO-3 and the table of domain 4.3, mm."""
    for p in PROFILES:
        field = p["address_field"]
        assert field["x"] >= 0 and field["x"] + field["w"] <= 210
        assert field["y"] >= 0
        assert all(0 < fold < 297 for fold in p["folds"])
        assert not any(field["y"] < fold < field["y"] + field["h"] for fold in p["folds"]), p["id"]
    by_id = {p["id"]: p for p in PROFILES}
    assert by_id["DIN-A"]["address_field"] == {"x": 20, "y": 27, "w": 85, "h": 45}
    assert by_id["DIN-A"]["folds"] == [87, 192]
    assert by_id["DIN-B"]["address_field"] == {"x": 20, "y": 45, "w": 85, "h": 45}
    assert by_id["DIN-B"]["folds"] == [105, 210]
    assert {p["id"] for p in PROFILES if p["calibratable"]} == {"SE-H2", "SE-V2"}


def test_authorities_have_owner_source_and_honest_dates() -> None:
    """LET-2: an address nobody has verified carries no date."""
    codes = {c["code"] for c in COUNTRIES}
    for a in AUTHORITIES:
        assert a["country"] in codes and a["owner"] and a["source"] and a["url"]
        assert a["last_verified"] is None or date.fromisoformat(a["last_verified"])
    reporting = [a["country"] for a in AUTHORITIES if a["kind"] == "adverse-reaction-reporting"]
    assert len(set(reporting)) == len(reporting)
    sweden = next(a for a in AUTHORITIES if a["id"] == "SE-LV")
    assert sweden["last_verified"]


def test_every_market_has_a_country_and_an_authority() -> None:
    products = json.loads((RESOURCES / "demo/products.json").read_text("utf-8"))
    reporting = {a["country"] for a in AUTHORITIES if a["kind"] == "adverse-reaction-reporting"}
    assert {market for p in products for market in p["marketed_in"]} <= reporting
