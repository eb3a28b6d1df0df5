"""Verbs of the recovery key: print it while all is well, open the office with it when it is not."""

from pathlib import Path
from typing import Annotated

import typer

from mi_desktop.cli.call import asked, call_of, chosen_passphrase, first_line, write_out

keys = typer.Typer(help="The recovery key: for the day when nobody can sign in.")


@keys.command("new")
def new(
    context: typer.Context,
    output: Annotated[
        Path | None,
        typer.Option("-o", help="A PDF to print and then delete; without it the words are shown."),
    ] = None,
) -> None:
    """Makes a recovery key of 24 words; an earlier one opens nothing more."""
    call = call_of(context)
    opened = call.opened()
    desk, place = opened.services.people.keys, opened.services.settings.name
    key = desk.new_recovery_key(opened.user)
    facts = {"recovery_key": key.id, "made_at": key.made_at}
    if output is not None:
        # On paper first: until the sheet is there, the old key holds.
        write_out(output, desk.recovery_sheet(opened.user, key, place))
        desk.keep_recovery_key(opened.user, key)
        call.terminal.give(
            {**facts, "file": output}, f"Print {output}, lock the sheet away, delete the file."
        )
        return
    desk.keep_recovery_key(opened.user, key)
    lines = [f"{n:2}. {word}" for n, word in enumerate(key.words, 1)]
    call.terminal.give(
        {**facts, "words": " ".join(key.words)},
        "\n".join([f"Recovery key {key.id}. Write it down; it is shown this once.", *lines]),
    )


@keys.command("show")
def show(context: typer.Context) -> None:
    """Says which recovery key is in force, and since when; never its words."""
    call = call_of(context)
    found = call.opened().services.people.keys.recovery()
    facts = {
        "recovery_key": found.id if found else None,
        "made_at": found.made_at if found else None,
    }
    said = f"{found.id}, made {found.made_at:%Y-%m-%d %H:%M} UTC." if found else "There is none."
    call.terminal.give(facts, said)


@keys.command("open")
def open_office(
    context: typer.Context,
    words_file: Annotated[
        str | None, typer.Option(help="File with the words on its first line; - reads input.")
    ] = None,
    new_passphrase_file: Annotated[
        str | None, typer.Option(help="File with the user's new passphrase.")
    ] = None,
) -> None:
    """Opens the office, or a copy of it, by the words, and gives --user a new passphrase."""
    call = call_of(context)
    if not call.user:
        raise typer.BadParameter("say with --user who gets the new passphrase")
    words = first_line(words_file) if words_file else asked("The 24 words: ")
    passphrase = chosen_passphrase(new_passphrase_file, call.user)
    opened = call.doors.recover(call.folder(), words, (call.user, passphrase))
    call.keep(opened)
    call.terminal.give(
        {"user": opened.user.name, "recovered": True},
        f"{opened.user.name} has a new passphrase. Make a new recovery key now: these words have"
        " been seen.",
    )
