"""A pack's code fills fields, or says why not: GS1-1 to GS1-5."""

import pytest

from mi_desktop.safety.cases import PartialDate
from mi_desktop.safety.cases.errors import CodeUnreadable
from mi_desktop.safety.cases.packs import pack_fields

GS = "\x1d"
WHOLE = f"010704626123456621ABC123xyz{GS}1728063010LOT42A"


@pytest.mark.parametrize(
    ("raw", "expiry"),
    [
        (WHOLE, "2028-06-30"),
        (f"]d2010704626123456610LOT42A{GS}1728060021ABC123xyz", "2028-06"),
        (f"{GS}{WHOLE}\r\n", "2028-06-30"),
        ("(01)07046261234566(21)ABC123xyz(17)280630(10)LOT42A", "2028-06-30"),
    ],
)
def test_gs1_1_gs1_3_gs1_4_a_code_in_any_order_fills_the_fields(raw: str, expiry: str) -> None:
    """GS1-1 any order; GS1-3 day 00 is a month; GS1-4 prefix, leading GS, printed form."""
    fields = {name: given.value for name, given in pack_fields(raw).fields.items()}
    assert fields["gtin"] == "07046261234566"
    assert fields["batch"] == "LOT42A"
    assert fields["expiry"] == PartialDate.read(expiry)
    assert fields["serial"] == "ABC123xyz"  # GS1-5: case kept


@pytest.mark.parametrize(
    "raw",
    [
        WHOLE.replace(GS, ""),
        # Without its separator this parses, but batch and serial run together.
        "01070462612345661728063010LOT42A21ABC123xyz",
        "010704626123456610LOT42A1728063021ABC123xyz",
    ],
)
def test_gs1_2_a_lost_separator_is_said_and_never_guessed(raw: str) -> None:
    with pytest.raises(CodeUnreadable) as caught:
        pack_fields(raw)
    assert raw in str(caught.value.words)
    assert "separators may be lost" in str(caught.value.words)


def test_gs1_4_a_wrong_digit_and_another_code_are_said() -> None:
    for raw in (WHOLE.replace("34566", "34567"), "MI-SE-2026-00001", ""):
        with pytest.raises(CodeUnreadable) as caught:
            pack_fields(raw)
        assert caught.value.advice


def test_a_code_that_needs_no_separator_is_read() -> None:
    assert pack_fields("01070462612345661728063010LOT42A").fields["batch"].value == "LOT42A"
