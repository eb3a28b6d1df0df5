"""Operational qualification: the program tried where it matters, in an office to throw away.

Each step does what it says with the real rooms and tells what came of it; a step that fails or
breaks is written down like one that passes (P11-22).
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.progress import Progress
from mi_desktop.basics.words import words
from mi_desktop.demo.installed import Check, installed
from mi_desktop.demo.model import Demonstration
from mi_desktop.inquiries import InquiryDraft, NewQuestion, Requester
from mi_desktop.intake import Channel
from mi_desktop.keeping.receipt import sheet
from mi_desktop.oversight import verify
from mi_desktop.oversight.printed import archived
from mi_desktop.people import Role

_NAME = "Qualificatus Canaria"
# Id, what is tried, rules, what should come of it, the step; it gives what came of it.
Step = tuple[str, str, str, str, Callable[[Demonstration, Path], str]]


def qualify(demonstration: Demonstration, lock: Path | None, progress: Progress) -> Iterator[Check]:
    """Every step, one after the other; the office is of no use afterwards.

    Args:
        demonstration: a fresh demonstration office.
        lock: see `installed`.
        progress: may cancel.
    """
    yield from installed(lock)
    with TemporaryDirectory() as place:
        for done, (check, what, rule, expected, step) in enumerate(STEPS):
            progress.step(done, len(STEPS), words("Trying the program out"))
            try:
                found = step(demonstration, Path(place))
            except WorldError as e:
                found = f"stopped: {e}"
            yield Check(check, what, rule, expected, found, found == expected)


def record(checks: list[Check], who: str, office: Demonstration) -> tuple[bytes, bytes]:
    """The record to sign: PDF/A and CSV.

    Args:
        checks: what was tried.
        who: name of whoever ran it.
        office: whose clock dates the record.
    """
    at = office.services.office.database.clock() - office_shift(office)
    failed = [c.id for c in checks if not c.passed]
    title = "Installation and operational qualification"
    parts = [
        (
            "Result",
            [
                f"{len(checks)} steps, {len(failed)} failed: {', '.join(failed) or 'none'}",
                f"run by {who or 'nobody named'}, {at:%Y-%m-%d %H:%M} UTC",
            ],
        ),
        *(
            (f"{c.id} · {'passed' if c.passed else 'FAILED'}", [
                c.what, *([f"rules: {c.rule}"] if c.rule else []),
                f"expected: {c.expected}", f"found: {c.found}",
            ])
            for c in checks
        ),
        ("Signed", ["", "Name, date and signature: ______________________________"]),
    ]  # fmt: skip
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(["id", "what", "rules", "expected", "found", "passed"])
    rows.writerows([c.id, c.what, c.rule, c.expected, c.found, c.passed] for c in checks)
    drawn = sheet(title, parts, f"{title} · {at:%Y-%m-%d %H:%M} UTC")
    return archived(title, who or "MI Desktop", at, drawn), out.getvalue().encode()


def office_shift(office: Demonstration) -> timedelta:
    """How far the demonstration's clock is from ours."""
    return timedelta(seconds=office.services.settings.clock_shift_s)


def _refused(call: Callable[[], object]) -> str:
    try:
        call()
    except WorldError as e:
        return f"refused: {e.code}"
    return "taken"


def _without_permission(office: Demonstration, _: Path) -> str:
    people, anna = office.services.people, office.staff.anna
    return _refused(lambda: people.staff.change_roles(anna, anna.id, frozenset({Role.SAFETY})))


def _wrong_passphrase(office: Demonstration, _: Path) -> str:
    return _refused(lambda: office.services.people.sign_in("anna", "not hers at all"))


def _guessable(office: Demonstration, _: Path) -> str:
    keys, maria = office.services.people.keys, office.staff.maria
    return _refused(lambda: keys.reset_passphrase(maria, office.staff.anna.id, "Password2026!"))


def _signature(office: Demonstration, _: Path) -> str:
    return _refused(lambda: office.services.people.check(office.staff.erik, "not his at all"))


def _gate(office: Demonstration, _: Path) -> str:
    """An inquiry whose checklist nobody answered lets no letter out."""
    services, staff = office.services, office.staff
    question = NewQuestion("May it be split?", "en", "zelvimar", "DOS")
    draft = InquiryDraft(Requester(name=_NAME), (question,), "en")
    inquiry = services.inquiries.register(staff.anna, None, draft, Channel.HAND)
    letter = services.letters.compose(staff.anna, inquiry.id)
    codes = [g.code for g in services.letters.gates(letter.id)]
    return "shut" if any("SAFETY" in c.upper() for c in codes) else f"gates: {', '.join(codes)}"


def _trail(office: Demonstration, _: Path) -> str:
    report = office.services.people.trail.verify()
    return "whole" if report.broken_at is None else f"broken at {report.broken_at}"


def _letters(office: Demonstration, _: Path) -> str:
    """A signed letter is valid as it is, and not with one byte changed."""
    letters = office.services.letters
    letter = next(iter(letters.letters(_answered(office))))
    pdf = letters.pdf(letter.id)
    broken = bytearray(pdf)
    broken[len(pdf) // 2] ^= 1
    judged = [letters.signer.verify(data).verdict for data in (pdf, bytes(broken))]
    return f"{judged[0]}, then {'valid' if judged[1] == 'valid' else 'not valid'}"


def _copy(office: Demonstration, place: Path) -> str:
    file = place / "copy.zip"
    desk, maria = office.services.oversight.copies, office.staff.maria
    taken = desk.take(maria, _answered(office), file)
    same = not desk.changed_since(maria, file)
    with zipfile.ZipFile(file) as packed:
        packed.extractall(place / "copy")
    page = place / "copy" / "record.json"
    page.write_bytes(page.read_bytes().replace(b'"verbatim"', b'"verbatum"'))
    told = not verify(place / "copy").whole
    return f"{'equal' if taken.whole and same else 'differs'}, edit {'told' if told else 'missed'}"


def _backup(office: Demonstration, place: Path) -> str:
    backups, maria = office.services.keeping.backups, office.staff.maria
    file = place / "one.mibackup"
    backups.make(maria, file)
    drill = backups.drill(maria, file)
    return "restored, chain whole" if drill.broken_at is None else "chain broken"


def _review(office: Demonstration, _: Path) -> str:
    now = office.services.office.database.clock()
    desk, maria = office.services.oversight.reviews, office.staff.maria
    drawn = desk.draw_up(maria, now - timedelta(days=30), now)
    return desk.sign(maria, drawn, office.passphrase).number[:4] + "…"


def _encrypted(office: Demonstration, _: Path) -> str:
    """The name of a requester stands nowhere on the disk."""
    wanted = _NAME.encode()
    files = [p for p in office.services.office.folder.rglob("*") if p.is_file()]
    open_ones = [p.name for p in files if wanted in p.read_bytes()]
    return f"found in {', '.join(open_ones)}" if open_ones else "not found"


def _cut(office: Demonstration, _: Path) -> str:
    """Last of all, for it spoils the office: a line of the trail is changed behind its back."""
    with office.services.office.database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER audit_no_update")
        connection.exec_driver_sql("UPDATE audit SET by = 'nobody' WHERE seq = 7")
    return f"broken at {office.services.people.trail.verify().broken_at}"


def _answered(office: Demonstration) -> str:
    return office.services.inquiries.by_number("MI-SE-2026-00001").id


STEPS: tuple[Step, ...] = (
    ("OQ-01", "Somebody without the role changes roles", "P11-08", "refused: PEO-001",
     _without_permission),
    ("OQ-02", "A wrong passphrase at the door", "P11-11", "refused: STO-003", _wrong_passphrase),
    ("OQ-03", "A passphrase that is easy to guess", "P11-10", "refused: PEO-010", _guessable),
    ("OQ-04", "A signature with a wrong passphrase", "P11-13", "refused: PEO-002", _signature),
    ("OQ-05", "A letter before safety was answered", "AE-MIN-5", "shut", _gate),
    ("OQ-06", "A signed letter, and one with a byte changed", "SIG-3 SIG-5",
     "valid, then not valid", _letters),
    ("OQ-07", "A copy of a record is read back, then edited", "P11-06", "equal, edit told", _copy),
    ("OQ-08", "A backup is made and tried out", "P11-20", "restored, chain whole", _backup),
    ("OQ-09", "A periodic review is drawn up and signed", "P11-21", "REV-…", _review),
    ("OQ-10", "A requester's name in the files on disk", "GD-06", "not found", _encrypted),
    ("OQ-11", "The audit trail as it is", "P11-03", "whole", _trail),
    ("OQ-12", "The audit trail with a line changed", "P11-03", "broken at 7", _cut),
)  # fmt: skip
