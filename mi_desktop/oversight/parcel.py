"""A copy of a record as it lies outside: a ZIP or a folder, its signed manifest, its checks.

Nothing here needs an office, so whoever was handed a copy can verify it.

    manifest.json   names, sizes and SHA-256 of the files, signed with the office's Ed25519 key
    record.json     every row, signature and audit line of the record, documents by hash
    record.pdf      the same to read, PDF/A-1b
    mail/, letters/, other/   the documents as they are
"""

import hashlib
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import nacl.exceptions
from nacl.encoding import HexEncoder
from nacl.signing import SigningKey, VerifyKey

from mi_desktop.basics.words import Words, words
from mi_desktop.oversight.errors import CopyUnreadable

FORMAT = "mi-desktop-copy/1"
MANIFEST, RECORD, PRINTED = "manifest.json", "record.json", "record.pdf"
# What of a record its hash covers; when and by whom it was copied is not part of the record.
HASHED = ("records", "signatures", "audit", "documents")
_CHUNK = 1 << 20


@dataclass(frozen=True)
class CopyReport:
    """What verifying a copy found.

    Attributes:
        number: of the record.
        made_at: ISO 8601, UTC, as the copy says.
        files: how many were compared.
        record_sha256: of the record, reckoned anew from what was read.
        public_key: Ed25519, hex, of the office that signed.
        problems: what is not as it was handed over; none: the copy is whole.
    """

    number: str
    made_at: str
    files: int
    record_sha256: str
    public_key: str
    problems: tuple[Words, ...]

    @property
    def whole(self) -> bool:
        """True where nothing differs."""
        return not self.problems


def record_hash(record: Mapping[str, Any]) -> str:
    """SHA-256 of a record's canonical JSON, hex."""
    return hashlib.sha256(_canonical({name: record[name] for name in HASHED})).hexdigest()


def as_json(record: Mapping[str, Any]) -> bytes:
    """The record for machines."""
    return json.dumps(record, ensure_ascii=False, indent=1).encode()


def manifest(
    record: Mapping[str, Any], files: Iterable[tuple[str, int, str]], seed: bytes
) -> bytes:
    """The list of files (name, bytes, SHA-256), signed (RFC 8032)."""
    key = SigningKey(seed)
    listed = {
        "format": FORMAT,
        "number": record["number"],
        "made_at": record["made_at"],
        "record_sha256": record_hash(record),
        "files": [{"name": n, "size": size, "sha256": sha} for n, size, sha in sorted(files)],
        "public_key": public_key(seed),
    }
    signature = key.sign(_canonical(listed)).signature.hex()
    return json.dumps({**listed, "signature": signature}, indent=1, ensure_ascii=False).encode()


def public_key(seed: bytes) -> str:
    """The key that an office's copies are verified with, hex."""
    return SigningKey(seed).verify_key.encode(HexEncoder).decode()


def read_record(path: Path) -> dict[str, Any]:
    """The record of a copy, as it was written.

    Raises:
        CopyUnreadable: no copy.
    """
    with _Parcel(path) as parcel:
        return parcel.json(RECORD)


def verify(path: Path, key: str = "") -> CopyReport:
    """Compares every file of a copy with its manifest, and the manifest with its signature.

    Args:
        path: the ZIP, or the folder it was unpacked into.
        key: the office's public key, hex, where it is known; a copy can vouch for itself only
            against tampering by somebody who has no key of their own.

    Raises:
        CopyUnreadable: no copy.
    """
    with _Parcel(path) as parcel:
        listed = parcel.json(MANIFEST)
        signature = listed.pop("signature", "")
        problems = [] if _signed(listed, signature) else [words("The manifest is not as signed.")]
        if key and listed.get("public_key") != key:
            problems.append(words("The copy was signed with another office's key."))
        problems += parcel.compared(listed["files"])
        sha256 = _hash_of(parcel)
        if sha256 != listed.get("record_sha256"):
            problems.append(words("The record does not read back as it was copied."))
        return CopyReport(
            str(listed.get("number", "")),
            str(listed.get("made_at", "")),
            len(listed["files"]),
            sha256,
            str(listed.get("public_key", "")),
            tuple(problems),
        )


class _Parcel:
    """The files of a copy by name, from a ZIP or a folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._zip: zipfile.ZipFile | None = None

    def __enter__(self) -> "_Parcel":
        if not self._path.is_dir():
            try:
                self._zip = zipfile.ZipFile(self._path)
            except (OSError, zipfile.BadZipFile) as e:
                raise CopyUnreadable(file=self._path.name) from e
        return self

    def __exit__(self, *_: object) -> None:
        if self._zip is not None:
            self._zip.close()

    def names(self) -> set[str]:
        if self._zip is not None:
            return {name for name in self._zip.namelist() if not name.endswith("/")}
        inside = (p for p in self._path.rglob("*") if p.is_file())
        return {p.relative_to(self._path).as_posix() for p in inside}

    def json(self, name: str) -> dict[str, Any]:
        try:
            with self._open(name) as file:
                found = json.load(file)
            if not isinstance(found, dict) or found["format"] != FORMAT:
                raise ValueError
            return found
        except (OSError, KeyError, ValueError, zipfile.BadZipFile) as e:
            raise CopyUnreadable(file=self._path.name) from e

    def compared(self, listed: Iterable[Mapping[str, Any]]) -> list[Words]:
        """What differs: changed, missing or added files."""
        there = self.names() - {MANIFEST}
        wanted = {str(file["name"]): str(file["sha256"]) for file in listed}
        said = [words("{file} is missing.", file=name) for name in sorted(wanted.keys() - there)]
        said += [words("{file} was added.", file=name) for name in sorted(there - wanted.keys())]
        for name in sorted(wanted.keys() & there):
            if self._sha256(name) != wanted[name]:
                said.append(words("{file} was changed.", file=name))
        return said

    def _sha256(self, name: str) -> str:
        total = hashlib.sha256()
        try:
            with self._open(name) as file:
                while chunk := file.read(_CHUNK):
                    total.update(chunk)
        except (OSError, zipfile.BadZipFile):
            return ""
        return total.hexdigest()

    def _open(self, name: str) -> IO[bytes]:
        return self._zip.open(name) if self._zip is not None else (self._path / name).open("rb")


def _hash_of(parcel: _Parcel) -> str:
    try:
        return record_hash(parcel.json(RECORD))
    except (CopyUnreadable, KeyError):
        return ""


def _signed(listed: Mapping[str, Any], signature: str) -> bool:
    try:
        key = VerifyKey(bytes.fromhex(str(listed["public_key"])))
        key.verify(_canonical(listed), bytes.fromhex(signature))
    except (nacl.exceptions.CryptoError, ValueError, KeyError, TypeError):
        return False
    return True


def _canonical(facts: Mapping[str, Any]) -> bytes:
    return json.dumps(facts, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
