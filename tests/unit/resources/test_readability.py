"""LIX, with the vectors of domain 4.4."""

import pytest

from mi_desktop.letters.readability import lix


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ta en tablett varje dag. Ta den med ett glas vatten. "
            "Fråga din läkare om du är osäker.",
            11.6,
        ),
        (
            "Samtidig administrering av potenta CYP3A4-hämmare kan medföra ökad "
            "systemexponering och därmed ökad risk för dosberoende biverkningar.",
            66.0,
        ),
    ],
)
def test_lix_vectors(text: str, expected: float) -> None:
    assert round(lix(text), 1) == expected


def test_a_decimal_and_a_citation_are_no_sentence() -> None:
    assert lix("Ta 0.5 ml i dag [1,2].") == lix("Ta 0,5 ml i dag.")


def test_a_blank_line_ends_a_heading() -> None:
    assert lix("Så gör du\n\nTa en ny nål.") == lix("Så gör du. Ta en ny nål.")


def test_no_words_no_figure() -> None:
    assert lix(" 	[1] …") == 0.0
