"""The office's own words for Tesseract: its products' names count as words of the language.

Tesseract takes such words from a file, and only while it loads a language.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def words_file(words: Sequence[str]) -> Iterator[Path | None]:
    """A file with a word a line, there while it is needed; None where there are none."""
    fit = [word for word in words if word and not any(map(str.isspace, word))]
    if not fit:
        yield None
        return
    with TemporaryDirectory(prefix="words-") as folder:
        path = Path(folder) / "own.txt"
        path.write_text("\n".join(fit) + "\n", encoding="utf-8")
        yield path
