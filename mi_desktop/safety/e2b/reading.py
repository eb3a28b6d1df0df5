"""From an E2B(R3) file to blocks of elements; entities, document types and the network are off.

Called in the sandbox for files from outside: everything it takes and returns pickles.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml.etree import _Element

from mi_desktop.basics.words import words
from mi_desktop.safety.e2b.errors import HostileXml, MessageTooLarge, NotAMessage
from mi_desktop.safety.e2b.model import BATCH, MESSAGE, Batch, Block, Content
from mi_desktop.safety.e2b.table import Path, Row, table
from mi_desktop.safety.e2b.tree import (
    HL7,
    Keys,
    bound,
    find,
    local,
    number_of,
    read,
    right_list,
    write,
)

ICSR = "MCCI_IN200100UV01"
ACKNOWLEDGEMENT = "MCCI_IN200101UV01"
LARGEST_MB = 50
PAIR = "G.k.9.i"
KEYS = {"E.i": ("$i", "observation"), "G.k": ("$k", "substanceAdministration")}


def parse(data: bytes, name: str) -> _Element:
    """The root of a file, without comments.

    Raises:
        NotAMessage: no XML, or another kind.
        HostileXml: a document type, entities or greater depth than any message.
        MessageTooLarge: more than `LARGEST_MB`.
    """
    if len(data) > LARGEST_MB * 10**6:
        raise MessageTooLarge(name=name, size=len(data) // 10**6, most=LARGEST_MB)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as e:
        if "depth" in str(e).lower() or b"<!ENTITY" in data:
            raise HostileXml(name=name, what=words("entities or endless depth")) from e
        raise NotAMessage(name=name, kind=words("no well-formed XML")) from e
    if local(root) == "ichicsr":
        raise NotAMessage(name=name, kind=words("E2B(R2), the older form"))
    if root.getroottree().docinfo.doctype:
        raise HostileXml(name=name, what=words("a document type"))
    if root.tag in (ICSR, ACKNOWLEDGEMENT):
        raise NotAMessage(name=name, kind=words("its name space, {space}, is missing", space=HL7))
    if root.tag not in (f"{{{HL7}}}{ICSR}", f"{{{HL7}}}{ACKNOWLEDGEMENT}"):
        raise NotAMessage(name=name, kind=local(root))
    return root


def read_batch(data: bytes, name: str) -> Batch:
    """A batch of reports.

    Raises:
        NotAMessage: an acknowledgement, another kind of XML, or none.
        HostileXml, MessageTooLarge: see `parse`.
    """
    root = parse(data, name)
    if local(root) != ICSR:
        raise NotAMessage(name=name, kind=words("an acknowledgement"))
    _squeeze(root)
    scope = _Scope(root)
    top = _block(BATCH, root, scope)
    for node, path in scope.taken:
        write(node, path, None)
    return Batch(top, bytes(etree.tostring(root, encoding="utf-8")))


@dataclass(frozen=True)
class _Scope:
    """Where reading is: the message, the keys of the drug and reaction, and what was read."""

    message: _Element
    keys: Keys = field(default_factory=dict)
    taken: list[tuple[_Element, Path]] = field(default_factory=list)

    def nodes(self, node: _Element, path: Path) -> Iterator[_Element]:
        """What a path leads to from a block's node."""
        path = bound(path, self.keys)
        return find(self.message if path.top else node, path)

    def knowing(self, name: str, key: str) -> "_Scope":
        """The same with a key more."""
        return replace(self, keys={**self.keys, name: key})


def _squeeze(root: _Element) -> None:
    """Takes away the white space between nodes."""
    for node in root.iter():
        if not (node.tail or "").strip():
            node.tail = None
        if len(node) and not (node.text or "").strip():
            node.text = None


def _block(id: str, node: _Element, scope: _Scope) -> Block:
    key = _key(id, node)
    if id in KEYS:
        scope = scope.knowing(KEYS[id][0], key)
    values = {
        row.id: content
        for row in table().elements_of(id)
        if (content := _content(row, node, scope)) is not None
    }
    inside = {row.id: _blocks(row, node, scope) for row in table().blocks_of(id)}
    blocks = {name: found for name, found in inside.items() if found}
    return Block(id, values, blocks, scope.keys["$i"] if id == PAIR else key, number_of(node))


def _content(row: Row, node: _Element, scope: _Scope) -> Content | None:
    for path in row.paths:
        for found in scope.nodes(node, path):
            if right_list(found, path) and (content := read(found, path)):
                scope.taken.append((found, path))
                return content
    return None


def _blocks(row: Row, node: _Element, scope: _Scope) -> tuple[Block, ...]:
    if row.id == PAIR:
        return _pairs(node, scope)
    return tuple(
        _block(row.id, found, replace(scope, message=found) if row.id == MESSAGE else scope)
        for found in scope.nodes(node, row.paths[0])
    )


def _pairs(node: _Element, scope: _Scope) -> tuple[Block, ...]:
    """What is said of the drug and each reaction."""
    reactions = find(scope.message, table().blocks["E.i"].paths[0])
    keys = [key for reaction in reactions if (key := _key("E.i", reaction))]
    pairs = (_block(PAIR, node, scope.knowing("$i", key)) for key in keys)
    return tuple(pair for pair in pairs if pair.values or pair.blocks)


def _key(id: str, node: _Element) -> str:
    if id not in KEYS:
        return ""
    found = node.find(f"{{{HL7}}}{KEYS[id][1]}/{{{HL7}}}id")
    return "" if found is None else found.get("root", "")
