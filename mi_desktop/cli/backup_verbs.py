"""Verbs of backups: make one, try one out, make an office of one."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mi_desktop import keeping
from mi_desktop.cli.call import (
    EXIT_REFUSED,
    Call,
    asked,
    beside,
    bytes_of,
    call_of,
    first_line,
    write_out,
)

if TYPE_CHECKING:
    from mi_desktop.keeping import BackupReport

verbs = typer.Typer()
_DRILL = Path("drill")


@verbs.command()
def backup(  # noqa: PLR0917 - options of the verb
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(help="The new file; `drill` tries a backup out.")
    ] = None,
    tried: Annotated[Path | None, typer.Argument(help="With `drill`: the backup to try.")] = None,
    folder: Annotated[
        bool, typer.Option("--folder", help="FILE is a folder that keeps documents once.")
    ] = False,
    due: Annotated[
        bool, typer.Option("--due", help="The scheduled backup, if it is time; for cron.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="An earlier file gives way to the new one.")
    ] = False,
    output: Annotated[
        Path, typer.Option("-o", help="With `drill`: the report; its JSON lies beside it.")
    ] = Path("restore-drill.pdf"),
) -> None:
    """Makes an encrypted backup and reads it back, or tries one out (`backup drill`)."""
    call = call_of(context)
    if file == _DRILL:
        _drill(call, tried, output)
        return
    backups, user = call.opened().services.keeping.backups, call.opened().user
    if due:
        made = backups.make_due(call.terminal)
        if made is None:
            call.terminal.give({"due": False}, "No backup is due.")
            return
    elif file is None:
        raise typer.BadParameter("name the file of the backup, or --due")
    elif folder:
        made = backups.add(user, file, call.terminal)
    else:
        made = backups.make(user, file, replace=replace, progress=call.terminal)
    _give(call, made)


def _give(call: Call, made: "BackupReport") -> None:
    facts = {
        "file": made.file,
        "records": made.records,
        "documents": made.documents,
        "sha256": made.sha256,
        "entries": made.entries,
        "broken_at": made.broken_at,
        "damaged": made.damaged,
        "bytes": made.size,
    }
    call.terminal.give(
        facts,
        f"{made.file}: {made.records} records, {made.documents} documents, read back whole\n"
        f"  SHA-256 {made.sha256}",
    )
    for document in made.damaged:
        call.terminal.say(f"STO-006: damaged before the backup: document {document}")
    if made.damaged:
        raise typer.Exit(EXIT_REFUSED)


def _drill(call: Call, tried: Path | None, output: Path) -> None:
    opened = call.opened()
    drill = opened.services.keeping.backups.drill(opened.user, tried, call.terminal)
    write_out(output, drill.pdf)
    write_out(beside(output, ".json"), keeping.as_json(drill))
    facts = {name: value for name, value in vars(drill).items() if name != "pdf"}
    call.terminal.give(
        {**facts, "report": output},
        f"Restored, verified and removed again: {drill.records} records, {drill.documents} "
        f"documents\n  The report to sign: {output}",
    )


@verbs.command()
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A backup: one file, or a set of a folder.")],
    recovery_file: Annotated[
        Path | None, typer.Option(help="File with the words of the recovery key.")
    ] = None,
    erasures: Annotated[
        list[Path] | None, typer.Option(help="List of erasures made since (erasures.sealed).")
    ] = None,
    *,
    database: Annotated[
        str, typer.Option(help="An empty one, postgresql+psycopg://USER@SERVER/DATABASE.")
    ] = "",
    database_password_file: Annotated[
        str | None, typer.Option(help="File with its password, where it has one.")
    ] = None,
) -> None:
    """Makes an office (--office, an empty folder) of a backup, verified before it counts."""
    call = call_of(context)
    words = None if recovery_file is None else bytes_of(recovery_file).decode(errors="replace")
    passphrase = None
    if words is None:
        passphrase = call.passphrase() or asked("A passphrase that opened the office then: ")
    password = first_line(database_password_file) if database_password_file else ""
    folder = call.folder().resolve()  # an empty "." is put in place by renaming
    key, server = (passphrase, words, erasures or []), (database, password)
    found = call.doors.restore(file.absolute(), folder, key, call.terminal, server)
    facts = {
        "office": folder,
        "records": found.records,
        "documents": found.documents,
        "sha256": found.sha256,
        "erased_again": found.erased_again,
        "damaged": found.damaged,
    }
    call.terminal.give(
        facts,
        f"An office in {folder}: {found.records} records, {found.documents} documents, "
        f"verified; {found.erased_again} erased again",
    )
