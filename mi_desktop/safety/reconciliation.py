"""Two-way reconciliation with a department's list: compare, settle, sign off (REC-1, REC-2)."""

import hashlib
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from mi_desktop import safety
from mi_desktop.basics.ids import new_id
from mi_desktop.basics.words import Words
from mi_desktop.people import Action, Meaning, User
from mi_desktop.safety import reconciliation_store as kept
from mi_desktop.safety import store
from mi_desktop.safety.clocks import day_zero
from mi_desktop.safety.errors import LinesOpen, PeriodTurned, RunSigned, WordsNeeded
from mi_desktop.safety.matching import carried, match
from mi_desktop.safety.model import HandOff, HandOffKind
from mi_desktop.safety.reconciliation_sheet import as_csv, draw_run, with_field
from mi_desktop.safety.reconciling import Cause, Field, Line, Order, Ours, Reading, Run
from mi_desktop.safety.standing import Neighbours
from mi_desktop.storage import next_number

SIGNATURE_FIELD = "Reconciliation"


class ReconciliationDesk:
    """Our hand-offs beside the list of the department that got them."""

    def __init__(self, rooms: Neighbours) -> None:
        self._rooms = rooms
        self._office = rooms.office

    def headings(self, name: str, data: bytes) -> tuple[Words, tuple[str, ...], dict[Field, str]]:
        """How a list is read, its headings, and those that are recognised.

        Raises:
            ListUnreadable, ListEmpty: of the list.
        """
        how, found = safety.headings_of(name, data)
        return how, found, safety.recognised(found)

    def preview(self, name: str, data: bytes, order: Order) -> tuple[Reading, list[Line]]:
        """The list as it would be read and matched; nothing is kept before a person confirms.

        Raises:
            ListUnreadable, ListEmpty, ColumnsNotKnown, ColumnTwice: of the list.
            PeriodTurned: the last day lies before the first.
        """
        if order.since and order.until and order.until < order.since:
            raise PeriodTurned(since=order.since, until=order.until)
        zone = self._rooms.settings.zone
        today = day_zero(self._office.database.clock(), zone)
        reading = safety.read_list(name, data, order, today)
        return reading, match(reading.rows, self._ours(order.kind), order)

    def compare(self, user: User, name: str, data: bytes, order: Order) -> Run:
        """Keeps the list as it came, and the match; what was open before comes back.

        Raises:
            NotPermitted: the user's roles do not allow it.
            WorldError: see `preview`.
        """
        user.must(Action.HAND_OFF)
        reading, lines = self.preview(name, data, order)
        sealed = self._office.vault.seal(data)
        now = self._office.database.clock()
        with self._office.database.write(user.id, "safety.reconcile") as session:
            earlier = {
                run.number: [line for line in run.lines if line.open]
                for run in reversed(kept.runs(session, order.kind))
            }
            # What a newer run took over is not open twice.
            taken = {(n, line.number) for left in earlier.values() for line in left
                     if (n := line.carried_from)}  # fmt: skip
            earlier = {
                number: [line for line in left if (number, line.number) not in taken]
                for number, left in earlier.items()
            }
            made = Run(
                id=new_id(),
                number=self._number(session, now),
                kind=order.kind,
                since=order.since,
                until=order.until,
                source=name,
                source_sha256=sealed.sha256,
                columns={f.value: h for f, h in reading.columns.items()},
                made_at=now,
                made_by=user.id,
                lines=tuple(carried(lines, earlier, now)),
            )
            self._office.vault.record(session, sealed)
            session.flush()
            kept.add_run(session, made, sealed.id)
        return made

    def runs(self, kind: HandOffKind | None = None) -> list[Run]:
        """Every reconciliation, the newest first."""
        with self._office.database.read() as session:
            return [self._signed(session, run) for run in kept.runs(session, kind)]

    def run(self, run_id: str) -> Run:
        """One reconciliation.

        Raises:
            NoRun: none has this id.
        """
        with self._office.database.read() as session:
            return self._run(session, run_id)

    def settle(
        self, user: User, place: tuple[str, int], owner: str, cause: Cause, note: str = ""
    ) -> Run:
        """Gives a line that does not match its owner and its cause.

        Args:
            user: who says so.
            place: id of the reconciliation, position of the line.
            owner: who sees to it, by name.
            cause: why it does not match.
            note: in words.

        Raises:
            NotPermitted: the user's roles do not allow it.
            NoRun: there is no such line.
            RunSigned: it is signed.
            WordsNeeded: nobody is named.
        """
        user.must(Action.HAND_OFF)
        if not owner.strip():
            raise WordsNeeded
        with self._office.database.write(user.id, "safety.settle_line") as session:
            row = self._line(session, place)
            row.owner, row.cause, row.note = owner.strip(), cause.value, note.strip()
            session.flush()
            return self._run(session, place[0])

    def close_line(self, user: User, place: tuple[str, int]) -> Run:
        """Notes that what did not match was put right.

        Raises:
            NotPermitted: the user's roles do not allow it.
            NoRun: there is no such line.
            RunSigned: it is signed.
            LinesOpen: it has no owner or no cause.
        """
        user.must(Action.HAND_OFF)
        with self._office.database.write(user.id, "safety.close_line") as session:
            row = self._line(session, place)
            if not (row.owner and row.cause):
                raise LinesOpen(count=1, number=kept.run_row(session, place[0]).number)
            row.closed_at = self._office.database.clock()
            session.flush()
            return self._run(session, place[0])

    def sign(self, user: User, run_id: str, passphrase: str) -> Run:
        """Signs off: the CSV's hash is signed, and both files are frozen (REC-2, P11-13).

        Raises:
            NotPermitted: the user's roles do not allow it.
            SignatureRefused: the passphrase is not this user's.
            RunSigned: it is signed already.
            LinesOpen: a line that does not match has no owner or no cause.
        """
        user.must(Action.HAND_OFF)
        run = self.run(run_id)
        _must_be_open(run)
        unsettled = sum(not line.settled for line in run.lines)
        if unsettled:
            raise LinesOpen(count=unsettled, number=run.number)
        self._rooms.people.check(user, passphrase)
        table = as_csv(run)
        digest = hashlib.sha256(table).hexdigest()
        now, zone = self._office.database.clock(), self._rooms.settings.zone
        said = (user.full_name, now.astimezone(ZoneInfo(zone)), digest)
        pdf = self._sealed_pdf(user, draw_run(run, self._maker(run), said), now)
        files = self._office.vault.seal(pdf), self._office.vault.seal(table)
        with self._office.database.write(user.id, "safety.sign_reconciliation") as session:
            row = kept.run_row(session, run_id)
            if row.signed_at is not None or self._run(session, run_id) != run:
                raise RunSigned(number=run.number)
            for file in files:
                self._office.vault.record(session, file)
            session.flush()
            self._rooms.people.sign(session, user, Meaning.RECONCILED, (_key(run_id), digest))
            row.signed_at, row.pdf_id, row.csv_id = now, files[0].id, files[1].id
            session.flush()
            return self._run(session, run_id)

    def pdf(self, run_id: str) -> bytes:
        """The report: frozen once it was signed, before that as it would be now."""
        with self._office.database.read() as session:
            row = kept.run_row(session, run_id)
            if row.pdf_id is not None:
                return self._office.vault.read(session, row.pdf_id)
            run = self._run(session, run_id)
        return draw_run(run, self._maker(run), None)

    def csv(self, run_id: str) -> bytes:
        """The lines as CSV (UTF-8): frozen once it was signed."""
        with self._office.database.read() as session:
            row = kept.run_row(session, run_id)
            if row.csv_id is not None:
                return self._office.vault.read(session, row.csv_id)
            return as_csv(self._run(session, run_id))

    def _sealed_pdf(self, user: User, pdf: bytes, now: datetime) -> bytes:
        """With the user's digital signature over the file, where the user has a key (PAdES)."""
        signer = self._rooms.ways.signer
        if signer is None or not signer.has_key(user):
            return pdf
        said = Meaning.RECONCILED.value
        return signer.sign(with_field(pdf, SIGNATURE_FIELD), user, (SIGNATURE_FIELD, said, now))

    def _ours(self, kind: HandOffKind) -> list[Ours]:
        """Everything that was handed over to the department, ever."""
        with self._office.database.read() as session:
            handed = [h for h in store.handoffs(session) if h.kind is kind and h.sent_at]
            answers = store.answers_of(session, [h.inquiry_id for h in handed])
        brands = {p.id: (p.brand, p.substance) for p in self._rooms.catalogue.products()}
        return [self._one(h, answers[h.inquiry_id].get("AE-SER"), brands) for h in handed]

    def _one(self, handoff: HandOff, serious: object, brands: dict[str, tuple[str, str]]) -> Ours:
        inquiry, zone = self._rooms.inquiries.inquiry(handoff.inquiry_id), self._rooms.settings.zone
        asked = {q.product_id for q in inquiry.questions if q.product_id}
        received = handoff.acknowledged_at
        facts = {
            Field.NUMBER: handoff.number,
            Field.AWARENESS: day_zero(handoff.awareness_at, zone).isoformat(),
            Field.SENT: day_zero(handoff.sent_at, zone).isoformat() if handoff.sent_at else "",
            Field.RECEIVED: day_zero(received, zone).isoformat() if received else "",
            Field.KIND: "AE" if "AE" in handoff.codes else "SS",
            Field.SERIOUS: _serious(getattr(serious, "value", "")),
            Field.REFERENCE: handoff.reference,
            Field.VERSION: str(handoff.version),
        }
        if handoff.kind is HandOffKind.QUALITY:
            del facts[Field.KIND]
        names = tuple(n for i in sorted(asked) for n in brands.get(i, (i,)) if n)
        facts[Field.PRODUCT] = names[0] if names else ""
        return Ours(facts, names, inquiry.number)

    def _number(self, session: Session, now: datetime) -> str:
        site, year = self._rooms.settings.site, day_zero(now, self._rooms.settings.zone).year
        return f"REC-{site}-{year}-{next_number(session, f'reconciliation/{site}/{year}'):05d}"

    def _line(self, session: Session, place: tuple[str, int]) -> kept.LineRow:
        row = kept.line_row(session, *place)
        _must_be_open(self._run(session, place[0]))
        return row

    def _run(self, session: Session, run_id: str) -> Run:
        row = kept.run_row(session, run_id)
        return self._signed(session, kept.to_run(row, kept.lines_of(session, run_id)))

    def _signed(self, session: Session, run: Run) -> Run:
        found = self._rooms.people.signatures(session, _key(run.id))
        return Run(**{**vars(run), "signature": found[-1] if found else None})

    def _maker(self, run: Run) -> str:
        names = {u.id: u.full_name for u in self._rooms.people.users()}
        return names.get(run.made_by, run.made_by)


def _key(run_id: str) -> str:
    return f"reconciliation/{run_id}"


def _must_be_open(run: Run) -> None:
    if run.signature is not None:
        raise RunSigned(number=run.number)


def _serious(answer: str) -> str:
    """What the checklist says of seriousness; nothing where nobody knows."""
    said = set(answer.split())
    if not said or "SER-UNKNOWN" in said:
        return ""
    return "no" if said == {"SER-NONE"} else "yes"


def month(text: str) -> tuple[date, date] | None:
    """First day of a month `2026-11` and of the next one; None where it is no month."""
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    if not 1900 <= first.year < 9999:  # the calendar's ends have no other time zone
        return None
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first, after
