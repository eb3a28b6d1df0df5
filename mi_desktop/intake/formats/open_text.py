"""OpenDocument texts (.odt, ISO/IEC 26300): their text and pictures."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from lxml import etree

from mi_desktop.intake.errors import FileBroken, FileEncrypted
from mi_desktop.intake.formats.archive import FAILURES, PACKED, must_unpack_within
from mi_desktop.intake.formats.form import Child, Limits, Opened
from mi_desktop.intake.formats.view import view_of

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_LINES = {f"{_TEXT}p", f"{_TEXT}h"}
_MARKS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
# What was deleted with tracking, and what the author only noted for himself.
_SILENT = {f"{_TEXT}tracked-changes"}
_LOCKED = b"encryption-data"


class OpenText:
    """A text of LibreOffice and its like."""

    def recognises(self, data: bytes, name: str) -> bool:
        """A zip archive whose first entry says so in plain."""
        return data.startswith(PACKED) and MEDIA_TYPE.encode() in data[:200]

    def open(self, data: bytes, limits: Limits) -> Opened:
        """Its text as pages; its pictures and objects as children."""
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                must_unpack_within(archive, limits)
                if _LOCKED in archive.read("META-INF/manifest.xml"):
                    raise FileEncrypted
                safe = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
                body = etree.fromstring(archive.read("content.xml"), safe)
                children = tuple(_pictures(archive))
            view, leaves = view_of("\n".join(_lines(body)), limits.pages)
        except FAILURES as e:
            raise FileBroken(kind="OpenDocument") from e
        return Opened(MEDIA_TYPE, leaves, view, children)


def _lines(body: etree._Element) -> Iterator[str]:
    """Paragraphs in order; a table's row is one line, its cells apart by tabs."""
    for node in body:
        if node.tag in _SILENT:
            continue
        if node.tag in _LINES:
            yield _words(node)
        elif node.tag == f"{_TABLE}table-row":
            yield "\t".join(" ".join(_lines(cell)) for cell in node)
        else:
            yield from _lines(node)


def _words(node: etree._Element) -> str:
    words = [node.text or ""]
    for inner in node:
        if inner.tag == f"{_TEXT}s":
            words.append(" " * min(int(inner.get(f"{_TEXT}c", "1")), 80))
        else:
            words.append(_MARKS.get(str(inner.tag), "") or _words(inner))
        words.append(inner.tail or "")
    return "".join(words)


def _pictures(archive: zipfile.ZipFile) -> Iterator[Child]:
    for entry in archive.namelist():
        if entry.startswith("Pictures/") and not entry.endswith("/"):
            yield Child(PurePosixPath(entry).name, archive.read(entry))
