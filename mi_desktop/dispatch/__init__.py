"""It goes out: print batches, the e-mail queue, proof."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late
from mi_desktop.dispatch.model import (
    PDF_FILES,
    Batch,
    BatchItem,
    BatchState,
    Document,
    Email,
    EmailState,
    JobState,
    Printer,
)

if TYPE_CHECKING:
    from mi_desktop.dispatch.channels import Channels, Mailer, PrinterChannel
    from mi_desktop.dispatch.channels.cups import CupsPrinters
    from mi_desktop.dispatch.channels.pdf_folder import PdfFolder
    from mi_desktop.dispatch.channels.smtp import SmtpMailer
    from mi_desktop.dispatch.desk import Rooms
    from mi_desktop.dispatch.service import DispatchService
else:
    __getattr__ = late(
        __name__,
        Channels="channels",
        Mailer="channels",
        PrinterChannel="channels",
        CupsPrinters="channels.cups",
        PdfFolder="channels.pdf_folder",
        SmtpMailer="channels.smtp",
        Rooms="desk",
        DispatchService="service",
    )

__all__ = [
    "PDF_FILES",
    "Batch",
    "BatchItem",
    "BatchState",
    "Channels",
    "CupsPrinters",
    "DispatchService",
    "Document",
    "Email",
    "EmailState",
    "JobState",
    "Mailer",
    "PdfFolder",
    "Printer",
    "PrinterChannel",
    "Rooms",
    "SmtpMailer",
]
