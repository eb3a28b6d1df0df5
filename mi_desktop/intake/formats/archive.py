"""Zip archives: each file inside is a document of its own."""

import zipfile
import zlib
from io import BytesIO
from lzma import LZMAError

from lxml import etree

from mi_desktop.intake.errors import FileBroken, FileEncrypted, TooManyParts, UnpackedHuge
from mi_desktop.intake.formats.form import Child, Limits, Opened
from mi_desktop.intake.formats.view import view_of

MEDIA_TYPE = "application/zip"
PACKED = b"PK\x03\x04"
_ENCRYPTED = 0x1
_OFFICE = "[Content_Types].xml"
_ODF = b"mimetypeapplication/vnd.oasis"
# What Python's zip reader and an XML reader behind it raise on hostile bytes.
FAILURES = (
    *(OSError, ValueError, TypeError, LookupError, AttributeError, AssertionError),
    *(ArithmeticError, RuntimeError, NotImplementedError, EOFError),
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, LZMAError, etree.LxmlError),
)


class Archive:
    """Files packed into one."""

    def recognises(self, data: bytes, name: str) -> bool:
        """A zip that is no office document: those are zips with a table of types inside."""
        if not data.startswith(PACKED) or _ODF in data[:100]:
            return False
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                return _OFFICE not in archive.namelist()
        except FAILURES:
            return True

    def open(self, data: bytes, limits: Limits) -> Opened:
        """A list of its contents as pages, its files as children."""
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                must_unpack_within(archive, limits)
                files = [entry for entry in archive.infolist() if not entry.is_dir()]
                if len(files) > limits.parts:
                    raise TooManyParts(most=limits.parts)
                if any(entry.flag_bits & _ENCRYPTED for entry in files):
                    raise FileEncrypted
                children = tuple(Child(entry.filename, archive.read(entry)) for entry in files)
        except FAILURES as e:
            raise FileBroken(kind="zip") from e
        view, leaves = view_of("\n".join(child.name for child in children), limits.pages)
        return Opened(MEDIA_TYPE, leaves, view, children)


def must_unpack_within(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Sizes as the archive states them; the library reads no more than is stated.

    Raises:
        UnpackedHuge: a zip bomb.
    """
    if sum(entry.file_size for entry in archive.infolist()) > limits.megabytes * 2**20:
        raise UnpackedHuge(most=limits.megabytes)
