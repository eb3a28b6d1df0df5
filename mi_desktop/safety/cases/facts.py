"""A case as facts fit for JSON, and back: what was never asked is left out, nothing else."""

from dataclasses import fields, is_dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from mi_desktop.safety.cases.values import NOT_ASKED, Coding, Given, Null, PartialDate, Quantity

N = TypeVar("N")


def to_facts(noun: Any) -> dict[str, Any]:
    """A case or a section as plain data."""
    made: dict[str, Any] = {}
    for f in fields(noun):
        value = getattr(noun, f.name)
        if value not in (NOT_ASKED, ()):
            made[f.name] = _plain(value)
    return made


def from_facts(kind: type[N], facts: dict[str, Any]) -> N:
    """The noun that `to_facts` was given; unknown facts are refused.

    Raises:
        KeyError: a fact that the noun has no field for.
    """
    hints = _hints(kind)
    return kind(**{name: _noun(hints[name], value) for name, value in facts.items()})


def _plain(value: Any) -> Any:
    if isinstance(value, Given):
        return {"null": value.null.value} if value.null else {"value": _plain(value.value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Quantity | Coding):
        return {f.name: str(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, PartialDate | Decimal):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    return to_facts(value) if is_dataclass(value) else value


def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _noun(hint: Any, value: Any) -> Any:
    if get_origin(hint) is Given:
        if "null" in value:
            return Given(null=Null(value["null"]))
        return Given(_value(get_args(hint)[0], value["value"]))
    if get_origin(hint) is tuple:
        return tuple(from_facts(get_args(hint)[0], item) for item in value)
    if isinstance(value, dict):
        return from_facts(hint, value)
    return datetime.fromisoformat(value) if isinstance(value, str) and hint is not str else value


def _value(kind: Any, value: Any) -> Any:
    if kind is PartialDate:
        return PartialDate.read(value)
    if kind is Decimal:
        return Decimal(value)
    if kind is Quantity:
        return Quantity(Decimal(value["value"]), value["unit"])
    if kind is Coding:
        return Coding(**value)
    return tuple(value) if get_origin(kind) is tuple else value
