"""A line of the audit trail in words."""

from collections.abc import Callable
from typing import Any

from mi_desktop.people import AuditLine
from mi_desktop.ui.words import moment, tr

_DIGEST = "digest:"
_SHORT_ID = 32


def in_short(action: str) -> str:
    """An action as it is listed: `inquiries: change requester`."""
    room, _, verb = action.partition(".")
    return f"{room}: {verb.replace('_', ' ')}" if verb else action


def record_of(line: AuditLine) -> str:
    """The record of a line: its kind, and the end of its key, which tells it from others."""
    key = line.key if len(line.key) < _SHORT_ID else f"…{line.key[-6:]}"
    return f"{line.entity.replace('_', ' ')} {key}"


def in_full(line: AuditLine, name: Callable[[str], str], between: str = "\n") -> str:
    """Every change of a line, and why; on one line where `between` is no line's end."""
    said = [_change(field, values) for field, values in line.changes.items()]
    if line.reason:
        said.insert(0, tr("Why: {reason}", reason=_shown(line.reason)))
    if between == "\n":
        said.insert(0, f"{line.seq} · {moment(line.at)} · {name(line.by)} · "
                       f"{in_short(line.action)} · {line.entity} {line.key}")  # fmt: skip
        said.append(tr("Hash: {hash}", hash=line.hash))
    return between.join(said)


def _change(field: str, values: Any) -> str:
    what = field.replace("_", " ")
    if not isinstance(values, list) or len(values) != 2:
        return f"{what}: {_shown(values)}"
    old, new = values
    if old is None:
        return f"{what}: {_shown(new)}"
    return f"{what}: {_shown(old)} → {_shown(new)}"


def _shown(value: Any) -> str:
    if value is None:
        return "–"
    text = str(value)
    return tr("(words not kept)") if text.startswith(_DIGEST) else text
