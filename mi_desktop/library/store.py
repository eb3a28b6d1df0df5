"""The table of standard responses: one row a version and language."""

import dataclasses
from datetime import date
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from mi_desktop.library.model import Reference, Section, SrdState, StandardResponse
from mi_desktop.storage import Code, Table, Versioned

_SECTIONS = TypeAdapter(tuple[Section, ...])
_REFERENCES = TypeAdapter(tuple[Reference, ...])
_KEPT_AS_THEY_ARE = (
    "id",
    "version",
    "language",
    "title",
    "product_id",
    "topic",
    "effective_from",
    "expires_on",
    "off_label",
    "label_version",
    "search_date",
    "approved_by",
    "source_version",
    "source_language",
)


class StandardRow(Versioned, Table):
    """A version of a standard response in one language; rows are never deleted."""

    __tablename__ = "standard"

    id: Mapped[Code] = mapped_column(primary_key=True)
    language: Mapped[Code] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[Code]
    product_id: Mapped[Code] = mapped_column(index=True)
    topic: Mapped[Code]
    state: Mapped[Code]
    effective_from: Mapped[date]
    expires_on: Mapped[date]
    audience: Mapped[list[Any]] = mapped_column(info={"plain": True})
    off_label: Mapped[bool]
    label_version: Mapped[Code]
    search_date: Mapped[date]
    sections: Mapped[list[Any]]
    references: Mapped[list[Any]]
    approved_by: Mapped[Code]
    source_version: Mapped[int | None]
    source_language: Mapped[Code]


def add(session: Session, srd: StandardResponse) -> None:
    """Enters a version."""
    session.add(
        StandardRow(
            **{name: getattr(srd, name) for name in _KEPT_AS_THEY_ARE},
            state=srd.state.value,
            audience=list(srd.audience),
            sections=_SECTIONS.dump_python(srd.sections, mode="json"),
            references=_REFERENCES.dump_python(srd.references, mode="json"),
        )
    )


def set_state(session: Session, srd: StandardResponse, state: SrdState) -> None:
    """Moves a version on in its life; nothing else of it ever changes (SRD-2)."""
    row = session.get_one(
        StandardRow, {"id": srd.id, "language": srd.language, "version": srd.version}
    )
    row.state = state.value


def versions(
    session: Session, srd_id: str | None = None, product_id: str | None = None
) -> list[StandardResponse]:
    """Every version in every language, told whether it is stale; by id, language, version."""
    query = select(StandardRow).order_by(StandardRow.id, StandardRow.language, StandardRow.version)
    if srd_id is not None:
        query = query.where(StandardRow.id == srd_id)
    if product_id is not None:
        query = query.where(StandardRow.product_id == product_id)
    found = [_standard(row) for row in session.scalars(query)]
    newest = {(s.id, s.language): s.version for s in found if s.state is SrdState.EFFECTIVE}
    return [dataclasses.replace(s, stale=_left_behind(s, newest)) for s in found]


def _left_behind(srd: StandardResponse, newest: dict[tuple[str, str], int]) -> bool:
    if srd.source_version is None:
        return False
    return newest.get((srd.id, srd.source_language)) != srd.source_version


def _standard(row: StandardRow) -> StandardResponse:
    return StandardResponse(
        **{name: getattr(row, name) for name in _KEPT_AS_THEY_ARE},
        state=SrdState(row.state),
        audience=tuple(row.audience),
        sections=_SECTIONS.validate_python(row.sections),
        references=_REFERENCES.validate_python(row.references),
    )
