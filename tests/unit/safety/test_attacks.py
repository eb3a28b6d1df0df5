"""The gate as a stranger would try it: at the same moment, at the turn of the year, by detours."""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from mi_desktop.basics.errors import WorldError
from mi_desktop.catalogue import CatalogueService
from mi_desktop.inquiries import ClosingReason
from mi_desktop.people import Role
from mi_desktop.safety import HandOffKind, HandOffState, Reread, SafetyService
from mi_desktop.safety.clocks import Terms, day, day_zero
from mi_desktop.safety.errors import NotToBeClosed, SecondPerson
from mi_desktop.settings import OfficeSettings, Receiver, Receivers
from tests.conftest import PASSPHRASE
from tests.fakes.inquiry_desk import INQUIRY, InquiryDesk, piece

STOCKHOLM = ZoneInfo("Europe/Stockholm")


class Shelf(InquiryDesk):
    """An inquiry's desk with calendars; mail may come in while somebody looks away."""

    def __init__(self, catalogue: CatalogueService) -> None:
        super().__init__()
        self.calendars = catalogue.calendars
        self.comes: list[str] = []

    def inquiry(self, inquiry_id: str):
        found = super().inquiry(inquiry_id)
        if self.comes:
            self.link(piece(self.comes.pop(), pages=1))
        return found


@pytest.fixture
def desk(office) -> Shelf:
    return Shelf(CatalogueService(office))


@pytest.fixture
def share(tmp_path):
    made = tmp_path / "share"
    made.mkdir()
    return made


@pytest.fixture
def settings(share) -> OfficeSettings:
    safety = Receiver(way="folder", folder=str(share), acknowledge_business_days=1)
    quality = Receiver(acknowledge_business_days=1, country="DE")
    return OfficeSettings(receivers=Receivers(safety=safety, quality=quality))


@pytest.fixture
def safety(office, people, desk, settings) -> SafetyService:
    return SafetyService(office, people, desk, desk, desk, desk, settings)


@pytest.fixture
def event(hand):
    hand.clean()
    hand.say(AE="yes", AE_SER="SER-NONE")
    return hand.sign().handoffs[0]


def at_once(*deeds) -> list[object]:
    """Runs them on threads of their own, let go together; what each gave, or its error."""
    gate, found = threading.Barrier(len(deeds)), [None] * len(deeds)

    def run(n: int) -> None:
        gate.wait()
        try:
            found[n] = deeds[n]()
        except WorldError as e:
            found[n] = e

    threads = [threading.Thread(target=run, args=(n,)) for n in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_two_desks_hand_over_at_the_same_moment_and_one_package_goes(
    hand, event, staff, share, office, people, desk, settings
) -> None:
    other = SafetyService(office, people, desk, desk, desk, desk, settings)
    rooms = (hand.safety, other)
    found = at_once(*(lambda s=s: s.send_handoff(staff.anna, event.id) for s in rooms))
    refused = [one for one in found if isinstance(one, WorldError)]
    assert len(refused) == 1, found
    assert len(hand.safety.transmission.transmissions()) == 1
    at_once(*(s.transmission.send_waiting for s in rooms))
    assert [folder.name for folder in share.iterdir()] == [f"{event.number}-v1"]
    [one] = hand.safety.transmission.transmissions()
    assert one.attempts == 1


def test_two_desks_sign_at_the_same_moment_and_open_one_hand_off(hand, staff, office) -> None:
    hand.clean()
    hand.say(AE="yes", AE_SER="SER-NONE")
    sign = hand.safety.sign
    at_once(*(lambda: sign(staff.anna, INQUIRY, PASSPHRASE) for _ in range(2)))
    assert [h.number for h in hand.safety.handoffs()] == ["AE-SE-2026-00001"]


def test_mail_linked_in_the_moment_of_closing_keeps_the_inquiry_open(hand, desk) -> None:
    hand.clean()
    hand.sign()
    desk.comes = ["00002"]
    with pytest.raises(NotToBeClosed, match="gate is shut"):
        hand.safety.closing.close(hand.anna, INQUIRY, ClosingReason.WITHDRAWN, "She called")


def test_rec_3_who_answered_once_does_not_read_again_even_where_it_was_overwritten(
    hand, people, staff, safety
) -> None:
    berit = people.add(
        staff.maria, ("berit", "Berit Ask", frozenset({Role.SPECIALIST})), PASSPHRASE
    )
    safety.answer(berit, INQUIRY, "AE", "no")
    hand.clean()
    hand.sign()
    safety.rereading.draw(hand.anna, "2026-11")
    assert safety.rereading.waiting(berit) == []
    with pytest.raises(SecondPerson):
        safety.rereading.judge(berit, INQUIRY, Reread.AGREED)


def test_ho_2_a_department_may_have_business_days_of_its_own_country(
    hand, event, clock, safety, desk
) -> None:
    """HO-2: from the Thursday before Midsummer Eve to Monday in Sweden, to Friday in Germany."""
    thursday = datetime(2026, 6, 18, 10, tzinfo=STOCKHOLM)
    for kind, due in ((HandOffKind.SAFETY, 22), (HandOffKind.QUALITY, 19)):
        sent = replace(event, kind=kind, state=HandOffState.SENT, sent_at=thursday)
        by = safety.transmission.acknowledge_by(sent).astimezone(STOCKHOLM)
        assert (by.date(), by.hour) == (date(2026, 6, due), 23)


def test_ho_2_the_board_and_the_alarm_reckon_by_the_same_business_days(
    hand, event, clock, safety
) -> None:
    safety.send_handoff(hand.anna, event.id)
    safety.transmission.send_waiting()
    [waiting] = [line for line in safety.board() if line.number == event.number and not
                 line.follow_up_id]  # fmt: skip
    [sent] = safety.handoffs(HandOffState.SENT)
    assert waiting.due == safety.transmission.acknowledge_by(sent)
    clock.forward(seconds=(waiting.due - safety.office.database.clock()).total_seconds())
    assert safety.transmission.alarms() == []
    clock.forward(seconds=1)
    assert [h.number for h in safety.transmission.alarms()] == [event.number]


def test_ae_min_8_each_patient_of_the_mail_follows_the_answers_signed_anew(
    hand, event, safety
) -> None:
    child = safety.add_patient(hand.anna, event.id)
    safety.cases.link(hand.anna, event.id, child.id, "child")
    safety.send_handoff(hand.anna, event.id)
    hand.say(AE_SER="SER-DEATH")
    hand.sign()
    mother, baby = sorted(safety.handoffs(), key=lambda h: h.patient)
    assert (mother.version, mother.state, mother.urgent) == (2, HandOffState.DRAFT, True)
    assert (baby.version, baby.state, baby.urgent) == (1, HandOffState.DRAFT, True)
    assert baby.number != mother.number


@pytest.mark.parametrize(
    ("aware", "zero", "day_15", "hours_24"),
    [
        # One minute before midnight at the site is the old year's; UTC is an hour behind.
        ("2026-12-31T23:59:00", "2026-12-31", "2027-01-15", "2027-01-01T23:59:00"),
        ("2027-01-01T00:00:00", "2027-01-01", "2027-01-16", "2027-01-02T00:00:00"),
        # Leap day.
        ("2028-02-29T12:00:00", "2028-02-29", "2028-03-15", "2028-03-01T12:00:00"),
        ("2028-02-14T12:00:00", "2028-02-14", "2028-02-29", "2028-02-15T12:00:00"),
        # Clocks go forward in the night: 24 elapsed hours end an hour later by the wall.
        ("2026-03-28T20:00:00", "2026-03-28", "2026-04-12", "2026-03-29T21:00:00"),
        # The hour that comes twice: each of its two minutes has its own end.
        ("2026-10-25T02:30:00", "2026-10-25", "2026-11-09", "2026-10-26T01:30:00"),
        # Midsummer Eve: the hours do not stop.
        ("2026-06-19T15:00:00", "2026-06-19", "2026-07-04", "2026-06-20T15:00:00"),
    ],
)
def test_clk_3_and_clk_5_at_the_turns_of_day_year_and_clock(aware, zero, day_15, hours_24) -> None:
    """CLK-3, CLK-5, CLK-7 by the wall clock in Stockholm."""
    at = datetime.fromisoformat(aware).replace(tzinfo=STOCKHOLM)
    assert day_zero(at.astimezone(UTC), "Europe/Stockholm") == date.fromisoformat(zero)
    assert day(date.fromisoformat(zero), 15) == date.fromisoformat(day_15)
    due = Terms(24, zone="Europe/Stockholm").due(at.astimezone(UTC))
    assert due.astimezone(STOCKHOLM).replace(tzinfo=None) == datetime.fromisoformat(hours_24)
    assert due - at.astimezone(UTC) == timedelta(hours=24)


def test_numbers_begin_anew_with_the_sites_year_not_with_utc(hand, clock, safety) -> None:
    def at(moment: str) -> None:
        wanted = datetime.fromisoformat(moment).replace(tzinfo=STOCKHOLM)
        clock.forward(seconds=(wanted - safety.office.database.clock()).total_seconds())

    hand.clean()
    hand.say(AE="yes", AE_SER="SER-NONE")
    at("2026-12-31T23:59:30")
    [first] = hand.sign().handoffs
    at("2027-01-01T00:00:30")
    second = safety.add_patient(hand.anna, first.id)
    assert (first.number, second.number) == ("AE-SE-2026-00001", "AE-SE-2027-00001")
