"""What stands in a sentence: word-list hits, product names, and what governs each of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from mi_desktop.safety.lexicon import Hit, lexicon, substances
from mi_desktop.safety.sentences import Sentence

_REACH = 6
_NEAR = 3
_SCORE = 82.0
_SHORT = 5
_STEM_LENGTH = 6
# Pairs that readers of print take for one another, brought to one form before comparing.
_ALIKE = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("0", "o"), ("1", "l"), ("5", "s"))


@dataclass(frozen=True)
class Reaction:
    """A word for something untoward.

    Attributes:
        general: often a reason for treatment, or too general to stand alone.
        denied: the negation or history words that govern it, "" where none does.
        treated: it is named as what the medicine is for.
    """

    hit: Hit
    general: bool
    denied: str
    treated: bool


@dataclass(frozen=True)
class Reading:
    """What was found in one sentence.

    Attributes:
        kinds: list name to hits.
        products: word number to the product's name that it stands for.
        medicines: numbers of the words that name a medicine, by form or by place.
    """

    sentence: Sentence
    kinds: dict[str, list[Hit]]
    reactions: tuple[Reaction, ...]
    products: dict[int, str]
    medicines: frozenset[int]

    def has(self, kind: str) -> bool:
        """True where a list has a hit."""
        return bool(self.kinds.get(kind))


def read(sentence: Sentence, products: tuple[str, ...]) -> Reading:
    """Looks a sentence up in the word lists of its languages."""
    kinds: dict[str, list[Hit]] = {}
    for language in sentence.languages:
        for hit in lexicon(language).hits(sentence.words):
            kinds.setdefault(hit.entry.kind, []).append(hit)
    named = {i: name for i, word in enumerate(sentence.words) if (name := product(word, products))}
    reactions = tuple(_reactions(sentence, kinds, set(named)))
    medicines = _substances(sentence) | _slots(sentence, kinds, reactions) | set(named)
    return Reading(sentence, kinds, reactions, named, frozenset(medicines))


@lru_cache(maxsize=20_000)
def product(word: str, products: tuple[str, ...]) -> str:
    """The product's name that a word stands for, with the mistakes of OCR; "" for none."""
    if len(word) < _SHORT or not products:
        return ""
    folded = [_fold(name) for name in products]
    found = process.extractOne(_fold(word), folded, scorer=fuzz.ratio, score_cutoff=_SCORE)
    return products[found[2]] if found else ""


def _fold(word: str) -> str:
    word = word.lower()
    for seen, meant in _ALIKE:
        word = word.replace(seen, meant)
    return word


def _reactions(
    sentence: Sentence, kinds: dict[str, list[Hit]], taken: set[int]
) -> Iterable[Reaction]:
    stopped = _covered(kinds.get("stop", ())) | taken
    general = _covered(kinds.get("condition", ()))
    hits = [*kinds.get("reaction", ()), *kinds.get("condition", ())]
    for hit in longest(h for h in hits if not set(range(h.first, h.last)) <= stopped):
        yield Reaction(
            hit,
            set(range(hit.first, hit.last)) <= general,
            denied(sentence, kinds, hit),
            _before(kinds.get("indication", ()), hit, _NEAR) is not None,
        )


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """The hits in order, of overlapping ones the longest."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.first - h.last, h.first)):
        if all(hit.last <= other.first or other.last <= hit.first for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda h: h.first)


def denied(sentence: Sentence, kinds: dict[str, list[Hit]], hit: Hit) -> str:
    """The words that say it did not happen, or long ago; "" where none governs the hit."""
    # "But", or another person's doings, end what a negation governs.
    walls = (*kinds.get("break", ()), *kinds.get("person", ()))
    barriers = [b.first for b in walls if b.first < hit.first]
    wall = max(barriers, default=-1)
    for kind, reach in (("negation", _REACH), ("history", _NEAR)):
        governing = _before(kinds.get(kind, ()), hit, reach)
        if governing and governing.first > wall:
            return _said(sentence, governing)
    for after in (*kinds.get("negation_after", ()), *kinds.get("history", ())):
        if 0 <= after.first - hit.last <= _NEAR:
            return _said(sentence, after)
    return ""


def _before(hits: Iterable[Hit], hit: Hit, reach: int) -> Hit | None:
    return next((h for h in hits if 0 <= hit.first - h.last <= reach - 1), None)


def _said(sentence: Sentence, hit: Hit) -> str:
    return " ".join(sentence.words[hit.first : hit.last])


def _covered(hits: Iterable[Hit]) -> set[int]:
    return {i for hit in hits for i in range(hit.first, hit.last)}


def _substances(sentence: Sentence) -> set[int]:
    hits = list(substances().hits(sentence.words))
    no = _covered(h for h in hits if h.entry.kind == "no substance")
    long_enough = (
        h.first
        for h in hits
        if h.entry.kind == "substance"
        and (not h.entry.term.startswith("*") or len(sentence.words[h.first]) >= _STEM_LENGTH)
    )
    return set(long_enough) - no


def _slots(
    sentence: Sentence, kinds: dict[str, list[Hit]], reactions: Sequence[Reaction]
) -> set[int]:
    """Words that stand where a medicine's name stands: `treated with …`, `…-induced`."""
    places = {h.last for h in kinds.get("before_medicine", ())}
    places |= {h.first - 1 for h in kinds.get("after_medicine", ())}
    plain = set().union(*(lexicon(language).function for language in sentence.languages))
    taken = _covered(r.hit for r in reactions) | {
        i for kind, hits in kinds.items() if kind not in _OPEN for i in _covered(hits)
    }
    return {
        i
        for i in places - taken
        if 0 <= i < len(sentence.words)
        and len(sentence.words[i]) > 2
        and not sentence.words[i].isdigit()
        and sentence.words[i] not in plain
    }


_OPEN = frozenset({"batch", "special", "defect"})
