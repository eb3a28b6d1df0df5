"""The zone of contacts: how people are named and reached lies apart from their case (FU-2).

In the case itself stand initials for a name and "masked" for the rest: known, and not told here.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from mi_desktop.safety.cases.element import Place, walk
from mi_desktop.safety.cases.minimal import initials
from mi_desktop.safety.cases.model import AeCase, PqcCase
from mi_desktop.safety.cases.paths import put
from mi_desktop.safety.cases.values import Given, Null

C = TypeVar("C", bound=AeCase | PqcCase)
# Path of the field to what stands there.
Contacts = Mapping[str, str]


def apart(case: C) -> tuple[C, dict[str, str]]:
    """The case without what belongs to the zone, and that, by path."""
    found = {p.path: str(p.given.value) for p in walk(case) if p.element.apart and p.given.known}
    for place in walk(case):
        if place.path in found:
            case = put(case, place.path, shade(place))
    return replace(case, head=replace(case.head, opened=False)), found


def together(case: C, contacts: Contacts) -> C:
    """The case with what lies in the zone."""
    for path, value in contacts.items():
        case = put(case, path, Given(value))
    return replace(case, head=replace(case.head, opened=True))


def meant(case: C, before: C, contacts: Contacts) -> C:
    """The whole case that somebody means who changed it without looking into the zone.

    Args:
        case: as changed; one that was opened says everything itself.
        before: as it stood, without the zone.
        contacts: the zone's as it stood.
    """
    if case.head.opened:
        return case
    shades = {place.path: place.given for place in walk(before) if place.path in contacts}
    for place in walk(case):
        if place.path in shades and place.given == shades[place.path]:
            case = put(case, place.path, Given(contacts[place.path]))
    return replace(case, head=replace(case.head, opened=True))


def shade(place: Place) -> Given[Any]:
    """What stands in the case for a value of the zone."""
    letters = initials(str(place.given.value)) if place.element.apart == "initials" else ""
    return Given(letters) if letters else Given(null=Null.MASKED)
