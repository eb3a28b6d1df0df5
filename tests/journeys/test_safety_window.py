"""Safety in the real window, over a real office with real mail, by keyboard."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mi_desktop.bootstrap import assemble
from mi_desktop.demo import Demonstration
from mi_desktop.demo.maker import MAIL_FOLDER, read_truth
from mi_desktop.inquiries import ClosingReason, Inquiry
from mi_desktop.intake import Arrival, Channel, PageRef
from mi_desktop.ocr import Region
from mi_desktop.safety import HandOff, HandOffKind, HandOffState, LateReason
from mi_desktop.safety.e2b.matching import Outcome
from mi_desktop.safety.errors import NotToBeClosed
from mi_desktop.services import Services
from mi_desktop.ui.app import Door, Shell
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.preferences import Preferences
from mi_desktop.ui.safety import SafetyScreen
from mi_desktop.ui.safety.case.form import CaseForm
from mi_desktop.ui.screens import SCREENS
from mi_desktop.ui.signature import SignerName
from mi_desktop.ui.tasks import Tasks
from mi_desktop.ui.theme import Theme
from mi_desktop.ui.window import Window
from tests.unit.safety.test_e2b_desk import ACK

TRUTH = {p.id: p for p in read_truth()}
CONTROL = Qt.KeyboardModifier.ControlModifier
STOCKHOLM = ZoneInfo("Europe/Stockholm")
# Card, Moran and Newell's keystroke-level model: an average typist, 0.28 s a key.
KEY_SECONDS = 0.28


class Hand:
    """Anna at the keyboard of the window; counts the keys."""

    def __init__(self, qtbot: QtBot, window: Window, tasks: Tasks, passphrase: str) -> None:
        self.qtbot, self.window, self.tasks, self.passphrase = qtbot, window, tasks, passphrase
        self.keys = 0
        self.name = "anna"

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.tasks.busy, timeout=30_000)

    def press(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1 + (modifier != Qt.KeyboardModifier.NoModifier)
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        self.rest()

    def type(self, text: str) -> None:
        self.keys += len(text)
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def sign(self) -> None:
        """Return after the last question, the name where it is the first time, the passphrase."""
        self.press(Qt.Key.Key_Return)
        if isinstance(QApplication.focusWidget(), SignerName):
            self.type(self.name)
            self.press(Qt.Key.Key_Tab)
        self.type(self.passphrase)
        self.press(Qt.Key.Key_Return)

    def field(self, name: str) -> None:
        """To a field of the case by a part of its name."""
        self.press(Qt.Key.Key_G, CONTROL)
        self.type(name)
        self.press(Qt.Key.Key_Return)

    def safety(self, inquiry: Inquiry) -> SafetyScreen:
        self.window.go("safety", inquiry.id)
        self.rest()
        screen = self.window.screen_of("safety")
        screen.setFocus()
        return screen

    @property
    def seconds(self) -> float:
        return self.keys * KEY_SECONDS


@pytest.fixture
def hand(
    qtbot: QtBot, qapp: QApplication, demonstration: Demonstration, tmp_path: Path
) -> Iterator[Callable[[Services], Hand]]:
    Theme(qapp, "light")
    tasks = Tasks()
    crashed: list[BaseException] = []
    tasks.crashed.connect(crashed.append)

    def seat(services: Services) -> Hand:
        preferences = Preferences(tmp_path / "window.ini")
        desk = Desk(services, demonstration.staff.anna, tasks, "en", preferences)
        window = Window(desk, SCREENS)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        made = Hand(qtbot, window, tasks, demonstration.passphrase)
        made.rest()
        return made

    yield seat
    tasks.close()
    assert not crashed, crashed


def arrive(
    demonstration: Demonstration, services: Services, piece_id: str, at: datetime | None = None
) -> Inquiry:
    anna = demonstration.staff.anna
    arrival = Arrival(at, Channel(TRUTH[piece_id].channel)) if at else Arrival()
    taken = next(iter(services.intake.take(anna, [MAIL_FOLDER / TRUTH[piece_id].file], arrival)))
    assert taken.piece is not None
    list(services.ocr.read(anna, [taken.piece.id]))
    draft = services.inquiries.draft_from(taken.piece.id)
    return services.inquiries.register(anna, taken.piece.id, draft)


def quote(services: Services, inquiry: Inquiry, words: str) -> Region:
    """The words as they were read on their page."""
    for page in (t for i in inquiry.piece_ids for t in services.ocr.texts(i)):
        if words in " ".join(page.text.split()):
            return Region(page.part_id, page.number, words)
    raise AssertionError(f"{words} was not read")


def test_a_clean_piece_is_signed_in_under_15_seconds_of_keys_ae(
    demonstration: Demonstration, hand: Callable[[Services], Hand]
) -> None:
    """From the checklist shown to the signed "no event"; the passphrase is typed as well."""
    services = demonstration.services
    inquiry = arrive(demonstration, services, "sv-renal")
    anna = hand(services)
    anna.safety(inquiry)
    for _ in range(len(services.safety.assessment(inquiry.id).pages) - 1):
        anna.press(Qt.Key.Key_PageDown)
    for _ in range(3):
        anna.press(Qt.Key.Key_N)
    anna.sign()
    assert services.safety.gate(inquiry.id).open
    assert anna.seconds < 15, anna.keys


def test_a_fax_with_a_hidden_reaction_on_page_3_rec_4(
    demonstration: Demonstration, hand: Callable[[Services], Hand]
) -> None:
    """REC-4: "no" cannot be signed before page 3 was seen; then to a complete hand-off by keys."""
    services = demonstration.services
    inquiry = arrive(demonstration, services, "fax-g3-hidden")
    anna = hand(services)
    screen = anna.safety(inquiry)
    for _ in range(3):
        anna.press(Qt.Key.Key_N)
    assert "2 pages not looked at" in screen.page.missing.accessibleName()
    anna.keys = 0
    anna.press(Qt.Key.Key_PageDown)
    anna.press(Qt.Key.Key_PageDown)
    third = screen.page.view.current()
    assert third == services.safety.assessment(inquiry.id).pages[2]
    assert services.safety.marks(PageRef(third.part_id, 3)).suspected

    screen.page.questions.go_to("AE")
    anna.press(Qt.Key.Key_Y)
    region = quote(services, inquiry, "fick en av männen frossa")
    screen.page.questions.go_to("AE")
    screen.page.view.region_chosen.emit(region)
    anna.rest()
    screen.page.questions.go_to("AE-SER")
    anna.press(Qt.Key.Key_3)
    anna.sign()
    [handoff] = services.safety.handoffs(HandOffState.DRAFT)

    anna.press(Qt.Key.Key_E, CONTROL)
    form = screen.form.form
    taken = 0
    while any(row.offered and row.isVisibleTo(form) for row in form.rows.values()):
        anna.press(Qt.Key.Key_F9)
        taken += 1
        assert taken < 80, "a suggestion that is never reached"
    anna.field("began")
    assert form.current == "events.0.onset"
    anna.type("2026-11-05")
    anna.press(Qt.Key.Key_Return)
    anna.field("outc")
    assert form.current == "events.0.outcome"
    anna.type("1")
    anna.press(Qt.Key.Key_Return)
    anna.field("happ")
    assert form.current == "narrative.text"
    anna.type("Frossa och feber 39,4 en timme efter infusion. Stannade en natt. Frisk.")
    anna.press(Qt.Key.Key_S, CONTROL)
    case = services.safety.cases.case(handoff.id)
    assert case.events[0].verbatim.value == "fick en av männen frossa"
    assert case.events[0].hospitalisation.value is True
    assert case.events[0].outcome.value == "1"
    assert case.drugs[0].name.value == "Quorvia"

    anna.press(Qt.Key.Key_B, CONTROL)
    [card] = [c for c in screen.page.cards() if c.handoff.id == handoff.id]
    if card.reason.isVisibleTo(card):
        card.reason.setFocus()
        anna.type("found on page three")
        anna.press(Qt.Key.Key_Return)
    else:
        card.main.setFocus()
        anna.press(Qt.Key.Key_Space)
    assert services.safety.handoffs(HandOffState.DRAFT) == []
    assert anna.seconds < 4 * 60, anna.keys


def test_a_pregnancy_question_goes_to_safety_without_any_reaction_ss_preg(
    demonstration: Demonstration, hand: Callable[[Services], Hand]
) -> None:
    """SS-PREG: a hand-off without "AE"; AE-MIN-8: the child gets a case of its own, linked."""
    services, staff = demonstration.services, demonstration.staff
    inquiry = arrive(demonstration, services, "sv-pregnancy")
    anna = hand(services)
    screen = anna.safety(inquiry)
    anna.press(Qt.Key.Key_N)
    anna.press(Qt.Key.Key_Y)
    anna.press(Qt.Key.Key_Y)
    assert services.safety.assessment(inquiry.id).given["SS-PREG"].value == "yes"
    while not services.safety.gate(inquiry.id).sentence.template.endswith("not signed yet."):
        anna.press(Qt.Key.Key_N)
    anna.sign()
    [mother] = services.safety.handoffs(HandOffState.DRAFT)
    assert mother.kind is HandOffKind.SAFETY
    assert "SS-PREG" in mother.codes
    assert "AE" not in mother.codes

    child = services.safety.add_patient(staff.anna, mother.id)
    services.safety.cases.link(staff.anna, mother.id, child.id, "child")
    anna.press(Qt.Key.Key_E, CONTROL)
    form = screen.form.form
    form.go_to("patient.last_period")
    anna.type("2026-09")
    anna.press(Qt.Key.Key_Return)
    anna.press(Qt.Key.Key_S, CONTROL)
    case = services.safety.cases.case(mother.id)
    assert str(case.patient.last_period.value) == "2026-09"
    assert [x.number.value for x in case.report.linked] == [child.number]


def test_a_complaint_with_harm_goes_to_both_and_cannot_be_closed_pqc_2(
    demonstration: Demonstration, hand: Callable[[Services], Hand]
) -> None:
    """PQC-2: harm asks for the event; two numbers, one awareness; no closing before both answer."""
    services, staff = demonstration.services, demonstration.staff
    inquiry = arrive(demonstration, services, "sv-noeffect")
    anna = hand(services)
    screen = anna.safety(inquiry)
    safety = services.safety
    for code, value in (("AE", "no"), ("SS", "yes"), ("SS-LOE", "yes"), ("PQC", "yes")):
        safety.answer(staff.anna, inquiry.id, code, value)
    safety.answer(staff.anna, inquiry.id, "PQC-BATCH", "ZV2609A")
    safety.answer(staff.anna, inquiry.id, "PQC-EXPIRY", "2028-05")
    safety.answer(staff.anna, inquiry.id, "PQC-HARM", "unknown")
    screen.refresh()
    anna.rest()
    said = screen.page.missing.accessibleName()
    assert "adverse event to be answered again" in said
    screen.page.questions.go_to("AE")
    anna.press(Qt.Key.Key_Y)
    screen.page.questions.go_to("AE-SER")
    anna.press(Qt.Key.Key_N)
    while not safety.gate(inquiry.id).sentence.template.endswith("not signed yet."):
        anna.press(Qt.Key.Key_N)
    anna.sign()
    handoffs = safety.handoffs(HandOffState.DRAFT)
    assert {h.kind for h in handoffs} == {HandOffKind.SAFETY, HandOffKind.QUALITY}
    assert len({h.number for h in handoffs}) == 2
    assert len({h.awareness_at for h in handoffs}) == 1
    [quality] = [h for h in handoffs if h.kind is HandOffKind.QUALITY]
    screen.show_case(quality.id)
    anna.rest()
    form = screen.form.form
    form.go_to("pack.batch")
    anna.press(Qt.Key.Key_F9)
    assert form.case.pack.batch.value == "ZV2609A"
    anna.press(Qt.Key.Key_S, CONTROL)
    with pytest.raises(NotToBeClosed):
        safety.closing.close(staff.anna, inquiry.id, ClosingReason.WITHDRAWN, "She called")


def test_midsummer_week_one_business_day_is_monday_clk_4(
    demonstration: Demonstration, hand: Callable[[Services], Hand]
) -> None:
    """CLK-4: aware on Thursday 18 June, Midsummer Eve is no business day: due on Monday 22."""
    settings = demonstration.services.settings.model_copy(update={"handoff_business_days": 1})
    services = assemble(demonstration.services.office, settings)
    thursday = datetime(2026, 6, 18, 9, 0, tzinfo=STOCKHOLM).astimezone(UTC)
    inquiry = arrive(demonstration, services, "sv-rash", thursday)
    anna = hand(services)
    screen = anna.safety(inquiry)
    anna.press(Qt.Key.Key_Y)
    screen.page.questions.go_to("AE-SER")
    anna.press(Qt.Key.Key_N)
    while not services.safety.gate(inquiry.id).sentence.template.endswith("not signed yet."):
        anna.press(Qt.Key.Key_N)
    anna.sign()
    [handoff] = services.safety.handoffs(HandOffState.DRAFT)
    assert handoff.due.astimezone(STOCKHOLM).date() == date(2026, 6, 22)
    [card] = screen.page.cards()
    assert "late since 22 Jun 2026" in card.words.text()
    assert not card.main.isEnabled()
    card.why.setCurrentIndex(card.why.findData(LateReason.UNOPENED))
    card.reason.setFocus()
    anna.type("the office was shut")
    card.main.click()
    anna.rest()
    assert services.safety.handoffs(HandOffState.DRAFT) == []
    services.sandbox.close()


def test_an_acknowledgement_is_taken_in_and_the_clock_stops_ho_2(
    demonstration: Demonstration, hand: Callable[[Services], Hand], tmp_path: Path
) -> None:
    """HO-2, E2B: sent is not received; the receiver's file says so, an unknown case is said."""
    services = demonstration.services
    handoff = handed_over(demonstration, "sv-rash")
    anna = hand(services)
    anna.window.go("safety")
    anna.rest()
    screen = anna.window.screen_of("safety")
    anna.press(Qt.Key.Key_5, CONTROL)
    for number in (handoff.number, "AE-SE-2031-09999"):
        (tmp_path / f"{number}.xml").write_text(
            ACK.format(number=number, code="CA", batch="AA", text="")
        )
    screen.tabs.receipts.take(sorted(tmp_path.glob("AE*.xml")))
    anna.rest()
    taken = {a.theirs: a for a in screen.tabs.receipts.table.records()}
    assert taken[handoff.number].outcome is Outcome.ACKNOWLEDGED
    assert taken["AE-SE-2031-09999"].outcome is Outcome.UNKNOWN
    kept = services.safety.transmission.handoff(handoff.id)
    assert kept.state is HandOffState.ACKNOWLEDGED
    assert kept.reference == "PV-4711"
    assert handoff.id not in {line.handoff_id for line in services.safety.board()}


def test_a_case_not_saved_is_there_when_the_window_is_opened_again(
    qtbot: QtBot, qapp: QApplication, demonstration: Demonstration, tmp_path: Path
) -> None:
    """Closed in the middle of a word; nothing of it lies about in plain text."""
    services, anna = demonstration.services, demonstration.staff.anna
    handoff = signed_event(demonstration, "sv-rash")
    door = Door(
        "Office",
        lambda *_: (services, anna),
        tmp_path,
        at_once=lambda: (services, anna),
        preferences=Preferences(tmp_path / "window.ini"),
    )

    def seated() -> tuple[Shell, CaseForm]:
        shell = Shell(qapp, door)
        qtbot.addWidget(shell)
        with qtbot.waitSignal(shell.seated, timeout=30_000):
            shell.show()
        screen = shell.window_shown.screen_of("safety")
        shell.window_shown.go("safety", handoff.inquiry_id)
        qtbot.waitUntil(lambda: not shell.tasks.busy, timeout=30_000)
        screen.show_case(handoff.id)
        qtbot.waitUntil(lambda: not shell.tasks.busy, timeout=30_000)
        return shell, screen.form.form

    shell, form = seated()
    form.go_to("patient.initials")
    qtbot.keyClicks(form.rows["patient.initials"].editor, "Q")
    form.go_to("narrative.text")
    qtbot.keyClicks(form.rows["narrative.text"].editor, "Utslag p armarna sedan tisd")
    shell.close()
    shell.leave()
    lying = [p for p in services.office.folder.rglob("*") if p.is_file()]
    assert not [p for p in lying if b"sedan tisd" in p.read_bytes()]
    shell, form = seated()
    try:
        assert form.case.patient.initials.value == "Q"
        assert form.rows["narrative.text"].text() == "Utslag p armarna sedan tisd"
    finally:
        shell.leave()


def signed_event(demonstration: Demonstration, piece_id: str) -> HandOff:
    """A report of an event, signed; its hand-off waits."""
    services, anna = demonstration.services, demonstration.staff.anna
    inquiry = arrive(demonstration, services, piece_id)
    for page in services.safety.assessment(inquiry.id).pages:
        services.safety.look_at(anna, inquiry.id, page)
    said = {"AE": "yes", "AE-SER": "SER-NONE", "SS": "no", "PQC": "no"}
    said |= {f"AE-MIN-{n}": "met" for n in (1, 2, 3, 4)}
    for code, value in said.items():
        services.safety.answer(anna, inquiry.id, code, value)
    return services.safety.sign(anna, inquiry.id, demonstration.passphrase).handoffs[0]


def handed_over(demonstration: Demonstration, piece_id: str) -> HandOff:
    """The same, handed over on paper: the mail lay for a while."""
    handoff, anna = signed_event(demonstration, piece_id), demonstration.staff.anna
    safety = demonstration.services.safety
    sent = safety.send_handoff(anna, handoff.id, "It lay unopened", LateReason.UNOPENED)
    if sent.state is HandOffState.QUEUED:
        sent = safety.transmission.by_hand(anna, handoff.id, "")
    return sent
