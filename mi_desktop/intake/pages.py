"""Draws pages, for eyes and for reading machines; runs in the sandbox."""

from io import BytesIO

from PIL import Image

from mi_desktop.intake.errors import KindUnknown
from mi_desktop.intake.formats import PAGED, Leaf, Paged
from mi_desktop.intake.model import PageImage


def raster(
    data: bytes, media_type: str, index: int, dpi: float | None = None, *, colour: bool = False
) -> Image.Image:
    """A page with square dots, as it lies in its document (a person's turn not applied).

    Args:
        data: the document, or the view made of it.
        media_type: of `data`.
        index: the page, counted from 0.
        dpi: dots per inch both ways; None: the finer of the page's own two.
        colour: whether the page's colours are wanted.

    Returns:
        Mode L, or RGB where colours are wanted and the page may have some. Picture px /
        `Page.width` (or `height`) is the scale of each side.

    Raises:
        KindUnknown: no page can be drawn of this media type.
        FileBroken: the page cannot be read.
    """
    form = _paged(media_type)
    if dpi is None:
        leaf = form.measure(data, index)
        dpi = max(leaf.dpi_x, leaf.dpi_y)
    return form.draw(data, index, dpi, colour=colour)


def render_page(data: bytes, media_type: str, index: int, rotation: int, width: int) -> PageImage:
    """A page as a PNG picture, turned as a person turned it, at most `width` px wide.

    Args:
        data: the document, or the view made of it.
        media_type: of `data`.
        index: the page, counted from 0.
        rotation: degrees clockwise: 0, 90, 180, 270.
        width: px of the picture at most; pages are never blown up beyond their own dots.

    Raises:
        KindUnknown: no page can be drawn of this media type.
        FileBroken: the page cannot be read.
    """
    form = _paged(media_type)
    leaf = form.measure(data, index)
    picture = form.draw(data, index, _fitting_dpi(leaf, rotation, width), colour=True)
    if rotation:
        picture = picture.rotate(-rotation, expand=True)
    if picture.width > width:
        picture = picture.resize((width, max(1, round(picture.height * width / picture.width))))
    across, down = _turned(leaf.width, leaf.height, rotation)
    out = BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return PageImage(
        out.getvalue(),
        picture.width,
        picture.height,
        picture.width / across,
        picture.height / down,
    )


def ready() -> None:
    """Nothing; once it was called, everything that draws pages is loaded."""


def _paged(media_type: str) -> Paged:
    for form in PAGED:
        if media_type in form.media_types:
            return form
    raise KindUnknown


def _fitting_dpi(leaf: Leaf, rotation: int, width: int) -> float:
    inches, _ = _turned(leaf.width / leaf.dpi_x, leaf.height / leaf.dpi_y, rotation)
    return min(width / inches, max(leaf.dpi_x, leaf.dpi_y))


def _turned(across: float, down: float, rotation: int) -> tuple[float, float]:
    return (down, across) if rotation in (90, 270) else (across, down)
