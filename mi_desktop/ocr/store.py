"""What was read, page by page, and which pages could not be."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.basics.words import Words
from mi_desktop.intake import PageRef
from mi_desktop.ocr.model import Box, PageText, Problem, Source, Word
from mi_desktop.storage import Code, Table


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
        )
    )
    problem = session.get(PageProblemRow, (read.part_id, read.number))
    if problem is not None:
        session.delete(problem)
    session.flush()


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
    """What was read on a page."""
    row = session.get(PageTextRow, (ref.part_id, ref.number))
    return None if row is None else _page_text(row)


def texts(session: Session, part_ids: Iterable[str]) -> dict[PageRef, PageText]:
    """What was read of some parts."""
    rows = session.scalars(select(PageTextRow).where(PageTextRow.part_id.in_(list(part_ids))))
    return {PageRef(row.part_id, row.number): _page_text(row) for row in rows}


def read_pages(session: Session) -> dict[PageRef, int]:
    """Every page that was read, with the turn a person had given it then."""
    rows = session.execute(select(PageTextRow.part_id, PageTextRow.number, PageTextRow.turned))
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
    box = word.box
    place = [box.left, box.top, box.right, box.bottom]
    return [word.text, *place, round(word.confidence, 1), word.line, word.block]


def _page_text(row: PageTextRow) -> PageText:
    return PageText(
        part_id=row.part_id,
        number=row.number,
        language=row.language,
        rotation=row.rotation,
        skew_degrees=row.skew_degrees,
        confidence=row.confidence,
        source=Source(row.source),
        words=tuple(Word(w[0], Box(*w[1:5]), *w[5:8]) for w in row.words),
        width=row.width,
        height=row.height,
        seconds=row.seconds,
        warnings=tuple(Words(template, facts) for template, facts in row.warnings),
    )
