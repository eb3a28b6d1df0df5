"""Verbs of an administrator: who works in the office."""

from pathlib import Path
from typing import Annotated

import typer

from mi_desktop.cli.call import Call, asked, bytes_of, call_of, chosen_passphrase, first_line
from mi_desktop.people import Action, Role

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
    chosen = _roles(roles)
    opened = call.opened()
    passphrase = _secret(new_passphrase_file, f"First passphrase of {name}: ")
    user = opened.services.people.add(opened.user, (name, full_name, chosen), passphrase)
    call.terminal.give(
        {"user": user.name, "roles": user.roles}, f"Added {user.name}: {', '.join(user.roles)}."
    )


@users.command("roles")
def change_roles(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Whose.")],
    roles: Annotated[str, typer.Argument(help="All of them, separated by commas.")],
) -> None:
    """Trusts a user with other roles."""
    call = call_of(context)
    people, by = call.opened().services.people, call.opened().user
    user = people.staff.change_roles(by, people.by_name(name).id, _roles(roles))
    call.terminal.give(
        {"user": user.name, "roles": user.roles}, f"{user.name}: {', '.join(sorted(user.roles))}."
    )


@users.command("passphrase")
def passphrase(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(help="Another's, by an administrator; without it your own.")
    ] = None,
    old_passphrase_file: Annotated[
        str | None, typer.Option(help="File with your old passphrase.")
    ] = None,
    new_passphrase_file: Annotated[
        str | None, typer.Option(help="File with the new passphrase.")
    ] = None,
) -> None:
    """Changes a passphrase. Only the key is wrapped anew; nothing is encrypted again."""
    call = call_of(context)
    people, by = call.opened().services.people, call.opened().user
    user = by if name is None else people.by_name(name)
    if user.id == by.id:
        old = _secret(old_passphrase_file, f"Old passphrase of {by.name}: ")
        people.keys.change_passphrase(by, old, chosen_passphrase(new_passphrase_file, by.name))
    else:
        by.must(Action.MANAGE_USERS)
        new = chosen_passphrase(new_passphrase_file, user.name)
        people.keys.reset_passphrase(by, user.id, new)
    call.terminal.give({"user": user.name, "changed": True}, f"{user.name} has a new passphrase.")


@users.command("deactivate")
def deactivate(
    context: typer.Context, name: Annotated[str, typer.Argument(help="Who leaves.")]
) -> None:
    """Ends a user's work here; the name stays theirs for ever."""
    call = call_of(context)
    people, by = call.opened().services.people, call.opened().user
    user = people.staff.deactivate(by, people.by_name(name).id)
    call.terminal.give({"user": user.name, "active": False}, f"{user.name} works here no more.")


@users.command("reactivate")
def reactivate(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Who comes back.")],
    new_passphrase_file: Annotated[
        str | None, typer.Option(help="File with the user's new passphrase.")
    ] = None,
) -> None:
    """Lets a user work here again, with a new passphrase."""
    call = call_of(context)
    people, by = call.opened().services.people, call.opened().user
    by.must(Action.MANAGE_USERS)
    new = chosen_passphrase(new_passphrase_file, name)
    user = people.staff.reactivate(by, people.by_name(name).id, new)
    call.terminal.give({"user": user.name, "active": True}, f"{user.name} works here again.")


@users.command("list")
def show(context: typer.Context) -> None:
    """Lists everybody who ever worked in the office."""
    call = call_of(context)
    for user in call.opened().services.people.users():
        facts = {"user": user.name, "roles": user.roles, "active": user.active}
        left = "" if user.active else "  (left)"
        call.terminal.give(facts, f"{user.name:12} {', '.join(sorted(user.roles))}{left}")


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
        signer.make_identity(opened.user, user)
        return
    password = _secret(password_file, f"Password of {file.name}: ")
    signer.import_identity(opened.user, user, bytes_of(file), password)


def _roles(said: str) -> frozenset[Role]:
    try:
        return frozenset(Role(r.strip()) for r in said.split(","))
    except ValueError as e:
        raise typer.BadParameter(f"roles are: {', '.join(Role)}") from e


def _secret(file: str | None, prompt: str) -> str:
    return asked(prompt) if file is None else first_line(file)
