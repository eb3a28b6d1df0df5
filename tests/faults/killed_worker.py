"""Works in an office without end, until somebody kills it: `killed_worker OFFICE SEED`."""

import random
import sys
from pathlib import Path

from mi_desktop.bootstrap import open_services
from mi_desktop.demo import PASSPHRASE, Demonstration, Staff
from mi_desktop.demo.answer import answer_safely, write_letter
from mi_desktop.letters import LetterState


def work(folder: Path, seed: int) -> None:
    services = open_services(folder, PASSPHRASE)
    who = services.people.by_name
    staff = Staff(who("anna"), who("erik"), who("sara"), who("maria"))
    demonstration = Demonstration(services, staff, PASSPHRASE, "")
    chance = random.Random(seed)
    while True:
        mail = folder.parent / f"mail-{seed}-{chance.randrange(10**9)}.txt"
        mail.write_text(
            "Kliniken i Dalby\nBygatan 3, 247 50 Dalby\n\n"
            f"Kan Zelvimar ges vid nedsatt njurfunktion? {chance.random()}\n\n"
            "Vänliga hälsningar\nEva Ek, distriktsläkare\n"
        )
        (taken,) = services.intake.take(staff.anna, [mail])
        assert taken.piece is not None
        list(services.ocr.read(staff.anna, [taken.piece.id]))
        draft = services.inquiries.draft_from(taken.piece.id)
        inquiry = services.inquiries.register(staff.anna, taken.piece.id, draft)
        answer_safely(demonstration, inquiry, None)
        write_letter(demonstration, inquiry, inquiry.questions)
        ready = [s.letter_id for s in services.dispatch.ready()]
        batch = services.dispatch.print_batch(staff.anna, ready, "pdf")
        for item in batch.items:
            services.dispatch.tick(staff.anna, batch.id, item.letter_id)
        services.dispatch.posted(staff.anna, batch.id)
        assert services.letters.letters(state=LetterState.DISPATCHED)
        print("once round", flush=True)


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]))
