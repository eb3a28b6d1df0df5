"""What differs between two versions of a hand-off's record, field by field (HO-3). Pure rules."""

from collections.abc import Iterator
from typing import Any

from mi_desktop.safety.tracking import Change

# These differ between any two versions, and say nothing about the report.
_OF_THE_COPY = {
    "version", "made_at", "changes", "signature", "transmission", "late", "regulatory",
}  # fmt: skip
_TIMES = {"dates/handed_over_at", "dates/frozen_at", "dates/handoff_due"}
# Records of before held these; they have a file apart now (FU-2).
_CONTACT = {f"reporter/{n}" for n in ("name", "organisation", "city", "email", "phone")}
# What an entry of a list is called, the first of these that it has.
_NAMES = ("code", "part", "name", "verbatim")


def changes(before: dict[str, Any], after: dict[str, Any]) -> tuple[Change, ...]:
    """The fields that differ, in the order of the newer record; taken away ones at the end."""
    old, new = dict(_fields(before)), dict(_fields(after))
    return tuple(
        Change(field, old.get(field, ""), new.get(field, ""))
        for field in dict.fromkeys((*new, *old))
        if old.get(field, "") != new.get(field, "")
    )


def _fields(record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in record.items():
        if key not in _OF_THE_COPY:
            for field, said in _walk(key, value):
                if field not in _TIMES | _CONTACT and not field.endswith(("/by", "/at")):
                    yield field, said


def _walk(place: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk(f"{place}/{key}", inner)
    elif isinstance(value, list):
        for n, inner in enumerate(value, 1):
            yield from _walk(f"{place}/{_called(inner, n)}", inner)
    elif value not in (None, ""):
        yield place, str(value)


def _called(entry: Any, position: int) -> str:
    if isinstance(entry, dict):
        return str(next((entry[n] for n in _NAMES if entry.get(n)), position))
    return str(position)
