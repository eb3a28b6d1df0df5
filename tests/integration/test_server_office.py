"""An office of several desks on a real PostgreSQL: the whole path, then a second desk."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from mi_desktop.bootstrap import assemble
from mi_desktop.demo import PASSPHRASE, make_demonstration
from mi_desktop.demo.answer import answer_safely
from mi_desktop.demo.model import Demonstration
from mi_desktop.inquiries import Inquiry, Status
from mi_desktop.letters import LetterState
from mi_desktop.people import ChangedBySomebody
from tests.faults.offices import CANARY, QUESTION, ask, letter, opened, page
from tests.postgres import Server


@pytest.mark.timeout(180)
def test_mail_becomes_a_signed_letter_and_a_second_desk_sees_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, postgres: Server
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    folder = tmp_path / "office"
    world = make_demonstration(folder, None, assemble, postgres.new_database())
    inquiry = _answered(world, tmp_path)
    with opened(folder) as colleague:
        _second_desk(world, colleague, inquiry)
        _documents_keys_are_sealed(colleague)
    _backed_up_and_tried(world, tmp_path)
    assert world.services.office.verify_audit().broken_at is None
    world.services.close()
    assert not (folder / "office.db").exists()


def _answered(world: Demonstration, tmp_path: Path) -> Inquiry:
    services, anna = world.services, world.staff.anna
    piece = page(world, tmp_path / "page.png")
    list(services.ocr.read(anna, [piece.id]))
    assert services.inquiries.search("svaret", ("mail",))[0].ref == piece.id
    inquiry = ask(world)
    services.inquiries.link(anna, piece.id, inquiry.id)
    for ref in services.safety.assessment(inquiry.id).pages:
        services.safety.look_at(anna, inquiry.id, ref)
    answer_safely(world, inquiry, None)
    letter_id = letter(world, inquiry)
    services.letters.approve(world.staff.erik, letter_id, PASSPHRASE)
    assert services.letters.letter(letter_id).state is LetterState.SIGNED
    assert services.letters.pdf(letter_id).startswith(b"%PDF")
    assert services.inquiries.inquiry(inquiry.id).status is Status.APPROVED
    return inquiry


def _second_desk(world: Demonstration, colleague: Demonstration, inquiry: Inquiry) -> None:
    theirs = colleague.services.inquiries
    assert [line.id for line in theirs.inquiries(CANARY)] == [inquiry.id]
    now = theirs.inquiry(inquiry.id)
    changed = replace(now.requester, city="Annanby")
    theirs.change_requester(colleague.staff.anna, now.id, now.version, changed)
    with pytest.raises(ChangedBySomebody) as caught:
        world.services.inquiries.change_requester(
            world.staff.anna, now.id, now.version, now.requester
        )
    assert "Anna" in str(caught.value.words)
    following = theirs.add_question(colleague.staff.anna, now.id, QUESTION)
    assert world.services.inquiries.inquiry(now.id).questions == following.questions


def _backed_up_and_tried(world: Demonstration, tmp_path: Path) -> None:
    """P11-20: the drill compares with what the server holds now."""
    backups, maria = world.services.keeping.backups, world.staff.maria
    made = backups.make(maria, tmp_path / "one.mibackup")
    assert (made.damaged, made.broken_at) == ((), None)
    drill = backups.drill(maria)
    assert (drill.records, drill.documents) == (made.records, made.documents)
    assert set(drill.changed) == {"audit", "audit_words", "backup_run"}
    assert drill.same_version


def _documents_keys_are_sealed(colleague: Demonstration) -> None:
    """Whoever reads the server's tables and the shared folder opens no document."""
    office = colleague.services.office
    with office.database.read() as session:
        kept = session.execute(text("SELECT id, length(key) FROM document")).all()
        assert kept
        assert {size for _, size in kept} == {72}
        assert office.vault.read(session, kept[0].id)
