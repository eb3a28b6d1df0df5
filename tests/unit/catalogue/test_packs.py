"""Codes on cartons: the vectors of GS1-1 to GS1-5."""

from datetime import date

import pytest

from mi_desktop.catalogue import read_pack

GS = "\x1d"
WHOLE = f"010704626123456621ABC123xyz{GS}1728063010LOT42A"


@pytest.mark.parametrize(
    ("code", "raw"),
    [
        (WHOLE, "280630"),
        (f"{GS}{WHOLE}", "280630"),
        (f"]d2010704626123456610LOT42A{GS}1728060021ABC123xyz", "280600"),
    ],
)
def test_gs1_1_elements_in_any_order_and_gs1_3_day_00(code: str, raw: str) -> None:
    pack = read_pack(code)
    assert pack is not None
    assert (pack.gtin, pack.batch, pack.serial) == ("07046261234566", "LOT42A", "ABC123xyz")
    assert (pack.expiry_raw, pack.expiry) == (raw, date(2028, 6, 30))


def test_gs1_2_a_lost_separator_is_not_guessed() -> None:
    assert read_pack(WHOLE.replace(GS, "")) is None


def test_gs1_4_a_wrong_check_digit_is_no_product() -> None:
    assert read_pack(WHOLE.replace("07046261234566", "07046261234567")) is None


def test_gs1_5_the_serial_keeps_its_case() -> None:
    pack = read_pack(WHOLE)
    assert pack is not None
    assert pack.serial == "ABC123xyz"


@pytest.mark.parametrize("code", ["", "MI-SE-2026-00003", "MI-DESKTOP:SEPARATOR", "7046265990017"])
def test_other_codes_are_no_packs(code: str) -> None:
    assert read_pack(code) is None
