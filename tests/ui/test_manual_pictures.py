"""Pictures of every screen, made in a small demonstration office; the manual shows them.

With MI_DESKTOP_WRITE_MANUAL=1 they are written into docs/manual/pictures.
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from mi_desktop.bootstrap import assemble
from mi_desktop.demo import Demonstration, make_demonstration, send_out
from mi_desktop.demo.answer import answer_safely, write_letter
from mi_desktop.demo.maker import MAIL_FOLDER, Piece, read_truth
from mi_desktop.intake import Arrival, Channel, MailPiece
from mi_desktop.safety import Answer, Order
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.lock import LockScreen
from mi_desktop.ui.office.personal_data import PersonalDataTab
from mi_desktop.ui.page_view import PageView
from mi_desktop.ui.pictures import come_to_rest, offscreen_desk, take
from mi_desktop.ui.safety import SafetyScreen
from mi_desktop.ui.screens import SCREENS
from mi_desktop.ui.seating import seat
from mi_desktop.ui.theme import Theme
from mi_desktop.ui.tray import TrayScreen
from tests.unit.safety.test_e2b_desk import ACK

PICTURES = Path(__file__).resolve().parents[2] / "docs/manual/pictures"
SIZE = (1280, 800)
FEWEST_COLOURS = 16
LANGUAGES = ("en", "sv")
COLOURS = 256  # in a kept picture: as good to the eye, half the size
ANSWERED = (
    "mail-2026-11-05-0912.eml",
    "fax-2026-11-09-1118.tif",
)
BEGUN = "post-2026-11-16-003.pdf"
WAITING = ("mail-2026-11-11-1003.eml", "post-2026-11-19-004.jpg")


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    """Mail in every state: answered and sent, begun, waiting in the tray."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        folder = tmp_path_factory.mktemp("manual") / "office"
        made = make_demonstration(folder, None, assemble)
        try:
            work(made)
            yield made
        finally:
            made.services.close()


def work(made: Demonstration) -> None:
    truths = {p.file: p for p in read_truth()}
    files = (*ANSWERED, BEGUN, *WAITING)
    pieces = [take_in(made, truths[name]) for name in files]
    list(made.services.ocr.read(made.staff.anna, [p.id for p in pieces]))
    for name, piece in zip(ANSWERED, pieces, strict=False):
        answer(made, piece, truths[name])
    send_out(made)
    begin(made, pieces[len(ANSWERED)])
    listed = b"MI number;Awareness date;Case ID\nAE-SE-2026-00077;2026-11-09;PV-2026-0031\n"
    safety = made.services.safety
    safety.reconciliation.compare(made.staff.anna, "pv-2026-11.csv", listed, Order())


def take_in(made: Demonstration, truth: Piece) -> MailPiece:
    day = truth.received
    arrival = Arrival(datetime(day.year, day.month, day.day, 9, tzinfo=UTC), Channel(truth.channel))
    (taken,) = made.services.intake.take(made.staff.anna, [MAIL_FOLDER / truth.file], arrival)
    assert taken.piece is not None
    return taken.piece


def answer(made: Demonstration, piece: MailPiece, truth: Piece) -> None:
    inquiries = made.services.inquiries
    inquiry = inquiries.register(made.staff.anna, piece.id, inquiries.draft_from(piece.id))
    answer_safely(made, inquiry, truth)
    write_letter(made, inquiry, inquiry.questions)


def begin(made: Demonstration, piece: MailPiece) -> None:
    """The checklist is half answered, the letter half written."""
    services, anna = made.services, made.staff.anna
    draft = services.inquiries.draft_from(piece.id)
    inquiry = services.inquiries.register(anna, piece.id, draft)
    services.safety.look_at(anna, inquiry.id, piece.pages[0].ref)
    services.safety.answer(anna, inquiry.id, "AE", Answer.YES)
    services.safety.answer(anna, inquiry.id, "PQC", Answer.NO)
    letter = services.letters.compose(anna, inquiry.id)
    question = inquiry.questions[0]
    for fitting in services.library.suggest(
        question.product_id or "", question.topic, letter.language, "hcp"
    )[:1]:
        services.letters.insert_standard(anna, letter.id, fitting.id, question.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_has_a_picture_of_every_screen(
    qapp: QApplication, demonstration: Demonstration, tmp_path: Path, language: str
) -> None:
    with offscreen_desk(demonstration.services, demonstration.staff.anna, language) as desk:
        files = [*take(desk, tmp_path), *take_forms(qapp, desk, tmp_path)]
        files += take_safety(qapp, desk, tmp_path)
    with offscreen_desk(demonstration.services, demonstration.staff.maria, language) as desk:
        files += take_office(qapp, desk, tmp_path)
    for kind in SCREENS:
        assert any(kind.key in f.stem for f in files), kind.key
    for file in files:
        assert_picture(file)
    shown = [f for f in files if not f.stem.endswith("-dark")]
    if os.environ.get("MI_DESKTOP_WRITE_MANUAL"):
        keep(shown, PICTURES / language)
    for file in shown:
        assert_picture(PICTURES / language / file.name)


def take_forms(app: QApplication, desk: Desk, folder: Path) -> list[Path]:
    """What opens over the screens: the form of a new inquiry, the commands."""
    Theme(app, "light")
    window = seat(desk)
    window.resize(*SIZE)
    window.show()
    window.go("tray")
    come_to_rest(desk.tasks)
    files = []
    tray = window.screen_of("tray")
    assert isinstance(tray, TrayScreen)
    view = tray.findChild(PageView)
    view.show_pages([desk.services.intake.tray()[-1].pages[0].ref])
    come_to_rest(desk.tasks)
    forms = (
        ("show-words", lambda: view.show_words(True)),
        ("check-reading", lambda: check(view)),
        ("7-register", tray.new_inquiry),
        ("8-commands", window.open_palette),
    )
    for name, opens in forms:
        opens()
        come_to_rest(desk.tasks)
        files.append(folder / f"{name}.png")
        assert window.grab().save(str(files[-1]))
        view.strips.close_all()
    window.close()
    window.deleteLater()
    return files


def check(view: PageView) -> None:
    """The words away, the strip under the page open."""
    view.show_words(False)
    view.strips.open_check(view.current())


def take_safety(app: QApplication, desk: Desk, folder: Path) -> list[Path]:
    """The board, a reconciliation with the department's list, acknowledgements taken in."""
    Theme(app, "light")
    window = seat(desk)
    window.resize(*SIZE)
    window.show()
    window.go("safety")
    safety = window.screen_of("safety")
    assert isinstance(safety, SafetyScreen)
    files = []
    tabs = ((1, "safety-board"), (2, "safety-reconciliation"), (4, "safety-acknowledgements"))
    for number, name in tabs:
        safety.tabs.turn_to(number)
        come_to_rest(desk.tasks)
        if name == "safety-acknowledgements":
            take_receipts(safety, desk, folder)
        files.append(folder / f"{name}.png")
        assert window.grab().save(str(files[-1]))
    window.close()
    window.deleteLater()
    return files


def take_receipts(safety: SafetyScreen, desk: Desk, folder: Path) -> None:
    """An answer to a case that is not ours, and a file that is none."""
    files = [folder / "ack-2026-11-20.xml", folder / "letter.xml"]
    said = {"number": "AE-SE-2025-00412", "code": "CA", "batch": "AA", "text": ""}
    files[0].write_text(ACK.format(**said))
    files[1].write_text("<letter/>")
    panel = safety.tabs.receipts
    panel.take(files)
    while desk.tasks.busy:
        come_to_rest(desk.tasks)
    assert len(panel.table.records()) >= len(files)


def take_office(app: QApplication, desk: Desk, folder: Path) -> list[Path]:
    """The office itself as an administrator sees it, and the lock."""
    Theme(app, "light")
    window = seat(desk)
    window.resize(*SIZE)
    window.show()
    files = []
    for key in ("people", "keys", "backups", "personal", "calendars"):
        window.go("office", key)
        come_to_rest(desk.tasks)
        if key == "personal":
            look_somebody_up(window.screen_of("office").current(), desk)
        files.append(folder / f"office-{key}.png")
        assert window.grab().save(str(files[-1]))
    lock = LockScreen(desk.services.settings.name, desk.user.name, desk.user.full_name)
    lock.resize(*SIZE)
    lock.show()
    files.append(folder / "lock.png")
    assert lock.grab().save(str(files[-1]))
    for widget in (window, lock):
        widget.close()
        widget.deleteLater()
    return files


def look_somebody_up(tab: PersonalDataTab, desk: Desk) -> None:
    """Finds whoever wrote first."""
    inquiry = desk.services.inquiries.inquiries()[-1]
    tab.fields["name"].setText(inquiry.requester)
    tab.look_up.trigger()
    come_to_rest(desk.tasks)


def assert_picture(file: Path) -> None:
    with Image.open(file) as picture:
        assert picture.size == SIZE
        colours = picture.convert("RGB").getcolors(maxcolors=SIZE[0] * SIZE[1])
    assert colours is not None
    assert len(colours) > FEWEST_COLOURS, file.name


def keep(files: list[Path], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        with Image.open(file) as picture:
            small = picture.convert("RGB").quantize(
                COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
            )
            small.save(folder / file.name, optimize=True)
