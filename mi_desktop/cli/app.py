"""The command line: reads what is common to all verbs, runs one, turns errors into words."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from mi_desktop import __version__
from mi_desktop.basics.errors import Cancelled, NotAllowedHere, WorldError
from mi_desktop.cli import (
    audit_verbs,
    backup_verbs,
    demo_verb,
    doctor_verb,
    document_verbs,
    e2b_verbs,
    key_verbs,
    office_verbs,
    oversight_verbs,
    qualify_verb,
    reference_verbs,
    safety_verbs,
    user_verbs,
)
from mi_desktop.cli.call import Call, call_of
from mi_desktop.cli.doors import Doors
from mi_desktop.cli.errors import MachineFailed, ReaderGone
from mi_desktop.cli.terminal import Terminal

EXIT_NO, EXIT_USE, EXIT_WORLD, EXIT_BUG = 1, 2, 4, 70
EXIT_STOPPED = 130
_COMMON_VALUES = ("--office", "--passphrase-file", "--user")
_COMMON_FLAGS = ("--json",)

app = typer.Typer(
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for _verbs in (
    office_verbs.verbs,
    document_verbs.verbs,
    demo_verb.verbs,
    doctor_verb.verbs,
    reference_verbs.verbs,
    backup_verbs.verbs,
    oversight_verbs.verbs,
    qualify_verb.verbs,
):
    app.registered_commands += _verbs.registered_commands
app.add_typer(audit_verbs.audit, name="audit")
safety_verbs.safety.registered_commands += e2b_verbs.verbs.registered_commands
app.add_typer(safety_verbs.safety, name="safety")
app.add_typer(user_verbs.users, name="user")
app.add_typer(key_verbs.keys, name="recovery-key")
app.add_typer(oversight_verbs.copies, name="copy")
app.add_typer(oversight_verbs.settings, name="settings")
app.add_typer(oversight_verbs.logbook, name="logbook")


@app.callback()
def common(
    context: typer.Context,
    office: Annotated[
        Path | None, typer.Option(envvar="MI_DESKTOP_OFFICE", help="The office folder.")
    ] = None,
    passphrase_file: Annotated[
        str | None, typer.Option(help="File with the passphrase; - reads standard input.")
    ] = None,
    user: Annotated[str | None, typer.Option(help="Whose passphrase it is.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Medical Information desk work. Without a verb the window opens.

    The options here may stand before or after the verb.
    """
    call = call_of(context)
    call.office, call.passphrase_file, call.user = office, passphrase_file, user
    call.terminal.as_json = as_json
    if context.invoked_subcommand is None:
        raise typer.Exit(call.doors.window(call.folder(), call.passphrase(), False))


def run(arguments: Sequence[str], doors: Doors, crashed: Callable[[BaseException], Path]) -> int:
    """Runs one verb.

    Args:
        arguments: what follows the program's name.
        doors: what verbs may reach.
        crashed: writes a crash report without personal data and returns its path.

    Returns:
        0 done; 1 the answer is no; 2 wrong use; 3 some inputs refused; 4 the world failed;
        70 a bug of ours; 130 stopped from the keyboard.
    """
    call = Call(doors, __version__, Terminal())
    try:
        return _ran(call, arguments)
    except KeyboardInterrupt:
        return EXIT_STOPPED
    except Exception as e:  # noqa: BLE001 - the crash hook of the command line
        return _told(e, call.terminal, crashed)
    finally:
        call.close()


def _ran(call: Call, arguments: Sequence[str]) -> int:
    outcome = typer.main.get_command(app).main(
        hoisted(arguments), prog_name="mi-desktop", standalone_mode=False, obj=call
    )
    if outcome == EXIT_STOPPED:
        call.terminal.say("Stopped. What was finished is kept.")
    return outcome if isinstance(outcome, int) else 0


def _told(error: Exception, terminal: Terminal, crashed: Callable[[BaseException], Path]) -> int:
    """Turns what went wrong into words and an exit code."""
    match error:
        case ReaderGone():
            return EXIT_WORLD
        case Cancelled() | typer.Abort():
            terminal.say("Stopped. What was finished is kept.")
            return EXIT_STOPPED
        case TyperException():
            terminal.say(f"{error.format_message()}\nFor help: mi-desktop --help")
            return EXIT_USE
        case WorldError():
            terminal.tell(error)
            return EXIT_NO if isinstance(error, NotAllowedHere) else EXIT_WORLD
        case UnicodeEncodeError() if error.encoding == "utf-8":
            # Bytes of the command line that are no text; a file's name alone may hold such.
            terminal.say("A word of the command line is no text in UTF-8.")
            return EXIT_USE
        case OSError() if error.errno is not None:
            terminal.tell(MachineFailed(reason=error.strerror, file=error.filename or "no file"))
            return EXIT_WORLD
        case _:
            return _bug(error, terminal, crashed)


def _bug(error: Exception, terminal: Terminal, crashed: Callable[[BaseException], Path]) -> int:
    try:
        report = f"The report without personal data: {crashed(error)}"
    except OSError as e:
        report = f"Its report could not be written: {e.strerror}"
    terminal.say(f"This is a bug of ours. {report}")
    return EXIT_BUG


def hoisted(arguments: Sequence[str]) -> list[str]:
    """The arguments with the common options first, wherever they stood."""
    front: list[str] = []
    rest: list[str] = []
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            return [*front, *rest, word, *waiting]
        if word in _COMMON_FLAGS or word.startswith(tuple(f"{v}=" for v in _COMMON_VALUES)):
            front.append(word)
        elif word in _COMMON_VALUES:
            front += [word, *waiting[:1]]
            del waiting[:1]
        else:
            rest.append(word)
    return front + rest
