"""Passphrases, the recovery key, the key ring: who can open the office, and how that changes.

Everything here wraps 32 bytes anew. No record and no document is touched.
"""

from mi_desktop.people import store
from mi_desktop.people.errors import OldPassphraseWrong, UserGone
from mi_desktop.people.model import Action, User
from mi_desktop.people.passphrases import Policy
from mi_desktop.storage import (
    Office,
    RecoveryKey,
    RecoverySlot,
    forget_in_key_ring,
    holder_in_key_ring,
    remember_in_key_ring,
)
from mi_desktop.storage.errors import RecordMissing, RecoveryRefused, WrongPassphrase
from mi_desktop.storage.recovery import make
from mi_desktop.storage.recovery_sheet import draw_sheet

_SYSTEM = "system"


class KeyDesk:
    """The verbs of keys."""

    def __init__(self, office: Office, policy: Policy) -> None:
        self._office = office
        self._policy = policy

    # Passphrases

    def change_passphrase(self, user: User, old: str, new: str) -> None:
        """Changes one's own passphrase; slow (Argon2id, twice).

        Raises:
            OldPassphraseWrong: the old one is not this user's; counted like a sign-in (P11-11).
            TryLater: refused too often.
            PassphraseShort, PassphraseGuessable: see `passphrases` (P11-10).
        """
        self._policy.check(new, user.name, user.full_name)
        try:
            self._office.key_file.unlock(old, user.name, user.id)
        except WrongPassphrase as e:
            with self._office.database.write(user.id, "people.passphrase_refused") as session:
                self._office.database.note(session, "user", user.id)
            raise OldPassphraseWrong from e
        self._rewrap(user.id, "people.change_passphrase", user, new)

    def reset_passphrase(self, by: User, user_id: str, new: str) -> None:
        """Gives a user a new passphrase, which the administrator then knows, too.

        It is noted who chose it, and the user is told to choose another.

        Raises:
            NotPermitted: only an administrator may.
            RecordMissing: nobody has this id.
            UserGone: the user works here no more.
            PassphraseShort, PassphraseGuessable: see `passphrases` (P11-10).
        """
        by.must(Action.MANAGE_USERS)
        user = self._working(user_id)
        self._policy.check(new, user.name, user.full_name)
        self._rewrap(by.id, "people.reset_passphrase", user, new)

    def overdue(self, user: User) -> bool:
        """True where the office's passphrases age, and this user's is too old (P11-10)."""
        return self._policy.overdue(user.passphrase_at, self._office.database.clock())

    def _working(self, user_id: str) -> User:
        with self._office.database.read() as session:
            user = store.user(session, user_id)
        if not user.active:
            raise UserGone(name=user.name)
        return user

    def _rewrap(self, by: str, action: str, user: User, new: str) -> None:
        key_file, database = self._office.key_file, self._office.database
        wrapped = key_file.wrap((user.id, user.name), new, self._office.keys)
        with key_file.or_as_before(), database.write(by, action) as session:
            store.note_passphrase(session, user.id, (by, database.clock()))
            database.note(session, "user", user.id)
            session.flush()
            key_file.grant(wrapped)

    # The recovery key

    def recovery(self) -> RecoverySlot | None:
        """Which recovery key is in force, and since when; None where there is none."""
        return self._office.key_file.recovery

    def new_recovery_key(self, by: User) -> RecoveryKey:
        """Makes a recovery key, which opens nothing before `keep_recovery_key`.

        So the words can be brought to paper first, and the old sheet holds until they are.

        Raises:
            NotPermitted: only an administrator may.
        """
        by.must(Action.MANAGE_USERS)
        return make(self._office.database.clock())

    def recovery_sheet(self, by: User, key: RecoveryKey, place: str) -> bytes:
        """The sheet for paper (PDF, A4), with the office's name; it is kept nowhere.

        Raises:
            NotPermitted: only an administrator may.
        """
        by.must(Action.MANAGE_USERS)
        return draw_sheet(key, place)

    def keep_recovery_key(self, by: User, key: RecoveryKey) -> None:
        """Puts a recovery key in force; the earlier one opens nothing more.

        Raises:
            NotPermitted: only an administrator may.
        """
        by.must(Action.MANAGE_USERS)
        key_file, database = self._office.key_file, self._office.database
        old = key_file.recovery
        with (
            key_file.or_as_before(),
            database.write(by.id, "people.new_recovery_key") as session,
        ):
            changes = {"recovery_key": [old.id if old else None, key.id]}
            database.note(session, "office", key_file.office_id, changes)
            key_file.put_recovery(key, self._office.keys)

    def recover(self, phrase: str, name: str, new: str) -> User:
        """Gives a named user a new passphrase, by the words of the recovery key alone.

        Raises:
            NotRecoveryWords, RecoveryRefused: the words.
            RecordMissing: nobody has this name.
            UserGone: the user works here no more.
            PassphraseShort, PassphraseGuessable: see `passphrases` (P11-10).
        """
        if self._office.key_file.unlock_by_words(phrase) != self._office.keys:
            raise RecoveryRefused
        with self._office.database.read() as session:
            known = {u.name.casefold(): u.id for u in store.users(session)}
        if name.casefold() not in known:
            raise RecordMissing(kind="user", key=name)
        user = self._working(known[name.casefold()])
        self._policy.check(new, user.name, user.full_name)
        self._rewrap(_SYSTEM, "people.recover", user, new)
        return user

    # This machine

    def key_ring_holder(self) -> str | None:
        """The id of the user for whom this machine's key ring opens the office, or None."""
        return holder_in_key_ring(self._office)

    def remember(self, user: User) -> bool:
        """Lets this machine's key ring open the office for the user; False where it cannot.

        Signing asks for the passphrase all the same (P11-13).
        """
        with self._office.database.write(user.id, "people.remember_key") as session:
            self._office.database.note(session, "user", user.id)
        return remember_in_key_ring(self._office, user.id)

    def forget(self, user: User) -> None:
        """Takes the office's key out of this machine's key ring."""
        with self._office.database.write(user.id, "people.forget_key") as session:
            self._office.database.note(session, "user", user.id)
        forget_in_key_ring(self._office)

    # Secrets

    def keep_secret(self, by: User, name: str, secret: str) -> None:
        """Keeps a secret of the office (a mail password), and notes that, never what, it is.

        Raises:
            NotPermitted: only an administrator may.
        """
        by.must(Action.KEEP_CATALOGUE)
        self._office.keep_secret(by.id, name, secret)
