"""An Outlook message file ([MS-OXMSG]) with a plain body, one recipient and attachments."""

import struct
from datetime import UTC, datetime
from email.utils import parseaddr
from pathlib import PurePath

import numpy as np

from mi_desktop.demo.maker.compound import Folder, compound_file
from mi_desktop.demo.maker.parts import MIME_TYPES, attachment, pages_of
from mi_desktop.demo.maker.truth import Piece

_INT, _TIME, _TEXT, _BYTES = 0x0003, 0x0040, 0x001F, 0x0102
_READABLE_WRITABLE = 6
Value = int | str | bytes | datetime


def make_msg(piece: Piece, rng: np.random.Generator) -> bytes:
    """The message as bytes of a compound file.

    Raises:
        ValueError: the piece has no envelope, or an attachment without pages.
    """
    envelope = piece.make.envelope
    if envelope is None:
        raise ValueError(f"{piece.id} has no envelope")
    name, address = parseaddr(envelope.sender)
    count = len(envelope.attachments)
    header = struct.pack("<8x4I8x", 1, count, 1, count)
    body = pages_of(piece, "body")[0].printed.replace("\n", "\r\n")
    root = _with_properties(
        header,
        {
            0x001A: "IPM.Note",
            0x0037: envelope.subject,
            0x0039: envelope.date,
            0x0C1A: name,
            0x0C1E: "SMTP",
            0x0C1F: address,
            0x0E04: envelope.to,
            0x0E06: envelope.date,
            0x1000: body,
            0x340D: 0x40000,
            0x5D01: address,
        },
    )
    root.folders["__nameid_version1.0"] = Folder(
        {f"__substg1.0_{i:04X}0102": b"" for i in (2, 3, 4)}
    )
    root.folders["__recip_version1.0_#00000000"] = _recipient(envelope.to)
    for number, part in enumerate(envelope.attachments):
        data = attachment(piece, part, rng)
        root.folders[f"__attach_version1.0_#{number:08X}"] = _attached(number, part, data)
    return compound_file(root)


def _recipient(to: str) -> Folder:
    name, address = parseaddr(to)
    values: dict[int, Value] = {0x0C15: 1, 0x3001: name or address, 0x3002: "SMTP"}
    return _with_properties(bytes(8), values | {0x3003: address, 0x39FE: address})


def _attached(number: int, name: str, data: bytes) -> Folder:
    suffix = PurePath(name).suffix
    by_value = 1
    values: dict[int, Value] = {0x0E21: number, 0x3701: data, 0x3703: suffix, 0x3705: by_value}
    return _with_properties(bytes(8), values | {0x3707: name, 0x370E: MIME_TYPES[suffix]})


def _with_properties(header: bytes, values: dict[int, Value]) -> Folder:
    """A folder whose property stream lists the values, long ones in streams of their own."""
    folder, rows = Folder(), header
    for tag, value in values.items():
        kind, fixed, stream = _coded(value)
        rows += struct.pack("<HHIQ", kind, tag, _READABLE_WRITABLE, fixed)
        if stream is not None:
            folder.streams[f"__substg1.0_{tag:04X}{kind:04X}"] = stream
    folder.streams["__properties_version1.0"] = rows
    return folder


def _coded(value: Value) -> tuple[int, int, bytes | None]:
    """Property type, the eight bytes in the list, and the stream's bytes if it has one."""
    if isinstance(value, int):
        return _INT, value, None
    if isinstance(value, datetime):
        since = value - datetime(1601, 1, 1, tzinfo=UTC)
        return _TIME, (since.days * 86_400 + since.seconds) * 10_000_000, None
    if isinstance(value, str):
        text = value.encode("utf-16-le")
        return _TEXT, len(text) + 2, text
    return _BYTES, len(value), value
