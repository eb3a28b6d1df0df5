"""Who works here: adding users, signing in, signing records."""

from sqlalchemy.orm import Session

from mi_desktop.basics.ids import new_id
from mi_desktop.people import store
from mi_desktop.people.errors import NameTaken, NotPermitted, PassphraseShort, SignatureRefused
from mi_desktop.people.model import LEAST_PASSPHRASE, Action, Meaning, Role, Signature, User
from mi_desktop.storage import Office
from mi_desktop.storage.errors import RecordMissing, WrongPassphrase

SYSTEM = "system"


class PeopleService:
    """The office's users."""

    def __init__(self, office: Office, zone: str) -> None:
        self._office = office
        self._zone = zone

    def users(self) -> list[User]:
        """Everybody who ever worked in this office, by user name."""
        with self._office.database.read() as session:
            return store.users(session)

    def by_name(self, name: str) -> User:
        """The user of this name.

        Raises:
            RecordMissing: nobody has it.
        """
        user = next((u for u in self.users() if u.name == name), None)
        if user is None:
            raise RecordMissing(kind="user", key=name)
        return user

    def add_first(self, name: str, full_name: str, passphrase: str) -> User:
        """Adds the first administrator of a new office, who works at its desk as well.

        Raises:
            NotPermitted: somebody works here; an administrator adds the others.
            PassphraseShort: fewer than 12 characters (P11-10).
        """
        if self.users():
            raise NotPermitted(action=Action.MANAGE_USERS.value, roles=Role.ADMINISTRATOR.value)
        roles = frozenset({Role.ADMINISTRATOR, Role.INTAKE, Role.SPECIALIST})
        return self._add(SYSTEM, (name, full_name, roles), passphrase)

    def add(self, by: User, who: tuple[str, str, frozenset[Role]], passphrase: str) -> User:
        """Adds a user, who may open the office with this passphrase from now on.

        Args:
            by: an administrator.
            who: user name, full name, roles.
            passphrase: at least 12 characters.

        Raises:
            NotPermitted: only an administrator may.
            NameTaken: the name is or was in use (P11-09).
            PassphraseShort: fewer than 12 characters (P11-10).
        """
        by.must(Action.MANAGE_USERS)
        return self._add(by.id, who, passphrase)

    def _add(self, by: str, who: tuple[str, str, frozenset[Role]], passphrase: str) -> User:
        name, full_name, roles = who
        if len(passphrase) < LEAST_PASSPHRASE:
            raise PassphraseShort(least=LEAST_PASSPHRASE)
        user = User(new_id(), name, full_name, roles)
        with self._office.database.write(by, "people.add") as session:
            if any(name == other.name for other in store.users(session)):
                raise NameTaken(name=name)
            store.add_user(session, user)
            session.flush()
            # Inside: a user without a slot could never come in, and the name would be spent.
            self._office.key_file.grant((user.id, user.name), passphrase, self._office.keys)
        return user

    def sign_in(self, name: str, passphrase: str) -> User:
        """Lets a user in.

        Raises:
            WrongPassphrase: unknown name, inactive user or wrong passphrase; the same words.
        """
        user = next((u for u in self.users() if u.name == name and u.active), None)
        try:
            if user is None:
                raise WrongPassphrase
            self._office.key_file.unlock(passphrase, user.id)
        except WrongPassphrase:
            self._refused(user)
            raise
        return self._entered(user)

    def opened_by(self) -> User | None:
        """The active user whose passphrase or key ring opened the office; None for a new one."""
        by_id = {u.id: u for u in self.users()}
        user = by_id.get(self._office.opened_by or "")
        return self._entered(user) if user and user.active else None

    def _entered(self, user: User) -> User:
        with self._office.database.write(user.id, "people.sign_in") as session:
            self._office.database.note(session, "user", user.id)
        return user

    def _refused(self, user: User | None) -> None:
        """Notes a refused sign-in (P11-02); never what was typed, which may be a passphrase."""
        with self._office.database.write(SYSTEM, "people.sign_in_refused") as session:
            self._office.database.note(session, "user", user.id if user else "unknown")

    def check(self, user: User, passphrase: str) -> None:
        """The second component of a signature; slow (Argon2id), so before the transaction.

        Raises:
            SignatureRefused: the passphrase is not this user's (P11-13).
        """
        try:
            self._office.key_file.unlock(passphrase, user.id)
        except WrongPassphrase as e:
            raise SignatureRefused from e

    def sign(
        self, session: Session, user: User, meaning: Meaning, signed: tuple[str, str]
    ) -> Signature:
        """Records a signature in the caller's transaction, after `check` (P11-13..15).

        Args:
            session: the transaction of what is signed.
            user: the signer.
            meaning: what the signer says by it.
            signed: `kind/id` of the record and the hex SHA-256 of what is signed.
        """
        at = self._office.database.clock()
        signature = Signature(new_id(), user.id, user.full_name, meaning, at, self._zone, *signed)
        store.add_signature(session, signature)
        return signature

    def signatures(self, session: Session, record: str) -> list[Signature]:
        """The signatures on a record, oldest first."""
        return store.signatures(session, record)
