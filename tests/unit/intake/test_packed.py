"""Documents wrapped in documents: RTF, OpenDocument, zip, winmail.dat."""

import struct
import zipfile
from io import BytesIO

import pdfplumber
import pytest
from compressed_rtf import compress

from mi_desktop.basics.errors import WorldError
from mi_desktop.intake.errors import (
    FileBroken,
    FileEncrypted,
    KindUnknown,
    TooManyParts,
    UnpackedHuge,
)
from mi_desktop.intake.formats import Limits
from mi_desktop.intake.opening import OpenedDocument, open_document
from tests.unit.intake.papers import letter, saved

RTF = rb"{\rtf1\ansi\ansicpg1252 Patienten fick kl\'e5da och svimmade.\par Batch ZX\u8209?42.}"
ODT = "application/vnd.oasis.opendocument.text"
CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>
 <text:tracked-changes><text:p>struket</text:p></text:tracked-changes>
 <text:h>Fråga om Zelvimar</text:h>
 <text:p>Kan <text:span>man</text:span><text:s text:c="2"/>dela<text:tab/>den?
 <text:line-break/>Tack</text:p>
 <table:table><table:table-row><table:table-cell><text:p>Batch</text:p></table:table-cell>
 <table:table-cell><text:p>ZX42</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""


def opened(name: str, data: bytes, limits: Limits | None = None) -> OpenedDocument:
    return open_document(name, data, limits or Limits())


def shown(document: OpenedDocument, part: int = 0) -> str:
    view = document.parts[part].view
    assert view is not None
    with pdfplumber.open(BytesIO(view)) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def packed(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def odt(content: str = CONTENT, manifest: bytes = b"<manifest/>") -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", ODT)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
        archive.writestr("Pictures/1.png", saved(letter("bild"), "PNG"))
    return out.getvalue()


def tnef(*attributes: tuple[int, int, bytes]) -> bytes:
    """A winmail.dat of (level, attribute, data), each with its checksum (MS-OXTNEF 2.1.3)."""
    body = b"".join(
        struct.pack("<BII", level, name, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)
        for level, name, data in attributes
    )
    return struct.pack("<IH", 0x223E9F78, 1) + body


def test_rtf_is_read_as_its_words() -> None:
    document = opened("brev.rtf", RTF)
    assert document.parts[0].media_type == "application/rtf"
    assert "Patienten fick klåda och svimmade." in shown(document)


def test_an_opendocument_text_gives_its_words_tables_and_pictures() -> None:
    document = opened("brev.odt", odt())
    text = shown(document)
    assert [part.media_type for part in document.parts] == [ODT, "image/png"]
    assert "Fråga om Zelvimar" in text
    assert "Kan man" in text
    assert "Batch ZX42" in " ".join(text.split())
    assert "struket" not in text


def test_a_locked_opendocument_text_is_said_to_be_locked() -> None:
    with pytest.raises(FileEncrypted):
        opened("brev.odt", odt(manifest=b"<manifest><encryption-data/></manifest>"))


def test_an_opendocument_text_with_entities_stays_closed() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + CONTENT.split("?>", 1)[1]
    hostile = bomb.replace("Fråga om Zelvimar", "&b;")
    assert "haha" not in shown(opened("brev.odt", odt(hostile)))


def test_each_file_of_a_zip_is_a_part() -> None:
    document = opened(
        "post.zip", packed({"a/fråga.txt": "Får man köra bil?".encode(), "b.rtf": RTF})
    )
    assert [(p.name, p.media_type) for p in document.parts] == [
        ("post.zip", "application/zip"),
        ("fråga.txt", "text/plain"),
        ("b.rtf", "application/rtf"),
    ]
    assert "Får man köra bil?" in shown(document, 1)


def test_a_zip_bomb_and_a_crowd_are_refused() -> None:
    with pytest.raises(UnpackedHuge):
        opened("a.zip", packed({"a": bytes(3 * 2**20)}), Limits(megabytes=2))
    with pytest.raises(TooManyParts):
        opened("a.zip", packed({str(n): b"x" for n in range(30)}), Limits(parts=20))


def test_a_locked_zip_is_said_to_be_locked() -> None:
    data = bytearray(packed({"a.txt": b"x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(FileEncrypted):
        opened("a.zip", bytes(data))


def test_other_office_documents_are_no_mere_archives() -> None:
    with pytest.raises(KindUnknown):
        opened("a.xlsx", packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"}))


def test_winmail_dat_gives_its_text_and_attachments() -> None:
    document = opened(
        "winmail.dat",
        tnef(
            (1, 0x0002800C, "Se bifogat brev från patienten.".encode("cp1252")),
            (2, 0x00069002, bytes(14)),
            (2, 0x00018010, b"brev.rtf\x00"),
            (2, 0x0006800F, RTF),
        ),
    )
    assert "Se bifogat brev från patienten." in shown(document)
    assert [(p.name, p.media_type) for p in document.parts[1:]] == [("brev.rtf", "application/rtf")]
    assert "klåda" in shown(document, 1)


def test_compressed_rtf_in_winmail_dat_is_unpacked() -> None:
    squeezed = compress(RTF)
    # One MAPI property: PidTagRtfCompressed, binary, one value, padded to four bytes.
    value = struct.pack("<HHII", 0x0102, 0x1009, 1, len(squeezed)) + squeezed
    value += bytes(-len(squeezed) % 4)
    document = opened("winmail.dat", tnef((1, 0x00069003, struct.pack("<I", 1) + value)))
    assert "svimmade" in shown(document)


@pytest.mark.parametrize(
    "make", [odt, lambda: packed({"a": b"x" * 99}), lambda: tnef((1, 0x0002800C, b"hej"))]
)
def test_cut_short_they_are_broken_or_poorer_but_never_a_crash(make: object) -> None:
    whole: bytes = make()  # type: ignore[operator]
    codes = set()
    for end in range(5, len(whole), max(1, len(whole) // 25)):
        try:
            opened("x", whole[:end])
        except WorldError as refused:
            codes.add(refused.code)
    assert codes <= {FileBroken.code, KindUnknown.code, FileEncrypted.code}
