"""The order of reading, its remaining time, and giving up what nobody has begun."""

from concurrent.futures import Future

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
    ocr.looking_at(pieces[17].id)
    assert next(pages).part_id == pieces[17].parts[0].id
    assert len(list(pages)) == 18
    assert sorted(executor.began) == sorted(p.parts[0].id for p in pieces)


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
