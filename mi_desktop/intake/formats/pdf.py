"""PDF, by pdfium."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from math import sqrt

import pypdfium2 as pdfium
from PIL import Image
from pypdfium2 import raw

from mi_desktop.intake.errors import FileBroken, FileEncrypted, TooManyPages
from mi_desktop.intake.formats.form import Child, Leaf, Limits, Opened
from mi_desktop.intake.formats.leaf import examined, glance_dpi

MEDIA_TYPE = "application/pdf"
POINTS = 72
BORN_DPI = 200
_DPI_RANGE = (100, 600)
_MOST_DOTS = 40_000_000
_A4_POINTS = (595, 842)
_SCAN_COVERS = 0.7


class Pdf:
    """Portable Document Format."""

    media_types: tuple[str, ...] = (MEDIA_TYPE,)

    def recognises(self, data: bytes, name: str) -> bool:
        """Its mark may stand anywhere in the first kilobyte."""
        return b"%PDF-" in data[:1024]

    def open(self, data: bytes, limits: Limits) -> Opened:
        """Measures every page and takes out the attachments."""
        with _document(data) as pdf:
            if len(pdf) > limits.pages:
                raise TooManyPages(most=limits.pages)
            leaves = tuple(_looked_at(pdf, index) for index in range(len(pdf)))
            if all(leaf.damaged for leaf in leaves):
                raise FileBroken(kind="PDF")
            return Opened(MEDIA_TYPE, leaves, children=tuple(_attachments(pdf, limits)))

    def measure(self, data: bytes, index: int) -> Leaf:
        """The page at the dots per inch of its scan, or 200 where it was born digital."""
        with _document(data) as pdf:
            return _measured(_page(pdf, index))

    def draw(self, data: bytes, index: int, dpi: float, colour: bool) -> Image.Image:
        """The page with its filled-in form fields and its notes."""
        with _document(data) as pdf:
            return _drawn(_page(pdf, index), dpi, colour)


@contextmanager
def _document(data: bytes) -> Iterator[pdfium.PdfDocument]:
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as e:
        if e.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise FileEncrypted from e
        raise FileBroken(kind="PDF") from e
    try:
        if len(pdf) < 1:
            raise FileBroken(kind="PDF")
        if pdf.get_formtype() != raw.FORMTYPE_NONE:
            pdf.init_forms()
        yield pdf
    finally:
        pdf.close()


def _page(pdf: pdfium.PdfDocument, index: int) -> pdfium.PdfPage:
    try:
        return pdf[index]
    except (pdfium.PdfiumError, IndexError) as e:
        raise FileBroken(kind="PDF") from e


def _looked_at(pdf: pdfium.PdfDocument, index: int) -> Leaf:
    try:
        page = _page(pdf, index)
        leaf = _measured(page)
        seen = examined(leaf, _drawn(page, glance_dpi(leaf), colour=False))
        return replace(seen, blank=seen.blank and not page.get_textpage().count_chars())
    except (FileBroken, pdfium.PdfiumError):
        width, height = (round(side * BORN_DPI / POINTS) for side in _A4_POINTS)
        return Leaf(width, height, BORN_DPI, BORN_DPI, damaged=True)


def _measured(page: pdfium.PdfPage) -> Leaf:
    width, height = (max(side, 1.0) for side in page.get_size())
    dpi = _most(_scan_dpi(page, width * height), width, height)
    return Leaf(max(1, round(width * dpi / POINTS)), max(1, round(height * dpi / POINTS)), dpi, dpi)


def _most(dpi: float, width: float, height: float) -> float:
    """`dpi`, or less where the sheet is a poster."""
    return min(dpi, POINTS * sqrt(_MOST_DOTS / (width * height)))


def _scan_dpi(page: pdfium.PdfPage, area: float) -> float:
    """The dots per inch of the picture that fills the page; 200 where none does."""
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        try:
            left, bottom, right, top = picture.get_bounds()
            across, down = picture.get_px_size()
        except pdfium.PdfiumError:
            continue
        covered = (right - left) * (top - bottom)
        if covered > 0 and covered >= _SCAN_COVERS * area and across and down:
            dpi = POINTS * sqrt(across * down / covered)
            return float(round(min(max(dpi, _DPI_RANGE[0]), _DPI_RANGE[1])))
    return BORN_DPI


def _drawn(page: pdfium.PdfPage, dpi: float, colour: bool) -> Image.Image:
    width, height = page.get_size()
    dpi = _most(dpi, max(width, 1.0), max(height, 1.0))
    try:
        picture: Image.Image = page.render(scale=dpi / POINTS, grayscale=not colour).to_pil()
    except (pdfium.PdfiumError, ValueError) as e:
        raise FileBroken(kind="PDF") from e
    return picture.convert("RGB" if colour else "L")


def _attachments(pdf: pdfium.PdfDocument, limits: Limits) -> Iterator[Child]:
    for index in range(min(pdf.count_attachments(), limits.parts)):
        try:
            attachment = pdf.get_attachment(index)
            yield Child(attachment.get_name(), bytes(attachment.get_data()))
        except pdfium.PdfiumError:
            # An entry without a file behind it.
            continue
