"""Verbs of the audit trail: walk it, write it out, anchor it elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mi_desktop import people
from mi_desktop.cli.call import beside, bytes_of, call_of, write_out

if TYPE_CHECKING:
    from mi_desktop.people import ChainReport

audit = typer.Typer(help="The audit trail: walk it, write it out, anchor it elsewhere.")


@audit.command("verify")
def audit_verify(
    context: typer.Context,
    checkpoint: Annotated[
        list[Path] | None, typer.Option(help="A checkpoint file that was kept elsewhere.")
    ] = None,
    code: Annotated[list[str] | None, typer.Option(help="The code of a printed one.")] = None,
) -> None:
    """Walks the chain, against every checkpoint that is known; exit code 1 where it is broken."""
    call = call_of(context)
    files = [bytes_of(path) for path in checkpoint or ()]
    trail = call.opened().services.people.trail
    report = trail.verify(files, code or (), call.terminal)
    for jump in report.jumps:
        way = "far ahead" if jump.ahead else "back"
        call.terminal.say(f"Line {jump.seq}: the clock was set {way}, to {jump.at:%Y-%m-%d %H:%M}.")
    for warning in report.warnings:
        call.terminal.say(str(warning))
    call.terminal.give(_said(report), str(report.words))
    raise typer.Exit(0 if report.broken_at is None else 1)


@audit.command("export")
def audit_export(
    context: typer.Context,
    output: Annotated[
        Path, typer.Option("-o", help="The CSV file; the PDF lies beside it.")
    ] = Path("audit.csv"),
    key: Annotated[str, typer.Option(help="Only the lines of this record.")] = "",
    digests: Annotated[
        bool, typer.Option("--digests", help="Leave personal values and reasons out.")
    ] = False,
) -> None:
    """Writes the trail as CSV and PDF, times in UTC; exit code 1 where its chain is broken."""
    call = call_of(context)
    opened = call.opened()
    wanted = people.Wanted(key=key)
    export = opened.services.people.trail.export(opened.user, wanted, not digests, call.terminal)
    printed = beside(output, ".pdf")
    write_out(output, export.csv)
    write_out(printed, export.pdf)
    report = export.report
    call.terminal.give(
        {**_said(report), "lines": len(export.lines), "file": output, "pdf": printed},
        f"{len(export.lines)} lines: {output}, {printed}",
    )
    raise typer.Exit(0 if report.broken_at is None else 1)


@audit.command("checkpoint")
def audit_checkpoint(
    context: typer.Context,
    output: Annotated[
        Path, typer.Option("-o", help="The checkpoint file; a page for paper lies beside it.")
    ] = Path("trail.checkpoint"),
) -> None:
    """Writes a signed checkpoint of the trail: a file and a printed code, to keep elsewhere."""
    call = call_of(context)
    opened = call.opened()
    trail = opened.services.people.trail
    made = trail.checkpoint(opened.user)
    printed = beside(output, ".pdf")
    write_out(output, made.line())
    write_out(printed, trail.sheet(made, opened.services.settings.name))
    call.terminal.give(
        {"line": made.seq, "head": made.head, "code": made.code, "at": made.at.isoformat(),
         "file": output, "pdf": printed},
        f"Line {made.seq}, code {made.code}: {output}, {printed}",
    )  # fmt: skip


@audit.command("accept")
def audit_accept(
    context: typer.Context,
    reason: Annotated[str, typer.Argument(help="Which backup was restored, when, by whom.")],
) -> None:
    """Goes on with records that a kept checkpoint does not know; the reason stands in the trail."""
    call = call_of(context)
    opened = call.opened()
    trail = opened.services.people.trail
    trail.accept(opened.user, reason)
    call.terminal.give({"accepted": True}, "Accepted; checkpoints begin again from here.")


def _said(report: "ChainReport") -> dict[str, object]:
    return {
        "entries": report.entries,
        "broken_at": report.broken_at,
        "fault": report.fault,
        "head": report.head,
        "clock_jumps": [jump.seq for jump in report.jumps],
        "warnings": [str(warning) for warning in report.warnings],
    }
