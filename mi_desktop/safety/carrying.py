"""Which way a hand-off goes, whether that way is set up, and the going itself."""

from pathlib import Path

from mi_desktop.safety.channels import Parcel
from mi_desktop.safety.channels.folder import put
from mi_desktop.safety.channels.mail import as_attachment, compose, enveloped, locked
from mi_desktop.safety.clocks import Terms
from mi_desktop.safety.errors import NotProtected, NoTransferBasis, ReceiverNotSetUp
from mi_desktop.safety.model import HandOffKind
from mi_desktop.safety.standing import Neighbours
from mi_desktop.safety.tracking import Transmission, Way
from mi_desktop.settings import Receiver

LEAST_PASSPHRASE = 12


def receiver(rooms: Neighbours, kind: HandOffKind) -> tuple[Way, Receiver]:
    """How a department gets its hand-offs."""
    found: Receiver = getattr(rooms.settings.receivers, kind.value)
    return Way(found.way), found


def patience(rooms: Neighbours, kind: HandOffKind) -> Terms:
    """How long a department may take to acknowledge: hours, or its business days (HO-2)."""
    _, to = receiver(rooms, kind)
    settings = rooms.settings
    if not to.acknowledge_business_days:
        return Terms(to.acknowledge_hours, zone=settings.zone)
    ours = to.country in ("", settings.country)
    site = settings.site if ours else to.country
    calendar = rooms.catalogue.calendars.calendar(site, to.country or settings.country)
    return Terms(0, to.acknowledge_business_days, settings.zone, calendar)


def secret_name(kind: HandOffKind) -> str:
    """Under which name the office keeps the passphrase that locks a department's packages."""
    return f"handoff/{kind.value}"


def must_be_set_up(rooms: Neighbours, kind: HandOffKind) -> None:
    """Passes where the department's way is set up, and an e-mail is protected (GD-08).

    Raises:
        ReceiverNotSetUp: folder, address or sender is missing.
        NotProtected: no certificate and no passphrase, or an open connection.
        NoTransferBasis: it is outside the EU, and nobody said what that rests on (GD-11).
    """
    way, to = receiver(rooms, kind)
    if to.abroad and not to.transfer_basis.strip():
        raise NoTransferBasis(department=kind, country=to.country)
    if way is Way.FOLDER and not Path(to.folder or ".").is_absolute():
        raise ReceiverNotSetUp(department=kind, missing="folder")
    if way is not Way.EMAIL:
        return
    mailer, sender = rooms.ways.mailer, rooms.settings.mail.sender
    needed = {"address": to.address, "mail server": mailer, "sender": sender}
    for name, there in needed.items():
        if not there:
            raise ReceiverNotSetUp(department=kind, missing=name)
    if mailer is None or not mailer.protected:
        raise NotProtected(department=kind, missing="STARTTLS")
    if not to.certificate and len(_passphrase(rooms, kind)) < LEAST_PASSPHRASE:
        raise NotProtected(department=kind, missing="certificate / passphrase")


def carry(rooms: Neighbours, kind: HandOffKind, one: Transmission, parcel: Parcel) -> str:
    """Takes a package where it goes; slow.

    Returns:
        The server's words, or the name of the folder.

    Raises:
        WorldError: of the way.
    """
    must_be_set_up(rooms, kind)
    _, to = receiver(rooms, kind)
    if one.way is Way.FOLDER:
        return put(Path(to.folder), parcel)
    if rooms.ways.mailer is None:
        raise ReceiverNotSetUp(department=kind, missing="mail server")
    now = rooms.office.database.clock()
    protected = (
        enveloped(parcel.files, Path(to.certificate), now)
        if to.certificate
        else as_attachment(parcel.name, locked(parcel, _passphrase(rooms, kind)))
    )
    company = rooms.settings.letterhead.company or rooms.settings.name
    who = (company, rooms.settings.mail.sender, to.address)
    message = compose(parcel, who, (one.message_id, one.queued_at), protected)
    return rooms.ways.mailer.send(message, to.address)


def _passphrase(rooms: Neighbours, kind: HandOffKind) -> str:
    return rooms.office.secrets.get(secret_name(kind)) or ""
