"""Bytes made to do harm: refused or kept, never a crash, never a hang."""

import contextlib
import random
import struct
import zipfile
import zlib
from email.message import EmailMessage
from io import BytesIO

import pytest

from mi_desktop.basics.errors import WorldError
from mi_desktop.intake.errors import (
    FileBroken,
    FileEncrypted,
    KindUnknown,
    NestedTooDeep,
    PictureHuge,
    UnpackedHuge,
)
from mi_desktop.intake.formats import Limits
from mi_desktop.intake.opening import OpenedDocument, open_document
from tests.unit.intake.papers import attach, letter, mail, saved, sheet, text_pdf, tiff, word


def opened(data: bytes, name: str = "file", limits: Limits | None = None) -> OpenedDocument:
    return open_document(name, data, limits or Limits())


def png_header(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    crc = struct.pack(">I", zlib.crc32(head))
    rest = struct.pack(">I", 64) + b"IDAT" + bytes(68)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + crc + rest


def bmp_header(width: int, height: int) -> bytes:
    info = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + info


@pytest.mark.parametrize("make", [png_header, bmp_header])
@pytest.mark.parametrize("size", [(40_000, 40_000), (12_500, 12_500)])
def test_a_picture_bomb_is_refused_by_its_header(make: object, size: tuple[int, int]) -> None:
    with pytest.raises(PictureHuge):
        opened(make(*size))  # type: ignore[operator]


def test_a_tiff_bomb_is_refused_by_its_header() -> None:
    small = tiff(sheet("x"))
    huge = small.replace(
        struct.pack("<HHII", 256, 4, 1, 827), struct.pack("<HHII", 256, 4, 1, 900_000)
    )
    assert huge != small
    with pytest.raises(PictureHuge):
        opened(huge)


def test_a_fax_cut_short_keeps_the_pages_that_came() -> None:
    pages = [sheet(f"sida {n}", size=(1728, 1143), mode="1") for n in range(3)]
    whole = tiff(*pages, compression="group4", dpi=(204, 98))
    last = whole.rindex(struct.pack("<HHIH", 256, 3, 1, 1728))
    document = opened(whole[:last], "fax.tif")
    assert len(document.parts[0].leaves) == 2
    assert "cut short" in str(document.warnings[0])
    with pytest.raises(FileBroken):
        opened(whole[:200])


def test_a_page_with_broken_strips_is_kept_as_far_as_it_reads() -> None:
    pages = [sheet(f"sida {n}", size=(1728, 1143)) for n in range(2)]
    data = bytearray(tiff(*pages, compression="tiff_adobe_deflate", dpi=(204, 98)))
    middle = len(data) * 3 // 4
    data[middle : middle + 200] = bytes(200)
    document = opened(bytes(data), "fax.tif")
    assert sorted(leaf.damaged for leaf in document.parts[0].leaves) == [False, True]
    assert "damaged" in str(document.warnings[0])


def test_a_tiff_that_points_at_itself_ends() -> None:
    data = bytearray(tiff(sheet("x")))
    (at,) = struct.unpack_from("<I", data, 4)
    (entries,) = struct.unpack_from("<H", data, at)
    struct.pack_into("<I", data, at + 2 + 12 * entries, at)
    assert len(opened(bytes(data)).parts[0].leaves) == 1


def test_a_zip_bomb_in_a_word_file_is_refused_before_it_unpacks() -> None:
    out = BytesIO(word("liten"))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", bytes(3 * 2**20))
    assert len(out.getvalue()) < 100_000
    with pytest.raises(UnpackedHuge):
        opened(out.getvalue(), limits=Limits(megabytes=2))


def test_entities_that_multiply_in_a_word_file_do_not() -> None:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;">' % (98 + n, *[97 + n] * 3) for n in range(20))
        + b"]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        b"<w:body><w:p><w:r><w:t>&u;</w:t></w:r></w:p></w:body></w:document>"
    )
    source, out = zipfile.ZipFile(BytesIO(word("x"))), BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, bomb if name == "word/document.xml" else source.read(name))
    with contextlib.suppress(FileBroken):
        assert len(opened(out.getvalue()).parts[0].leaves) == 1


def test_mails_inside_mails_are_opened_to_a_depth_and_then_kept() -> None:
    message = attach(mail("innerst"), "sist.txt", b"inneh\xc3\xa5ll")
    for level in range(12):
        outer = mail(f"nivå {level}")
        outer.add_attachment(message)
        message = outer
    document = opened(message.as_bytes(), "m.eml")
    assert [p.depth for p in document.parts] == list(range(10))
    deepest = document.parts[-1]
    assert deepest.problem is not None
    assert deepest.problem.code == NestedTooDeep.code
    assert deepest.data is not None
    assert b"innerst" in deepest.data


def test_a_thousand_mails_inside_each_other_are_refused() -> None:
    layers = 1500
    head = b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
    with pytest.raises(NestedTooDeep):
        opened(head * layers + b"From: a@b.example\n\nsist", "m.eml")


def test_more_attachments_than_are_looked_at_are_kept_unopened() -> None:
    message = mail()
    for n in range(6):
        attach(message, f"{n}.txt", b"text %d" % n)
    document = opened(message.as_bytes(), limits=Limits(parts=4))
    assert [p.problem.code if p.problem else "" for p in document.parts[1:]] == [
        *[""] * 4,
        "INT-010",
        "INT-010",
    ]
    assert document.parts[6].data == b"text 5"


HOSTILE_HEADERS = {
    "huge": b"Subject: " + b"x" * 2_000_000 + b"\n",
    "folded": b"Subject: " + b"a\n " * 50_000 + b"\n",
    "encoded words": b"Subject: " + b"=?utf-8?q?=C3?= " * 2000 + b"\n",
    "unknown charset": b"Subject: =?klingon?b?/////w==?=\n",
    "bad base64": b"Subject: =?utf-8?b?abc?=\n",
    "raw bytes": b"Subject: \xff\xfe\x80 fr\xe5ga\n",
    "brackets": b"From: " + b"<" * 5000 + b"\n",
    "comment": b"From: " + b"(" * 5000 + b"a@b.example\n",
    "date": b"Date: Fri, 99 Foo 99999 99:99:99 +9999\n",
    "far date": b"Date: Mon, 31 Dec 9999 23:59:59 -2359\n",
    "boundary": b"Content-Type: multipart/mixed; boundary=\n",
    "no boundary": b"Content-Type: multipart/mixed\n",
    "type": b"Content-Type: ;;;=;*0*=\xff''%%%\n",
    "charset": b'Content-Type: text/plain; charset="\x00"\n',
    "encoding": b"Content-Transfer-Encoding: base64\n",
    "uuencode": b"Content-Transfer-Encoding: x-uuencode\n",
    "rfc 2231": b"Content-Type: text/plain; name*0*=utf-8''%ff; name*9999999999=x\n",
}


@pytest.mark.parametrize("kind", HOSTILE_HEADERS)
def test_hostile_headers_do_not_stop_the_mail(kind: str) -> None:
    head = b"To: medinfo@exempelia.example\nMessage-ID: <1@b.example>\n"
    document = opened(head + HOSTILE_HEADERS[kind] + b"\nHej, en fr\xc3\xa5ga.\n", "m.eml")
    assert document.parts[0].media_type == "message/rfc822"
    assert len(document.header.subject) <= 4000
    assert "\n" not in document.header.subject


def test_a_locked_office_file_is_told_from_a_mail() -> None:
    with pytest.raises((FileBroken, FileEncrypted, KindUnknown)):
        opened(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "a.docx")


SEEDS = {
    "pdf": text_pdf("Fråga om Zelvimar", "sida två"),
    "png": saved(letter(), "PNG"),
    "jpg": saved(letter(), "JPEG"),
    "gif": saved(letter(), "GIF"),
    "webp": saved(letter(), "WEBP"),
    "tif": tiff(letter("ett"), letter("två"), compression="tiff_lzw"),
    "fax": tiff(sheet("Fax", size=(1728, 1143), mode="1"), compression="group3"),
    "docx": word("Fråga", table=[["a", "b"]]),
    "eml": attach(mail(), "a.pdf", text_pdf("bilaga")).as_bytes(),
}


@pytest.mark.parametrize("kind", SEEDS)
def test_cut_and_changed_files_are_read_or_refused_with_a_code(kind: str) -> None:
    rng = random.Random(kind)
    seed = SEEDS[kind]
    for attempt in range(25):
        data = bytearray(seed)
        if attempt % 3 == 0:
            del data[rng.randrange(len(data)) :]
        for _ in range(rng.randrange(1, 12)):
            if data:
                data[rng.randrange(len(data))] = rng.randrange(256)
        try:
            document = opened(bytes(data), f"a.{kind}")
        except WorldError as e:
            assert e.code.startswith("INT-")
        else:
            assert document.parts


def test_a_mail_of_nothing_but_an_attachment_has_a_page() -> None:
    message = EmailMessage()
    message["From"] = "a@b.example"
    message["Subject"] = ""
    attach(message, "a.txt", b"text")
    assert [len(p.leaves) for p in opened(message.as_bytes()).parts] == [1, 1]
