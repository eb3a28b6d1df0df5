"""What can go wrong with a case."""

from mi_desktop.basics.errors import NotAllowedHere


class CaseUnfit(NotAllowedHere):
    """A field holds what cannot be kept: too long, not in its list."""

    code = "SAF-030"
    says = "The case {number} was not saved: {field}: {why}."
    hint = "Correct the field that is marked; nothing was cut or left out."


class CodeUnreadable(NotAllowedHere):
    """A pack's code that cannot be parsed; it is shown, never guessed at (GS1-2)."""

    code = "SAF-031"
    says = "The pack's code could not be read: {raw}. {why}"
    hint = "Scan the square code again, or type batch and expiry as they are printed."


class NoSuchField(NotAllowedHere):
    """A path that names no field of this kind of case."""

    code = "SAF-032"
    says = "The case has no field {path}."
    hint = "Choose a field of the form."


class NotTheSameMail(NotAllowedHere):
    """Two cases are linked that have nothing to do with each other."""

    code = "SAF-033"
    says = "{one} and {other} cannot be linked."
    hint = "Link two different cases: a mother and her child, or patients of the same mail."


class ContactNeedsReason(NotAllowedHere):
    """FU-2: who does not need a reporter's contact for the work says what for."""

    code = "SAF-036"
    says = "Names and addresses of a case lie apart; a sentence that says what for is missing."
    hint = "Write why you need them; it stands in the audit trail."
