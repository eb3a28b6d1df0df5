"""What can go wrong between the command line and the world."""

from mi_desktop.basics.errors import WorldError


class FileUnreadable(WorldError):
    """A file named on the command line cannot be read."""

    code = "CLI-001"
    says = "{file} cannot be read: {reason}."
    hint = "Check the name and the permissions."


class FileUnwritable(WorldError):
    """A file named on the command line, or its folder, cannot be written."""

    code = "CLI-002"
    says = "{file} cannot be written: {reason}."
    hint = "Name another file or folder with -o or --out, or free some space."


class PassphraseMissing(WorldError):
    """A passphrase is needed, none was given, and there is nobody to ask."""

    code = "CLI-003"
    says = "No passphrase was given: {reason}."
    hint = "Name a file that holds it on its first line; - reads standard input."


class MachineFailed(WorldError):
    """The operating system refused something that no room has words for."""

    code = "CLI-004"
    says = "The machine refused: {reason} ({file})."
    hint = "Free some space or ask for permission, then run it again; what was finished is kept."


class NoDisplay(WorldError):
    """The window was asked for where there is no screen."""

    code = "CLI-005"
    says = "There is no display to open the window on."
    hint = "Start it from a desktop session, or use a verb: mi-desktop --help lists them."


class ReaderGone(Exception):
    """Whoever read standard output has gone: nothing is left to be said."""
