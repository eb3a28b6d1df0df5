"""Do a sentence's findings add up to a suspicion? Points that a reader can follow.

Something untoward (3; 2 where it is general, or only implied by `…-induced`), a medicine (3 by
name, 1 by a general word, 2 where the rest of the text names one), a person's own experience
(3), and one point each for words of cause, of time, of onset, for a certain person, for medicine
and cause side by side, and for medicine and reaction close together. A question or a plan loses
three. English may be literature; in the other languages the office gets letters, and these are
about a medicine even where they do not name it: there a plain word of harm needs a point less.
"""

from mi_desktop.safety.lexicon import Hit
from mi_desktop.safety.reading import Reaction, Reading, denied

ENOUGH = 6
_CLOSE = 4
_BESIDE = 3


def suspicious(reading: Reading, about_medicine: bool) -> bool:
    """True where a person should look for an event in this sentence.

    Args:
        reading: what stands in the sentence.
        about_medicine: another sentence of the text names a product or a medicine.
    """
    reactions = [r for r in reading.reactions if not r.denied]
    linked = _linked(reading)
    score = _untoward(reactions, linked)
    if score == 0:
        return False
    told = reading.has("experience")
    score += _medicine(reading, about_medicine) + 3 * told + linked + _close(reading, reactions)
    score += sum(reading.has(kind) for kind in ("cause", "time", "onset"))
    score += reading.has("person") and any(_plain(r) for r in reactions)
    if _only_asks(reading):
        score -= 3
    return score >= ENOUGH - _told_plainly(reading, reactions)


def _told_plainly(reading: Reading, reactions: list[Reaction]) -> bool:
    """A letter's own words of harm, not literature and not a question, need a point less."""
    foreign = reading.sentence.languages[0] != "en"
    return foreign and any(map(_plain, reactions)) and not _only_asks(reading)


def situations(reading: Reading) -> list[Hit]:
    """Special situations that are told of, not asked about and not denied."""
    if _only_asks(reading):
        return []
    hits = reading.kinds.get("special", ())
    return [h for h in hits if _own_no(h) or not denied(reading.sentence, reading.kinds, h)]


def _only_asks(reading: Reading) -> bool:
    """A question, or a plan: what may be, not what was."""
    may_be = reading.sentence.asks or reading.has("prospect")
    someone = reading.has("onset") or reading.has("person")
    told = reading.has("experience") or (someone and reading.has("time"))
    return may_be and not told


def _own_no(hit: Hit) -> bool:
    # "No effect" carries its own negation; one more before it does not deny it.
    return hit.entry.code == "SS-LOE"


def _untoward(reactions: list[Reaction], linked: bool) -> int:
    if any(map(_plain, reactions)):
        return 3
    return 2 if reactions or linked else 0


def _plain(reaction: Reaction) -> bool:
    return not reaction.general and not reaction.treated


def _medicine(reading: Reading, about_medicine: bool) -> int:
    if reading.medicines:
        return 3
    if about_medicine or reading.sentence.languages[0] != "en":
        return 2
    return int(reading.has("medicine"))


def _linked(reading: Reading) -> bool:
    """A medicine stands beside a word of cause: `…-induced`, `caused by …`."""
    return any(
        reading.medicines & {cause.first - 1, *range(cause.last, cause.last + _BESIDE)}
        for cause in reading.kinds.get("cause", ())
    )


def _close(reading: Reading, reactions: list[Reaction]) -> bool:
    return any(
        min(abs(r.hit.first - m), abs(r.hit.last - 1 - m)) <= _CLOSE
        for r in reactions
        if not r.treated
        for m in reading.medicines
    )
