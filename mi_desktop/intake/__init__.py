"""Something arrives: files, mail, fax, scans; the untouched original is kept."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late
from mi_desktop.intake.model import (
    Arrival,
    Channel,
    LedgerLine,
    MailPiece,
    Page,
    PageBytes,
    PageImage,
    PageRef,
    Part,
    PieceStatus,
    Refusal,
    Scanner,
    Sender,
    Taken,
    title_of,
)

if TYPE_CHECKING:
    from mi_desktop.intake.opening import OpenedDocument, open_document
    from mi_desktop.intake.pages import raster, render_page
    from mi_desktop.intake.scanners import ScanJob, Scanned, ScannerSource
    from mi_desktop.intake.scanners.sane import SaneScanners
    from mi_desktop.intake.service import IntakeService
else:
    __getattr__ = late(
        __name__,
        OpenedDocument="opening",
        open_document="opening",
        raster="pages",
        render_page="pages",
        ScanJob="scanners",
        Scanned="scanners",
        ScannerSource="scanners",
        SaneScanners="scanners.sane",
        IntakeService="service",
    )

__all__ = [
    "Arrival",
    "Channel",
    "IntakeService",
    "LedgerLine",
    "MailPiece",
    "OpenedDocument",
    "Page",
    "PageBytes",
    "PageImage",
    "PageRef",
    "Part",
    "PieceStatus",
    "Refusal",
    "SaneScanners",
    "ScanJob",
    "Scanned",
    "Scanner",
    "ScannerSource",
    "Sender",
    "Taken",
    "open_document",
    "raster",
    "render_page",
    "title_of",
]
