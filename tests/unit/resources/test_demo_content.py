"""The invented products, labels and standard responses agree with each other and the rules."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.letters.readability import LIX_TARGET, lix

DEMO = RESOURCES / "demo"
TODAY = date(2026, 11, 30)  # the demonstration office is shown until then
PRODUCTS: list[dict[str, Any]] = json.loads((DEMO / "products.json").read_text("utf-8"))
RESPONSES: list[dict[str, Any]] = [
    json.loads(path.read_text("utf-8"))
    for path in sorted((DEMO / "standard_responses").glob("*.json"))
]
VERSIONS = [
    pytest.param(srd, language, id=f"{srd['id']}-{language}")
    for srd in RESPONSES
    for language in ("en", "sv")
]
# Well-known names of real medicines; one of them here would be a slip.
REAL_BRANDS = [
    "alvedon",
    "panodil",
    "ipren",
    "voltaren",
    "treo",
    "losec",
    "nexium",
    "eliquis",
    "xarelto",
    "pradaxa",
    "waran",
    "ozempic",
    "wegovy",
    "victoza",
    "symbicort",
    "ventolin",
    "ventoline",
    "bricanyl",
    "betnovat",
    "elocon",
    "humira",
    "remicade",
    "entyvio",
    "xalatan",
    "cosopt",
    "atacand",
    "cozaar",
    "diovan",
    "trombyl",
    "imovane",
    "lyrica",
    "zoloft",
    "lipitor",
    "plavix",
    "viagra",
    "bamyl",
]


def text_of(version: dict[str, Any]) -> str:
    parts = [
        part
        for section in version["sections"]
        for part in (section["heading"], *section["paragraphs"])
    ]
    return "\n\n".join(parts)


def product(product_id: str) -> dict[str, Any]:
    return next(p for p in PRODUCTS if p["id"] == product_id)


def check_digit(digits: str) -> str:
    """GS1 General Specifications: weights 3 and 1 from the right."""
    total = sum(int(d) * (3 if i % 2 == 0 else 1) for i, d in enumerate(reversed(digits)))
    return str(-total % 10)


def test_eight_products_with_their_own_codes() -> None:
    assert len(PRODUCTS) == 8
    for key in ("id", "substance", "ma_number", "vnr", "gtin"):
        assert len({p[key] for p in PRODUCTS}) == 8


def test_the_check_digit_of_the_known_vector() -> None:
    assert check_digit("0704626123456") == "6"


@pytest.mark.parametrize("p", PRODUCTS, ids=lambda p: p["id"])
def test_gtin_is_the_ntin_of_the_vnr(p: dict[str, Any]) -> None:
    assert re.fullmatch(r"\d{6}", p["vnr"])
    assert 1 <= int(p["vnr"]) <= 199999 or 370000 <= int(p["vnr"]) <= 599999
    body = f"0704626{p['vnr']}"
    assert p["gtin"] == body + check_digit(body)


def test_monitoring_flags_have_dates() -> None:
    """LET-3: the flag counts on the approval date, so it has a beginning and maybe an end."""
    on = {
        p["id"]
        for p in PRODUCTS
        for m in p["additional_monitoring"]
        if date.fromisoformat(m["from"]) <= TODAY
        and (m["to"] is None or date.fromisoformat(m["to"]) > TODAY)
    }
    assert on == {"hemtrovia", "veraglyd", "quorvia"}


@pytest.mark.parametrize("p", PRODUCTS, ids=lambda p: p["id"])
def test_labels_carry_version_date_and_triangle(p: dict[str, Any]) -> None:
    monitored = any(m["to"] is None for m in p["additional_monitoring"])
    for kind in ("smpc", "leaflet"):
        for language in ("sv", "en"):
            text = (DEMO / p["label"][kind][language]).read_text("utf-8")
            assert f"Version {p['label']['version']}, {p['label']['date']}" in text
            assert ("▼" in text) == monitored
            assert p["names"]["brand"] in text and p["substance"] in text
        if kind == "smpc":
            assert p["indications"]["en"] in text


def test_enough_responses_for_every_product() -> None:
    usable = [
        srd
        for srd in RESPONSES
        if all(date.fromisoformat(v["expires_on"]) > TODAY for v in srd["languages"].values())
    ]
    assert len(usable) >= 20
    assert len({srd["id"] for srd in RESPONSES}) == len(RESPONSES)
    for p in PRODUCTS:
        assert sum(srd["product"] == p["id"] for srd in usable) >= 2


def test_one_response_is_expired_on_purpose() -> None:
    expired = [
        srd["id"]
        for srd in RESPONSES
        if any(date.fromisoformat(v["expires_on"]) <= TODAY for v in srd["languages"].values())
    ]
    assert expired == ["SRD-0019"]


@pytest.mark.parametrize(("srd", "language"), VERSIONS)
def test_lives_at_most_twelve_months(srd: dict[str, Any], language: str) -> None:
    """SRD-1: effective, inside its dates, annual review."""
    v = srd["languages"][language]
    start, end = date.fromisoformat(v["effective_from"]), date.fromisoformat(v["expires_on"])
    assert v["state"] == "effective"
    assert start < end <= start.replace(year=start.year + 1)
    assert date.fromisoformat(v["approved_on"]) <= start
    assert v["author"] != v["approved_by"]


@pytest.mark.parametrize("srd", RESPONSES, ids=lambda srd: srd["id"])
def test_translation_pins_its_source(srd: dict[str, Any]) -> None:
    """SRD-6: a translation is a version of its own, approved on its own, of a named source."""
    english, swedish = srd["languages"]["en"], srd["languages"]["sv"]
    assert english["source"] is None
    assert swedish["source"] == {"language": "en", "version": english["version"]}
    assert swedish["approved_on"] >= english["approved_on"]
    assert [len(s["paragraphs"]) for s in english["sections"]] == [
        len(s["paragraphs"]) for s in swedish["sections"]
    ]


def numbers(text: str) -> list[str]:
    """The figures of a text in comparable form: decimal points, no thousands marks."""
    text = re.sub(r"(?<=\d)[\u00a0,](?=\d{3}\b)", "", text)
    return sorted(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d)", ".", text)))


@pytest.mark.parametrize("srd", RESPONSES, ids=lambda srd: srd["id"])
def test_translation_keeps_every_figure(srd: dict[str, Any]) -> None:
    english, swedish = (text_of(srd["languages"][x]) for x in ("en", "sv"))
    assert numbers(english) == numbers(swedish)


@pytest.mark.parametrize(("srd", "language"), VERSIONS)
def test_every_citation_has_its_reference(srd: dict[str, Any], language: str) -> None:
    """SRD-8: complete, numbered references; none unused, none invented by a typing slip."""
    v = srd["languages"][language]
    groups = re.findall(r"\[([\d,]+)\]", text_of(v))
    cited = {int(n) for group in groups for n in group.split(",")}
    assert cited == {r["number"] for r in v["references"]}
    for reference in v["references"]:
        assert reference["doi"] is None or reference["doi"].startswith("10.5555/")
        assert date.fromisoformat(reference["retrieved"]) <= date.fromisoformat(v["search_date"])


@pytest.mark.parametrize(("srd", "language"), VERSIONS)
def test_answers_from_the_label_in_force(srd: dict[str, Any], language: str) -> None:
    v, label = srd["languages"][language], product(srd["product"])["label"]
    assert v["label_version"] == label["version"]
    assert label["date"] <= v["search_date"] <= v["approved_on"]
    assert f"version {label['version']}, {label['date']}" in v["references"][0]["citation"]


def test_off_label_is_never_for_patients() -> None:
    """UNS-5; and at least one response is off-label."""
    off = [v for srd in RESPONSES for v in srd["languages"].values() if v["off_label"]]
    assert off
    assert all(v["audience"] == ["hcp"] for v in off)
    assert all(
        v["off_label"] == (srd["topic"]["code"] == "OFF")
        for srd in RESPONSES
        for v in srd["languages"].values()
    )


@pytest.mark.parametrize(
    "srd",
    [srd for srd in RESPONSES if "patient" in srd["languages"]["sv"]["audience"]],
    ids=lambda srd: srd["id"],
)
def test_patients_can_read_it(srd: dict[str, Any]) -> None:
    assert lix(text_of(srd["languages"]["sv"])) <= LIX_TARGET


def test_topics_of_responses_are_in_the_list() -> None:
    topics = json.loads((RESOURCES / "catalogue/topics.json").read_text("utf-8"))["topics"]
    known = {(t["code"], sub["code"]) for t in topics for sub in t["subs"]}
    assert {(srd["topic"]["code"], srd["topic"]["sub"]) for srd in RESPONSES} <= known


@pytest.mark.parametrize(
    "path",
    [DEMO / "products.json", *DEMO.glob("labels/*/*.md"), *DEMO.glob("standard_responses/*.json")],
    ids=lambda path: path.name,
)
def test_no_real_brand(path: Path) -> None:
    words = set(re.findall(r"\w+", path.read_text("utf-8").casefold()))
    assert words.isdisjoint(REAL_BRANDS)
