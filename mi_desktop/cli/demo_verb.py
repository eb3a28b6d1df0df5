"""`demo`: the whole job on the demonstration office, with what came out of it in a folder."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mi_desktop.cli.call import Call, call_of, unwritable, write_out
from mi_desktop.cli.doors import Opened

if TYPE_CHECKING:
    from mi_desktop.demo import Demonstration, Walked

verbs = typer.Typer()


@verbs.command()
def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="Where letters, manifest, pictures go.")] = Path("out"),
    window: Annotated[bool, typer.Option("--window", help="Watch it in the window.")] = False,
) -> None:
    """Makes a demonstration office and does the whole job there."""
    call = call_of(context)
    if window:
        raise typer.Exit(call.doors.window(call.office, call.passphrase(), True))
    started = time.monotonic()
    passphrase = call.passphrase()
    try:
        (out / "letters").mkdir(parents=True, exist_ok=True)
    except OSError as e:
        unwritable(out, e)
    demonstration = call.doors.demo(call.office, passphrase)
    try:
        _run(call, demonstration, out, started)
    finally:
        demonstration.services.close()


def _run(call: Call, demonstration: "Demonstration", out: Path, started: float) -> None:
    services = demonstration.services
    walked = []
    for step in call.doors.walk(demonstration, call.terminal):
        walked.append(step)
        call.terminal.give(vars(step), _words(step))
    batch, emails = call.doors.send_out(demonstration)
    write_out(out / "manifest.pdf", services.dispatch.manifest_pdf(batch.id))
    write_out(out / "manifest.csv", services.dispatch.manifest_csv(batch.id).encode())
    letters = [s for s in walked if s.letter_id]
    for step in letters:
        name = f"{(step.letter or '').replace('/', '-')}.pdf"
        write_out(out / "letters" / name, services.letters.pdf(step.letter_id))
    opened = Opened(services, demonstration.staff.anna)
    pictures = call.doors.pictures(opened, out / "screens")
    summary = {
        "office": str(services.office.folder),
        "pieces": len(walked),
        "taken": sum(s.status != "refused" for s in walked),
        "refused": sum(s.status == "refused" for s in walked),
        "inquiries": len({s.inquiry for s in walked if s.inquiry}),
        "letters": len(letters),
        "printed": len(batch.items),
        "emails_waiting": len(emails),
        "hand_offs": len(services.safety.handoffs()),
        "audit_lines": services.office.verify_audit().entries,
        "screens": [p.name for p in pictures],
        "seconds": round(time.monotonic() - started, 1),
        "steps": [vars(s) for s in walked],
    }
    text = json.dumps(summary, indent=1, ensure_ascii=False)
    write_out(out / "summary.json", text.encode())
    call.terminal.say(
        f"{summary['pieces']} pieces, {summary['refused']} refused with words, "
        f"{summary['inquiries']} inquiries, {summary['letters']} signed letters, "
        f"{summary['printed']} printed, {summary['emails_waiting']} e-mails waiting, "
        f"{summary['hand_offs']} hand-offs, in {summary['seconds']} s. Look in {out}."
    )
    call.terminal.say(
        f"The office is {services.office.folder}; open it with: "
        f"mi-desktop --office {services.office.folder}  (anna, erik, sara or maria; "
        f"passphrase: {demonstration.shown_passphrase})"
    )


def _words(step: "Walked") -> str:
    where = step.inquiry or ""
    return f"{step.status:9} {step.source:36} {where:18} {step.letter or step.words}"
