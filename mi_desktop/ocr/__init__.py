"""We read it: words with boxes and confidence, page by page."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late
from mi_desktop.ocr.checks import Check, CheckedPage, Doubt, Hiding, RedactedCopy, Transcript, Why
from mi_desktop.ocr.model import (
    Box,
    Counts,
    Guess,
    Kind,
    PageText,
    Place,
    Problem,
    Region,
    Source,
    Table,
    Word,
)

if TYPE_CHECKING:
    from mi_desktop.ocr.covering import covered, number_boxes
    from mi_desktop.ocr.document import (
        installed_data,
        installed_languages,
        read_document,
    )
    from mi_desktop.ocr.engines import Engine, Tesseract
    from mi_desktop.ocr.executor import Executor, Local, executor_of
    from mi_desktop.ocr.searchable import Searchable, searchable_pdf
    from mi_desktop.ocr.service import Means, OcrService
    from mi_desktop.ocr.workers import make_sandbox, started_sandbox
else:
    __getattr__ = late(
        __name__,
        covered="covering",
        number_boxes="covering",
        installed_data="document",
        installed_languages="document",
        make_sandbox="workers",
        started_sandbox="workers",
        read_document="document",
        Engine="engines",
        Tesseract="engines",
        Executor="executor",
        Local="executor",
        executor_of="executor",
        Searchable="searchable",
        searchable_pdf="searchable",
        Means="service",
        OcrService="service",
    )

__all__ = [
    "Box",
    "Check",
    "CheckedPage",
    "Counts",
    "Doubt",
    "Engine",
    "Executor",
    "Guess",
    "Hiding",
    "Kind",
    "Local",
    "Means",
    "OcrService",
    "PageText",
    "Place",
    "Problem",
    "RedactedCopy",
    "Region",
    "Searchable",
    "Source",
    "Table",
    "Tesseract",
    "Transcript",
    "Why",
    "Word",
    "covered",
    "executor_of",
    "installed_data",
    "installed_languages",
    "make_sandbox",
    "number_boxes",
    "read_document",
    "searchable_pdf",
    "started_sandbox",
]
