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


class OfficeIsFile(WorldError):
    """A file was named where an office is a folder."""

    code = "STO-057"
    says = "{file} is a file; an office is a folder."
    hint = "Name the folder of the office, or one for a new office; the file was not touched."


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


class DocumentErased(DocumentDamaged):
    """A document's key was destroyed: a person's data were erased, or their time was over."""

    code = "STO-030"
    says = "This document was erased, as the law or the person asked."
    hint = "Its record says when; the receipt says what stayed and why."


class DocumentSealedAway(DocumentDamaged):
    """A document's key lies apart, under the random name that stands for a person (GD-04)."""

    code = "STO-040"
    says = "This document lies sealed under another name."
    hint = "Whoever may bring a name back opens it again: Office, Personal data."


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


class CheckpointUnusable(WorldError):
    """A checkpoint of the trail that was kept elsewhere cannot be compared."""

    code = "STO-031"
    says = "The checkpoint cannot be used: {reason}."
    hint = "Take the file as it was written, or type the code again as it is printed."


class TrailDoubted(NotAllowedHere):
    """The kept checkpoint is not on the trail: the records were cut off or replaced."""

    code = "STO-032"
    says = "The trail does not hold line {line}, which a checkpoint of {at} knows."
    hint = (
        "Find out who put other records there. Where a backup was restored, go on with: "
        "mi-desktop audit accept REASON"
    )


class AcceptanceUnexplained(NotAllowedHere):
    """Other records were to be accepted without a word why."""

    code = "STO-033"
    says = "Going on with other records needs a reason."
    hint = "Say in a sentence which backup was restored, when, and by whom."


class TryLater(WorldError):
    """A name was refused too often in a row; the same words whether anybody has it (P11-11)."""

    code = "STO-041"
    says = "There were too many refused tries; the next one is looked at in {wait}."
    hint = "Wait, then type it slowly. An administrator can give you a new passphrase."


class NotRecoveryWords(WorldError):
    """The words were mistyped; nothing of the office was asked."""

    code = "STO-042"
    says = "These are not the words of a recovery key: {what}."
    hint = "Type all 24 words in their order, as they are printed on the sheet."


class RecoveryRefused(WorldError):
    """The words are of another recovery key, or the office has none."""

    code = "STO-043"
    says = "These words do not open this office."
    hint = "Take the newest sheet of this office; making a new recovery key voids the older ones."


class ServerAway(WorldError):
    """The database server does not answer, or lets nobody in."""

    code = "STO-051"
    says = "The office's database server does not answer, or does not let this desk in."
    hint = (
        "Look at the network and at the address in settings.json; a new password is kept with: "
        "mi-desktop database-password"
    )


class PasswordInSettings(WorldError):
    """The settings file is plain text; a password has no place there."""

    code = "STO-052"
    says = "The database address in settings.json holds a password."
    hint = "Take it out, change it on the server, and keep it with: mi-desktop database-password"


class AddressUnfit(WorldError):
    """The address in the settings is not one of a PostgreSQL server."""

    code = "STO-053"
    says = "The database address in settings.json cannot be used."
    hint = "Write it as {driver}://USER@SERVER:5432/DATABASE, or leave it empty for a file."


class ServerTaken(WorldError):
    """The database on the server holds tables that are not this office's."""

    code = "STO-054"
    says = "The database on the server is not this office's: it holds other records."
    hint = "Name this office's database in settings.json; a new office needs an empty one."


class ServerEmpty(WorldError):
    """The database that the settings name holds nothing: it was dropped, or is another."""

    code = "STO-056"
    says = "The database on the server is empty; this office's records are not there."
    hint = (
        "Look at the address in settings.json. A backup is put into an empty database with: "
        "mi-desktop restore FILE --database ADDRESS"
    )


class ChangedBySomebody(ChangedByColleague):
    """Somebody changed the record since it was shown; who and when is known."""

    code = "STO-055"
    says = "{who} changed the record at {at}, while you had it open."
    hint = "See both: what stands there now, and what you typed. Then keep the one or the other."
