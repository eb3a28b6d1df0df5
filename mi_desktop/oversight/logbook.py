"""The logbook: incidents and deviations, trainings, procedures read (P11-23, P11-24)."""

from mi_desktop.basics.ids import new_id
from mi_desktop.oversight import store
from mi_desktop.oversight.errors import WhyMissing
from mi_desktop.oversight.model import Entry, EntryKind
from mi_desktop.people import Action, User
from mi_desktop.storage import Office


class LogbookDesk:
    """The verbs of the logbook; nothing in it is ever deleted."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def entries(self, user: User) -> list[Entry]:
        """All of it, the latest first; who reviews nothing sees their own lines and incidents."""
        with self._office.database.read() as session:
            every = store.entries(session)
        if user.may(Action.REVIEW_OFFICE) or user.may(Action.MANAGE_USERS):
            return every
        return [e for e in every if e.kind is EntryKind.INCIDENT or e.about == user.id]

    def report_incident(self, user: User, title: str) -> Entry:
        """Enters an incident or a deviation.

        Raises:
            NotPermitted: who works here no more.
            WhyMissing: nothing was said.
        """
        user.must(Action.REPORT_INCIDENT)
        return self._add(user, EntryKind.INCIDENT, "", (title, ""))

    def close_incident(self, user: User, entry_id: str, outcome: str) -> None:
        """Closes an incident, saying what became of it.

        Raises:
            NotPermitted: the user's roles do not allow it.
            EntryMissing: no open one has this id.
            WhyMissing: nothing says what became of it.
        """
        user.must(Action.REVIEW_OFFICE)
        said = _said(outcome, "what became of it")
        database = self._office.database
        with database.write(user.id, "oversight.close_incident") as session:
            store.close_entry(session, entry_id, (user.id, database.clock()), said)

    def record_training(self, user: User, about: str, title: str) -> Entry:
        """Enters that somebody was trained, or is competent, in something.

        Args:
            user: an administrator.
            about: id of who was trained.
            title: in what.

        Raises:
            NotPermitted: only an administrator may.
            WhyMissing: nothing says in what.
        """
        user.must(Action.MANAGE_USERS)
        return self._add(user, EntryKind.TRAINING, about, (title, ""))

    def read_procedure(self, user: User, title: str, version: str) -> Entry:
        """Enters that this user read and understood a version of a procedure.

        Raises:
            NotPermitted: who works here no more.
            WhyMissing: nothing says which procedure.
        """
        user.must(Action.REPORT_INCIDENT)
        return self._add(user, EntryKind.PROCEDURE_READ, user.id, (title, version))

    def _add(self, user: User, kind: EntryKind, about: str, said: tuple[str, str]) -> Entry:
        title = _said(said[0], "what it is about")
        at = self._office.database.clock()
        entry = Entry(new_id(), kind, at, user.id, about, title, said[1].strip())
        with self._office.database.write(user.id, f"oversight.{kind.name.lower()}") as session:
            store.add_entry(session, entry)
        return entry


def _said(text: str, what: str) -> str:
    if not text.strip():
        raise WhyMissing(what=what)
    return text.strip()
