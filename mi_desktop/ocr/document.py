"""Reads one document that belongs to no office, with everything inside it."""

import os
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace

from mi_desktop.intake import OpenedDocument, open_document
from mi_desktop.intake.formats import Limits
from mi_desktop.ocr.engines import Engine, Nearest, Second, Tesseract
from mi_desktop.ocr.errors import NotReadable
from mi_desktop.ocr.model import PageText, Source
from mi_desktop.ocr.page import PAGE_SECONDS, PDF, PageJob, read_page
from mi_desktop.sandbox import Sandbox

OPEN_SECONDS = 300


@dataclass(frozen=True)
class Sheet:
    """One page of a document: where it is.

    Attributes:
        part: number of the document inside the document, from 0.
        size: px as stored, across and down.
    """

    part: int
    data: bytes
    media_type: str
    index: int
    size: tuple[int, int]
    dpi: tuple[float, float]
    blank: bool
    codes: tuple[str, ...] = ()


def sheets(name: str, data: bytes, sandbox: Sandbox) -> list[Sheet]:
    """The pages of a document and of what lies inside it, in order.

    Raises:
        WorldError: why intake cannot open it.
        NotReadable: there is no page in it.
    """
    opened = sandbox.run(open_document, name, data, Limits(), seconds=OPEN_SECONDS, urgent=True)
    found = list(_sheets(opened, data))
    if not found:
        raise NotReadable(file=name, reason="it has no pages")
    return found


def _sheets(opened: OpenedDocument, data: bytes) -> Iterator[Sheet]:
    for number, part in enumerate(opened.parts):
        for index, leaf in enumerate(part.leaves):
            yield Sheet(
                part=number,
                data=part.view or part.data or data,
                media_type=PDF if part.view else part.media_type,
                index=index,
                size=(leaf.width, leaf.height),
                dpi=(leaf.dpi_x, leaf.dpi_y),
                blank=leaf.blank,
                codes=leaf.codes,
            )


def read_document(
    data: bytes, name: str, language: str | None, sandbox: Sandbox, engine: Engine | None = None
) -> list[PageText]:
    """Reads all pages of one document, as many at once as the sandbox has workers.

    Args:
        data: the document.
        name: its file name.
        language: Tesseract's names joined with `+`; None or `auto`: found page by page.
        sandbox: where it is opened and read.
        engine: what reads pictures, alone; where None Tesseract does, and a second reader
            where it is in doubt.

    Returns:
        The pages, numbered from 1; `part_id` is the number of the document inside the document.

    Raises:
        WorldError: why it cannot be opened, or OCR-001 to OCR-006.
    """
    wanted = "" if language in (None, "auto") else str(language)
    found = sheets(name, data, sandbox)
    # A page that is alone may have all cores.
    threads = max(1, (os.cpu_count() or 1) // len(found))
    first, second = engine or Nearest(), None if engine else Second(threads)
    pages: list[PageText | Future[PageText]] = []
    for number, sheet in enumerate(found, 1):
        if sheet.blank:
            pages.append(_blank(sheet, number))
            continue
        job = replace(_job(sheet, number), language=wanted, engine=first, second=second)
        # Somebody waits for a single page; a pile lets the machine's other work go first.
        alone = len(found) == 1
        pages.append(sandbox.submit(read_page, job, seconds=PAGE_SECONDS, urgent=alone))
    return [page if isinstance(page, PageText) else page.result() for page in pages]


def _job(sheet: Sheet, number: int) -> PageJob:
    return PageJob(
        part_id=str(sheet.part),
        number=number,
        data=sheet.data,
        media_type=sheet.media_type,
        index=sheet.index,
        size=sheet.size,
        codes=sheet.codes,
    )


def installed_languages() -> tuple[str, ...]:
    """Languages that this machine can read, as Tesseract names them.

    Raises:
        EngineMissing: Tesseract is not installed.
    """
    return Tesseract().languages()


def installed_data() -> tuple[str, ...]:
    """The same, and `osd` where pages can be turned upright; raises as `installed_languages`."""
    return Tesseract().data()


def _blank(sheet: Sheet, number: int) -> PageText:
    nothing = PageText(str(sheet.part), number, "", 0, 0.0, 0.0, Source.OCR, (), *sheet.size)
    return replace(nothing, blank=True)
