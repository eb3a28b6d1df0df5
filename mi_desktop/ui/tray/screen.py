"""The Tray: what arrived and waits for a hand; under ten seconds a piece, without a mouse."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from mi_desktop.basics.words import Words, words
from mi_desktop.inquiries import Inquiry, InquiryDraft, Suggestion
from mi_desktop.intake import Channel, MailPiece, PageRef
from mi_desktop.ocr import PageText, Region
from mi_desktop.safety import Marked
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.tray.arrivals import Arrivals
from mi_desktop.ui.tray.choices import Choices, choices_for
from mi_desktop.ui.tray.layout import TrayLayout
from mi_desktop.ui.tray.rows import TrayRow, gather, look_into
from mi_desktop.ui.tray.undo import Undo
from mi_desktop.ui.words import say, tr

NOT_LINKED = "linked by mistake"  # the reason in the audit trail of an undone link


class TrayScreen(Screen):
    """List at the left, page in the middle, side panels at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.arrivals = Arrivals(desk)
        self.undo = Undo(desk)
        self.choose_files: Callable[[], Sequence[Path]] = self._ask_for_files
        self.choose_folder: Callable[[], Sequence[Path]] = self._ask_for_folder
        self._last_inquiry = ""
        self._started = False
        self.parts = TrayLayout(self)
        self._connect()
        self.setAcceptDrops(True)
        self.setFocusProxy(self.parts.pile)

    # The list

    def arrived(self) -> None:
        """Looks at the tray again; the first time, reading goes on where it stopped."""
        services, known = self.desk.services, self.parts.model.known()
        self.desk.tasks.records(lambda: gather(services, known), self._gathered)
        if not self._started:
            self._started = True
            self.arrivals.read()

    def show_record(self, ref: str) -> None:
        """Shows a piece; one that is filed shows in its inquiry."""
        if self.parts.pile.choose(ref):
            return
        inquiries = self.desk.services.inquiries
        self.desk.tasks.records(lambda: inquiries.of_piece(ref), self._show_inquiry)

    def record(self) -> str:
        """The piece in front."""
        row = self.parts.pile.current()
        return row.piece.id if row else ""

    def _gathered(self, rows: list[TrayRow]) -> None:
        self.parts.pile.show_rows(rows)
        self.parts.show_list(len(rows))
        self._look_into([row.piece for row in rows if not row.looked])

    def _look_into(self, pieces: Sequence[MailPiece]) -> None:
        if not pieces:
            return
        services = self.desk.services
        self.desk.tasks.slow(
            None, lambda _: (look_into(services, piece) for piece in pieces), each=self._looked
        )

    def _looked(self, row: TrayRow) -> None:
        self.parts.model.put(row)
        if row.piece.id == self.record():
            self.parts.show_row(row)

    def _page_read(self, text: PageText) -> None:
        """A page came out of reading: its piece is looked into again."""
        for row in self.parts.model.rows():
            if any(part.id == text.part_id for part in row.piece.parts):
                self._look_into([row.piece])
                return

    def _picked(self, row: TrayRow | None) -> None:
        self.parts.close_panels()
        self._renewed(row)

    def _renewed(self, row: TrayRow | None) -> None:
        self.parts.show_row(row)
        pages = [page.ref for page in row.piece.pages] if row else []
        self.parts.pages.show_pages(pages, self.parts.pages.current())

    def _show_inquiry(self, inquiry: Inquiry | None) -> None:
        if inquiry is not None:
            self.desk.open("inquiry", inquiry.id)

    def _text_shown(self, text: PageText) -> None:
        safety, ref = self.desk.services.safety, PageRef(text.part_id, text.number)

        def mark(found: Marked) -> None:
            if ref == self.parts.pages.current():
                self.parts.pages.set_marks(found.spans)

        self.desk.tasks.slow(None, lambda _: safety.marks(ref), mark)

    # Triage

    def take_best(self) -> None:
        """Return: links where the piece carries our reference, else registers."""
        row = self.parts.pile.current()
        if row is not None and row.sure is not None:
            self._link(row.piece, row.sure.inquiry_id)
        else:
            self.new_inquiry()

    def new_inquiry(self) -> None:
        """N: the form, filled in from the page."""
        row = self.parts.pile.current()
        if row is None:
            return
        services, language, piece = self.desk.services, self.desk.language, row.piece

        def fill(found: tuple[InquiryDraft, Choices]) -> None:
            if piece.id == self.record():
                self.parts.open_register(*found)

        self.desk.tasks.slow(
            None,
            lambda _: (
                services.inquiries.draft_from(piece.id),
                choices_for(services.catalogue, language),
            ),
            fill,
        )

    def link(self) -> None:
        """L: the list of inquiries, suggestions first."""
        row = self.parts.pile.current()
        if row is None:
            return
        inquiries, piece = self.desk.services.inquiries, row.piece

        def begin(suggested: list[Suggestion]) -> None:
            if piece.id == self.record():
                self.parts.open_link(suggested)

        self.desk.tasks.slow(None, lambda _: inquiries.suggest(piece.id), begin)

    def split(self) -> None:
        """S: the page in front begins a piece of its own."""
        row, ref = self.parts.pile.current(), self.parts.pages.current()
        if row is None or ref is None:
            return
        if ref == row.piece.pages[0].ref:
            self.desk.tell(words("Turn to the page where the next letter begins, then split."))
            return
        services, user, piece = self.desk.services, self.desk.user, row.piece
        self.desk.tasks.records(
            lambda: services.intake.split(user, piece.id, ref),
            lambda two: self._done(
                words("Split into {first} and {second}", first=two[0].number, second=two[1].number)
            ),
        )

    def rotate(self) -> None:
        """R: a quarter turn clockwise."""
        row, ref = self.parts.pile.current(), self.parts.pages.current()
        if row is None or ref is None:
            return
        intake, user, piece_id = self.desk.services.intake, self.desk.user, row.piece.id
        now = next(p.rotation for p in row.piece.pages if p.ref == ref)

        def turned(_: object) -> None:
            self.parts.model.forget_thumb(piece_id)
            self.parts.pages.reload()
            self.desk.changed()
            self.arrivals.read()

        self.desk.tasks.records(lambda: intake.rotate(user, ref, (now + 90) % 360), turned)

    def decline(self) -> None:
        """D: asks for the reason."""
        if self.parts.pile.current() is not None:
            self.parts.open_decline()

    def scan(self) -> None:
        """Looks for scanners and asks which one."""
        form = self.parts.open_scan()
        services = self.desk.services
        self.desk.tasks.slow(
            None,
            lambda _: services.intake.scanners(),
            lambda found: form.show_scanners(found, services.settings.scanner),
            failed=lambda error: form.failed(f"{say(error.words)} {say(error.advice)}"),
        )

    def open_last(self) -> None:
        """O: the inquiry that was registered or linked last."""
        if self._last_inquiry:
            self.desk.open("inquiry", self._last_inquiry)

    def import_files(self) -> None:
        """Takes chosen files in."""
        if paths := self.choose_files():
            self.arrivals.take(paths)

    def import_folder(self) -> None:
        """Takes a whole folder in."""
        if paths := self.choose_folder():
            self.arrivals.take(paths)

    # What the panels ask for

    def _register(self, draft: InquiryDraft) -> None:
        inquiries, user, piece_id = self.desk.services.inquiries, self.desk.user, self.record()

        def registered(inquiry: Inquiry) -> None:
            self.parts.close_panels()
            self._last_inquiry = inquiry.id
            self._done(words("Registered as {number}; O opens it.", number=inquiry.number))

        self.desk.tasks.records(lambda: inquiries.register(user, piece_id, draft), registered)

    def _link_chosen(self, inquiry_id: str) -> None:
        row = self.parts.pile.current()
        if row is not None:
            self._link(row.piece, inquiry_id)

    def _link(self, piece: MailPiece, inquiry_id: str) -> None:
        inquiries, user = self.desk.services.inquiries, self.desk.user

        def linked(inquiry: Inquiry) -> None:
            self.parts.close_panels()
            self._last_inquiry = inquiry.id
            facts = {"piece": piece.number, "number": inquiry.number}
            self._done(words("{piece} filed under {number}; Ctrl+Z takes it back.", **facts))
            self.undo.remember(
                lambda: inquiries.unlink(user, piece.id, NOT_LINKED),
                words("{piece} is back in the tray.", piece=piece.number),
            )

        self.desk.tasks.records(lambda: inquiries.link(user, piece.id, inquiry_id), linked)

    def _decline(self, reason: str) -> None:
        row = self.parts.pile.current()
        if row is None:
            return
        intake, user, piece = self.desk.services.intake, self.desk.user, row.piece

        def declined(_: object) -> None:
            self.parts.close_panels()
            self._done(words("{piece} set aside; Ctrl+Z takes it back.", piece=piece.number))
            self.undo.remember(
                lambda: intake.restore(user, piece.id),
                words("{piece} is back in the tray.", piece=piece.number),
            )

        self.desk.tasks.records(lambda: intake.decline(user, piece.id, reason), declined)

    def _scan_wanted(self, device: str, source: str, channel: Channel) -> None:
        self.parts.close_panels()
        self.arrivals.scan((device, source), channel)

    def _done(self, what: Words) -> None:
        self.desk.tell(what)
        self.desk.changed()

    # Drag and drop, files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders may be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes them in."""
        paths = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.arrivals.take(paths)

    def _ask_for_files(self) -> Sequence[Path]:
        names, _ = QFileDialog.getOpenFileNames(self, tr("Files to take in"))
        return [Path(name) for name in names]

    def _ask_for_folder(self) -> Sequence[Path]:
        name = QFileDialog.getExistingDirectory(self, tr("Folder to take in"))
        return [Path(name)] if name else []

    def _connect(self) -> None:
        parts = self.parts
        parts.pile.picked.connect(self._picked)
        parts.pile.renewed.connect(self._renewed)
        parts.pages.text_shown.connect(self._text_shown)
        parts.pages.region_chosen.connect(self._region_chosen)
        parts.register.filled.connect(self._register)
        parts.linking.chosen.connect(self._link_chosen)
        parts.declining.given.connect(self._decline)
        parts.scanning.wanted.connect(self._scan_wanted)
        self.desk.telephone.page_read.connect(self._page_read)

    def _region_chosen(self, region: Region) -> None:
        if self.parts.register.isVisible():
            self.parts.register.use(region)
