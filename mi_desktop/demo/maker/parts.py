"""What hangs on a mail: each attachment made from the pages that name it."""

import io
from collections.abc import Sequence

import numpy as np

from mi_desktop.demo.maker.digital import letter_docx, letter_pdf
from mi_desktop.demo.maker.paper import draw_letter
from mi_desktop.demo.maker.scan import JPEG_QUALITY
from mi_desktop.demo.maker.truth import Page, Piece
from mi_desktop.demo.maker.wear import worn

MIME_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".jpg": "image/jpeg",
}


def pages_of(piece: Piece, part: str) -> list[Page]:
    """The pages of one part of a mail.

    Raises:
        ValueError: no page names this part.
    """
    pages = [page for page in piece.pages if page.part == part]
    if not pages:
        raise ValueError(f"{piece.id} has no pages for {part}")
    return pages


def attachment(piece: Piece, part: str, rng: np.random.Generator) -> bytes:
    """The bytes of the attachment that this part's name asks for (.pdf, .docx, .jpg)."""
    pages = pages_of(piece, part)
    if part.endswith(".pdf"):
        return letter_pdf(pages)
    if part.endswith(".docx"):
        return letter_docx(pages)
    return _picture(piece, pages, rng)


def _picture(piece: Piece, pages: Sequence[Page], rng: np.random.Generator) -> bytes:
    dpi = piece.make.dpi
    sheet = worn(draw_letter(pages[0], dpi, rng), piece.make.wear, dpi, rng)
    out = io.BytesIO()
    sheet.save(out, "JPEG", quality=JPEG_QUALITY, dpi=(dpi, dpi))
    return out.getvalue()
