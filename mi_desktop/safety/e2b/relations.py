"""Rules between elements: which of them a block breaks."""

import re
from collections.abc import Callable
from typing import Any

from mi_desktop.safety.e2b.model import Block, Content
from mi_desktop.safety.e2b.table import table
from mi_desktop.safety.e2b.times import after

At = tuple[int, ...]
Around = tuple[Block, ...]


def broken(relation: dict[str, Any], around: Around) -> bool:
    """Whether the innermost block, with those around it, breaks a relation."""
    return _KINDS[relation["kind"]](relation, around)


def _value(id: str, around: Around) -> Content:
    return next((b.values[id] for b in reversed(around) if id in b.values), Content())


def _text(id: str, around: Around) -> str:
    return _value(id, around).text


def _there(id: str, around: Around) -> bool:
    """A value, a null flavour or, for a block, at least one of it."""
    value = _value(id, around)
    return bool(value.text or value.null or around[-1].all(id))


def _same(relation: dict[str, Any], around: Around) -> bool:
    one, two = (_text(id, around) for id in relation["of"])
    return bool(one and two) and one != two


def _differs(relation: dict[str, Any], around: Around) -> bool:
    one, two = (_text(id, around) for id in relation["of"])
    return bool(one) and one == two


def _form(relation: dict[str, Any], around: Around) -> bool:
    text = _text(relation["of"][0], around)
    return bool(text) and not re.fullmatch(relation["form"], text)


def _order(relation: dict[str, Any], around: Around) -> bool:
    one, two = (_text(id, around) for id in relation["of"])
    return after(one, two)


def _only(relation: dict[str, Any], around: Around) -> bool:
    inner, flag = relation["of"]
    return bool(around[-1].all(inner)) and _text(flag, around) != relation["value"]


def _any(relation: dict[str, Any], around: Around) -> bool:
    return not any(_there(id, around) for id in relation["of"])


def _not_both(relation: dict[str, Any], around: Around) -> bool:
    return all(_there(id, around) for id in relation["of"])


def _if(relation: dict[str, Any], around: Around) -> bool:
    one, two = (_text(id, around) for id in relation["of"])
    meant = bool(one) if relation["when"] == "*" else one == relation["when"]
    return meant and two not in relation["values"]


def _count(relation: dict[str, Any], around: Around) -> bool:
    inner, id = relation["of"]
    blocks = around[-1].all(inner)
    found = sum(block.text(id) in relation["values"] for block in blocks)
    return not int(relation["least"]) <= found <= int(relation.get("most", len(blocks)))


def _versions(_: dict[str, Any], around: Around) -> bool:
    rows = table().elements
    said = {
        content.text
        for _, block in around[-1].walk()
        for id, content in block.values.items()
        if rows[id].kind == "version" and content.text
    }
    return len(said) > 1


def _keys(relation: dict[str, Any], around: Around) -> bool:
    keys = [block.key for block in around[-1].all(relation["of"][0])]
    return "" in keys or len(set(keys)) < len(keys)


_KINDS: dict[str, Callable[[dict[str, Any], Around], bool]] = {
    "same": _same,
    "differs": _differs,
    "form": _form,
    "order": _order,
    "only": _only,
    "any": _any,
    "not-both": _not_both,
    "if": _if,
    "count": _count,
    "versions": _versions,
    "keys": _keys,
}
