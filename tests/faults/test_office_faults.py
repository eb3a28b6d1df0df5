"""What happens to an office's disk, files and windows, and what the rooms make of it."""

import os
import resource
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from PIL import Image

from mi_desktop.bootstrap import open_services
from mi_desktop.cli import Opened
from mi_desktop.cli.call import Call
from mi_desktop.cli.terminal import Terminal
from mi_desktop.demo import PASSPHRASE
from mi_desktop.demo.answer import answer_safely
from mi_desktop.demo.maker import read_truth
from mi_desktop.demo.model import Demonstration
from mi_desktop.dispatch import PDF_FILES, BatchState
from mi_desktop.inquiries import (
    InquiryDraft,
)
from mi_desktop.inquiries.errors import AlreadyFiled
from mi_desktop.intake import MailPiece
from mi_desktop.letters import LetterState
from mi_desktop.letters.errors import CertificateUnusable, ChangedMeanwhile, NoCertificate
from mi_desktop.people import Role, Wanted
from mi_desktop.safety import HandOffState
from mi_desktop.services import Services
from mi_desktop.storage import Sealed, cipher
from mi_desktop.storage.errors import (
    CannotWrite,
    ChangedByColleague,
    DocumentDamaged,
    OfficeBusy,
    OfficeFileDamaged,
    RecordsDamaged,
)
from mi_desktop.storage.vault import Vault
from tests.faults.offices import (
    ASKER,
    CANARY,
    QUESTION,
    approved,
    ask,
    letter,
    opened,
    page,
    sealed_file,
)


@contextmanager
def disk_full(after: int) -> Iterator[None]:
    """No file of this process grows beyond `after` bytes, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (after, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


# Disk


def test_a_full_disk_stops_taking_in_and_nothing_is_half_there(
    world: Demonstration, tmp_path: Path
) -> None:
    intake, anna = world.services.intake, world.staff.anna
    path = tmp_path / "large.png"
    Image.effect_noise((1200, 1200), 90).save(path)
    before = len(intake.ledger())
    with disk_full(after=200_000), pytest.raises(CannotWrite):
        list(intake.take(anna, [path]))
    assert len(intake.ledger()) == before
    [taken] = intake.take(anna, [path])
    assert taken.status == "taken"
    assert intake.original(taken.piece.id) == path.read_bytes()
    assert world.services.office.verify_audit().broken_at is None


def test_a_full_disk_stops_an_approval_and_the_letter_is_as_it_was(world: Demonstration) -> None:
    letters, erik = world.services.letters, world.staff.erik
    inquiry = ask(world)
    answer_safely(world, inquiry, None)
    letter_id = letter(world, inquiry)
    with disk_full(after=20_000), pytest.raises(CannotWrite):
        letters.approve(erik, letter_id, PASSPHRASE)
    assert letters.letter(letter_id).state is LetterState.IN_REVIEW
    assert letters.approve(erik, letter_id, PASSPHRASE).level == "B-B"
    assert world.services.office.verify_audit().broken_at is None


def test_a_full_disk_fails_a_print_batch_with_words_and_it_is_printed_again(
    world: Demonstration,
) -> None:
    dispatch, anna = world.services.dispatch, world.staff.anna
    _, letter_id = approved(world)
    with disk_full(after=20_000):
        try:
            batch = dispatch.print_batch(anna, [letter_id], PDF_FILES)
        except CannotWrite:
            assert dispatch.ready(), "nothing was recorded"
            return
    assert batch.state is BatchState.FAILED
    assert batch.why
    assert dispatch.print_again(anna, batch.id).state is BatchState.PRINTED


def test_a_new_colleague_is_whole_or_not_there(world: Demonstration) -> None:
    """P11-09: a name that could never sign in would be spent."""
    people, maria = world.services.people, world.staff.maria
    with disk_full(after=0), pytest.raises((CannotWrite, OSError)):
        people.add(maria, ("nils", "Nils Ny", frozenset({Role.INTAKE})), PASSPHRASE)
    nils = people.add(maria, ("nils", "Nils Ny", frozenset({Role.INTAKE})), PASSPHRASE)
    assert people.sign_in("nils", PASSPHRASE) == nils


# Files


@pytest.mark.parametrize("harm", ["cut", "flipped", "gone"])
def test_a_damaged_document_is_told_and_the_rest_goes_on(
    world: Demonstration, tmp_path: Path, harm: str
) -> None:
    services, anna = world.services, world.staff.anna
    bad, good = page(world, tmp_path / "a.png", 190), page(world, tmp_path / "b.png", 210)
    part = services.intake.piece(bad.id).parts[0]
    for document_id in {bad.original_id, part.document_id, part.view_id} - {None}:
        damage(sealed_file(world, document_id), harm)
    with pytest.raises(DocumentDamaged):
        services.intake.page_image(bad.pages[0].ref, 300)
    with pytest.raises(DocumentDamaged):
        services.intake.original(bad.id)
    assert services.intake.page_image(good.pages[0].ref, 300)
    list(services.ocr.read(anna, [bad.id, good.id]))
    problems = [services.ocr.problems(p.id) for p in (bad, good)]
    assert [[p.code for p in found] for found in problems] == [[DocumentDamaged.code], []]


@pytest.mark.parametrize("harm", ["cut", "flipped", "gone"])
def test_a_damaged_letter_is_never_sent(world: Demonstration, harm: str) -> None:
    """SIG-3."""
    services, anna = world.services, world.staff.anna
    _, letter_id = approved(world)
    damage(sealed_file(world, services.letters.signed(letter_id).document_id), harm)
    with pytest.raises(DocumentDamaged):
        services.letters.pdf(letter_id)
    with pytest.raises(DocumentDamaged):
        services.dispatch.print_batch(anna, [letter_id], PDF_FILES)
    assert services.dispatch.batches()[0].state is BatchState.POSTED, "no batch was begun"


def damage(file: Path, harm: str) -> None:
    data = bytearray(file.read_bytes())
    if harm == "gone":
        file.unlink()
    elif harm == "cut":
        file.write_bytes(data[: len(data) // 2])
    else:
        data[len(data) // 2] ^= 1
        file.write_bytes(data)


@pytest.mark.parametrize("harm", ["cut", "flipped", "gone"])
@pytest.mark.parametrize("name", ["key", "secrets"])
def test_a_damaged_signing_key_is_told_and_nothing_is_signed(
    world: Demonstration, folder: Path, name: str, harm: str
) -> None:
    """SIG-4."""
    letters, erik = world.services.letters, world.staff.erik
    inquiry = ask(world)
    answer_safely(world, inquiry, None)
    letter_id = letter(world, inquiry)
    key = folder / "keystore" / f"{erik.id}.p12"
    file = key if name == "key" else folder / "secrets.sealed"
    whole = file.read_bytes()
    damage(file, harm)
    with pytest.raises((NoCertificate, CertificateUnusable, OfficeFileDamaged)):
        letters.approve(erik, letter_id, PASSPHRASE)
    assert letters.letter(letter_id).state is LetterState.IN_REVIEW
    file.write_bytes(whole)
    assert letters.approve(erik, letter_id, PASSPHRASE).level == "B-B"


def test_emptied_records_do_not_pass_for_a_new_office(folder: Path) -> None:
    (folder / "office.db").write_bytes(b"")
    for journal in folder.glob("office.db-*"):
        journal.unlink()
    with pytest.raises(RecordsDamaged):
        open_services(folder, PASSPHRASE)


def test_an_older_database_in_the_place_of_this_one_is_told_p11_03(
    folder: Path, tmp_path: Path
) -> None:
    """P11-03: copied back over a newer one, by whoever can write there; said on the way in."""
    older = (folder / "office.db").read_bytes()
    with opened(folder) as world:
        ask(world)
        assert world.services.office.trail.doubted is None
    assert not (folder / "office.db-wal").exists()
    (folder / "office.db").write_bytes(older)
    with opened(folder) as world:
        told = world.services.office.trail.doubted
        assert told is not None
        assert told.code == "STO-032"
        assert world.services.office.verify_audit().broken_at is not None
        terminal = Terminal(out=StringIO(), err=StringIO())
        found = Opened(world.services, world.staff.maria)
        Call(SimpleNamespace(open=lambda *_: found), "1", terminal, folder).opened()
        assert "STO-032" in terminal.err.getvalue()
        assert "audit accept" in terminal.err.getvalue()
        world.services.people.trail.accept(world.staff.maria, "Monday's copy, by Maria")
        assert world.services.office.trail.doubted is None


# Two windows


def test_a_database_that_another_program_holds_is_told(
    world: Demonstration, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = world.services.office
    monkeypatch.setattr(cipher, "BUSY_SECONDS", 0.1)
    office.database.engine.dispose()
    other = sqlcipher.connect(str(office.folder / "office.db"), isolation_level=None)
    other.execute(f"PRAGMA key = \"x'{office.keys.database.hex()}'\"")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OfficeBusy):
        ask(world)
    assert world.services.inquiries.inquiries(), "looking goes on"
    other.execute("ROLLBACK")
    other.close()
    assert ask(world).number.endswith("-00004")


def test_two_windows_share_an_office_without_gaps_doubles_or_lost_work(
    world: Demonstration, folder: Path, tmp_path: Path
) -> None:
    anna = world.staff.anna
    pieces = [page(world, tmp_path / f"{n}.png", 150 + n) for n in range(6)]
    draft = InquiryDraft(ASKER, (QUESTION,), "sv")
    with opened(folder) as other:
        windows = (world.services, other.services)

        def register(job: tuple[Services, MailPiece]) -> str:
            services, piece = job
            try:
                return services.inquiries.register(anna, piece.id, draft).number
            except AlreadyFiled:
                return "filed"

        jobs = [(window, piece) for piece in pieces for window in windows]
        with ThreadPoolExecutor(4) as pool:
            numbers = list(pool.map(register, jobs))
        assert numbers.count("filed") == len(pieces)
        made = sorted(int(n[-5:]) for n in numbers if n != "filed")
        assert made == list(range(4, 4 + len(pieces)))
        assert not world.services.intake.tray()

        mine = ask(world)
        first = replace(ASKER, city="Knivsta")
        world.services.inquiries.change_requester(anna, mine.id, mine.version, first)
        with pytest.raises(ChangedByColleague):
            other.services.inquiries.change_requester(anna, mine.id, mine.version, ASKER)
        assert other.services.inquiries.inquiry(mine.id).requester.city == "Knivsta"
    assert world.services.office.verify_audit().broken_at is None


def test_two_windows_change_one_letter_and_the_later_is_told(
    world: Demonstration, folder: Path
) -> None:
    letters, anna = world.services.letters, world.staff.anna
    inquiry = ask(world)
    letter_id = letters.compose(anna, inquiry.id).id
    with opened(folder) as other, ThreadPoolExecutor(2) as pool:

        def add(services: Services) -> bool:
            try:
                services.letters.add_text(anna, letter_id, ("Ja.",), inquiry.questions[0].id)
            except ChangedMeanwhile:
                return False
            return True

        kept = sum(pool.map(add, [world.services, other.services] * 3))
    after = letters.letter(letter_id)
    assert after.version == 1 + kept
    assert sum("Ja." in b.paragraphs for b in after.blocks) == kept


def test_a_hand_off_is_not_sent_with_answers_that_changed_meanwhile(
    world: Demonstration, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HO-3: what is frozen is what stands signed."""
    safety, anna = world.services.safety, world.staff.anna
    inquiry = ask(world)
    harmed = next(p for p in read_truth() if p.ae and not p.special)
    answer_safely(world, inquiry, harmed)
    [draft, *_] = [h for h in safety.handoffs() if h.inquiry_id == inquiry.id]
    seal = Vault.seal
    with opened(folder) as other:

        def answered_meanwhile(vault: Vault, content: bytes) -> Sealed:
            other.services.safety.answer(anna, inquiry.id, "PQC", "yes")
            return seal(vault, content)

        with monkeypatch.context() as patch, pytest.raises(ChangedByColleague):
            patch.setattr(Vault, "seal", answered_meanwhile)
            safety.send_handoff(anna, draft.id)
    [after, *_] = [h for h in safety.handoffs() if h.id == draft.id]
    assert after.state is HandOffState.DRAFT


def test_a_clock_set_back_breaks_no_chain_and_no_number(world: Demonstration) -> None:
    clock = world.services.office.database.clock
    first = ask(world)
    clock.shift -= timedelta(days=2)
    second = ask(world)
    assert int(second.number[-5:]) == int(first.number[-5:]) + 1
    _, letter_id = approved(world)
    assert world.services.letters.signed(letter_id).level == "B-B"
    assert world.services.office.verify_audit().broken_at is None


# What is left lying


def test_nothing_personal_lies_about_in_plain_text_gd_05(
    world: Demonstration,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """GD-05: neither in the trail, nor in the log, nor in a file."""
    caplog.set_level(0)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    services, anna = world.services, world.staff.anna
    mail = tmp_path / f"{CANARY}.eml"
    mail.write_text(
        f"From: {ASKER.name} <{ASKER.email}>\nTo: medinfo@exempelia.example\n"
        f"Subject: {CANARY}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
        f"{QUESTION.verbatim} Ring {ASKER.phone}.\n",
        encoding="utf-8",
    )
    [taken] = services.intake.take(anna, [mail])
    list(services.ocr.read(anna, [taken.piece.id]))
    found = services.inquiries.draft_from(taken.piece.id)
    services.inquiries.register(anna, taken.piece.id, replace(found, requester=ASKER))
    approved(world)
    services.inquiries.search(CANARY)
    trail = repr(services.office.audit_lines())
    assert services.people.trail.export(world.staff.maria, Wanted()).csv
    spoken = [CANARY, CANARY.casefold(), "kanariefagel", "555 01 77", "Karin"]
    assert not [s for s in spoken if s in trail]
    assert not [s for s in spoken if s in caplog.text]
    places = [folder, temporary, Path(os.environ.get("XDG_STATE_HOME", temporary))]
    canaries = [s.encode(code) for s in spoken for code in ("utf-8", "latin-1", "utf-16-le")]
    files = [p for place in places for p in place.rglob("*") if p.is_file()]
    assert files
    lying = [p.name for p in files if any(c in p.read_bytes() for c in canaries)]
    assert not lying
    assert not [p.name for p in files if any(s in str(p) for s in spoken)]
