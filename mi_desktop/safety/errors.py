"""What can go wrong with the safety checklist and the hand-offs."""

from mi_desktop.basics.errors import NotAllowedHere, WorldError


class ChecklistMissing(WorldError):
    """A checklist file is absent or not readable; nothing can be answered without it."""

    code = "SAF-001"
    says = "The safety checklist {checklist} could not be read."
    hint = "Install the program again, or put the checklist file back."


class UnknownQuestion(NotAllowedHere):
    """The checklist version of this inquiry has no such question."""

    code = "SAF-002"
    says = "The checklist has no question {question}."
    hint = "Choose a question of the checklist that is shown."


class UnfitAnswer(NotAllowedHere):
    """The value is none of those the question allows."""

    code = "SAF-003"
    says = "{question} cannot be answered with this."
    hint = "Allowed: {allowed}."


class ForeignPage(NotAllowedHere):
    """Evidence, or a look, on a page that does not belong to the inquiry."""

    code = "SAF-004"
    says = "That page does not belong to this inquiry."
    hint = "Link the mail to the inquiry first."


class GateShut(NotAllowedHere):
    """Something is still missing, so the checklist cannot be signed."""

    code = "SAF-005"
    says = "The safety checklist cannot be signed yet. {why}"
    hint = "Look at every page and answer every open question, then sign."


class NoHandOff(NotAllowedHere):
    """There is no such hand-off."""

    code = "SAF-006"
    says = "There is no such hand-off."
    hint = "Choose a hand-off from the list."


class WrongState(NotAllowedHere):
    """A hand-off goes from draft to sent to acknowledged, in this order (HO-2)."""

    code = "SAF-007"
    says = "The hand-off {number} is {state}; this is not possible now."
    hint = "A hand-off is sent first and acknowledged after that."


class LateNeedsReason(NotAllowedHere):
    """A hand-off after its time needs a reason code and words (HO-4)."""

    code = "SAF-008"
    says = "The hand-off {number} is late; it needs a reason and a sentence that explains it."
    hint = "Choose a reason ({reasons}) and write why."


class NotSigned(NotAllowedHere):
    """The answers changed after they were signed, or were never signed (P11-16)."""

    code = "SAF-009"
    says = "The safety answers are not signed as they stand now; {number} was not sent."
    hint = "Sign the safety checklist again, then send."
