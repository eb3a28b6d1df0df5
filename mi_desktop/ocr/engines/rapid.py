"""The second reader: RapidOCR's models, its reading model asked directly.

RapidOCR's finder tells where text is. Its reading model tells more than the finished text does:
how likely each letter was, and where in the line it stands; letters no European language has are
left out of the question, and spaces are taken that it thought likely but not likeliest. Both
models lie in RapidOCR's wheel and are named by their path: nothing is ever fetched.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import cv2
import numpy as np
from onnxruntime import InferenceSession, SessionOptions
from onnxruntime.capi import onnxruntime_pybind11_state as failures

from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.engines.seen import Quad, Seen, SeenLine
from mi_desktop.ocr.errors import SecondReaderFailed

# RapidOCR itself takes a second to load, and only its finder is asked: its place is enough here.
_RAPIDOCR = find_spec("rapidocr")
if _RAPIDOCR is None or _RAPIDOCR.origin is None:
    raise ImportError("rapidocr")
_MODELS = Path(_RAPIDOCR.origin).parent / "models"
_FINDER, _READER = _MODELS / "PP-OCRv6_det_small.onnx", _MODELS / "PP-OCRv6_rec_small.onnx"
_FIND_SIDE = 1600
# The reading model wants lines of this height; it gives a column of chances for each 8 px.
_LINE_PX, _STEP_PX, _MOST_STEPS = 48, 8, 400
_LIKELY_SPACE = 0.25
_BLANK, _SPACE = "", " "
_SIGNS, _LETTERS_BELOW = "–—‘’“”„•…‰′″€™→≤≥−℃", 0x250

# Models that are gone, broken or of another runtime's time; memory that is not enough.
_FAILURES = (
    *(failures.Fail, failures.RuntimeException, failures.InvalidArgument),
    *(failures.InvalidGraph, failures.InvalidProtobuf, failures.NoSuchFile, failures.NoModel),
    *(failures.NotImplemented, MemoryError, OSError, RuntimeError, ValueError, ImportError),
)

Chances = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True)
class Rapid:
    """The two models.

    Attributes:
        threads: how many cores one page may use.
    """

    threads: int = 1

    def find(self, pixels: Pixels) -> list[Quad]:
        """Lines of text at any small lean."""
        with _guarded():
            failure = resolve_name("rapidocr.inference_engine.onnxruntime.main:ONNXRuntimeError")
            with _guarded(failure):
                return self._find(pixels)

    def read(self, pixels: Pixels, quad: Quad) -> SeenLine:
        """One line of letters."""
        with _guarded():
            return self._read(pixels, quad)

    def _find(self, pixels: Pixels) -> list[Quad]:
        scale = min(1.0, _FIND_SIDE / max(pixels.shape))
        small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        colour = cv2.cvtColor(small, cv2.COLOR_GRAY2BGR)
        found = _finder(self.threads)(colour, use_det=True, use_cls=False, use_rec=False)
        boxes = getattr(found, "boxes", None)
        return [] if boxes is None else [np.float32(box) / scale for box in boxes]

    def _read(self, pixels: Pixels, quad: Quad) -> SeenLine:
        session, signs, columns = _reader(self.threads)
        strip, long = _strip(pixels, quad)
        chances = session.run(None, {"x": strip})[0][0][:, columns]
        return SeenLine(quad, long, tuple(_words(chances, signs, long / len(chances))))


@contextmanager
def _guarded(*more: type[Exception]) -> Iterator[None]:
    try:
        yield
    except (*_FAILURES, *more) as e:
        raise SecondReaderFailed from e


def _strip(pixels: Pixels, quad: Quad) -> tuple[Chances, float]:
    """The line laid level, as the model wants it, and how long it is in px of the picture."""
    upper, right, lower, left = (float(np.linalg.norm(quad[n] - quad[n - 3])) for n in range(4))
    long, tall = max(upper, lower, 1.0), max(left, right, 1.0)
    steps = min(max(round(_LINE_PX * long / tall / _STEP_PX), 2), _MOST_STEPS)
    width = steps * _STEP_PX
    level = np.array([(0, 0), (width, 0), (width, _LINE_PX), (0, _LINE_PX)], np.float32)
    bend = cv2.getPerspectiveTransform(quad, level)
    smooth = cv2.INTER_AREA if tall > _LINE_PX else cv2.INTER_CUBIC
    strip = cv2.warpPerspective(
        pixels, bend, (width, _LINE_PX), flags=smooth, borderMode=cv2.BORDER_REPLICATE
    )
    tones = strip.astype(np.float32) / 127.5 - 1
    return np.repeat(tones[None, None], 3, axis=1), long


def _words(chances: Chances, signs: list[str], step: float) -> Iterator[Seen]:
    """Stretches between spaces, from the chances of each sign in each column (CTC)."""
    best = chances.argmax(axis=1)
    likely_space = chances[:, signs.index(_SPACE)] > _LIKELY_SPACE
    text, before = "", _BLANK
    sure: list[float] = []
    columns: list[int] = []
    for column, number in enumerate(best):
        sign = signs[number]
        if sign == _SPACE or (sign == _BLANK and likely_space[column]):
            if text:
                yield _stretch(text, sure, columns, step)
            text, sure, columns = "", [], []
        elif sign != _BLANK:
            if sign != before:
                text += sign
                sure.append(float(chances[column, number]))
            columns.append(column)
        before = sign
    if text:
        yield _stretch(text, sure, columns, step)


def _stretch(text: str, sure: list[float], columns: list[int], step: float) -> Seen:
    return Seen(text, columns[0] * step, (columns[-1] + 1) * step, 100 * float(np.mean(sure)))


@cache
def _reader(threads: int) -> tuple[InferenceSession, list[str], list[int]]:
    """The reading model, the signs it may answer with, and their columns."""
    options = SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.enable_cpu_mem_arena = False
    session = InferenceSession(str(_READER), options, providers=["CPUExecutionProvider"])
    listed = session.get_modelmeta().custom_metadata_map["character"].splitlines()
    signs = [_BLANK, *listed, _SPACE]
    columns = [number for number, sign in enumerate(signs) if _european(sign)]
    return session, [signs[number] for number in columns], columns


def _european(sign: str) -> bool:
    return sign in _SIGNS or _SPACE <= sign[0] < chr(_LETTERS_BELOW)


@cache
def _finder(threads: int) -> Any:
    return resolve_name("rapidocr:RapidOCR")(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": _FIND_SIDE,
            "Det.model_path": str(_FINDER),
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
