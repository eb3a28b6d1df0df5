"""A scanned pack code as fields of a case; a lost separator is said, never guessed (GS1-2)."""

import re
from dataclasses import dataclass
from typing import Any

from mi_desktop.basics.words import words
from mi_desktop.catalogue import read_pack
from mi_desktop.safety.cases.errors import CodeUnreadable
from mi_desktop.safety.cases.values import Given, PartialDate

# A batch longer than this that holds what could be another field's number (17, 10, 21).
_LONG = 10
_NEXT = re.compile(r".(?:17\d{6}|10\w|21\w)")
_MARKS = ("]d2", "]C1", "]Q3", "]e0")


@dataclass(frozen=True)
class PackFields:
    """Field name to value, as `Dosage` and `complaint.Pack` both call them."""

    fields: dict[str, Given[Any]]


def pack_fields(raw: str) -> PackFields:
    """The fields that a pack's code fills; the raw text is always among them.

    The expiry is a day; where the code says day 00, the month (GS1-3).

    Args:
        raw: as the scanner typed it, separators as ASCII 29.

    Raises:
        CodeUnreadable: no GS1 code, a wrong check digit, or its separators were lost.
    """
    pack = read_pack(raw.strip(" \r\n\t"))
    if pack is None or _runs_on(raw, pack.batch) or _runs_on(raw, pack.serial):
        raise CodeUnreadable(raw=visible(raw), why=_why(raw))
    expiry = PartialDate.of(pack.expiry) if pack.expiry else None
    if expiry and pack.expiry_raw.endswith("00"):
        expiry = PartialDate(expiry.year, expiry.month)
    values = {
        "gtin": pack.gtin,
        "batch": pack.batch,
        "serial": pack.serial,
        "expiry": expiry,
        "code": visible(raw.strip(" \r\n\t")),
    }
    return PackFields({name: Given(value) for name, value in values.items() if value})


def _runs_on(raw: str, value: str) -> bool:
    """True where a value may hold the next field too: no separator came, and it looks longer."""
    lost = "\x1d" not in raw and not raw.lstrip().startswith("(")
    return lost and len(value) > _LONG and _NEXT.search(value) is not None


def visible(raw: str) -> str:
    """The code with its separators as `<GS>`, so that a person sees where they are."""
    return raw.replace("\x1d", "<GS>")


def _why(raw: str) -> Any:
    bare = raw.strip()
    for mark in _MARKS:
        bare = bare.removeprefix(mark)
    if bare.startswith(("01", "(01)")) and "\x1d" not in raw and len(bare) > 16:
        return words("Its separators may be lost: the scanner must send them (ASCII 29).")
    return words("It is no code of a medicine's pack, or a digit is wrong.")
