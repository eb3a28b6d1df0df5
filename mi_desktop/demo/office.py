"""The demonstration office: invented people, products and answers, and a past of three inquiries.

It lives on a Friday in November 2026, so that its labels and standard responses are in force
whenever somebody looks at it. Keys are wrapped cheaply: its passphrase is printed anyway.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mi_desktop.basics.clock import utc_now
from mi_desktop.basics.paths import RESOURCES, private_folder
from mi_desktop.demo.answer import answer_safely, write_letter
from mi_desktop.demo.model import Demonstration, ShiftedClock, Staff
from mi_desktop.inquiries import InquiryDraft, NewQuestion, Requester, RequesterType
from mi_desktop.intake import Channel
from mi_desktop.people import Role
from mi_desktop.services import Services
from mi_desktop.settings import (
    Letterhead,
    MailServer,
    OfficeSettings,
    Receiver,
    Receivers,
    save_settings,
)
from mi_desktop.storage import Cost, Office, create_office

DEMO = RESOURCES / "demo"
TODAY = datetime(2026, 11, 20, 13, 0, tzinfo=UTC)
PAST = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
PASSPHRASE = "demonstration only"  # noqa: S105 - printed for everybody who tries the program
CHEAP = Cost(passes=1, memory=8192 * 1024)
_STAFF = (
    ("anna", "Anna Lindqvist", frozenset({Role.INTAKE, Role.SPECIALIST})),
    ("erik", "Erik Berg", frozenset({Role.REVIEWER, Role.APPROVER})),
    ("sara", "Sara Holm", frozenset({Role.SAFETY, Role.QUALITY})),
)


def demo_settings(shift: timedelta) -> OfficeSettings:
    """The office's settings; no mail server answers at its address, so e-mail waits."""
    return OfficeSettings(
        name="Exempelia Pharma AB",
        clock_shift_s=shift.total_seconds(),
        demonstration=True,
        letterhead=Letterhead(
            company="Exempelia Pharma AB",
            department="Medicinsk information",
            street="Box 1234",
            postcode="111 22",
            city="Stockholm",
            phone="08-555 010 00",
            email="medinfo@exempelia.example",
            privacy_url="https://exempelia.example/privacy",
        ),
        mail=MailServer(host="127.0.0.1", port=2525, sender="medinfo@exempelia.example"),
    )


def with_share(settings: OfficeSettings, folder: Path) -> OfficeSettings:
    """Hand-offs to safety go into a folder beside the records; those to quality on paper."""
    share = private_folder(folder.resolve() / "handed-over")
    receivers = Receivers(safety=Receiver(way="folder", folder=str(share)))
    return settings.model_copy(update={"receivers": receivers})


def make_demonstration(
    folder: Path,
    passphrase: str | None,
    assemble: Callable[[Office, OfficeSettings], Services],
    database: str = "",
) -> Demonstration:
    """Makes the office in an empty folder and furnishes it.

    Args:
        folder: of the new office.
        passphrase: for everybody in it, None for the printed one.
        assemble: builds the services over an open office (bootstrap's).
        database: an empty one on a server, "" for a file.

    Raises:
        OfficeThere: the folder holds an office.
    """
    clock = ShiftedClock()
    clock.set(PAST)
    office = create_office(folder, clock, CHEAP, database)
    settings = with_share(demo_settings(TODAY - utc_now()), folder)
    settings = settings.model_copy(update={"database": database})
    save_settings(folder, settings)
    services = assemble(office, settings)
    services.intake.warm_up()  # the readers load while the office is furnished
    secret = passphrase or PASSPHRASE
    shown = f"{PASSPHRASE!r}" if passphrase is None else "the one in your file"
    demonstration = Demonstration(services, _hire(services, secret), secret, shown)
    _furnish(demonstration)
    _past(demonstration)
    clock.set(TODAY)
    return demonstration


def _hire(services: Services, passphrase: str) -> Staff:
    maria = services.people.add_first("maria", "Maria Ek", passphrase)
    anna, erik, sara = (services.people.add(maria, who, passphrase) for who in _STAFF)
    return Staff(anna, erik, sara, maria)


def _furnish(demonstration: Demonstration) -> None:
    services, staff = demonstration.services, demonstration.staff
    services.catalogue.load(staff.maria, DEMO / "products.json")
    services.library.load(staff.erik, DEMO / "standard_responses")
    services.letters.make_demonstration_identity(staff.erik)


def _past(demonstration: Demonstration) -> None:
    services, staff = demonstration.services, demonstration.staff
    for requester, question in _EARLIER:
        draft = InquiryDraft(requester, (question,), question.language)
        inquiry = services.inquiries.register(staff.anna, None, draft, Channel.HAND)
        answer_safely(demonstration, inquiry, None)
        write_letter(demonstration, inquiry, inquiry.questions)
    ready = [s.letter_id for s in services.dispatch.ready()]
    batch = services.dispatch.print_batch(staff.anna, ready, "pdf")
    for item in batch.items:
        services.dispatch.tick(staff.anna, batch.id, item.letter_id)
    services.dispatch.posted(staff.anna, batch.id)


_EARLIER = (
    (
        Requester(
            name="Lisa Granath",
            type=RequesterType.PHARMACIST,
            organisation="Apotek Tallen",
            street="Lindvägen 4",
            postcode="743 30",
            city="Storvreta",
        ),
        NewQuestion("Innehåller Kalmorin kapslar gelatin?", "sv", "kalmorin", "PHC-EXCIP"),
    ),
    (
        Requester(
            name="Omar Haddad",
            type=RequesterType.PHYSICIAN,
            organisation="Lunda vårdcentral",
            street="Byvägen 11",
            postcode="824 50",
            city="Lunda",
        ),
        NewQuestion("Hur ska en missad dos av Hemtrovia hanteras?", "sv", "hemtrovia", "DOS"),
    ),
    (
        Requester(
            name="Johan Mattila",
            type=RequesterType.PHYSICIAN,
            organisation="Vidsels hälsocentral",
            street="Skogsvägen 15",
            postcode="942 95",
            city="Norra Vidsel",
            email="halsocentral@vidsel.example",
        ),
        NewQuestion("Kan Zelvimar användas under graviditet?", "sv", "zelvimar", "PRG"),
    ),
)
