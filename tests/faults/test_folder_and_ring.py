"""An office folder that cannot be written, and a key ring that goes away."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import keyring
import keyring.backend
import keyring.errors
import pytest

from mi_desktop.bootstrap import open_services
from mi_desktop.demo import PASSPHRASE
from mi_desktop.storage.errors import CannotWrite, Locked

NOBODY = 65534


@contextmanager
def nobody_may_write(folder: Path) -> Iterator[None]:
    """The folder's owner may read and nothing else; the tests' owner is nobody special then."""
    paths = [folder, *folder.rglob("*")]
    root = os.geteuid() == 0
    for path in paths:
        if root:
            os.chown(path, NOBODY, NOBODY)
        path.chmod(0o500 if path.is_dir() else 0o400)
    for parent in folder.parents:
        if root and parent.stat().st_uid == 0 and parent.stat().st_mode & 0o055 != 0o055:
            parent.chmod(parent.stat().st_mode | 0o055)  # to be walked through, no more
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in paths:
            path.chmod(0o700 if path.is_dir() else 0o600)


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_changed(folder: Path) -> None:
    before = (folder / "office.db").read_bytes()
    with nobody_may_write(folder), pytest.raises(CannotWrite) as told:
        open_services(folder, PASSPHRASE)
    assert "cannot be written" in str(told.value.words)
    assert (folder / "office.db").read_bytes() == before
    services = open_services(folder, PASSPHRASE)
    assert services.office.verify_audit().broken_at is None
    services.close()


class VanishingRing(keyring.backend.KeyringBackend):
    """A key ring that answers until its program dies."""

    priority = 9
    there = True

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def _answer(self) -> None:
        if not self.there:
            raise keyring.errors.KeyringError("the ring's program is gone")

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        self.kept.pop((service, username), None)


def test_a_key_ring_that_goes_away_costs_a_typed_passphrase_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = keyring.get_keyring()
    ring = VanishingRing()
    keyring.set_keyring(ring)
    try:
        services = open_services(folder, PASSPHRASE)
        ring.there = False
        with services.office.database.write("system", "test.note") as session:
            services.office.database.note(session, "thing", "t")
        services.close()
        with pytest.raises(Locked):
            open_services(folder, None)
        again = open_services(folder, PASSPHRASE)
        assert again.office.verify_audit().broken_at is None
        again.close()
        ring.there = True
        back = open_services(folder, PASSPHRASE)
        assert back.office.trail.doubt() is None
        back.close()
        assert any(name == "trail" for _, name in ring.kept), "the last checkpoint lies there"
    finally:
        keyring.set_keyring(before)
