"""Words for people, in the language of the window; the only place that translates and fills.

Every sentence a screen shows is `tr("English {x}", x=…)`, or `say(…)` of `Words` that came from
a room. All of them lie in one translation context, so that one table in
`resources/translations/` holds them all (`python -m mi_desktop.ui.translations` keeps it).
"""

import string
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime, QTranslator

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.basics.words import InLanguages, Words

CONTEXT = "words"
LANGUAGES = {"sv": "Svenska", "en": "English"}
TRANSLATIONS = RESOURCES / "translations"
_LOCALES = {"sv": "sv_SE", "en": "en_GB"}


def tr(template: str, **facts: Any) -> str:
    """An English template, translated and filled: what labels, buttons and tooltips show."""
    return say(Words(template, facts))


def say(words: Words) -> str:
    """Words of a room or an error, translated and filled by locale."""
    return _FILL.format(_translated(words.template), **words.facts)


def shown(value: Any) -> str:
    """A value fit to be read: enums translated, dates and numbers by locale, None as nothing."""
    if isinstance(value, (datetime, date)):
        return moment(value) if isinstance(value, datetime) else day(value)
    if isinstance(value, Words):
        return say(value)
    if isinstance(value, InLanguages):
        return value.to(QLocale().name()[:2])
    if isinstance(value, Enum):
        return _translated(str(value.value))
    if isinstance(value, float) or (isinstance(value, int) and abs(value) >= 10_000):
        return QLocale().toString(value)
    return "" if value is None else str(value)


def tell_time_in(zone: str) -> None:
    """From now on times are shown as in this IANA zone: the office's, not the machine's."""
    _WALL.zone = ZoneInfo(zone)


def moment(at: datetime | None) -> str:
    """An aware time as the clock on the office's wall shows it: `16 Nov 2026 09:05`."""
    if at is None:
        return ""
    here = at.astimezone(_WALL.zone)
    qt = QDateTime(QDate(here.year, here.month, here.day), QTime(here.hour, here.minute))
    return QLocale().toString(qt, "d MMM yyyy HH:mm")


def day(on: date | None) -> str:
    """A day: `16 Nov 2026`."""
    return "" if on is None else QLocale().toString(QDate(on.year, on.month, on.day), "d MMM yyyy")


def speak(language: str, translator: QTranslator) -> bool:
    """Switches the program to `sv` or `en`; texts made afterwards are in it.

    Args:
        language: ISO 639-1.
        translator: kept by the caller as long as the program runs.

    Returns:
        False where there is no translation, and English stays.
    """
    QLocale.setDefault(QLocale(_LOCALES.get(language, "en_GB")))
    QCoreApplication.removeTranslator(translator)
    if language == "en":
        return True
    file: Path = TRANSLATIONS / f"mi_desktop_{language}.qm"
    return translator.load(str(file)) and QCoreApplication.installTranslator(translator)


def _translated(template: str) -> str:
    return QCoreApplication.translate(CONTEXT, template) if template else ""


class _Wall:
    """The clock on the wall; the machine's zone before an office is open."""

    zone: ZoneInfo | None = None


_WALL = _Wall()


class _Filler(string.Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        return format(value, format_spec) if format_spec else shown(value)


_FILL = _Filler()
