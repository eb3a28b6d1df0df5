"""Installation qualification: what is installed here, told by version and hash (P11-22)."""

import hashlib
import platform
import sys
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from mi_desktop import __version__
from mi_desktop.basics.paths import RESOURCES
from mi_desktop.storage.time_source import clock_state

_PACKAGE = Path(__file__).resolve().parents[1]
_NAME = "mi-desktop"


@dataclass(frozen=True)
class Check:
    """One step of a qualification.

    Attributes:
        id: `IQ-01`, `OQ-01`, …
        what: what is tried, English.
        rule: ids of the rules it is about, "" for none.
        expected: what should come of it.
        found: what came of it.
    """

    id: str
    what: str
    rule: str
    expected: str
    found: str
    passed: bool


def installed(lock: Path | None) -> Iterator[Check]:
    """What stands on this machine.

    Args:
        lock: the lock file to compare versions with; None where none is at hand.
    """
    yield _told("IQ-01", "Version of the program", __version__)
    yield _told("IQ-02", "Python and system", f"{sys.version.split()[0]}, {platform.platform()}")
    yield _told("IQ-03", "SHA-256 of the program's files, by name", program_hash())
    yield _whole()
    yield _like_the_lock(lock)
    fonts = sorted(p.name for p in (RESOURCES / "fonts").glob("*.ttf"))
    yield Check("IQ-06", "Fonts", "", "at least one", ", ".join(fonts) or "none", bool(fonts))
    yield _told("IQ-07", "The machine's clock (P11-04)", clock_state())


def program_hash() -> str:
    """SHA-256 over name and content of every file of the program and its resources, hex."""
    total = hashlib.sha256()
    for root in (_PACKAGE, RESOURCES):
        for path in sorted(p for p in root.rglob("*") if p.is_file()):
            if "__pycache__" not in path.parts:
                total.update(path.relative_to(root).as_posix().encode() + b"\0")
                total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _whole() -> Check:
    """Every file of the installed package against the hash that was installed with it."""
    try:
        files = metadata.files(_NAME) or []
    except metadata.PackageNotFoundError:
        files = []
    hashed = [f for f in files if f.hash is not None]
    wrong = [str(f) for f in hashed if not _same(f)]
    found = f"{len(hashed)} files compared, {len(wrong)} differ: {', '.join(wrong[:5]) or 'none'}"
    return Check(
        "IQ-04", "Files as they were installed", "P11-22", "none differs", found, not wrong
    )


def _same(file: metadata.PackagePath) -> bool:
    # RECORD holds URL-safe base64 without padding (PEP 376).
    path = Path(str(file.locate()))
    if file.hash is None or not path.is_file():
        return False
    made = hashlib.new(file.hash.mode, path.read_bytes()).digest()
    return _base64(made) == file.hash.value


def _base64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def _like_the_lock(lock: Path | None) -> Check:
    what = "Packages are of the versions in the lock file"
    if lock is None or not lock.is_file():
        return Check("IQ-05", what, "P11-22", "named with --lock", "no lock file was named", True)
    wanted = locked(lock)
    there = {_plain(d.metadata["Name"]): d.version for d in metadata.distributions()}
    wrong = [
        f"{name} {there[name]}, not {' or '.join(sorted(versions))}"
        for name, versions in wanted.items()
        if name in there and there[name] not in versions
    ]
    count = len(wanted.keys() & there.keys())
    found = f"{count} compared, {len(wrong)} differ: {'; '.join(wrong[:5]) or 'none'}"
    return Check("IQ-05", what, "P11-22", "none differs", found, not wrong)


def locked(lock: Path) -> dict[str, set[str]]:
    """Package to versions, as a lock file names them; several where they depend on the machine."""
    found: dict[str, set[str]] = {}
    for line in lock.read_text("utf-8").splitlines():
        if "==" in line and not line.lstrip().startswith(("#", "-")):
            name, version = line.split()[0].split(";")[0].split("==")
            found.setdefault(_plain(name), set()).add(version)
    return found


def _plain(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-").split("[")[0]


def _told(check: str, what: str, found: str) -> Check:
    return Check(check, what, "P11-22", "written down", found, bool(found))
