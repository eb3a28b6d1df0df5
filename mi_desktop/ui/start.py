"""Ways to begin: work in an office, watch the demonstration, take pictures of the screens."""

from pathlib import Path

from mi_desktop.basics.words import words
from mi_desktop.demo import Demonstration, Walked, send_out, walk
from mi_desktop.people import User
from mi_desktop.services import Services
from mi_desktop.ui.app import Door, run
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.pictures import offscreen_desk, take
from mi_desktop.ui.work import work

__all__ = ["pictures", "watch", "work"]


def watch(demonstration: Demonstration, logs: Path) -> int:
    """Opens the window on the demonstration office, which works by itself while one looks on."""
    services, anna = demonstration.services, demonstration.staff.anna
    door = Door(
        office=services.settings.name,
        enter=lambda name, secret: (services, services.people.sign_in(name, secret)),
        crashes=logs,
        at_once=lambda: (services, anna),
        language=services.settings.languages[0],
        seated=lambda desk: _show_the_work(desk, demonstration),
    )
    try:
        return run(door)
    finally:
        services.close()


def pictures(services: Services, user: User, folder: Path) -> list[Path]:
    """Pictures of every screen in `folder`, light colours, made without a display."""
    folder.mkdir(parents=True, exist_ok=True)
    with offscreen_desk(services, user, services.settings.languages[0]) as desk:
        return take(desk, folder, ("light",))


def _show_the_work(desk: Desk, demonstration: Demonstration) -> None:
    def done(step: Walked) -> None:
        if step.letter:
            desk.tell(words("{source}: {letter} signed", source=step.source, letter=step.letter))
        desk.changed()

    def sent(_: object) -> None:
        desk.tell(words("The mail is answered; the letters are printed or wait in the outbox."))
        desk.changed()

    def answered(_: object) -> None:
        desk.tasks.slow(words("Printing letters"), lambda _: send_out(demonstration), sent)

    desk.tasks.slow(
        words("The demonstration works by itself"),
        lambda progress: walk(demonstration, progress),
        answered,
        each=done,
    )
