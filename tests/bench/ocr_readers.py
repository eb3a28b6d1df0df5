"""Those who read a page for measuring, each as its user starts it: ours and the rivals."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from rapidocr import RapidOCR

from mi_desktop.intake import open_document, raster
from mi_desktop.intake.formats import Limits

ENVIRONMENT = {**os.environ, "OMP_THREAD_LIMIT": "1"}
NEVER_SECONDS = 300


@dataclass(frozen=True)
class Outcome:
    """What one reader made of one page.

    Attributes:
        seconds: wall time; None where an earlier run read it.
    """

    text: str
    seconds: float | None


Reader = Callable[[Path, str], str]


def timed(reader: Reader, page: Path, languages: str) -> Outcome:
    """Reads a page now."""
    began = time.monotonic()
    text = reader(page, languages)
    return Outcome(text, time.monotonic() - began)


def ours(page: Path, languages: str) -> str:
    """`mi-desktop ocr`, a process a page, told no language."""
    return _told([sys.executable, "-m", "mi_desktop", "ocr", page, "--format", "text"])


def plain(page: Path, languages: str) -> str:
    """The program on the page's own dots, one thread; pages of a PDF are drawn for it."""
    if page.suffix != ".pdf":
        return _told(["tesseract", page, "-", "-l", languages])
    texts = []
    for number in range(_leaves(page)):
        picture = page.with_suffix(f".{number}.png")
        raster(page.read_bytes(), "application/pdf", number).save(picture)
        texts.append(_told(["tesseract", picture, "-", "-l", languages]))
    return "\n".join(texts)


def ocrmypdf(program: Path) -> Reader:
    """OCRmyPDF with what makes it read well; a page it refuses has no words."""

    def read(page: Path, languages: str) -> str:
        text = page.with_suffix(".sidecar")
        command = [
            *(program, "--deskew", "--rotate-pages", "--quiet", "-l", languages),
            *("--sidecar", text, "--output-type", "pdf"),
        ]
        more = ["--force-ocr"] if page.suffix == ".pdf" else ["--image-dpi", "200"]
        _told([*command, *more, page, page.with_suffix(".out.pdf")])
        return text.read_text() if text.exists() else ""

    return read


def rapid(page: Path, languages: str) -> str:
    """RapidOCR with its own pipeline and settings, its models already loaded, all cores."""
    data = page.read_bytes()
    part = open_document(page.name, data, Limits()).parts[0]
    lines: list[str] = []
    for number in range(len(part.leaves)):
        picture = raster(part.view or data, part.media_type, number).convert("RGB")
        found: Any = _rapid()(np.asarray(picture)[:, :, ::-1])
        lines += found.txts or ()
    return "\n".join(lines)


def kept(reader: Reader, place: Path, page: Path, languages: str) -> Outcome:
    """What an earlier run read, else reads it now."""
    if place.exists():
        return Outcome(json.loads(place.read_text()), None)
    done = timed(reader, page, languages)
    place.write_text(json.dumps(done.text))
    return done


def _leaves(page: Path) -> int:
    return len(open_document(page.name, page.read_bytes(), Limits()).parts[0].leaves)


def _told(command: list[Any]) -> str:
    """What a program prints; nothing where it fails."""
    done = subprocess.run(
        command,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        timeout=NEVER_SECONDS,
    )
    return "" if done.returncode else done.stdout


@cache
def _rapid() -> RapidOCR:
    return RapidOCR(params={"Global.log_level": "error"})
