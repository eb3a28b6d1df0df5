"""What can go wrong with inquiries."""

from mi_desktop.basics.errors import NotAllowedHere, WorldError


class NoQuestion(WorldError):
    """An inquiry needs at least one question in the requester's words."""

    code = "INQ-001"
    says = "An inquiry needs a question in the requester's own words."
    hint = "Select the question on the page, or type it as it was asked."


class WrongOrder(NotAllowedHere):
    """A status that cannot follow the present one (domain 3.5)."""

    code = "INQ-002"
    says = "{number} is {status}; it cannot become {wanted}."
    hint = "Follow the path at the right of the inquiry: it says what comes next."


class AlreadyFiled(NotAllowedHere):
    """The piece belongs to an inquiry."""

    code = "INQ-003"
    says = "{piece} belongs to {number} already."
    hint = "Open the inquiry; unlink the piece there first if it is the wrong one."


class NotAnswered(NotAllowedHere):
    """Closed as answered, but no letter was sent."""

    code = "INQ-020"
    says = "{number} cannot be closed as answered: no answer was sent."
    hint = "Send the letter first, or choose another reason."
