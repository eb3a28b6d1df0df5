"""What can go wrong with standard responses."""

from mi_desktop.basics.errors import NotAllowedHere, WorldError


class StandardMissing(WorldError):
    """No such standard response, language or version."""

    code = "LIB-001"
    says = "There is no standard response {id} in {language}{version}."
    hint = "Choose another one, or ask for a translation."


class VersionTaken(NotAllowedHere):
    """Versions count up by one and are frozen once entered (SRD-2)."""

    code = "LIB-002"
    says = "Version {version} of {id} in {language} cannot be entered; the next one is {next}."
    hint = "An approved text is never changed: enter a correction under the next version."


class DatesWrong(NotAllowedHere):
    """The dates of a version do not fit (SRD-1)."""

    code = "LIB-003"
    says = "The dates of {id} do not fit: from {start} to {end}."
    hint = "A version ends after it begins, and at most 24 months later."


class NotYetEffective(NotAllowedHere):
    """A version that begins later, or was never approved, cannot be in force (SRD-1, SRD-2)."""

    code = "LIB-004"
    says = "{id} in {language} cannot come into force: it is {state} and begins on {start}."
    hint = "Only an approved version comes into force, on its first day or later."


class ReasonMissing(NotAllowedHere):
    """Withdrawing needs a reason (SRD-3)."""

    code = "LIB-005"
    says = "A standard response is not withdrawn without a reason."
    hint = "Write in a few words why it may no longer be used."


class LibraryFileUnreadable(WorldError):
    """A file of standard responses is not in the form we read."""

    code = "LIB-006"
    says = "The file {file} does not hold a standard response that can be read."
    hint = "Correct the file and load the folder again; the others were not touched."


class SourceMissing(NotAllowedHere):
    """A translation names its source version (SRD-6)."""

    code = "LIB-007"
    says = "{id} in {language} names a source version that is not in the library."
    hint = "Enter the source language's version first."
