"""The outside world of signatures: pyHanko and cryptography, loaded when first needed.

pyHanko takes 0.8 s to load, so nobody imports its modules from here: each is named, and found
by that name when somebody signs or verifies (`pkgutil.resolve_name`, as entry points are).
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from pkgutil import resolve_name
from typing import Any

from mi_desktop.letters.model import Verdict


def sign(pdf: bytes, pfx: bytes, password: str, place: tuple[str, str, datetime]) -> bytes:
    """Signs a PDF, PAdES B-B; see `pades.sign`."""
    return bytes(_found("pades:sign")(pdf, pfx, password, place))


def verify(data: bytes, trust: Sequence[bytes] = (), moment: datetime | None = None) -> Verdict:
    """Judges any PDF's signatures; see `judge.verify`. Fit to be run in the sandbox."""
    verdict: Verdict = _found("judge:verify")(data, trust, moment)
    return verdict


def new_authority(company: str, password: str, at: datetime) -> tuple[bytes, bytes]:
    """Makes a small certificate authority: PKCS#12, DER; see `identity.new_authority`."""
    pfx, certificate = _found("identity:new_authority")(company, password, at)
    return pfx, certificate


def issue(
    authority: tuple[bytes, str], password: str, person: tuple[str, str], at: datetime
) -> bytes:
    """Makes a signer's PKCS#12; see `identity.issue`."""
    return bytes(_found("identity:issue")(authority, password, person, at))


def certificate_in(pfx: bytes, password: str) -> bytes:
    """The DER certificate of a PKCS#12; see `identity.certificate_in`."""
    return bytes(_found("identity:certificate_in")(pfx, password))


def warm_up() -> None:
    """Loads everything now, for a thread that has nothing better to do."""
    for name in ("pades:sign", "judge:verify", "identity:issue"):
        _found(name)


def _found(name: str) -> Callable[..., Any]:
    found: Callable[..., Any] = resolve_name(f"{__name__}.{name}")
    return found
