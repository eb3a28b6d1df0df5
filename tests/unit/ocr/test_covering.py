"""Identity numbers on a page's picture: where they stand, and black over them (GD-07)."""

import io

from PIL import Image

from mi_desktop.ocr import Box, PageText, Source, Word, covered, number_boxes

WORDS = ("Patient", "640823", "-", "3234", "fick", "(19640823-3234),", "batch", "AB640823")


def page() -> PageText:
    words = tuple(
        Word(text, Box(10 + 100 * n, 40, 100 + 100 * n, 60), 90.0, 0, 0)
        for n, text in enumerate(WORDS)
    )
    return PageText("p", 1, "swe", 0, 0.0, 90.0, Source.OCR, words, 1000, 500)


def test_every_word_of_a_number_is_covered_and_no_other_gd_07() -> None:
    """GD-07: a number that was read as three words, and one in brackets."""
    assert [box.left for box in number_boxes(page())] == [110, 210, 310, 510]


def test_the_picture_is_black_there_at_any_size_gd_07() -> None:
    white = Image.new("L", (500, 250), 255)
    out = io.BytesIO()
    white.save(out, "PNG")
    with Image.open(io.BytesIO(covered(out.getvalue(), page()))) as seen:
        assert seen.getpixel((75, 25)) == (0, 0, 0)
        assert seen.getpixel((25, 25)) == (255, 255, 255)
    assert covered(out.getvalue(), None) == out.getvalue()
