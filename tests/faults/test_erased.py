"""Erasing a person: every place where her words lay is opened with every key there is (GD-06).

The office's own key opens the records, so encryption hides nothing here: pages, free pages and the
slack of pages are decrypted one by one and searched.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import text

from mi_desktop.demo import PASSPHRASE
from mi_desktop.demo.model import Demonstration
from mi_desktop.storage import Office, create_office
from mi_desktop.storage.backup import add_to_folder, by_passphrase, restore, sets_in
from mi_desktop.storage.server import keep_before
from mi_desktop.storage.vault import DocumentRow
from tests.conftest import CHEAP, HeldClock
from tests.faults.offices import ASKER, opened
from tests.postgres import Server
from tests.unit.keeping.conftest import answer, take_mail
from tests.unit.keeping.test_erasing import CHECKED, HER

PAGE, RESERVED, IV = 4096, 80, 16
# An index keeps only what differs from the word before.
SAID = ("anariefå", "anariefa", "Burvägen", "urväg", ASKER.phone[-9:])


def pages(office: Office) -> Iterator[bytes]:
    """Every page of the database file as it is inside, the free ones too."""
    for place, data in enumerate(chunks((office.folder / "office.db").read_bytes())):
        sealed = data[16:] if place == 0 else data
        iv = sealed[-RESERVED:][:IV]
        opened = Cipher(algorithms.AES256(office.keys.database), modes.CBC(iv)).decryptor()
        yield opened.update(sealed[:-RESERVED]) + opened.finalize()


def chunks(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), PAGE):
        yield data[start : start + PAGE]


def lying(office: Office) -> dict[str, int]:
    """How many pages hold each of her words."""
    office.database.engine.dispose()  # the last connection puts the journal into the file
    assert not (office.folder / "office.db-wal").exists()
    forms = {f for s in SAID for f in (s, s.casefold())}
    every = [page.decode(errors="replace") for page in pages(office)]
    assert any("inquiry" in page for page in every), "nothing was decrypted"
    found = {form: sum(form in page for page in every) for form in forms}
    return {form: count for form, count in found.items() if count}


def test_gd_06_after_erasing_nothing_of_hers_can_be_opened_anywhere(
    world: Demonstration, tmp_path: Path
) -> None:
    """GD-05, GD-06: rows, index, trail, free pages, slack; keys of documents; paper; old copies."""
    office, folder = world.services.office, tmp_path / "backups"
    inquiry = answer(world, take_mail(world, tmp_path))
    add_to_folder(office, folder, 2)
    older = {p.name for p in (folder / "documents").rglob("*")}
    office.folder.joinpath("before-upgrade").mkdir()
    office.folder.joinpath("before-upgrade", "old.mibackup").write_bytes(b"old records")
    before, hers = lying(office), keys_of(office, inquiry.piece_ids[0], world)
    assert {"anariefå", "anariefa", "Burvägen"} <= set(before)
    assert all(any(key in page for page in pages(office)) for key in hers)

    receipt = world.services.keeping.requests.erase(world.staff.maria, HER, CHECKED)
    assert lying(office) == {}
    assert not [key for key in hers if any(key in page for page in pages(office))]
    assert not list(office.folder.glob(f"printed/*/*{inquiry.number}*"))
    assert not list((office.folder / "before-upgrade").iterdir())
    said = "".join(page.get_text_range() for page in text_pages(receipt))
    assert "until they are overwritten" in said
    assert office.verify_audit().broken_at is None

    # The cycle of backups that the receipt speaks of: after `keep` new ones nothing is left.
    for _ in range(2):
        world.services.office.database.clock.shift += timedelta(hours=6)
        add_to_folder(office, folder, 2)
    gone = older - {p.name for p in (folder / "documents").rglob("*")}
    assert len(gone) >= len(hers)
    restore(sets_in(folder)[0], tmp_path / "there", by_passphrase(PASSPHRASE))
    with opened(tmp_path / "there") as back:
        assert lying(back.services.office) == {}


def keys_of(office: Office, piece_id: str, world: Demonstration) -> list[bytes]:
    """The keys of the documents of a mail piece."""
    piece = world.services.intake.piece(piece_id)
    ids = {piece.original_id, *(p.document_id for p in piece.parts)} - {None}
    with office.database.read() as session:
        rows = [session.get_one(DocumentRow, i) for i in ids]
        return [bytes(row.key) for row in rows]


def text_pages(pdf: bytes) -> Iterator[pypdfium2.PdfTextPage]:
    return (page.get_textpage() for page in pypdfium2.PdfDocument(pdf))


def test_gd_06_on_a_server_the_tables_kept_before_an_upgrade_go_too(
    tmp_path: Path, clock: HeldClock, monkeypatch: pytest.MonkeyPatch, postgres: Server
) -> None:
    """GD-06: they hold what is erased now, in plain text."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    office = create_office(tmp_path / "office", clock, CHEAP, postgres.new_database())
    with office.database.engine.begin() as connection:
        keep_before(connection, "0008")
    office.database.forget_past()
    with office.database.read() as session:
        query = "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'before%'"
        assert session.scalar(text(query)) == 0
        assert session.scalar(text("SELECT count(*) FROM audit")) == 0
    office.close()
