"""Working in an office: the door, and what opens it. Imports no room, so the door is there soon."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mi_desktop.settings import load_settings
from mi_desktop.ui.app import Door, run

if TYPE_CHECKING:
    from mi_desktop.people import User
    from mi_desktop.services import Services

    Open = Callable[[Path, str | None, str | None], Services]


class Entrance:
    """Opens an office once and lets users in; whoever holds it closes it."""

    def __init__(self, folder: Path, passphrase: str | None, open_services: "Open") -> None:
        """`passphrase` None: the key ring's key, or whatever is typed at the door."""
        self._folder = folder
        self._passphrase = passphrase
        self._open_services = open_services
        self.services: Services | None = None

    def enter(self, name: str, passphrase: str) -> "tuple[Services, User]":
        """Opens the office for this user, or lets the user in where it is open."""
        if self.services is None:
            self.services = self._open_services(self._folder, passphrase, name)
            user = self.services.people.opened_by()
            if user is not None:
                return self.services, user
        return self.services, self.services.people.sign_in(name, passphrase)

    def at_once(self) -> "tuple[Services, User] | None":
        """Who needs not type: the key ring, or a passphrase file, opens the office."""
        self.services = self._open_services(self._folder, self._passphrase, None)
        user = self.services.people.opened_by()
        return (self.services, user) if user is not None else None

    def close(self) -> None:
        """Lets go of the office."""
        if self.services is not None:
            self.services.close()


def work(folder: Path, passphrase: str | None, open_services: "Open", logs: Path) -> int:
    """Opens the window on an office; returns the exit code.

    Args:
        folder: of the office.
        passphrase: of its user, None to ask the key ring and then the user.
        open_services: folder, passphrase and user name to the services (bootstrap's).
        logs: folder of crash reports.
    """
    settings, _ = load_settings(folder)
    entrance = Entrance(folder, passphrase, open_services)
    door = Door(
        office=settings.name,
        enter=entrance.enter,
        crashes=logs,
        at_once=entrance.at_once,
        language=settings.languages[0],
    )
    try:
        return run(door)
    finally:
        entrance.close()
