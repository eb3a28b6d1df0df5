"""Persons under other names, and inquiries whose use is restricted (GD-04, GD-10)."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mi_desktop.basics.words import Words, words
from mi_desktop.inquiries import Restriction
from mi_desktop.keeping import Subject
from mi_desktop.people import Action
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import heading, label
from mi_desktop.ui.office.reason import ReasonForm
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.screen import Screen
from mi_desktop.ui.side_panel import SidePanel
from mi_desktop.ui.states import States
from mi_desktop.ui.words import moment, tr

PANEL = 340
Restricted = tuple[str, Restriction]
Found = tuple[list[Subject], list[Restricted], dict[str, str]]


class OtherNamesTab(Screen):
    """Two lists: random names that stand for persons, and what may not be used."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._names: dict[str, str] = {}
        self.subjects = RecordsTable(tr("Under other names"), _subject_columns(), lambda s: s.id)
        self.states = States(self.subjects)
        self.restricted = RecordsTable(
            tr("Restricted use"), self._restricted_columns(), lambda r: r[1].inquiry_id
        )
        self.restricted_states = States(self.restricted)
        self.form = ReasonForm()
        self.panel = SidePanel(tr("Before it is done"), self.form)
        self.panel.setFixedWidth(PANEL)
        self.back = self.act(tr("Bring the name back…"), "B", self._ask_back)
        self.shred = self.act(tr("Destroy the key…"), "D", self._ask_destroy)
        self.lift = self.act(tr("Lift the restriction…"), "L", self._ask_lift)
        self._lay_out()
        for table in (self.subjects, self.restricted):
            table.picked.connect(lambda *_: self._allow())
        self.setFocusProxy(self.subjects)
        for states in (self.states, self.restricted_states):
            states.say(tr("Looking…"))
        self._allow()

    def arrived(self) -> None:
        """Looks again."""
        services = self.desk.services

        def look() -> Found:
            names = {u.id: u.full_name for u in services.people.users()}
            keeping = services.keeping
            return keeping.subjects.subjects(), keeping.restrictions.every(), names

        self.desk.tasks.records(look, self._show)

    # Verbs

    def _ask_back(self) -> None:
        subject = self.subjects.current()
        if subject is None:
            return
        desk, by = self.desk.services.keeping.subjects, self.desk.user
        what = tr(
            "The name, the words, the mail and the letters of {numbers} stand there again. Your "
            "name and the reason stay in the audit trail.",
            numbers=", ".join(subject.numbers),
        )

        def go(why: str) -> None:
            self.panel.close_panel()
            self.desk.tasks.slow(
                words("Bringing the name back"),
                lambda _: desk.bring_back(by, subject.id, why),
                lambda numbers: self._done(words("Back: {numbers}", numbers=", ".join(numbers))),
            )

        self._ask(what, (tr("Why the name is wanted"), tr("Bring the name back")), go)

    def _ask_destroy(self) -> None:
        subject = self.subjects.current()
        if subject is None:
            return
        desk, by = self.desk.services.keeping.subjects, self.desk.user
        what = tr(
            "Nobody brings the name, the words, the mail and the letters of {numbers} back any "
            "more, from here on for good.",
            numbers=", ".join(subject.numbers),
        )

        def go(why: str) -> None:
            self.panel.close_panel()
            self.desk.tasks.slow(
                words("Destroying the key"),
                lambda _: desk.destroy_key(by, subject.id, why),
                lambda _: self._done(words("The key is destroyed.")),
            )

        self._ask(what, (tr("Why it is destroyed"), tr("Destroy the key for good")), go)

    def _ask_lift(self) -> None:
        restricted = self.restricted.current()
        if restricted is None:
            return
        number, restriction = restricted
        desk, by = self.desk.services.keeping.restrictions, self.desk.user
        what = tr(
            "{number} may be used again. The person who asked for the restriction is told before.",
            number=number,
        )

        def go(why: str) -> None:
            self.panel.close_panel()
            self.desk.tasks.records(
                lambda: desk.lift(by, restriction.inquiry_id, why),
                lambda _: self._done(words("The restriction is lifted.")),
            )

        self._ask(what, (tr("Why it is lifted"), tr("Lift the restriction")), go)

    def _ask(self, what: str, titles: tuple[str, str], go: Callable[[str], None]) -> None:
        self.form.ask(what, titles, go)
        self.panel.open(self.form)

    def _done(self, said: Words) -> None:
        self.desk.tell(said)
        self.desk.changed()
        self.arrived()

    def _allow(self) -> None:
        subject = self.subjects.current()
        closed = subject is not None and subject.open
        self.back.setEnabled(closed and self.desk.user.may(Action.REIDENTIFY))
        self.shred.setEnabled(closed)
        self.lift.setEnabled(self.restricted.current() is not None)

    # What is shown

    def _show(self, found: Found) -> None:
        subjects, restricted, self._names = found
        self.subjects.show_rows(subjects)
        self.restricted.show_rows(restricted)
        if subjects:
            self.states.show_content()
        else:
            self.states.say(
                tr("Nobody lies under another name"),
                tr("Who is pseudonymised stands here, with what lies sealed under the name."),
            )
        if restricted:
            self.restricted_states.show_content()
        else:
            self.restricted_states.say(
                tr("Nothing is restricted"),
                tr("Personal data, Restrict…: what a person contests is kept and not used."),
            )
        self._allow()

    def _restricted_columns(self) -> list[Column]:
        return [
            Column(tr("Number"), lambda r: r[0]),
            Column(tr("Since"), lambda r: moment(r[1].at), lambda r: r[1].at),
            Column(tr("Why"), lambda r: r[1].why, stretch=True),
            Column(tr("By"), lambda r: self._names.get(r[1].by, r[1].by)),
        ]

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        parts = (
            (tr("Under other names"), self.states, (self.back, self.shred)),
            (tr("Restricted use"), self.restricted_states, (self.lift,)),
        )
        for title, widget, actions in parts:
            row = QHBoxLayout()
            row.addWidget(heading(title), 1)
            for action in actions:
                row.addWidget(self.button(action))
            column.addLayout(row)
            column.addWidget(widget, 1)
        column.addWidget(
            label(tr("Reports to safety and quality go on under a restriction."), "dim")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.panel)


def _subject_columns() -> list[Column]:
    return [
        Column(tr("Name"), lambda s: s.id),
        Column(tr("Since"), lambda s: moment(s.at), lambda s: s.at),
        Column(tr("What"), lambda s: ", ".join(s.numbers), stretch=True),
        Column(tr("State"), _state, tone=lambda s: "" if s.open else "dim"),
    ]


def _state(subject: Subject) -> str:
    if subject.open:
        return tr("sealed, can be brought back")
    return tr("the key is destroyed") if subject.destroyed_at else tr("brought back")
