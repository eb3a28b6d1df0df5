"""Doors that load what is heavy when somebody first asks for it (PEP 562)."""

from collections.abc import Callable
from pkgutil import resolve_name
from typing import Any


def late(package: str, **places: str) -> Callable[[str], Any]:
    """A package's `__getattr__`: each name is loaded from its module when it is first asked for.

    Args:
        package: the package whose door it is.
        places: a name, and the package's module that defines it; `module:name` where it is
            called differently there.
    """

    def find(name: str) -> Any:
        if name not in places:
            raise AttributeError(name)
        module, _, there = places[name].partition(":")
        return resolve_name(f"{package}.{module}:{there or name}")

    return find
