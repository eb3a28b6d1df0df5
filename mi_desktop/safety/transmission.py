"""Hand-offs on their way: frozen, sent once, acknowledged, asked about, closed (HO-1 to HO-4)."""

from dataclasses import replace

from sqlalchemy.orm import Session

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.ids import new_id
from mi_desktop.basics.progress import Progress, Quiet
from mi_desktop.basics.words import Words, words
from mi_desktop.people import SYSTEM, Action, User
from mi_desktop.safety import handover, store
from mi_desktop.safety import tracking_store as kept
from mi_desktop.safety.carrying import (
    LEAST_PASSPHRASE,
    carry,
    must_be_set_up,
    receiver,
    secret_name,
)
from mi_desktop.safety.channels import Parcel
from mi_desktop.safety.envelope import HASHES, RECORD, SHEET, differing, parcel_name
from mi_desktop.safety.errors import FolderAway, NotProtected, NotSigned, OnItsWay, PackageChanged
from mi_desktop.safety.model import Assessment, HandOff, HandOffKind, HandOffState, LateReason
from mi_desktop.safety.package import record
from mi_desktop.safety.packing import frozen_record, pack
from mi_desktop.safety.receipts import Receipts
from mi_desktop.safety.standing import Neighbours, assess, dossier, subject
from mi_desktop.safety.tracking import Change, PackageFile, Transmission, Trip, Way
from mi_desktop.safety.versions import changes
from mi_desktop.storage import Sealed
from mi_desktop.storage.errors import ChangedByColleague
from mi_desktop.storage.turn import turn

_INTERRUPTED = words(
    "The program ended while the hand-off was being sent; it goes again under the same name, so "
    "that a repeat is known as one."
)
_BY_HAND = words("Handed over as a printed sheet instead.")


class TransmissionDesk(Receipts):
    """Where hand-offs leave the office, and where the receivers' answers come in."""

    # Freezing and sending

    def hand_over(
        self, user: User, handoff_id: str, reason: str = "", code: LateReason = LateReason.OTHER
    ) -> HandOff:
        """Freezes the package; a printed sheet is handed over at once, others wait for their way.

        Args:
            user: who hands it over.
            handoff_id: a draft.
            reason: why it is late, in words; needed after its time (HO-4).
            code: the kind of that reason.

        Raises:
            NotPermitted: the user's roles do not allow it.
            WrongState: it was handed over already.
            NotSigned: the answers are not signed as they stand.
            LateNeedsReason: late, and no reason given.
            ReceiverNotSetUp, NotProtected: the way is not set up (GD-08).
            ChangedByColleague: somebody answered or signed anew meanwhile.
        """
        user.must(Action.HAND_OFF)
        with self._office.database.read() as session:
            drafted = store.handoff(session, handoff_id)
            standing = assess(self._rooms, session, subject(self._rooms, drafted.inquiry_id))
            before = frozen_record(self._rooms, session, drafted.id, drafted.version - 1)
        way = receiver(self._rooms, drafted.kind)[0]
        now = self._office.database.clock()
        handover.must_be(drafted, HandOffState.DRAFT)
        going = (handover.sent if way is Way.SHEET else handover.queued)(drafted, now, reason, code)
        if standing.signature is None:
            raise NotSigned(number=drafted.number)
        must_be_set_up(self._rooms, drafted.kind)
        sealed = self._seal(pack(self._rooms, going, standing, (way, before)))
        with self._office.database.write(user.id, "safety.send_handoff") as session:
            _must_be_same(self._rooms, session, drafted, standing)
            store.change_handoff(session, going)
            self._keep(session, going, sealed, way)
            session.flush()
            return store.handoff(session, handoff_id)

    def send_waiting(self, progress: Progress | None = None) -> list[Transmission]:
        """Sends what waits; each is tried once, and a way that is closed is left alone after it.

        Where another window is sending, it sends these too and nothing is done here.

        Returns:
            Those that were waiting, as they are now.
        """
        progress = progress or Quiet()
        with turn(self._office.folder / "handing-over.turn") as mine:
            if not mine:
                return []
            self._give_back()
            waiting = self.transmissions(Trip.WAITING)
            closed: set[tuple[str, str]] = set()
            for n, one in enumerate(waiting):
                handoff = self.handoff(one.handoff_id)
                progress.step(n, len(waiting), words("Sending {number}", number=handoff.number))
                route = (handoff.kind.value, one.way.value)
                if route not in closed and not self._send(one, handoff):
                    closed.add(route)
        ids = {one.id for one in waiting}
        return [one for one in self.transmissions() if one.id in ids]

    def lock_with(self, user: User, kind: HandOffKind, passphrase: str) -> None:
        """Keeps the passphrase that locks a department's e-mailed packages (GD-08).

        Raises:
            NotPermitted: only an administrator may.
            NotProtected: fewer than 12 characters.
        """
        user.must(Action.KEEP_CATALOGUE)
        if len(passphrase) < LEAST_PASSPHRASE:
            raise NotProtected(department=kind, missing="passphrase")
        self._office.keep_secret(user.id, secret_name(kind), passphrase)

    def retry(self, user: User, handoff_id: str) -> HandOff:
        """Puts a hand-off that was refused back on its way.

        Raises:
            NotPermitted: the user's roles do not allow it.
            WrongState: it was not refused.
        """
        user.must(Action.HAND_OFF)
        with self._office.database.write(user.id, "safety.retry_handoff") as session:
            handoff = store.handoff(session, handoff_id)
            handover.must_be(handoff, HandOffState.SEND_FAILED)
            row = kept.transmission_of(session, handoff_id, handoff.version)
            if row is not None:
                row.state, row.problem = Trip.WAITING.value, None
                row.way = receiver(self._rooms, handoff.kind)[0].value
            again = replace(handoff, state=HandOffState.QUEUED, problem=None)
            store.change_handoff(session, again)
            return again

    def by_hand(
        self, user: User, handoff_id: str, reason: str = "", code: LateReason = LateReason.OTHER
    ) -> HandOff:
        """Notes that the frozen package was handed over as a printed sheet after all.

        Raises:
            NotPermitted: the user's roles do not allow it.
            WrongState: it does not wait.
            OnItsWay: it is being sent at this moment.
            LateNeedsReason: late, and no reason given.
        """
        user.must(Action.HAND_OFF)
        now = self._office.database.clock()
        with self._office.database.write(user.id, "safety.hand_over_by_hand") as session:
            handoff = store.handoff(session, handoff_id)
            if handoff.state is HandOffState.DRAFT:
                handover.must_be(handoff, HandOffState.QUEUED)
            row = kept.transmission_of(session, handoff_id, handoff.version)
            if row is not None and row.state == Trip.SENDING:
                raise OnItsWay(number=handoff.number)
            done = handover.sent(handoff, now, reason, code)
            if row is not None:
                row.state, row.problem = Trip.REFUSED.value, store.told(_BY_HAND)
            store.change_handoff(session, done)
            return done

    # Looking

    def handoff(self, handoff_id: str) -> HandOff:
        """One hand-off.

        Raises:
            NoHandOff: none has this id.
        """
        with self._office.database.read() as session:
            return store.handoff(session, handoff_id)

    def transmissions(self, state: Trip | None = None) -> list[Transmission]:
        """What is or was on its way, in the order of queueing."""
        with self._office.database.read() as session:
            return kept.transmissions(session, state)

    def files(self, handoff_id: str, version: int | None = None) -> list[PackageFile]:
        """The files of a frozen package, of the newest version where none is named."""
        with self._office.database.read() as session:
            wanted = version or store.handoff(session, handoff_id).version
            return kept.files(session, handoff_id, wanted)

    def package(self, handoff_id: str, version: int | None = None) -> Parcel:
        """The frozen package, compared with its signed hash list.

        Raises:
            PackageChanged: a file is not the one that was frozen.
            DocumentDamaged: a file of the vault is damaged.
        """
        with self._office.database.read() as session:
            handoff = store.handoff(session, handoff_id)
            wanted = version or handoff.version
            listed = kept.files(session, handoff_id, wanted)
            files = {f.name: self._office.vault.read(session, f.document_id) for f in listed}
        rest = {name: data for name, data in files.items() if name != HASHES}
        wrong = differing(files[HASHES], rest, self._office.keys.handoff) if files else HASHES
        if wrong:
            raise PackageChanged(number=handoff.number, name=wrong)
        return Parcel(parcel_name(handoff.number, wanted), files)

    def changes(self, handoff_id: str) -> tuple[Change, ...]:
        """What the newest version says differently from the one before (HO-3)."""
        with self._office.database.read() as session:
            handoff = store.handoff(session, handoff_id)
            before = frozen_record(self._rooms, session, handoff_id, handoff.version - 1)
            after = frozen_record(self._rooms, session, handoff_id, handoff.version)
            if before is None:
                return ()
            if after is None:
                standing = assess(self._rooms, session, subject(self._rooms, handoff.inquiry_id))
        if after is None:
            after = record(dossier(self._rooms, handoff, standing))
        return changes(before, after)

    # Inside

    def _seal(self, files: dict[str, bytes]) -> dict[str, Sealed]:
        return {name: self._office.vault.seal(data) for name, data in files.items()}

    def _keep(self, session: Session, going: HandOff, sealed: dict[str, Sealed], way: Way) -> None:
        for document in sealed.values():
            self._office.vault.record(session, document)
        session.flush()
        sheet, facts = sealed[SHEET], sealed[RECORD]
        store.add_package(session, going, (sheet.id, sheet.sha256), (facts.id, facts.sha256))
        listed = [PackageFile(name, s.id, s.sha256, s.size) for name, s in sealed.items()]
        kept.add_files(session, (going.id, going.version), listed)
        if way is not Way.SHEET:
            made, domain = new_id(), self._rooms.settings.mail.sender.rpartition("@")[2]
            message_id = f"<{made}@{domain or 'localhost'}>"
            now = self._office.database.clock()
            waiting = Transmission(
                made, going.id, going.version, way, Trip.WAITING, message_id, now
            )
            kept.add_transmission(session, waiting)

    def _give_back(self) -> None:
        """Whoever has the turn knows: what is being sent was left by a program that ended."""
        with self._office.database.write(SYSTEM, "safety.recover_handoffs") as session:
            for one in kept.transmissions(session, Trip.SENDING):
                _put(kept.transmission_row(session, one.id), Trip.WAITING, _INTERRUPTED)

    def _send(self, one: Transmission, handoff: HandOff) -> bool:
        """Sends one; False where its way is closed for the next one too."""
        with self._office.database.write(SYSTEM, "safety.sending_handoff") as session:
            row = kept.transmission_row(session, one.id)
            if row.state != Trip.WAITING:
                return True
            row.state, row.attempts = Trip.SENDING.value, row.attempts + 1
        waits: tuple[type[WorldError], ...] = (FolderAway, *self._rooms.ways.tries_again)
        try:
            receipt = carry(self._rooms, handoff.kind, one, self.package(handoff.id, one.version))
        except waits as e:
            self._not_sent(one, Trip.WAITING, e.words)
            return False
        except WorldError as e:
            self._not_sent(one, Trip.REFUSED, e.words)
            return True
        self._sent(one, receipt)
        return True

    def _sent(self, one: Transmission, receipt: str) -> None:
        now = self._office.database.clock()
        with self._office.database.write(SYSTEM, "safety.handoff_sent") as session:
            row = kept.transmission_row(session, one.id)
            row.state, row.problem, row.receipt = Trip.SENT.value, None, receipt
            row.sent_at = now
            handoff = store.handoff(session, one.handoff_id)
            if handoff.version == one.version and handoff.state is HandOffState.QUEUED:
                store.change_handoff(session, handover.delivered(handoff, now))

    def _not_sent(self, one: Transmission, state: Trip, why: Words) -> None:
        with self._office.database.write(SYSTEM, "safety.handoff_not_sent") as session:
            _put(kept.transmission_row(session, one.id), state, why)
            handoff = store.handoff(session, one.handoff_id)
            if handoff.version == one.version and handoff.state is HandOffState.QUEUED:
                waits = replace(handoff, problem=why)
                refused = state is Trip.REFUSED
                store.change_handoff(session, handover.failed(handoff, why) if refused else waits)


def _put(row: kept.TransmissionRow, state: Trip, why: Words) -> None:
    row.state, row.problem = state.value, store.told(why)


def _must_be_same(
    rooms: Neighbours, session: Session, drafted: HandOff, standing: Assessment
) -> None:
    now = store.handoff(session, drafted.id)
    handover.must_be(now, HandOffState.DRAFT)
    answers = assess(rooms, session, subject(rooms, drafted.inquiry_id))
    if (now, answers.sha256) != (drafted, standing.sha256):
        raise ChangedByColleague
