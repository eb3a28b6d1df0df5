"""The elements of E2B(R3) as data: what each is called, may hold, and where it stands in XML.

Source: ICH E2B(R3) data elements; our own table, `resources/e2b/elements.txt`, says its form.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.safety.e2b.model import BATCH

FOLDER = RESOURCES / "e2b"
ICH = "2.16.840.1.113883.3.989.2.1."
_OBSERVATION = "19"
_STEP = re.compile(
    r"(?P<tag>\.|\w+)(?P<kind>:\w+)?(?P<tests>\[[^\]]*\])?(?P<sets>\{[^}]*\})?(?P<nth>#\d)?"
)
_STEPS = re.compile(r"(?:[^/\[\]{}@]|\[[^\]]*\]|\{[^}]*\})+")


@dataclass(frozen=True)
class Test:
    """What tells a node from others of its tag.

    Attributes:
        path: tags below the node.
        attribute: of the last of them; "" where it only has to be there.
        value: of the attribute; `$k` and `$i` stand for the keys of the drug and the reaction.
        begins: the attribute begins with the value, which is no part of the element.
    """

    __test__ = False

    path: tuple[str, ...]
    attribute: str = ""
    value: str = ""
    begins: bool = False


@dataclass(frozen=True)
class Step:
    """One step down: a tag, what it is found by, and what it gets when it is made.

    Attributes:
        nth: of the nodes found only this one, from 1; 0 for any.
    """

    tag: str
    tests: tuple[Test, ...] = ()
    sets: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    nth: int = 0


@dataclass(frozen=True)
class Path:
    """Where an element stands.

    Attributes:
        steps: from the block's node, or from the message where `top`.
        attribute: that holds the value; "" for the text.
        prefix: before the value, `tel:`.
    """

    steps: tuple[Step, ...]
    attribute: str = ""
    top: bool = False

    @property
    def prefix(self) -> str:
        """What stands before the value in the attribute."""
        last = self.steps[-1].tests if self.steps else ()
        return next((test.value for test in last if test.begins), "")


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        id: of the element or block.
        block: id of the block it stands in.
        need: "", `M`, `with X`, `if X=V` or `unless X=V`.
        codes: a list's name, or the values.
        paths: the first is how it is made, all are ways it is found.
    """

    id: str
    name: str
    kind: str
    limit: int
    need: str
    nulls: frozenset[str]
    codes: str
    block: str
    paths: tuple[Path, ...]


@dataclass(frozen=True)
class Table:
    """All rows: elements by id, blocks by id, and what stands in a block."""

    elements: dict[str, Row]
    blocks: dict[str, Row]
    constants: tuple[Row, ...]

    def elements_of(self, block: str) -> Iterator[Row]:
        """The elements right in a block."""
        return (row for row in self.elements.values() if row.block == block)

    def blocks_of(self, block: str) -> Iterator[Row]:
        """The blocks right in a block."""
        return (row for row in self.blocks.values() if row.block == block)


@cache
def table() -> Table:
    """The table as shipped."""
    lines = (FOLDER / "elements.txt").read_text(encoding="utf-8").splitlines()
    short = dict(_halves(line[1:], "|") for line in lines if line.startswith("="))
    rows = [
        [cell.strip() for cell in line.replace("||", "\0").split("|")]
        for line in lines
        if line and line[0] not in "#="
    ]
    names = {row[0] for row in rows if row[2] == "block"}
    made = [_row(cells, names, short) for cells in rows]
    return Table(
        {row.id: row for row in made if row.kind not in ("block", "const")},
        {row.id: row for row in made if row.kind == "block"},
        tuple(row for row in made if row.kind == "const"),
    )


def _row(cells: list[str], blocks: set[str], short: dict[str, str]) -> Row:
    id, name, kind, limit, need, nulls, codes, paths = cells
    return Row(
        id,
        name,
        kind,
        int(limit or 0),
        need,
        frozenset(nulls.split()),
        codes,
        _block_of(id, kind, blocks),
        tuple(_path(one.strip(), short) for one in paths.split("\0")),
    )


def _block_of(id: str, kind: str, blocks: set[str]) -> str:
    """The block with the longest name that the id begins with; the message holds the rest."""
    if kind == "const":
        return id.rstrip("-") or BATCH
    if id.startswith("N.1"):
        return BATCH
    inside = [b for b in blocks if id.startswith(b + ".") or (id == b and kind != "block")]
    return max(inside, key=len) if inside else BATCH if id == "N.2.r" else "N.2.r"


def _path(text: str, short: dict[str, str]) -> Path:
    top = text.startswith("//")
    text = re.sub(r"^[A-Z]+(?=/|$)", lambda found: short[found[0]], text.removeprefix("//"))
    body, attribute = text, ""
    if found := re.fullmatch(r"(.*[^/\[,])@(\w+)", text):
        body, attribute = found[1], found[2]
    steps = tuple(_step(one) for one in _STEPS.findall(body) if one != ".")
    return Path(steps, attribute, top)


def _step(text: str) -> Step:
    found = _STEP.fullmatch(text)
    if found is None:
        raise ValueError(f"no step: {text}")
    tests = [
        test for one in (found["tests"] or "[]")[1:-1].split(",") if one for test in _test(one)
    ]
    sets = [_halves(one, "=") for one in (found["sets"] or "{}")[1:-1].split(",") if one]
    return Step(
        found["tag"],
        tuple(tests),
        tuple((name, _list(value)) for name, value in sets),
        (found["kind"] or ":")[1:],
        int((found["nth"] or "#0")[1:]),
    )


def _test(text: str) -> Iterator[Test]:
    where, value = _halves(text, "=") if "=" in text else (text, "")
    if "^" in text:
        where, value = _halves(text, "^")
    path, attribute = where.split("@") if "@" in where else (where, "")
    steps = tuple(step for step in path.split("/") if step)
    if attribute or not value:
        yield Test(steps, attribute, _list(value), begins="^" in text)
        return
    code, _, system = value.partition("@")
    yield Test(steps, "code", code)
    yield Test(steps, "codeSystem", f"{ICH}1.{system or _OBSERVATION}")


def _list(text: str) -> str:
    return ICH + text[1:] if text.startswith("~") else text


def _halves(text: str, at: str) -> tuple[str, str]:
    left, _, right = text.partition(at)
    return left.strip(), right.strip()


@cache
def shape() -> Any:
    """The order of tags in a node, and the attributes each is made with."""
    return json.loads((FOLDER / "shape.json").read_text(encoding="utf-8"))
