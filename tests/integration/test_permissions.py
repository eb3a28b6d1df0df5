"""Who may do what at the counter: every changing verb, every role (P11-08)."""

import inspect
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cached_property
from operator import attrgetter
from pathlib import Path

import pytest

from mi_desktop.basics.errors import WorldError
from mi_desktop.bootstrap import assemble
from mi_desktop.inquiries import ClosingReason, InquiryDraft, NewQuestion, Requester
from mi_desktop.intake import PageRef
from mi_desktop.keeping import Person, RequestKind
from mi_desktop.letters.model import Recipient
from mi_desktop.library import SrdState, StandardResponse
from mi_desktop.oversight import Review
from mi_desktop.people import PERMISSIONS, Action, PeopleService, Role, User, Wanted
from mi_desktop.people.errors import NotPermitted
from mi_desktop.safety import Cause, ConsentState, HandOffKind, Order, Reread, Whom
from mi_desktop.safety.cases import AeCase, Head
from mi_desktop.safety.e2b import Receipt
from mi_desktop.safety.e2b.checking import Checked
from mi_desktop.safety.e2b.examine import Examined
from mi_desktop.safety.e2b.model import BATCH, Batch, Block
from mi_desktop.services import Services
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from mi_desktop.storage.errors import WrongPassphrase
from mi_desktop.storage.recovery import make
from tests.conftest import PASSPHRASE

PAGE = PageRef("none", 1)
RECOVERY = make(datetime(2026, 11, 16, tzinfo=UTC))
QUESTION = NewQuestion("May it be split?", "en")
REVIEW = Review("r1", "", RECOVERY.made_at, RECOVERY.made_at, RECOVERY.made_at, "u1")
RECEIPT = Receipt("", "", "", "", "", "", "", "AA", "", ())
REPORTS = Checked("icsr.xml", Examined(Batch(Block(BATCH))))
CASE = AeCase(Head("none", "AE-SE-2026-00001", "none"))
DRAFT = InquiryDraft(Requester(name="A. Nobody"), (QUESTION,), "en")
STANDARD = StandardResponse(
    id="SRD-0001",
    version=1,
    language="en",
    title="Splitting",
    product_id="none",
    topic="DOS",
    state=SrdState.DRAFT,
    effective_from=date(2026, 1, 1),
    expires_on=date(2026, 12, 31),
    audience=("hcp",),
    off_label=False,
    label_version="1",
    search_date=date(2026, 1, 1),
    sections=(),
    references=(),
    approved_by="",
)
# Room and verb: the action that PERMISSIONS must allow, and what is asked for.
VERBS = {
    "intake.take": (Action.TAKE_MAIL, [], {}),
    "intake.scan": (Action.TAKE_MAIL, ("none", ""), {}),
    "intake.rotate": (Action.TAKE_MAIL, PAGE, 90),
    "intake.split": (Action.TAKE_MAIL, "none", PAGE),
    "intake.decline": (Action.TAKE_MAIL, "none", "not ours"),
    "intake.restore": (Action.TAKE_MAIL, "none"),
    "ocr.read": (Action.READ_MAIL, []),
    "ocr.checking.settle": (Action.CHECK_READING, PAGE, 0, "25 mg"),
    "ocr.checking.unsettle": (Action.CHECK_READING, PAGE, 0),
    "ocr.checking.transcribe": (Action.CHECK_READING, PAGE, "call me"),
    "ocr.checking.forget": (Action.CHECK_READING, "none"),
    "ocr.redaction.make": (Action.CHECK_READING, "none", []),
    "ocr.redaction.pdf": (Action.READ_MAIL, "none"),
    "ocr.unmask": (Action.UNMASK, PAGE, "a second one of the name"),
    "inquiries.register": (Action.REGISTER, None, DRAFT),
    "inquiries.link": (Action.REGISTER, "none", "none"),
    "inquiries.unlink": (Action.REGISTER, "none", "wrong one"),
    "inquiries.change_requester": (Action.REGISTER, "none", 1, Requester()),
    "inquiries.add_question": (Action.REGISTER, "none", QUESTION),
    "inquiries.code_question": (Action.REGISTER, "none", "none", (None, "DOS")),
    "safety.answer": (Action.ANSWER_SAFETY, "none", "AE", "no"),
    "safety.withdraw_answer": (Action.ANSWER_SAFETY, "none", "AE"),
    "safety.look_at": (Action.ANSWER_SAFETY, "none", PAGE),
    "safety.sign": (Action.ANSWER_SAFETY, "none", PASSPHRASE),
    "safety.add_patient": (Action.ANSWER_SAFETY, "none"),
    "safety.send_handoff": (Action.HAND_OFF, "none"),
    "safety.acknowledge": (Action.HAND_OFF, "none", "the safety department"),
    "safety.cases.save": (Action.ANSWER_SAFETY, CASE),
    "safety.cases.take_over": (Action.ANSWER_SAFETY, CASE),
    "safety.cases.whole": (Action.READ_CONTACT, "none", "an inspection"),
    "safety.drafts.keep": (Action.ANSWER_SAFETY, "case.none", {"typed": "x"}),
    "safety.cases.link": (Action.ANSWER_SAFETY, "none", "none", "child"),
    "safety.e2b.export": (Action.HAND_OFF, "AE-SE-2026-00001"),
    "safety.e2b.take_receipt": (Action.HAND_OFF, Checked("ack.xml", Examined(RECEIPT))),
    "safety.e2b.fill_case": (Action.ANSWER_SAFETY, "AE-SE-2026-00001", REPORTS),
    "safety.e2b.original": (Action.KNOW_CONTACT, "none"),
    "safety.closing.close": (Action.REGISTER, "none", ClosingReason.ANSWERED),
    "safety.closing.reopen": (Action.REGISTER, "none", "she wrote again"),
    "catalogue.calendars.enter": (Action.KEEP_CATALOGUE, "SE", [date(2026, 6, 19)], "an agreement"),
    "safety.transmission.hand_over": (Action.HAND_OFF, "none"),
    "safety.transmission.lock_with": (Action.KEEP_CATALOGUE, HandOffKind.SAFETY, "short"),
    "safety.transmission.retry": (Action.HAND_OFF, "none"),
    "safety.transmission.by_hand": (Action.HAND_OFF, "none"),
    "safety.transmission.acknowledge": (Action.HAND_OFF, "none", "Sara"),
    "safety.transmission.acknowledge_number": (Action.HAND_OFF, "none", "Sara"),
    "safety.transmission.ask": (Action.HAND_OFF, "none", "Sara", "Which batch?"),
    "safety.transmission.answer": (Action.HAND_OFF, "none", "EX1"),
    "safety.transmission.close": (Action.HAND_OFF, "none"),
    "safety.follow_ups.add": (Action.HAND_OFF, "none", "?", "2026-12-24", Whom.REPORTER),
    "safety.follow_ups.move": (Action.HAND_OFF, "none", "2026-12-24"),
    "safety.follow_ups.attempt": (Action.HAND_OFF, "none", "post"),
    "safety.follow_ups.answered": (Action.HAND_OFF, "none", "in June"),
    "safety.follow_ups.give_up": (Action.HAND_OFF, "none"),
    "safety.follow_ups.consent": (
        Action.HAND_OFF,
        "none",
        (Whom.REPORTER, ConsentState.GIVEN),
        "",
    ),
    "safety.reconciliation.compare": (Action.HAND_OFF, "list.csv", b"", Order()),
    "safety.reconciliation.settle": (Action.HAND_OFF, ("none", 1), "Anna", Cause.OTHER),
    "safety.reconciliation.close_line": (Action.HAND_OFF, ("none", 1)),
    "safety.reconciliation.sign": (Action.HAND_OFF, "none", PASSPHRASE),
    "safety.rereading.draw": (Action.HAND_OFF, "2026-10"),
    "safety.rereading.judge": (Action.ANSWER_SAFETY, "none", Reread.AGREED),
    "library.add_version": (Action.KEEP_LIBRARY, STANDARD),
    "library.make_effective": (Action.KEEP_LIBRARY, "none", "en", 1),
    "library.withdraw": (Action.KEEP_LIBRARY, "none", "en", "wrong dose"),
    "library.load": (Action.KEEP_LIBRARY, Path("/nowhere")),
    "letters.compose": (Action.WRITE_LETTER, "none"),
    "letters.insert_standard": (Action.WRITE_LETTER, "none", "none", "none"),
    "letters.add_text": (Action.WRITE_LETTER, "none", ("Yes.",), "none"),
    "letters.change_text": (Action.WRITE_LETTER, "none", "none", ("Yes.",)),
    "letters.mark_off_label": (Action.WRITE_LETTER, "none", "none", True),
    "letters.remove_block": (Action.WRITE_LETTER, "none", "none"),
    "letters.move_block": (Action.WRITE_LETTER, "none", "none", 1),
    "letters.set_recipient": (Action.WRITE_LETTER, "none", Recipient((), "", "")),
    "letters.set_delivery": (Action.WRITE_LETTER, "none", "post"),
    "letters.set_envelope": (Action.WRITE_LETTER, "none", "DIN-A"),
    "letters.submit": (Action.WRITE_LETTER, "none", PASSPHRASE),
    "letters.reject": (Action.REVIEW_LETTER, "none", "say it plainly"),
    "letters.approve": (Action.APPROVE_LETTER, "none", PASSPHRASE),
    "letters.make_demonstration_identity": (Action.APPROVE_LETTER,),
    "dispatch.print_batch": (Action.DISPATCH, ["none"]),
    "dispatch.print_again": (Action.DISPATCH, "none"),
    "dispatch.came_out": (Action.DISPATCH, "none"),
    "dispatch.reprint": (Action.DISPATCH, "none", "none"),
    "dispatch.tick": (Action.DISPATCH, "none", "none"),
    "dispatch.take_out": (Action.DISPATCH, "none", "none", "a stain"),
    "dispatch.posted": (Action.DISPATCH, "none"),
    "dispatch.queue_email": (Action.DISPATCH, "none"),
    "dispatch.retry": (Action.DISPATCH, "none"),
    "catalogue.load": (Action.KEEP_CATALOGUE, Path("/nowhere")),
    "people.add": (Action.MANAGE_USERS, ("new", "New One", frozenset()), "too short"),
    "people.staff.change_roles": (Action.MANAGE_USERS, "none", frozenset({Role.INTAKE})),
    "people.staff.deactivate": (Action.MANAGE_USERS, "none"),
    "people.staff.reactivate": (Action.MANAGE_USERS, "none", PASSPHRASE),
    "people.keys.reset_passphrase": (Action.MANAGE_USERS, "none", PASSPHRASE),
    "people.keys.new_recovery_key": (Action.MANAGE_USERS,),
    "people.keys.recovery_sheet": (Action.MANAGE_USERS, RECOVERY, "An office"),
    "people.keys.keep_recovery_key": (Action.MANAGE_USERS, RECOVERY),
    "keeping.backups.make": (Action.KEEP_BACKUPS, Path("/nowhere/one.mibackup")),
    "keeping.backups.add": (Action.KEEP_BACKUPS, None),
    "keeping.backups.seen": (Action.KEEP_BACKUPS,),
    "keeping.backups.drill": (Action.KEEP_BACKUPS,),
    "keeping.retention.hold": (Action.KEEP_RECORDS, "none", ""),
    "keeping.retention.lift": (Action.KEEP_RECORDS, "none", ""),
    "keeping.retention.propose": (Action.KEEP_RECORDS, []),
    "keeping.retention.confirm": (Action.KEEP_RECORDS, "none"),
    "keeping.requests.find": (Action.KEEP_RECORDS, Person()),
    "keeping.requests.export": (Action.KEEP_RECORDS, Person(), (Path("/nowhere"), None), "seen"),
    "keeping.requests.rectify": (Action.REGISTER, Person(), Requester(), "seen"),
    "keeping.requests.pseudonymise": (Action.KEEP_RECORDS, Person(), "seen"),
    "keeping.requests.erase": (Action.KEEP_RECORDS, Person(), "seen"),
    "keeping.requests.enter": (
        Action.KEEP_RECORDS,
        (RequestKind.ACCESS, date(2026, 11, 16)),
        Person(),
        "",
    ),
    "keeping.requests.settle": (Action.KEEP_RECORDS, "none", "nothing is kept"),
    "keeping.requests.restrict": (Action.KEEP_RECORDS, Person(), "he contests it", "seen"),
    "keeping.requests.former": (Action.KEEP_RECORDS, "none", "a letter came back"),
    "keeping.restrictions.restrict": (Action.KEEP_RECORDS, [], "he contests it"),
    "keeping.restrictions.lift": (Action.KEEP_RECORDS, "none", "it is settled"),
    "keeping.retention.authorisation_ended": (Action.KEEP_RECORDS, "none", None),
    "keeping.registers.processing": (Action.KEEP_RECORDS,),
    "keeping.registers.impact": (Action.KEEP_RECORDS,),
    "keeping.registers.breach": (
        Action.KEEP_RECORDS,
        (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)),
    ),
    "keeping.subjects.bring_back": (Action.REIDENTIFY, "none", "she asks"),
    "keeping.subjects.destroy_key": (Action.KEEP_RECORDS, "none", "she asks"),
    "people.trail.newest": (Action.READ_AUDIT, Wanted()),
    "people.trail.how_many": (Action.READ_AUDIT, Wanted()),
    "people.trail.actions": (Action.READ_AUDIT,),
    "people.trail.export": (Action.READ_AUDIT, Wanted()),
    "people.trail.checkpoint": (Action.READ_AUDIT,),
    "people.trail.accept": (Action.MANAGE_USERS, "a backup was restored"),
    "people.keys.keep_secret": (Action.KEEP_CATALOGUE, "smtp", "a mail password"),
    "oversight.copies.take": (Action.COPY_RECORDS, "none", Path("/nowhere/copy.zip")),
    "oversight.copies.changed_since": (Action.COPY_RECORDS, Path("/nowhere/copy.zip")),
    "oversight.reviews.reviews": (Action.REVIEW_OFFICE,),
    "oversight.reviews.draw_up": (Action.REVIEW_OFFICE, REVIEW.since, REVIEW.since),
    "oversight.reviews.sign": (Action.REVIEW_OFFICE, REVIEW, "not hers at all"),
    "oversight.reviews.draft": (Action.REVIEW_OFFICE, REVIEW),
    "oversight.reviews.kept": (Action.REVIEW_OFFICE, "none"),
    "oversight.reviews.export": (Action.REVIEW_OFFICE, "none"),
    "oversight.logbook.report_incident": (Action.REPORT_INCIDENT, ""),
    "oversight.logbook.close_incident": (Action.REVIEW_OFFICE, "none", "mended"),
    "oversight.logbook.record_training": (Action.MANAGE_USERS, "none", ""),
    "oversight.logbook.read_procedure": (Action.REPORT_INCIDENT, "", "1"),
    "oversight.settings.changes": (Action.KEEP_CATALOGUE,),
    "oversight.settings.change": (Action.KEEP_CATALOGUE, OfficeSettings(), {}, ""),
}
# These change nothing, or are a step inside a verb that asked already.
NOT_ASKED = {
    "letters.empty_letter",
    "letters.gates",
    "letters.standing",
    "people.check",
    "safety.rereading.waiting",
    # One's own half typed words.
    "safety.drafts.find",
    "people.sign",
    # Says no by itself where the inquiry is restricted.
    "keeping.restrictions.look",
    "keeping.restrictions.see",
    # One's own passphrase, one's own key ring, one's own door.
    "people.refused_before",
    "people.keys.overdue",
    # Notes what somebody kept that they may see.
    "people.trail.took",
    # Everybody sees incidents and their own lines.
    "oversight.logbook.entries",
    "people.keys.change_passphrase",
    "people.keys.forget",
    "people.keys.remember",
}
ROOMS = sorted({name.partition(".")[0] for name in VERBS})


def made_late(service: object) -> dict[str, object]:
    """The desks that a service makes when they are first asked for."""
    return {
        name: getattr(service, name)
        for name, kept in inspect.getmembers_static(type(service))
        if isinstance(kept, cached_property)
    }


def counters(services: Services) -> dict[str, object]:
    """Every room's service by name, and the desks that it holds: `people`, `people.keys`."""
    rooms = {room: getattr(services, room) for room in ROOMS}
    desks = {
        f"{room}.{name}": desk
        for room, service in rooms.items()
        for name, desk in {**made_late(service), **vars(service)}.items()
        if not name.startswith("_") and type(desk).__name__.endswith("Desk")
    }
    return {**rooms, **desks}


@pytest.fixture
def services(office: Office) -> Iterator[Services]:
    made = assemble(office, OfficeSettings(name="An office"))
    made.people.add_first("maria", "Maria Ek", PASSPHRASE)
    yield made
    made.sandbox.close()


def allowed(services: Services, name: str, user: User) -> bool:
    try:
        attrgetter(name)(services)(user, *VERBS[name][1:])
    except NotPermitted:
        return False
    except WorldError:
        return True
    return True


def test_each_verb_is_open_to_the_roles_of_its_action_and_no_others_p11_08(
    services: Services,
) -> None:
    """P11-08: the matrix of every verb and every role; a user put out may nothing."""
    wrong = []
    for name, (action, *_) in VERBS.items():
        for role in Role:
            user = User("u1", "somebody", "Somebody", frozenset({role}))
            if allowed(services, name, user) is not (role in PERMISSIONS[action]):
                wrong.append((name, role.value))
        gone = User("u2", "gone", "Gone", frozenset(Role), active=False)
        if allowed(services, name, gone):
            wrong.append((name, "inactive"))
    assert not wrong


def test_no_verb_is_missing_from_the_matrix_p11_08(services: Services) -> None:
    """P11-08: whatever takes a user is in the table above."""
    found = {
        f"{room}.{verb}"
        for room, counter in counters(services).items()
        for verb, method in inspect.getmembers(counter, inspect.ismethod)
        if not verb.startswith("_")
        and any(
            p.annotation in (User, User | None)
            for p in inspect.signature(method).parameters.values()
        )
    }
    assert found - NOT_ASKED == set(VERBS)


def test_only_a_new_office_gets_a_first_administrator_p11_08(
    services: Services, people: PeopleService
) -> None:
    """P11-08: the door that asks nobody is shut once somebody is in."""
    with pytest.raises(NotPermitted):
        people.add_first("mallory", "Mallory", PASSPHRASE)
    assert [u.name for u in people.users()] == ["maria"]


def test_a_refused_sign_in_leaves_a_line_without_what_was_typed_p11_02(
    services: Services, people: PeopleService
) -> None:
    """P11-02: what is typed as a name may be a passphrase."""
    for name in ("maria", "secret words typed as a name"):
        with pytest.raises(WrongPassphrase):
            people.sign_in(name, "not hers at all")
    lines = [a for a in services.office.audit_lines() if a.action == "people.sign_in_refused"]
    assert [a.key for a in lines] == [people.by_name("maria").id, "unknown"]
    assert "secret words" not in repr(lines)
