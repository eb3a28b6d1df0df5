"""Verbs of oversight: copies of records, periodic reviews, settings, the logbook."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mi_desktop import oversight
from mi_desktop.cli.call import asked, beside, call_of, first_line, write_out
from mi_desktop.settings import groups, text_of, value_of

if TYPE_CHECKING:
    from mi_desktop.oversight import CopyReport

copies = typer.Typer(help="Copies of a record that a person and a machine can read.")
settings = typer.Typer(help="The office's settings: what they are, changing them.")
logbook = typer.Typer(help="Incidents, trainings, procedures read.")
verbs = typer.Typer()


@copies.command("take")
def take(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="Of the inquiry, MI-SE-2026-00001.")],
    output: Annotated[Path | None, typer.Option("-o", help="The ZIP file.")] = None,
) -> None:
    """Writes the whole record: PDF/A, JSON, documents, audit trail, signed list of hashes."""
    call = call_of(context)
    opened = call.opened()
    inquiry = opened.services.inquiries.by_number(number)
    path = output or Path(f"{inquiry.number}.zip")
    report = opened.services.oversight.copies.take(opened.user, inquiry.id, path, call.terminal)
    call.terminal.give(
        {**_said(report), "file": path}, f"{path}: {report.files} files, read back, equal."
    )


@copies.command("verify")
def verify(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The ZIP, or the folder it was unpacked into.")],
    key: Annotated[str, typer.Option(help="The office's public key, where it is known.")] = "",
) -> None:
    """Says whether a copy is as it was handed over; needs no office. Exit code 1 where not."""
    call = call_of(context)
    report = oversight.verify(file, key)
    for problem in report.problems:
        call.terminal.say(str(problem))
    end = "whole" if report.whole else "NOT as it was handed over"
    signer = f"signed with key {report.public_key}"
    call.terminal.give(_said(report), f"{report.number}: {report.files} files, {end}; {signer}.")
    raise typer.Exit(0 if report.whole else 1)


@copies.command("compare")
def compare(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A copy of a record of this office.")],
) -> None:
    """Reads a copy back and lays it beside the record; exit code 1 where they differ."""
    call = call_of(context)
    opened = call.opened()
    desk = opened.services.oversight.copies
    report = desk.verify(file)
    for problem in report.problems:
        call.terminal.say(str(problem))
    changed = desk.changed_since(opened.user, file)
    equal = report.whole and not changed
    said = "equal" if equal else f"differs: {', '.join(changed) or 'see above'}"
    call.terminal.give({**_said(report), "changed": changed}, f"{report.number}: {said}.")
    raise typer.Exit(0 if equal else 1)


@verbs.command("review")
def review(
    context: typer.Context,
    *,
    since: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="First day.")],
    until: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Day after the last.")],
    output: Annotated[
        Path | None, typer.Option("-o", help="The CSV file; the PDF lies beside it.")
    ] = None,
    sign: Annotated[bool, typer.Option("--sign", help='Sign it: "reviewed".')] = False,
    sign_passphrase_file: Annotated[
        str | None, typer.Option(help="File with the signer's passphrase.")
    ] = None,
) -> None:
    """Periodic review: users, refusals, trail, hand-offs, backups, holds; when the next is due."""
    call = call_of(context)
    opened = call.opened()
    desk, user = opened.services.oversight.reviews, opened.user
    made = desk.draw_up(user, _utc(since), _utc(until), call.terminal)
    pdf, table = b"", b""
    if sign:
        made = desk.sign(user, made, _passphrase(sign_passphrase_file, user.name))
        pdf, table = desk.kept(user, made.id)
    for section in made.sections:
        call.terminal.give(
            {"section": section.key, "attention": section.attention,
             "columns": [str(c) for c in section.columns],
             "rows": [[oversight.plain(c) for c in row] for row in section.rows]},
            f"{section.attention:3} to look at  {section.title}: {len(section.rows)} lines",
        )  # fmt: skip
    if output is not None:
        write_out(output, table or oversight.as_csv(made))
        write_out(beside(output, ".pdf"), pdf or desk.draft(user, made))
    due = desk.standing().due
    call.terminal.say(f"Signed as {made.number}." if sign else "A draft: nothing is kept.")
    call.terminal.say(f"The next review is due {due:%Y-%m-%d}." if due else "No interval is set.")


@settings.command("list")
def show(context: typer.Context) -> None:
    """Every setting with its value and the built-in one; those that wait for the next opening."""
    call = call_of(context)
    desk = call.opened().services.oversight.settings
    kept, waiting = desk.kept(), desk.waiting()
    for group in groups():
        for entry in group.entries:
            value = text_of(value_of(kept, entry.path))
            mark = " (from the next opening on)" if entry.path in waiting else ""
            call.terminal.give(
                {"setting": entry.path, "value": value, "default": entry.default,
                 "waiting": entry.path in waiting},
                f"{entry.path:38} {value}{mark}",
            )  # fmt: skip


@settings.command("set")
def change(
    context: typer.Context,
    path: Annotated[str, typer.Argument(help="As `settings list` names it.")],
    value: Annotated[str, typer.Argument(help="The new value; lists separated by commas.")],
    why: Annotated[str, typer.Option(help="Stands in the audit trail.")],
) -> None:
    """Changes a setting; it counts from the next opening on."""
    call = call_of(context)
    opened = call.opened()
    desk = opened.services.oversight.settings
    known = {entry.path for group in groups() for entry in group.entries}
    if path not in known:
        raise typer.BadParameter(f"no such setting: {path}")
    new = desk.change(opened.user, desk.kept(), {path: value}, why)
    call.terminal.give(
        {"setting": path, "value": text_of(value_of(new, path))},
        f"{path} = {text_of(value_of(new, path))}, from the next opening on.",
    )


@settings.command("changes")
def changes(context: typer.Context) -> None:
    """Who changed which setting, when and why; changes of the file outside of the program too."""
    call = call_of(context)
    opened = call.opened()
    names = {u.id: u.name for u in opened.services.people.users()}
    for one in opened.services.oversight.settings.changes(opened.user):
        by = names.get(one.by, one.by)
        call.terminal.give(
            {**vars(one), "by": by},
            f"{one.at:%Y-%m-%d %H:%M} UTC  {by}  {one.path}: {one.old} → {one.new}  {one.why}",
        )


@logbook.command("list")
def entries(context: typer.Context) -> None:
    """Incidents, trainings and procedures read, the latest first."""
    call = call_of(context)
    opened = call.opened()
    names = {u.id: u.name for u in opened.services.people.users()}
    for entry in opened.services.oversight.logbook.entries(opened.user):
        who = names.get(entry.about or entry.by, "")
        state = "open" if entry.open else entry.outcome
        call.terminal.give(
            {**vars(entry), "by": names.get(entry.by, entry.by), "about": names.get(entry.about)},
            f"{entry.at:%Y-%m-%d %H:%M} UTC  {entry.kind.value:14} {who}  "
            f"{entry.title} {entry.version}  {state}",
        )


@logbook.command("incident")
def incident(
    context: typer.Context,
    what: Annotated[str, typer.Argument(help="What happened, without personal data.")],
) -> None:
    """Enters an incident or a deviation."""
    call = call_of(context)
    made = call.opened().services.oversight.logbook.report_incident(call.opened().user, what)
    call.terminal.give({"entry": made.id}, f"Entered as {made.id}.")


@logbook.command("close")
def close(
    context: typer.Context,
    entry: Annotated[str, typer.Argument(help="As `logbook incident` said.")],
    outcome: Annotated[str, typer.Argument(help="What became of it.")],
) -> None:
    """Closes an incident."""
    call = call_of(context)
    opened = call.opened()
    opened.services.oversight.logbook.close_incident(opened.user, entry, outcome)
    call.terminal.give({"entry": entry, "closed": True}, "Closed.")


def _said(report: "CopyReport") -> dict[str, object]:
    facts = {**vars(report), "whole": report.whole}
    return {**facts, "problems": [str(problem) for problem in report.problems]}


def _passphrase(file: str | None, name: str) -> str:
    return asked(f"Passphrase of {name}, to sign: ") if file is None else first_line(file)


def _utc(day: datetime) -> datetime:
    return day.replace(tzinfo=UTC)
