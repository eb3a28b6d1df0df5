"""Word documents (.docx, ECMA-376): their text with tables, headers and notes, and pictures."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from lxml import etree

from mi_desktop.intake.errors import FileBroken
from mi_desktop.intake.formats.archive import FAILURES, PACKED, must_unpack_within
from mi_desktop.intake.formats.form import Child, Limits, Opened
from mi_desktop.intake.formats.view import view_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_INSIDE = ("/image", "/package", "/oleObject", "/aFChunk")
_NOTES = ("/footnotes", "/endnotes", "/comments")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class Word:
    """An Office Open XML text."""

    def recognises(self, data: bytes, name: str) -> bool:
        """A zip archive that holds `word/document.xml` (or a main part beside it)."""
        if not data.startswith(PACKED):
            return False
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                names = archive.namelist()
        except FAILURES:
            return name.lower().endswith(".docx")
        return "[Content_Types].xml" in names and any(
            n.startswith("word/document") and n.endswith(".xml") for n in names
        )

    def open(self, data: bytes, limits: Limits) -> Opened:
        """Its text as pages; its pictures and embedded files as children."""
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                must_unpack_within(archive, limits)
            document = docx.Document(BytesIO(data))
            view, leaves = view_of("\n".join(_lines(document)), limits.pages)
            children = tuple(_inside(document))
        except FAILURES as e:
            raise FileBroken(kind="Word") from e
        return Opened(MEDIA_TYPE, leaves, view, children)


def _lines(document: Document) -> Iterator[str]:
    """Page header, body in order, page footer, notes; each part of a page once."""
    seen = set[str]()
    for section in document.sections:
        yield from _once(_blocks(section.header), seen)
    yield from _blocks(document)
    for section in document.sections:
        yield from _once(_blocks(section.footer), seen)
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(_NOTES):
            yield from _note_lines(relation.target_part.blob)


def _once(lines: Iterator[str], seen: set[str]) -> Iterator[str]:
    for line in lines:
        if line.strip() and line not in seen:
            seen.add(line)
            yield line


def _blocks(container: Any) -> Iterator[str]:
    for block in container.iter_inner_content():
        if isinstance(block, Table):
            for row in block._tbl.tr_lst:
                yield "\t".join(" ".join(map(_words, cell.iter(qn("w:p")))) for cell in row.tc_lst)
        else:
            yield _words(block._p)


def _words(paragraph: Any) -> str:
    """The text of a paragraph, text boxes too; what was deleted with tracking stays out."""
    words = []
    for node in paragraph.iter(
        qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen")
    ):
        if any(above.tag == _FALLBACK for above in node.iterancestors()):
            continue
        if node.tag == qn("w:t"):
            words.append(node.text or "")
        elif node.getparent().tag == qn("w:r"):
            words.append({qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}.get(node.tag, "\n"))
    return "".join(words)


def _note_lines(blob: bytes) -> Iterator[str]:
    root = etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
    for paragraph in root.iter(qn("w:p")):
        if (line := _words(paragraph)).strip():
            yield line


def _inside(document: Document) -> Iterator[Child]:
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(_INSIDE):
            part = relation.target_part
            yield Child(PurePosixPath(str(part.partname)).name, part.blob)
