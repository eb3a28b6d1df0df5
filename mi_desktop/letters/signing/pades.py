"""Signs a PDF with pyHanko: PAdES baseline B-B (ETSI EN 319 142-1)."""

import io
from datetime import datetime
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.stamp import StaticStampStyle

from mi_desktop.letters.errors import CertificateUnusable

# What the reader sees stands in the page itself, in the frame under the field: an appearance
# of our own would need a second copy of the fonts, and PDF/A allows no font that is not embedded.
_CLEAR = StaticStampStyle(background=None, border_width=0)


class _Update(IncrementalPdfFileWriter):
    """An update that leaves the letter's own description (title, dates, XMP) as it is."""

    def _update_meta(self) -> None:
        """Writes none of pyHanko's own, whose XMP PDF/A judges cannot all read."""


class _SignerAt(PdfSigner):
    """Signs at the office's time, which is also the time that is printed."""

    def __init__(self, at: datetime, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._at = at

    def init_signing_session(self, *args: Any, **options: Any) -> Any:
        """The session, its clock set."""
        session = super().init_signing_session(*args, **options)
        session.system_time = self._at
        return session


def sign(pdf: bytes, pfx: bytes, password: str, place: tuple[str, str, datetime]) -> bytes:
    """Signs the whole file, as an update after its last byte (SIG-3).

    Args:
        pdf: with an empty signature field.
        pfx: PKCS#12 with key, certificate and chain.
        password: of the PKCS#12.
        place: the field's name, what the signer says by it, and when (aware).

    Returns:
        The signed file. What it really is, `judge.verify` tells.

    Raises:
        CertificateUnusable: the PKCS#12 does not open or holds no key.
    """
    field, reason, at = place
    try:
        signer = SimpleSigner.load_pkcs12_data(pfx, other_certs=[], passphrase=password.encode())
    except ValueError:  # a file cut short; other harm comes as None
        signer = None
    if signer is None:
        raise CertificateUnusable(why="the file does not open with its password")
    meta = PdfSignatureMetadata(
        field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256", reason=reason
    )
    out = _SignerAt(at, meta, signer, stamp_style=_CLEAR).sign_pdf(
        _Update(io.BytesIO(pdf)), existing_fields_only=True
    )
    return bytes(out.getvalue())
