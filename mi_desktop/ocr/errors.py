"""What can go wrong while reading pages."""

from mi_desktop.basics.errors import NotAllowedHere, WorldError


class EngineMissing(WorldError):
    """Tesseract is not on this machine's search path."""

    code = "OCR-001"
    says = "The reading program Tesseract is not installed, so scanned pages cannot be read."
    hint = "Install it (Debian: tesseract-ocr and tesseract-ocr-swe); pages wait until then."


class LanguageMissing(WorldError):
    """Tesseract is there, but knows none of the languages asked for, nor any other."""

    code = "OCR-002"
    says = "Tesseract has no data for the language {language}."
    hint = "Install it (Debian: tesseract-ocr-{language}), then read the page again."


class EngineCrashed(WorldError):
    """Tesseract ended with an error, or was killed."""

    code = "OCR-003"
    says = "The reading program failed on this page (exit status {status})."
    hint = "Read the page again; if it fails again, type over what matters from the picture."


class EngineStalled(WorldError):
    """Tesseract did not finish in time and was ended."""

    code = "OCR-004"
    says = "Reading this page took longer than {seconds} s and was stopped."
    hint = "Read it again when the machine is less busy, or scan the page at 300 dpi."


class EngineRubbish(WorldError):
    """Tesseract printed something that is not a table of words."""

    code = "OCR-005"
    says = "The reading program answered with something that is not text."
    hint = "Check which tesseract is on the search path: mi-desktop doctor shows its version."


class NotReadable(WorldError):
    """A document of a kind that has no pages to read, or that is damaged."""

    code = "OCR-006"
    says = "{file} cannot be read: {reason}."
    hint = "Give a PDF or a picture (TIFF, PNG, JPEG), or open it in its own program first."


class NothingToCheck(WorldError):
    """A page that was not read, or a word that is not on it any more."""

    code = "OCR-007"
    says = "This page was not read yet, or it was read again meanwhile."
    hint = "Read the page, then check it."


class NothingWritten(WorldError):
    """A transcription without text, or with more than a page can hold."""

    code = "OCR-008"
    says = "A transcription needs between 1 and {most} characters."
    hint = "Type what stands on the page, line by line."


class RedactionFailed(WorldError):
    """Something that should be hidden could still be read in the copy."""

    code = "OCR-009"
    says = "In the copy, {what} could still be read on page {page}; it was thrown away."
    hint = "Draw the rectangle a little larger and make the copy again."


class NothingHidden(WorldError):
    """A redacted copy without a rectangle, or with one that has no reason or no page."""

    code = "OCR-010"
    says = "A redacted copy needs at least one place to hide, each on a page and with a reason."
    hint = "Mark the words or draw a rectangle, and say why it is hidden."


class SecondReaderFailed(WorldError):
    """RapidOCR, its models or its runtime are not here, or failed on a page."""

    code = "OCR-011"
    says = "The second reader is not available, so doubtful words were read only once."
    hint = "Look at the doubtful words yourself; install the program again to mend it."


class NoSuchSign(WorldError):
    """What was typed holds signs that stand on no page: control characters, halves of a sign."""

    code = "OCR-012"
    says = "What was typed holds signs that are no text ({signs}) and was not kept."
    hint = "Type it by hand, or paste it without its form."


class ClusterUnfit(WorldError):
    """The reading cluster's address or certificates do not keep pages from strangers."""

    code = "OCR-021"
    says = "The reading cluster {address} cannot be used: pages travel over TLS only."
    hint = "Give a tls:// address and the three certificate files under reading in settings.json."


class NoReason(NotAllowedHere):
    """Identity numbers are shown for a reason alone (GD-07)."""

    code = "OCR-030"
    says = "Identity numbers are shown only where somebody says why."
    hint = "Say in a sentence what the number is needed for; it stays in the audit trail."
