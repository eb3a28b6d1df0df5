"""A copy of a record reads back equal, and tells what was done to it since (P11-06)."""

import json
import shutil
import stat
import zipfile
from datetime import timedelta
from pathlib import Path

import pdfplumber
import pikepdf
import pytest

from mi_desktop import oversight
from mi_desktop.basics.errors import WorldError
from mi_desktop.demo.model import Demonstration
from mi_desktop.inquiries import Inquiry
from mi_desktop.keeping import Person
from mi_desktop.oversight.errors import CopyNotWritten, CopyUnreadable
from mi_desktop.oversight.parcel import read_record, record_hash
from mi_desktop.people import NotPermitted, Role, Wanted
from tests.faults.offices import opened
from tests.unit.keeping.conftest import (
    answer,
    answered,
    folder,
    furnished,
    take_mail,
    world,
)

__all__ = ["answered", "folder", "furnished", "world"]


@pytest.fixture
def copy(world: Demonstration, answered: Inquiry, tmp_path: Path) -> Path:
    path = tmp_path / "copy.zip"
    report = world.services.oversight.copies.take(world.staff.maria, answered.id, path)
    assert report.whole
    return path


@pytest.fixture(scope="module")
def handed_out(furnished: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy taken once, of an inquiry of the office's past, with its mail and letter."""
    place = tmp_path_factory.mktemp("handed-out")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        with opened(Path(shutil.copytree(furnished, place / "office"))) as made:
            inquiry = answer(made, take_mail(made, place))
            taken = made.services.oversight.copies.take
            taken(made.staff.maria, inquiry.id, place / "copy.zip")
    return place / "copy.zip"


def unpacked(copy: Path, where: Path | None = None) -> Path:
    place = (where or copy.parent) / "unpacked"
    with zipfile.ZipFile(copy) as packed:
        packed.extractall(place)
    return place


def problems(path: Path) -> list[str]:
    return [str(p) for p in oversight.verify(path).problems]


def test_a_copy_holds_the_whole_record_for_people_and_machines_p11_06(
    world: Demonstration, answered: Inquiry, copy: Path
) -> None:
    """P11-06, P11-05, P11-14: fields, verbatim question, originals, signatures, its own history."""
    place = unpacked(copy)
    record = json.loads((place / "record.json").read_text())
    [question] = record["records"]["question"]
    assert question["verbatim"] == answered.questions[0].verbatim
    meanings = {s["meaning"] for s in record["signatures"]}
    assert {"authored", "approved", "no adverse event or complaint identified"} <= meanings
    assert all(s["zone"] and s["at"].endswith("+00:00") for s in record["signatures"])
    actions = [line["action"] for line in record["audit"]]
    assert "inquiries.register" in actions
    assert actions[-1] == "oversight.copy_record"
    assert {d["name"].split("/")[0] for d in record["documents"]} == {"mail", "letters"}
    with pikepdf.open(place / "record.pdf") as pdf, pdf.open_metadata() as xmp:
        assert xmp.pdfa_status == "1B"
    with pdfplumber.open(place / "record.pdf") as pdf:
        text = "\n".join(page.extract_text() for page in pdf.pages)
    for wanted in (answered.number, answered.questions[0].verbatim[:40], "approved", "Erik Berg"):
        assert wanted in text
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_copy_read_back_is_equal_to_the_record_p11_06(
    world: Demonstration, answered: Inquiry, copy: Path
) -> None:
    """P11-06: export, import, the same hash; later changes are told by their table."""
    desk, maria = world.services.oversight.copies, world.staff.maria
    assert record_hash(read_record(copy)) == oversight.verify(copy).record_sha256
    assert oversight.verify(unpacked(copy)).whole
    assert desk.changed_since(maria, copy) == []
    now = world.services.inquiries.inquiry(answered.id)
    world.services.inquiries.change_requester(
        world.staff.anna, now.id, now.version, type(now.requester)(name="Somebody Else")
    )
    assert desk.changed_since(maria, copy) == ["inquiry"]


@pytest.mark.parametrize("name", ["record.json", "record.pdf", "mail", "letters"])
def test_an_edited_file_is_told_p11_06(handed_out: Path, tmp_path: Path, name: str) -> None:
    """P11-06: one byte of any file."""
    place = unpacked(handed_out, tmp_path)
    file = next(p for p in sorted((place / name, *(place / name).rglob("*"))) if p.is_file())
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    assert f"{file.relative_to(place).as_posix()} was changed." in problems(place)


def test_a_missing_an_added_file_and_another_list_are_told_p11_06(
    handed_out: Path, tmp_path: Path
) -> None:
    """P11-06: who edits a file and its line in the list meets the signature."""
    place = unpacked(handed_out, tmp_path)
    (place / "more.txt").write_text("not ours")
    (place / "record.pdf").unlink()
    assert problems(place) == ["record.pdf is missing.", "more.txt was added."]
    listed = json.loads((place / "manifest.json").read_text())
    listed["files"] = [f for f in listed["files"] if f["name"] != "record.pdf"]
    (place / "manifest.json").write_text(json.dumps(listed))
    assert "The manifest is not as signed." in problems(place)


def test_another_offices_copy_is_told_p11_06(handed_out: Path) -> None:
    """P11-06: a copy signed by somebody else's key vouches for itself alone."""
    assert str(oversight.verify(handed_out, "00" * 32).problems[0]).startswith(
        "The copy was signed"
    )
    with pytest.raises(CopyUnreadable):
        oversight.verify(Path(__file__))


def test_a_copy_is_audited_asked_for_and_never_half_there_p11_02(
    world: Demonstration, answered: Inquiry, copy: Path
) -> None:
    """P11-02, P11-06: an export has its line; nobody without the permission takes one."""
    desk = world.services.oversight.copies
    lines = world.services.office.audit_lines(answered.id)
    assert [a.by for a in lines if a.action == "oversight.copy_record"] == [world.staff.maria.id]
    with pytest.raises(NotPermitted):
        desk.take(world.staff.anna, answered.id, copy.with_name("other.zip"))
    with pytest.raises(CopyNotWritten):
        desk.take(world.staff.maria, answered.id, copy)
    with pytest.raises(CopyNotWritten):
        desk.take(world.staff.maria, answered.id, copy.parent / "nowhere" / "copy.zip")
    assert not list(copy.parent.glob(".*"))


def test_every_kind_of_event_has_its_line_p11_02(
    world: Demonstration, answered: Inquiry, tmp_path: Path
) -> None:
    """P11-02: sign-ins, refusals, rights, keys, settings, exports, prints, the clock."""
    services, staff = world.services, world.staff
    people, office = services.people, services.office
    people.sign_in("anna", world.passphrase)
    for refused in (
        lambda: people.sign_in("anna", "not hers at all"),
        lambda: people.check(staff.anna, "not hers at all"),
        lambda: people.keys.change_passphrase(staff.anna, "not hers at all", "moln gaffel häst"),
    ):
        with pytest.raises(WorldError):
            refused()
    people.staff.change_roles(staff.maria, staff.sara.id, frozenset({Role.QUALITY}))
    people.staff.deactivate(staff.maria, staff.sara.id)
    people.keys.keep_recovery_key(staff.maria, people.keys.new_recovery_key(staff.maria))
    people.keys.keep_secret(staff.maria, "smtp", "a mail password")
    settings = services.oversight.settings
    settings.change(staff.maria, settings.kept(), {"handoff_hours": "12"}, "a new procedure")
    people.trail.export(staff.maria, Wanted(key="none"))
    people.trail.took(staff.anna, answered.number)
    services.oversight.copies.take(staff.maria, answered.id, tmp_path / "copy.zip")
    whom = Person(email=answered.requester.email)
    services.keeping.requests.export(staff.maria, whom, (tmp_path / "his.zip", None), "seen")
    office.database.clock.set(office.database.clock() - timedelta(hours=1))
    people.sign_in("maria", world.passphrase)
    assert {a.action for a in office.audit_lines()} >= {
        "people.sign_in",
        "people.sign_in_refused",
        "people.signature_refused",
        "people.passphrase_refused",
        "people.add",
        "people.change_roles",
        "people.deactivate",
        "people.new_recovery_key",
        "office.keep_secret",
        "office.change_settings",
        "audit.export",
        "people.took_file",
        "oversight.copy_record",
        "keeping.access",
        "dispatch.print_batch",
        "clock.back",
    }
