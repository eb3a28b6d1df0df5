"""Verbs of safety: the board, sending, acknowledgements, reconciliation, second reading."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from mi_desktop.cli.call import Call, asked, beside, bytes_of, call_of, first_line, write_out
from mi_desktop.safety import Field, HandOffKind, Line, Order, Result, Run

safety = typer.Typer(help="Hand-offs to safety and quality: what is due, sent, reconciled.")
_Department = Annotated[HandOffKind, typer.Option(help="Whose list it is.")]


@safety.command("board")
def board(context: typer.Context) -> None:
    """What is due, near and late across hand-offs, acknowledgements and follow-ups."""
    call = call_of(context)
    for line in call.opened().services.safety.board():
        facts = {
            "task": _one_word(line.task),
            "number": line.number,
            "department": line.kind,
            "due": line.due,
            "pace": _one_word(line.pace),
            "urgent": line.urgent,
            "what": line.what,
        }
        what = f"  {line.what}" if line.what else ""
        said = f"{line.pace.value:8} {line.due:%Y-%m-%d %H:%M} UTC  {line.number}  {line.task}"
        call.terminal.give(facts, f"{said}{what}")


@safety.command("send")
def send(context: typer.Context) -> None:
    """Sends the hand-offs that wait; one that cannot go now goes on waiting."""
    call = call_of(context)
    desk = call.opened().services.safety.transmission
    for sent in desk.send_waiting(call.terminal):
        number = desk.handoff(sent.handoff_id).number
        facts = {"number": number, "version": sent.version, "way": sent.way, "state": sent.state,
                 "attempts": sent.attempts, "problem": sent.problem}  # fmt: skip
        why = f": {sent.problem}" if sent.problem else ""
        call.terminal.give(facts, f"{number} version {sent.version}: {sent.state}{why}")


@safety.command("acknowledge")
def acknowledge(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="Our number of the hand-off.")],
    by_whom: Annotated[str, typer.Argument(help="Who confirmed it.")],
    reference: Annotated[str, typer.Option(help="Their own number for it.")] = "",
) -> None:
    """Notes that the department confirmed receipt."""
    call = call_of(context)
    desk = call.opened().services.safety.transmission
    done = desk.acknowledge_number(call.opened().user, number, by_whom, reference)
    facts = {"number": done.number, "state": _one_word(done.state), "at": done.acknowledged_at}
    call.terminal.give(facts, f"{done.number}: acknowledged by {done.acknowledged_by}.")


@safety.command("lock")
def lock(
    context: typer.Context,
    department: HandOffKind,
    secret_file: Annotated[
        str | None, typer.Option(help="File with the passphrase on its first line.")
    ] = None,
) -> None:
    """Keeps the passphrase that locks the department's e-mailed packages."""
    call = call_of(context)
    secret = first_line(secret_file) if secret_file else asked(f"Passphrase for {department}: ")
    desk = call.opened().services.safety.transmission
    desk.lock_with(call.opened().user, department, secret)
    call.terminal.give({"department": department}, f"Packages to {department} are locked with it.")


@safety.command("reconcile")
def reconcile(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="LIST", help="CSV or XLSX.")],
    *,
    department: _Department = HandOffKind.SAFETY,
    column: Annotated[
        list[str] | None, typer.Option(help='Which column holds what: "our number=Case".')
    ] = None,
    days: Annotated[str, typer.Option(help="How days are written, as %d/%m/%Y.")] = "",
    since: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])] = None,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])] = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="The columns are right: keep the reconciliation.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option("-o", help="Write the report: CSV, the PDF beside it.")
    ] = None,
) -> None:
    """Lays our hand-offs beside the department's list; keeps it only with --keep.

    The columns taken for each field are said first. Exit code 3 where rows cannot be read.
    """
    call = call_of(context)
    order = Order(department, _said(column or []), days, _day(since), _day(until))
    desk, data = call.opened().services.safety.reconciliation, bytes_of(source)
    reading, lines = desk.preview(source.name, data, order)
    call.terminal.say(f"{source.name}: {reading.how}")
    for field, heading in reading.columns.items():
        call.terminal.say(f"  {field} = {heading}")
    if keep or output is not None:
        lines = _kept(call, desk.compare(call.opened().user, source.name, data, order), output)
    else:
        call.terminal.say("Nothing is kept; say --keep where the columns are right.")
    for line in lines:
        _give(call, line)
    call.finish()


def _kept(call: Call, run: Run, output: Path | None) -> list[Line]:
    """Says where the reconciliation is kept, writes its report, and gives its lines."""
    services, user = call.opened().services, call.opened().user
    call.terminal.say(f"Kept as {run.number}; settle and sign it in the window.")
    if output is not None:
        services.people.trail.took(user, run.number)
        write_out(output, services.safety.reconciliation.csv(run.id))
        write_out(beside(output, ".pdf"), services.safety.reconciliation.pdf(run.id))
    return list(run.lines)


@safety.command("sample")
def sample(
    context: typer.Context,
    period: Annotated[str, typer.Argument(help="A month, 2026-11.")],
    percent: Annotated[int, typer.Option(min=1, max=100)] = 10,
    least: Annotated[int, typer.Option(min=0)] = 20,
    seed: Annotated[
        int, typer.Option(min=0, max=2**63 - 1, help="0 takes the month's own number.")
    ] = 0,
) -> None:
    """Draws the "no event" answers of a month that a second person reads again."""
    call = call_of(context)
    services, user = call.opened().services, call.opened().user
    drawn = services.safety.rereading.draw(user, period, percent, least, seed)
    for item in drawn.items:
        number = services.inquiries.inquiry(item.inquiry_id).number
        call.terminal.give({"period": period, "inquiry": number, "seed": drawn.seed}, number)


@safety.command("capture-rate")
def capture_rate(
    context: typer.Context,
    since: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"])],
    until: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"])],
) -> None:
    """Events flagged at first pass, of these and of those found later."""
    call = call_of(context)
    found = call.opened().services.safety.rereading.capture_rate(since.date(), until.date())
    said = "n/a" if found.rate is None else f"{found.rate:.1%}"
    later = f"second reading {found.reread}, reconciliation {found.reconciled}"
    call.terminal.give(
        {**vars(found), "rate": found.rate}, f"{said}: first pass {found.first_pass}, {later}"
    )


def _give(call: Call, line: Line) -> None:
    facts: Mapping[str, Any] = {
        "row": line.row or None,
        "number": line.number,
        "result": _one_word(line.result),
        "differs": [
            {"field": d.field or "row", "ours": d.ours, "theirs": d.theirs} for d in line.differs
        ],
        "ours": line.ours,
        "theirs": line.theirs,
        "carried_from": line.carried_from or None,
    }
    if line.result is Result.UNREADABLE:
        call.terminal.refused += 1
    differs = "; ".join(f"{d.field or 'row'}: {d.ours or '–'} / {d.theirs}" for d in line.differs)
    at = f"row {line.row}" if line.row else "not listed"
    call.terminal.give(facts, f"{line.result.value:17} {line.number or '–':18} {at}  {differs}")


def _said(columns: list[str]) -> dict[Field, str]:
    said = {}
    for one in columns:
        field, _, heading = one.partition("=")
        try:
            said[Field(field.strip())] = heading.strip()
        except ValueError:
            known = ", ".join(Field)
            raise typer.BadParameter(f"{field} is none of: {known}") from None
    return said


def _day(at: datetime | None) -> date | None:
    return at.date() if at else None


def _one_word(value: str) -> str:
    return str(value).replace(" ", "_")
