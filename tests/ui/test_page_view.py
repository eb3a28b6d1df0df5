"""Pages: shown before they are read; words selected by mouse and keyboard; marks; trouble."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent

from mi_desktop.basics.words import words
from mi_desktop.intake import PageRef
from mi_desktop.ocr import Box, Guess, Kind, Place
from mi_desktop.safety import Mark, MarkKind
from mi_desktop.ui.page_view import PageView
from mi_desktop.ui.page_words import words_of
from tests.fakes.desk import page_text, piece

TEXT = "Hej Anna\nmin patient fick utslag\n\nVera Provsson"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
REF, NEXT = PageRef("part-1", 1), PageRef("part-1", 2)


@pytest.fixture
def letter(services):
    made = services.intake.add(piece(1, pages=2), TEXT, "Sida två")
    services.ocr.done[REF] = page_text(REF, TEXT)
    return made


@pytest.fixture
def view(qtbot, desk, letter):
    made = PageView(desk)
    qtbot.addWidget(made)
    made.resize(700, 800)
    made.show()
    return made


def shown(qtbot, view, signal, *refs):
    with qtbot.waitSignal(signal):
        view.show_pages(refs)


def point(view, index) -> QPoint:
    return view.canvas.mapFromScene(view.canvas.word_rect(index).center())


def test_offsets_are_the_words_places_in_the_text():
    page = page_text(REF, TEXT)
    placed = words_of(page)
    assert placed.text == TEXT
    assert [TEXT[a:b] for a, b in placed.spans] == [w.text for w in page.words]
    assert placed.quote(placed.touched(9, 20)) == "min patient"


def test_a_page_is_shown_before_it_is_read(qtbot, view, services):
    services.ocr.done.clear()
    shown(qtbot, view, view.page_shown, REF)
    assert view.text() is None
    assert view.states.words() == ""
    with qtbot.waitSignal(view.text_shown):
        view._desk.telephone.page_read.emit(page_text(REF, TEXT))
    assert view.text().text == TEXT


def test_page_keys_turn_pages(qtbot, view):
    shown(qtbot, view, view.text_shown, REF, NEXT)
    with qtbot.waitSignal(view.page_shown) as turned:
        qtbot.keyClick(view.canvas, Qt.Key.Key_PageDown)
    assert turned.args == [NEXT]
    with qtbot.waitSignal(view.page_shown) as turned:
        qtbot.keyClick(view.canvas, Qt.Key.Key_PageUp)
    assert turned.args == [REF]


def test_the_page_in_front_is_the_one_to_be_read_next(qtbot, view, services):
    """In the tray, an inquiry, the checklist, a case, a second reading: all show this view."""
    shown(qtbot, view, view.text_shown, REF, NEXT)
    assert services.ocr.looked_at == REF
    with qtbot.waitSignal(view.page_shown):
        view.next_page()
    assert services.ocr.looked_at == NEXT


def test_dragging_chooses_words_with_their_place(qtbot, view):
    shown(qtbot, view, view.text_shown, REF)
    canvas = view.canvas.viewport()
    with qtbot.waitSignal(view.region_chosen) as chosen:
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=point(view, 2))
        qtbot.mouseMove(canvas, point(view, 3))
        drag(view, point(view, 5))
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=point(view, 5))
    region = chosen.args[0]
    assert region.quote == "min patient fick utslag"
    first, last = page_text(REF, TEXT).words[2].box, page_text(REF, TEXT).words[5].box
    assert region.box == Box(first.left, first.top, last.right, last.bottom)
    assert (region.part_id, region.page) == ("part-1", 1)


def drag(view, to: QPoint) -> None:
    """A mouse move with the button held, which offscreen windows do not report by themselves."""
    here = QPointF(to)
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        here,
        view.canvas.viewport().mapToGlobal(here),
        Qt.MouseButton.NoButton,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QGuiApplication.sendEvent(view.canvas.viewport(), event)


def test_the_keyboard_selects_copies_and_uses_words(qtbot, view):
    shown(qtbot, view, view.text_shown, REF)
    canvas = view.canvas
    for _ in range(3):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.selection()[0] == "min patient"
    qtbot.keyClick(canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "min patient"
    with qtbot.waitSignal(view.region_chosen) as chosen:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert chosen.args[0].quote == "min patient"
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.selection()[0] == "Provsson"  # the nearest word on the line below


def test_a_rectangle_is_evidence_on_a_page_that_is_not_read(qtbot, view, services):
    services.ocr.done.clear()
    shown(qtbot, view, view.page_shown, REF)
    canvas = view.canvas.viewport()
    with qtbot.waitSignal(view.region_chosen) as chosen:
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
        drag(view, QPoint(300, 200))
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    region = chosen.args[0]
    assert region.quote == ""
    assert region.box.right - region.box.left > 150


def test_marks_stand_where_the_words_are(qtbot, view):
    shown(qtbot, view, view.text_shown, REF)
    start = TEXT.index("utslag")
    mark = Mark(start, start + 6, MarkKind.REACTION, "utslag", False, words("look"))
    view.set_marks([mark, replace(mark, start=0, end=3, negated=True)])
    assert view.canvas.overlay.marks == [(view.canvas.word_rect(5), "look")]


def test_all_words_are_drawn_over_the_page_the_doubtful_ones_coloured(qtbot, view):
    """Ctrl+Shift+W; a guess is told by the pointer and is no text."""
    shown(qtbot, view, view.text_shown, REF)
    page = page_text(REF, TEXT)
    doubtful = replace(page.words[3], doubtful=True, other="flck")
    low = page.words[-1].box
    found = replace(
        page,
        words=(*page.words[:3], doubtful, *page.words[4:]),
        guesses=(Guess("ring Vera", Box(low.left, low.top + 300, 400, low.top + 340), 40.0),),
        places=(Place(Kind.HANDWRITING, Box(low.left, low.top + 280, 500, low.top + 400)),),
    )
    view._desk.telephone.page_read.emit(found)
    before = view.canvas.grab().toImage()
    qtbot.keyClick(view.canvas, Qt.Key.Key_W, CONTROL | SHIFT)
    after = view.canvas.grab().toImage()
    for index, colour in ((2, "#0b8a8a"), (3, "#b26a00")):
        where = view.canvas.mapFromScene(view.canvas.word_rect(index).bottomLeft())
        around = [where + QPoint(2 + x, y) for x in range(3) for y in (-1, 0, 1)]
        assert colour in {after.pixelColor(p).name() for p in around}
        assert colour not in {before.pixelColor(p).name() for p in around}
    told = view.canvas.overlay.told
    assert told(view.canvas.word_rect(3).center())[1] == "or: flck"
    guess = view.canvas.overlay.rect(found.guesses[0].box)
    assert told(guess.center())[1] == "a guess, not read for sure: ring Vera"
    below = view.canvas.overlay.rect(found.places[0].box).bottomLeft() + QPointF(5, -5)
    assert told(below)[1] == "handwriting"
    assert "ring Vera" not in view.canvas.accessibleDescription()
    assert "1 in doubt" in view.tools.reading.text()
    qtbot.keyClick(view.canvas, Qt.Key.Key_W, CONTROL | SHIFT)
    assert view.canvas.grab().toImage() == before
    assert view.tools.reading.text().endswith("handwriting on it")


def test_words_are_found_on_the_page(qtbot, view):
    shown(qtbot, view, view.text_shown, REF)
    assert view.find_words("FICK UTSLAG")
    assert view.canvas.selection()[0] == "fick utslag"
    assert not view.find_words("feber")


def test_a_page_that_cannot_be_drawn_is_told_in_words(qtbot, view, services, rest):
    services.intake.broken_pages.add(REF)
    view.show_pages([REF])
    rest()
    assert view.states.words() == "The file cannot be opened. Ask the sender for another copy."


def test_a_page_that_cannot_be_read_says_so_beside_it(qtbot, view, services):
    services.ocr.done.clear()
    view.set_problems({REF: words("The page is too dark.")})
    shown(qtbot, view, view.page_shown, REF)
    assert view.tools.reading.text() == "The page is too dark."


def test_the_same_pages_keep_their_place(qtbot, view, letter):
    shown(qtbot, view, view.text_shown, REF, NEXT)
    with qtbot.waitSignal(view.page_shown):
        view.next_page()
    view.show_pages([REF, NEXT])
    assert view.current() == NEXT


def test_words_of_a_page_that_is_on_its_way_out_are_no_evidence(qtbot, view):
    shown(qtbot, view, view.text_shown, REF, NEXT)
    chosen = []
    view.region_chosen.connect(chosen.append)
    view.next_page()  # its picture is not there yet: the words seen are the page before's
    view.canvas.chosen.emit("Hej Anna", None)
    assert chosen == []


def test_zoom_fetches_a_finer_picture_of_the_same_page(qtbot, view, rest):
    shown(qtbot, view, view.text_shown, REF)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Right)
    view.canvas.set_zoom(2.0)
    rest()
    assert view.canvas._paper.pixmap().width() == 2400
    assert view.canvas.selection()[0] == "Hej"


def test_identity_numbers_are_covered_until_somebody_says_why_gd_07(qtbot, view, services, rest):
    """GD-07: black on the page, dots for a screen reader and the clipboard; another page anew."""
    services.ocr.done[REF] = page_text(REF, "Min mor 640823-3234 fick utslag")
    shown(qtbot, view, view.text_shown, REF)
    canvas = view.canvas
    assert "••••••-••••" in canvas.accessibleDescription()
    where = canvas.mapFromScene(canvas.word_rect(2).center())
    assert canvas.viewport().grab().toImage().pixelColor(where).value() == 0
    assert canvas.select(0, 31)
    qtbot.keyClick(canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "3234" not in QGuiApplication.clipboard().text()

    view.strips.open_unmask(REF)
    strip = view.strips.unmask
    assert not strip.show_them.isEnabled()
    qtbot.keyClicks(strip.why, "two of that name")
    qtbot.keyClick(strip.why, Qt.Key.Key_Return)
    rest()
    assert services.ocr.unmasked == [(REF, "two of that name")]
    assert "640823-3234" in canvas.accessibleDescription()
    assert canvas.viewport().grab().toImage().pixelColor(where).value() > 0
    view.reload()
    qtbot.waitUntil(lambda: "•" in canvas.accessibleDescription())
