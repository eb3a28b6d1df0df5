"""A warm process that forks workers; each works in an office without end, until it is killed.

`killed_worker OFFICE SCRATCH`: reads a seed a line; forks a worker of its own for it, and says
`dead STATUS` when it is. The worker says what it is doing and what was kept; see `test_killed`.
"""

import os
import random
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from mi_desktop import bootstrap
from mi_desktop.demo import PASSPHRASE, Demonstration, Staff
from mi_desktop.demo.answer import answer_safely, write_letter
from mi_desktop.demo.maker import read_truth
from mi_desktop.inquiries import Inquiry
from mi_desktop.safety import HandOffState


class Here:
    """A sandbox without processes: it is the program that is killed, not its helpers."""

    def submit(
        self, call: Callable[..., Any], *args: Any, seconds: float, urgent: bool = False
    ) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(self.run(call, *args, seconds=seconds))
        return done

    def run(
        self, call: Callable[..., Any], *args: Any, seconds: float, urgent: bool = False
    ) -> Any:
        return call(*args)

    def close(self) -> None:
        """Nothing runs."""


def say(what: str) -> None:
    """A line to whoever waits, whole or not at all."""
    os.write(1, f"{what}\n".encode())


def opened(folder: Path) -> Demonstration:
    services = bootstrap.open_services(folder, PASSPHRASE)
    who = services.people.by_name
    staff = Staff(who("anna"), who("erik"), who("sara"), who("maria"))
    return Demonstration(services, staff, PASSPHRASE, "")


def once_round(world: Demonstration, mail: Path, chance: random.Random) -> None:
    """A letter comes in, is read, answered, approved, signed and sent; now and then with harm."""
    services, anna = world.services, world.staff.anna
    say("at intake")
    mail.write_text(
        "Kliniken i Dalby\nBygatan 3, 247 50 Dalby\n\n"
        f"Kan Zelvimar ges vid nedsatt njurfunktion? {chance.random()}\n\n"
        "Vänliga hälsningar\nEva Ek, distriktsläkare\n"
    )
    (taken,) = services.intake.take(anna, [mail])
    assert taken.piece is not None
    say(f"kept piece {taken.piece.id}")
    say("at reading")
    list(services.ocr.read(anna, [taken.piece.id]))
    say(f"kept reading {taken.piece.id}")
    say("at registering")
    draft = services.inquiries.draft_from(taken.piece.id)
    inquiry = services.inquiries.register(anna, taken.piece.id, draft)
    say(f"kept inquiry {inquiry.id}")
    say("at answering")
    harmed = next(p for p in read_truth() if p.ae and not p.special)
    answer_safely(world, inquiry, harmed if chance.random() < 0.3 else None)
    say(f"kept answers {inquiry.id}")
    hand_off(world, inquiry)
    say("at approving and signing")
    letter = write_letter(world, inquiry, inquiry.questions)
    say(f"kept letter {letter.letter_id}")
    send(world)


def hand_off(world: Demonstration, inquiry: Inquiry) -> None:
    say("at handing off")
    for found in world.services.safety.handoffs():
        if found.inquiry_id == inquiry.id and found.state is HandOffState.DRAFT:
            world.services.safety.send_handoff(world.staff.anna, found.id)
            say(f"kept handoff {found.id}")


def send(world: Demonstration) -> None:
    services, anna = world.services, world.staff.anna
    say("at dispatching")
    ready = [s.letter_id for s in services.dispatch.ready()]
    if ready:
        batch = services.dispatch.print_batch(anna, ready, "pdf")
        for item in batch.items:
            services.dispatch.tick(anna, batch.id, item.letter_id)
        services.dispatch.posted(anna, batch.id)
        for item in batch.items:
            say(f"kept sent {item.letter_id}")


def work(folder: Path, seed: int) -> None:
    say(f"born {os.getpid()}")
    say("at opening")
    world = opened(folder)
    chance = random.Random(seed)
    mail = folder.parent / "mail.txt"
    while True:
        once_round(world, mail, chance)


def main(folder: Path, scratch: Path) -> None:
    bootstrap.make_sandbox = Here  # type: ignore[assignment]
    world = opened(scratch)
    for seed in (1, 2):
        began = time.perf_counter()
        once_round(world, scratch.parent / "warm.txt", random.Random(seed))
    world.services.close()
    say(f"warm {time.perf_counter() - began:.3f}")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                work(folder, int(line))
            finally:
                os._exit(1)
        _, status = os.waitpid(child, 0)
        say(f"dead {status}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
