"""Who works here, with which roles, from when to when. Nobody is ever deleted (P11-09)."""

from collections.abc import Iterable

from mi_desktop.people import store
from mi_desktop.people.errors import LastAdministrator, NoRoles, UserGone
from mi_desktop.people.model import Action, Role, User
from mi_desktop.people.passphrases import Policy
from mi_desktop.storage import Office


class StaffDesk:
    """The verbs of an administrator about colleagues."""

    def __init__(self, office: Office, policy: Policy) -> None:
        self._office = office
        self._policy = policy

    def change_roles(self, by: User, user_id: str, roles: frozenset[Role]) -> User:
        """Trusts a user with other roles, from the user's next sign-in on.

        Raises:
            NotPermitted: only an administrator may.
            NoRoles: none was chosen.
            UserGone: the user works here no more.
            LastAdministrator: nobody else is one.
        """
        by.must(Action.MANAGE_USERS)
        if not roles:
            raise NoRoles
        with self._office.database.write(by.id, "people.change_roles") as session:
            user = store.user(session, user_id)
            if not user.active:
                raise UserGone(name=user.name)
            if Role.ADMINISTRATOR not in roles:
                _not_the_last(user, store.users(session))
            return store.change_roles(session, user_id, roles)

    def deactivate(self, by: User, user_id: str) -> User:
        """Ends a user's work here: their passphrase opens nothing more, their name stays theirs.

        Raises:
            NotPermitted: only an administrator may.
            LastAdministrator: nobody else is one.
        """
        by.must(Action.MANAGE_USERS)
        key_file = self._office.key_file
        with (
            key_file.or_as_before(),
            self._office.database.write(by.id, "people.deactivate") as session,
        ):
            _not_the_last(store.user(session, user_id), store.users(session))
            user = store.set_active(session, user_id, False)
            session.flush()
            key_file.revoke(user_id)
        return user

    def reactivate(self, by: User, user_id: str, passphrase: str) -> User:
        """Lets a user work here again, with a new passphrase; slow (Argon2id).

        Raises:
            NotPermitted: only an administrator may.
            PassphraseShort, PassphraseGuessable: see `passphrases` (P11-10).
        """
        by.must(Action.MANAGE_USERS)
        key_file, database = self._office.key_file, self._office.database
        with database.read() as session:
            known = store.user(session, user_id)
        self._policy.check(passphrase, known.name, known.full_name)
        wrapped = key_file.wrap((user_id, known.name), passphrase, self._office.keys)
        with key_file.or_as_before(), database.write(by.id, "people.reactivate") as session:
            store.note_passphrase(session, user_id, (by.id, database.clock()))
            user = store.set_active(session, user_id, True)
            session.flush()
            key_file.grant(wrapped)
        return user


def _not_the_last(user: User, everybody: Iterable[User]) -> None:
    others = [
        u for u in everybody if u.id != user.id and u.active and Role.ADMINISTRATOR in u.roles
    ]
    if Role.ADMINISTRATOR in user.roles and not others:
        raise LastAdministrator(name=user.name)
