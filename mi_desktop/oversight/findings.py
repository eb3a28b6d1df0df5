"""What a periodic review looks at, each question a section (P11-21)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from mi_desktop.basics.progress import Progress
from mi_desktop.inquiries import Pace
from mi_desktop.keeping import KeepingService, RunKind, RunState
from mi_desktop.oversight import store
from mi_desktop.oversight.model import EntryKind, Section
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
    "keeping.export",
    "letters.export",
    "safety.export_e2b",
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
        _plain("rights", "Users, roles and keys that changed", lines[_RIGHTS_KEY], names),
        _audit(rooms, period, progress),
        _clock(lines[_SIGN_IN], names),
        _handoffs(rooms),
        _backups(rooms, period),
        _holds(rooms, names),
        Section(
            "settings",
            "Settings that changed",
            ("Time", "By", "Setting", "Old", "New", "Why"),
            tuple((_at(c.at), names.get(c.by, c.by), c.path, c.old, c.new, c.why) for c in changes),
        ),
        _plain("taken", "Copies and exports taken", lines[_TAKEN_KEY], names),
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
    rows, attention = [], 0
    for user in users:
        last = seen.get(user.id)
        told = []
        if user.active and (last is None or last < limit):
            told.append(f"not signed in for {INACTIVE_DAYS} days")
        if user.active and user.passphrase_of_another:
            told.append("passphrase chosen by somebody else")
        if user.active and rooms.people.keys.overdue(user):
            told.append("passphrase older than the office allows")
        attention += bool(told)
        rows.append(
            (
                user.name,
                user.full_name,
                ", ".join(sorted(user.roles)),
                "active" if user.active else "left",
                _at(last),
                _at(user.passphrase_at),
                "; ".join(told),
            )
        )
    columns = ("User", "Name", "Roles", "State", "Last sign-in", "Passphrase of", "To look at")
    return Section("users", "Users and roles", columns, tuple(rows), attention)


def _refused(lines: list[AuditLine], entered: list[AuditLine], names: dict[str, str]) -> Section:
    counts = Counter((names.get(a.key, a.key), a.action) for a in lines)
    rows = [(who, action, str(count), "") for (who, action), count in sorted(counts.items())]
    before = [(a, _number(a.changes.get("refused_before"))) for a in entered]
    locked = [
        (names.get(a.key, a.key), "locked out before a sign-in", str(count), _at(a.at))
        for a, count in before
        if count >= FREE
    ]
    columns = ("Who", "What", "How often", "When")
    return Section(
        "refused",
        "Refused sign-ins and signatures, lock-outs",
        columns,
        (*rows, *locked),
        len(locked),
    )


def _number(pair: Any) -> int:
    return int(pair[1]) if isinstance(pair, list) and pair[1] is not None else 0


def _plain(key: str, title: str, lines: list[AuditLine], names: dict[str, str]) -> Section:
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
    return Section(key, title, ("Time", "By", "Action", "Record", "Roles"), rows)


def _audit(rooms: Rooms, period: Period, progress: Progress) -> Section:
    report = rooms.people.trail.verify(progress=progress)
    rows = [("chain", str(report.words))]
    rows += [("warning", str(w)) for w in report.warnings]
    jumps = [j for j in report.jumps if period.holds(j.at)]
    rows += [
        ("clock", f"line {j.seq}: set {'ahead' if j.ahead else 'back'} to {_at(j.at)}")
        for j in jumps
    ]
    broken = report.broken_at is not None
    attention = broken + len(report.warnings) + len(jumps)
    return Section("audit", "Audit trail", ("What", "Found"), tuple(rows), attention)


def _clock(entered: list[AuditLine], names: dict[str, str]) -> Section:
    counts = Counter(str(_second(a.changes.get("clock"))) for a in entered)
    rows = tuple((state, str(count)) for state, count in sorted(counts.items()))
    away = counts.get("not synchronised", 0)
    return Section(
        "clock", "The machine's clock at sign-ins", ("State", "Sign-ins"), rows, int(away > 0)
    )


def _second(pair: Any) -> Any:
    return pair[1] if isinstance(pair, list) else "not noted"


def _handoffs(rooms: Rooms) -> Section:
    late = [
        (line.number, line.task.value, _at(line.due), "late")
        for line in rooms.safety.board()
        if line.pace is Pace.LATE
    ]
    failed = [
        (one.handoff_id, "sending failed", _at(one.queued_at), str(one.problem or ""))
        for one in rooms.safety.transmission.transmissions(Trip.REFUSED)
    ]
    columns = ("Hand-off", "What", "Due or queued", "State")
    rows = (*late, *failed)
    return Section("handoffs", "Failed and late hand-offs", columns, rows, len(rows))


def _backups(rooms: Rooms, period: Period) -> Section:
    state = rooms.keeping.backups.state()
    runs = [r for r in state.runs if period.holds(r.begun_at)]
    rows = [
        (_at(r.begun_at), r.kind.value, r.state.value, str(r.records), str(r.problem or ""))
        for r in runs
    ]
    failed = sum(r.state is RunState.FAILED for r in runs)
    good = any(r.state is RunState.DONE and r.kind is not RunKind.DRILL for r in runs)
    tried = any(r.state is RunState.DONE and r.kind is RunKind.DRILL for r in runs)
    if not good:
        rows.append(("", "backup", "none in this time", "", ""))
    if not tried:
        rows.append(("", "drill", "none in this time", "", ""))
    columns = ("Begun", "Kind", "State", "Records", "Problem")
    attention = failed + (not good) + (not tried)
    return Section("backups", "Backups and restore drills", columns, tuple(rows), attention)


def _holds(rooms: Rooms, names: dict[str, str]) -> Section:
    rows = tuple(
        (_at(h.at), h.number or "a person", h.why, names.get(h.by, h.by))
        for h in rooms.keeping.retention.holds()
    )
    return Section("holds", "Legal holds in force", ("Since", "On", "Why", "By"), rows)


def _logbook(entries: Iterable[Any], names: dict[str, str]) -> Section:
    every = list(entries)
    rows = tuple(
        (
            _at(e.at),
            e.kind.value,
            names.get(e.about or e.by, e.by),
            f"{e.title} {e.version}".strip(),
            e.outcome or ("open" if e.open else ""),
        )
        for e in every
    )
    columns = ("Time", "Kind", "Who", "What", "Outcome")
    attention = sum(e.open for e in every if e.kind is EntryKind.INCIDENT)
    return Section("logbook", "Incidents, trainings, procedures read", columns, rows, attention)


def _at(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at else ""
