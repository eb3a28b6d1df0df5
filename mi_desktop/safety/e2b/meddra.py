"""MedDRA from the user's own licensed files: never shipped, never guessed (E2B-2).

The files are those of the ASCII distribution: `llt.asc`, `pt.asc` and, for the version,
`meddra_release.asc`; fields end with `$`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mi_desktop.safety.cases.values import Coding
from mi_desktop.safety.e2b.errors import NoMeddra

_LLT, _PT, _RELEASE = "llt.asc", "pt.asc", "meddra_release.asc"
_MOST = 20


@dataclass(frozen=True)
class Term:
    """A lowest level term: its code, name, the preferred term above it, whether it is current."""

    code: str
    name: str
    preferred: str
    current: bool = True


@dataclass(frozen=True)
class Meddra:
    """A version of the dictionary, by code."""

    version: str
    terms: dict[str, Term]

    def term(self, coding: Coding) -> Term | None:
        """The term of a code; None where this version has none, or the code is of another."""
        return self.terms.get(coding.code) if coding.version == self.version else None

    def find(self, text: str) -> list[tuple[Term, Coding]]:
        """Current terms whose name is or begins with the text, then those that hold it.

        A whole code finds its own term.
        """
        wanted = text.strip().casefold()
        if not wanted:
            return []
        if wanted in self.terms:
            return [(self.terms[wanted], Coding(wanted, self.version))]
        found = [t for t in self.terms.values() if t.current and wanted in t.name.casefold()]
        found.sort(key=lambda t: (not t.name.casefold().startswith(wanted), len(t.name), t.name))
        return [(term, Coding(term.code, self.version)) for term in found[:_MOST]]


@lru_cache(maxsize=2)
def load(folder: Path) -> Meddra:
    """The dictionary in a folder.

    Raises:
        NoMeddra: a file is missing, or is not of that form.
    """
    release = next(_rows(folder, _RELEASE), [""])
    version = release[0].strip()
    if not version:
        raise NoMeddra(folder=folder, what=_RELEASE)
    names = {row[0]: row[1] for row in _rows(folder, _PT) if len(row) > 1}
    terms = {
        row[0]: Term(row[0], row[1], names.get(row[2], ""), _current(row))
        for row in _rows(folder, _LLT)
        if len(row) > 2 and len(row[0]) == 8 and row[0].isdigit()
    }
    if not terms:
        raise NoMeddra(folder=folder, what=_LLT)
    return Meddra(version, terms)


def _current(row: list[str]) -> bool:
    """The tenth field says `N` for a term that is kept for old cases only."""
    return len(row) < 10 or row[9].strip().upper() != "N"


def _rows(folder: Path, name: str) -> Iterator[list[str]]:
    path = next((p for p in (folder / name, folder / name.upper()) if p.is_file()), None)
    if path is None:
        raise NoMeddra(folder=folder, what=name)
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    for line in text.splitlines():
        if line.strip():
            yield line.split("$")
