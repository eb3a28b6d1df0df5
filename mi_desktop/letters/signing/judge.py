"""Judges any PDF's signatures with pyHanko; what it says is read from the file alone.

The bytes may be hostile: callers run this where time and memory are limited (`sandbox`).
"""

import io
import logging
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from asn1crypto import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import (
    SignatureCoverageLevel,
    validate_pdf_signature,
    validate_pdf_timestamp,
)
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError, ValidationError

from mi_desktop.letters.model import SignatureReport, Verdict

# A parser that meets damaged or hostile bytes fails in any of these ways; each one means that
# the file, or this signature in it, cannot be read.
_UNREADABLE = (
    PdfError,
    PathError,
    ValidationError,
    InvalidSignature,
    UnsupportedAlgorithm,
    zlib.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)

_PADES = "/ETSI.CAdES.detached"
_CERTIFICATE_ATTRIBUTES = {"signing_certificate", "signing_certificate_v2"}


def verify(data: bytes, trust: Sequence[bytes] = (), moment: datetime | None = None) -> Verdict:
    """Judges a PDF; nothing is fetched from a network and nothing is written.

    Args:
        data: the file.
        trust: DER certificates that a chain may end in.
        moment: at which certificates must be in date (aware); None: the present.

    Returns:
        `valid`, `valid-untrusted`, `invalid`, `unsigned` or `unreadable`, with each signature.
    """
    _hush()
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=False)
        if reader.encrypted:
            reader.decrypt("")
        signatures = list(reader.embedded_regular_signatures)
        # Reading every page is what tells a whole file from a cut one.
        whole = bool(reader.root["/Pages"])
    except _UNREADABLE:
        return Verdict("unreadable", ())
    if not signatures:
        return Verdict("unsigned" if whole else "unreadable", ())
    roots = [x509.Certificate.load(certificate) for certificate in trust]
    reports = tuple(_report(reader, s, _Judge(roots, moment)) for s in signatures)
    return Verdict(_summary(reports), reports)


@cache
def _hush() -> None:
    """Keeps signers' names and tracebacks, which pyHanko logs, out of our log and terminal."""
    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


class _Judge:
    """Trust and time, made anew for each signature as pyHanko keeps state in them."""

    def __init__(self, roots: list[x509.Certificate], moment: datetime | None) -> None:
        self._roots, self._moment = roots, moment

    def context(self) -> Any:
        return ValidationContext(trust_roots=self._roots, allow_fetching=False, moment=self._moment)


def _summary(reports: tuple[SignatureReport, ...]) -> str:
    if not all(r.intact and not r.modified_after for r in reports):
        return "invalid"
    return "valid" if all(r.trusted for r in reports) else "valid-untrusted"


def _report(reader: Any, signature: Any, judge: _Judge) -> SignatureReport:
    try:
        status = validate_pdf_signature(signature, judge.context(), judge.context())
        whole = status.coverage is SignatureCoverageLevel.ENTIRE_FILE
        return SignatureReport(
            signer=_name(signature),
            level=_level(reader, signature, status, judge),
            intact=bool(status.intact and status.valid),
            covers_whole_file=whole,
            modified_after=not whole and _modified(status),
            trusted=bool(status.trusted),
            time=_time(status),
            serial=str(signature.signer_cert.serial_number),
        )
    except _UNREADABLE:
        return SignatureReport(_name(signature), "", False, False, False, False, None)


def _modified(status: Any) -> bool:
    """True unless all that was appended may be there: later signatures, time stamps, proofs."""
    torn = status.coverage < SignatureCoverageLevel.ENTIRE_REVISION
    changed = status.modification_level in (None, ModificationLevel.OTHER)
    return bool(torn or changed or not status.docmdp_ok)


def _level(reader: Any, signature: Any, status: Any, judge: _Judge) -> str:
    """The PAdES baseline level that the file holds, never what somebody asked for (SIG-5)."""
    named = {a["type"].native for a in signature.signer_info["signed_attrs"]}
    if signature.sig_object.get("/SubFilter") != _PADES or not named & _CERTIFICATE_ATTRIBUTES:
        return "CMS"
    later = _later_timestamps(reader, signature, judge)
    stamp = status.timestamp_validity
    if not (later or (stamp is not None and stamp.intact and stamp.valid)):
        return "B-B"
    if not _holds_revocation(reader):
        return "B-T"
    return "B-LTA" if later else "B-LT"


def _later_timestamps(reader: Any, signature: Any, judge: _Judge) -> bool:
    later = [
        stamp
        for stamp in reader.embedded_timestamp_signatures
        if stamp.signed_revision > signature.signed_revision
    ]
    statuses = [validate_pdf_timestamp(stamp, judge.context()) for stamp in later]
    return any(status.intact and status.valid for status in statuses)


def _holds_revocation(reader: Any) -> bool:
    """True where the file carries certificates and answers about their revocation."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        return False
    return bool(store.certs and (store.crls or store.ocsps))


def _name(signature: Any) -> str:
    try:
        subject = signature.signer_cert.subject
        return str(subject.native.get("common_name") or subject.human_friendly)
    except _UNREADABLE:
        return ""


def _time(status: Any) -> datetime | None:
    stamp = status.timestamp_validity
    at: datetime | None = stamp.timestamp if stamp is not None else status.signer_reported_dt
    if at is None:
        return None
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
