"""The nouns of what we may answer with: standard response documents (SRD) and their life."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SrdState(StrEnum):
    """The life of a version (domain 4.5)."""

    DRAFT = "draft"
    IN_REVIEW = "in review"
    APPROVED = "approved"
    EFFECTIVE = "effective"
    ON_HOLD = "on hold"
    SUPERSEDED = "superseded"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Reference:
    """A literature reference (SRD-8)."""

    number: int
    citation: str
    doi: str | None
    retrieved: date | None


@dataclass(frozen=True)
class Section:
    """A heading and its paragraphs; `[1]` in the text cites reference 1."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class StandardResponse:
    """One version in one language; frozen once approved (SRD-2).

    Attributes:
        id: `SRD-0007`.
        version: counts from 1, per language.
        audience: `hcp`, `patient`, or both.
        source_version: version of the source language it was translated from (SRD-6).
        source_language: ISO 639-1, "" where this is no translation.
        stale: the source language has moved on since (SRD-6); told by the library, not kept.
    """

    id: str
    version: int
    language: str
    title: str
    product_id: str
    topic: str
    state: SrdState
    effective_from: date
    expires_on: date
    audience: tuple[str, ...]
    off_label: bool
    label_version: str
    search_date: date
    sections: tuple[Section, ...]
    references: tuple[Reference, ...]
    approved_by: str
    source_version: int | None = None
    source_language: str = ""
    stale: bool = False

    def usable(self, on: date) -> bool:
        """SRD-1, SRD-6: effective, inside its dates, and not a translation left behind."""
        in_force = self.state is SrdState.EFFECTIVE and not self.stale
        return in_force and self.effective_from <= on < self.expires_on
