"""Working in an office: the door, and what opens it. Imports no room, so the door is there soon."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mi_desktop.settings import load_settings
from mi_desktop.ui.app import Door, run

if TYPE_CHECKING:
    from mi_desktop.people import User
    from mi_desktop.services import Services

    class Opened(Protocol):
        """An open office, however it was opened."""

        @property
        def services(self) -> Services:
            """The counter."""

    Open = Callable[[Path, str | None, str | None], Services]
    RecoverBy = Callable[[Path, str, tuple[str, str]], Opened]


class Entrance:
    """Opens an office once and lets users in; whoever holds it closes it."""

    def __init__(
        self,
        folder: Path,
        passphrase: str | None,
        open_services: "Open",
        recover: "RecoverBy | None" = None,
    ) -> None:
        """`passphrase` None: the key ring's key, or whatever is typed at the door."""
        self._recover = recover
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

    def recover(self, phrase: str, name: str, passphrase: str) -> "tuple[Services, User]":
        """Opens the office by its recovery words and gives the user a new passphrase."""
        if self.services is not None:
            self.services.people.keys.recover(phrase, name, passphrase)
        elif self._recover is not None:
            self.services = self._recover(self._folder, phrase, (name, passphrase)).services
        return self.enter(name, passphrase)

    def close(self) -> None:
        """Lets go of the office."""
        if self.services is not None:
            self.services.close()


def work(
    folder: Path,
    passphrase: str | None,
    open_services: "Open",
    recover: "RecoverBy",
    logs: Path,
) -> int:
    """Opens the window on an office; returns the exit code.

    Args:
        folder: of the office.
        passphrase: of its user, None to ask the key ring and then the user.
        open_services: folder, passphrase and user name to the services (bootstrap's).
        recover: folder, recovery words, user name and new passphrase to the open office.
        logs: folder of crash reports.
    """
    settings, _ = load_settings(folder)
    entrance = Entrance(folder, passphrase, open_services, recover)
    door = Door(
        office=settings.name,
        enter=entrance.enter,
        crashes=logs,
        at_once=entrance.at_once,
        recover=entrance.recover,
        language=settings.languages[0],
    )
    try:
        return run(door)
    finally:
        entrance.close()
