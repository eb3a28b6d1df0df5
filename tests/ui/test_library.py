"""The library in the real widgets."""

from mi_desktop.ui.library import LibraryScreen
from tests.conftest import Staff
from tests.ui.office_desk import Counter


def titles(screen: LibraryScreen) -> list[str]:
    return [standard.title for standard in screen.table.records()]


def test_every_version_is_listed_and_its_text_shown(counter: Counter, staff: Staff) -> None:
    screen = counter.show(LibraryScreen, staff.anna)
    assert len(titles(screen)) == 4
    assert "Tabletten kan delas" in screen.text.toPlainText()
    assert screen.state.text().startswith("In force from")


def test_an_expired_response_is_said_to_be_expired(counter: Counter, staff: Staff) -> None:
    """SRD-1: it cannot be put into a letter."""
    screen = counter.show(LibraryScreen, staff.anna, "SRD-0003")
    assert screen.record() == "SRD-0003/sv"
    assert screen.state.text() == "Expired 30 Jun 2026: it cannot be put into a letter."
    row = titles(screen).index("Brontiqa: förvaring")
    assert screen.table.model().index(row, 4).data() == "expired"


def test_the_list_narrows_while_typing(counter: Counter, staff: Staff) -> None:
    screen = counter.show(LibraryScreen, staff.anna)
    counter.qtbot.keyClicks(screen.filter, "brontiqa phc")
    assert titles(screen) == ["Brontiqa: förvaring"]
    counter.qtbot.keyClicks(screen.filter, " nothing")
    assert screen.states.words().startswith("No standard response fits")


def test_a_link_finds_the_language_asked_for(counter: Counter, staff: Staff) -> None:
    screen = counter.show(LibraryScreen, staff.anna, "SRD-0001/en")
    assert screen.table.current().title == "Zelvimar: splitting tablets"
