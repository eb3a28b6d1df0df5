"""What a supervisor asks for: the record of processing, an impact assessment, a breach (GD-09)."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mi_desktop.basics.paths import RESOURCES
from mi_desktop.keeping import purge
from mi_desktop.keeping.errors import ExportNotWritten, NobodyFound
from mi_desktop.keeping.model import Papers
from mi_desktop.keeping.purposes import purposes
from mi_desktop.keeping.receipt import Part, sheet
from mi_desktop.people import Action, User
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from mi_desktop.storage.audit import AuditRow

_MEASURES = (
    "Records, documents, search and backups encrypted; keys wrapped per user by Argon2id",
    "Roles and permissions for every verb; lock when idle; lockout after refused sign-ins",
    "Audit trail chained by hashes, with signed checkpoints outside",
    "Backups read back, restore drills; pseudonymisation; a key for each document and person",
)
# A sheet program takes what begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class RegisterDesk:
    """Draws up what the law wants on paper, from the office's own settings and records."""

    def __init__(self, office: Office, settings: OfficeSettings) -> None:
        self._office, self._settings = office, settings

    def processing(self, user: User) -> Papers:
        """The record of processing activities (Art. 30), as PDF and CSV."""
        user.must(Action.KEEP_RECORDS)
        self._noted(user, "keeping.processing_record", {})
        settings = self._settings
        every = purposes(settings.keeping)
        transfers = list(_transfers(settings))
        parts: list[Part] = [("Controller", [*_controller(settings)])]
        parts += [
            (
                p.name,
                [f"Legal basis: {p.basis}", f"Whose data: {p.subjects}", f"Which data: {p.data}",
                 f"Recipients: {p.recipients}", f"Kept: {p.retention}"],
            )
            for p in every
        ]  # fmt: skip
        parts.append(("Recipients outside the EU and EEA", transfers or ["none"]))
        parts.append(("Security (Art. 32)", list(_MEASURES)))
        pdf = sheet("Record of processing activities (Art. 30 GDPR)", parts, self._foot())
        head = ("processing", "legal basis", "data subjects", "data", "recipients", "retention",
                "transfers", "security")  # fmt: skip
        rows = [
            (p.name, p.basis, p.subjects, p.data, p.recipients, p.retention,
             "; ".join(transfers) or "none", "; ".join(_MEASURES))
            for p in every
        ]  # fmt: skip
        return Papers("processing-record", {"pdf": pdf, "csv": _csv(head, rows)})

    def impact(self, user: User) -> Papers:
        """A template of the data protection impact assessment, as far as the program can fill it.

        As PDF and as Markdown, which the office completes.
        """
        user.must(Action.KEEP_RECORDS)
        self._noted(user, "keeping.impact_assessment", {})
        settings = self._settings
        text = (RESOURCES / "privacy" / "dpia.md").read_text(encoding="utf-8")
        filled = text.format(
            controller=settings.letterhead.company or settings.name,
            day=f"{self._office.database.clock():%Y-%m-%d}",
            purposes="\n".join(f"- {p.name}: {p.basis}" for p in purposes(settings.keeping)),
            months=settings.keeping.inquiry_months,
            lock=settings.lock_after_minutes,
        )
        title, *body = filled.splitlines()
        pdf = sheet(title.strip("# "), _parts(body), self._foot())
        return Papers("impact-assessment", {"pdf": pdf, "md": filled.encode()})

    def breach(
        self, user: User, period: tuple[datetime, datetime], numbers: Sequence[str] = ()
    ) -> Papers:
        """Who did what and when to whose data, for a notification within 72 hours (Art. 33).

        Args:
            user: who exports; it is noted.
            period: from, until before; UTC.
            numbers: of the inquiries and mail pieces that were touched; none: all of the period.

        Returns:
            `csv` the persons with what of theirs was touched, `json` the persons and every deed.

        Raises:
            NobodyFound: numbers that nothing has.
        """
        user.must(Action.KEEP_RECORDS)
        facts = {"since": [None, period[0].isoformat()], "until": [None, period[1].isoformat()]}
        self._noted(user, "keeping.breach_export", {**facts, "records": [None, len(numbers)]})
        with self._office.database.read() as session:
            people, told = _breached(session, period, _inquiries(session, numbers))
        whole = {
            "controller": _controller(self._settings),
            "since": period[0].isoformat(),
            "until": period[1].isoformat(),
            "persons": people,
            "deeds": told,
        }
        head = tuple(people[0]) if people else ("number",)
        rows = [tuple(person.values()) for person in people]
        content = json.dumps(whole, ensure_ascii=False, indent=1).encode()
        return Papers("breach", {"csv": _csv(head, rows), "json": content})

    def write(self, folder: Path, papers: Papers) -> list[Path]:
        """Writes a paper's forms into a folder under today's date; returns the files.

        Raises:
            ExportNotWritten: a file is there already, full disk, no permission.
        """
        stem = f"{papers.name}-{self._office.database.clock():%Y%m%d-%H%M%S}"
        files = [folder / f"{stem}.{end}" for end in papers.files]
        for file, content in zip(files, papers.files.values(), strict=True):
            try:
                with file.open("xb") as out:
                    file.chmod(0o600)
                    out.write(content)
            except OSError as e:
                raise ExportNotWritten(place=file, reason=e.strerror or "input/output error") from e
        return files

    def _noted(self, user: User, action: str, facts: dict[str, Any]) -> None:
        with self._office.database.write(user.id, action) as session:
            self._office.database.note(session, "register", "office", facts)

    def _foot(self) -> str:
        return f"{self._settings.name} · {self._office.database.clock():%Y-%m-%d %H:%M} UTC"


def _controller(settings: OfficeSettings) -> list[str]:
    head = settings.letterhead
    address = " ".join(p for p in (head.street, head.postcode, head.city) if p)
    found = (head.company or settings.name, head.department, address, head.phone, head.email)
    notice = f"Notice (Art. 13, 14): {head.privacy_url}" if head.privacy_url else ""
    return [line for line in (*found, notice) if line]


def _transfers(settings: OfficeSettings) -> Iterable[str]:
    for name in ("safety", "quality"):
        to = getattr(settings.receivers, name)
        if to.abroad:
            yield f"{name} department, {to.country}: {to.transfer_basis or 'NO BASIS RECORDED'}"


def _parts(lines: Sequence[str]) -> Iterable[Part]:
    heading, under = "", list[str]()
    for line in lines:
        if line.startswith("## "):
            yield heading, under
            heading, under = line.removeprefix("## "), []
        elif line.strip() and not line.startswith("|---"):
            under.append(line.strip("| ").replace("|", "·"))
    yield heading, under


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([[_plain(str(cell)) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _inquiries(session: Session, numbers: Sequence[str]) -> set[str] | None:
    """The inquiries of these numbers, of mail that belongs to one too; None for all."""
    if not numbers:
        return None
    kinds = purge.kinds()
    inquiry, piece, filed = kinds["inquiry"], kinds["piece"], kinds["filed_piece"]
    found = set(session.scalars(select(inquiry.id).where(inquiry.number.in_(numbers))))
    pieces = select(piece.id).where(piece.number.in_(numbers))
    found |= set(session.scalars(select(filed.inquiry_id).where(filed.piece_id.in_(pieces))))
    if not found:
        raise NobodyFound
    return found


def _deeds(session: Session, period: tuple[datetime, datetime]) -> Iterable[AuditRow]:
    since, until = period
    query = select(AuditRow).where(AuditRow.at >= since, AuditRow.at < until)
    return session.scalars(query.order_by(AuditRow.seq))


def _breached(
    session: Session, period: tuple[datetime, datetime], wanted: set[str] | None
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The persons, and what was done to their records."""
    deeds = list(_deeds(session, period))
    about = _touched(session, deeds, wanted)
    people = [_person(session, inquiry) for inquiry in sorted(about)]
    users = session.scalars(select(purge.kinds()["user"]))
    names = {row.id: row.full_name for row in users}
    if wanted is not None:
        keys = {pair for found in about.values() for pair in found}
        deeds = [d for d in deeds if (d.entity, d.key) in keys]
    told = [
        {"at": d.at.isoformat(), "by": names.get(d.by, d.by), "action": d.action,
         "record": f"{d.entity}/{d.key}", "fields": sorted(json.loads(d.changes))}
        for d in deeds
    ]  # fmt: skip
    return people, told


def _touched(
    session: Session, deeds: Sequence[AuditRow], wanted: set[str] | None
) -> dict[str, set[tuple[str, str]]]:
    """Each inquiry with what of it the lines of the trail may name."""
    ids = wanted
    if ids is None:
        named = {d.key for d in deeds if d.entity == "inquiry"}
        ids = named & set(session.scalars(select(purge.kinds()["inquiry"].id)))
    return {
        one: set(purge.trail_names(purge.reach(session, [one], purge.filed(session, [one]))))
        for one in ids
    }


def _person(session: Session, inquiry_id: str) -> dict[str, Any]:
    """Whose data an inquiry holds, and how to tell them (Art. 34)."""
    row = session.get_one(purge.kinds()["inquiry"], inquiry_id)
    handoff = purge.kinds()["handoff"]
    reported = session.scalar(select(handoff.id).where(handoff.inquiry_id == inquiry_id).limit(1))
    return {
        "number": row.number,
        "name": row.name,
        "kind": row.type,
        "email": row.email,
        "phone": row.phone,
        "street": row.street,
        "postcode": row.postcode,
        "city": row.city,
        "country": row.country,
        "health_data": "reported event or complaint" if reported else "in the question, perhaps",
    }
