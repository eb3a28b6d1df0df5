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


class NotToBeClosed(NotAllowedHere):
    """An inquiry whose gate is shut, or whose hand-off nobody acknowledged (domain 3.5)."""

    code = "SAF-034"
    says = "{number} cannot be closed. {why}"
    hint = "Sign the safety checklist and wait for the department's acknowledgement."


class ReasonMissing(NotAllowedHere):
    """Closing without an answer, and opening again, are explained in words."""

    code = "SAF-035"
    says = "A sentence that says why is missing."
    hint = "Write why; it stays with the inquiry."


class WordsNeeded(NotAllowedHere):
    """A name, a question, an answer or a reason was left empty."""

    code = "SAF-101"
    says = "Something was left empty that the record needs in words."
    hint = "Say who, what or why; a word is enough."


class ReceiverNotSetUp(NotAllowedHere):
    """The department's folder or mailbox is not in the settings."""

    code = "SAF-102"
    says = "Nobody said where hand-offs to {department} go: {missing} is missing."
    hint = "An administrator enters it in the settings; until then hand over a printed sheet."


class NoTransferBasis(NotAllowedHere):
    """GD-11: a transfer outside the EU and EEA rests on something, and that is written down."""

    code = "SAF-160"
    says = "The hand-off to {department} goes to {country}, outside the EU: its basis is missing."
    hint = "An administrator enters it in the settings: adequacy decision, or clauses and date."


class NotProtected(NotAllowedHere):
    """GD-08: health data goes by e-mail only where the intended reader alone can read it."""

    code = "SAF-103"
    says = "The hand-off to {department} may not go by e-mail: {missing} is missing."
    hint = (
        "An administrator gives the mailbox's certificate or a passphrase of 12 characters, and "
        "turns STARTTLS on; until then hand over a printed sheet."
    )


class FolderAway(WorldError):
    """The share is not there; the package waits."""

    code = "SAF-104"
    says = "The folder for hand-offs cannot be reached ({reason}). The hand-off waits."
    hint = "Check the network; it goes by itself when the folder is back."


class FolderHoldsAnother(WorldError):
    """A package of this name with other content lies in the folder."""

    code = "SAF-105"
    says = "The folder for hand-offs holds another {name} already; nothing was overwritten."
    hint = "Ask the receiver where it came from, then move it away and try again."


class CertificateUnreadable(WorldError):
    """The mailbox's certificate is no PEM certificate, or out of date."""

    code = "SAF-106"
    says = "The certificate of the mailbox for hand-offs cannot be used: {reason}."
    hint = "An administrator gets the current certificate from the keeper of the mailbox."


class OnItsWay(NotAllowedHere):
    """A package is being sent at this moment."""

    code = "SAF-107"
    says = "{number} is being sent at this moment."
    hint = "Wait for a moment and look again."


class PackageChanged(WorldError):
    """A kept file of a package is not the one whose hash was sealed."""

    code = "SAF-108"
    says = "The kept package of {number} is not the one that was frozen: {name} differs."
    hint = "Restore the office from a backup and tell whoever keeps it."


class UnknownNumber(NotAllowedHere):
    """An acknowledgement for a case that is not ours."""

    code = "SAF-109"
    says = "There is no hand-off {number}."
    hint = "Look at the number again; nothing was acknowledged."


class FollowUpsOpen(NotAllowedHere):
    """A hand-off is not closed while something is still asked for (AE-MIN-7)."""

    code = "SAF-110"
    says = "{number} cannot be closed: {count} follow-up tasks are open."
    hint = "Note what came of them first."


class NoFollowUp(NotAllowedHere):
    """There is no such follow-up task, or it is closed."""

    code = "SAF-120"
    says = "There is no such open follow-up task."
    hint = "Choose a task from the list."


class NoConsent(NotAllowedHere):
    """FU-1: nobody is contacted who did not agree to it."""

    code = "SAF-121"
    says = "The {whom} did not agree to be contacted ({state})."
    hint = "Note the consent first; the report itself goes without it."


class AttemptsNeeded(NotAllowedHere):
    """FU-3: a task is not given up before it was tried as often as it should be."""

    code = "SAF-122"
    says = "{count} of {wanted} attempts were made; it is too early to give up."
    hint = "Try again, or note the answer or the refusal."


class NotADay(NotAllowedHere):
    """A day was typed that is none."""

    code = "SAF-123"
    says = "{text} is not a day."
    hint = "Write it as 2026-11-23."


class ListUnreadable(WorldError):
    """The list is neither CSV nor XLSX, or damaged."""

    code = "SAF-130"
    says = "The list {name} could not be read: {reason}."
    hint = "Ask the department for it again, as CSV or XLSX."


class ListEmpty(NotAllowedHere):
    """The list has no rows: an empty list agrees with nothing."""

    code = "SAF-131"
    says = "The list {name} has no rows."
    hint = "Ask the department for the whole list; an empty one is never taken for agreement."


class ColumnsNotKnown(NotAllowedHere):
    """A column that the match needs was not recognised."""

    code = "SAF-132"
    says = "The list {name} has no column known as {missing}. Its columns: {columns}."
    hint = "Say which column holds it, then confirm."


class ColumnTwice(NotAllowedHere):
    """Two columns of the list have the same heading, or one column two meanings."""

    code = "SAF-133"
    says = "The column {column} stands twice; which one is meant cannot be told."
    hint = "Give each column a heading of its own."


class NoRun(NotAllowedHere):
    """There is no such reconciliation, or no such line in it."""

    code = "SAF-134"
    says = "There is no such reconciliation, or no such line in it."
    hint = "Choose one from the list."


class RunSigned(NotAllowedHere):
    """A signed reconciliation is not changed any more."""

    code = "SAF-135"
    says = "{number} is signed; it is not changed any more."
    hint = "What is still open comes back with the next list."


class LinesOpen(NotAllowedHere):
    """Each line that does not match needs an owner and a cause before the signature (REC-2)."""

    code = "SAF-136"
    says = "{count} lines of {number} have no owner or no cause."
    hint = "Give each line that does not match an owner and a cause, then sign."


class PeriodTurned(NotAllowedHere):
    """The last day lies before the first."""

    code = "SAF-137"
    says = "The period ends ({until}) before it begins ({since})."
    hint = "Turn the days around."


class SampleDrawn(NotAllowedHere):
    """One sample a period: a second draw could be chosen for its result."""

    code = "SAF-150"
    says = "The sample of {period} is drawn already."
    hint = "Read what waits; the next period gets its own sample."


class NothingToDraw(NotAllowedHere):
    """No "no event" answer was signed in the period."""

    code = "SAF-151"
    says = "In {period} no answer of no event was signed."
    hint = "Choose another period."


class NotAPeriod(NotAllowedHere):
    """A month is written 2026-11, and must be over or running."""

    code = "SAF-152"
    says = "{period} is not a month that can be drawn from."
    hint = "Write it as 2026-11; a month to come has no answers yet."


class SecondPerson(NotAllowedHere):
    """REC-3: whoever answered or signed first does not read again."""

    code = "SAF-153"
    says = "You answered this one first; somebody else reads it again."
    hint = "Leave it to a colleague."


class NoReread(NotAllowedHere):
    """Not in a sample, or read already."""

    code = "SAF-154"
    says = "This one is not waiting to be read again."
    hint = "Choose one from the list."
