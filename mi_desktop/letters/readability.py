"""How hard a Swedish text is to read: LIX. Advice for the writer, never a gate (domain 4.4)."""

import re

LIX_TARGET = 35.0
"""What a letter to a patient aims at."""
LIX_MOST = 40.0
"""What a letter to a patient stays under."""

_LONG = 6
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# A stop ends a sentence only before a space: `0,5` and `9.30` do not. A blank line ends one too.
_SENTENCE_END = re.compile(r"[.!?:]+(?=\s|$)|\n\s*\n")


def lix(text: str) -> float:
    """The readability index of Björnsson: words per sentence + per cent of long words.

    Words joined by a hyphen count as one; long is more than six characters; `[1]` of a citation
    does not count. Product names inflate the figure, and it does not judge meaning.

    Returns:
        0.0 for a text without words; below 30 very easy, above 60 very hard.

    Source: C. H. Björnsson, Läsbarhet, 1968.
    """
    plain = re.sub(r"\s*\[[\d,\s]+\]", "", text)
    words = _WORD.findall(plain)
    if not words:
        return 0.0
    sentences = sum(1 for part in _SENTENCE_END.split(plain) if _WORD.search(part))
    long_words = sum(len(word) > _LONG for word in words)
    return len(words) / sentences + 100 * long_words / len(words)
