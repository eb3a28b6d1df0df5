"""What can go wrong with keeping, holding and erasing."""

from mi_desktop.basics.errors import NotAllowedHere, WorldError


class NobodyFound(WorldError):
    """No record names the person."""

    code = "KEE-001"
    says = "Nothing in this office names this person."
    hint = "Try the e-mail address, the telephone number or another spelling of the name."


class UnderHold(NotAllowedHere):
    """A legal hold stops it."""

    code = "KEE-002"
    says = "{number} is under legal hold; nothing of it is erased."
    hint = "Lift the hold first, if whoever asked for it agrees."


class SamePerson(NotAllowedHere):
    """Destruction that nobody outside asked for takes two people."""

    code = "KEE-003"
    says = "You proposed this destruction yourself; a second person confirms it."
    hint = "Ask a colleague with the same permission to confirm it."


class NothingDue(NotAllowedHere):
    """What was chosen for destruction is not due, or must stay."""

    code = "KEE-004"
    says = "{number} is not due for destruction."
    hint = "Only what is due, under no hold and without a report, is destroyed."


class ReasonMissing(NotAllowedHere):
    """A step that must say why, or how identity was checked, did not."""

    code = "KEE-005"
    says = "A sentence is missing: {what}."
    hint = "Write it without personal data; it is kept with the request."


class NoBackupFolder(NotAllowedHere):
    """Scheduled backups need a folder."""

    code = "KEE-006"
    says = "No folder for backups is set."
    hint = "Set keeping.backup_folder in settings.json, or make a backup to a file."


class RequestMissing(WorldError):
    """No such request is open."""

    code = "KEE-007"
    says = "There is no such open request."
    hint = "Look again: a colleague may have finished it."


class ExportNotWritten(WorldError):
    """The place of an export cannot be written."""

    code = "KEE-008"
    says = "The export could not be written to {place}: {reason}."
    hint = "Name another folder or a new file; nothing was changed."


class ListUnreadable(WorldError):
    """The list of erasures beside a backup is damaged or of another office."""

    code = "KEE-009"
    says = "The list of erasures {file} cannot be read with this office's key."
    hint = "Name the list of the office that was backed up (erasures.sealed), then restore again."


class NoBackupYet(NotAllowedHere):
    """There is no backup to try."""

    code = "KEE-010"
    says = "There is no backup to try yet."
    hint = "Make a backup first, or name a backup's file."


class UseRestricted(NotAllowedHere):
    """Its use is restricted: it is kept, and nothing is done with it (Art. 18 GDPR)."""

    code = "KEE-011"
    says = "{number} is restricted: it may be kept, but not used, changed, answered or sent."
    hint = "The person asked for it. Whoever keeps personal data can lift it when it is settled."


class LookRefused(NotAllowedHere):
    """Somebody else's eyes are not for a restricted inquiry."""

    code = "KEE-012"
    says = "The use of this inquiry is restricted; only those who keep personal data look at it."
    hint = "Ask an administrator or quality if something must be done about it."


class SubjectMissing(WorldError):
    """No name lies under this random one, or its key was destroyed."""

    code = "KEE-013"
    says = "Nothing lies under {name} that could be brought back."
    hint = "Its key was destroyed, or the name was brought back already."
