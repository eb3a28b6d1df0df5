"""Checking and hiding under a page: real office, real reading, clicks and keys."""

from io import BytesIO
from types import SimpleNamespace

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from mi_desktop.intake import IntakeService
from mi_desktop.ocr import Means, OcrService
from mi_desktop.sandbox import Sandbox
from mi_desktop.settings import OfficeSettings
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.page_view import PageView
from tests.fakes.scanner import FakeScanner
from tests.unit.ocr.sheets import drawn

LINES = (
    ("Patienten Hjördis Testberg tog", "Zelvimar 25 mg och fick utslag."),
    ("Batch ZX4711. Hälsningar,", "Hjördis"),
)


@pytest.fixture(scope="session")
def sandbox():
    made = Sandbox(workers=2)
    yield made
    made.close()


@pytest.fixture
def counter(office, staff, sandbox):
    intake = IntakeService(office, sandbox, OfficeSettings(), FakeScanner([]))
    means = Means(products=lambda: ["Zelvimar"])
    ocr = OcrService(office, intake, sandbox, OfficeSettings(), means)
    return SimpleNamespace(office=office, intake=intake, ocr=ocr, settings=OfficeSettings())


@pytest.fixture
def piece(counter, staff, tmp_path):
    out = BytesIO()
    first, second = (drawn(lines).convert("L") for lines in LINES)
    first.save(out, "TIFF", dpi=(200, 200), save_all=True, append_images=[second])
    path = tmp_path / "brev.tif"
    path.write_bytes(out.getvalue())
    (taken,) = counter.intake.take(staff.anna, [path])
    list(counter.ocr.read(staff.anna, [taken.piece.id]))
    return counter.intake.piece(taken.piece.id)


@pytest.fixture
def view(qtbot, counter, staff, tasks, theme, piece, rest):
    made = PageView(Desk(counter, staff.anna, tasks, "en"))
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    qtbot.waitExposed(made)
    made.show_pages([page.ref for page in piece.pages])
    rest()
    return made


def keys(qtbot, view, *pressed):
    for key, modifier in pressed:
        qtbot.keyClick(view, key, modifier)


def start_check(qtbot, view, rest):
    view.canvas.setFocus()
    qtbot.keyClick(
        view.canvas,
        Qt.Key.Key_E,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    rest()
    return view.strips.check


def test_return_accepts_typing_replaces_and_the_page_follows(qtbot, view, rest, counter, piece):
    check = start_check(qtbot, view, rest)
    assert check.field.hasFocus()
    assert not check.cut.pixmap().isNull()
    first = check.doubt()
    assert (first.word.text, check.field.text()) == ("Zelvimar", "Zelvimar")
    qtbot.keyClick(check.field, Qt.Key.Key_Return)
    rest()
    assert check.doubt().word.text == "25"
    qtbot.keyClicks(check.field, "50")
    qtbot.keyClick(check.field, Qt.Key.Key_Return)
    rest()
    assert "Zelvimar 50 mg" in counter.ocr.texts(piece.id)[0].text
    assert "Zelvimar 50 mg" in view.text().text
    qtbot.keyClick(check.field, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    rest()
    assert "Zelvimar 25 mg" in view.text().text


def test_when_a_page_is_checked_the_next_one_comes(qtbot, view, rest, piece):
    check = start_check(qtbot, view, rest)
    while view.current() == piece.pages[0].ref:
        qtbot.keyClick(check.field, Qt.Key.Key_Return)
        rest()
    assert view.current() == piece.pages[1].ref
    assert check.doubt().word.text.startswith("ZX4711")


def test_what_the_machine_could_not_read_is_written_down(qtbot, view, rest, counter, piece):
    check = start_check(qtbot, view, rest)
    qtbot.keyClick(check.field, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert check.script.text.hasFocus()
    qtbot.keyClicks(check.script.text, "ring Vera")
    qtbot.keyClick(check.script.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert counter.ocr.texts(piece.id)[0].text.endswith("ring Vera")
    qtbot.keyClick(check, Qt.Key.Key_Escape)
    rest()
    assert check.isHidden()
    assert view.canvas.isVisible()


def test_a_refused_correction_stays_to_be_mended(qtbot, view, rest, counter, piece):
    check = start_check(qtbot, view, rest)
    check.field.setText("Zelvi\x00mar")
    with qtbot.waitSignal(view._desk.telephone.said) as said:
        qtbot.keyClick(check.field, Qt.Key.Key_Return)
    rest()
    assert "U+0000" in str(said.args[0].words)
    assert check.field.isEnabled()
    assert check.doubt().word.text == "Zelvimar"
    assert not check.undo.isEnabled()
    check.script.open()
    check.script.text.setPlainText("ring \x1b Vera")
    qtbot.keyClick(check.script.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest()
    assert check.script.isVisible()
    assert "ring" not in counter.ocr.texts(piece.id)[0].text


def test_hidden_everywhere_then_saved_as_a_copy(qtbot, view, rest, piece, tmp_path, monkeypatch):
    path = tmp_path / "copy.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    view.strips.open_hiding(view.current())
    hiding = view.strips.hiding
    assert not hiding.make.isEnabled()
    view.find_words("Hjördis")
    view.canvas.chosen.emit(*view.canvas.selection())
    hiding.everywhere.trigger()
    rest()
    assert len(hiding.hidden) == 2
    assert hiding.count.text() == "2 places on 2 pages are hidden"
    hiding.make.trigger()
    qtbot.waitUntil(hiding.isHidden, timeout=60_000)
    rest()
    text = " ".join(p.get_textpage().get_text_range() for p in pdfium.PdfDocument(path))
    assert "Hjördis" not in text
    assert "Testberg" in text
    assert "Hjördis" in view.text().text


def test_who_may_not_check_gets_no_strip(qtbot, view, rest):
    view.strips.permitted = False
    view.strips.open_check(view.current())
    assert view.strips.check.isHidden()
