"""Verbs of an administrator: who works in the office."""

from pathlib import Path
from typing import Annotated

import typer

from mi_desktop.cli.call import Call, asked, bytes_of, call_of, first_line
from mi_desktop.people import Role

users = typer.Typer(help="Who works in the office.")


@users.command("add")
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="User name; never used again.")],
    full_name: Annotated[str, typer.Option(help="Printed under signatures.")],
    roles: Annotated[str, typer.Option(help="Separated by commas.")] = "specialist",
    new_passphrase_file: Annotated[
        str | None, typer.Option(help="File with the user's first passphrase.")
    ] = None,
) -> None:
    """Adds a user, who may open the office from now on."""
    call = call_of(context)
    try:
        chosen = frozenset(Role(r.strip()) for r in roles.split(","))
    except ValueError as e:
        raise typer.BadParameter(f"roles are: {', '.join(Role)}") from e
    opened = call.opened()
    passphrase = _secret(new_passphrase_file, f"First passphrase of {name}: ")
    user = opened.services.people.add(opened.user, (name, full_name, chosen), passphrase)
    call.terminal.give(
        {"user": user.name, "roles": user.roles}, f"Added {user.name}: {', '.join(user.roles)}."
    )


@users.command("list")
def show(context: typer.Context) -> None:
    """Lists everybody who ever worked in the office."""
    call = call_of(context)
    for user in call.opened().services.people.users():
        facts = {"user": user.name, "roles": user.roles, "active": user.active}
        call.terminal.give(facts, f"{user.name:12} {', '.join(sorted(user.roles))}")


@users.command("signing-key")
def signing_key(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Whose letters it signs.")],
    file: Annotated[
        Path | None, typer.Option(help="A PKCS#12 file; without it the office's own CA issues one.")
    ] = None,
    key_passphrase_file: Annotated[
        str | None, typer.Option(help="File with the PKCS#12 file's password.")
    ] = None,
) -> None:
    """Gives an approver the key that signs letters (PAdES)."""
    call = call_of(context)
    opened = call.opened()
    _give_key(call, name, file, key_passphrase_file)
    call.terminal.give(
        {"user": name}, f"{name} can sign letters in {opened.services.settings.name}."
    )


def _give_key(call: Call, name: str, file: Path | None, password_file: str | None) -> None:
    opened = call.opened()
    user = opened.services.people.by_name(name)
    signer = opened.services.letters.signer
    if file is None:
        signer.make_identity(user)
        return
    password = _secret(password_file, f"Password of {file.name}: ")
    signer.import_identity(opened.user, user, bytes_of(file), password)


def _secret(file: str | None, prompt: str) -> str:
    return asked(prompt) if file is None else first_line(file)
