"""The manual's picture of a case; written with MI_DESKTOP_WRITE_MANUAL=1."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from mi_desktop.bootstrap import assemble
from mi_desktop.demo import Demonstration, make_demonstration
from mi_desktop.demo.answer import answer_safely
from mi_desktop.demo.maker import MAIL_FOLDER, read_truth
from mi_desktop.inquiries import Inquiry
from mi_desktop.ui.pictures import come_to_rest, offscreen_desk
from mi_desktop.ui.safety import SafetyScreen
from mi_desktop.ui.seating import seat
from mi_desktop.ui.theme import Theme

PICTURES = Path(__file__).resolve().parents[2] / "docs/manual/pictures"
NAME = "3-safety-case.png"
SIZE = (1280, 800)
RASH = next(p for p in read_truth() if p.id == "sv-rash")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Demonstration, Inquiry]]:
    """A letter that tells of a rash, answered and signed."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        made = make_demonstration(tmp_path_factory.mktemp("case") / "office", None, assemble)
        rooms, anna = made.services, made.staff.anna
        [taken] = rooms.intake.take(anna, [MAIL_FOLDER / RASH.file])
        list(rooms.ocr.read(anna, [taken.piece.id]))
        draft = rooms.inquiries.draft_from(taken.piece.id)
        inquiry = rooms.inquiries.register(anna, taken.piece.id, draft)
        answer_safely(made, inquiry, RASH)
        yield made, inquiry
        rooms.close()


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_manual_shows_a_case(
    qapp: QApplication, office: tuple[Demonstration, Inquiry], tmp_path: Path, language: str
) -> None:
    made, inquiry = office
    with offscreen_desk(made.services, made.staff.anna, language) as desk:
        Theme(qapp, "light")
        window = seat(desk)
        window.resize(*SIZE)
        window.show()
        window.go("safety", inquiry.id)
        come_to_rest(desk.tasks)
        screen = window.screen_of("safety")
        assert isinstance(screen, SafetyScreen)
        screen.case.trigger()
        come_to_rest(desk.tasks)
        form = screen.form.form
        assert "F9" in form.rows["patient.age"]._hint.text()
        form.rows["patient.age"].take_offer()
        form.go_to("events.0.verbatim")
        come_to_rest(desk.tasks)
        file = tmp_path / NAME
        assert window.grab().save(str(file))
        screen.form.saver.throw_away()  # else the next language finds it as a draft
        come_to_rest(desk.tasks)
        window.close()
        window.deleteLater()
    if os.environ.get("MI_DESKTOP_WRITE_MANUAL"):
        with Image.open(file) as picture:
            small = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
            small.save(PICTURES / language / NAME, optimize=True)
    for shown in (file, PICTURES / language / NAME):
        with Image.open(shown) as picture:
            assert picture.size == SIZE
            assert len(picture.convert("RGB").getcolors(1 << 24) or []) > 16
