"""Which language a text is in, by py3langid, among those that can be read here."""

from dataclasses import dataclass
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# py3langid's ISO 639-1 code to Tesseract's name: the languages of the EU and its neighbours.
NAMES = {
    "bg": "bul", "ca": "cat", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng",
    "es": "spa", "et": "est", "fi": "fin", "fr": "fra", "ga": "gle", "hr": "hrv", "hu": "hun",
    "is": "isl", "it": "ita", "lt": "lit", "lv": "lav", "mt": "mlt", "nl": "nld", "no": "nor",
    "nn": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk",
    "sl": "slv", "sr": "srp", "sv": "swe", "tr": "tur", "uk": "ukr",
}  # fmt: skip
ENGLISH = "eng"
SURE, LIKELY = 0.9, 0.5
_LEAST_LETTERS = 20


@dataclass(frozen=True)
class Guess:
    """A language and how sure it is.

    Attributes:
        language: as Tesseract names it; empty where nothing was recognised.
        probability: 0..1.
    """

    language: str
    probability: float

    @property
    def sure(self) -> bool:
        """True where nobody needs to doubt it."""
        return self.probability >= SURE


def guess(text: str, among: tuple[str, ...] = ()) -> Guess:
    """The likeliest language of a text.

    Args:
        text: a line or more, read well or badly.
        among: Tesseract's names of the languages to choose from; all that are known here
            where empty.
    """
    if sum(map(str.isalpha, text)) < _LEAST_LETTERS:
        return Guess("", 0.0)
    chances: dict[str, float] = {}
    for code, probability in _identifier().rank(" ".join(text.split())):
        name = NAMES.get(code, "")
        if name and (not among or name in among):
            chances[name] = chances.get(name, 0.0) + float(probability)
    if not chances:
        return Guess("", 0.0)
    best = max(chances, key=lambda name: chances[name])
    return Guess(best, chances[best] / (sum(chances.values()) or 1.0))


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def choose(text: str, installed: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, str]:
    """The language(s) to read a page with, after a look at some of its text.

    Args:
        text: a few lines, read well or badly.
        installed: what the reader can read; not empty.
        own: the office's own languages, for a text that tells none.

    Returns:
        One installed language, or, where none is likely, the office's own joined with `+`
        (English where it has none); and the language the text is surely in although it is not
        installed, or nothing.
    """
    likeliest = guess(text)
    missing = likeliest.language if likeliest.sure and likeliest.language not in installed else ""
    best = guess(text, installed)
    if best.probability >= LIKELY or missing:
        return best.language, missing
    familiar = "+".join(name for name in own if name in installed)
    return familiar or (ENGLISH if ENGLISH in installed else installed[0]), missing
