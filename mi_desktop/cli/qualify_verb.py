"""`qualify`: installation and operation tried on this machine, with a record to sign (P11-22)."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from mi_desktop.cli.call import Call, call_of, unwritable, write_out

if TYPE_CHECKING:
    from mi_desktop.demo import Demonstration
    from mi_desktop.demo.installed import Check

verbs = typer.Typer()
_LOCK = Path("installer/requirements.lock")


@verbs.command()
def qualify(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="Where the record goes.")] = Path("qualification"),
    lock: Annotated[
        Path | None, typer.Option(help="The lock file; installer/requirements.lock where it is.")
    ] = None,
    by: Annotated[str, typer.Option(help="Who runs it; stands on the record.")] = "",
) -> None:
    """IQ and OQ: versions and hashes, then an office to throw away; exit code 1 where one fails.

    The record, PDF/A and CSV, is printed and signed by hand.
    """
    call = call_of(context)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        unwritable(out, e)
    named = lock or (_LOCK if _LOCK.is_file() else None)
    with TemporaryDirectory(prefix="mi-desktop-") as place:
        office = call.doors.demo(Path(place) / "office", None)
        try:
            checks = list(_tried(call, office, named))
            pdf, table = call.doors.qualified(checks, by, office)
        finally:
            office.services.close()
    write_out(out / "qualification.pdf", pdf)
    write_out(out / "qualification.csv", table)
    failed = sum(not check.passed for check in checks)
    call.terminal.say(f"{len(checks)} steps, {failed} failed. Sign: {out / 'qualification.pdf'}")
    raise typer.Exit(1 if failed else 0)


def _tried(call: Call, office: "Demonstration", lock: Path | None) -> "Iterator[Check]":
    for check in call.doors.qualify(office, lock, call.terminal):
        mark = "passed" if check.passed else "FAILED"
        call.terminal.give(vars(check), f"{check.id}  {mark}  {check.what}: {check.found}")
        yield check
