"""The e-mail queue: GD-08, exact bytes, offline, refusals, a program that ends in the middle."""

import pytest

from mi_desktop.dispatch import DispatchService, EmailState
from mi_desktop.dispatch.errors import (
    BytesChanged,
    MailOffline,
    MailPutOff,
    MailRefused,
    MailUncertain,
    NoAddress,
    NotByEmail,
    NotRefused,
    NotSigned,
    OnItsWay,
    OpenConnection,
    SafetyInLetter,
)
from mi_desktop.inquiries import RequesterType
from mi_desktop.letters import LetterState
from mi_desktop.people import Role, User
from mi_desktop.people.errors import NotPermitted
from mi_desktop.storage.turn import turn
from tests.fakes.printers import ProgramEnded

ADDRESS = "vera@provby.example"


@pytest.fixture
def letter(outbox) -> str:
    return outbox.add(12, "111 22 STOCKHOLM", email=ADDRESS)


def test_queued_then_sent_with_the_exact_signed_bytes_sig_3(
    dispatch, staff, letter, mailer, outbox, clock
):
    """SIG-3: the attachment is the signed file, bit for bit."""
    queued = dispatch.queue_email(staff.anna, letter)
    assert (queued.state, queued.to) == (EmailState.WAITING, ADDRESS)
    assert mailer.sent == []
    clock.forward(minutes=5)

    [sent] = dispatch.send_waiting()
    assert (sent.state, sent.sent_at, sent.receipt) == (EmailState.SENT, clock.now, "250 taken")
    assert outbox.state(letter) is LetterState.DISPATCHED
    [message] = mailer.sent
    [attached] = message.iter_attachments()
    assert attached.get_content() == outbox.pdf(letter)
    assert attached.get_filename() == "MI-SE-2026-00012-L1.pdf"
    assert message["Message-ID"] == queued.message_id
    assert dispatch.send_waiting() == []


def test_the_message_says_nothing_about_patient_or_product_gd_08(dispatch, staff, letter, mailer):
    """GD-08: subject and text hold our reference and nothing else."""
    dispatch.queue_email(staff.anna, letter)
    dispatch.send_waiting()
    [message] = mailer.sent
    assert message["Subject"] == "Svar på din fråga, MI-SE-2026-00012/L1"
    assert message["From"] == "Exempelia Pharma AB <medinfo@exempelia.example>"
    assert message["To"] == ADDRESS
    text = message.get_body().get_content()
    assert "Zelvimar" not in text
    assert "Provsson" not in text


@pytest.mark.parametrize(
    ("about", "refusal"),
    [
        ({"email": ADDRESS, "requester": RequesterType.PATIENT}, NotByEmail),
        ({"email": ADDRESS, "requester": RequesterType.RELATIVE}, NotByEmail),
        ({"email": ADDRESS, "handoffs": ("AE-SE-2026-00001",)}, SafetyInLetter),
        ({"email": ""}, NoAddress),
        ({"email": "vera@provby.example\nBcc: all@x.example"}, NoAddress),
        ({"email": "två@provby.example"}, NoAddress),
    ],
)
def test_health_data_does_not_go_by_plain_email_gd_08(dispatch, staff, outbox, about, refusal):
    """GD-08: refused at the counter, nothing is queued."""
    letter = outbox.add(1, "111 22 STOCKHOLM", **about)
    with pytest.raises(refusal):
        dispatch.queue_email(staff.anna, letter)
    assert dispatch.emails() == []


def test_without_starttls_no_letter_goes_gd_08(dispatch, staff, letter, mailer):
    """GD-08: when queueing, and again when sending."""
    dispatch.queue_email(staff.anna, letter)
    mailer.protected = False
    [refused] = dispatch.send_waiting()
    assert refused.state is EmailState.REFUSED
    assert "without encryption" in refused.problem
    assert mailer.sent == []
    assert [s.letter_id for s in dispatch.ready()] == [letter]


def test_without_starttls_nothing_is_queued_gd_08(dispatch, staff, letter, mailer):
    """GD-08."""
    mailer.protected = False
    with pytest.raises(OpenConnection):
        dispatch.queue_email(staff.anna, letter)


def test_an_event_found_after_queueing_stops_the_email_gd_08(
    dispatch, staff, letter, mailer, outbox
):
    """GD-08."""
    dispatch.queue_email(staff.anna, letter)
    outbox.kept[letter].handoffs = ("AE-SE-2026-00001",)
    assert [e.state for e in dispatch.send_waiting()] == [EmailState.REFUSED]
    assert mailer.sent == []


def test_bytes_changed_after_queueing_are_not_sent_sig_3(dispatch, staff, letter, mailer, outbox):
    """SIG-3."""
    dispatch.queue_email(staff.anna, letter)
    outbox.kept[letter].pdf += b" "
    [email] = dispatch.send_waiting()
    assert (email.state, mailer.sent) == (EmailState.REFUSED, [])
    with pytest.raises(BytesChanged):
        dispatch.queue_email(staff.anna, letter)


def test_only_signed_letters_only_once_only_by_those_who_may(dispatch, staff, letter, outbox):
    with pytest.raises(NotPermitted):
        dispatch.queue_email(User("x", "x", "X", frozenset({Role.AUDITOR})), letter)
    dispatch.queue_email(staff.anna, letter)
    with pytest.raises(OnItsWay):
        dispatch.queue_email(staff.anna, letter)
    with pytest.raises(OnItsWay):
        dispatch.print_batch(staff.anna, [letter])
    dispatch.send_waiting()
    with pytest.raises(NotSigned):
        dispatch.queue_email(staff.anna, letter)


def test_a_letter_in_a_batch_is_not_queued(dispatch, staff, letter):
    dispatch.print_batch(staff.anna, [letter])
    with pytest.raises(OnItsWay):
        dispatch.queue_email(staff.anna, letter)


def test_offline_they_wait_and_the_server_is_asked_once(dispatch, staff, letter, outbox, mailer):
    other = outbox.add(13, "111 22 STOCKHOLM", email="nils@provby.example")
    for letter_id in (letter, other):
        dispatch.queue_email(staff.anna, letter_id)
    mailer.answers = [MailOffline(said="no route"), MailOffline(said="no route")]

    first, second = dispatch.send_waiting()
    assert (first.state, first.attempts) == (EmailState.WAITING, 1)
    assert "no route" in first.problem
    assert (second.state, second.attempts) == (EmailState.WAITING, 0)

    mailer.answers = []
    assert [e.state for e in dispatch.send_waiting()] == [EmailState.SENT, EmailState.SENT]
    assert len(mailer.sent) == 2


def test_a_refused_recipient_does_not_hold_up_the_rest(dispatch, staff, letter, outbox, mailer):
    other = outbox.add(13, "111 22 STOCKHOLM", email="nils@provby.example")
    for letter_id in (letter, other):
        dispatch.queue_email(staff.anna, letter_id)
    mailer.answers = [MailRefused(said="550 no such user here")]

    refused, sent = dispatch.send_waiting()
    assert (refused.state, sent.state) == (EmailState.REFUSED, EmailState.SENT)
    assert "550 no such user here" in refused.problem
    assert outbox.state(letter) is LetterState.SIGNED
    with pytest.raises(NotRefused):
        dispatch.retry(staff.anna, sent.id)
    assert dispatch.retry(staff.anna, refused.id).state is EmailState.WAITING
    assert [e.state for e in dispatch.send_waiting()] == [EmailState.SENT]


def test_a_refused_letter_can_be_printed_and_is_not_sent_then(dispatch, staff, letter, mailer):
    email = dispatch.queue_email(staff.anna, letter)
    mailer.answers = [MailRefused(said="550 no")]
    dispatch.send_waiting()
    dispatch.print_batch(staff.anna, [letter])
    with pytest.raises(OnItsWay):
        dispatch.retry(staff.anna, email.id)


@pytest.mark.parametrize("trouble", [MailPutOff(said="451 later"), MailUncertain()])
def test_what_is_put_off_or_uncertain_waits_under_the_same_message_id(
    dispatch, staff, letter, mailer, outbox, trouble
):
    queued = dispatch.queue_email(staff.anna, letter)
    mailer.answers = [trouble]
    [email] = dispatch.send_waiting()
    assert (email.state, email.problem) == (EmailState.WAITING, str(trouble.words))
    assert outbox.state(letter) is LetterState.SIGNED
    dispatch.send_waiting()
    assert [m["Message-ID"] for m in mailer.sent] == [queued.message_id]


def test_a_program_that_ends_in_the_middle_leaves_it_waiting_in_plain_words(
    dispatch: DispatchService, staff, letter, mailer
):
    dispatch.queue_email(staff.anna, letter)
    mailer.answers = [ProgramEnded()]
    with pytest.raises(ProgramEnded):
        dispatch.send_waiting()
    assert [e.state for e in dispatch.emails()] == [EmailState.SENDING]

    dispatch.recover()
    [email] = dispatch.emails(EmailState.WAITING)
    assert "not known whether the server took it" in email.problem
    assert [e.attempts for e in dispatch.send_waiting()] == [2]


def test_what_the_server_took_is_sent_though_the_letter_changed_meanwhile(
    dispatch, staff, letter, mailer, outbox
):
    def sent_back() -> None:
        outbox.kept[letter].state = LetterState.DRAFT

    mailer.meanwhile = sent_back
    dispatch.queue_email(staff.anna, letter)
    [email] = dispatch.send_waiting()
    assert (email.state, email.receipt) == (EmailState.SENT, "250 taken")
    assert "draft" in email.problem


def test_while_another_window_sends_this_one_keeps_its_hands_off(
    dispatch, staff, letter, mailer, office
):
    dispatch.queue_email(staff.anna, letter)
    with turn(office.folder / "sending.turn") as mine:
        assert mine
        assert dispatch.send_waiting() == []
        dispatch.recover()
    assert mailer.sent == []
    assert [e.state for e in dispatch.send_waiting()] == [EmailState.SENT]


def test_address_and_servers_words_are_digests_in_the_audit_trail_gd_05(
    dispatch, staff, letter, mailer, office
):
    """GD-05."""
    dispatch.queue_email(staff.anna, letter)
    mailer.answers = [MailRefused(said=f"550 {ADDRESS} unknown")]
    dispatch.send_waiting()
    lines = office.audit_lines()
    assert any(line.action == "dispatch.email_not_sent" for line in lines)
    assert ADDRESS not in str([line.changes for line in lines])
