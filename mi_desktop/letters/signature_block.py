"""Who wrote and who approved, when, and what they say by it (P11-14), with the seal's frame."""

from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph

from mi_desktop.letters.model import ApprovedLetter
from mi_desktop.letters.stationery import ACCENT, BLACK, BOLD, GREY, REGULAR
from mi_desktop.letters.texts import Texts

_ROW, _PAD, _GAP = 12.0, 8.0, 6 * mm
_FRAME, _GAP_BELOW = 3 * _ROW + 2 * _PAD, 4.0
"""Heights in pt: of the frame, and between it and the line below."""

_NOTE_STYLE = ParagraphStyle(
    "note", fontName=REGULAR, fontSize=7, leading=9, textColor=HexColor(GREY)
)


@dataclass(frozen=True)
class Place:
    """Where the signature field belongs: page from 1, and its box in pt from the lower left."""

    page: int
    box: tuple[float, float, float, float]


class SignatureBlock(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """Two columns: the author, and in a frame the approver."""

    def __init__(
        self, texts: Texts, approved: ApprovedLetter | None, placed: Callable[[Place], None]
    ) -> None:
        super().__init__()
        self._texts, self._approved, self._placed = texts, approved, placed
        self._note = self._said_below(approved) if approved else None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Takes the whole width (pt)."""
        self.width = width
        self._note_height = self._note.wrap(width, height)[1] + _GAP_BELOW if self._note else 0
        self.height = _FRAME + self._note_height
        return self.width, self.height

    def draw(self) -> None:
        """Draws both columns and tells where the frame stands."""
        column = (self.width - _GAP) / 2
        for x, lines in zip((0, column + _GAP), self._columns(), strict=True):
            self._column(x, lines)
        self.canv.setStrokeColor(HexColor(ACCENT))
        self.canv.setLineWidth(0.6)
        foot = self._note_height
        self.canv.roundRect(column + _GAP, foot, column, _FRAME, 3)
        if self._note:
            self._note.drawOn(self.canv, 0, 0)
        left, bottom = self.canv.absolutePosition(column + _GAP, foot)
        box = (left, bottom, left + column, bottom + _FRAME)
        self._placed(Place(self.canv.getPageNumber(), box))

    def _said_below(self, approved: ApprovedLetter) -> Paragraph:
        reference, digest = approved.draft.reference, approved.digest[:16]
        text = self._texts("SIGNATURE-VERIFY", letter=reference, hash=digest)
        return Paragraph(escape(text), _NOTE_STYLE)

    def _columns(self) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
        t, approved = self._texts, self._approved
        authored, meaning = t("MEANING-AUTHORED"), t("MEANING-APPROVED")
        if approved is None:
            return (authored, "", ""), (meaning, "", "")
        wrote = t.moment(approved.authored_at, approved.zone)
        agreed = t.moment(approved.approved_at, approved.zone)
        return (authored, approved.author_name, wrote), (meaning, approved.approver_name, agreed)

    def _column(self, x: float, lines: tuple[str, str, str]) -> None:
        meaning, name, at = lines
        rows = ((meaning, REGULAR, 8, GREY), (name, BOLD, 10, BLACK), (at, REGULAR, 9, GREY))
        baseline = self.height - _PAD - 8
        for text, font, size, colour in rows:
            self.canv.setFont(font, size)
            self.canv.setFillColor(HexColor(colour))
            self.canv.drawString(x + _PAD * bool(x), baseline, text)
            baseline -= _ROW + 1
