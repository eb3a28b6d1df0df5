"""The lines that show in the window (GEO-1)."""

import re

from mi_desktop.catalogue import Country
from mi_desktop.inquiries import Requester
from mi_desktop.letters.model import Recipient


def recipient(requester: Requester, country: Country, home: str) -> Recipient:
    """The requester's address as it is printed: no blank lines, the country only abroad.

    Args:
        requester: of the inquiry.
        country: the requester's, with its form of address.
        home: country code of the office.

    Returns:
        The recipient; without lines where street, postcode or town is missing.
    """
    if not (requester.street and requester.postcode and requester.city):
        return Recipient((), country.code, requester.email)
    city = requester.city.strip()
    parts = {
        "name": requester.name,
        "organisation": requester.organisation,
        "street": requester.street,
        "postcode": _postcode(requester.postcode, country.code),
        "city": city.upper() if country.capitals else city,
        "region": "",
    }
    lines = [" ".join(line.format(**parts).split()) for line in country.address]
    if country.code != home:
        lines.append(country.names["en"].upper())
    return Recipient(tuple(line for line in lines if line), country.code, requester.email)


def _postcode(written: str, country: str) -> str:
    """`NNN NN` in Sweden, however it was written; elsewhere as it was."""
    digits = re.sub(r"\D", "", written)
    if country == "SE" and len(digits) == 5:
        return f"{digits[:3]} {digits[3:]}"
    return written.strip()
