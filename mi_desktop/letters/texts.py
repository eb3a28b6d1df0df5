"""The standard texts of letters (domain 4.2): read from `resources/letters`, by language."""

import re
from datetime import date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date
from pydantic import BaseModel

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.letters.errors import LanguageMissing

NBSP = "\N{NO-BREAK SPACE}"
_LOCALES = {"sv": "sv_SE", "en": "en_GB"}
_UNIT = re.compile(
    r"(?<=\d) (?=(?:mg|g|kg|µg|mikrogram|micrograms?|ml|l|mm|cm|mol|mmol|IE|IU|E|h|%|‰|°C)(?!\w))"
)


class _Text(BaseModel):
    id: str
    text: str


class _Texts(BaseModel):
    language: str
    version: int
    texts: tuple[_Text, ...]


class Texts:
    """The texts of one language, filled on demand."""

    def __init__(self, language: str, texts: dict[str, str]) -> None:
        self.language = language
        self._texts = texts

    def __call__(self, text_id: str, **facts: object) -> str:
        """A text with its places filled."""
        return self._texts[text_id].format(**facts)

    def day(self, day: date) -> str:
        """A date as it is written in a letter: `16 november 2026`."""
        return format_date(day, "d MMMM y", locale=_LOCALES[self.language])

    def moment(self, at: datetime, zone: str) -> str:
        """A time with its zone (P11-14): `16 november 2026 09:04 CET`."""
        local = at.astimezone(ZoneInfo(zone))
        return f"{self.day(local.date())} {local:%H:%M} {local.tzname()}"


@cache
def texts(language: str, folder: Path = RESOURCES / "letters") -> Texts:
    """The standard texts of a language.

    Raises:
        LanguageMissing: there is no file for this language.
    """
    path = folder / f"texts.{language}.json"
    if language not in _LOCALES or not path.exists():
        raise LanguageMissing(language=language)
    read = _Texts.model_validate_json(path.read_bytes())
    return Texts(language, {t.id: t.text for t in read.texts})


def keep_units(text: str) -> str:
    """The text with no line break between a figure and its unit (domain 4.4)."""
    return _UNIT.sub(NBSP, text)
