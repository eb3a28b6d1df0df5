"""Verbs of an administrator: products, standard responses, the mail server's password."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from mi_desktop.cli.call import asked, call_of, first_line
from mi_desktop.cli.errors import FileUnreadable
from mi_desktop.people import Action

verbs = typer.Typer()
_SMTP = "smtp"  # the name that dispatch asks for


@verbs.command("load-products")
def load_products(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="JSON, as resources/demo/products.json.")],
) -> None:
    """Enters the company's products, with the label texts that the file names."""
    call = call_of(context)
    opened = call.opened()
    count = opened.services.catalogue.load(opened.user, file)
    call.terminal.give({"products": count}, f"{count} products.")


@verbs.command("load-standards")
def load_standards(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="As resources/demo/standard_responses.")],
) -> None:
    """Enters the standard responses of a folder that the library does not hold yet."""
    call = call_of(context)
    if not folder.is_dir():
        raise FileUnreadable(file=folder, reason="not a folder")
    opened = call.opened()
    count = len(opened.services.library.load(opened.user, folder))
    call.terminal.give({"standards": count}, f"{count} versions of standard responses.")


@verbs.command("load-calendar")
def load_calendar(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Text, a holiday a line: 2026-06-19.")],
    source: Annotated[str, typer.Option(help="Who says so: a law, an agreement.")] = "",
) -> None:
    """Enters the site's holidays as its next calendar; due dates reckoned before stay."""
    call = call_of(context)
    try:
        days = [date.fromisoformat(line.strip()) for line in file.read_text().split()]
    except (OSError, ValueError) as e:
        raise FileUnreadable(file=file, reason=str(e)) from e
    opened = call.opened()
    services = opened.services
    calendar = services.catalogue.calendars.enter(
        opened.user, services.settings.site, days, source or file.name
    )
    years = f"{calendar.first_year}-{calendar.last_year}"
    call.terminal.give(
        {"calendar": calendar.name, "days": len(calendar.days), "years": years},
        f"Calendar {calendar.name}: {len(calendar.days)} holidays, {years}.",
    )


@verbs.command("mail-password")
def mail_password(
    context: typer.Context,
    mail_password_file: Annotated[
        str | None, typer.Option(help="File with it; asked for otherwise.")
    ] = None,
) -> None:
    """Keeps the mail server's password in the key ring; the server stands in settings.json."""
    call = call_of(context)
    opened = call.opened()
    opened.user.must(Action.KEEP_CATALOGUE)
    secret = first_line(mail_password_file) if mail_password_file else asked("Mail password: ")
    opened.services.people.keys.keep_secret(opened.user, _SMTP, secret)
    call.terminal.give({"kept": True}, "Kept.")
