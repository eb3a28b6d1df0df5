"""Contrast of at least 4.5:1 for text and 3:1 for what carries meaning, in every theme."""

from itertools import product

import pytest
from PySide6.QtWidgets import QApplication

from mi_desktop.ui.labels import Links
from mi_desktop.ui.theme import THEMES, Theme, colours, contrast

TEXT_PAIRS = [
    *product(("text", "dim", "accent", "look", "harm"), ("ground", "sheet")),
    *product(("text", "dim", "accent"), ("accent_soft",)),
    ("on_accent", "accent"),
    ("look", "look_soft"),
    ("harm", "harm_soft"),
]


def test_contrast_is_computed_as_wcag_says():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read(name):
    c = THEMES[name]
    for ink, ground in TEXT_PAIRS:
        assert contrast(getattr(c, ink), getattr(c, ground)) >= 4.5, (ink, ground)


@pytest.mark.parametrize("name", THEMES)
def test_borders_and_focus_can_be_seen(name):
    c = THEMES[name]
    for ink, ground in product(("edge", "accent"), ("ground", "sheet")):
        assert contrast(getattr(c, ink), getattr(c, ground)) >= 3, (ink, ground)


def test_choosing_a_theme_changes_the_colours_in_force(qapp: QApplication, qtbot):
    theme = Theme(qapp, "light")
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert colours() is THEMES["dark"]
    theme.choose("contrast")
    assert colours() is THEMES["contrast"]
    theme.choose("light")
    assert colours() is THEMES["light"]


@pytest.mark.parametrize("name", THEMES)
def test_links_take_the_ink_of_the_theme_in_force(qapp: QApplication, qtbot, name):
    theme = Theme(qapp, "light")
    links = Links(lambda _: None)
    qtbot.addWidget(links)
    links.show()
    links.show_links("Missing:", [("seriousness", "AE-SER")])
    theme.choose(name)
    assert f"color: {THEMES[name].accent}" in links.text()
    theme.choose("light")
