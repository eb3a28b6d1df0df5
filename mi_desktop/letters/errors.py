"""What can go wrong with letters and their signatures."""

from mi_desktop.basics.errors import NotAllowedHere, WorldError


class LetterMissing(WorldError):
    """No such letter."""

    code = "LET-001"
    says = "There is no letter {letter} in this office."
    hint = "Look for it by its reference, such as MI-SE-2026-00012/L1."


class ApprovalRefused(NotAllowedHere):
    """The gate is shut; every line says what is missing."""

    code = "LET-002"
    says = "The letter cannot be approved: {lines}"
    hint = "Each line leads to its place; mend it there and try again."


class WrongState(NotAllowedHere):
    """The letter is not where this step begins (P11-18)."""

    code = "LET-003"
    says = "The letter is {state}; this step is not open to it."
    hint = "Drafts are submitted, submitted letters approved or sent back, signed letters sent."


class BlockFixed(NotAllowedHere):
    """A block that belongs to every such letter, or an approved text."""

    code = "LET-004"
    says = "The block “{heading}” is fixed in this letter."
    hint = "Write your own text block, or choose another standard response."


class StandardNotUsable(NotAllowedHere):
    """SRD-1, UNS-5, language: this standard response cannot go into this letter."""

    code = "LET-005"
    says = "The standard response {id} cannot be used in this letter: {why}."
    hint = "Choose another one, or ask the library's keeper for a new version."


class ProductUnknown(NotAllowedHere):
    """A letter is about a product."""

    code = "LET-006"
    says = "No question of {inquiry} names a product yet."
    hint = "Code the question with its product and topic, then write the letter."


class CommentMissing(NotAllowedHere):
    """Sending back needs words for the author."""

    code = "LET-007"
    says = "A letter is not sent back without a comment."
    hint = "Tell the author what to change."


class NoCertificate(WorldError):
    """The signer has no key in the office's key store (SIG-4)."""

    code = "LET-008"
    says = "{name} has no signing certificate in this office."
    hint = "An administrator imports one (.p12 or .pfx) or has the office make one."


class CertificateUnusable(WorldError):
    """The PKCS#12 file does not open, or holds no key."""

    code = "LET-009"
    says = "The signing certificate cannot be used: {why}."
    hint = "Check the file and its password, or import another one."


class SignatureNotConfirmed(WorldError):
    """The signed file was read back and is not what it should be; nothing was kept."""

    code = "LET-010"
    says = "The letter was signed, but reading it back says: {verdict}. Nothing was kept."
    hint = "Check the signing certificate's dates and key; then approve again."


class ChangedMeanwhile(NotAllowedHere):
    """The letter or its safety checklist changed while it was being signed (P11-16)."""

    code = "LET-011"
    says = "The letter changed while it was being signed; nothing was kept."
    hint = "Look at it again and approve what it says now."


class LanguageMissing(WorldError):
    """There are no standard texts in this language."""

    code = "LET-012"
    says = "There are no letter texts in the language {language}."
    hint = "Write the letter in one of the office's languages."


class StoppedStandard(NotAllowedHere):
    """SRD-3: a signed letter that waits holds a text that was withdrawn."""

    code = "LET-013"
    says = "{letter} may not be sent: {id} was withdrawn after it was signed."
    hint = "Change the letter and have it approved again."


class QuestionMissing(NotAllowedHere):
    """An answer belongs to a question of the inquiry (UNS-4)."""

    code = "LET-014"
    says = "The inquiry has no such question; an answer belongs to one."
    hint = "Choose the question that this text answers."


class AuthorUnsigned(NotAllowedHere):
    """The author's signature is missing, or is on other words than these (P11-16)."""

    code = "LET-016"
    says = "The author has not signed the letter as it stands now."
    hint = "Send it back; the author hands it in again, with the passphrase."


class UnknownChoice(NotAllowedHere):
    """A value that the letter cannot take."""

    code = "LET-015"
    says = "A letter cannot be sent by “{value}”."
    hint = "Choose post or e-mail."
