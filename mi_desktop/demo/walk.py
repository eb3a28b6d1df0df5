"""The whole path, mail piece by mail piece: taken in, read, linked, checked, answered, signed."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from pathlib import Path

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.progress import Progress, Quiet
from mi_desktop.basics.words import words
from mi_desktop.demo.answer import answer_safely, write_letter
from mi_desktop.demo.cases import fill_cases
from mi_desktop.demo.handing import hand_over
from mi_desktop.demo.maker import MAIL_FOLDER, Piece, read_truth
from mi_desktop.demo.model import Demonstration
from mi_desktop.dispatch import Batch, Email
from mi_desktop.inquiries import Inquiry, Question
from mi_desktop.intake import Arrival, Channel, MailPiece, Taken
from mi_desktop.letters import LetterState

SURE = 0.8
_COME_AGAIN = ("reply", "mail-thread")
_NOON = timedelta(hours=9)


@dataclass(frozen=True)
class Walked:
    """What became of one piece.

    Attributes:
        piece: number of the piece, None where it was refused.
        inquiry: number of its inquiry.
        letter: reference of the letter that answers it.
        seconds: wall time from the start of the walk to the signed letter.
        status: `new`, `linked`, `duplicate` or `refused`.
        words: why it was refused, or why no letter was signed.
    """

    piece: str | None
    inquiry: str | None
    letter: str | None
    seconds: float
    status: str
    source: str
    words: str = ""
    letter_id: str = ""


@dataclass(frozen=True)
class _Delivered:
    taken: Taken
    truth: Piece | None


def walk(demonstration: Demonstration, progress: Progress | None = None) -> Iterator[Walked]:
    """Does the whole job on the demonstration mail, and tells of each piece as it is done.

    Pages are read on all cores while the pieces before them are answered; pieces are answered
    in the order they came, so that their numbers are the same each time.
    """
    progress = progress or Quiet()
    started = time.monotonic()
    services, anna = demonstration.services, demonstration.staff.anna
    waiting: list[_Delivered] = []
    for delivered in _deliver(demonstration):
        if delivered.taken.refusal:
            yield _refused(delivered.taken, time.monotonic() - started)
        else:
            waiting.append(delivered)
    pieces = [d.taken.piece for d in waiting if d.taken.piece]
    owner = {part.id: p.id for p in pieces for part in p.parts}
    unread = {p.id: sum(not page.blank for page in p.pages) for p in pieces}
    total = len(waiting)
    for page in services.ocr.read(anna, [p.id for p in pieces], Quiet()):
        unread[owner[page.part_id]] -= 1
        while waiting and _read(unread, waiting[0].taken.piece):
            yield _handle(demonstration, waiting.pop(0), started)
            progress.step(total - len(waiting), total, words("letters signed"))
    while waiting:
        yield _handle(demonstration, waiting.pop(0), started)


def send_out(demonstration: Demonstration) -> tuple[Batch, list[Email]]:
    """Prints what goes by post (as PDF files), queues the e-mails, hands the reports over.

    Afterwards two letters come a second time and stay in the tray, for whoever looks at it.
    """
    services, anna = demonstration.services, demonstration.staff.anna
    for draft in services.letters.letters(state=LetterState.SIGNED):
        if draft.delivery == "e-mail":
            services.dispatch.queue_email(anna, draft.id)
    ready = [signed.letter_id for signed in services.dispatch.ready()]
    batch = services.dispatch.print_batch(anna, ready, "pdf")
    emails = services.dispatch.send_waiting()
    hand_over(demonstration)
    _come_again(demonstration)
    return batch, emails


def _come_again(demonstration: Demonstration) -> None:
    services, anna = demonstration.services, demonstration.staff.anna
    again = {p.id: MAIL_FOLDER / p.file for p in read_truth()}
    paths = [again[piece_id] for piece_id in _COME_AGAIN]
    pieces = [t.piece for t in services.intake.take(anna, paths, Arrival()) if t.piece]
    for _ in services.ocr.read(anna, [p.id for p in pieces]):
        pass


def _read(unread: dict[str, int], piece: MailPiece | None) -> bool:
    return piece is not None and unread[piece.id] <= 0


def _deliver(demonstration: Demonstration) -> Iterator[_Delivered]:
    """Takes the mail in as it was delivered: by day and channel."""
    services, anna = demonstration.services, demonstration.staff.anna
    by_file: dict[str, list[Piece]] = {}
    for piece in sorted(read_truth(), key=lambda p: (p.received, p.channel)):
        by_file.setdefault(piece.file, []).append(piece)
    deliveries = groupby(by_file.values(), key=lambda ps: (ps[0].received, ps[0].channel))
    for (day, channel), files in deliveries:
        truths = {ps[0].file: list(ps) for ps in files}
        received = datetime(day.year, day.month, day.day, tzinfo=UTC) + _NOON
        paths: list[Path] = [MAIL_FOLDER / name for name in truths]
        arrival = Arrival(received, Channel(channel))
        for taken in services.intake.take(anna, paths, arrival):
            known = truths[taken.path.name]
            yield _Delivered(taken, known.pop(0) if known else None)


def _refused(taken: Taken, seconds: float) -> Walked:
    why = f"{taken.refusal.code} {taken.refusal.words}" if taken.refusal else ""
    return Walked(None, None, None, round(seconds, 2), "refused", taken.path.name, why)


def _handle(demonstration: Demonstration, delivered: _Delivered, started: float) -> Walked:
    piece = delivered.taken.piece
    if piece is None:
        raise ValueError("only what was taken can be handled")
    inquiry, status, asked = _file(demonstration, piece, delivered.taken.status)
    inquiry, asked = _coded(demonstration, inquiry, asked, delivered.truth)
    letter, letter_id, why = None, "", ""
    answer_safely(demonstration, inquiry, delivered.truth)
    fill_cases(demonstration, inquiry)
    if asked:
        try:
            signed = write_letter(demonstration, inquiry, asked)
            letter, letter_id = signed.reference, signed.letter_id
        except WorldError as e:
            why = f"{e.code} {e.words}"
    seconds = round(time.monotonic() - started, 2)
    return Walked(
        piece.number, inquiry.number, letter, seconds, status, piece.source, why, letter_id
    )


def _coded(
    demonstration: Demonstration,
    inquiry: Inquiry,
    asked: tuple[Question, ...],
    truth: Piece | None,
) -> tuple[Inquiry, tuple[Question, ...]]:
    """Says what a question is about where the program could not guess it, as a person would."""
    ids = {q.id for q in asked}
    if truth and truth.product and truth.topic:
        for question in asked:
            if question.product_id is None:
                inquiry = demonstration.services.inquiries.code_question(
                    demonstration.staff.anna, inquiry.id, question.id, (truth.product, truth.topic)
                )
    return inquiry, tuple(q for q in inquiry.questions if q.id in ids)


def _file(
    demonstration: Demonstration, piece: MailPiece, status: str
) -> tuple[Inquiry, str, tuple[Question, ...]]:
    """Takes the best suggestion where it is sure, else registers what the text says.

    Returns:
        The inquiry, what was done, and the questions that now want an answer.
    """
    inquiries, anna = demonstration.services.inquiries, demonstration.staff.anna
    suggestions = inquiries.suggest(piece.id)
    draft = inquiries.draft_from(piece.id)
    if not suggestions or suggestions[0].score < SURE:
        made = inquiries.register(anna, piece.id, draft)
        return made, "new", made.questions
    known = inquiries.link(anna, piece.id, suggestions[0].inquiry_id)
    if status == "duplicate":
        return known, "duplicate", ()
    found = known
    for question in draft.questions:
        found = inquiries.add_question(anna, known.id, question)
    return found, "linked", found.questions[len(known.questions) :]
