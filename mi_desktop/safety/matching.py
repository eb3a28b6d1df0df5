"""The two-way match of our hand-offs with the department's list (REC-2). Pure rules."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from mi_desktop.safety.reconciling import (
    DATES,
    Difference,
    Field,
    Line,
    Order,
    Ours,
    Result,
    Row,
    Trouble,
)

# Fields that are compared where both sides say something.
_COMPARED = (*DATES, Field.KIND, Field.SERIOUS, Field.REFERENCE, Field.VERSION)


def match(rows: Sequence[Row], ours: Sequence[Ours], order: Order) -> list[Line]:
    """Every row of the list and every hand-off of the period, each in at least one line."""
    numbers = {o.facts[Field.NUMBER]: o for o in ours}
    numbers |= _by_inquiry(ours)
    resolved = [numbers.get(row.facts.get(Field.NUMBER, "")) for row in rows]
    counted = Counter(id(found) for found in resolved if found)
    said = Counter(row.facts.get(Field.NUMBER, "") for row in rows)
    lines, met = [], set()
    for row, found in zip(rows, resolved, strict=True):
        number = row.facts.get(Field.NUMBER, "")
        if found:
            met.add(found.facts[Field.NUMBER])
        twice = (found and counted[id(found)] > 1) or (number and said[number] > 1)
        lines.append(_line(row, found, bool(twice)))
    lines += [
        Line(0, 0, o.facts[Field.NUMBER], Result.MISSING_IN_PV, _texts(o.facts), {})
        for o in ours
        if o.facts[Field.NUMBER] not in met and _in_period(o, order)
    ]
    return [replace(line, position=n) for n, line in enumerate(lines, 1)]


def carried(lines: Iterable[Line], earlier: Mapping[str, Sequence[Line]], now: datetime
            ) -> list[Line]:  # fmt: skip
    """The new lines with what is known from before, and what earlier runs left open.

    A line that was open and matches now is closed; one whose number is not met any more comes
    back as it was.

    Args:
        lines: of the new reconciliation.
        earlier: number of an earlier reconciliation to its open lines, the newest last.
        now: UTC.
    """
    before = {_key(line): (run, line) for run, left in earlier.items() for line in left}
    made = []
    for line in lines:
        run, known = before.pop(_key(line), ("", None))
        if known is None:
            made.append(line)
            continue
        done = now if line.result is Result.MATCH else None
        since = known.carried_from or run
        made.append(
            replace(
                line,
                owner=known.owner,
                cause=known.cause,
                note=known.note,
                closed_at=done,
                carried_from=since,
            )
        )
    made += [replace(left, carried_from=left.carried_from or run) for run, left in before.values()]
    return [replace(line, position=n) for n, line in enumerate(made, 1)]


def _key(line: Line) -> str:
    """What makes two lines the same: our number, else everything that the list said."""
    return line.number or repr(sorted(line.theirs.items()))


def _by_inquiry(ours: Sequence[Ours]) -> dict[str, Ours]:
    """Inquiry numbers that can mean one hand-off only."""
    found = defaultdict(list)
    for one in ours:
        found[one.inquiry].append(one)
    return {number: many[0] for number, many in found.items() if number and len(many) == 1}


def _line(row: Row, found: Ours | None, twice: bool) -> Line:
    theirs = _texts(row.facts)
    number = found.facts[Field.NUMBER] if found else row.facts.get(Field.NUMBER, "")
    known = _texts(found.facts) if found else {}
    told = tuple(map(_trouble, row.troubles))
    if row.troubles:
        return Line(0, row.number, number, Result.UNREADABLE, known, theirs, told)
    if twice:
        return Line(0, row.number, number, Result.DUPLICATE, known, theirs)
    if found is None:
        return Line(0, row.number, number, Result.MISSING_IN_MI, {}, theirs)
    differs = tuple(_differences(row, found))
    return Line(0, row.number, number, _result(differs), known, theirs, differs)


def _trouble(trouble: Trouble) -> Difference:
    facts = {name: str(fact) for name, fact in trouble.words.facts.items()}
    template = trouble.words.template
    return Difference(trouble.field or "", "", str(trouble.words), template, facts)


def _result(differs: Sequence[Difference]) -> Result:
    if not differs:
        return Result.MATCH
    dates = all(d.field in DATES for d in differs)
    return Result.DATE_MISMATCH if dates else Result.CONTENT_MISMATCH


def _differences(row: Row, found: Ours) -> Iterable[Difference]:
    for name in _COMPARED:
        mine, theirs = found.facts.get(name, ""), row.facts.get(name, "")
        if mine and theirs and mine.casefold() != theirs.casefold():
            yield Difference(name, mine, theirs)
    product = row.facts.get(Field.PRODUCT, "")
    if product and product.casefold() not in {p.casefold() for p in found.products}:
        yield Difference(Field.PRODUCT, " / ".join(found.products), product)


def _in_period(one: Ours, order: Order) -> bool:
    on = date.fromisoformat(one.facts[Field.AWARENESS])
    return (order.since or on) <= on <= (order.until or on)


def _texts(facts: Mapping[Field, str]) -> dict[str, str]:
    return {name.value: value for name, value in facts.items()}
