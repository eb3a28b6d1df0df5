"""Draws a copy with black rectangles; runs in the sandbox."""

import io
from dataclasses import dataclass, replace
from functools import cached_property

import pikepdf
from PIL import Image, ImageDraw

from mi_desktop.archival import Facts, archive
from mi_desktop.intake import render_page
from mi_desktop.ocr.model import Box, PageText
from mi_desktop.ocr.paper import add_picture
from mi_desktop.ocr.searchable import lay_words

# A4 at 300 dpi; finer pages are brought down to it.
WIDEST = 2480
_QUALITY = 85


@dataclass(frozen=True)
class DrawnPage:
    """One page of the copy.

    Attributes:
        turned: degrees clockwise that a person turned it.
        size: px of the original, across and down, upright.
        points: its size on paper, 1/72 inch.
        read: what stands on it, None where it was not read.
        boxes: what is hidden, original px.
    """

    data: bytes
    media_type: str
    index: int
    turned: int
    size: tuple[int, int]
    points: tuple[float, float]
    read: PageText | None
    boxes: tuple[Box, ...]

    @cached_property
    def shown(self) -> PageText | None:
        """The text without the words that a rectangle touches."""
        if self.read is None:
            return None
        kept = [w for w in self.read.words if not any(touches(w.box, b) for b in self.boxes)]
        return replace(self.read, words=tuple(kept))

    @property
    def seen_words(self) -> list[str]:
        """What may be read in the copy, word by word."""
        return self.shown.text.split() if self.shown else []

    @property
    def hidden_words(self) -> set[str]:
        """What may not be read in it, or less often."""
        if self.read is None:
            return set()
        gone = [w for w in self.read.words if any(touches(w.box, b) for b in self.boxes)]
        return {part for word in gone for part in word.text.split() if len(part) > 1}


def black_out(pages: list[DrawnPage], facts: Facts) -> bytes:
    """A PDF/A-1b of pictures, with the words over them that may be read.

    Raises:
        WorldError: a page cannot be drawn.
    """
    pdf = pikepdf.new()
    for page in pages:
        picture = _picture(page)
        jpeg = io.BytesIO()
        picture.save(jpeg, "JPEG", quality=_QUALITY)
        jpeg.seek(0)
        with Image.open(jpeg) as packed:
            add_picture(pdf, packed, page.points, jpeg.getvalue())
    lay_words(pdf, [page.shown for page in pages])
    return archive(pdf, facts)


def touches(word: Box, box: Box) -> bool:
    """True where two rectangles share a dot."""
    return (
        word.left < box.right
        and box.left < word.right
        and word.top < box.bottom
        and box.top < word.bottom
    )


def _picture(page: DrawnPage) -> Image.Image:
    width = min(WIDEST, page.size[0])
    image = render_page(page.data, page.media_type, page.index, page.turned, width)
    with Image.open(io.BytesIO(image.png)) as opened:
        picture = opened.convert("RGB")
    across, down = picture.width / page.size[0], picture.height / page.size[1]
    brush = ImageDraw.Draw(picture)
    for box in page.boxes:
        # A dot more on each side: nothing of a letter looks out at an edge that was rounded off.
        brush.rectangle(
            (
                int(box.left * across) - 1,
                int(box.top * down) - 1,
                int(box.right * across) + 2,
                int(box.bottom * down) + 2,
            ),
            fill="black",
        )
    return picture
