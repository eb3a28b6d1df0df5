"""The whole demonstration against plain Tesseract over the pages that need reading.

    python -m tests.bench.demo [-l swe+eng]

Both in this run: `mi-desktop demo` (office made, mail taken in, read, linked, checked, answered,
signed, printed, pictures of every screen), then `tesseract` with OMP_THREAD_LIMIT=1, as many
processes at once as there are cores, over the pages without a text layer, each at its true dots.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from mi_desktop.bootstrap import open_services
from mi_desktop.demo import PASSPHRASE
from mi_desktop.intake import raster
from mi_desktop.ocr import Source

CORES = os.cpu_count() or 1
ENVIRONMENT = {**os.environ, "OMP_THREAD_LIMIT": "1", "QT_QPA_PLATFORM": "offscreen"}


def demo(out: Path) -> float:
    """Seconds of wall time of the verb, as a user starts it."""
    began = time.monotonic()
    command = [sys.executable, "-m", "mi_desktop", "demo", "--office", out / "office", "--out", out]
    subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True)
    return time.monotonic() - began


def pages(out: Path) -> list[Path]:
    """The pages that were read by OCR, as pictures with their true dots."""
    services = open_services(out / "office", PASSPHRASE)
    files = []
    for piece in services.intake.pieces():
        for text in services.ocr.texts(piece.id):
            if text.source is Source.OCR:
                part = next(p for p in piece.parts if p.id == text.part_id)
                page = next(p for p in part.pages if p.ref.number == text.number)
                source = services.intake.page_bytes(page.ref)
                picture = raster(source.data, source.media_type, source.index)
                files.append(out / f"page-{len(files):03}.png")
                picture.save(files[-1], dpi=(max(page.dpi_x, page.dpi_y),) * 2)
    services.close()
    return files


def plain(files: list[Path], languages: str) -> tuple[float, float]:
    """Wall seconds, and the sum of the processes' seconds, of plain Tesseract."""

    def read(file: Path) -> float:
        began = time.monotonic()
        command = ["tesseract", file, "-", "-l", languages]
        subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True)
        return time.monotonic() - began

    began = time.monotonic()
    with ThreadPoolExecutor(CORES) as pool:
        each = list(pool.map(read, files))
    return time.monotonic() - began, sum(each)


def main() -> None:
    """Prints both and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-l", "--languages", default="swe+eng")
    languages = parser.parse_args().languages
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        ours = demo(out)
        summary = json.loads((out / "summary.json").read_text())
        files = pages(out)
        wall, total = plain(files, languages)
    print(f"demo: {summary['pieces']} pieces, {summary['letters']} letters, {ours:.1f} s")
    print(
        f"plain tesseract -l {languages}: {len(files)} pages, {CORES} at once, {wall:.1f} s "
        f"({total:.1f} s summed over the processes)"
    )
    print(f"demo / sum over the pages: {ours / total:.2f} (at most 1.5)")
    print(f"demo / wall of the plain run, nothing but reading: {ours / wall:.2f}")


if __name__ == "__main__":
    main()
