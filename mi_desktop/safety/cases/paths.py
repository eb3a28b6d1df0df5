"""Finding and changing a field of a case by its path: `patient.initials`, `events.0.onset`."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from mi_desktop.safety.cases.element import KEY
from mi_desktop.safety.cases.values import Given

N = TypeVar("N")


def at(noun: Any, path: str) -> Any:
    """What stands at a path: a `Given`, a section or a tuple of them.

    Raises:
        KeyError: nothing stands there.
    """
    for step in path.split("."):
        if isinstance(noun, tuple):
            if not step.isdigit() or int(step) >= len(noun):
                raise KeyError(path)
            noun = noun[int(step)]
        elif is_dataclass(noun) and step in {f.name for f in fields(noun)}:
            noun = getattr(noun, step)
        else:
            raise KeyError(path)
    return noun


def put(noun: N, path: str, given: Given[Any]) -> N:
    """The case with this field; one item past the last of a group is made.

    Raises:
        KeyError: the path names no field.
    """
    step, _, rest = path.partition(".")
    found = next((f for f in fields(noun) if f.name == step), None)  # type: ignore[arg-type]
    if found is None or (not rest and KEY not in found.metadata):
        raise KeyError(path)
    if not rest:
        return replace(noun, **{step: given})  # type: ignore[type-var]
    value = getattr(noun, step)
    if isinstance(value, tuple):
        value = _put_item(value, item_kind(type(noun), step), rest, given)
    else:
        value = put(value, rest, given)
    return replace(noun, **{step: value})  # type: ignore[type-var]


def item_kind(noun: type, name: str) -> type:
    """The class of the items of a group (`AeCase`, `events`) -> `Event`."""
    hint = get_type_hints(noun)[name]
    if get_origin(hint) is not tuple:
        raise KeyError(name)
    kind: type = get_args(hint)[0]
    return kind


def add_item(noun: N, name: str) -> N:
    """The section with one more, empty item in a group; an event gets a key of its own."""
    value: tuple[Any, ...] = getattr(noun, name)
    made = _fresh(value, item_kind(type(noun), name))
    return replace(noun, **{name: (*value, made)})  # type: ignore[type-var]


def _put_item(value: tuple[Any, ...], kind: type, rest: str, given: Given[Any]) -> tuple[Any, ...]:
    number, _, below = rest.partition(".")
    if not number.isdigit() or int(number) > len(value) or not below:
        raise KeyError(rest)
    here = int(number)
    old = value[here] if here < len(value) else _fresh(value, kind)
    return (*value[:here], put(old, below, given), *value[here + 1 :])


def _fresh(value: tuple[Any, ...], kind: type) -> Any:
    made: Any = kind()
    if "key" in {f.name for f in fields(made)}:
        taken = [int(item.key) for item in value if item.key.isdigit()]
        return replace(made, key=str(max(taken, default=0) + 1))
    return made
