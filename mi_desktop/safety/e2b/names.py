"""What the elements are called, in English from the table and in Swedish from its own list."""

from functools import cache

from mi_desktop.basics.words import InLanguages
from mi_desktop.safety.e2b.table import FOLDER, table


def name_of(id: str) -> InLanguages:
    """The name of an element or block; its id where the table has none."""
    rows = table().elements.get(id) or table().blocks.get(id)
    said = {"en": rows.name if rows else id}
    if swedish := _swedish().get(id):
        said["sv"] = swedish
    return InLanguages(said)


@cache
def _swedish() -> dict[str, str]:
    lines = (FOLDER / "names.sv.txt").read_text(encoding="utf-8").splitlines()
    cells = (line.split("|") for line in lines if line and not line.startswith("#"))
    return {cell[0].strip(): cell[1].strip() for cell in cells}
