"""Pages to look at: next, previous, zoom, and words that can be pointed at as evidence."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import ceil

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import Words
from mi_desktop.intake import PageRef
from mi_desktop.ocr import PageText, Region
from mi_desktop.safety import Mark, MarkKind
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.page_canvas import ZOOM_STEP, PageCanvas
from mi_desktop.ui.page_picture import Picture, picture
from mi_desktop.ui.page_tools import PageTools, reading_told
from mi_desktop.ui.reading import PageStrips
from mi_desktop.ui.states import States
from mi_desktop.ui.words import say, tr

WIDTH_STEP, LEAST_WIDTH = 100, 600  # px of the page picture: as wide as the view, in steps
FINE_WIDTH, FINE_ZOOM = 2400, 1.2  # px, once the page is enlarged beyond this
PATIENCE_MS = 150  # a page that comes faster needs no words
_FACTS = {MarkKind.PRODUCT, MarkKind.BATCH, MarkKind.PATIENT}


class PageView(QWidget):
    """Shows the pages of a piece or an inquiry; loads pictures and texts by itself.

    Keys: PgDn/PgUp next and previous page, Ctrl+plus, Ctrl+minus, Ctrl+0 fit the width; in the
    page: arrows move a word, Shift selects, Return uses the selection, Ctrl+C copies it.
    Ctrl+Shift+W draws all words over the page, Ctrl+Shift+E checks what was read, Ctrl+Shift+H
    hides parts of it in a copy.

    Attributes:
        page_shown: the `PageRef` of the page that came to the front (its picture is there).
        text_shown: the `PageText` of the page in front (its words can be pointed at).
        region_chosen: a `Region`: words selected with the mouse, or with the keyboard and Return.
        canvas: the page itself.
        tools: the row above it.
    """

    page_shown = Signal(object)
    text_shown = Signal(object)
    region_chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pages: tuple[PageRef, ...] = ()
        self._at = -1
        self._text: PageText | None = None
        self._pictured: PageRef | None = None  # whose picture is there: an earlier one's at first
        self._problems: Mapping[PageRef, Words] = {}
        self._width = LEAST_WIDTH
        self.canvas = PageCanvas()
        self.canvas.chosen.connect(self._chosen)
        self.canvas.zoomed.connect(self._sharpen)
        self.states = States(self.canvas)
        self.strips = PageStrips(desk, self.canvas)
        self.strips.changed.connect(self._was_read)
        self.strips.closed.connect(self.reload)
        self.strips.finished.connect(self.next_page)
        self.tools = PageTools(self)
        self._everything = self._add_tools()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(PATIENCE_MS)
        self._waiting.timeout.connect(lambda: self.states.say(tr("The page is being fetched.")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.states, 1)
        column.addWidget(self.strips)
        self.setFocusProxy(self.canvas)
        desk.telephone.page_read.connect(self._was_read)
        self._nothing()

    def show_pages(self, pages: Sequence[PageRef], at: PageRef | None = None) -> None:
        """Takes these pages in hand and shows `at`, or the first; the same pages keep place."""
        if tuple(pages) == self._pages and at in (None, self.current()):
            return
        self._pages = tuple(pages)
        self._at = -1
        if not self._pages:
            self._nothing()
            return
        self._turn(self._pages.index(at) if at in self._pages else 0)

    def show_page(self, ref: PageRef) -> None:
        """Turns to one of the pages in hand."""
        if ref in self._pages and ref != self.current():
            self._turn(self._pages.index(ref))

    def set_problems(self, problems: Mapping[PageRef, Words]) -> None:
        """Words for pages that could not be read; shown beside the page, which stays visible."""
        self._problems = problems
        self._tell_reading()

    def current(self) -> PageRef | None:
        """The page in front."""
        return self._pages[self._at] if 0 <= self._at < len(self._pages) else None

    def text(self) -> PageText | None:
        """The words of the page in front, None while it is not read."""
        return self._text

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Highlights places of the page in front, by offsets in `PageText.text`.

        To be called from `text_shown`, or at any time for the page in front. A mark that a
        negation governs is left out: there is nothing to look at.
        """
        here = [m for m in marks if not m.negated]
        self.canvas.mark_spans(
            [(m.start, m.end, "found" if m.kind in _FACTS else "look") for m in here],
            [say(m.why) for m in here],
        )

    def find_words(self, words: str) -> bool:
        """Selects the first place on the page in front where these words stand."""
        if self._text is None or not words.strip():
            return False
        start = self._text.text.casefold().find(words.strip().casefold())
        return start >= 0 and self.canvas.select(start, start + len(words.strip()))

    def next_page(self) -> None:
        """Turns to the next page, if there is one."""
        if self._at + 1 < len(self._pages):
            self._turn(self._at + 1)

    def previous_page(self) -> None:
        """Turns back, if there is a page before."""
        if self._at > 0:
            self._turn(self._at - 1)

    def show_words(self, wanted: bool) -> None:
        """Draws all words over the page, the doubtful ones coloured, or only what is marked."""
        self._everything.setChecked(wanted)
        self.canvas.show_everything(wanted)
        self._tell_reading()

    def reload(self) -> None:
        """Shows the page in front again: it was rotated, or read meanwhile."""
        if self._at >= 0:
            self._turn(self._at)

    # Loading

    def _turn(self, at: int) -> None:
        self._at = at
        self._text = None
        self._width = self._fitting_width()
        self.tools.count.setText(tr("{page} of {pages}", page=at + 1, pages=len(self._pages)))
        self._tell_reading()
        self._waiting.start()
        ref = self._pages[at]
        # Wherever a page is opened, it is the one to be read next.
        self._desk.services.ocr.looking_at(ref)
        self._fetch(ref, lambda page: self._picture_came(ref, page))

    def _fetch(self, ref: PageRef, then: Callable[[Picture], None]) -> None:
        intake, width = self._desk.services.intake, self._width
        self._desk.tasks.slow(
            None,
            lambda _: picture(intake.page_image(ref, width)),
            then,
            failed=lambda error: self._failed(ref, error),
        )

    def _picture_came(self, ref: PageRef, page: Picture) -> None:
        if ref != self.current():
            return
        self._waiting.stop()
        self._pictured = ref
        name = tr("Page {page} of {pages}", page=self._at + 1, pages=len(self._pages))
        self.canvas.show_picture(page, name)
        self.states.show_content()
        self.page_shown.emit(ref)
        self.strips.turned_to(ref)
        ocr = self._desk.services.ocr
        self._desk.tasks.records(lambda: ocr.text(ref), lambda text: self._text_came(ref, text))

    def _text_came(self, ref: PageRef, text: PageText | None) -> None:
        if ref != self.current() or ref != self._pictured or text is None:
            return
        self._text = text
        self.canvas.show_text(text)
        self._tell_reading()
        self.text_shown.emit(text)

    def _was_read(self, text: PageText) -> None:
        self._text_came(PageRef(text.part_id, text.number), text)

    def _failed(self, ref: PageRef, error: WorldError) -> None:
        if ref == self.current():
            self._waiting.stop()
            self.states.say(say(error.words), say(error.advice))

    def _fitting_width(self) -> int:
        """No more dots than the view shows: less to fetch, to keep and to paint."""
        shown = self.canvas.viewport().width() * self.devicePixelRatioF()
        return max(LEAST_WIDTH, ceil(shown / WIDTH_STEP) * WIDTH_STEP)

    def _sharpen(self, zoom: float) -> None:
        """Fetches a finer picture once the page is enlarged."""
        ref = self.current()
        if ref is None or zoom <= FINE_ZOOM or self._width == FINE_WIDTH:
            return
        self._width = FINE_WIDTH
        self._fetch(ref, lambda page: self._finer_came(ref, page))

    def _finer_came(self, ref: PageRef, page: Picture) -> None:
        if ref == self.current():
            self.canvas.show_picture(page, self.canvas.accessibleName(), same_page=True)

    def _chosen(self, quote: str, box: object) -> None:
        ref = self._pictured
        if ref is not None and ref == self.current():
            self.region_chosen.emit(Region(ref.part_id, ref.number, quote, box))  # type: ignore[arg-type]

    # Words beside the page

    def _nothing(self) -> None:
        self.tools.count.setText("")
        self.tools.tell("")
        self._text = self._pictured = None
        self.canvas.clear()
        self.strips.close_all()
        self.states.say(tr("No page is chosen."))

    def _tell_reading(self) -> None:
        ref = self.current()
        problem = self._problems.get(ref) if ref else None
        told = reading_told(self._text, problem, self._everything.isChecked())
        self.tools.tell(told if ref else "")

    def _add_tools(self) -> QAction:
        """Fills the row above the page; returns the one that shows all words."""
        tools, canvas = self.tools, self.canvas
        tools.add(tr("Previous page"), "PgUp", "caret-left", self.previous_page)
        tools.add(tr("Next page"), "PgDown", "caret-right", self.next_page)
        tools.add_labels()
        smaller, larger = partial(canvas.zoom, 1 / ZOOM_STEP), partial(canvas.zoom, ZOOM_STEP)
        tools.add(tr("Smaller"), "Ctrl+-", "magnifying-glass-minus", smaller)
        tools.add(tr("Larger"), "Ctrl++", "magnifying-glass-plus", larger)
        fit, fitted = "arrows-out-line-horizontal", partial(canvas.set_zoom, 1.0)
        tools.add(tr("Fit the width"), "Ctrl+0", fit, fitted)
        everything = tools.add(tr("Show the words"), "Ctrl+Shift+W", "bounding-box", lambda: None)
        everything.setCheckable(True)
        everything.toggled.connect(self.show_words)
        tools.add(tr("Check the reading"), "Ctrl+Shift+E", "text-aa", self._check)
        tools.add(tr("Hide in a copy"), "Ctrl+Shift+H", "eraser", self._hide)
        tools.add(tr("Show identity numbers"), "Ctrl+Shift+I", "eye", self._unmask)
        return everything

    def _check(self) -> None:
        self.strips.open_check(self._pictured)

    def _hide(self) -> None:
        self.strips.open_hiding(self._pictured)

    def _unmask(self) -> None:
        self.strips.open_unmask(self._pictured)
