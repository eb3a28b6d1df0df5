"""Where the lines of a letter stand on an A4 page, for paper and for PDF alike."""

from dataclasses import dataclass

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.demo.maker.truth import Page

A4_MM = (210.0, 297.0)
LEFT_MM, RIGHT_MM, TOP_MM = 25.0, 190.0, 18.0
LEADING = 1.32
MM_PER_POINT = 25.4 / 72
_FILES = {
    ("sans", False): "LiberationSans-Regular.ttf",
    ("sans", True): "LiberationSans-Bold.ttf",
    ("serif", False): "LiberationSerif-Regular.ttf",
    ("serif", True): "LiberationSerif-Bold.ttf",
    ("mono", False): "LiberationMono-Regular.ttf",
    ("mono", True): "LiberationMono-Regular.ttf",
}


@dataclass(frozen=True)
class Line:
    """One line of text: its baseline's height and its left or right edge in mm, size in points."""

    text: str
    edge_mm: float
    baseline_mm: float
    font: str
    size: float
    from_right: bool


def font_path(name: str) -> str:
    """Full path of a bundled font file."""
    return str(RESOURCES / "fonts" / name)


def lay_out(page: Page) -> list[Line]:
    """Places every line of the page; empty lines take room but are not returned.

    Raises:
        ValueError: more lines than an A4 page holds.
    """
    style, placed = page.style, []
    if baseline_mm(page, len(page.text) - 1) > A4_MM[1] - 12:
        raise ValueError(f"{len(page.text)} lines are too many for a page")
    for index, text in enumerate(page.text):
        if text:
            right = index in style.right
            font = _FILES[style.font, index in style.bold or _is_title(page, index)]
            edge, height = RIGHT_MM if right else LEFT_MM, baseline_mm(page, index)
            placed.append(Line(text, edge, height, font, _size(page, index), right))
    return placed


def baseline_mm(page: Page, index: int) -> float:
    """Baseline of the line with this index, in mm from the top, empty lines included."""
    points = sum(_size(page, above) for above in range(index + 1))
    return TOP_MM + points * LEADING * MM_PER_POINT


def _is_title(page: Page, index: int) -> bool:
    return index == 0 and page.style.head > 0


def _size(page: Page, index: int) -> float:
    """Size in points: the letterhead's name is larger, the rest of it smaller than the text."""
    if _is_title(page, index):
        return page.style.size + 5
    return page.style.size - (1.5 if index < page.style.head else 0)
