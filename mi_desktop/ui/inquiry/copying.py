"""Taking a copy of an inquiry's record away, as one ZIP that was read back (P11-06)."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from mi_desktop.basics.words import words
from mi_desktop.inquiries import Inquiry
from mi_desktop.oversight import CopyReport
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.tasks import Task
from mi_desktop.ui.words import tr


def ask_copy(parent: QWidget, desk: Desk, inquiry: Inquiry | None) -> None:
    """Asks where the copy goes, and takes it; nothing where no inquiry is shown."""
    if inquiry is None:
        return
    title = tr("Take a copy of the record…")
    name, _ = QFileDialog.getSaveFileName(parent, title, f"{inquiry.number}.zip", "*.zip")
    if name:
        take_copy(desk, inquiry.id, Path(name))


def take_copy(desk: Desk, inquiry_id: str, file: Path) -> Task:
    """Writes the copy on a background lane; it counts only once it was read back."""
    copies, by = desk.services.oversight.copies, desk.user

    def taken(report: CopyReport) -> None:
        desk.tell(words("Copy of {number} written and read back: equal", number=report.number))

    return desk.tasks.slow(
        words("Taking a copy of the record"),
        lambda progress: copies.take(by, inquiry_id, file, progress),
        taken,
    )
