"""What can go wrong with E2B messages and forms, in the user's words."""

from mi_desktop.basics.errors import NotAllowedHere, WorldError


class NotAMessage(WorldError):
    """The file is no E2B(R3) message or acknowledgement."""

    code = "ICS-001"
    says = "{name} is no E2B(R3) message and no acknowledgement ({kind})."
    hint = "Ask the sender for the XML file in ICH E2B(R3) form. Nothing was taken in."


class HostileXml(WorldError):
    """The file does what no message does: a document type, entities, great depth."""

    code = "ICS-002"
    says = "{name} is not opened: it holds {what}, as no E2B message does."
    hint = "It may be made to do harm. Ask the sender for a plain E2B(R3) file."


class MessageTooLarge(WorldError):
    """More than a message may have."""

    code = "ICS-003"
    says = "{name} has {size} MB; messages of at most {most} MB are opened."
    hint = "Ask the sender to send documents beside the message, or fewer reports in a batch."


class NoSchemas(WorldError):
    """The folder in the settings has no E2B schemas."""

    code = "ICS-004"
    says = "The folder {folder} has no usable E2B(R3) schemas."
    hint = (
        "Unpack the ICH package's schema files there, or correct e2b.schemas in settings.json. "
        "Our own rules are checked all the same."
    )


class NoMeddra(WorldError):
    """The folder in the settings has no MedDRA files."""

    code = "ICS-005"
    says = "The folder {folder} has no usable MedDRA files ({what})."
    hint = "Unpack your licensed MedDRA ASCII files there, or correct e2b.meddra in settings.json."


class NotExported(WorldError):
    """The case does not make a valid message yet."""

    code = "ICS-006"
    says = "{number} makes no valid E2B(R3) file yet: {count} things are missing or wrong."
    hint = "Mend them at their fields; each is listed. The form and the record go out without it."


class NoCodes(WorldError):
    """An event has no MedDRA code: no valid file can exist (E2B-2)."""

    code = "ICS-007"
    says = "{number} has an event without a MedDRA code; no valid E2B(R3) file exists without."
    hint = "Type the code from your licensed MedDRA at the event, or send the form and the record."


class UnknownCase(WorldError):
    """No case has that number."""

    code = "ICS-008"
    says = "There is no case {number} with the fields of a report."
    hint = "Give the number as on the hand-off, AE-SE-2026-00003, and see that its form is begun."


class NoSuchFile(NotAllowedHere):
    """No file of others has that id."""

    code = "ICS-009"
    says = "There is no such file of others."
    hint = "Choose one that is listed with the case."
