"""A page's picture, decoded where nobody waits."""

from dataclasses import dataclass

from PySide6.QtGui import QImage

from mi_desktop.intake import PageImage


@dataclass(frozen=True)
class Picture:
    """A decoded page picture; made on a worker's thread.

    Attributes:
        scale_x: picture px per original px across.
        scale_y: picture px per original px down.
    """

    image: QImage
    scale_x: float
    scale_y: float


def picture(image: PageImage) -> Picture:
    """Decodes a page's PNG; safe on any thread."""
    decoded = QImage.fromData(image.png).convertToFormat(QImage.Format.Format_RGB32)
    return Picture(decoded, image.scale_x, image.scale_y)
