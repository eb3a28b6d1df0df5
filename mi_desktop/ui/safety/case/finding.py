"""Which field of a case is meant: by a part of its name, or the code beside the one in hand."""

from collections.abc import Sequence

from mi_desktop.safety.cases import NOT_ASKED, Case, Kind
from mi_desktop.safety.cases.element import walk
from mi_desktop.safety.cases.paths import at
from mi_desktop.ui.words import say


def field_named(case: Case, text: str, shown: Sequence[str], current: str) -> str:
    """The path of the first field after the one in hand whose name holds the text; "" if none.

    A name that is the text wins; fields that are not shown come after those that are.
    """
    wanted = text.strip().casefold()
    if not wanted:
        return ""
    here = shown.index(current) + 1 if current in shown else 0
    every = {place.path: say(place.element.label).casefold() for place in walk(case)}
    paths = dict.fromkeys((*shown[here:], *shown[:here], *every))
    names = {path: every[path] for path in paths if path in every}
    whole = (path for path, name in names.items() if name == wanted)
    part = (path for path, name in names.items() if wanted in name)
    return next(iter((*whole, *part)), "")


def coding_beside(case: Case, current: str) -> str:
    """The field for a MedDRA code that belongs to the field in hand; "" where there is none."""
    paths = [place.path for place in walk(case) if place.element.kind is Kind.CODING]
    near = [path for path in paths if path.rpartition(".")[0] == current.rpartition(".")[0]]
    return next(iter((*near, *(path for path in paths if path.startswith("events.")))), "")


def words_to_code(case: Case, path: str) -> str:
    """The words that a code is sought for: the translation where there is one."""
    section = at(case, path.rpartition(".")[0])
    for name in ("translation", "verbatim", "text"):
        said = getattr(section, name, NOT_ASKED)
        if said.known:
            return str(said.value)
    return ""
