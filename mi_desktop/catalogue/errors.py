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
