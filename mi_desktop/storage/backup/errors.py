"""What can go wrong with backups."""

from mi_desktop.basics.errors import WorldError


class BackupDamaged(WorldError):
    """A backup is cut short, changed, or does not hold what it says."""

    code = "BAK-001"
    says = "The backup {file} is damaged; nothing was restored from it."
    hint = "Use another backup. Copy the file again if it came over a network or a stick."


class BackupNotOurs(WorldError):
    """The file is no backup, or not one that this key opens."""

    code = "BAK-002"
    says = "{file} is no backup that this version of MI Desktop can read."
    hint = "Name a file made by the verb backup, or one of the folder's sets (.mibackup)."


class BackupThere(WorldError):
    """The file exists; an earlier backup is not overwritten unasked."""

    code = "BAK-003"
    says = "There is a file {file} already; a backup does not overwrite it."
    hint = "Name a new file, or replace the old one once the new one is whole, with --replace."


class PlaceTaken(WorldError):
    """An office is restored into an empty folder only."""

    code = "BAK-004"
    says = "{folder} is not empty; an office is restored into an empty folder only."
    hint = "Name a folder that is empty or does not exist yet."


class BackupNewer(WorldError):
    """The backup was made by a newer version."""

    code = "BAK-005"
    says = "The backup was made by a newer MI Desktop (its records are version {found})."
    hint = "Install the newer version on this machine, then restore; nothing was changed."


class BackupFailed(WorldError):
    """The place of the backup cannot be written."""

    code = "BAK-006"
    says = "The backup could not be written to {place}: {reason}."
    hint = "Free some space or name another place; earlier backups there are whole."


class BackupUntrue(WorldError):
    """What was read back is not what was written."""

    code = "BAK-007"
    says = "The backup was written to {place}, but reads back differently; it does not count."
    hint = "The disk or the line to it may be failing: name another place, have this one checked."


class OtherOffice(WorldError):
    """The folder keeps backups of another office."""

    code = "BAK-009"
    says = "The folder {folder} keeps backups of another office."
    hint = "Name a folder of this office's own."


class ServerUntrue(WorldError):
    """What the server gave back is not what it was given."""

    code = "BAK-012"
    says = "The server's database {database} gives back other records than it was given."
    hint = "Nothing was kept there. See that it was made with -E UTF8, then restore once more."


class BackupInside(WorldError):
    """The backup would lie in the folder that it is to save."""

    code = "BAK-010"
    says = "{place} lies in the office's own folder; a backup there would be lost with it."
    hint = "Name a place on another disk, or at least outside of the office folder."


class NotABackup(WorldError):
    """What would give way to the new backup is something else."""

    code = "BAK-011"
    says = "{file} is there and is no backup; nothing is written over it."
    hint = "Name a new file, or that of an earlier backup."
