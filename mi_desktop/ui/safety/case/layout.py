"""Which fields of a case are shown, in which order, under which headings."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from mi_desktop.basics.words import Words, words
from mi_desktop.safety.cases import NOT_ASKED, AeCase, Case, Element, Given
from mi_desktop.safety.cases.element import KEY

_ORDER = ("patient", "events", "drugs", "narrative", "reporters", "report", "tests", "study")
# Shown from the beginning although the printed form has no box for them.
_WANTED = frozenset(
    {"E.i.7", "G.k.1", "C.2.r.4", "C.2.r.5", "E.i.1.1b", "D.2.3", "H.1", "H.5.r.1a", "H.5.r.1b"}
)
# Of a box, but seldom known from a letter.
_SELDOM = frozenset(
    {"C.5.2", "C.4.r.1", "F.r.2.1", "C.1.1", "G.k.2.4", "E.i.1.2", "D.10.3", "D.9.1"}
)
_TITLES = {
    "patient": words("Patient"),
    "history": words("Earlier or concurrent condition {number}"),
    "past_drugs": words("Earlier medicine {number}"),
    "death": words("Death"),
    "causes": words("Cause of death {number}"),
    "autopsy_causes": words("Cause found by autopsy {number}"),
    "parent": words("Parent"),
    "events": words("Event {number}"),
    "drugs": words("Medicine {number}"),
    "substances": words("Substance {number}"),
    "dosages": words("Dose and pack {number}"),
    "indications": words("Taken for {number}"),
    "relations": words("Medicine and event {number}"),
    "tests": words("Test {number}"),
    "narrative": words("In words"),
    "reporters": words("Reporter {number}"),
    "complainants": words("Complainant {number}"),
    "report": words("Report"),
    "documents": words("Document {number}"),
    "other_ids": words("Number elsewhere {number}"),
    "linked": words("Linked case {number}"),
    "study": words("Study or paper"),
    "pack": words("Product and pack"),
    "defect": words("What is wrong"),
    "bought": words("Bought and used"),
    "sample": words("Sample"),
    "custody": words("Sample, step {number}"),
    "photos": words("Picture {number}"),
    "wishes": words("What is wanted"),
}


@dataclass(frozen=True)
class Heading:
    """A section or an item of a group; `key` is its path."""

    key: str
    title: Words
    deep: int


@dataclass(frozen=True)
class Field:
    """A field at its path."""

    key: str
    element: Element
    given: Given[Any]


@dataclass(frozen=True)
class Adding:
    """A place where one more item of a group can be added; `key` ends with `+`."""

    key: str
    title: Words
    owner: str
    name: str


Item = Heading | Field | Adding


def items(case: Case, everything: bool, offered: frozenset[str]) -> list[Item]:
    """What the form shows.

    Args:
        case: as it stands.
        everything: every field, not only the usual ones and those that hold something.
        offered: paths that have a suggestion.
    """
    order = _ORDER if isinstance(case, AeCase) else tuple(f.name for f in fields(case))
    usual = everything or not isinstance(case, AeCase)
    found: list[Item] = []
    for name in order:
        if name != "head":
            found += _named(case, name, "", (usual, offered))
    return found


def _named(owner: Any, name: str, path: str, rule: tuple[bool, frozenset[str]]) -> Iterator[Item]:
    value, here = getattr(owner, name), f"{path}{name}"
    deep = here.count(".")
    if is_dataclass(value):
        inner = list(_inside(value, f"{here}.", rule))
        if inner:
            yield Heading(here, _TITLES[name], deep)
            yield from inner
        return
    for number, item in enumerate(value):
        inner = list(_inside(item, f"{here}.{number}.", rule))
        if inner:
            title = Words(_TITLES[name].template, {"number": number + 1})
            yield Heading(f"{here}.{number}", title, deep)
            yield from inner
    if rule[0] or not path:
        title = Words(_TITLES[name].template, {"number": len(value) + 1})
        yield Adding(f"{here}+", title, path.rstrip("."), name)


def _inside(noun: Any, path: str, rule: tuple[bool, frozenset[str]]) -> Iterator[Item]:
    groups = []
    for f in fields(noun):
        value = getattr(noun, f.name)
        if KEY in f.metadata:
            if _shown(f.metadata[KEY], value, f"{path}{f.name}", rule):
                yield Field(f"{path}{f.name}", f.metadata[KEY], value)
        elif is_dataclass(value) or isinstance(value, tuple):
            groups.append(f.name)
    for name in groups:
        yield from _named(noun, name, path, rule)


def _shown(
    element: Element, given: Given[Any], path: str, rule: tuple[bool, frozenset[str]]
) -> bool:
    everything, offered = rule
    usual = bool(element.box or element.asked or element.id in _WANTED)
    seldom = element.id in _SELDOM or element.box == "26" or path.startswith("patient.parent")
    return everything or given != NOT_ASKED or path in offered or (usual and not seldom)
