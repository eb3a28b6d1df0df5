"""The nouns of checking what was read: which words want a look, what a person made of them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum

from rapidfuzz import fuzz

from mi_desktop.intake import PageRef
from mi_desktop.ocr.errors import NoSuchSign
from mi_desktop.ocr.model import Box, PageText, Source, Word

# Tesseract's confidence; below it about every third word of worn letters is wrong.
SURE = 75.0
_SURE_OF_A_NAME = 80.0
_UNIT = (
    r"(mg|g|kg|ml|cl|dl|l|µg|ug|mcg|mikrogram|mikrog|nmol|mmol|mol|ie|iu|e|%|mm|cm|"
    r"tabletter|tablett|tabl|tablets|tablet|kapslar|kapsel|capsules|doser|dos|doses|dose|"
    r"droppar|drops|sprutor|ampuller)"
)
_NUMBER = r"\d+(?:[.,]\d+)?(?:[-–x×/]\d+(?:[.,]\d+)?)*"
_DOSE = re.compile(rf"{_NUMBER}\s?{_UNIT}(/\w+)?\b", re.IGNORECASE)
_MONTH = (
    r"(jan|feb|mar|apr|maj|may|mai|jun|jul|aug|sep|okt|oct|nov|dec|dez|tammi|helmi|maalis|huhti|"
    r"touko|kesä|heinä|elo|syys|loka|marras|joulu)[a-zäö]*"
)
_DATE = re.compile(
    r"\b(\d{4}[-./]\d{1,2}([-./]\d{1,2})?|\d{1,2}[-./]\d{1,2}[-./](\d{4}|\d{2})|\d{1,2}/\d{4}"
    rf"|\d{{1,2}}\.?\s{_MONTH}\s\d{{4}}|{_MONTH}\s\d{{1,2}},?\s\d{{4}})\b",
    re.IGNORECASE,
)
_BATCH_WORD = r"\b(batch|lot|sats|charge|charg|ch\.?-?b|eränumero|erä|parti|tillverknings)\w*"
_BATCH_HEAD = re.compile(_BATCH_WORD, re.IGNORECASE)
_BATCH = re.compile(
    rf"{_BATCH_WORD}"
    r"[\s.:#]*((nr|no|nummer|number)[\s.:#]*)?(?P<batch>(?=[\w./-]*\d)[\w./-]{3,})",
    re.IGNORECASE,
)

# Some writings need these two between letters.
_JOINERS = "\u200c\u200d"
_NAMED = 5


class Why(StrEnum):
    """Why a word wants a person's look."""

    DOUBTFUL = "the reader was not sure"
    DOSE = "a dose"
    DATE = "a date"
    BATCH = "a batch number"
    PRODUCT = "a product's name"


@dataclass(frozen=True)
class Check:
    """What a person made of one word; the machine's reading is kept beside it.

    Attributes:
        place: of the word among the page's words as the machine read them, from 0.
        read: what the machine read.
        text: what stands there; as `read` where it was right, empty where there is no word.
        at: aware.
    """

    place: int
    read: str
    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Transcript:
    """What a person read where the machine could not: handwriting, a faint stamp.

    Attributes:
        box: original px; None for the whole page.
    """

    id: str
    ref: PageRef
    text: str
    by: str
    at: datetime
    box: Box | None = None


@dataclass(frozen=True)
class Hiding:
    """A rectangle that is hidden in a copy, and why.

    Attributes:
        box: original px.
    """

    ref: PageRef
    box: Box
    reason: str


@dataclass(frozen=True)
class RedactedCopy:
    """A copy of a piece in which parts cannot be read.

    Attributes:
        document_id: of the sealed PDF.
        sha256: hex digest of the PDF.
        at: aware.
    """

    id: str
    piece_id: str
    document_id: str
    sha256: str
    hidden: tuple[Hiding, ...]
    by: str
    at: datetime


@dataclass(frozen=True)
class Doubt:
    """A word that nobody has looked at yet, and why somebody should."""

    place: int
    word: Word
    why: Why


@dataclass(frozen=True)
class CheckedPage:
    """A page as the machine read it, and what people made of that.

    Attributes:
        read: the machine's reading, untouched.
        doubts: what is left to look at: unsure words first, then doses, batches, dates and
            product names, each in the order of the page.
    """

    read: PageText
    checks: Mapping[int, Check]
    transcripts: tuple[Transcript, ...]
    doubts: tuple[Doubt, ...]

    @property
    def text(self) -> PageText:
        """The page as it counts: with every correction and transcription in."""
        return applied(self.read, self.checks, self.transcripts)


def typed(text: str) -> str:
    """What a person typed, fit to be kept, found and laid into a PDF: composed, line by line.

    Invisible marks that came along with a paste are left out: they turn writing round, or hide.
    Letters of any writing stay, those that run from right to left among them.

    Raises:
        NoSuchSign: it holds something that is no text at all.
    """
    lines = [" ".join(line.split()) for line in unicodedata.normalize("NFC", text).splitlines()]
    kept = "".join(c for c in "\n".join(lines) if c in _JOINERS or unicodedata.category(c) != "Cf")
    strange = dict.fromkeys(c for c in kept if c != "\n" and _no_text(c))
    if strange:
        raise NoSuchSign(signs=", ".join(f"U+{ord(c):04X}" for c in list(strange)[:_NAMED]))
    return kept.strip()


def _no_text(sign: str) -> bool:
    noncharacter = ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF
    return noncharacter or unicodedata.category(sign) in ("Cc", "Cs")


def doubts(
    page: PageText, checks: Mapping[int, Check], products: Sequence[str] = ()
) -> Iterator[Doubt]:
    """The words that want a look and had none; a document's own text wants none."""
    if page.source is Source.TEXT_LAYER:
        return
    open_words = {n: word for n, word in enumerate(page.words) if n not in checks}
    unsure = [n for n, word in open_words.items() if word.doubtful or word.confidence < SURE]
    yield from (Doubt(n, page.words[n], Why.DOUBTFUL) for n in unsure)
    for n, why in sorted(weighty(page.words, products).items()):
        if n in open_words and n not in unsure:
            yield Doubt(n, page.words[n], why)


def weighty(words: Sequence[Word], products: Iterable[str] = ()) -> dict[int, Why]:
    """The words that carry a dose, a date, a batch number or a product's name, by place."""
    found: dict[int, Why] = {}
    names = [name.casefold() for name in products]
    for n, word in enumerate(words):
        plain = word.text.strip(".,;:()®™\"'!?").casefold()
        if len(plain) > 3 and any(fuzz.ratio(plain, name) >= _SURE_OF_A_NAME for name in names):
            found[n] = Why.PRODUCT
    for line in _lines(words):
        for pattern, why, group in (
            (_DOSE, Why.DOSE, 0),
            (_DATE, Why.DATE, 0),
            (_BATCH, Why.BATCH, "batch"),
        ):
            for hit in pattern.finditer(line.text):
                found |= dict.fromkeys(line.touched(*hit.span(group)), why)
    return found | dict.fromkeys(_batch_column(words), Why.BATCH)


def _batch_column(words: Sequence[Word]) -> Iterator[int]:
    """The words under the heads of tables that say batch, or lot."""
    block, head, heads = -1, -1, set[int]()
    for n, word in enumerate(words):
        if word.cell < 0:
            continue
        if word.block != block:
            block, head, heads = word.block, word.line, set()
        if word.line == head and _BATCH_HEAD.match(word.text):
            heads.add(word.cell)
        elif word.line != head and word.cell in heads:
            yield n


def applied(
    page: PageText, checks: Mapping[int, Check], transcripts: Sequence[Transcript]
) -> PageText:
    """The page with the corrections in, and what was transcribed as blocks of its own."""
    if not checks and not transcripts:
        return page
    words = [
        replace(word, text=checks[n].text, confidence=100.0, doubtful=False, other="")
        if n in checks
        else word
        for n, word in enumerate(page.words)
    ]
    words = [word for word in words if word.text]
    for script in transcripts:
        words += _written(script, page, words)
    return replace(page, words=tuple(words))


def kept_through(checks: Mapping[int, Check], words: Sequence[Word]) -> dict[int, Check]:
    """The checks of a page that was read again, at their words' new places.

    A check goes with its word where the same text was read again in the same order; one whose
    word was read differently this time has nothing to stand on, and is left out.
    """
    before = sorted(checks)
    matcher = SequenceMatcher(
        None, [checks[n].read for n in before], [w.text for w in words], autojunk=False
    )
    return {
        block.b + step: replace(checks[before[block.a + step]], place=block.b + step)
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }


@dataclass(frozen=True)
class _Line:
    """A line of words, with each word's place and span in its text."""

    text: str
    spans: tuple[tuple[int, int, int], ...]

    def touched(self, start: int, end: int) -> list[int]:
        return [n for n, a, b in self.spans if a < end and start < b]


def _lines(words: Sequence[Word]) -> Iterator[_Line]:
    spans: list[tuple[int, int, int]] = []
    text = ""
    for n, word in enumerate(words):
        if n and (word.block, word.line) != (words[n - 1].block, words[n - 1].line):
            yield _Line(text, tuple(spans))
            text, spans = "", []
        text += " " if text else ""
        spans.append((n, len(text), len(text) + len(word.text)))
        text += word.text
    if spans:
        yield _Line(text, tuple(spans))


def _written(script: Transcript, page: PageText, before: Sequence[Word]) -> Iterator[Word]:
    block = max((word.block for word in before), default=-1) + 1
    line = max((word.line for word in before), default=-1) + 1
    box = script.box or Box(0, 0, page.width, page.height)
    for n, text in enumerate(script.text.splitlines()):
        for word in text.split():
            yield Word(word, box, 100.0, line + n, block)
