"""The office's signing keys: PKCS#12 files in its folder, passwords in its secrets (SIG-4)."""

import secrets
from datetime import datetime
from pathlib import Path

from mi_desktop.basics.paths import private_folder, write_whole
from mi_desktop.letters import signing
from mi_desktop.letters.errors import NoCertificate
from mi_desktop.letters.model import Verdict
from mi_desktop.people import Action, User
from mi_desktop.storage import Office

_AUTHORITY = "authority"


class OfficeSigner:
    """Signs with a user's key, and knows which certificates the office trusts."""

    def __init__(self, office: Office, company: str) -> None:
        self._office, self._company = office, company

    def has_key(self, user: User) -> bool:
        """True where the user can sign."""
        return self._path(user.id).exists()

    def sign(self, pdf: bytes, user: User, place: tuple[str, str, datetime]) -> bytes:
        """Signs a PDF with the user's key (PAdES B-B).

        Args:
            pdf: with an empty signature field.
            user: the signer.
            place: name of the field, what the signer says by it, when.

        Raises:
            NoCertificate: the user has no key in this office.
            CertificateUnusable: the key file does not open.
        """
        path, password = self._path(user.id), self._office.secrets.get(_secret(user.id))
        if password is None or not path.exists():
            raise NoCertificate(name=user.full_name)
        return signing.sign(pdf, path.read_bytes(), password, place)

    def verify(self, data: bytes) -> Verdict:
        """Judges a PDF; trusted are the office's own authority and the imported certificates."""
        return signing.verify(data, self.trusted(), self._office.database.clock())

    def trusted(self) -> list[bytes]:
        """DER certificates that a chain may end in."""
        folder = self._office.keystore / "trusted"
        return [path.read_bytes() for path in sorted(folder.glob("*.cer"))]

    def make_identity(self, by: User, user: User) -> None:
        """Makes a key for the user, certified by the office's own small authority.

        Such a signature proves integrity; it is not qualified (domain 7.1).

        Raises:
            NotPermitted: only an administrator may; an approver may for themselves.
        """
        if by.id != user.id or not by.may(Action.APPROVE_LETTER):
            by.must(Action.MANAGE_USERS)
        with self._office.database.write(by.id, "letters.make_identity") as session:
            self._office.database.note(session, "certificate", user.id)
        at, company = self._office.database.clock(), self._company
        path, password = self._path(_AUTHORITY), self._office.secrets.get(_secret(_AUTHORITY))
        if password is None or not path.exists():
            password = secrets.token_urlsafe(24)
            pfx, certificate = signing.new_authority(company, password, at)
            self._keep(_AUTHORITY, pfx, password)
            self._trust(_AUTHORITY, certificate)
        authority = path.read_bytes()
        own = secrets.token_urlsafe(24)
        pfx = signing.issue((authority, password), own, (company, user.full_name), at)
        self._keep(user.id, pfx, own)

    def import_identity(self, by: User, user: User, pfx: bytes, password: str) -> None:
        """Takes over a PKCS#12 from elsewhere and trusts its certificate.

        Raises:
            NotPermitted: only an administrator may.
            CertificateUnusable: wrong password, no PKCS#12, no key.
        """
        by.must(Action.MANAGE_USERS)
        certificate = signing.certificate_in(pfx, password)
        with self._office.database.write(by.id, "letters.import_identity") as session:
            self._office.database.note(session, "certificate", user.id)
        self._keep(user.id, pfx, password)
        self._trust(user.id, certificate)

    def _keep(self, name: str, pfx: bytes, password: str) -> None:
        self._office.secrets.put(_secret(name), password)
        write_whole(self._path(name), pfx)

    def _trust(self, name: str, certificate: bytes) -> None:
        write_whole(private_folder(self._office.keystore / "trusted") / f"{name}.cer", certificate)

    def _path(self, name: str) -> Path:
        return self._office.keystore / f"{name}.p12"


def _secret(name: str) -> str:
    return f"keystore/{name}"
