"""Whether a passphrase is hard enough to guess, and young enough (P11-10; NIST SP 800-63B 5.1.1.2).

What everybody tries first counts for nothing: words of the list, runs on a keyboard, years, digits,
and the names of the user, the office and its products. What is left must be four letters or more.
The list is our own, small and offline; it is not a list of leaked passphrases.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.people.errors import PassphraseGuessable, PassphraseShort

LEAST_PASSPHRASE = 12
_LEAST_LEFT = 4
_LEAST_RUN = 4
_LIST = RESOURCES / "lexicons" / "common_passphrases.txt"
_KEYBOARD = ("qwertyuiopåasdfghjklöäzxcvbnm", "abcdefghijklmnopqrstuvwxyzåäö", "1234567890")
_LOOKS_LIKE = str.maketrans("0134578@$!", "oieastbasi")


def _nobody() -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Policy:
    """What the office asks of passphrases.

    Attributes:
        names: of the office and its products, asked when they are needed.
        days: after so many a passphrase signs nothing until it was changed; 0: never.
    """

    names: Callable[[], Iterable[str]] = _nobody
    days: int = 0

    def check(self, passphrase: str, *own: str) -> None:
        """Passes, or says no.

        Args:
            passphrase: as it was typed.
            own: the names of the user.

        Raises:
            PassphraseShort: fewer than 12 characters.
            PassphraseGuessable: nothing is left of it but what is tried first.
        """
        if len(passphrase) < LEAST_PASSPHRASE:
            raise PassphraseShort(least=LEAST_PASSPHRASE)
        known = {*_common(), *_words((*own, *self.names()))}
        if _left(passphrase, known) < _LEAST_LEFT:
            raise PassphraseGuessable

    def overdue(self, chosen: datetime | None, now: datetime) -> bool:
        """True for a passphrase that is older than the office allows."""
        return bool(self.days) and chosen is not None and now - chosen > timedelta(days=self.days)


@cache
def _common() -> frozenset[str]:
    lines = _LIST.read_text("utf-8").splitlines()
    return frozenset(_words(line for line in lines if not line.startswith("#")))


def _words(said: Iterable[str]) -> Iterator[str]:
    for text in said:
        for word in re.split(r"[^\w]+|_", _flat(text)):
            if len(word) >= 3:
                yield word


def _flat(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _left(passphrase: str, known: Iterable[str]) -> int:
    """How many different letters are left when all that is known was struck out."""
    plain = _flat(passphrase)
    kept = min((_struck(form, known) for form in (plain, plain.translate(_LOOKS_LIKE))), key=len)
    return len(set(kept)) if len(kept) >= _LEAST_LEFT else len(kept)


def _struck(text: str, known: Iterable[str]) -> str:
    for word in sorted(known, key=len, reverse=True):
        text = text.replace(word, " ")
    for run in _runs():
        text = text.replace(run, " ")
    return "".join(sign for sign in text if sign.isalpha())


@cache
def _runs() -> tuple[str, ...]:
    """Runs of keys next to each other, both ways, the longest first."""
    rows = [way for row in _KEYBOARD for way in (row, row[::-1])]
    found = {
        row[start : start + length]
        for row in rows
        for length in range(_LEAST_RUN, len(row) + 1)
        for start in range(len(row) - length + 1)
    }
    return tuple(sorted(found, key=len, reverse=True))
