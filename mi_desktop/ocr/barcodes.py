"""Where the barcodes stand that intake found on a page."""

from collections.abc import Sequence

import zxingcpp

from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.model import Box, Kind, Place


def code_places(page: Pixels, codes: Sequence[str]) -> list[Place]:
    """The rectangles about these barcodes; one that is not found again has none.

    Args:
        page: in grey, any turn.
        codes: the barcodes' texts; nothing is looked for where there are none.

    Returns:
        Places with boxes in px of the page.
    """
    found = zxingcpp.read_barcodes(page, text_mode=zxingcpp.TextMode.Plain) if codes else []
    return [
        Place(Kind.CODE, _box(code.position), code.text) for code in found if code.text in codes
    ]


def _box(position: zxingcpp.Position) -> Box:
    corners = (
        position.top_left, position.top_right, position.bottom_right, position.bottom_left,
    )  # fmt: skip
    across, down = [corner.x for corner in corners], [corner.y for corner in corners]
    return Box(min(across), min(down), max(across), max(down))
