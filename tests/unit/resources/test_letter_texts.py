"""The standard texts of letters (domain 4.2), Swedish and English side by side."""

import json
import re
from datetime import date
from typing import Any

from mi_desktop.basics.paths import RESOURCES


def load(language: str) -> dict[str, dict[str, Any]]:
    rows = json.loads((RESOURCES / f"letters/texts.{language}.json").read_text("utf-8"))["texts"]
    assert len({row["id"] for row in rows}) == len(rows)
    return {row["id"]: row for row in rows}


SWEDISH, ENGLISH = load("sv"), load("en")
REQUIRED = [
    "T-UNSOL",
    "T-OFF",
    "T-LABEL",
    "T-AE-HCP",
    "T-AE-PAT",
    "T-AE-CO",
    "T-BT-HCP",
    "T-BT-PAT",
    "T-PAT",
    "T-PRIV",
    "T-PQC",
]


def test_every_standard_text_is_there_in_both_languages() -> None:
    assert SWEDISH.keys() == ENGLISH.keys()
    assert set(REQUIRED) <= SWEDISH.keys()


def test_same_facts_in_both_languages() -> None:
    for text_id, row in SWEDISH.items():
        fields = [sorted(re.findall(r"\{(\w*)\}", r["text"])) for r in (row, ENGLISH[text_id])]
        assert fields[0] == fields[1], text_id
        assert not re.search(r"[{}]", re.sub(r"\{[a-z_]+\}", "", row["text"])), text_id


def test_no_authority_is_written_into_a_text() -> None:
    """LET-2: the authority's name and address are configuration."""
    rows = json.loads((RESOURCES / "catalogue/authorities.json").read_text("utf-8"))["authorities"]
    for row in [*SWEDISH.values(), *ENGLISH.values()]:
        for authority in rows:
            assert authority["name"] not in row["text"]
            assert authority["url"] not in row["text"]
    assert "{authority}" in SWEDISH["T-AE-HCP"]["text"]
    assert "{authority}" in SWEDISH["T-AE-PAT"]["text"]


def test_wording_to_be_confirmed_says_so() -> None:
    for row in [*SWEDISH.values(), *ENGLISH.values()]:
        assert row["owner"]
        if row["status"] == "confirmed":
            assert date.fromisoformat(row["last_verified"])
        else:
            assert row["status"] in ("SV-CHECK", "EN-CHECK")
            assert row["last_verified"] is None
    assert {t for t in REQUIRED if SWEDISH[t]["status"] == "confirmed"} == {"T-BT-HCP"}


def test_quotes_are_those_of_the_language() -> None:
    assert "”{question}”" in SWEDISH["T-UNSOL"]["text"]
    assert "“{question}”" in ENGLISH["T-UNSOL"]["text"]
    assert not any('"' in r["text"] for r in [*SWEDISH.values(), *ENGLISH.values()])


def test_the_triangle_stands_first() -> None:
    """LET-1: the letter draws it, so it is one sign at one known place."""
    for row in [SWEDISH["T-BT-HCP"], SWEDISH["T-BT-PAT"], ENGLISH["T-BT-HCP"]]:
        assert row["text"].startswith("▼ ") and row["text"].count("▼") == 1
