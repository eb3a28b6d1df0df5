"""From a case to a message and back, by the element ids that the case's fields carry."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, cast, get_args, get_origin, get_type_hints
from uuid import NAMESPACE_URL, uuid5

from mi_desktop.safety.cases.drugs import (
    Dosage,
    Drug,
    Indication,
    Relation,
    Substance,
)
from mi_desktop.safety.cases.element import KEY, Kind
from mi_desktop.safety.cases.events import Event, Test
from mi_desktop.safety.cases.model import AeCase, Head
from mi_desktop.safety.cases.patient import AutopsyCause, Cause, History, PastDrug
from mi_desktop.safety.cases.report import Held, Linked, OtherId, Reporter
from mi_desktop.safety.cases.values import Given
from mi_desktop.safety.e2b.contents import from_contents, to_contents
from mi_desktop.safety.e2b.model import MESSAGE, Block, Content
from mi_desktop.safety.e2b.table import table

GROUPS: Mapping[type, str] = {
    Reporter: "C.2.r",
    Held: "C.1.6.1.r",
    OtherId: "C.1.9.1.r",
    Linked: "C.1.10.r",
    History: "D.7.1.r",
    PastDrug: "D.8.r",
    Cause: "D.9.2.r",
    AutopsyCause: "D.9.4.r",
    Event: "E.i",
    Test: "F.r",
    Drug: "G.k",
    Substance: "G.k.2.3.r",
    Dosage: "G.k.4.r",
    Indication: "G.k.7.r",
    Relation: "G.k.9.i",
}
Where = dict[tuple[str, tuple[int, ...]], str]


@dataclass
class Draft:
    """A block while it is filled."""

    id: str
    values: dict[str, Content] = field(default_factory=dict)
    blocks: dict[str, list["Draft"]] = field(default_factory=dict)
    key: str = ""
    place: tuple[int, ...] = ()
    paths: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, block: Block) -> "Draft":
        """A draft that begins as a block is."""
        inside = {id: [cls.of(one) for one in blocks] for id, blocks in block.blocks.items()}
        return cls(block.id, dict(block.values), inside, block.key, block.place)

    def done(self) -> Block:
        """The block; blocks in it that say nothing are left out."""
        inside = {id: tuple(d.done() for d in drafts) for id, drafts in self.blocks.items()}
        full = {
            id: tuple(b for b in blocks if b.values or b.blocks or b.place)
            for id, blocks in inside.items()
        }
        return Block(
            self.id, self.values, {id: b for id, b in full.items() if b}, self.key, self.place
        )

    def where(self, at: tuple[int, ...]) -> Iterator[tuple[tuple[str, tuple[int, ...]], str]]:
        """Element and numbers to the path of the case's field."""
        for id, path in self.paths.items():
            yield (id, at), path
        for drafts in self.blocks.values():
            said = [d for d in drafts if d.values or any(d.blocks.values()) or d.place]
            for number, draft in enumerate(said, start=1):
                yield from draft.where((*at, number))


def fill(case: AeCase, kept: Block | None = None) -> Draft:
    """The message's elements that the case's fields hold.

    Args:
        case: as it stands.
        kept: the message the case was read from: what the case does not know, or holds less
            exactly, stays as it is there.
    """
    draft = Draft.of(kept) if kept else Draft(MESSAGE)
    for section in fields(case):
        if section.name != "head":
            _section(draft, getattr(case, section.name), section.name, case)
    return draft


def read_case(message: Block, head: Head) -> AeCase:
    """The case a message tells of; what a case has no field for stays in the message."""
    made: AeCase = _read(AeCase, message, message, {"head": head})
    pairs = zip(made.drugs, message.all("G.k"), strict=True)
    return replace(made, drugs=tuple(_noted(drug, block) for drug, block in pairs))


def _section(draft: Draft, value: Any, path: str, case: AeCase) -> None:
    if isinstance(value, tuple):
        _group(draft, value, path, case)
        return
    for f in fields(value):
        here, inner = f"{path}.{f.name}", getattr(value, f.name)
        if KEY in f.metadata:
            _field(draft, f.metadata[KEY], inner, here)
        elif isinstance(inner, tuple) or is_dataclass(inner):
            _section(draft, inner, here, case)


def _group(draft: Draft, items: tuple[Any, ...], path: str, case: AeCase) -> None:
    if not items or type(items[0]) not in GROUPS:
        return
    id = GROUPS[type(items[0])]
    old = draft.blocks.get(id, [])
    made = draft.blocks[id] = []
    for number, item in enumerate(items):
        one = _kept_for(old, number, item, case) or Draft(id)
        one.key = one.key or _key(item, number, case)
        made.append(one)
        _section(one, item, f"{path}.{number}", case)


def _kept_for(old: list[Draft], number: int, item: Any, case: AeCase) -> Draft | None:
    if isinstance(item, Relation):
        key = _key(item, number, case)
        return next((d for d in old if d.key == key), None)
    return old[number] if number < len(old) else None


def _key(item: Any, number: int, case: AeCase) -> str:
    """The same for the same case; a reaction's is its own, whatever stands before it."""
    if isinstance(item, Event):
        return item.key if "-" in item.key else _uuid(case, f"E.i/{item.key}")
    if isinstance(item, Relation):
        return item.event if "-" in item.event else _uuid(case, f"E.i/{item.event}")
    return _uuid(case, f"G.k/{number}") if isinstance(item, Drug) else ""


def _uuid(case: AeCase, what: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"mi-desktop/{case.head.number}/{what}"))


def _field(draft: Draft, element: Any, given: Given[Any], path: str) -> None:
    if element.kind is Kind.CHOICES:
        _choices(draft, element.id, given, path)
        return
    row = table().elements.get(element.id)
    if row is None:
        return
    target = draft_of(draft, row.block)
    pair = [id for id in (element.id, element.mate) if id]
    # What came from a file and was not changed stays as exact as it is there.
    if not target.place or from_contents(element, target.values.get) != given:
        for id in pair:
            target.values.pop(id, None)
        target.values |= to_contents(element, given)
    target.paths |= dict.fromkeys(pair, path)


def draft_of(draft: Draft, block: str) -> Draft:
    """The draft itself, or the first of the blocks in it that an element belongs to."""
    if draft.id == block or block not in {row.id for row in table().blocks_of(draft.id)}:
        return draft
    found = draft.blocks.setdefault(block, [])
    if not found:
        found.append(Draft(block))
    return found[0]


def _choices(draft: Draft, id: str, given: Given[Any], path: str) -> None:
    codes = given.value or ()
    old = {d.values[id].text: d for d in draft.blocks.get(id, []) if id in d.values}
    draft.blocks[id] = [
        old.get(code) or Draft(id, {id: Content(code)}, paths={id: path}) for code in codes
    ]


def _read(kind: type, block: Block, message: Block, given: dict[str, Any]) -> Any:
    made = dict(given)
    for f in fields(kind):
        if f.name in made:
            continue
        if KEY in f.metadata:
            element = f.metadata[KEY]
            if element.id and element.kind is not Kind.CHOICES:
                made[f.name] = from_contents(element, _values(block, element.id))
        else:
            _inner(kind, f.name, (block, message), made)
    return kind(**made)


def _inner(kind: type, name: str, at: tuple[Block, Block], made: dict[str, Any]) -> None:
    """A section in a section, or a group of nouns."""
    block, message = at
    hint = get_type_hints(kind)[name]
    if is_dataclass(hint):
        made[name] = _read(cast("type", hint), block, message, {})
    elif get_origin(hint) is tuple and (inner := get_args(hint)[0]) in GROUPS:
        blocks = block.all(GROUPS[inner])
        made[name] = tuple(
            _read(inner, b, message, _own(inner, b, n)) for n, b in enumerate(blocks, start=1)
        )


def _own(kind: type, block: Block, number: int) -> dict[str, Any]:
    """What a noun has beside elements: which reaction it is, or speaks of."""
    if kind is Event:
        return {"key": block.key or str(number)}
    return {"event": block.key} if kind is Relation else {}


def _values(block: Block, id: str) -> Any:
    row = table().elements.get(id)
    if row is None or row.block == block.id:
        return block.values.get
    inner = block.all(row.block)
    return inner[0].values.get if inner else {}.get


def _noted(drug: Drug, block: Block) -> Drug:
    """With its special situations."""
    codes = tuple(b.text("G.k.10.r") for b in block.all("G.k.10.r") if b.text("G.k.10.r"))
    return replace(drug, notes=Given(codes)) if codes else drug
