"""Mail that cannot be taken: cut off, locked, empty, of no known kind."""

from collections.abc import Callable

import numpy as np
from reportlab.lib.pdfencrypt import StandardEncryption

from mi_desktop.demo.maker.digital import letter_pdf
from mi_desktop.demo.maker.truth import Piece


def make_broken(piece: Piece, rng: np.random.Generator) -> bytes:
    """The bytes of the damaged file; `form` says which damage."""
    return _DAMAGE[piece.form](piece, rng)


def _truncated(piece: Piece, rng: np.random.Generator) -> bytes:
    """A PDF that stops in the middle, so neither its table nor its fonts are there."""
    whole = letter_pdf(piece.pages)
    return whole[: len(whole) * 2 // 5]


def _encrypted(piece: Piece, rng: np.random.Generator) -> bytes:
    """A PDF that asks for a password nobody gave us."""
    lock = StandardEncryption("hemligt-i-ett-annat-brev", "ingen-vet", strength=128)
    return letter_pdf(piece.pages, lock)


def _empty(piece: Piece, rng: np.random.Generator) -> bytes:
    return b""


def _unknown(piece: Piece, rng: np.random.Generator) -> bytes:
    """Bytes of a kind no reader knows."""
    return b"XQZ\x00\x01" + rng.bytes(2043)


_DAMAGE: dict[str, Callable[[Piece, np.random.Generator], bytes]] = {
    "broken": _truncated,
    "encrypted": _encrypted,
    "empty": _empty,
    "unknown": _unknown,
}
