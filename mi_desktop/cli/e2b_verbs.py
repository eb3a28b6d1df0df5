"""Verbs of E2B(R3): cases as files, files of others checked and read, their answers."""

from pathlib import Path
from typing import Annotated, Any

import typer

from mi_desktop.basics.clock import utc_now
from mi_desktop.basics.errors import WorldError
from mi_desktop.cli.call import Call, bytes_of, call_of, write_out
from mi_desktop.safety import e2b
from mi_desktop.settings import SETTINGS_FILE, load_settings

verbs = typer.Typer()
EXIT_NO, EXIT_REFUSED = 1, 3
_HANDLED = ("acknowledged", "already acknowledged", "rejected")


@verbs.command("export")
def export(
    context: typer.Context,
    case: Annotated[str, typer.Argument(help="Number of the hand-off, AE-SE-2026-00003.")],
    output: Annotated[Path, typer.Option("-o", help="Where the XML file goes.")],
    onto: Annotated[
        Path | None,
        typer.Option(help="The file it was imported from: what a case has no field for stays."),
    ] = None,
) -> None:
    """Writes a case as an E2B(R3) file; says what is missing where it makes none."""
    call = call_of(context)
    opened = call.opened()
    desk = opened.services.safety.e2b
    found = desk.findings(desk.case(case))
    for finding in found:
        _say(call, finding)
    data = desk.export(opened.user, case, bytes_of(onto) if onto else b"")
    write_out(output, data)
    facts = {"case": case, "file": output, "findings": [_facts(finding) for finding in found]}
    call.terminal.give(facts, f"{case}: {output}")


@verbs.command("check")
def check(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="E2B(R3) files or acknowledgements.")],
    schemas: Annotated[
        str, typer.Option(help="Folder with the ICH schema files; else as in the settings.")
    ] = "",
) -> None:
    """Checks files by the schema and by our own rules; needs no office."""
    call = call_of(context)
    folder, valid = schemas or _schemas(call), True
    sandbox = call.doors.sandbox()
    try:
        for path in files:
            try:
                checked = e2b.check_file(bytes_of(path), path.name, folder, utc_now(), sandbox)
            except WorldError as e:
                call.terminal.refuse({"path": path}, e)
                continue
            valid = valid and checked.valid
            _give_checked(call, path, checked)
    finally:
        sandbox.close()
    call.finish()
    if not valid:
        raise typer.Exit(EXIT_NO)


def _schemas(call: Call) -> str:
    """The folder that the office's settings name, where there is an office."""
    if not (call.folder() / SETTINGS_FILE).is_file():
        return ""
    return load_settings(call.folder())[0].e2b.schemas


@verbs.command("import")
def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="An E2B(R3) file or an acknowledgement.")],
    into: Annotated[str, typer.Option(help="Number of the hand-off whose case it fills.")] = "",
    report: Annotated[int, typer.Option(min=1, help="Which report of the batch.")] = 1,
    output: Annotated[
        Path | None, typer.Option("-o", help="Writes what was read again, for comparing.")
    ] = None,
) -> None:
    """Reads a report of others, or does what an acknowledgement says."""
    call = call_of(context)
    opened = call.opened()
    desk = opened.services.safety.e2b
    checked = desk.check(bytes_of(file), file.name)
    if checked.receipt:
        _take_receipt(call, file, checked)
        return
    _give_checked(call, file, checked)
    if into:
        case = desk.fill_case(opened.user, into, checked, report)
        told = f"{into}: filled from {file.name}, revision {case.head.revision}"
        call.terminal.give({"case": into, "revision": case.head.revision}, told)
    if output is not None:
        write_out(output, checked.again())


@verbs.command("incoming")
def incoming(
    context: typer.Context,
    case: Annotated[
        str, typer.Argument(help="Number of the hand-off; without, what no case took.")
    ] = "",
    original: Annotated[str, typer.Option(help="Id of a file, to be written as it came.")] = "",
    output: Annotated[Path | None, typer.Option("-o", help="Where that file goes.")] = None,
) -> None:
    """Lists E2B files of others beside a case: hash, who took them in, what differed."""
    call = call_of(context)
    opened = call.opened()
    desk = opened.services.safety.e2b
    for one in desk.incoming(case):
        differs = [vars(d) for d in one.differs]
        facts = {**vars(one), "outcome": one.outcome.value, "said": str(one.said or ""),
                 "differs": differs, "unknown": list(one.unknown)}  # fmt: skip
        told = (
            f"{one.file_id} {one.taken_at:%Y-%m-%d %H:%M} {one.kind} {one.name}: "
            f"{one.outcome.value}, {one.elements} elements, {len(differs)} differ, "
            f"{len(one.unknown)} not known here; SHA-256 {one.sha256}"
        )
        call.terminal.give(facts, told)
    if original and output is not None:
        write_out(output, desk.original(opened.user, original))


def _take_receipt(call: Call, file: Path, checked: e2b.Checked) -> None:
    for problem in checked.receipt.problems if checked.receipt else ():
        call.terminal.say(f"{file.name}: {problem}")
    opened = call.opened()
    matched = opened.services.safety.e2b.take_receipt(opened.user, checked)
    for one in matched:
        _give_matched(call, file, one)
    if any(one.outcome.value not in _HANDLED for one in matched):
        _keep(call, file)
        raise typer.Exit(EXIT_REFUSED)


def _keep(call: Call, file: Path) -> None:
    """An answer that no case takes is kept with the office's mail, for a person."""
    opened = call.opened()
    for taken in opened.services.intake.take(opened.user, [file]):
        kept = taken.piece.number if taken.piece else "aside, among what was refused"
        call.terminal.say(f"{file.name} is kept: {kept}")


def _give_matched(call: Call, file: Path, one: e2b.Matched) -> None:
    facts = {
        "path": file,
        "kind": "acknowledgement",
        "outcome": one.outcome.value,
        "theirs": one.theirs,
        "case": one.ours or None,
        "text": str(one.words),
    }
    call.terminal.give(facts, f"{one.outcome.value:12} {one.words}")


def _give_checked(call: Call, path: Path, checked: e2b.Checked) -> None:
    facts = {
        "path": path,
        "kind": "acknowledgement" if checked.receipt else "report",
        "valid": checked.valid,
        "schema": str(checked.by_schema),
        "reports": 0 if checked.receipt else len(checked.batch.messages),
        "elements": checked.elements,
        "faults": [vars(fault) for fault in checked.faults],
        "findings": [_facts(finding) for finding in checked.findings],
        "unknown": list(checked.unknown),
    }
    lines = [f"{path.name}: {'valid' if checked.valid else 'not valid'}; {checked.by_schema}"]
    lines += [f"  line {f.line} {f.tag}: {f.text}" for f in checked.faults]
    lines += [f"  {_line(finding)}" for finding in checked.findings]
    lines += [f"  kept as it stands, no element of ours: {place}" for place in checked.unknown]
    call.terminal.give(facts, "\n".join(lines))


def _facts(finding: e2b.Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "element": finding.element,
        "at": list(finding.at),
        "stops": finding.stops,
        "field": finding.path or None,
        "text": str(finding.words),
    }


def _say(call: Call, finding: e2b.Finding) -> None:
    call.terminal.say(_line(finding))


def _line(finding: e2b.Finding) -> str:
    place = f" [{finding.path}]" if finding.path else ""
    mark = "wrong" if finding.stops else "look"
    return f"{mark:5} {finding.rule}{place}: {finding.words}"
