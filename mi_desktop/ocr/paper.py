"""Pictures of pages as PDF pages, exactly as they are: nothing is packed with loss."""

import io
import zlib
from collections.abc import Iterator

import pikepdf
from PIL import Image, ImageOps
from PIL.TiffImagePlugin import ROWSPERSTRIP, STRIPBYTECOUNTS, STRIPOFFSETS, TiffImageFile

from mi_desktop.intake.formats.picture import flat

_GREY_AND_RGB = (pikepdf.Name.DeviceGray, pikepdf.Name.DeviceRGB)
# PDF/A-1 knows these; JPEG 2000 and private ones it does not (ISO 19005-1, 6.1.10).
_FILTERS = {"/DCTDecode", "/CCITTFaxDecode", "/FlateDecode", "/JBIG2Decode", "/RunLengthDecode"}
_KEPT = (
    *("/Type", "/Subtype", "/Length", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent"),
    *("/Filter", "/DecodeParms", "/Decode", "/ImageMask"),
)
# What a page that only shows one picture may say beside `Do`.
_AROUND = {
    *("q", "Q", "cm", "gs", "W", "W*", "n", "re", "BDC", "BMC", "EMC", "g", "rg", "sc", "cs"),
    *("BT", "ET", "Tf", "TL", "Tr", "Tz", "Td", "Tm"),
}


def add_picture(
    pdf: pikepdf.Pdf, picture: Image.Image, size: tuple[float, float], jpeg: bytes = b""
) -> None:
    """A page with the picture as it is.

    Args:
        pdf: where the page is added.
        picture: any mode; what is transparent becomes white.
        size: of the page, points.
        jpeg: the picture's own file, taken over byte for byte where it is a plain JPEG.
    """
    page = pdf.add_blank_page(page_size=size)
    page.Resources = pikepdf.Dictionary(
        XObject=pikepdf.Dictionary(Im0=_embedded(pdf, picture, jpeg))
    )
    page.Contents = pdf.make_stream(f"q {size[0]:.4f} 0 0 {size[1]:.4f} 0 0 cm /Im0 Do Q".encode())


def plain_scan(pdf: pikepdf.Pdf, page: pikepdf.Page) -> bool:
    """Makes a scanned page of somebody else's PDF fit to be kept, where that can be done.

    A page that shows one picture in grey or RGB and nothing else keeps exactly this picture and
    where it stands; everything beside it is taken away. Any other page is not touched.

    Returns:
        Whether the page now holds nothing that PDF/A-1b forbids.
    """
    shown = _only_picture(page)
    # What is filled in or stamped on as an annotation is seen too.
    if shown is None or len(page.obj.get("/Annots", ())):
        return False
    picture, matrix = shown
    for key in [str(key) for key in picture if str(key) not in _KEPT]:
        del picture[key]
    for key in ("/Annots", "/Group", "/AA", "/Trans", "/Metadata", "/PieceInfo", "/Thumb"):
        if key in page.obj:
            del page.obj[key]
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=picture))
    place = " ".join(f"{number:.5f}" for number in matrix.shorthand)
    page.obj.Contents = pdf.make_stream(f"q {place} cm /Im0 Do Q".encode())
    return True


def _only_picture(page: pikepdf.Page) -> tuple[pikepdf.Stream, pikepdf.Matrix] | None:
    """The one picture that a page shows, and its matrix; None where there is anything else."""
    try:
        shown = list(_shown(page))
    except (pikepdf.PdfError, AttributeError, LookupError, TypeError, ValueError):
        return None
    if len(shown) != 1:
        return None
    picture, matrix = shown[0]
    return (picture, matrix) if isinstance(picture, pikepdf.Stream) and _fits(picture) else None


def _shown(page: pikepdf.Page) -> Iterator[tuple[pikepdf.Object | None, pikepdf.Matrix]]:
    """What a page paints, and with which matrix; None for anything but an image object."""
    matrix, stack = pikepdf.Matrix(), list[pikepdf.Matrix]()
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name == "q":
            stack.append(matrix)
        elif name == "Q":
            matrix = stack.pop()
        elif name == "cm":
            matrix = pikepdf.Matrix(*(float(number) for number in operands)) @ matrix
        elif name == "Do":
            yield page.Resources.XObject[str(operands[0])], matrix
        elif name not in _AROUND:
            yield None, matrix


def _fits(picture: pikepdf.Object) -> bool:
    filters = picture.get("/Filter", pikepdf.Array())
    named = [filters] if isinstance(filters, pikepdf.Name) else list(filters)
    return (
        picture.get("/Subtype") == pikepdf.Name.Image
        and "/SMask" not in picture
        and "/Mask" not in picture
        and _plain_colours(picture.get("/ColorSpace"))
        and all(str(name) in _FILTERS for name in named)
    )


def _plain_colours(space: pikepdf.Object | None) -> bool:
    """Grey, RGB, one with a profile of its own, or a table of such colours."""
    if isinstance(space, pikepdf.Array):
        if space[0] == pikepdf.Name.Indexed:
            return _plain_colours(space[1])
        return bool(space[0] == pikepdf.Name.ICCBased and int(space[1].N) in (1, 3))
    return space in _GREY_AND_RGB


def _embedded(pdf: pikepdf.Pdf, picture: Image.Image, jpeg: bytes) -> pikepdf.Stream:
    if jpeg and picture.format == "JPEG" and picture.mode in ("L", "RGB"):
        return _stream(pdf, jpeg, picture, Filter=pikepdf.Name.DCTDecode)
    upright = ImageOps.exif_transpose(picture)
    if upright.mode == "1":
        # Pillow codes white dots as T.6 codes black ones.
        parameters = pikepdf.Dictionary(
            K=-1, Columns=upright.width, Rows=upright.height, BlackIs1=True
        )
        return _stream(
            pdf, _group4(upright), upright, Filter=pikepdf.Name.CCITTFaxDecode,
            DecodeParms=parameters,
        )  # fmt: skip
    plain = upright if upright.mode in ("L", "RGB") else flat(upright, colour=True)
    return _stream(pdf, zlib.compress(plain.tobytes()), plain, Filter=pikepdf.Name.FlateDecode)


def _stream(
    pdf: pikepdf.Pdf, packed: bytes, picture: Image.Image, **how: pikepdf.Object
) -> pikepdf.Stream:
    colours = pikepdf.Name.DeviceRGB if picture.mode == "RGB" else pikepdf.Name.DeviceGray
    return pikepdf.Stream(
        pdf,
        packed,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=colours,
        BitsPerComponent=1 if picture.mode == "1" else 8,
        **how,
    )


def _group4(picture: Image.Image) -> bytes:
    """The picture's dots in one strip of ITU-T T.6, as fax machines and PDF share it."""
    tiff = io.BytesIO()
    one_strip = {ROWSPERSTRIP: picture.height}
    picture.save(tiff, "TIFF", compression="group4", tiffinfo=one_strip)
    tiff.seek(0)
    with TiffImageFile(tiff) as written:
        start, length = written.tag_v2[STRIPOFFSETS][0], written.tag_v2[STRIPBYTECOUNTS][0]
    return tiff.getvalue()[start : start + length]
