"""Personal identity numbers on a page's picture, covered wherever nobody gave a reason (GD-07)."""

import io

from PIL import Image, ImageDraw

from mi_desktop.catalogue import identity_numbers
from mi_desktop.ocr.model import Box, PageText


def number_boxes(page: PageText) -> list[Box]:
    """Where the words of identity numbers stand, px of the original page."""
    spans: list[tuple[int, int]] = []
    at = 0
    for word in page.words:
        spans.append((at, at + len(word.text)))
        at += len(word.text) + 1
    text = " ".join(word.text for word in page.words)
    return [
        word.box
        for start, end in identity_numbers(text)
        for (begins, ends), word in zip(spans, page.words, strict=True)
        if begins < end and ends > start
    ]


def covered(png: bytes, page: PageText | None) -> bytes:
    """A page's picture (PNG, any size) with black over its identity numbers."""
    boxes = number_boxes(page) if page is not None else []
    if page is None or not boxes:
        return png
    with Image.open(io.BytesIO(png)) as image:
        wide, high = image.width / page.width, image.height / page.height
        painted = image.convert("RGB")
    draw = ImageDraw.Draw(painted)
    for box in boxes:
        corners = (box.left * wide, box.top * high, box.right * wide, box.bottom * high)
        draw.rectangle(corners, fill="black")
    out = io.BytesIO()
    painted.save(out, "PNG")
    return out.getvalue()
