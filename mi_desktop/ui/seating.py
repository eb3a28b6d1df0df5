"""Builds the window of a signed-in user, with all its screens and so with all the rooms.

`app` loads this module on a worker's thread while the user types the passphrase: the rooms take
seconds to import, the door is there in a moment.
"""

from mi_desktop.basics.errors import WorldError
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.screens import SCREENS
from mi_desktop.ui.window import Window
from mi_desktop.ui.words import tell_time_in


def seat(desk: Desk) -> Window:
    """The window for this desk."""
    tell_time_in(desk.services.settings.zone)
    return Window(desk, SCREENS)


def keep_house(desk: Desk) -> None:
    """What an office does quietly once somebody sits down: readers ready, leftovers swept."""
    services = desk.services

    def work(_: object) -> None:
        services.intake.warm_up()
        services.office.tidy()

    desk.tasks.slow(None, work, failed=_next_time)


def _next_time(_: WorldError) -> None:
    """Nobody waits for it; the next start tries again."""
