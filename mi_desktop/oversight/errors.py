"""What can go wrong with copies, reviews, settings and the logbook."""

from mi_desktop.basics.errors import NotAllowedHere, WorldError


class CopyNotWritten(WorldError):
    """The place of a copy cannot be written."""

    code = "OVR-001"
    says = "The copy could not be written to {place}: {reason}."
    hint = "Name another folder or a new file; nothing was changed."


class CopyUnreadable(WorldError):
    """A file or folder that is no copy of a record."""

    code = "OVR-002"
    says = "{file} is not a copy of a record that can be read."
    hint = "Name the ZIP file, or the folder it was unpacked into, as it was handed over."


class CopyDiffers(WorldError):
    """What was written does not read back as what the office holds."""

    code = "OVR-003"
    says = "The copy did not read back as it was written; it was taken away again."
    hint = "Check the disk, then take the copy again."


class SettingsUnfit(NotAllowedHere):
    """Values that the office cannot work with; each is named by its field."""

    code = "OVR-004"
    says = "These settings cannot be kept: {fields}."
    hint = "Correct the fields that are marked; nothing was changed."


class WhyMissing(NotAllowedHere):
    """A change under control that does not say why."""

    code = "OVR-005"
    says = "A sentence is missing: {what}."
    hint = "Write it without personal data; it stands in the audit trail."


class PeriodUnfit(NotAllowedHere):
    """A review of no time at all, or of time to come."""

    code = "OVR-006"
    says = "A review is of days that have passed, from the first to the last."
    hint = "Choose a first day before the last one, and a last day that is not to come."


class EntryMissing(WorldError):
    """No open entry of the logbook has this id."""

    code = "OVR-007"
    says = "There is no such open entry in the logbook."
    hint = "Look again: a colleague may have closed it."


class SettingsElsewhere(NotAllowedHere):
    """The settings file is not the one that was looked at."""

    code = "OVR-008"
    says = "The settings were changed meanwhile."
    hint = "Look again at what they are now, then change them."
