"""Times and duties towards authorities, told on the sheet for information: others keep them.

The table is configuration: `resources/catalogue/regulatory.json` (CLK-8, CLK-10, CLK-11, PQC-C2,
PQC-C3, PQC-C5, PQC-C6). Nothing in this office is due by it (CLK-12).
"""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.catalogue import shipped
from mi_desktop.catalogue.errors import CalendarEnds
from mi_desktop.safety.clocks import day
from mi_desktop.safety.model import HandOffKind

FILE = RESOURCES / "catalogue" / "regulatory.json"
_NOON = time(12)


def information(kind: HandOffKind, zero: date, file: Path = FILE) -> list[dict[str, str]]:
    """What the receiving department may have to keep: rule, country, words, last day, source.

    Args:
        kind: the department it goes to.
        zero: Day 0 at the site.
        file: the table.
    """
    table = _table(file)
    clocks = [row for row in table["clocks"] if row["kind"] in (kind.value, "both")]
    notes = [row for row in table["notes"] if row["kind"] in (kind.value, "both")]
    return [*(_clock(row, zero) for row in clocks), *(_note(row) for row in notes)]


@dataclass(frozen=True)
class Duty:
    """A line of the table.

    Attributes:
        kind: the department it is for; None for both.
        last: how long, from when; "" for a duty without days.
        verified: the day somebody looked it up at its source; "" where nobody noted one.
    """

    rule: str
    country: str
    kind: HandOffKind | None
    says: str
    last: str
    source: str
    verified: str


def duties(file: Path = FILE) -> list[Duty]:
    """The whole table, times first."""
    table = _table(file)
    return [_duty(row) for row in (*table["clocks"], *table["notes"])]


def _duty(row: dict[str, Any]) -> Duty:
    both = row["kind"] == "both"
    last = f"{row['amount']} {row['unit']} from {row['from'] or 'Day 0'}" if "amount" in row else ""
    return Duty(
        row["rule"],
        row["country"],
        None if both else HandOffKind(row["kind"]),
        row.get("applies") or row["says"],
        last,
        row["source"],
        row.get("verified", ""),
    )


def _clock(row: dict[str, Any], zero: date) -> dict[str, str]:
    start = row["from"] or "Day 0"
    return {
        "rule": row["rule"],
        "country": row["country"],
        "says": f"{row['applies']}: {row['amount']} {row['unit']} from {start}",
        # What starts with somebody else's step has no date before they take it.
        "last_day": "" if row["from"] else _last_day(row, zero),
        "source": row["source"],
    }


def _last_day(row: dict[str, Any], zero: date) -> str:
    if row["unit"] != "working days":
        return day(zero, row["amount"]).isoformat()
    noon = datetime.combine(zero, _NOON, UTC)
    try:
        return shipped(row["country"]).after(noon, row["amount"], "UTC").date().isoformat()
    except CalendarEnds:
        # Information never keeps a report back; the days stand there in words.
        return ""


def _note(row: dict[str, Any]) -> dict[str, str]:
    return {**{k: row[k] for k in ("rule", "country", "says", "source")}, "last_day": ""}


@cache
def _table(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found
