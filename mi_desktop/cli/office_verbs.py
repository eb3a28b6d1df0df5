"""Verbs that work in an office: init, intake, search, letter."""

import hashlib
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from babel.core import get_global

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.cli.call import Call, asked, call_of, first_line, write_out
from mi_desktop.letters import LetterState
from mi_desktop.settings import OfficeSettings

if TYPE_CHECKING:
    from mi_desktop.intake import Taken

verbs = typer.Typer()


@verbs.command()
def init(
    context: typer.Context,
    name: Annotated[str, typer.Option(help="The office's name.")] = "Office",
    country: Annotated[str, typer.Option(help="ISO 3166 code.")] = "SE",
    languages: Annotated[str, typer.Option(help="Of letters, own first.")] = "sv,en",
    full_name: Annotated[str, typer.Option(help="Of the first administrator.")] = "",
    *,
    database: Annotated[
        str, typer.Option(help="postgresql+psycopg://USER@SERVER/DATABASE; else a file.")
    ] = "",
    database_password_file: Annotated[
        str | None, typer.Option(help="File with its password, where it has one.")
    ] = None,
    test: Annotated[
        bool, typer.Option("--test", help="For trying out: screens and letters are marked TEST.")
    ] = False,
) -> None:
    """Makes an office: name, country, languages, first administrator (--user, else admin)."""
    call = call_of(context)
    settings = OfficeSettings(
        name=name, site=country, country=country, zone=_zone(country), languages=_spoken(languages),
        database=database, demonstration=test,
    )  # fmt: skip
    password = first_line(database_password_file) if database_password_file else ""
    passphrase = call.passphrase() or asked("Passphrase of the first administrator: ")
    folder, user = call.folder(), call.user or "admin"
    opened = call.doors.create(folder, settings, (user, full_name or user), passphrase, password)
    call.keep(opened)
    call.terminal.give(
        {"office": folder.resolve(), "version": call.version, "user": opened.user.name},
        f"Made the office {name} in {folder}; {user} is its administrator.",
    )


@verbs.command("database-password")
def database_password(
    context: typer.Context,
    password_file: Annotated[
        str | None, typer.Option(help="File with it; asked for otherwise.")
    ] = None,
) -> None:
    """Keeps the server's database password, sealed in the office folder for every desk."""
    call = call_of(context)
    passphrase = call.passphrase() or asked("Your passphrase: ")
    password = first_line(password_file) if password_file else asked("Database password: ")
    call.doors.keep_server_login(call.folder(), passphrase, password)
    call.terminal.give({"kept": True}, "Kept.")


def _zone(country: str) -> str:
    """The time zone of a country; of its first place where it has several."""
    zones = get_global("territory_zones")
    if country not in zones:
        raise typer.BadParameter(f"{country} is no country's ISO 3166 code, such as SE")
    return str(zones[country][0])


def _spoken(languages: str) -> tuple[str, ...]:
    known = {p.name.split(".")[1] for p in (RESOURCES / "letters").glob("texts.*.json")}
    spoken = tuple(word.strip() for word in languages.split(","))
    if not known.issuperset(spoken):
        raise typer.BadParameter(f"letters can be written in: {', '.join(sorted(known))}")
    return spoken


@verbs.command()
def intake(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument()],
    read: Annotated[bool, typer.Option("--read", help="Read the pages, too.")] = False,
) -> None:
    """Takes files and folders in; the sources are not touched."""
    call = call_of(context)
    opened = call.opened()
    pieces = []
    for taken in opened.services.intake.take(opened.user, paths, progress=call.terminal):
        _give_taken(call, taken)
        pieces += [taken.piece.id] if taken.piece and read else []
    deque(opened.services.ocr.read(opened.user, pieces, call.terminal), maxlen=0)
    call.finish()


@verbs.command("read")
def read_mail(context: typer.Context) -> None:
    """Reads the pages that nobody read yet, so that search finds their words."""
    call = call_of(context)
    opened = call.opened()
    services = opened.services
    pieces = [p.id for p in services.intake.pieces()]
    for page in services.ocr.read(opened.user, pieces, call.terminal):
        facts = {"part": page.part_id, "number": page.number, "language": page.language,
                 "words": len(page.words), "source": page.source}  # fmt: skip
        call.terminal.give(facts, f"page {page.number}: {page.language}, {len(page.words)} words")
    for piece in services.intake.pieces():
        for problem in services.ocr.problems(piece.id):
            call.terminal.refused += 1
            call.terminal.say(f"{problem.code}: {problem.words}")
    call.finish()


def _give_taken(call: Call, taken: "Taken") -> None:
    refusal, piece = taken.refusal, taken.piece
    facts = {
        "path": taken.path,
        "status": taken.status,
        "piece": piece.number if piece else None,
        "sha256": taken.sha256,
        "parts": [
            {
                "name": part.name,
                "media_type": part.media_type,
                "pages": len(part.pages),
                "sha256": part.sha256,
                "depth": part.depth,
            }
            for part in (piece.parts if piece else ())
        ],
        "warnings": [str(w) for w in taken.warnings],
        "error": {"code": refusal.code, "text": str(refusal.words)} if refusal else None,
    }
    if refusal:
        call.terminal.refused += 1
        words = f"refused   {taken.path}: {refusal.code} {refusal.words}"
    else:
        pages = len(piece.pages) if piece else 0
        words = f"{taken.status:9} {taken.path}: {piece.number if piece else ''}, {pages} pages"
    call.terminal.give(facts, words)


@verbs.command()
def search(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument()],
    limit: Annotated[int, typer.Option(help="Hits at most.")] = 50,
) -> None:
    """Finds mail, inquiries, letters and standard responses, best first."""
    call = call_of(context)
    for hit in call.opened().services.inquiries.search(" ".join(words), limit=limit):
        facts = {
            "kind": hit.kind,
            "id": hit.ref,
            "title": hit.title,
            "snippet": hit.snippet,
            "rank": hit.rank,
        }
        call.terminal.give(facts, f"{hit.kind:9} {hit.title}\n          {hit.snippet}")


@verbs.command()
def letter(
    context: typer.Context,
    inquiry: Annotated[str, typer.Argument(help="Number of the inquiry.")],
    output: Annotated[Path | None, typer.Option("-o", help="Where the PDF goes.")] = None,
) -> None:
    """Renders an inquiry's letter in its present state."""
    call = call_of(context)
    opened = call.opened()
    services = opened.services
    found = services.inquiries.by_number(inquiry)
    written = services.letters.letters(found.id)
    draft = written[-1] if written else services.letters.compose(opened.user, found.id)
    if draft.state in (LetterState.SIGNED, LetterState.DISPATCHED):
        signed = services.letters.signed(draft.id)
        pdf, sha256, gates = services.letters.pdf(draft.id), signed.sha256, []
    else:
        preview = services.letters.preview(draft.id)
        pdf, sha256 = preview.pdf, hashlib.sha256(preview.pdf).hexdigest()
        gates = [
            {"code": g.code, "text": str(g.words), "place": g.place}
            for g in services.letters.gates(draft.id)
        ]
    path = output or Path(f"{draft.reference.replace('/', '-')}.pdf")
    services.people.trail.took(opened.user, draft.reference)
    write_out(path, pdf)
    facts = {
        "letter": draft.reference,
        "state": draft.state,
        "sha256": sha256,
        "gates": gates,
        "file": path,
    }
    stops = "".join(f"\n  {g['text']}" for g in gates)
    call.terminal.give(facts, f"{draft.reference}, {draft.state.value}: {path}{stops}")
