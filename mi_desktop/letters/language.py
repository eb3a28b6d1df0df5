"""Is a paragraph written in the letter's language? By its small words, which nobody avoids."""

import re

_SMALL_WORDS = {
    "sv": "och att det som en är av för på med den till inte har om ett kan vid eller från men"
    " var ska hos efter under mellan samt",
    "en": "the and of to in is that for with are be not this or by from at which should was has"
    " have can may if after during between",
}
_SETS = {language: frozenset(line.split()) for language, line in _SMALL_WORDS.items()}
_LEAST = 3
"""Fewer small words say nothing."""


def foreign(text: str, language: str) -> str | None:
    """The other language that a text is plainly written in; None where it is not."""
    found = re.findall(r"\w+", text.lower())
    counts = {name: sum(word in words for word in found) for name, words in _SETS.items()}
    likeliest = max(counts, key=lambda name: counts[name])
    plainly = counts[likeliest] >= _LEAST and counts[likeliest] > 2 * counts.get(language, 0)
    return likeliest if plainly and likeliest != language else None
