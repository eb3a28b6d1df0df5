"""Reads one page, from bytes to words on the original; runs in a sandbox worker."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import cv2
import numpy as np

from mi_desktop.basics.words import Words, words
from mi_desktop.intake import raster
from mi_desktop.ocr.barcodes import code_places
from mi_desktop.ocr.blocks import languages_of, read_in_their_own
from mi_desktop.ocr.dictionary import words_known
from mi_desktop.ocr.engines import Engine, Layout, Nearest, Second, SecondEngine, text_layer
from mi_desktop.ocr.engines.engine import Pixels
from mi_desktop.ocr.errors import LanguageMissing, SecondReaderFailed
from mi_desktop.ocr.handwriting import handwriting
from mi_desktop.ocr.language import ENGLISH, choose, guess
from mi_desktop.ocr.mending import mend
from mi_desktop.ocr.model import Box, PageText, Place, Source, Word, turned_size
from mi_desktop.ocr.preparation import LEAST_SIDE, Prepared, box_back, densest_band, prepare
from mi_desktop.ocr.second_look import Look, on_the_page, second_look
from mi_desktop.ocr.sides import read_sides
from mi_desktop.ocr.tables import in_rows

PDF = "application/pdf"
POOR, LEGIBLE = 60.0, 50.0
PAGE_SECONDS = 240
# English: the quickest model, and one that has the signs @ % § °.
SCOUT = ENGLISH


@dataclass(frozen=True)
class PageJob:
    """One page to be read.

    Attributes:
        part_id: what the result is filed under, with `number`.
        data: the document.
        index: the page in it, counted from 0.
        size: px of the page as stored, across and down; words are placed on it.
        turned: degrees clockwise that a person turned it.
        language: Tesseract's name(s) joined with `+`; empty: to be found.
        hint: the language of the page before, tried first; empty where not known.
        own: the office's own languages, for pages that tell none.
        names: products' names and other words the office knows.
        codes: texts of the barcodes that intake found on it.
        engine: what reads pictures.
        second: what reads again where that is in doubt; None: nobody does.
    """

    part_id: str
    number: int
    data: bytes
    media_type: str
    index: int
    size: tuple[int, int]
    turned: int = 0
    language: str = ""
    hint: str = ""
    own: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    engine: Engine = field(default_factory=Nearest)
    second: SecondEngine | None = field(default_factory=Second)


@dataclass(frozen=True)
class _Reading:
    """What came out of a picture: words and guesses in px of the page as it was turned."""

    page: Prepared
    turn: int
    language: str
    look: Look
    warnings: tuple[Words, ...]
    places: tuple[Place, ...] = ()


def read_page(job: PageJob) -> PageText:
    """Reads a page by its text layer where it was born digital, else from its picture.

    Raises:
        WorldError: OCR-001 to OCR-005, or why intake cannot draw the page.
    """
    start = time.perf_counter()
    # One core a page: the other cores have pages of their own.
    cv2.setNumThreads(1)
    layer = text_layer(job.data, job.index, job.size) if job.media_type == PDF else None
    read = _from_picture(job) if layer is None else _from_layer(job, layer)
    return replace(read, seconds=round(time.perf_counter() - start, 3))


def _from_layer(job: PageJob, layer: tuple[Word, ...]) -> PageText:
    width, height = turned_size(job.size, job.turned)
    words = in_rows(layer)
    heard = guess(" ".join(word.text for word in layer)).language
    language, languages = languages_of(words, heard, ())
    return PageText(
        part_id=job.part_id,
        number=job.number,
        language=language,
        rotation=0,
        skew_degrees=0.0,
        confidence=100.0,
        source=Source.TEXT_LAYER,
        words=tuple(replace(w, box=w.box.turned(job.size, job.turned)) for w in words),
        width=width,
        height=height,
        codes=job.codes,
        languages=languages,
        places=_codes_of(job, (width, height)),
    )


def _codes_of(job: PageJob, size: tuple[int, int]) -> tuple[Place, ...]:
    """Where the barcodes of a page stand that is not read from its picture."""
    if not job.codes:
        return ()
    page = _turned(np.asarray(raster(job.data, job.media_type, job.index)), job.turned)
    scale = size[0] / page.shape[1], size[1] / page.shape[0]
    return tuple(replace(p, box=p.box.scaled(*scale)) for p in code_places(page, job.codes))


def _from_picture(job: PageJob) -> PageText:
    lying = np.asarray(raster(job.data, job.media_type, job.index, colour=True))
    upright = _turned(lying, job.turned)
    tall, wide = upright.shape[:2]
    reading = _read(job, upright) if min(tall, wide) >= LEAST_SIDE else _nothing(upright)
    width, height = turned_size(job.size, job.turned)
    scale = width / wide, height / tall
    before = turned_size((wide, tall), reading.turn)

    def placed(box: Box) -> Box:
        return box.turned(before, -reading.turn).scaled(*scale)

    steps = (*(("turned",) if reading.turn else ()), *reading.page.steps, *reading.look.steps)
    words = _in_rows(reading)
    installed = job.engine.languages() if words else ()
    language, languages = languages_of(words, reading.language, installed)
    return PageText(
        part_id=job.part_id,
        number=job.number,
        language=language,
        rotation=reading.turn,
        skew_degrees=reading.page.skew_degrees,
        confidence=_confidence(words),
        source=Source.OCR,
        words=tuple(replace(w, box=placed(w.box)) for w in words),
        width=width,
        height=height,
        warnings=reading.warnings,
        steps=steps,
        guesses=tuple(replace(g, box=placed(g.box)) for g in reading.look.guesses),
        codes=job.codes,
        languages=languages,
        places=tuple(replace(p, box=placed(p.box)) for p in reading.places),
    )


def _in_rows(reading: _Reading) -> list[Word]:
    """The words with tables row by row, as they lie on the levelled page."""
    forth = np.asarray(np.linalg.inv(reading.page.back), np.float64)
    page = reading.page.raster.pixels
    return in_rows(reading.look.words, lambda box: box_back(box, forth), page)


def _nothing(upright: Pixels) -> _Reading:
    """A line or a dot: nobody reads that."""
    return _Reading(prepare(upright), 0, "", Look([]), ())


def _read(job: PageJob, upright: Pixels) -> _Reading:
    """Levels the page, finds its language and orientation by a trial, reads, mends."""
    engine, installed = job.engine, job.engine.languages()
    if not installed:
        raise LanguageMissing(language=(job.own or (SCOUT,))[0])
    wanted = [name for name in job.language.split("+") if name]
    missing = [name for name in wanted if name not in installed]
    language = "+".join(name for name in wanted or [job.hint] if name in installed)
    scout = SCOUT if SCOUT in installed else installed[0]

    def trial(page: Prepared) -> tuple[Word, ...]:
        if language:
            return read_sides(engine, page, language)
        return engine.read(densest_band(page.raster), scout, Layout.BLOCK)

    page, turn, found = _stood_up(upright, engine, trial)
    if not wanted and not _is_in(found, language):
        language, lacking = choose(_text(found), installed, job.own)
        missing += [lacking] if lacking else []
        language, found = _read_in(engine, page, language)
    if not wanted:
        found = read_in_their_own(found, page.raster, engine, language)
    if scout not in language and job.second is None:
        found = mend(found, page.raster, engine, scout)
    warnings = map(_not_installed, missing)
    spoken = _spoken(found, language)
    seen = page.grey, spoken or language
    look, failed = _looked_again(job, found, page, seen)
    return _Reading(page, turn, spoken, look, (*warnings, *failed), _places(job, look, *seen))


def _stood_up(
    upright: Pixels, engine: Engine, trial: Callable[[Prepared], tuple[Word, ...]]
) -> tuple[Prepared, int, tuple[Word, ...]]:
    """The page ready to be read, turned where it reads better so, and what its trial found."""
    page = prepare(upright)
    found = trial(page)
    if _confidence(found) < POOR and (turn := engine.turn(page.raster)):
        turned = prepare(_turned(upright, turn))
        again = trial(turned)
        # The detector takes handwriting for print that lies.
        if _confidence(again) > _confidence(found):
            return turned, turn, again
    return page, 0, found


def _places(job: PageJob, look: Look, upright: Pixels, language: str) -> tuple[Place, ...]:
    known = words_known(language.split("+"), job.names)
    by_hand = handwriting(upright, look.words, look.guesses, known)
    return (*by_hand, *code_places(upright, job.codes))


def _read_in(engine: Engine, page: Prepared, language: str) -> tuple[str, tuple[Word, ...]]:
    """Reads the page; once more where its whole text turns out to be in another language."""
    found = read_sides(engine, page, language)
    heard = guess(_text(found), engine.languages())
    if heard.sure and heard.language not in language.split("+"):
        language = heard.language
        found = read_sides(engine, page, language)
    return language, found


def _looked_again(
    job: PageJob, found: tuple[Word, ...], page: Prepared, seen: tuple[Pixels, str]
) -> tuple[Look, tuple[Words, ...]]:
    """What the second reader makes of it; a warning where there is none to be had."""
    if job.second is None:
        return Look(on_the_page(found, page)), ()
    upright, language = seen
    known = words_known(language.split("+"), job.names)
    try:
        return second_look(found, upright, page, known, job.second), ()
    except SecondReaderFailed as e:
        return Look(on_the_page(found, page)), (e.words,)


def _spoken(found: tuple[Word, ...], language: str) -> str:
    """The one language of the words, among those they were read with."""
    read_with = tuple(language.split("+"))
    if len(read_with) > 1 or not found:
        return guess(_text(found), read_with).language
    return language


def _is_in(found: tuple[Word, ...], language: str) -> bool:
    """True where the words, read in a language that was a hint, are in it."""
    return bool(language) and guess(_text(found)).language == language


def _not_installed(language: str) -> Words:
    return words(
        "The language {language} is not installed for reading; others were used. Install"
        " tesseract-ocr-{language} and read the page again.",
        language=language,
    )


def _turned(pixels: Pixels, degrees: int) -> Pixels:
    return np.ascontiguousarray(np.rot90(pixels, -degrees // 90)) if degrees else pixels


def _text(found: tuple[Word, ...]) -> str:
    """The words that tell a language: those that were read at all well."""
    return " ".join(word.text for word in found if word.confidence >= LEGIBLE)


def _confidence(found: Sequence[Word]) -> float:
    """Mean over the words; 0 where there are none."""
    return round(sum(w.confidence for w in found) / len(found), 1) if found else 0.0
