"""Every sentence has its Swedish; dates, numbers and enums are said by locale."""

from datetime import UTC, date, datetime
from string import Formatter

import pytest
from PySide6.QtCore import QTranslator

from mi_desktop.basics.words import words
from mi_desktop.intake import Channel
from mi_desktop.safety import checklist_versions
from mi_desktop.ui import translations
from mi_desktop.ui.words import day, moment, say, shown, speak, tell_time_in, tr


@pytest.fixture
def swedish(qapp):
    translator = QTranslator()
    assert speak("sv", translator)
    yield
    speak("en", translator)


def test_every_sentence_of_the_program_is_translated():
    translated = translations.translated()
    missing = [s for s in translations.sources() if s not in translated]
    assert not missing, f"run python -m mi_desktop.ui.translations, then translate: {missing}"


def test_a_translation_has_the_same_facts_as_its_source():
    def facts(text):
        return sorted({name for _, name, _, _ in Formatter().parse(text) if name})

    for source, target in translations.translated().items():
        assert facts(source) == facts(target), source


def test_the_compiled_table_is_the_table(swedish):
    for source, target in list(translations.translated().items())[::7]:
        if "{" not in source:
            assert tr(source) == target


def test_the_walk_finds_every_kind_of_sentence():
    found = set(translations.sources())
    assert "The name and passphrase do not open this office." in found  # says of an error
    assert (
        "Free some space or ask for write permission; nothing was lost, try again after." in found
    )
    assert "Import files" in found  # tr
    assert "Oldest first" in found  # words
    assert "in person" in found  # StrEnum


def test_words_are_filled_after_they_are_translated(swedish):
    assert say(words("Page {page} of {pages}", page=1, pages=3)) == "Sida 1 av 3"
    assert shown(Channel.HAND) == "personligen"


def test_what_a_checklist_lacks_is_said_in_the_windows_language(swedish):
    label = checklist_versions()[-1].question("AE-SER").label
    missing = words("{question} not answered", question=label)
    assert str(missing) == "seriousness not answered"
    assert say(missing) == "obesvarat: allvarlighet"


def test_dates_and_numbers_follow_the_language(qapp):
    at = datetime(2026, 11, 16, 8, 5, tzinfo=UTC)
    translator = QTranslator()
    speak("en", translator)
    assert day(date(2026, 11, 16)) == "16 Nov 2026"
    assert moment(at).startswith("16 Nov 2026 ")
    assert shown(12345.5) == "12,345.5"
    speak("sv", translator)
    assert day(date(2026, 5, 16)) == "16 maj 2026"
    assert shown(12345.5) == "12 345,5".replace(" ", "\N{NO-BREAK SPACE}")
    speak("en", translator)


def test_a_fact_that_is_words_is_translated_too(swedish):
    inner = words("Tray")
    assert say(words("Go to {screen}", screen=inner)) == "Gå till Inkorg"


@pytest.mark.parametrize(("zone", "hour"), [("Europe/Stockholm", "09:05"), ("Asia/Tokyo", "17:05")])
def test_times_are_told_in_the_offices_zone(qapp, zone, hour, monkeypatch):
    monkeypatch.setattr("mi_desktop.ui.words._WALL.zone", None)
    tell_time_in(zone)
    assert moment(datetime(2026, 11, 16, 8, 5, tzinfo=UTC)).endswith(hour)
