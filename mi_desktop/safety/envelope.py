"""What goes into a package beside sheet and record: source pages, and the signed hash list."""

import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

import nacl.exceptions
from nacl.encoding import HexEncoder
from nacl.signing import SigningKey, VerifyKey
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

SHEET, RECORD, PAGES, HASHES = "sheet.pdf", "record.json", "pages.pdf", "hashes.json"
# How the reporter is reached, apart from the report itself (FU-2).
CONTACT = "contact.json"
PAGE_WIDTH_PX = 1240  # A4 at 150 dpi
_POINTS = 595.28  # the width of A4
_STRIP = 16
_QUALITY = 80


def parcel_name(number: str, version: int) -> str:
    """`AE-SE-2026-00003-v1`: the same at every attempt, so that a repeat is known as one."""
    return f"{number}-v{version}"


def source_pages(pages: Iterable[tuple[str, bytes | str]]) -> bytes:
    """The pages as they came, each with its place above it.

    Args:
        pages: piece, part and page in words; and the picture (PNG), or words where none could
            be drawn.
    """
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1)
    for said, picture in pages:
        if isinstance(picture, str):
            canvas.setPageSize((_POINTS, _POINTS))
            canvas.drawString(8, _POINTS / 2, _latin(picture))
            height = _POINTS - _STRIP
        else:
            height = _draw(canvas, picture)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(8, height + 5, _latin(said))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, picture: bytes) -> float:
    with Image.open(io.BytesIO(picture)) as image:
        height = float(_POINTS * image.height / image.width)
        packed = io.BytesIO()
        image.convert("RGB").save(packed, "JPEG", quality=_QUALITY)
    packed.seek(0)
    canvas.setPageSize((_POINTS, height + _STRIP))
    canvas.drawImage(ImageReader(packed), 0, 0, _POINTS, height)
    return height


def _latin(text: str) -> str:
    return text.encode("cp1252", "replace").decode("cp1252")


def hash_list(name: str, files: Mapping[str, bytes], seed: bytes) -> bytes:
    """Names, sizes and SHA-256 of the files, signed with the office's Ed25519 key (RFC 8032)."""
    key = SigningKey(seed)
    listed = {
        "package": name,
        "files": [
            {"name": n, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for n, data in sorted(files.items())
        ],
        "public_key": key.verify_key.encode(HexEncoder).decode(),
    }
    signature = key.sign(_canonical(listed)).signature.hex()
    return json.dumps({**listed, "signature": signature}, indent=1).encode()


def differing(hashes: bytes, files: Mapping[str, bytes], seed: bytes) -> str:
    """The name of the first file that is not as it was signed; "" where all are.

    Args:
        hashes: the signed list.
        files: name to content, without the list.
        seed: of the office's key.
    """
    kept: dict[str, Any] = json.loads(hashes)
    signature = bytes.fromhex(kept.pop("signature"))
    try:
        VerifyKey(SigningKey(seed).verify_key.encode()).verify(_canonical(kept), signature)
    except (nacl.exceptions.BadSignatureError, nacl.exceptions.ValueError):
        return HASHES
    listed = {f["name"]: f["sha256"] for f in kept["files"]}
    there = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return next((n for n in sorted({*listed, *there}) if listed.get(n) != there.get(n)), "")


def _canonical(listed: Mapping[str, Any]) -> bytes:
    return json.dumps(listed, sort_keys=True, separators=(",", ":")).encode()
