"""E2B(R3) messages of invented content, made from the table: every element, or some of them."""

import random
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from mi_desktop.safety.e2b.model import BATCH, MESSAGE, Batch, Block, Content
from mi_desktop.safety.e2b.table import Row, table

_STAMP = "20260115101500+0100"
_TEXTS = {
    "N.2.r.1": "SE-EXAMPLECO-1",
    "C.1.1": "SE-EXAMPLECO-1",
    "C.1.8.1": "SE-EXAMPLECO-1",
    "C.1.3": "2",
    "C.1.4": "20260110",
    "C.1.5": "20260112",
    "C.1.6.1": "true",
    "C.1.9.1": "true",
    "C.2.r.5": "1",
    "C.3.1": "1",
    "D.2.1": "19700102",
    "D.2.2b": "a",
    "D.2.3": "0",
    "D.9.1": "20260109",
    "D.9.3": "true",
    "D.10.2.2b": "a",
    "E.i.4": "20260105",
    "E.i.5": "202601",
    "E.i.7": "5",
    "E.i.3.2a": "true",
    "G.k.1": "1",
    "G.k.4.r.4": "20260101",
    "G.k.4.r.5": "20260104",
}
_KINDS = {
    "number": "12",
    "whole": "170",
    "flag": "true",
    "yes": "true",
    "country": "SE",
    "language": "swe",
    "term": "10000001",
    "token": "TERM-1",
    "version": "28.1",
    "stamp": _STAMP,
    "b64": "SGVq",
}
# Never together with what stands first.
_APART = {"D.8.r.3": "D.8.r.2", "D.10.8.r.3": "D.10.8.r.2", "G.k.2.1.2": "G.k.2.1.1"}
_ALONE = frozenset({"D.10.2.1"})
_STARTS = {"2": "20250301", "4": "202503"}
# They change what others may say, so a part of a message has them as a whole has.
_ALWAYS = frozenset(
    {
        "D.2.3",
        "E.i.7",
        "D.7.2",
        "D.9.3",
        "F.r.2.1",
        "F.r.3.4",
        "G.k.2.3.r.1",
        "E.i.1.1a",
        "E.i.1.1b",
    }
)


def whole_batch() -> Batch:
    """One report with every element of the table and, of each block, one."""
    return Batch(_block(BATCH, None))


def some_batch(seed: int) -> Batch:
    """A valid report with some elements, null flavours among them, and up to three of a block."""
    return Batch(_block(BATCH, random.Random(seed)))


def message(batch: Batch) -> Block:
    """Its only report."""
    return batch.messages[0]


def with_message(batch: Batch, block: Block) -> Batch:
    """The batch with its report changed."""
    return replace(batch, top=batch.top.with_blocks(MESSAGE, (block,)))


def _block(id: str, chance: random.Random | None, number: int = 1, key: str = "") -> Block:
    values = {}
    for row in table().elements_of(id):
        if (content := _content(row, chance, number)) is not None:
            values[row.id] = content
    # What belongs together comes together.
    for row in table().elements_of(id):
        word, _, other = row.need.partition(" ")
        if word == "with" and other in values and values[other].text and row.id not in values:
            values[row.id] = Content(_value(row, number))
    blocks = {row.id: _blocks(row, chance, key) for row in table().blocks_of(id)}
    made = Block(id, values, {k: v for k, v in blocks.items() if v}, key or _key(id, number))
    return _judged(made) if id == MESSAGE else made


def _blocks(row: Row, chance: random.Random | None, key: str) -> tuple[Block, ...]:
    count = 1
    if chance and row.id not in (MESSAGE, "C.1.6.1.r", "C.1.9.1.r"):
        count = chance.randint(1 if row.need == "M" else 0, 3)
    made = (
        _block(row.id, chance, n, key if row.id == "G.k.9.i" else "") for n in range(1, count + 1)
    )
    return tuple(block for block in made if block.values or block.blocks)


def _judged(made: Block) -> Block:
    """Each drug is judged with the first reaction only; blocks in pairs know their reaction."""
    first = made.all("E.i")[0].key
    drugs = []
    for drug in made.all("G.k"):
        pairs = tuple(replace(p, key=first) for p in drug.all("G.k.9.i")[:1])
        drugs.append(drug.with_blocks("G.k.9.i", pairs) if pairs else drug)
    return made.with_blocks("G.k", tuple(drugs))


def _content(row: Row, chance: random.Random | None, number: int) -> Content | None:
    if row.id in _ALONE or any(row.id.startswith(one) for one in _APART):
        return None
    if row.id == "C.2.r.5" and number > 1:
        return None
    if chance and row.id not in _TEXTS and row.id not in _ALWAYS:
        if row.need != "M" and "=" not in row.need and chance.random() < 0.5:
            return None
        if row.nulls and chance.random() < 0.3:
            return Content(null=chance.choice(sorted(row.nulls)))
    return Content(_value(row, number))


def _value(row: Row, number: int) -> str:
    if row.id in _TEXTS:
        return _TEXTS[row.id]
    if row.kind.startswith("date"):
        return _STARTS.get(row.id[-1], "2025")
    if row.kind in ("code", "unit"):
        return row.codes.split()[0] if row.kind == "code" else _unit(row)
    return _KINDS.get(row.kind, f"{row.name} {number}"[: row.limit])


def _unit(row: Row) -> str:
    return "a" if row.codes in ("age", "parent-age") else "wk" if row.codes else "mg"


def _key(id: str, number: int) -> str:
    return str(uuid5(NAMESPACE_URL, f"{id}/{number}")) if id in ("E.i", "G.k") else ""
