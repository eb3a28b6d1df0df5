"""The assistant: marks in a text what a person should look at. It prompts, it never decides."""

import re
from collections.abc import Iterable, Iterator, Sequence

from mi_desktop.basics.words import Words, words
from mi_desktop.ocr import Box, PageText, Region, Word
from mi_desktop.safety.lexicon import Hit
from mi_desktop.safety.model import Mark, Marked, MarkKind
from mi_desktop.safety.reading import Reading, denied, longest, read
from mi_desktop.safety.sentences import sentences
from mi_desktop.safety.suspicion import situations, suspicious

_LISTS = {
    "special": MarkKind.SPECIAL,
    "serious": MarkKind.SERIOUS,
    "defect": MarkKind.DEFECT,
    "patient": MarkKind.PATIENT,
}
# After `batch no.`: at most two small words, then letters and figures with at least one figure.
_BATCH = re.compile(r"[\s:.>-]*(?:[a-zåäö]{1,12}[\s:.]+){0,2}((?=[\w/.-]*\d)[A-Z0-9][\w/.-]*\w)")
_SITUATIONS = {
    "SS-PREG": "“{found}” may be an exposure in pregnancy",
    "SS-LACT": "“{found}” may be an exposure through breast-feeding",
    "SS-OD": "“{found}” may be an overdose",
    "SS-MISUSE": "“{found}” may be a misuse",
    "SS-ABUSE": "“{found}” may be an abuse",
    "SS-MEDERR": "“{found}” may be a medication error",
    "SS-OFFLABEL": "“{found}” may be a use outside the approval",
    "SS-OCC": "“{found}” may be an occupational exposure",
    "SS-LOE": "“{found}” may be a lack of effect",
    "SS-FALS": "“{found}” may point to a falsified product",
    "SS-EXP": "“{found}” may be a use beyond expiry",
    "SS-INFECT": "“{found}” may be an infection through the product",
    "SS-DDI": "“{found}” may be an interaction",
    "SS-BENEFIT": "“{found}” may be an unexpected benefit",
    "SS-CU": "“{found}” may be a compassionate or named-patient use",
    "SS-DEVICE": "“{found}” may be a device malfunction",
}
_WHY = {
    MarkKind.REACTION: "“{found}” may be an adverse event",
    MarkKind.SERIOUS: "“{found}” may make an event serious",
    MarkKind.DEFECT: "“{found}” may be a fault of the product",
    MarkKind.PATIENT: "“{found}” may describe a patient",
}


def mark_text(text: str, language: str | None = None, products: Sequence[str] = ()) -> Marked:
    """Marks reactions, special situations, defects and the rest in a text; offline and pure.

    Args:
        text: any length.
        language: ISO 639-1 or 639-3, None to guess; each sentence is guessed as well.
        products: names to look for, spelled as in the catalogue; OCR mistakes are forgiven.
    """
    names = tuple(products)
    readings = [read(sentence, names) for sentence in sentences(text, language)]
    naming = sum(map(_names_medicine, readings))
    marks = sorted(
        (mark for r in readings for mark in _marks(text, r)), key=lambda m: (m.start, -m.end)
    )
    suspected = any(
        situations(r) or suspicious(r, about_medicine=naming > _names_medicine(r)) for r in readings
    )
    return Marked(tuple(marks), suspected)


def _names_medicine(reading: Reading) -> bool:
    return bool(reading.medicines) or reading.has("medicine")


def region(page: PageText, mark: Mark) -> Region:
    """The mark's place on its page, ready to be given as evidence."""
    boxes = [
        word.box for word, start, end in _places(page) if start < mark.end and end > mark.start
    ]
    quote = " ".join(page.text[mark.start : mark.end].split())
    return Region(page.part_id, page.number, quote, _around(boxes) if boxes else None)


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(b.left for b in boxes),
        min(b.top for b in boxes),
        max(b.right for b in boxes),
        max(b.bottom for b in boxes),
    )


def _places(page: PageText) -> Iterator[tuple[Word, int, int]]:
    """Each word with its start and end in the page's text."""
    text, at = page.text, 0
    for word in page.words:
        start = text.index(word.text, at)
        at = start + len(word.text)
        yield word, start, at


def _marks(text: str, reading: Reading) -> Iterator[Mark]:
    for reaction in reading.reactions:
        start, end = _span(reading, reaction.hit)
        term = reaction.hit.entry.term
        why = _why(_WHY[MarkKind.REACTION], text[start:end], reaction.denied)
        yield Mark(start, end, MarkKind.REACTION, term, bool(reaction.denied), why)
    for name, kind in _LISTS.items():
        yield from _listed(text, reading, kind, longest(reading.kinds.get(name, ())))
    yield from _products(text, reading)
    yield from _batches(text, reading)


def _listed(text: str, reading: Reading, kind: MarkKind, hits: Iterable[Hit]) -> Iterator[Mark]:
    for hit in hits:
        start, end = _span(reading, hit)
        own = kind is MarkKind.PATIENT or hit.entry.code == "SS-LOE"
        no = "" if own else denied(reading.sentence, reading.kinds, hit)
        said = _SITUATIONS[hit.entry.code] if kind is MarkKind.SPECIAL else _WHY[kind]
        term = hit.entry.code if kind is MarkKind.SPECIAL else hit.entry.term
        yield Mark(start, end, kind, term, bool(no), _why(said, text[start:end], no))


def _products(text: str, reading: Reading) -> Iterator[Mark]:
    for index, name in reading.products.items():
        start, end = reading.sentence.spans[index]
        found = text[start:end]
        if found.lower() == name.lower():
            why = words("“{found}” is a product of ours", found=found)
        else:
            why = words("“{found}” looks like {name}", found=found, name=name)
        yield Mark(start, end, MarkKind.PRODUCT, name, False, why)


def _batches(text: str, reading: Reading) -> Iterator[Mark]:
    seen: set[int] = set()
    for hit in longest(reading.kinds.get("batch", ())):
        _, cue_end = _span(reading, hit)
        value = _BATCH.match(text, cue_end)
        if value and value.start(1) not in seen:
            seen.add(value.start(1))
            why = words("“{found}” follows “{cue}”", found=value[1], cue=hit.entry.term)
            yield Mark(value.start(1), value.end(1), MarkKind.BATCH, hit.entry.term, False, why)


def _span(reading: Reading, hit: Hit) -> tuple[int, int]:
    spans = reading.sentence.spans
    return spans[hit.first][0], spans[hit.last - 1][1]


def _why(template: str, found: str, no: str) -> Words:
    found = " ".join(found.split())
    if no:
        return Words(template + "; “{no}” may deny it", {"found": found, "no": no})
    return Words(template, {"found": found})
