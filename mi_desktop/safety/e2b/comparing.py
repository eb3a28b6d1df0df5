"""A file of others beside what we have: each element that differs, and what nobody here knows."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from mi_desktop.safety.cases.element import walk
from mi_desktop.safety.cases.model import AeCase
from mi_desktop.safety.e2b.model import Batch, Block
from mi_desktop.safety.e2b.reading import read_batch
from mi_desktop.safety.e2b.tree import HL7, XSI, local
from mi_desktop.safety.e2b.writing import write_batch

# They repeat what a code says, or how a file was made.
_NOISE = frozenset({"displayName", "codeSystemName", "codeSystemVersion", "classCode", "moodCode",
                    "typeCode", "determinerCode", "ITSVersion", "codeSystem"})  # fmt: skip
# So many steps of a place say where it is; the rest is the same for all of them.
_STEPS = 4


@dataclass(frozen=True)
class Difference:
    """An element that is not the same on both sides.

    Attributes:
        element: its id.
        at: numbers from 1 of the blocks it is in, the message's first.
        ours: as the case had it, "" where it had none.
        theirs: as the file has it, "" where it has none.
    """

    element: str
    at: tuple[int, ...]
    ours: str
    theirs: str


def differences(ours: Block, theirs: Block) -> tuple[Difference, ...]:
    """Element by element, in the order of theirs; what only we have at the end."""
    mine, new = dict(_elements(ours)), dict(_elements(theirs))
    return tuple(
        Difference(element, at, mine.get((element, at), ""), new.get((element, at), ""))
        for element, at in dict.fromkeys((*new, *mine))
        if mine.get((element, at), "") != new.get((element, at), "")
    )


def shaded(found: Iterator[Difference], case: AeCase) -> Iterator[Difference]:
    """The same without what lies in the zone of contacts (FU-2): that it differs, not how."""
    apart = {place.element.id for place in walk(case) if place.element.apart}
    for one in found:
        if one.element in apart:
            sides = ("(MSK)" if side else "" for side in (one.ours, one.theirs))
            yield Difference(one.element, one.at, *sides)
        else:
            yield one


def unknown(batch: Batch) -> tuple[str, ...]:
    """Places in the file that hold something no element of ours stands for.

    They are kept as they stand and go out again with the file; only their places are told here.
    """
    if not batch.rest:
        return ()
    ours = read_batch(write_batch(Batch(_fresh(batch.top))), "ours.xml")
    known = set(_places(etree.fromstring(ours.rest)))
    found = _places(etree.fromstring(batch.rest))
    return tuple(dict.fromkeys(place for place in found if place not in known))


def _elements(block: Block) -> Iterator[tuple[tuple[str, tuple[int, ...]], str]]:
    for at, one in block.walk((1,)):
        for id, content in one.values.items():
            yield (id, at), str(content)


def _fresh(block: Block) -> Block:
    inside = {id: tuple(map(_fresh, blocks)) for id, blocks in block.blocks.items()}
    return Block(block.id, block.values, inside, block.key)


def _places(node: _Element, above: tuple[str, ...] = ()) -> Iterator[str]:
    steps = (*above, _step(node))[-_STEPS:]
    place = "/".join(steps)
    if (node.text or "").strip():
        yield place
    for name in node.attrib:
        if not str(name).startswith(f"{{{XSI}}}") and name not in _NOISE:
            yield f"{place}/@{name}"
    for child in node:
        yield from _places(child, steps)


def _step(node: _Element) -> str:
    """A tag with the code that says what it is about."""
    code = node.find(f"{{{HL7}}}code")
    named = "" if code is None else code.get("code", "")
    return f"{local(node)}[{named}]" if named else local(node)
