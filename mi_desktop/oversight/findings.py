"""What a periodic review looks at, each question a section (P11-21)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from mi_desktop.basics.progress import Progress
from mi_desktop.basics.words import Words, words
from mi_desktop.inquiries import Pace
from mi_desktop.keeping import KeepingService, RunKind, RunState
from mi_desktop.oversight import store
from mi_desktop.oversight.model import Cell, EntryKind, Section
from mi_desktop.people import PeopleService, User
from mi_desktop.safety import SafetyService, Trip
from mi_desktop.storage import AuditLine, Office, Wanted
from mi_desktop.storage.audit_reading import in_order
from mi_desktop.storage.tries import FREE

INACTIVE_DAYS = 90
_REFUSED = ("people.sign_in_refused", "people.signature_refused", "people.passphrase_refused")
_RIGHTS = (
    "people.add",
    "people.change_roles",
    "people.deactivate",
    "people.reactivate",
    "people.reset_passphrase",
    "people.recover",
    "people.new_recovery_key",
)
_TAKEN = (
    "audit.export",
    "oversight.copy_record",
    "oversight.export_review",
    "people.took_file",
    "safety.e2b_export",
    "ocr.take_redacted",
    "keeping.access",
)
_SIGN_IN = "people.sign_in"


@dataclass(frozen=True)
class Rooms:
    """Whom a review asks."""

    office: Office
    people: PeopleService
    safety: SafetyService
    keeping: KeepingService


@dataclass(frozen=True)
class Period:
    """UTC; from and before."""

    since: datetime
    until: datetime

    def holds(self, at: datetime | None) -> bool:
        """True for a time inside."""
        return at is not None and self.since <= at < self.until


def look(rooms: Rooms, period: Period, progress: Progress) -> tuple[Section, ...]:
    """Every section; slow where the trail is long, for its whole chain is walked."""
    users = rooms.people.users()
    names = {u.id: u.full_name for u in users}
    with rooms.office.database.read() as session:
        logged = store.entries(session)
        changes = [c for c in store.changes(session) if period.holds(c.at)]
        lines = _wanted(session, period)
    return (
        _users(rooms, users, lines, period),
        _refused(lines[_REFUSED_KEY], lines[_SIGN_IN], names),
        _plain("rights", words("Users, roles and keys that changed"), lines[_RIGHTS_KEY], names),
        _audit(rooms, period, progress),
        _clock(lines[_SIGN_IN], names),
        _handoffs(rooms),
        _backups(rooms, period),
        _holds(rooms, names),
        Section(
            "settings",
            words("Settings that changed"),
            (
                words("Time"),
                words("By"),
                words("Setting"),
                words("Old"),
                words("New"),
                words("Why"),
            ),
            tuple((_at(c.at), names.get(c.by, c.by), c.path, c.old, c.new, c.why) for c in changes),
        ),
        _plain("taken", words("Copies and exports taken"), lines[_TAKEN_KEY], names),
        _logbook([e for e in logged if e.open or period.holds(e.at)], names),
    )


_REFUSED_KEY, _RIGHTS_KEY, _TAKEN_KEY = "refused", "rights", "taken"
_Lines = dict[str, list[AuditLine]]


def _wanted(session: Session, period: Period) -> _Lines:
    asked = {
        _REFUSED_KEY: _REFUSED,
        _RIGHTS_KEY: _RIGHTS,
        _TAKEN_KEY: _TAKEN,
        _SIGN_IN: (_SIGN_IN,),
    }
    found: _Lines = {}
    for key, actions in asked.items():
        every = [
            line
            for action in actions
            for line in in_order(
                session, Wanted(action=action, since=period.since, until=period.until)
            )
        ]
        found[key] = sorted(every, key=lambda line: line.seq)
    return found


def _users(rooms: Rooms, users: Iterable[User], lines: _Lines, period: Period) -> Section:
    seen = rooms.people.last_sign_ins()
    limit = period.until - timedelta(days=INACTIVE_DAYS)
    rows: list[tuple[Cell, ...]] = []
    attention = 0
    for user in users:
        last = seen.get(user.id)
        told: list[Words] = []
        if user.active and (last is None or last < limit):
            told.append(words("not signed in for {days} days", days=INACTIVE_DAYS))
        if user.active and user.passphrase_of_another:
            told.append(words("passphrase chosen by somebody else"))
        if user.active and rooms.people.keys.overdue(user):
            told.append(words("passphrase older than the office allows"))
        attention += bool(told)
        rows.append(
            (
                user.name,
                user.full_name,
                tuple(sorted(user.roles)),
                words("active") if user.active else words("left"),
                _at(last),
                _at(user.passphrase_at),
                tuple(told),
            )
        )
    columns = (
        words("User"),
        words("Name"),
        words("Roles"),
        words("State"),
        words("Last sign-in"),
        words("Passphrase of"),
        words("To look at"),
    )
    return Section("users", words("Users and roles"), columns, tuple(rows), attention)


def _refused(lines: list[AuditLine], entered: list[AuditLine], names: dict[str, str]) -> Section:
    counts = Counter((names.get(a.key, a.key), a.action) for a in lines)
    rows = [(who, action, str(count), "") for (who, action), count in sorted(counts.items())]
    before = [(a, _number(a.changes.get("refused_before"))) for a in entered]
    locked = [
        (names.get(a.key, a.key), words("locked out before a sign-in"), str(count), _at(a.at))
        for a, count in before
        if count >= FREE
    ]
    columns = (words("Who"), words("What"), words("How often"), words("When"))
    return Section(
        "refused",
        words("Refused sign-ins and signatures, lock-outs"),
        columns,
        (*rows, *locked),
        len(locked),
    )


def _number(pair: Any) -> int:
    return int(pair[1]) if isinstance(pair, list) and pair[1] is not None else 0


def _plain(key: str, title: Words, lines: list[AuditLine], names: dict[str, str]) -> Section:
    rows = tuple(
        (
            _at(a.at),
            names.get(a.by, a.by),
            a.action,
            f"{a.entity} {names.get(a.key, a.key)}",
            " → ".join(str(v) for v in a.changes.get("roles", ()) if v is not None),
        )
        for a in lines
    )
    return Section(
        key,
        title,
        (words("Time"), words("By"), words("Action"), words("Record"), words("Roles")),
        rows,
    )


def _audit(rooms: Rooms, period: Period, progress: Progress) -> Section:
    report = rooms.people.trail.verify(progress=progress)
    rows: list[tuple[Cell, ...]] = [(words("chain"), report.words)]
    rows += [(words("warning"), w) for w in report.warnings]
    jumps = [j for j in report.jumps if period.holds(j.at)]
    rows += [(words("clock"), _jump(j.seq, j.ahead, _at(j.at))) for j in jumps]
    broken = report.broken_at is not None
    attention = broken + len(report.warnings) + len(jumps)
    return Section(
        "audit", words("Audit trail"), (words("What"), words("Found")), tuple(rows), attention
    )


def _jump(line: int, ahead: bool, at: str) -> Words:
    if ahead:
        return words("line {line}: set far ahead, to {at}", line=line, at=at)
    return words("line {line}: set back, to {at}", line=line, at=at)


def _clock(entered: list[AuditLine], names: dict[str, str]) -> Section:
    counts = Counter(str(_second(a.changes.get("clock"))) for a in entered)
    rows = tuple((state, str(count)) for state, count in sorted(counts.items()))
    away = counts.get("not synchronised", 0)
    return Section(
        "clock",
        words("The machine's clock at sign-ins"),
        (words("State"), words("Sign-ins")),
        rows,
        int(away > 0),
    )


def _second(pair: Any) -> Any:
    return pair[1] if isinstance(pair, list) else "not noted"


def _handoffs(rooms: Rooms) -> Section:
    late: list[tuple[Cell, ...]] = [
        (line.number, line.task, _at(line.due), words("late"))
        for line in rooms.safety.board()
        if line.pace is Pace.LATE
    ]
    failed: list[tuple[Cell, ...]] = [
        (one.handoff_id, words("sending failed"), _at(one.queued_at), one.problem or "")
        for one in rooms.safety.transmission.transmissions(Trip.REFUSED)
    ]
    columns = (words("Hand-off"), words("What"), words("Due or queued"), words("State"))
    rows = (*late, *failed)
    return Section("handoffs", words("Failed and late hand-offs"), columns, rows, len(rows))


def _backups(rooms: Rooms, period: Period) -> Section:
    state = rooms.keeping.backups.state()
    runs = [r for r in state.runs if period.holds(r.begun_at)]
    rows: list[tuple[Cell, ...]] = [
        (_at(r.begun_at), r.kind, r.state, str(r.records), r.problem or "") for r in runs
    ]
    failed = sum(r.state is RunState.FAILED for r in runs)
    good = any(r.state is RunState.DONE and r.kind is not RunKind.DRILL for r in runs)
    tried = any(r.state is RunState.DONE and r.kind is RunKind.DRILL for r in runs)
    if not good:
        rows.append(("", words("backup"), words("none in this time"), "", ""))
    if not tried:
        rows.append(("", words("restore drill"), words("none in this time"), "", ""))
    columns = (words("Begun"), words("Kind"), words("State"), words("Records"), words("Problem"))
    attention = failed + (not good) + (not tried)
    return Section("backups", words("Backups and restore drills"), columns, tuple(rows), attention)


def _holds(rooms: Rooms, names: dict[str, str]) -> Section:
    rows = tuple(
        (_at(h.at), h.number or words("a person"), h.why, names.get(h.by, h.by))
        for h in rooms.keeping.retention.holds()
    )
    return Section(
        "holds",
        words("Legal holds in force"),
        (words("Since"), words("On"), words("Why"), words("By")),
        rows,
    )


def _logbook(entries: Iterable[Any], names: dict[str, str]) -> Section:
    every = list(entries)
    rows = tuple(
        (
            _at(e.at),
            e.kind,
            names.get(e.about or e.by, e.by),
            f"{e.title} {e.version}".strip(),
            e.outcome or (words("open") if e.open else ""),
        )
        for e in every
    )
    columns = (words("Time"), words("Kind"), words("Who"), words("What"), words("Outcome"))
    attention = sum(e.open for e in every if e.kind is EntryKind.INCIDENT)
    return Section(
        "logbook", words("Incidents, trainings, procedures read"), columns, rows, attention
    )


def _at(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at else ""
