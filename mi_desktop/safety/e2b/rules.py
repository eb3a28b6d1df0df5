"""Our own business rules: what a schema lets through and no receiver takes.

A rule's id is its element and what it asks for, `E.i.2.1b:needed`, `C.2.r.5:one`. The rules of one
element come from the table, those between elements from `resources/e2b/relations.json`.
"""

import base64
import binascii
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from mi_desktop.basics.words import InLanguages, Words, words
from mi_desktop.safety.e2b.model import Batch, Block, Content
from mi_desktop.safety.e2b.names import name_of
from mi_desktop.safety.e2b.relations import At, broken
from mi_desktop.safety.e2b.table import FOLDER, Row, table
from mi_desktop.safety.e2b.times import future, precise_to, read_time

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
# Characters that XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PRECISION = {"": 4, "D": 8}
_STAMP = re.compile(r"\d{14}(\.\d+)?[+-]\d{4}")


@dataclass(frozen=True)
class Finding:
    """Something that is wrong or missing in a message.

    Attributes:
        rule: its id, `C.1.4:future`.
        element: id of the element it is about.
        at: numbers from 1 of the message and the blocks in it: (1, 2) with `E.i` is the second
            reaction of the first message.
        words: for a person.
        stops: no receiver takes the message like this; otherwise somebody should look.
        path: the case's field, `events.1.coding`; "" where the case has none.
    """

    rule: str
    element: str
    at: tuple[int, ...]
    words: Words
    stops: bool = True
    path: str = ""


def check(batch: Batch, now: datetime) -> tuple[Finding, ...]:
    """All findings, in the order of the message; `now` with a time zone."""
    return tuple(_block(batch.top, (), (), now))


def rule_ids() -> tuple[str, ...]:
    """The id of every rule."""
    made = [f"{row.id}:{what}" for row in table().elements.values() for what in _asked(row)]
    made += [f"{row.id}:block" for row in table().blocks.values() if row.need]
    return (*made, *(str(relation["rule"]) for relation in relations()))


@cache
def relations() -> tuple[dict[str, object], ...]:
    """The rules between elements, as data."""
    return tuple(json.loads((FOLDER / "relations.json").read_text(encoding="utf-8")))


@cache
def codes(name: str) -> frozenset[str]:
    """A list of codes by its name, or the codes themselves."""
    lists = json.loads((FOLDER / "codes.json").read_text(encoding="utf-8"))
    return frozenset(lists.get(name, name).split())


def _asked(row: Row) -> list[str]:
    """What the rules of one element ask for."""
    asked = ["needed"] if row.need else []
    asked += ["length"] if row.limit and row.kind in ("text", "token", "number", "unit") else []
    asked += ["value", "null"]
    asked += ["future"] if row.kind.startswith("date") or row.kind == "stamp" else []
    return asked


def _block(block: Block, above: tuple[Block, ...], at: At, now: datetime) -> Iterator[Finding]:
    around = (*above, block)
    for row in table().elements_of(block.id):
        content = block.values.get(row.id)
        for what, told in _element(row, content, around, now):
            yield Finding(f"{row.id}:{what}", row.id, at, told)
    for relation in relations():
        if relation["block"] == block.id and broken(relation, around):
            yield _related(relation, at)
    for row in table().blocks_of(block.id):
        if not block.all(row.id) and _needed(row, around):
            told = words("{name} ({element}) is missing", name=name_of(row.id), element=row.id)
            yield Finding(f"{row.id}:block", row.id, at, told)
        for number, one in enumerate(block.all(row.id), start=1):
            yield from _block(one, around, (*at, number), now)


def _related(relation: dict[str, object], at: At) -> Finding:
    rule = str(relation["rule"])
    said = InLanguages({"en": str(relation["en"]), "sv": str(relation["sv"])})
    element = rule.partition(":")[0]
    stops = bool(relation.get("stops", True))
    return Finding(rule, element, at, words("{element}: {said}", element=element, said=said), stops)


def _element(
    row: Row, content: Content | None, around: tuple[Block, ...], now: datetime
) -> Iterator[tuple[str, Words]]:
    name = {"name": name_of(row.id), "element": row.id}
    if content is None:
        if _needed(row, around):
            yield "needed", words("{name} ({element}) is missing", **name)
        return
    if content.null:
        if content.null not in row.nulls:
            told = words("{name} ({element}) may not be {null}", **name, null=content.null)
            yield "null", told
        return
    over = len(content.text) - row.limit
    if "length" in _asked(row) and over > 0:
        told = words(
            "{name} ({element}) is {over} characters too long; at most {limit}",
            **name,
            over=over,
            limit=row.limit,
        )
        yield "length", told
        return
    yield from _value(row, content.text, name, now)


def _value(
    row: Row, text: str, name: dict[str, object], now: datetime
) -> Iterator[tuple[str, Words]]:
    kind, _, precision = row.kind.partition(":")
    test = _KINDS.get(kind)
    if (test and not test(text, row)) or (kind == "date" and not _dated(text, precision)):
        yield "value", words("{name} ({element}) cannot be “{text}”", **name, text=_short(text))
    elif kind in ("date", "stamp") and future(text, now):
        yield "future", words("{name} ({element}) lies in the future", **name)


def _needed(row: Row, around: tuple[Block, ...]) -> bool:
    word, _, rest = row.need.partition(" ")
    if not word:
        return False
    if word == "M":
        return True
    id, _, wanted = rest.partition("=")
    found = next((b.values[id] for b in reversed(around) if id in b.values), Content())
    if word == "with":
        return bool(found.text)
    return (found.text == wanted) == (word == "if")


def _dated(text: str, precision: str) -> bool:
    return read_time(text) is not None and precise_to(text) >= _PRECISION[precision]


def _stamp(text: str, _: Row) -> bool:
    return bool(_STAMP.fullmatch(text)) and read_time(text) is not None


def _listed(text: str, row: Row) -> bool:
    return text in codes(row.codes)


def _unit(text: str, row: Row) -> bool:
    return _listed(text, row) if row.codes else bool(text) and " " not in text


def _whole(text: str, row: Row) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= row.limit


def _base64(text: str, _: Row) -> bool:
    try:
        base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return False
    return True


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:29] + "…"


_KINDS: dict[str, Callable[[str, Row], bool]] = {
    "text": lambda text, _: not _FORBIDDEN.search(text),
    "number": lambda text, _: bool(_NUMBER.fullmatch(text)),
    "whole": _whole,
    "flag": lambda text, _: text in ("true", "false"),
    "yes": lambda text, _: text == "true",
    "code": _listed,
    "country": lambda text, _: text in codes("countries"),
    "language": lambda text, _: text in codes("languages"),
    "token": lambda text, _: not re.search(r"\s", text),
    "term": lambda text, _: bool(re.fullmatch(r"\d{8}", text)),
    "version": lambda text, _: bool(re.fullmatch(r"\d{1,2}\.\d", text)),
    "unit": _unit,
    "stamp": _stamp,
    "b64": _base64,
}
