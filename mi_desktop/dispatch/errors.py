"""What can go wrong on the way out: letters, printers, the mail server."""

from mi_desktop.basics.errors import NotAllowedHere, WorldError


class NotSigned(NotAllowedHere):
    """Only a signed letter that has not gone out is sent."""

    code = "DIS-001"
    says = "{reference} is {state}; only a signed letter that has not gone out can be sent."
    hint = "Have the letter approved and signed first."


class OnItsWay(NotAllowedHere):
    """A letter goes one way at a time."""

    code = "DIS-002"
    says = "{reference} is on its way already: {where}."
    hint = "Finish that one, or take the letter out of it first."


class BytesChanged(WorldError):
    """The kept file is not the one that was signed (SIG-3)."""

    code = "DIS-003"
    says = "The kept file of {reference} is not the one that was signed; it was not sent."
    hint = "Restore the office from a backup, or have the letter approved again."


class BatchMissing(WorldError):
    """No such batch, or no such letter in it."""

    code = "DIS-004"
    says = "There is no such print batch, or the letter is not in it."
    hint = "Look at the list of batches again."


class WrongBatchState(NotAllowedHere):
    """The batch is not where this step begins."""

    code = "DIS-005"
    says = "The batch {number} is {state}; this step is not open to it."
    hint = "A batch is printed first, then each letter ticked off, then it is posted."


class NotTicked(NotAllowedHere):
    """Posting needs every letter in its envelope: the tick is the proof."""

    code = "DIS-006"
    says = "{count} letters of {number} are not ticked off."
    hint = "Tick each letter that lies in its envelope; take out those that do not go."


class SignedAnew(NotAllowedHere):
    """What was printed is not what is signed now."""

    code = "DIS-008"
    says = "{reference} was changed and signed anew after it was printed."
    hint = "Take it out of the batch, throw the old sheets away, and print it anew."


class NothingChosen(NotAllowedHere):
    """A batch needs letters."""

    code = "DIS-007"
    says = "No letter was chosen."
    hint = "Choose at least one signed letter."


class NoPrintProgram(WorldError):
    """`lp` is not installed."""

    code = "DIS-010"
    says = "This machine has no print system: the program {program} is missing."
    hint = "Install the CUPS client, or make PDF files instead of printing."


class NoQueue(WorldError):
    """The printer is unknown, or the print system does not run."""

    code = "DIS-011"
    says = "The printer {printer} is not there: it was removed, or the print system does not run."
    hint = "Choose another printer, or make PDF files."


class QueueStopped(WorldError):
    """The queue takes no jobs or passes none on."""

    code = "DIS-012"
    says = "The printer {printer} is stopped: {said}"
    hint = "See to the printer and start its queue, or choose another printer."


class PrintFailed(WorldError):
    """`lp` said no, or nothing."""

    code = "DIS-013"
    says = "The printer {printer} did not take the letters: {said}"
    hint = "See to the printer, then print the batch again."


class FilesNotWritten(WorldError):
    """The folder for PDF files cannot be written."""

    code = "DIS-014"
    says = "The PDF files could not be written: {said}."
    hint = "Free some space or ask for write permission, then print the batch again."


class EmailMissing(WorldError):
    """No such e-mail in the queue."""

    code = "DIS-020"
    says = "There is no such e-mail in the queue."
    hint = "Look at the list of e-mails again."


class NotRefused(NotAllowedHere):
    """Only a refused e-mail is tried again by hand."""

    code = "DIS-021"
    says = "The e-mail of {reference} is {state}; only a refused one is tried again by hand."
    hint = "Waiting e-mails are tried again by themselves."


class NoAddress(NotAllowedHere):
    """The letter's recipient has no e-mail address that can be used."""

    code = "DIS-022"
    says = "{reference} has no e-mail address that can be used."
    hint = "Send it by post, or correct the address and have the letter approved again."


class NotByEmail(NotAllowedHere):
    """GD-08, IMY: health data goes by e-mail only where nobody else can read it."""

    code = "DIS-023"
    says = "{reference} may not go by e-mail: it is not addressed to a health professional."
    hint = "Print it and send it by post; consent does not change this."


class SafetyInLetter(NotByEmail):
    """GD-08: an adverse event or complaint was handed off from this inquiry."""

    code = "DIS-024"
    says = "{reference} may not go by e-mail: the inquiry holds an event or complaint."


class OpenConnection(NotByEmail):
    """GD-08: the office's mail server is not set to an encrypted connection."""

    code = "DIS-025"
    says = "{reference} may not go by e-mail: the mail server is set without encryption."
    hint = "Have an administrator turn STARTTLS on for the mail server, or send it by post."


class SafetyReopened(NotAllowedHere):
    """A page or an answer came after the approval: nothing leaves without a signed answer."""

    code = "DIS-026"
    says = "{reference} may not go out yet: its inquiry's safety checklist is open again."
    hint = "Look at what is new, answer and sign the checklist; then the letter goes as it is."


class MailNotSetUp(WorldError):
    """No mail server, no sender, or a user name without its password."""

    code = "DIS-030"
    says = "E-mail is not set up: {missing} is missing."
    hint = "An administrator enters the mail server, the sender and the password."


class MailOffline(WorldError):
    """The mail server cannot be reached; the e-mail waits."""

    code = "DIS-031"
    says = "The mail server cannot be reached ({said}). The e-mail waits."
    hint = "Check the network; the e-mail is tried again when sending is started next."


class ServerNotTrusted(WorldError):
    """The server offers no STARTTLS, or its certificate does not hold; nothing was sent."""

    code = "DIS-032"
    says = "The connection to the mail server cannot be encrypted ({said}). The e-mail waits."
    hint = "Tell the keeper of the mail server; nothing was sent in the open."


class LoginRefused(WorldError):
    """The server does not take the name and password."""

    code = "DIS-033"
    says = "The mail server refused the office's name or password ({said}). The e-mail waits."
    hint = "An administrator enters the password of the mail server again."


class MailRefused(WorldError):
    """The server refused for good (5xx): an unknown recipient, a message too large."""

    code = "DIS-034"
    says = "The mail server refused the e-mail: {said}"
    hint = "Check the address; try again, or send the letter by post."


class MailPutOff(WorldError):
    """The server put it off (4xx); the e-mail waits."""

    code = "DIS-035"
    says = "The mail server asks to come again later: {said} The e-mail waits."
    hint = "Nothing to do: it is tried again when sending is started next."


class MailUncertain(WorldError):
    """The connection broke after DATA: nobody here knows whether the server took it."""

    code = "DIS-036"
    says = (
        "The line broke while the e-mail was handed over; it is not known whether it was taken. "
        "It waits and goes again under the same Message-ID, so that a repeat is known as one."
    )
    hint = "Nothing to do; the recipient may get it twice."


PRINTER_TROUBLE = (NoPrintProgram, NoQueue, QueueStopped, PrintFailed, FilesNotWritten)
"""What a printer can answer; the batch has failed and can be printed elsewhere."""

SERVER_TROUBLE = (MailNotSetUp, MailOffline, ServerNotTrusted, LoginRefused)
"""What stops every e-mail alike; they wait."""

MAIL_WAITS = (*SERVER_TROUBLE, MailPutOff, MailUncertain)
"""What leaves an e-mail waiting."""
