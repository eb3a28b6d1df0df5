"""Tables of letters and of what was signed."""

import hashlib
import json
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.letters.errors import LetterMissing
from mi_desktop.letters.model import Draft, LetterState, SignedLetter, Verdict
from mi_desktop.storage import Code, Table, Versioned

_DRAFT = TypeAdapter(Draft)
_SIGNED = TypeAdapter(SignedLetter)
_VERDICT = TypeAdapter(Verdict)
_ON_ITS_WAY = {"state", "submitted_at", "comment", "dated"}


class LetterRow(Versioned, Table):
    """A letter as it stands; what it says lies whole in `content` (SRD-5)."""

    __tablename__ = "letter"

    id: Mapped[Code] = mapped_column(primary_key=True)
    reference: Mapped[Code] = mapped_column(unique=True)
    inquiry_id: Mapped[Code] = mapped_column(index=True)
    version: Mapped[int]
    state: Mapped[Code] = mapped_column(index=True)
    author: Mapped[Code]
    language: Mapped[Code]
    content: Mapped[dict[str, Any]]


class SignedLetterRow(Table):
    """A signed file of a letter; void once the letter was changed after it (P11-16).

    `report` is what reading the file back said: level, certificate, time (SIG-5).
    """

    __tablename__ = "signed_letter"

    document_id: Mapped[Code] = mapped_column(primary_key=True)
    letter_id: Mapped[Code] = mapped_column(index=True)
    version: Mapped[int]
    sha256: Mapped[Code]
    level: Mapped[Code]
    void: Mapped[bool]
    content: Mapped[dict[str, Any]]
    report: Mapped[dict[str, Any]]


def put(session: Session, draft: Draft) -> None:
    """Enters a letter, or what it has become."""
    row = session.get(LetterRow, draft.id)
    if row is None:
        row = LetterRow(id=draft.id, reference=draft.reference, inquiry_id=draft.inquiry_id)
        session.add(row)
    row.version, row.state = draft.version, draft.state.value
    row.author, row.language = draft.author, draft.language
    row.content = _DRAFT.dump_python(draft, mode="json")


def digest(draft: Draft) -> str:
    """Hex SHA-256 of what the letter says, to whom and how: what its author signs (P11-15).

    Where it stands on its way, and the day it will bear, are no part of it.
    """
    said = _DRAFT.dump_python(draft, mode="json", exclude=_ON_ITS_WAY)
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def letter(session: Session, letter_id: str) -> Draft:
    """One letter.

    Raises:
        LetterMissing: no such id.
    """
    row = session.get(LetterRow, letter_id)
    if row is None:
        raise LetterMissing(letter=letter_id)
    return _draft(row)


def by_reference(session: Session, reference: str) -> Draft:
    """One letter by `MI-SE-2026-00012/L1`.

    Raises:
        LetterMissing: no such reference.
    """
    row = session.scalar(select(LetterRow).where(LetterRow.reference == reference))
    if row is None:
        raise LetterMissing(letter=reference)
    return _draft(row)


def letters(
    session: Session, inquiry_id: str | None = None, state: LetterState | None = None
) -> list[Draft]:
    """Letters in the order they were begun; of one inquiry, in one state, or all."""
    query = select(LetterRow).order_by(LetterRow.id)
    if inquiry_id is not None:
        query = query.where(LetterRow.inquiry_id == inquiry_id)
    if state is not None:
        query = query.where(LetterRow.state == state.value)
    return [_draft(row) for row in session.scalars(query)]


def count(session: Session, inquiry_id: str) -> int:
    """How many letters an inquiry has."""
    query = select(func.count()).where(LetterRow.inquiry_id == inquiry_id)
    return session.scalar(query) or 0


def put_signed(session: Session, signed: SignedLetter, version: int, verdict: Verdict) -> None:
    """Enters a signed file."""
    session.add(
        SignedLetterRow(
            document_id=signed.document_id,
            letter_id=signed.letter_id,
            version=version,
            sha256=signed.sha256,
            level=signed.level,
            void=False,
            content=_SIGNED.dump_python(signed, mode="json"),
            report=_VERDICT.dump_python(verdict, mode="json"),
        )
    )


def make_void(session: Session, letter_id: str) -> None:
    """Voids the letter's signed file, which stays as it is in the vault."""
    for row in _standing(session, letter_id):
        row.void = True


def signed(session: Session, letter_id: str) -> SignedLetter:
    """The letter's signed file that stands.

    Raises:
        LetterMissing: it was never signed, or changed since.
    """
    row = next(iter(_standing(session, letter_id)), None)
    if row is None:
        raise LetterMissing(letter=letter_id)
    return _SIGNED.validate_python(row.content)


def _standing(session: Session, letter_id: str) -> list[SignedLetterRow]:
    query = select(SignedLetterRow).where(
        SignedLetterRow.letter_id == letter_id, SignedLetterRow.void.is_(False)
    )
    return list(session.scalars(query))


def _draft(row: LetterRow) -> Draft:
    return _DRAFT.validate_python(row.content)
