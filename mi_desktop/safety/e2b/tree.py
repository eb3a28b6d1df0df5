"""Finding and making nodes of a message by the table's paths; tags are kept in schema order."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml.etree import QName, SubElement, _Element

from mi_desktop.safety.e2b.model import Content
from mi_desktop.safety.e2b.table import Path, Step, Test, shape

HL7 = "urn:hl7-org:v3"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
_KIND = f"{{{XSI}}}type"
_NULL = "nullFlavor"
_LIST = "codeSystem"
Keys = Mapping[str, str]


def bound(path: Path, keys: Keys) -> Path:
    """The path with the keys of its drug and reaction filled in."""
    steps = (
        replace(s, tests=tuple(replace(t, value=keys.get(t.value, t.value)) for t in s.tests))
        for s in path.steps
    )
    return replace(path, steps=tuple(steps))


def find(node: _Element, path: Path) -> Iterator[_Element]:
    """Every node at a path, in the file's order."""
    yield from _down(node, path.steps)


def right_list(node: _Element, path: Path) -> bool:
    """Whether a code comes from the list the element asks for; one that names none may."""
    wanted = dict(path.steps[-1].sets).get(_LIST) if path.steps else None
    return wanted is None or node.get(_LIST, wanted) == wanted


def read(node: _Element, path: Path) -> Content | None:
    """What stands in a node that a path leads to; None where nothing does."""
    if null := node.get(_NULL):
        return Content(null=null)
    text = node.get(_name(path.attribute)) if path.attribute else node.text
    text = (text or "").removeprefix(path.prefix)
    return Content(text) if text else None


def write(node: _Element, path: Path, content: Content | None) -> None:
    """Puts a value or a null flavour there; None takes away what `read` finds there."""
    if path.attribute:
        node.attrib.pop(_name(path.attribute), None)
    else:
        node.text = None
    node.attrib.pop(_NULL, None)
    if content is None:
        if path.prefix:
            node.set(_name(path.attribute), path.prefix)
    elif content.null:
        node.set(_NULL, content.null)
    elif path.attribute:
        node.set(_name(path.attribute), path.prefix + content.text)
    else:
        node.text = content.text


def make(node: _Element, path: Path) -> _Element:
    """The node at a path; what is missing on the way is made."""
    for step in path.steps:
        found = next(_children(node, step), None)
        node = make_step(node, step) if found is None else found
    return node


def make_step(node: _Element, step: Step) -> _Element:
    """A new child that a step would find."""
    made = add(node, step.tag)
    while sum(1 for child in node if child.tag == made.tag) < step.nth:
        made = add(node, step.tag)
    if step.kind:
        made.set(_KIND, step.kind)
    for name, value in step.sets:
        made.set(_name(name), value)
    for test in step.tests:
        _fulfil(made, test)
    return made


def add(node: _Element, tag: str) -> _Element:
    """A new child where the schema wants it, with its fixed attributes."""
    order = shape()["order"].get(local(node), "").split()
    made = SubElement(node, QName(HL7, tag))
    if tag in order:
        rank = order.index(tag)
        before = [c for c in node if c is not made and _rank(c, order) <= rank]
        node.insert(node.index(before[-1]) + 1 if before else 0, made)
    fixed = shape()["fixed"]
    for name, value in fixed.get(f"{local(node)}/{tag}", fixed.get(tag, {})).items():
        made.set(name, value)
    if tag == "role" and local(node) == "player1":
        add(made, "code")
        add(made, "associatedPerson")
    if tag == "quantity":
        add(made, "denominator").set("value", "1")
    return made


def local(node: _Element) -> str:
    """A node's tag without its name space."""
    return str(QName(node).localname)


def number_of(node: _Element) -> tuple[int, ...]:
    """Child numbers from the root to a node."""
    numbers: list[int] = []
    while (parent := node.getparent()) is not None:
        numbers.append(parent.index(node))
        node = parent
    return tuple(reversed(numbers))


def _rank(child: _Element, order: list[str]) -> int:
    return order.index(local(child)) if local(child) in order else len(order)


def _down(node: _Element, steps: tuple[Step, ...]) -> Iterator[_Element]:
    if not steps:
        yield node
        return
    for child in _children(node, steps[0]):
        yield from _down(child, steps[1:])


def _children(node: _Element, step: Step) -> Iterator[_Element]:
    tag = f"{{{HL7}}}{step.tag}"
    found = [c for c in node if c.tag == tag and all(_holds(c, test) for test in step.tests)]
    return iter(found[step.nth - 1 : step.nth] if step.nth else found)


def _holds(node: _Element, test: Test) -> bool:
    ends = [node]
    for tag in test.path:
        ends = [child for end in ends for child in end if child.tag == f"{{{HL7}}}{tag}"]
    if not test.attribute:
        return bool(ends)
    name = _name(test.attribute)
    if test.begins:
        return any(_begins(end, name, test.value) for end in ends)
    return any(end.get(name) == test.value for end in ends)


def _begins(node: _Element, name: str, start: str) -> bool:
    """A telephone; one without a number is told by its null flavour alone."""
    return (node.get(name) or "").startswith(start) or (start == "tel:" and bool(node.get(_NULL)))


def _fulfil(node: _Element, test: Test) -> None:
    for tag in test.path:
        child = next((c for c in node if c.tag == f"{{{HL7}}}{tag}"), None)
        node = add(node, tag) if child is None else child
    if test.attribute and not test.begins:
        node.set(_name(test.attribute), test.value)


def _name(attribute: str) -> str:
    return _KIND if attribute == "type" else attribute
