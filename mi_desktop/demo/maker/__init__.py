"""Makes the demonstration mail: real-looking letters, faxes and mails from texts of our own."""

import shutil
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np

from mi_desktop.demo.maker.broken import make_broken
from mi_desktop.demo.maker.carton import make_photo
from mi_desktop.demo.maker.digital import letter_pdf
from mi_desktop.demo.maker.fax import make_fax
from mi_desktop.demo.maker.mail import make_mail
from mi_desktop.demo.maker.msg import make_msg
from mi_desktop.demo.maker.paper import SEPARATOR_CODE, draw_letter, draw_note, separator_sheet
from mi_desktop.demo.maker.pile import make_pile
from mi_desktop.demo.maker.scan import save_scan
from mi_desktop.demo.maker.truth import MAIL_FOLDER, Page, Piece, Sender, read_truth
from mi_desktop.demo.maker.wear import worn

__all__ = [
    "MAIL_FOLDER",
    "SEPARATOR_CODE",
    "Page",
    "Piece",
    "Sender",
    "make",
    "read_truth",
    "separator_sheet",
]


def make(out: Path, seed: int = 2026, only: Iterable[str] | None = None) -> list[Path]:
    """Writes every piece of the demonstration mail into `out` and returns the files, in order.

    The same seed and library versions give the same bytes; another seed gives the same texts
    with other wear.

    Args:
        out: folder to write into; made if missing.
        seed: of all chance in the wear.
        only: file names to make; all when not given. A copy needs its source among them.

    Raises:
        OSError: the folder cannot be written.
        ValueError: a text does not fit its page, or a recipe lacks something.
    """
    out.mkdir(parents=True, exist_ok=True)
    wanted = None if only is None else set(only)
    files: dict[str, list[Piece]] = {}
    for piece in read_truth():
        if wanted is None or piece.file in wanted:
            files.setdefault(piece.file, []).append(piece)
    for name, pieces in files.items():
        # Each file has its own chance, so that a new piece leaves the others as they are.
        rng = np.random.default_rng([seed, zlib.crc32(name.encode())])
        _MAKERS[pieces[0].form](pieces, out / name, rng)
    return [out / name for name in files]


Maker = Callable[[list[Piece], Path, np.random.Generator], None]


def _scan(pieces: list[Piece], path: Path, rng: np.random.Generator) -> None:
    piece = pieces[0]
    recipe = piece.make
    draw = draw_note if piece.form == "handwriting" else draw_letter
    sheets = []
    for number, page in enumerate(piece.pages):
        # The date stamp goes on the first page only; each sheet lies a little otherwise.
        change = {"stamp": None, "coffee": False, "skew": -0.6 * recipe.wear.skew} if number else {}
        wear = recipe.wear.model_copy(update=change)
        sheets.append(worn(draw(page, recipe.dpi, rng), wear, recipe.dpi, rng))
    save_scan(sheets, path, recipe.dpi, recipe.tone)


def _fax(pieces: list[Piece], path: Path, rng: np.random.Generator) -> None:
    make_fax(pieces[0].pages, pieces[0].make, path, rng)


def _mail(pieces: list[Piece], path: Path, rng: np.random.Generator) -> None:
    path.write_bytes(make_mail(pieces[0], rng))


def _msg(pieces: list[Piece], path: Path, rng: np.random.Generator) -> None:
    path.write_bytes(make_msg(pieces[0], rng))


def _photo(pieces: list[Piece], path: Path, rng: np.random.Generator) -> None:
    make_photo(pieces[0], path, rng)


def _digital(pieces: list[Piece], path: Path, rng: np.random.Generator) -> None:
    path.write_bytes(letter_pdf(pieces[0].pages))


def _copy(pieces: list[Piece], path: Path, rng: np.random.Generator) -> None:
    shutil.copyfile(path.with_name(pieces[0].make.source or ""), path)


def _damaged(pieces: list[Piece], path: Path, rng: np.random.Generator) -> None:
    path.write_bytes(make_broken(pieces[0], rng))


_MAKERS: dict[str, Maker] = {
    "scan": _scan,
    "reply": _scan,
    "handwriting": _scan,
    "pile": make_pile,
    "fax": _fax,
    "e-mail": _mail,
    "outlook": _msg,
    "photo": _photo,
    "digital-pdf": _digital,
    "duplicate": _copy,
    "broken": _damaged,
    "encrypted": _damaged,
    "empty": _damaged,
    "unknown": _damaged,
}
