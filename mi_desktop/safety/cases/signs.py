"""The signs of a falsified product (FAL-1): any of them goes to quality, safety and the law."""

from collections.abc import Iterator

from mi_desktop.basics.words import Words, words
from mi_desktop.safety.cases.model import PqcCase

_ODD_SHOPS = {"online", "abroad", "person"}


def falsified_signs(case: PqcCase, marketed_in: tuple[str, ...], twice: bool) -> tuple[Words, ...]:
    """What speaks for a falsified product, in words; () where nothing does.

    Args:
        case: the complaint.
        marketed_in: countries where the company sells it; () where that is not known.
        twice: the pack's serial number stands in another case.
    """
    return tuple(_signs(case, marketed_in, twice))


def _signs(case: PqcCase, marketed_in: tuple[str, ...], twice: bool) -> Iterator[Words]:
    defect, bought = case.defect, case.bought
    if defect.category.value == "VER":
        yield words("the pack's code raised an alert")
    if defect.seal_intact.value == "no" or defect.category.value == "TAM":
        yield words("the seal was broken")
    if defect.falsified.value == "yes" or defect.category.value == "FAL":
        yield words("somebody says that it is falsified")
    if bought.where.value in _ODD_SHOPS:
        yield words("bought online, abroad or from a private person")
    if twice:
        yield words("its serial number was seen before")
    country = bought.country.value
    if country and marketed_in and country not in marketed_in:
        yield words("never sold in {country}", country=country)
