"""The order of reading, its remaining time, and giving up what nobody has begun."""

import random
from concurrent.futures import Future
from io import BytesIO

import pytest

from mi_desktop.basics.errors import Cancelled
from mi_desktop.intake import IntakeService
from mi_desktop.ocr import Means, OcrService, PageText
from mi_desktop.ocr.page import PageJob, read_page
from mi_desktop.ocr.queue import Pace
from mi_desktop.people import User
from mi_desktop.sandbox import Sandbox
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from tests.fakes.ocr_engines import ToldEngine
from tests.unit.ocr.conftest import Door
from tests.unit.ocr.sheets import SWEDISH, drawn, png
from tests.unit.ocr.test_service import StopsAfter


class OneAtATime:
    """An executor that reads a page when its answer is asked for, and remembers the order."""

    def __init__(self, ahead: int = 1) -> None:
        self.ahead = ahead
        self.began: list[str] = []
        self.given_up = 0

    def submit(self, job: PageJob) -> "Future[PageText]":
        self.began.append(job.part_id)
        answer: Future[PageText] = Future()
        if len(self.began) == 1 or self.ahead == 1:
            answer.set_result(read_page(job))
            return answer
        cancel = answer.cancel

        def give_up() -> bool:
            self.given_up += 1
            cancel()
            return answer.set_running_or_notify_cancel()

        answer.cancel = give_up  # type: ignore[method-assign]
        return answer

    def close(self) -> None:
        """Holds nothing."""


def reading(
    office: Office, intake: IntakeService, sandbox: Sandbox, executor: OneAtATime
) -> OcrService:
    means = Means(ToldEngine("Zelvimar vid njursvikt"), None, executor=executor)
    return OcrService(office, intake, sandbox, OfficeSettings(), means)


def test_what_somebody_looks_at_is_read_next(
    office: Office, intake: IntakeService, sandbox: Sandbox, anna: User, arrives: Door
) -> None:
    pieces = [arrives(f"{n}.png", png(drawn((f"Brev {n}", *SWEDISH), dpi=60))) for n in range(20)]
    executor = OneAtATime()
    ocr = reading(office, intake, sandbox, executor)
    pages = ocr.read(anna, [p.id for p in pieces])
    next(pages)
    ocr.looking_at(pieces[17].pages[0].ref)
    assert next(pages).part_id == pieces[17].parts[0].id
    assert len(list(pages)) == 18
    assert sorted(executor.began) == sorted(p.parts[0].id for p in pieces)


def test_the_page_looked_at_comes_before_the_others_of_its_piece(
    office: Office, intake: IntakeService, sandbox: Sandbox, anna: User, arrives: Door
) -> None:
    sheets = [drawn((f"Sida {n}", *SWEDISH), dpi=60) for n in range(5)]
    out = BytesIO()
    sheets[0].save(out, "TIFF", save_all=True, append_images=sheets[1:], dpi=(60, 60))
    letter = arrives("letter.png", png(drawn(SWEDISH, dpi=60)))
    fax = arrives("fax.tif", out.getvalue())
    ocr = reading(office, intake, sandbox, OneAtATime())
    pages = ocr.read(anna, [letter.id, fax.id])
    next(pages)
    ocr.looking_at(fax.pages[3].ref)
    assert [page.number for page in pages] == [4, 1, 2, 3, 5]


def test_mail_that_was_filed_before_it_was_read_is_read_still(
    office: Office, intake: IntakeService, sandbox: Sandbox, anna: User, arrives: Door
) -> None:
    piece = arrives("brev.png", png(drawn(SWEDISH, dpi=60)))
    with office.database.write(anna.id, "test.file") as session:
        intake.file(session, piece.id)
    ocr = reading(office, intake, sandbox, OneAtATime())
    assert ocr.unread_pieces() == [piece.id]
    list(ocr.read(anna, ocr.unread_pieces()))
    assert ocr.unread() == []


def test_a_cancel_gives_up_what_nobody_has_begun_and_nothing_is_read_twice(
    office: Office, intake: IntakeService, sandbox: Sandbox, anna: User, arrives: Door
) -> None:
    pieces = [arrives(f"{n}.png", png(drawn((f"Brev {n}", *SWEDISH), dpi=60))) for n in range(6)]
    stuck = OneAtATime(ahead=4)
    ocr = reading(office, intake, sandbox, stuck)
    with pytest.raises(Cancelled):
        list(ocr.read(anna, [p.id for p in pieces], StopsAfter(1)))
    assert stuck.given_up == 3
    assert ocr.counts().read == 1
    again = reading(office, intake, sandbox, OneAtATime())
    rest = list(again.read(anna, [p.id for p in pieces]))
    assert len(rest) == 5
    assert again.unread() == []


class Watch:
    """A watch that is set by hand, seconds."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_remaining_time_follows_the_pace_of_the_last_pages() -> None:
    watch = Watch()
    pace = Pace(watch)
    assert pace.seconds(100) is None
    assert str(pace.words(100)) == "Reading pages"
    for _ in range(60):
        watch.now += 2
        pace.one_done()
    assert pace.seconds(30) == pytest.approx(60)
    assert str(pace.words(90)) == "Reading pages, about 3 min left"
    assert str(pace.words(5)) == "Reading pages, less than a minute left"
    for _ in range(40):
        watch.now += 6
        pace.one_done()
    assert pace.seconds(10) == pytest.approx(60), "what was quick long ago tells nothing"


def test_a_page_that_takes_for_ever_does_not_leave_the_time_standing() -> None:
    watch = Watch()
    pace = Pace(watch)
    for _ in range(5):
        watch.now += 1
        pace.one_done()
    before = pace.seconds(10)
    watch.now += 55
    after = pace.seconds(10)
    assert before == pytest.approx(10)
    assert after == pytest.approx(100)


def test_the_remaining_time_is_true_of_uneven_pages() -> None:
    """Blank backs, letters, thick leaflets in any order, 0.2 to 14 s each: what is told at a page
    is what the rest then takes, to within 40 %, in more than 17 of 20 moments.
    """
    near, moments = 0, 0
    for seed in range(8):
        watch, chance = Watch(), random.Random(seed)
        pace = Pace(watch)
        took = [chance.choice([0.2, 1.0, 1.5, 2.0, 3.0, 5.0, 14.0]) for _ in range(300)]
        for n, seconds in enumerate(took, 1):
            watch.now += seconds
            pace.one_done()
            said, left = pace.seconds(len(took) - n), sum(took[n:])
            if said is not None and left > 60:
                moments += 1
                near += 0.6 < said / left < 1.4
    assert moments > 2000
    assert near > 0.85 * moments


def test_several_pages_coming_out_at_once_are_a_pace_too() -> None:
    """Two cores: pages come in pairs; the time told is that of both."""
    watch = Watch()
    pace = Pace(watch)
    for _ in range(10):
        watch.now += 4
        pace.one_done()
        pace.one_done()
    assert pace.seconds(20) == pytest.approx(40)
