"""Where things stand on the sheet, in mm from its top left corner (domain 4.3).

The envelope's window decides: nothing but the address may show through it (GEO-2), so the
details stand beside it and the text begins below it.
"""

from dataclasses import dataclass

from mi_desktop.catalogue import Envelope

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
LEFT, RIGHT = 25.0, 20.0
BODY_WIDTH = PAGE_WIDTH - LEFT - RIGHT
LETTERHEAD_TOP = 11.0
LATER_TOP = 26.0
FOOTER_TOP = 277.0
BODY_BOTTOM = FOOTER_TOP - 5
# A folded sheet moves this much in its envelope, and the address keeps off the window's rim.
PLAY, RIM = 3.0, 5.0
ADDRESS_SIZES = (11.0, 10.0)
"""pt, the larger where it fits; GEO-1 asks for 10-12 pt."""
ADDRESS_LEADING = 1.2
POINT = 25.4 / 72
_GAP, _DETAILS_HEIGHT, _DETAILS_LEFT = 6.0, 44.0, 130.0
_QR = 19.0


@dataclass(frozen=True)
class Box:
    """A rectangle on the sheet, mm."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge, mm from the sheet's left."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge, mm from the sheet's top."""
        return self.y + self.height

    def grown(self, by: float) -> "Box":
        """The rectangle with a rim of `by` mm, negative to shrink it."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def overlaps(self, other: "Box") -> bool:
        """True where the two share a place."""
        apart = self.right <= other.x or other.right <= self.x
        return not (apart or self.bottom <= other.y or other.bottom <= self.y)

    def holds(self, other: "Box") -> bool:
        """True where the other lies wholly inside."""
        wide = self.x <= other.x and other.right <= self.right
        return wide and self.y <= other.y and other.bottom <= self.bottom


QR = Box(PAGE_WIDTH - RIGHT - _QR, LETTERHEAD_TOP, _QR, _QR)


@dataclass(frozen=True)
class Layout:
    """The first page for one envelope.

    Attributes:
        window: what shows through the envelope.
        address: where address lines may stand.
        details: date, reference, contact; beside the window.
        body_top: mm, where the text begins.
    """

    window: Box
    address: Box
    details: Box
    body_top: float


def layout(envelope: Envelope) -> Layout:
    """Places the first page's parts for this window."""
    window = Box(envelope.x, envelope.y, envelope.width, envelope.height)
    # DIN 5008 measures its address zone for six lines of 10 pt; other windows get a wider rim.
    below = RIM / 5 if envelope.return_line else RIM / 2
    address = Box(
        max(window.x + RIM, LEFT) if window.x < LEFT else window.x + RIM,
        window.y + max(RIM, envelope.return_line),
        0,
        window.height - max(RIM, envelope.return_line) - below,
    )
    address = Box(address.x, address.y, window.right - RIM - address.x, address.height)
    kept_off = window.grown(PLAY)
    at_right = kept_off.right + _GAP < PAGE_WIDTH - RIGHT - _DETAILS_HEIGHT
    left = max(_DETAILS_LEFT, kept_off.right + 2) if at_right else LEFT
    right = PAGE_WIDTH - RIGHT if at_right else kept_off.x - 2
    details = Box(left, max(window.y, QR.bottom + 5), right - left, _DETAILS_HEIGHT)
    body_top = max(kept_off.bottom, details.bottom) + _GAP
    return Layout(window, address, details, body_top)


def address_size(lines: tuple[str, ...], widths: tuple[float, ...], box: Box) -> float | None:
    """The largest type in which the address fits its place; None where it does not fit.

    Args:
        lines: of the address.
        widths: pt that each line takes at 1 pt type.
        box: where it may stand, mm.

    Returns:
        Type size in pt.
    """
    for size in ADDRESS_SIZES:
        widest = max(widths, default=0) * size * POINT
        height = len(lines) * size * ADDRESS_LEADING * POINT
        if widest <= box.width and height <= box.height:
            return size
    return None
