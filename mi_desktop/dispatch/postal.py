"""The order in which letters are put into envelopes and handed to the post."""

import re
from dataclasses import dataclass

from mi_desktop.dispatch.model import BatchItem
from mi_desktop.inquiries import Requester
from mi_desktop.letters import Recipient, SignedLetter

# `111 22 STOCKHOLM`, `2100 København Ø`, `DK-2100 København`: postcode before town, as in the
# countries of the office's address forms.
_TOWN_LINE = re.compile(r"^(?:[A-Z]{1,2}-)?(\d{3} \d{2}|\d{4,5}) +(\S.*)$")


@dataclass(frozen=True)
class Town:
    """Where a letter goes, read from the lines that show in its window."""

    country: str
    postcode: str
    city: str


def town(recipient: Recipient, requester: Requester) -> Town:
    """The postcode and town on the envelope.

    Where no line has the form of the north (`111 22 STOCKHOLM`), they are the requester's,
    unless the letter goes elsewhere; then the last line stands for the town.
    """
    for line in reversed(recipient.lines):
        found = _TOWN_LINE.match(line)
        if found:
            return Town(recipient.country, found[1], found[2])
    printed = " ".join(recipient.lines).casefold()
    if requester.city and requester.city.strip().casefold() in printed:
        postcode = requester.postcode.strip()
        there = postcode.casefold() in printed
        return Town(recipient.country, postcode if there else "", requester.city.strip())
    return Town(recipient.country, "", recipient.lines[-1] if recipient.lines else "")


def in_postal_order(towns: list[tuple[SignedLetter, Town]]) -> tuple[BatchItem, ...]:
    """The letters as items of a batch: by country, postcode, town, then reference."""

    def place(going: tuple[SignedLetter, Town]) -> tuple[str, str, str, str]:
        letter, to = going
        return to.country, to.postcode.replace(" ", ""), to.city.casefold(), letter.reference

    ordered = enumerate(sorted(towns, key=place), start=1)
    return tuple(_item(position, *going) for position, going in ordered)


def sheets(pages: int) -> int:
    """Sheets of paper for a letter: one side each, as the print job asks for."""
    return pages


def _item(position: int, letter: SignedLetter, to: Town) -> BatchItem:
    return BatchItem(
        letter_id=letter.letter_id,
        reference=letter.reference,
        position=position,
        postcode=to.postcode,
        city=to.city,
        country=to.country,
        pages=letter.pages,
        sheets=sheets(letter.pages),
        sha256=letter.sha256,
        prints=0,
    )
