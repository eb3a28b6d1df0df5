"""What can go wrong with reference data."""

from mi_desktop.basics.errors import WorldError


class NotInCatalogue(WorldError):
    """A code that the catalogue does not know."""

    code = "CAT-001"
    says = "The catalogue has no {kind} {key}."
    hint = "Ask an administrator to add it."


class CatalogueFileWrong(WorldError):
    """A reference file is not of the form it must have."""

    code = "CAT-002"
    says = "The reference file {file} cannot be used: {reason}."
    hint = "Correct the file and load it again; the catalogue in use is unchanged."


class CalendarEnds(WorldError):
    """A due date in a year that the calendar's table does not hold (CLK-4)."""

    code = "CAT-010"
    says = "The calendar {calendar} has no holidays for {year}."
    hint = "Ask an administrator to enter a newer calendar for the site."


class CalendarEmpty(WorldError):
    """A calendar without a single holiday is a mistake."""

    code = "CAT-011"
    says = "A calendar needs its holidays; none was given."
    hint = "Give every holiday of whole years."


class CalendarUnreadable(WorldError):
    """A line of a list of holidays is no day."""

    code = "CAT-012"
    says = "Line {line} of the list is no day: “{text}”."
    hint = "Write a day a line, as 2027-06-25. No calendar was entered."
