"""The verbs of reading, over a real intake and the real Tesseract."""

import pytest

from mi_desktop.basics.errors import Cancelled
from mi_desktop.basics.words import Words
from mi_desktop.intake import IntakeService, PageRef
from mi_desktop.ocr import Means, OcrService, Source
from mi_desktop.people import Role, User
from mi_desktop.people.errors import NotPermitted
from mi_desktop.sandbox import Sandbox
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from tests.fakes.ocr_engines import GreedyEngine, ToldEngine
from tests.unit.ocr.conftest import Door
from tests.unit.ocr.sheets import ENGLISH, SWEDISH, digital, drawn, png


class StopsAfter:
    """A user who cancels after so many pages."""

    def __init__(self, pages: int) -> None:
        self.pages = pages
        self.told: list[tuple[int, int]] = []

    def step(self, done: int, total: int, what: Words | None = None) -> None:
        self.told.append((done, total))
        if done >= self.pages:
            raise Cancelled


@pytest.fixture
def told(office: Office, intake: IntakeService, sandbox: Sandbox) -> OcrService:
    engine = ToldEngine("Zelvimar vid njursvikt")
    return OcrService(office, intake, sandbox, OfficeSettings(), Means(engine, None))


def test_pieces_are_read_kept_and_found(
    ocr: OcrService, office: Office, anna: User, arrives: Door
) -> None:
    scan = arrives("brev.png", png(drawn(SWEDISH)))
    letter = arrives("letter.pdf", digital(ENGLISH))
    assert ocr.unread() == [scan.pages[0].ref, letter.pages[0].ref]
    read = {r.part_id: r for r in ocr.read(anna, [scan.id, letter.id])}
    assert read[scan.parts[0].id].language == "swe"
    assert read[letter.parts[0].id].source is Source.TEXT_LAYER
    assert ocr.unread() == []
    assert ocr.text(scan.pages[0].ref) == read[scan.parts[0].id]
    assert ocr.texts(letter.id) == [read[letter.parts[0].id]]
    counts = ocr.counts()
    assert (counts.read, counts.unread, counts.failed) == (2, 0, 0)
    with office.database.read() as session:
        (hit,) = office.index.find(session, "sjuksköterska")
        assert (hit.kind, hit.ref) == ("mail", scan.id)
        (line,) = office.index.find(session, "swallowing")
        assert line.ref == letter.id
    assert {ln.by for ln in office.audit_lines() if ln.action == "ocr.read"} == {anna.id}


def test_text_is_personal_and_not_in_the_audit_trail(
    ocr: OcrService, office: Office, anna: User, arrives: Door
) -> None:
    list(ocr.read(anna, [arrives("letter.pdf", digital(ENGLISH)).id]))
    assert all("pharmacist" not in str(line.changes) for line in office.audit_lines())


def test_reading_again_reads_only_what_is_unread(
    told: OcrService, anna: User, arrives: Door
) -> None:
    first = arrives("a.png", png(drawn(SWEDISH, dpi=100)))
    assert len(list(told.read(anna, [first.id]))) == 1
    second = arrives("b.png", png(drawn(ENGLISH, dpi=100)))
    (read,) = told.read(anna, [first.id, second.id])
    assert read.part_id == second.parts[0].id


def test_a_cancel_keeps_what_was_read_and_a_restart_goes_on(
    told: OcrService, anna: User, arrives: Door
) -> None:
    pieces = [arrives(f"{n}.png", png(drawn((f"Brev {n}", *SWEDISH), dpi=100))) for n in range(12)]
    ids = [p.id for p in pieces]
    progress = StopsAfter(2)
    with pytest.raises(Cancelled):
        list(told.read(anna, ids, progress))
    assert progress.told[0] == (0, 12)
    kept = told.counts().read
    assert 2 <= kept < 12
    rest = list(told.read(anna, ids))
    assert len(rest) == 12 - kept
    assert told.unread() == []


def test_a_page_that_cannot_be_read_is_noted_and_the_rest_goes_on(
    told: OcrService, anna: User, arrives: Door
) -> None:
    bad = arrives("bad.png", png(drawn(SWEDISH).rotate(90, expand=True)))
    good = arrives("good.png", png(drawn(ENGLISH, dpi=100)))
    (read,) = told.read(anna, [bad.id, good.id])
    assert read.part_id == good.parts[0].id
    (problem,) = told.problems(bad.id)
    assert (problem.ref, problem.code) == (bad.pages[0].ref, "OCR-003")
    assert "139" in str(problem.words)
    assert told.problems(good.id) == []
    assert told.unread() == []
    assert told.counts().failed == 1


def test_a_page_that_wants_more_memory_than_a_worker_has_costs_itself_only(
    office: Office, intake: IntakeService, sandbox: Sandbox, anna: User, arrives: Door
) -> None:
    means = Means(GreedyEngine("Zelvimar vid njursvikt"), None)
    ocr = OcrService(office, intake, sandbox, OfficeSettings(), means)
    big = arrives("big.png", png(drawn(SWEDISH, dpi=100).rotate(90, expand=True)))
    good = [arrives(f"{n}.png", png(drawn((f"{n}", *SWEDISH), dpi=100))) for n in range(3)]
    read = list(ocr.read(anna, [big.id, *(p.id for p in good)]))
    assert {r.part_id for r in read} == {p.parts[0].id for p in good}
    (problem,) = ocr.problems(big.id)
    assert problem.code == "SBX-003"


def test_a_problem_goes_when_the_page_is_read_at_last(
    told: OcrService, ocr: OcrService, anna: User, arrives: Door
) -> None:
    piece = arrives("brev.png", png(drawn(SWEDISH).rotate(90, expand=True)))
    assert list(told.read(anna, [piece.id])) == []
    assert len(list(ocr.read(anna, [piece.id]))) == 1
    assert ocr.problems(piece.id) == []


def test_a_page_that_a_person_turned_is_read_again(
    told: OcrService, intake: IntakeService, anna: User, arrives: Door
) -> None:
    piece = arrives("brev.png", png(drawn(SWEDISH, dpi=100)))
    (before,) = told.read(anna, [piece.id])
    intake.rotate(anna, piece.pages[0].ref, 180)
    assert told.unread() == [piece.pages[0].ref]
    (after,) = told.read(anna, [piece.id])
    assert after.words[0].box == before.words[0].box
    assert told.texts(piece.id) == [after]


def test_a_blank_page_is_passed_over(told: OcrService, anna: User, arrives: Door) -> None:
    piece = arrives("blank.png", png(drawn(())))
    assert told.unread() == []
    assert list(told.read(anna, [piece.id])) == []
    assert told.counts().unread == 0


def test_who_may_not_read_mail_does_not(told: OcrService) -> None:
    stranger = User("x", "x", "X", frozenset({Role.AUDITOR}))
    with pytest.raises(NotPermitted):
        told.read(stranger, [])


def test_an_unread_page_has_no_text(told: OcrService) -> None:
    assert told.text(PageRef("nowhere", 1)) is None
