"""Random names that stand for persons: who may bring one back, and who ends that (GD-04)."""

from dataclasses import replace

from mi_desktop.basics.ids import new_id
from mi_desktop.keeping import sealing, store, subject_store
from mi_desktop.keeping.erasing import Eraser
from mi_desktop.keeping.errors import ReasonMissing, SubjectMissing
from mi_desktop.keeping.model import Request, RequestKind, Subject
from mi_desktop.people import Action, User
from mi_desktop.storage import Office


class SubjectDesk:
    """The office's random names."""

    def __init__(self, office: Office, eraser: Eraser) -> None:
        self._office = office
        self._eraser = eraser

    def subjects(self) -> list[Subject]:
        """Every random name with what lies under it, the oldest first; nobody's real name."""
        with self._office.database.read() as session:
            return subject_store.subjects(session)

    def bring_back(self, user: User, name: str, why: str) -> list[str]:
        """Puts a person's data back where they were; the reason stands in the trail.

        Returns:
            The numbers of the inquiries and mail pieces.

        Raises:
            ReasonMissing: nothing says why.
            SubjectMissing: the key was destroyed, or nothing lies under this name.
        """
        user.must(Action.REIDENTIFY)
        _said(why, "why the name is brought back")
        with self._office.database.write(user.id, "keeping.bring_back", why.strip()) as session:
            subject = self._open(subject_store.subjects(session), name)
            sealing.bring_back(self._office, session, subject)
            store.drop_erasures(session, name)
            store.add_request(session, self._request(user, subject, why))
        self._eraser.write_list()
        return list(subject.numbers)

    def destroy_key(self, user: User, name: str, why: str) -> None:
        """Destroys the key under which a person's data lie: nobody brings them back any more.

        Raises:
            ReasonMissing: nothing says why.
            SubjectMissing: it was destroyed already, or nothing lies under this name.
        """
        user.must(Action.KEEP_RECORDS)
        _said(why, "why the key is destroyed")
        self._eraser.destroy_keys(user.id, [name], why.strip())

    def _open(self, every: list[Subject], name: str) -> Subject:
        found = next((s for s in every if s.id == name and s.open), None)
        if found is None:
            raise SubjectMissing(name=name)
        return found

    def _request(self, user: User, subject: Subject, why: str) -> Request:
        now = self._office.database.clock()
        request = Request(
            id=new_id(),
            kind=RequestKind.REIDENTIFICATION,
            open=False,
            asked_at=now,
            due=now,
            identity="",
            by=user.id,
            subjects=subject.numbers,
        )
        return replace(request, done_at=now, outcome=why.strip())


def _said(why: str, what: str) -> None:
    if not why.strip():
        raise ReasonMissing(what=what)
