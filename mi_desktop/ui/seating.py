"""Builds the window of a signed-in user, with all its screens and so with all the rooms.

`app` loads this module on a worker's thread while the user types the passphrase: the rooms take
seconds to import, the door is there in a moment.
"""

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import words
from mi_desktop.oversight import NextReview
from mi_desktop.people import Action
from mi_desktop.ui.backup_watch import BackupWatch
from mi_desktop.ui.colleagues import Colleagues
from mi_desktop.ui.desk import Desk, Message
from mi_desktop.ui.handoff_watch import HandOffWatch
from mi_desktop.ui.screens import SCREENS
from mi_desktop.ui.window import Window
from mi_desktop.ui.words import tell_time_in

SUSPICIOUS = 3  # typing mistakes happen


def seat(desk: Desk) -> Window:
    """The window for this desk."""
    tell_time_in(desk.services.settings.zone)
    window = Window(desk, SCREENS)
    BackupWatch(desk, window.status, window)
    HandOffWatch(desk, window.status, window)
    Colleagues(desk, window)
    return window


def keep_house(desk: Desk) -> None:
    """What an office does quietly once somebody sits down: readers ready, leftovers swept."""
    services = desk.services

    def work(_: object) -> None:
        services.intake.warm_up()
        services.office.tidy()

    desk.tasks.slow(None, work, failed=_next_time)


def greet(desk: Desk) -> None:
    """Tells a user on arrival what is wrong with the records (P11-03) or their key (P11-11)."""
    doubted = desk.services.office.trail.doubted
    if doubted is not None:
        desk.telephone.said.emit(Message(doubted.words, doubted.advice, grave=True))
        return
    refused = desk.services.people.refused_before(desk.user)
    if refused >= SUSPICIOUS:
        what = words("Your name was refused {count} times before you came in.", count=refused)
        advice = words("Was it not you? Tell an administrator and choose another passphrase.")
        desk.telephone.said.emit(Message(what, advice, grave=True))
    elif desk.user.passphrase_of_another:
        desk.tell(words("Somebody else chose your passphrase. Choose your own: Office, Keys."))
    elif desk.services.people.keys.overdue(desk.user):
        desk.tell(words("Your passphrase is old: it signs nothing until you change it."))
    else:
        _tell_review(desk)


def _tell_review(desk: Desk) -> None:
    """Whoever reviews is told when a review is late (P11-21)."""

    def tell(standing: NextReview) -> None:
        if standing.late:
            desk.tell(words("A periodic review of the office is late: Office, Reviews."))

    if desk.user.may(Action.REVIEW_OFFICE):
        desk.tasks.records(desk.services.oversight.reviews.standing, tell)


def _next_time(_: WorldError) -> None:
    """Nobody waits for it; the next start tries again."""
