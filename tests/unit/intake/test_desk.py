"""What a person does with a piece in the tray: turn, split, decline, restore, look."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from mi_desktop.intake import IntakeService, MailPiece, PageRef, PieceStatus
from mi_desktop.intake.errors import (
    BadRotation,
    CannotSplitHere,
    PieceNotWaiting,
    ReasonMissing,
)
from mi_desktop.people import User
from mi_desktop.people.errors import NotPermitted
from mi_desktop.storage import Office
from mi_desktop.storage.errors import RecordMissing
from tests.conftest import Staff
from tests.unit.intake.papers import attach, coded, letter, mail, put, sheet, text_pdf, tiff


@pytest.fixture
def scan(intake: IntakeService, anna: User, door: Path) -> MailPiece:
    pages = (letter("ett"), coded("MI-SE-2026-00012"), letter("tre"), coded("TVÅ"))
    return _taken(
        intake, anna, put(door, "scan.tif", tiff(*pages, compression="tiff_lzw", dpi=(100, 100)))
    )


def _taken(intake: IntakeService, user: User, path: Path) -> MailPiece:
    (taken,) = intake.take(user, [path])
    assert taken.piece is not None
    return taken.piece


def test_a_turned_page_stays_turned_and_shows_upright(
    intake: IntakeService, office: Office, anna: User, scan: MailPiece
) -> None:
    ref = scan.pages[0].ref
    upright = intake.page_image(ref, 400)
    intake.rotate(anna, ref, 90)
    turned = intake.page_image(ref, 400)
    assert intake.piece(scan.id).pages[0].rotation == 90
    assert intake.page_bytes(ref).rotation == 90
    assert upright.height > upright.width == 400
    assert turned.height < turned.width == 400
    (line,) = [ln for ln in office.audit_lines() if ln.action == "intake.rotate"]
    assert line.changes == {"turned": ["{}", "{'1': 90}"]}


def test_pages_turn_by_quarters_only(intake: IntakeService, anna: User, scan: MailPiece) -> None:
    with pytest.raises(BadRotation):
        intake.rotate(anna, scan.pages[0].ref, 45)
    with pytest.raises(RecordMissing):
        intake.rotate(anna, PageRef(scan.parts[0].id, 9), 90)


def test_a_split_gives_two_pieces_of_one_document(
    intake: IntakeService, anna: User, scan: MailPiece
) -> None:
    intake.rotate(anna, scan.pages[2].ref, 180)
    first, second = intake.split(anna, scan.id, scan.pages[2].ref)
    assert (first.id, first.number, second.number) == (scan.id, "P-2026-00001", "P-2026-00002")
    assert (len(first.pages), len(second.pages)) == (2, 2)
    assert (first.codes, second.codes) == (("MI-SE-2026-00012",), ("TVÅ",))
    assert (first.pages[0].rotation, second.pages[0].rotation) == (0, 180)
    assert second.received_at == scan.received_at
    assert second.parts[0].document_id == scan.parts[0].document_id == second.original_id
    assert [intake.page_bytes(p.ref).index for p in second.pages] == [2, 3]
    third, fourth = intake.split(anna, second.id, second.pages[1].ref)
    assert [intake.page_bytes(p.pages[0].ref).index for p in (third, fourth)] == [2, 3]
    assert [p.number for p in intake.tray()] == ["P-2026-00001", "P-2026-00002", "P-2026-00003"]


def test_a_split_between_parts_moves_the_parts_whole(
    intake: IntakeService, anna: User, door: Path
) -> None:
    message = attach(attach(mail(), "ett.pdf", text_pdf("a", "b")), "två.pdf", text_pdf("c"))
    piece = _taken(intake, anna, put(door, "m.eml", message.as_bytes()))
    first, second = intake.split(anna, piece.id, piece.parts[1].pages[1].ref)
    assert [p.name for p in first.parts] == ["m.eml", "ett.pdf"]
    assert [(p.name, p.position) for p in second.parts] == [("ett.pdf", 0), ("två.pdf", 1)]
    assert second.parts[1].id == piece.parts[2].id
    one, other = intake.split(anna, first.id, first.parts[1].pages[0].ref)
    assert ([p.name for p in one.parts], [p.name for p in other.parts]) == (["m.eml"], ["ett.pdf"])


def test_a_split_needs_a_page_after_the_first(
    intake: IntakeService, anna: User, scan: MailPiece
) -> None:
    for ref in (scan.pages[0].ref, PageRef("elsewhere", 2)):
        with pytest.raises(CannotSplitHere):
            intake.split(anna, scan.id, ref)


def test_mail_that_is_not_ours_is_kept_with_its_reason_and_can_come_back(
    intake: IntakeService, anna: User, scan: MailPiece
) -> None:
    with pytest.raises(ReasonMissing):
        intake.decline(anna, scan.id, "  ")
    intake.decline(anna, scan.id, "Reklam")
    declined = intake.piece(scan.id)
    assert (declined.status, declined.declined_because) == (PieceStatus.DECLINED, "Reklam")
    assert intake.tray() == []
    with pytest.raises(PieceNotWaiting):
        intake.split(anna, scan.id, scan.pages[1].ref)
    intake.restore(anna, scan.id)
    assert [p.id for p in intake.tray()] == [scan.id]
    assert intake.tray()[0].declined_because == ""


def test_filing_rides_in_the_linking_transaction(
    intake: IntakeService, office: Office, anna: User, scan: MailPiece
) -> None:
    with office.database.write(anna.id, "inquiries.link") as session:
        intake.file(session, scan.id)
    assert intake.piece(scan.id).status is PieceStatus.FILED
    with pytest.raises(PieceNotWaiting):
        intake.decline(anna, scan.id, "Reklam")
    with pytest.raises(PieceNotWaiting):
        intake.restore(anna, scan.id)
    with office.database.write(anna.id, "inquiries.unlink") as session:
        intake.unfile(session, scan.id)
    assert [p.id for p in intake.tray()] == [scan.id]
    intake.decline(anna, scan.id, "Reklam")
    with (
        pytest.raises(PieceNotWaiting),
        office.database.write(anna.id, "inquiries.link") as session,
    ):
        intake.file(session, scan.id)


def test_p11_08_looking_needs_no_role_here_but_changing_does(
    intake: IntakeService, staff: Staff, scan: MailPiece
) -> None:
    for verb in (
        lambda: intake.rotate(staff.sara, scan.pages[0].ref, 90),
        lambda: intake.split(staff.sara, scan.id, scan.pages[1].ref),
        lambda: intake.decline(staff.sara, scan.id, "Reklam"),
        lambda: intake.restore(staff.sara, scan.id),
    ):
        with pytest.raises(NotPermitted):
            verb()


def test_a_fax_page_is_shown_with_square_dots(
    intake: IntakeService, anna: User, door: Path
) -> None:
    page = sheet("Fax", size=(1728, 1145), mode="1")
    fax = _taken(intake, anna, put(door, "f.tif", tiff(page, compression="group4", dpi=(204, 98))))
    image = intake.page_image(fax.pages[0].ref, 600)
    assert Image.open(BytesIO(image.png)).size == (image.width, image.height)
    assert image.width == 600
    assert image.height == pytest.approx(600 * (1145 / 98) / (1728 / 204), abs=2)
    assert image.scale_x == pytest.approx(600 / 1728)
    assert image.scale_y == pytest.approx(image.height / 1145)


def test_a_page_seen_before_is_not_drawn_again(
    intake: IntakeService, office: Office, scan: MailPiece
) -> None:
    shown = intake.page_image(scan.pages[0].ref, 300)
    for path in (office.folder / "vault").rglob("*"):
        if path.is_file():
            path.unlink()
    assert intake.page_image(scan.pages[0].ref, 300) is shown


def test_pieces_come_in_the_order_asked_for(intake: IntakeService, anna: User, door: Path) -> None:
    one = _taken(intake, anna, put(door, "1.txt", b"ett"))
    two = _taken(intake, anna, put(door, "2.txt", b"tv\xc3\xa5"))
    assert [p.id for p in intake.pieces([two.id, "gone", one.id])] == [two.id, one.id]
    assert [p.id for p in intake.pieces()] == [one.id, two.id]
    with pytest.raises(RecordMissing):
        intake.piece("gone")
