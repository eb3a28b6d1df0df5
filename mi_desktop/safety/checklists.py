"""Checklist versions, read from `resources/checklists`."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.basics.words import InLanguages
from mi_desktop.safety.errors import ChecklistMissing
from mi_desktop.safety.model import THREE, Checklist, ChecklistQuestion

FOLDER = RESOURCES / "checklists"
_LABELLED = ("answers", "words", "groups", "seriousness")


@cache
def versions(folder: Path = FOLDER) -> tuple[Checklist, ...]:
    """All checklist versions, the newest last.

    Raises:
        ChecklistMissing: no file, or one that cannot be read.
    """
    found = [(_read(path), path) for path in sorted(folder.glob("*.json"))]
    if not found:
        raise ChecklistMissing(checklist=folder.name)
    made = [_checklist(raw, path) for raw, path in found]
    return tuple(sorted(made, key=lambda c: int(c.version)))


def current(on: date) -> Checklist:
    """The version that an inquiry begins with on a day: the newest that is valid by then.

    Raises:
        ChecklistMissing: no file, or one that cannot be read.
    """
    made = versions()
    valid = [c for c in made if c.valid_from <= on.isoformat()]
    return valid[-1] if valid else made[0]


def version(checklist_id: str, number: str) -> Checklist:
    """The version that answers were given to.

    Raises:
        ChecklistMissing: it is not installed any more.
    """
    for checklist in versions():
        if (checklist.id, checklist.version) == (checklist_id, number):
            return checklist
    raise ChecklistMissing(checklist=f"{checklist_id}-{number}")


def _read(path: Path) -> dict[str, Any]:
    try:
        raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as e:
        raise ChecklistMissing(checklist=path.name) from e
    return raw


def _checklist(raw: dict[str, Any], path: Path) -> Checklist:
    try:
        opened_by: dict[str, list[str]] = {}
        for question in raw["questions"]:
            for code in {c for codes in question["opens"].values() for c in codes}:
                opened_by.setdefault(code, []).append(question["id"])
        questions = tuple(
            _question(q, raw, tuple(opened_by.get(q["id"], ()))) for q in raw["questions"]
        )
        labels = {e["id"]: e["label"] for key in _LABELLED for e in raw.get(key, ())}
        made = Checklist(
            raw["id"],
            raw["version"],
            questions,
            labels,
            raw.get("statement", {}),
            raw.get("valid_from", ""),
        )
    except (KeyError, TypeError) as e:
        raise ChecklistMissing(checklist=path.name) from e
    if set(opened_by) - {q.code for q in questions}:
        raise ChecklistMissing(checklist=path.name)
    return made


def _question(
    question: dict[str, Any], raw: dict[str, Any], opened_by: tuple[str, ...]
) -> ChecklistQuestion:
    choices = tuple(e["id"] for e in raw[question["choices"]]) if "choices" in question else ()
    reasons = tuple(question.get("reasons", ()))
    return ChecklistQuestion(
        code=question["id"],
        text=question["text"],
        label=InLanguages(question["label"]),
        help=question["help"],
        example=question.get("example", {}),
        group=question["group"],
        opens={value: tuple(codes) for value, codes in question["opens"].items()},
        opened_by=() if question["group"] == "first" else opened_by,
        hand_off=question["hand_off"],
        answers=() if choices or reasons else tuple(question.get("answers", THREE)),
        choices=choices,
        reasons=reasons,
        required=question.get("required", True),
        always_serious=question.get("always_serious", False),
    )
