"""Verbs of the audit trail: walk it, write it out."""

import csv
import io
import json
from pathlib import Path
from typing import Annotated

import typer

from mi_desktop.cli.call import call_of, write_out

audit = typer.Typer(help="The audit trail: walk it, write it out.")
_COLUMNS = ("seq", "at", "by", "action", "entity", "key", "changes", "reason", "hash")


@audit.command("verify")
def audit_verify(context: typer.Context) -> None:
    """Walks the chain; exit code 1 where it is broken."""
    call = call_of(context)
    report = call.opened().services.office.verify_audit()
    whole = report.broken_at is None
    call.terminal.give(
        {"entries": report.entries, "broken_at": report.broken_at, "head": report.head},
        f"{report.entries} lines, "
        + ("the chain is whole." if whole else f"broken at line {report.broken_at}."),
    )
    raise typer.Exit(0 if whole else 1)


@audit.command("export")
def audit_export(
    context: typer.Context,
    output: Annotated[
        Path, typer.Option("-o", help="The CSV file; the PDF lies beside it.")
    ] = Path("audit.csv"),
) -> None:
    """Writes the trail as CSV and PDF, times in UTC; exit code 1 where its chain is broken."""
    call = call_of(context)
    export = call.opened().services.office.export_audit(call.opened().user.id)
    sheet = io.StringIO(newline="")
    rows = csv.writer(sheet)
    rows.writerow(_COLUMNS)
    for line in export.lines:
        changes = json.dumps(line.changes, ensure_ascii=False)
        rows.writerow([line.seq, line.at.isoformat(), line.by, line.action, line.entity, line.key,
                       changes, line.reason, line.hash])  # fmt: skip
    printed = output.with_suffix(".pdf")
    write_out(output, sheet.getvalue().encode())
    write_out(printed, export.pdf)
    report = export.report
    call.terminal.give(
        {"entries": report.entries, "broken_at": report.broken_at, "file": output, "pdf": printed},
        f"{report.entries} lines: {output}, {printed}",
    )
    raise typer.Exit(0 if report.broken_at is None else 1)
