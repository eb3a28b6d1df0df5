"""From blocks of elements to an E2B(R3) file, always the same bytes for the same blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml.etree import QName, _Element

from mi_desktop.safety.e2b.model import MESSAGE, Batch, Block, Content
from mi_desktop.safety.e2b.reading import ICSR, KEYS, PAIR
from mi_desktop.safety.e2b.table import Path, Row, Step, table
from mi_desktop.safety.e2b.tree import (
    HL7,
    XSI,
    Keys,
    add,
    bound,
    find,
    make,
    make_step,
    write,
)

_TIMES = {
    # block: period, from, until, width
    "E.i": ("", "E.i.4", "E.i.5", "E.i.6a"),
    "G.k.4.r": ("G.k.4.r.2", "G.k.4.r.4", "G.k.4.r.5", "G.k.4.r.6a"),
}
_MATES = {"G.k.4.r.2": "G.k.4.r.3", "E.i.6a": "E.i.6b", "G.k.4.r.6a": "G.k.4.r.6b"}
_HOLDERS = {"E.i": "observation", "G.k.4.r": "substanceAdministration"}
_KIND = f"{{{XSI}}}type"


@dataclass(frozen=True)
class _Scope:
    """Where writing is: the message, the keys of the drug and reaction, nodes of a file read."""

    message: _Element
    keys: Keys = field(default_factory=dict)
    nodes: dict[tuple[int, ...], _Element] = field(default_factory=dict)

    def start(self, node: _Element, path: Path) -> _Element:
        """Where a path begins."""
        return self.message if path.top else node

    def knowing(self, name: str, key: str) -> "_Scope":
        """The same with a key more."""
        return replace(self, keys={**self.keys, name: key})


def write_batch(batch: Batch) -> bytes:
    """The file, UTF-8. What the table does not know stands where it stood."""
    if batch.rest:
        root = etree.fromstring(batch.rest)
    else:
        root = etree.Element(QName(HL7, ICSR), {"ITSVersion": "XML_1.0"}, {None: HL7, "xsi": XSI})
    _fill(batch.top, root, _Scope(root, {}, dict(_nodes(batch.top, root))))
    etree.indent(root, " ")
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _nodes(block: Block, root: _Element) -> Iterator[tuple[tuple[int, ...], _Element]]:
    """The nodes the blocks came from, looked up before anything moves."""
    for _, one in block.walk():
        if one.place:
            node = root
            for number in one.place:
                node = node[number]
            yield one.place, node


def _fill(block: Block, node: _Element, scope: _Scope) -> None:
    if block.id in KEYS:
        name, holder = KEYS[block.id]
        scope = scope.knowing(name, block.key)
        make(node, Path(_steps(holder, "id"))).set("root", block.key)
    if block.id == PAIR:
        scope = scope.knowing("$i", block.key)
    if not block.place:
        _constants(block.id, node)
    if block.id in _TIMES:
        _times(block, node)
    for row in table().elements_of(block.id):
        if row.id in block.values:
            _put(row, block.values[row.id], node, scope)
    for row in table().blocks_of(block.id):
        _fill_all(row, block, node, scope)


def _fill_all(row: Row, block: Block, node: _Element, scope: _Scope) -> None:
    path = bound(row.paths[0], scope.keys)
    start = scope.start(node, path)
    said = [one for one in block.all(row.id) if one.place or one.values or one.blocks]
    if row.id == PAIR:
        for one in said:
            _fill(one, node, scope)
        return
    made = [scope.nodes[one.place] if one.place else _made(start, path) for one in said]
    if block.place:
        for gone in [found for found in find(start, path) if found not in made]:
            gone.getparent().remove(gone)
    for one, inner in zip(said, made, strict=True):
        _fill(one, inner, replace(scope, message=inner) if row.id == MESSAGE else scope)


def _made(start: _Element, path: Path) -> _Element:
    return make_step(make(start, Path(path.steps[:-1])), path.steps[-1])


def _put(row: Row, content: Content, node: _Element, scope: _Scope) -> None:
    paths = [bound(path, scope.keys) for path in row.paths]
    start = scope.start(node, paths[0])
    for path in paths:
        if (found := next(find(start, path), None)) is not None:
            write(found, path, content)
            return
    write(make(start, paths[0]), paths[0], content)


def _constants(id: str, node: _Element) -> None:
    for row in table().constants:
        if row.block == id:
            make(node, row.paths[0])


def _times(block: Block, node: _Element) -> None:
    """One time is a plain one; a rhythm, a span and a length together are parts of one time."""
    names = [name for name in _TIMES[block.id] if name and _said(block, name)]
    holder = make(node, Path(_steps(_HOLDERS[block.id])))
    times = holder.findall(f"{{{HL7}}}effectiveTime")
    if not names or all(_standing(name, node) for name in names):
        return
    for time in times:
        holder.remove(time)
    parts = _parts(names)
    if len(parts) == 1:
        _part(add(holder, "effectiveTime"), parts[0])
        return
    whole = add(holder, "effectiveTime")
    whole.set(_KIND, "SXPR_TS")
    for number, part in enumerate(parts):
        comp = add(whole, "comp")
        _part(comp, part)
        if number:
            comp.set("operator", "A")


def _said(block: Block, name: str) -> bool:
    return name in block.values or _MATES.get(name, "") in block.values


def _standing(name: str, node: _Element) -> bool:
    return any(next(find(node, path), None) is not None for path in table().elements[name].paths)


def _parts(names: list[str]) -> list[list[str]]:
    """Tags of each part: a rhythm alone; from and until; a length with one of them, or alone."""
    tags = [table().elements[name].paths[0].steps[-1].tag for name in names]
    span = [tag for tag in tags if tag in ("low", "high")]
    width = [tag for tag in tags if tag == "width"]
    rhythm = [[tag] for tag in tags if tag == "period"]
    if len(span) < 2:
        return [*rhythm, *([span + width] if span + width else [])]
    return [*rhythm, span, *([width] if width else [])]


def _part(node: _Element, tags: list[str]) -> None:
    node.set(_KIND, "PIVL_TS" if tags == ["period"] else "IVL_TS")
    for tag in tags:
        add(node, tag)


def _steps(*tags: str) -> tuple[Step, ...]:
    return tuple(Step(tag) for tag in tags)
