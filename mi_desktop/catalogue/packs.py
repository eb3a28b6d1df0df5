"""The code on a medicine's carton: GS1 DataMatrix, parsed by element, never by position (GS1-1)."""

from dataclasses import dataclass
from datetime import date

import biip
from biip.gs1_messages import GS1Message

_GTIN, _BATCH, _EXPIRY, _SERIAL = "01", "10", "17", "21"


@dataclass(frozen=True)
class Pack:
    """What a carton's code says.

    Attributes:
        gtin: 14 digits, check digit verified (GS1-4).
        batch: as printed, "" where the code has none.
        expiry_raw: `YYMMDD` as coded; day 00 means the month's last day (GS1-3).
        expiry: the day it stands for.
        serial: case kept (GS1-5).
    """

    gtin: str
    batch: str = ""
    expiry_raw: str = ""
    expiry: date | None = None
    serial: str = ""


def read_pack(code: str) -> Pack | None:
    """Parses the text of a code; None where it is no GS1 code, or its separators were lost.

    A lost separator is never guessed (GS1-2): the raw text stays with the mail piece.
    """
    message = _hri(code) if code.startswith("(") else _scanned(code)
    elements = {e.ai.ai: e for e in message.element_strings} if message else {}
    gtin = elements.get(_GTIN)
    if gtin is None or gtin.gtin is None:
        return None
    texts = {ai: element.value for ai, element in elements.items()}
    return Pack(
        gtin=gtin.value,
        batch=texts.get(_BATCH, ""),
        expiry_raw=texts.get(_EXPIRY, ""),
        expiry=elements[_EXPIRY].date if _EXPIRY in elements else None,
        serial=texts.get(_SERIAL, ""),
    )


def _scanned(code: str) -> GS1Message | None:
    return biip.parse(code.removeprefix("\x1d")).gs1_message


def _hri(code: str) -> GS1Message | None:
    """A code as it is printed for people, `(01)…(21)…` (GS1-4)."""
    try:
        return GS1Message.parse_hri(code)
    except biip.ParseError:
        return None
