"""Standard responses as files: one JSON file a response, all its languages in it."""

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ValidationError

from mi_desktop.library.errors import LibraryFileUnreadable
from mi_desktop.library.model import Reference, Section, SrdState, StandardResponse


class _Topic(BaseModel):
    code: str
    sub: str = ""


class _Source(BaseModel):
    language: str
    version: int


class _Version(BaseModel):
    version: int
    state: Annotated[SrdState, BeforeValidator(lambda s: str(s).replace("_", " "))]
    effective_from: date
    expires_on: date
    approved_by: str
    audience: tuple[str, ...]
    off_label: bool
    label_version: str
    search_date: date
    source: _Source | None
    sections: tuple[Section, ...]
    references: tuple[Reference, ...]


class _File(BaseModel):
    id: str
    product: str
    topic: _Topic
    title: dict[str, str]
    languages: dict[str, _Version]


def read_folder(folder: Path) -> list[StandardResponse]:
    """All versions in the folder's `*.json`, each source language before its translations.

    Raises:
        LibraryFileUnreadable: a file is not in this form; nothing was loaded.
    """
    found = [srd for path in sorted(folder.glob("*.json")) for srd in _read(path)]
    return sorted(found, key=lambda s: (s.id, s.source_version is not None, s.language))


def _read(path: Path) -> list[StandardResponse]:
    try:
        file = _File.model_validate_json(path.read_bytes())
        return [_standard(file, language) for language in file.languages]
    except (ValidationError, KeyError, OSError) as e:
        raise LibraryFileUnreadable(file=path.name) from e


def _standard(file: _File, language: str) -> StandardResponse:
    version = file.languages[language]
    fields = {name: getattr(version, name) for name in _Version.model_fields if name != "source"}
    return StandardResponse(
        id=file.id,
        language=language,
        title=file.title[language],
        product_id=file.product,
        topic=file.topic.sub or file.topic.code,
        source_version=version.source.version if version.source else None,
        source_language=version.source.language if version.source else "",
        **fields,
    )
