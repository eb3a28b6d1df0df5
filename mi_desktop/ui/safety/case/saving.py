"""A case is saved, or not: a field that cannot be read, a colleague who was quicker."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.people import ChangedByColleague
from mi_desktop.safety.cases import Case
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.safety.case.opened import OpenCase, differences, look_up, on_top, stands

if TYPE_CHECKING:
    from mi_desktop.ui.safety.case.page import CasePage


class Saver(QObject):
    """Saves what stands in a page's form; what is not saved stays typed, and a draft."""

    def __init__(self, desk: Desk, page: "CasePage") -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Keeps the case as its next revision; a field that cannot be read stops it, in words."""
        page, unread, case = self._page, self._page.form.unread(), self._page.form.case
        if unread:
            page.say_open_points()
            page.form.go_to(unread[0])
            self._desk.tell(words("A field cannot be read yet; nothing was saved"))
        if unread or case is None:
            return
        services, user = self._desk.services, self._desk.user
        page.drafts.done()

        def run() -> OpenCase:
            services.safety.cases.save(user, case)
            return look_up(services, user, case.head.handoff_id)

        def done(opened: OpenCase) -> None:
            page.show_case(opened)
            self._desk.tell(words("Case {number} saved", number=case.head.number))
            self._desk.changed()
            if then is not None:
                then()

        self._desk.tasks.records(run, done, self._not_saved)

    def throw_away(self, *_: object) -> None:
        """Back to what stands in the record; what was typed since is gone."""
        page, services, user = self._page, self._desk.services, self._desk.user
        wanted = page.wanted
        page.drafts.done()
        page.form.forget_texts()
        self._desk.tasks.records(lambda: look_up(services, user, wanted), page.show_case)

    def another(self, how: str) -> None:
        """One more case of the same mail, linked with this one: `patient`, or `child` of her."""
        case, services, user = self._page.form.case, self._desk.services, self._desk.user
        if case is None:
            return
        first = case.head.handoff_id

        def run() -> str:
            made = services.safety.add_patient(user, first)
            services.safety.cases.link(user, first, made.id, how)
            return made.id

        def done(made: str) -> None:
            self._desk.changed()
            self._page.open(made)

        # What was typed here is saved before the other case is shown.
        self.save(lambda: self._desk.tasks.records(run, done))

    def _not_saved(self, error: WorldError) -> None:
        """It is still typed, and still a draft; a colleague's save is shown beside it."""
        self._page.drafts.now()
        mine = self._page.form.case
        if not isinstance(error, ChangedByColleague) or mine is None:
            self._desk.tell(error)
            return
        services, user, handoff_id = self._desk.services, self._desk.user, mine.head.handoff_id
        self._desk.tasks.records(
            lambda: stands(services, user, handoff_id),
            lambda theirs: self._see_both(error, mine, theirs),
        )

    def _see_both(self, error: ChangedByColleague, mine: Case, theirs: Case) -> None:
        def keep_mine() -> None:
            self._page.form.case = on_top(mine, theirs)
            self.save()

        self._page.both.ask(error, differences(theirs, mine), keep_mine, self.throw_away)
