"""Taking in: originals kept, receipt time fixed, every offer in the ledger, the pile goes on."""

import hashlib
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mi_desktop.basics.progress import Cancelled
from mi_desktop.basics.words import Words
from mi_desktop.intake import Arrival, Channel, IntakeService, PieceStatus, Taken
from mi_desktop.intake.formats import Limits
from mi_desktop.intake.opening import open_document
from mi_desktop.people import User
from mi_desktop.people.errors import NotPermitted
from mi_desktop.storage import Office
from tests.conftest import HeldClock, Staff
from tests.unit.intake.papers import (
    attach,
    letter,
    mail,
    put,
    saved,
    scan_pdf,
    separator,
    sheet,
    text_pdf,
    tiff,
)

SCAN = saved(letter(), "PNG", dpi=(100, 100))


def take(
    intake: IntakeService, user: User, *paths: Path, arrival: Arrival | None = None
) -> list[Taken]:
    return list(intake.take(user, paths, arrival))


def test_a_letter_is_taken_and_its_original_kept_untouched(
    intake: IntakeService, anna: User, door: Path
) -> None:
    path = put(door, "brev.png", SCAN)
    before = path.stat()
    (taken,) = take(intake, anna, path)
    assert (taken.status, taken.path) == ("taken", path)
    assert taken.sha256 == hashlib.sha256(SCAN).hexdigest()
    assert taken.piece is not None
    assert intake.original(taken.piece.id) == SCAN == path.read_bytes()
    assert path.stat() == before
    assert taken.piece == intake.piece(taken.piece.id)
    assert taken.piece.channel is Channel.POST
    assert [(p.width, p.height, p.dpi_x, p.blank) for p in taken.piece.pages] == [
        (827, 1169, 100, False)
    ]


def test_numbers_are_gap_free_in_a_year_and_refusals_use_none(
    intake: IntakeService, anna: User, door: Path, clock: HeldClock
) -> None:
    files = [
        put(door, "1.png", saved(letter("ett"), "PNG")),
        put(door, "2.png", b""),
        put(door, "3.png", saved(letter("tre"), "PNG")),
    ]
    taken = take(intake, anna, *files)
    clock.now = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # 2027 in Stockholm
    taken += take(intake, anna, put(door, "4.png", saved(letter("fyra"), "PNG")))
    numbers = [t.piece.number if t.piece else t.refusal and t.refusal.code for t in taken]
    assert numbers == ["P-2026-00001", "INT-001", "P-2026-00002", "P-2027-00001"]
    assert intake.piece_by_number("P-2027-00001").source == "4.png"


def test_the_same_bytes_again_are_taken_and_said(
    intake: IntakeService, anna: User, door: Path
) -> None:
    first, again = take(intake, anna, put(door, "a.png", SCAN), put(door, "b.png", SCAN))
    assert first.piece and again.piece
    assert (again.status, again.piece.duplicate_of) == ("duplicate", first.piece.number)
    assert [line.status for line in intake.ledger()] == ["taken", "duplicate"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("tom.pdf", b"", "INT-001"),
        ("stor.txt", b"x" * (2**20 + 1), "INT-002"),
        ("lang.pdf", text_pdf(*["sida"] * 13), "INT-003"),
        ("lang.txt", b"rad\n" * 3000, "INT-003"),
        ("last.pdf", text_pdf("hemligt", password="sesam"), "INT-004"),
        ("avbruten.pdf", text_pdf("brev")[:400], "INT-005"),
        ("halv.png", SCAN[: len(SCAN) // 2], "INT-005"),
        ("okand.xqz", b"XQZ\x00\x01\x02", "INT-006"),
    ],
)
def test_what_cannot_be_read_is_kept_aside_with_a_code_and_the_pile_goes_on(
    intake: IntakeService, office: Office, anna: User, door: Path, name: str, data: bytes, code: str
) -> None:
    bad, good = put(door, name, data), put(door, "brev.png", SCAN)
    refused, taken = take(intake, anna, bad, good)
    assert (refused.status, refused.piece, taken.status) == ("refused", None, "taken")
    assert refused.refusal is not None
    assert refused.refusal.code == code
    assert str(refused.refusal.words)
    assert str(refused.refusal.advice)
    line = intake.ledger()[0]
    assert (line.status, line.code, line.sha256) == (
        "refused",
        code,
        hashlib.sha256(data).hexdigest(),
    )
    with office.database.read() as session:
        assert line.document_id is not None
        assert office.vault.read(session, line.document_id) == data


def test_a_file_that_is_gone_or_no_file_gets_its_line_too(
    intake: IntakeService, anna: User, door: Path
) -> None:
    os.mkfifo(door / "ror")
    gone, pipe, good = take(
        intake, anna, door / "borta.pdf", door / "ror", put(door, "a.png", SCAN)
    )
    assert [t.refusal.code for t in (gone, pipe) if t.refusal] == ["INT-007", "INT-007"]
    assert good.status == "taken"
    assert [(line.code, line.document_id is None) for line in intake.ledger()] == [
        ("INT-007", True),
        ("INT-007", True),
        ("", False),
    ]


def test_a_name_that_is_no_text_or_too_long_is_no_trouble(
    intake: IntakeService, anna: User, door: Path
) -> None:
    strange = door / os.fsdecode(b"brev \xff.txt")
    strange.write_text("Hej, kan jag ta det med mat?")
    taken = take(intake, anna, strange, door / ("x" * 300))
    assert [t.status for t in taken] == ["taken", "refused"]
    assert [line.source[:6] for line in intake.ledger()] == ["brev \ufffd", "xxxxxx"]
    assert taken[1].refusal and taken[1].refusal.code == "INT-007"


def test_folders_are_walked_in_order_without_hidden_files(
    intake: IntakeService, anna: User, door: Path
) -> None:
    (door / "b").mkdir()
    for name in ("b/2.png", "c.png", "a.png", ".DS_Store"):
        put(door, name, saved(letter(name), "PNG"))
    taken = take(intake, anna, door)
    assert [t.path.relative_to(door).as_posix() for t in taken] == ["a.png", "b/2.png", "c.png"]


def test_clk_1_receipt_is_what_the_mail_says_unless_told(
    intake: IntakeService, anna: User, door: Path, clock: HeldClock
) -> None:
    """CLK-1, CLK-2: the weekend's mail was received at the weekend."""
    told = datetime(2026, 11, 12, 9, tzinfo=UTC)
    sent = put(door, "sent.eml", mail().as_bytes())
    received = "from a by mx.exempelia.example; Sat, 14 Nov 2026 07:15:00 +0100"
    got = put(door, "got.eml", b"Received: " + received.encode() + b"\n" + mail().as_bytes())
    forged = mail("framtid")
    forged.replace_header("Date", "Mon, 16 Nov 2099 08:00:00 +0100")
    future = put(door, "future.eml", forged.as_bytes())
    scan = put(door, "scan.png", SCAN)
    times = [t.piece.received_at for t in take(intake, anna, sent, got, future, scan) if t.piece]
    assert times == [
        datetime(2026, 11, 13, 22, 30, tzinfo=UTC),
        datetime(2026, 11, 14, 6, 15, tzinfo=UTC),
        clock.now,
        clock.now,
    ]
    (late,) = take(intake, anna, sent, arrival=Arrival(received_at=told, channel=Channel.HAND))
    assert late.piece
    assert (late.piece.received_at, late.piece.channel) == (told, Channel.HAND)


def test_a_mail_keeps_its_parts_and_one_unreadable_attachment_loses_nothing(
    intake: IntakeService, anna: User, door: Path
) -> None:
    inner = attach(mail("Vidarebefordrat.", "Inre fråga"), "foto.png", SCAN)
    message = attach(mail(), "../../etc/läkemedel.pdf", text_pdf("Bilaga"))
    attach(message, "arkiv.zip", b"PK\x05\x06" + bytes(18))
    message.add_attachment(inner)
    (taken,) = take(intake, anna, put(door, "fraga.eml", message.as_bytes()))
    piece = taken.piece
    assert piece is not None
    assert (piece.subject, piece.sender.name, piece.sender.address, piece.channel) == (
        "Fråga om Zelvimar",
        "Karin Almgren",
        "karin@asebro.example",
        Channel.EMAIL,
    )
    assert [(p.name, p.media_type, p.depth, len(p.pages)) for p in piece.parts] == [
        ("fraga.eml", "message/rfc822", 0, 1),
        ("läkemedel.pdf", "application/pdf", 1, 1),
        ("arkiv.zip", "application/octet-stream", 1, 0),
        ("Inre fråga.eml", "message/rfc822", 1, 1),
        ("foto.png", "image/png", 2, 1),
    ]
    lost = piece.parts[2]
    assert lost.problem is not None
    assert lost.problem.code == "INT-006"
    assert intake.part_bytes(lost.id) == b"PK\x05\x06" + bytes(18)
    assert intake.part_bytes(piece.parts[4].id) == SCAN
    assert "arkiv.zip" in str(taken.warnings[0])


def test_a_pile_becomes_a_piece_a_letter_and_stays_one_document(
    intake: IntakeService, anna: User, door: Path
) -> None:
    blank = sheet()
    pages = [letter("a1"), letter("a2"), separator(), letter("b1"), blank, separator(), blank]
    pile = scan_pdf(*pages, letter("c1"))
    taken = take(intake, anna, put(door, "hog.pdf", pile))
    pieces = [t.piece for t in taken if t.piece]
    assert [[p.blank for p in piece.pages] for piece in pieces] == [
        [False, False],
        [False, True],
        [False],
    ]
    assert [piece.parts[0].first_page for piece in pieces] == [1, 4, 8]
    assert {piece.original_id for piece in pieces} == {pieces[0].original_id}
    assert all(intake.original(piece.id) == pile for piece in pieces)
    assert [intake.page_bytes(piece.pages[0].ref).index for piece in pieces] == [0, 3, 7]
    again = take(intake, anna, put(door, "igen.pdf", pile))
    assert [t.piece.duplicate_of for t in again if t.piece] == [p.number for p in pieces]


def test_a_fax_is_known_by_its_dots(intake: IntakeService, anna: User, door: Path) -> None:
    page = sheet("Fax till Exempelia", size=(1728, 1145), mode="1")
    fax = tiff(page, page, compression="group3", dpi=(204, 98))
    (taken,) = take(intake, anna, put(door, "fax.tif", fax))
    assert taken.piece
    assert taken.piece.channel is Channel.FAX
    assert [(p.width, p.height, p.dpi_x, p.dpi_y) for p in taken.piece.pages] == [
        (1728, 1145, 204, 98)
    ] * 2


def test_taken_mail_is_found_by_subject_and_sender(
    intake: IntakeService, office: Office, anna: User, door: Path
) -> None:
    (taken,) = take(intake, anna, put(door, "a.eml", mail().as_bytes()))
    assert taken.piece
    with office.database.read() as session:
        (hit,) = office.index.find(session, "almgren zelvimar", ("mail",))
    assert (hit.ref, hit.title) == (
        taken.piece.id,
        "P-2026-00001 · Fråga om Zelvimar · Karin Almgren",
    )


def test_p11_08_only_who_may_take_mail_takes_mail(
    intake: IntakeService, staff: Staff, door: Path
) -> None:
    with pytest.raises(NotPermitted):
        intake.take(staff.erik, [put(door, "a.png", SCAN)])
    assert intake.ledger() == []


def test_p11_01_taking_leaves_an_unbroken_trail_without_names(
    intake: IntakeService, office: Office, anna: User, door: Path
) -> None:
    (taken,) = take(intake, anna, put(door, "almgren.eml", mail().as_bytes()))
    assert taken.piece
    (line,) = office.audit_lines(taken.piece.id)
    assert (line.action, line.by) == ("intake.take", anna.id)
    assert "Almgren" not in str(line.changes)
    assert office.verify_audit().broken_at is None


class Impatient:
    """Cancels when the third file is about to be taken."""

    def step(self, done: int, total: int, what: Words | None = None) -> None:
        if done == 2:
            raise Cancelled


def test_a_cancel_keeps_what_was_taken(intake: IntakeService, anna: User, door: Path) -> None:
    files = [put(door, f"{n}.png", saved(letter(str(n)), "PNG")) for n in range(4)]
    taken = []
    with pytest.raises(Cancelled):
        taken.extend(intake.take(anna, files, progress=Impatient()))
    assert [p.source for p in intake.tray()] == ["0.png", "1.png"]
    assert all(p.status is PieceStatus.WAITING for p in intake.tray())


def test_opening_yields_the_same_in_and_outside_the_sandbox(
    intake: IntakeService, anna: User, door: Path
) -> None:
    (taken,) = take(intake, anna, put(door, "a.txt", "Räksmörgås\n".encode()))
    opened = open_document("a.txt", "Räksmörgås\n".encode(), Limits())
    assert taken.piece
    assert intake.page_bytes(taken.piece.pages[0].ref).data == opened.parts[0].view
