"""What can go wrong with the office folder, its keys and its records."""

from mi_desktop.basics.errors import NotAllowedHere, WorldError


class OfficeMissing(WorldError):
    """There is no office in the folder."""

    code = "STO-001"
    says = "There is no office in {folder}."
    hint = "Name another folder, or make an office there with: mi-desktop init"


class OfficeThere(WorldError):
    """An office exists where a new one was asked for."""

    code = "STO-002"
    says = "There is an office in {folder} already."
    hint = "Open it, or name an empty folder for the new one."


class WrongPassphrase(WorldError):
    """No key slot opens: constant words, no hint about which half was wrong."""

    code = "STO-003"
    says = "The name and passphrase do not open this office."
    hint = "Try again; capital letters count. An administrator can give you a new passphrase."


class Locked(WorldError):
    """No passphrase was given and no key ring holds the key."""

    code = "STO-004"
    says = "The office is locked and this machine's key ring holds no key for it."
    hint = "Give the passphrase: in the window, or with --passphrase-file FILE (- for input)."


class OfficeNewer(WorldError):
    """The office was written by a newer version."""

    code = "STO-005"
    says = "The office was last opened by a newer MI Desktop (its records are version {found})."
    hint = "Install the newer version on this machine; nothing was changed."


class DocumentDamaged(WorldError):
    """A document file is cut short, changed or gone."""

    code = "STO-006"
    says = "A kept document is damaged or missing: {document}."
    hint = "Restore it from a backup. The record of it is still there."


class OfficeBusy(WorldError):
    """Another program holds the database."""

    code = "STO-007"
    says = "The office is busy: another program is writing to it."
    hint = "Wait a moment and try again; close other windows on the same office."


class CannotWrite(WorldError):
    """Disk full, read-only folder, no permission."""

    code = "STO-008"
    says = "The office folder cannot be written: {reason}."
    hint = "Free some space or ask for write permission; nothing was lost, try again after."


class OfficeFileDamaged(WorldError):
    """The office's key file cannot be read."""

    code = "STO-009"
    says = "The office's key file {file} cannot be read."
    hint = "Restore it from a backup; the records themselves are untouched."


class ChangedByColleague(NotAllowedHere):
    """Somebody changed the record since it was shown."""

    code = "STO-010"
    says = "The record was changed meanwhile by someone else."
    hint = "Look at it again, then repeat your change."


class RecordMissing(WorldError):
    """A record that was asked for is not in this office."""

    code = "STO-011"
    says = "There is no {kind} {key} in this office."
    hint = "Check the number; search finds records by any word in them."


class RecordsDamaged(WorldError):
    """The database file is gone, cut, overwritten, or another office's."""

    code = "STO-012"
    says = "The office's records ({file}) are missing or damaged."
    hint = "Restore them from a backup; the kept documents and the keys were not touched."
