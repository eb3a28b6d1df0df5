"""What was read, page by page, and which pages could not be."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.basics.words import Words
from mi_desktop.intake import PageRef
from mi_desktop.ocr.checks import (
    Check,
    Hiding,
    RedactedCopy,
    Transcript,
    applied,
    kept_through,
)
from mi_desktop.ocr.model import Box, Guess, Kind, PageText, Place, Problem, Source, Word
from mi_desktop.storage import Code, Table
from mi_desktop.storage.errors import RecordMissing


class PageTextRow(Table):
    """One page's words; `turned` is how a person had turned the page when it was read."""

    __tablename__ = "page_text"

    part_id: Mapped[Code] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    turned: Mapped[int]
    language: Mapped[Code]
    rotation: Mapped[int]
    skew_degrees: Mapped[float]
    confidence: Mapped[float]
    source: Mapped[Code]
    words: Mapped[list[Any]]
    width: Mapped[int]
    height: Mapped[int]
    seconds: Mapped[float]
    warnings: Mapped[list[Any]]
    steps: Mapped[list[Any]] = mapped_column(server_default="[]")
    guesses: Mapped[list[Any]] = mapped_column(server_default="[]")
    codes: Mapped[list[Any]] = mapped_column(server_default="[]")
    languages: Mapped[list[Any]] = mapped_column(server_default="[]")
    places: Mapped[list[Any]] = mapped_column(server_default="[]")


class PageProblemRow(Table):
    """A page that could not be read."""

    __tablename__ = "page_problem"

    part_id: Mapped[Code] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[Code]
    template: Mapped[Code]
    facts: Mapped[dict[str, Any]]


def keep(session: Session, read: PageText, turned: int) -> None:
    """Enters what was read; replaces an earlier reading or problem of the page."""
    session.merge(
        PageTextRow(
            part_id=read.part_id,
            number=read.number,
            turned=turned,
            language=read.language,
            rotation=read.rotation,
            skew_degrees=read.skew_degrees,
            confidence=read.confidence,
            source=read.source.value,
            words=[_packed(word) for word in read.words],
            width=read.width,
            height=read.height,
            seconds=read.seconds,
            warnings=[[w.template, w.facts] for w in read.warnings],
            steps=list(read.steps),
            guesses=[[g.text, *_corners(g.box), round(g.confidence, 1)] for g in read.guesses],
            codes=list(read.codes),
            languages=list(read.languages),
            places=[[p.kind.value, *_corners(p.box), p.text] for p in read.places],
        )
    )
    problem = session.get(PageProblemRow, (read.part_id, read.number))
    if problem is not None:
        session.delete(problem)
    session.flush()
    _realign(session, read)


def note_problem(session: Session, problem: Problem) -> None:
    """Enters why a page could not be read."""
    session.merge(
        PageProblemRow(
            part_id=problem.ref.part_id,
            number=problem.ref.number,
            code=problem.code,
            template=problem.words.template,
            facts={name: str(fact) for name, fact in problem.words.facts.items()},
        )
    )


def text(session: Session, ref: PageRef) -> PageText | None:
    """What the machine read on a page."""
    row = session.get(PageTextRow, (ref.part_id, ref.number))
    return None if row is None else _page_text(row)


def texts(session: Session, part_ids: Iterable[str]) -> dict[PageRef, PageText]:
    """What the machine read of some parts."""
    rows = session.scalars(select(PageTextRow).where(PageTextRow.part_id.in_(list(part_ids))))
    return {PageRef(row.part_id, row.number): _page_text(row) for row in rows}


def read_pages(session: Session) -> dict[PageRef, int]:
    """Every page that was read, with the turn a person had given it then."""
    rows = session.execute(select(PageTextRow.part_id, PageTextRow.number, PageTextRow.turned))
    return {PageRef(part, number): turned for part, number, turned in rows}


def turns(session: Session, refs: Iterable[PageRef]) -> dict[PageRef, int]:
    """The turn a person had given these pages when they were read."""
    parts = {ref.part_id for ref in refs}
    row = PageTextRow
    rows = session.execute(
        select(row.part_id, row.number, row.turned).where(row.part_id.in_(parts))
    )
    return {PageRef(part, number): turned for part, number, turned in rows}


def problems(session: Session) -> dict[PageRef, Problem]:
    """Every page that could not be read."""
    return {
        (ref := PageRef(row.part_id, row.number)): Problem(
            ref, row.code, Words(row.template, row.facts)
        )
        for row in session.scalars(select(PageProblemRow))
    }


def _packed(word: Word) -> list[Any]:
    packed = [word.text, *_corners(word.box), round(word.confidence, 1), word.line, word.block]
    if word.cell >= 0:
        return [*packed, word.doubtful, word.other, word.cell]
    return [*packed, word.doubtful, word.other] if word.doubtful else packed


def _corners(box: Box) -> list[int]:
    return [box.left, box.top, box.right, box.bottom]


def _page_text(row: PageTextRow) -> PageText:
    return PageText(
        part_id=row.part_id,
        number=row.number,
        language=row.language,
        rotation=row.rotation,
        skew_degrees=row.skew_degrees,
        confidence=row.confidence,
        source=Source(row.source),
        words=tuple(Word(w[0], Box(*w[1:5]), *w[5:]) for w in row.words),
        width=row.width,
        height=row.height,
        seconds=row.seconds,
        warnings=tuple(Words(template, facts) for template, facts in row.warnings),
        steps=tuple(row.steps),
        guesses=tuple(Guess(g[0], Box(*g[1:5]), g[5]) for g in row.guesses),
        codes=tuple(row.codes),
        languages=tuple(row.languages),
        places=tuple(Place(Kind(p[0]), Box(*p[1:5]), p[5]) for p in row.places),
    )


class WordCheckRow(Table):
    """What a person made of one word of a page."""

    __tablename__ = "word_check"

    part_id: Mapped[Code] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    read: Mapped[str]
    text: Mapped[str]
    by: Mapped[Code]
    at: Mapped[datetime]


class TranscriptRow(Table):
    """What a person read where the machine could not; `box` is empty for a whole page."""

    __tablename__ = "transcript"

    id: Mapped[Code] = mapped_column(primary_key=True)
    part_id: Mapped[Code] = mapped_column(index=True)
    number: Mapped[int]
    text: Mapped[str]
    box: Mapped[list[Any]]
    by: Mapped[Code]
    at: Mapped[datetime]


class RedactedCopyRow(Table):
    """A copy of a piece in which parts cannot be read."""

    __tablename__ = "redacted_copy"

    id: Mapped[Code] = mapped_column(primary_key=True)
    piece_id: Mapped[Code] = mapped_column(index=True)
    document_id: Mapped[Code]
    sha256: Mapped[Code]
    hidden: Mapped[list[Any]]
    by: Mapped[Code]
    at: Mapped[datetime]


def checks(session: Session, ref: PageRef) -> dict[int, Check]:
    """What people made of a page's words, by place."""
    where = (WordCheckRow.part_id == ref.part_id, WordCheckRow.number == ref.number)
    rows = session.scalars(select(WordCheckRow).where(*where))
    return {row.place: Check(row.place, row.read, row.text, row.by, row.at) for row in rows}


def keep_check(session: Session, ref: PageRef, check: Check) -> None:
    """Enters what a person made of a word; replaces what was made of it before."""
    session.merge(
        WordCheckRow(
            part_id=ref.part_id,
            number=ref.number,
            place=check.place,
            read=check.read,
            text=check.text,
            by=check.by,
            at=check.at,
        )
    )
    session.flush()


def drop_check(session: Session, ref: PageRef, place: int) -> None:
    """Takes back what a person made of a word; nothing happens where nobody did."""
    row = session.get(WordCheckRow, (ref.part_id, ref.number, place))
    if row is not None:
        session.delete(row)
        session.flush()


def transcripts(session: Session, ref: PageRef) -> tuple[Transcript, ...]:
    """What people wrote down of a page, oldest first."""
    where = (TranscriptRow.part_id == ref.part_id, TranscriptRow.number == ref.number)
    rows = session.scalars(select(TranscriptRow).where(*where).order_by(TranscriptRow.id))
    return tuple(_transcript(row) for row in rows)


def keep_transcript(session: Session, script: Transcript) -> None:
    """Enters what a person wrote down."""
    box = script.box
    session.add(
        TranscriptRow(
            id=script.id,
            part_id=script.ref.part_id,
            number=script.ref.number,
            text=script.text,
            box=[] if box is None else _corners(box),
            by=script.by,
            at=script.at,
        )
    )
    session.flush()


def drop_transcript(session: Session, transcript_id: str) -> Transcript:
    """Takes back what a person wrote down, and returns it.

    Raises:
        RecordMissing: there is none of this id.
    """
    row = session.get(TranscriptRow, transcript_id)
    if row is None:
        raise RecordMissing(kind="transcription", key=transcript_id)
    script = _transcript(row)
    session.delete(row)
    session.flush()
    return script


def checked(session: Session, read: PageText) -> PageText:
    """The page as it counts: with what people made of it."""
    ref = PageRef(read.part_id, read.number)
    return applied(read, checks(session, ref), transcripts(session, ref))


def _transcript(row: TranscriptRow) -> Transcript:
    ref = PageRef(row.part_id, row.number)
    return Transcript(row.id, ref, row.text, row.by, row.at, Box(*row.box) if row.box else None)


def _realign(session: Session, read: PageText) -> None:
    """Takes the checks of a page that was read again to their words' new places."""
    ref = PageRef(read.part_id, read.number)
    before = checks(session, ref)
    after = kept_through(before, read.words)
    if after == before:
        return
    for place in before:
        drop_check(session, ref, place)
    for check in after.values():
        keep_check(session, ref, check)


def keep_copy(session: Session, copy: RedactedCopy) -> None:
    """Enters a redacted copy."""
    hidden = [[h.ref.part_id, h.ref.number, *_corners(h.box), h.reason] for h in copy.hidden]
    session.add(RedactedCopyRow(**{**vars(copy), "hidden": hidden}))


def copies(session: Session, piece_id: str) -> list[RedactedCopy]:
    """The redacted copies of a piece, oldest first."""
    found = select(RedactedCopyRow).where(RedactedCopyRow.piece_id == piece_id)
    return [_copy(row) for row in session.scalars(found.order_by(RedactedCopyRow.id))]


def copy(session: Session, copy_id: str) -> RedactedCopy:
    """A redacted copy.

    Raises:
        RecordMissing: there is none of this id.
    """
    row = session.get(RedactedCopyRow, copy_id)
    if row is None:
        raise RecordMissing(kind="redacted copy", key=copy_id)
    return _copy(row)


def _copy(row: RedactedCopyRow) -> RedactedCopy:
    hidden = (Hiding(PageRef(h[0], h[1]), Box(*h[2:6]), h[6]) for h in row.hidden)
    return RedactedCopy(
        row.id, row.piece_id, row.document_id, row.sha256, tuple(hidden), row.by, row.at
    )
