"""What can go wrong when something arrives; each refusal keeps the file aside, untouched."""

from mi_desktop.basics.errors import NotAllowedHere, WorldError

_ASIDE = "The file is kept aside untouched. "


class FileEmpty(WorldError):
    """No bytes at all."""

    code = "INT-001"
    says = "{name} is empty."
    hint = "Ask for it again; it was probably cut off on its way."


class FileHuge(WorldError):
    """More bytes than the office takes."""

    code = "INT-002"
    says = "{name} has {size} MB; at most {most} MB are taken."
    hint = _ASIDE + "Ask for it in parts, or raise the limit in the settings."


class TooManyPages(WorldError):
    """More pages than the office takes."""

    code = "INT-003"
    says = "The document has more than {most} pages."
    hint = _ASIDE + "Ask for it in parts, or raise the limit in the settings."


class FileEncrypted(WorldError):
    """It asks for a password."""

    code = "INT-004"
    says = "The document is locked with a password."
    hint = _ASIDE + "Ask the sender for a copy without a password."


class FileBroken(WorldError):
    """Of a known kind, but damaged beyond reading."""

    code = "INT-005"
    says = "The document is damaged and cannot be read ({kind})."
    hint = _ASIDE + "Ask the sender for it again, or scan it again."


class KindUnknown(WorldError):
    """No reader knows this kind."""

    code = "INT-006"
    says = "This kind of file is not known here."
    hint = _ASIDE + "Ask for it as PDF, picture, Word document, e-mail or plain text."


class FileUnreadable(WorldError):
    """Gone, a device, or no permission."""

    code = "INT-007"
    says = "{name} could not be opened: {reason}."
    hint = "See whether it is still there and whether you may read it, then take it in again."


class PictureHuge(WorldError):
    """A picture whose header announces more dots than any scan has (a decompression bomb)."""

    code = "INT-008"
    says = "The picture claims to have more dots than any scan has."
    hint = _ASIDE + "It may be made to do harm. Ask the sender for it in another form."


class NestedTooDeep(WorldError):
    """Mail in mail in mail."""

    code = "INT-009"
    says = "It lies more than {most} mails deep and was not opened."
    hint = "It is kept as it came. Save it on its own and take it in if it matters."


class TooManyParts(WorldError):
    """More attachments than can be looked through."""

    code = "INT-010"
    says = "It holds more than {most} attachments; this one was not opened."
    hint = "It is kept as it came. Save it on its own and take it in if it matters."


class UnpackedHuge(WorldError):
    """A packed file that unpacks to far more than its size (a zip bomb)."""

    code = "INT-011"
    says = "The document unpacks to more than {most} MB."
    hint = _ASIDE + "It may be made to do harm. Ask the sender for it in another form."


class PageDamaged(WorldError):
    """A page of a document that is otherwise readable."""

    code = "INT-012"
    says = "Page {number} of {name} is damaged."
    hint = "Look at the page: what could be read is shown. Ask the sender for it again."


class CutShort(WorldError):
    """Pages may be missing at the end."""

    code = "INT-013"
    says = "{name} is cut short; pages may be missing at its end."
    hint = "Ask the sender how many pages there were."


class AttachmentUnread(WorldError):
    """An attachment that is kept but could not be opened."""

    code = "INT-014"
    says = "The attachment {name} is kept but cannot be shown ({reason})."
    hint = "See the attachment's own code for what to do."


class BodyUnread(WorldError):
    """A mail whose text is there but in a form that no reader knows."""

    code = "INT-015"
    says = "The text of the mail is in a form that cannot be read here."
    hint = "Ask the sender to send it as plain text, or open the original elsewhere."


class ReaderFailed(WorldError):
    """A reader tripped over the file in a way that was not foreseen."""

    code = "INT-016"
    says = "The document could not be opened: its reader failed ({kind})."
    hint = _ASIDE + "Ask the sender for it in another form, and tell who maintains MI Desktop."


class PieceNotWaiting(NotAllowedHere):
    """The piece was filed or declined already."""

    code = "INT-020"
    says = "{number} is not waiting any more."
    hint = "Unlink it from its inquiry, or restore it, first."


class CannotSplitHere(NotAllowedHere):
    """Nothing would be left before the page, or the page is not of this piece."""

    code = "INT-021"
    says = "{number} cannot be split before this page."
    hint = "Choose a page after the first."


class ReasonMissing(NotAllowedHere):
    """Mail is declined for a reason only."""

    code = "INT-022"
    says = "Say why this is not ours."
    hint = "A few words are enough; a colleague must understand it next year."


class BadRotation(NotAllowedHere):
    """Pages turn by quarters."""

    code = "INT-023"
    says = "A page cannot be turned by {degrees} degrees."
    hint = "Turn it by 90, 180 or 270."


class ScanProgramMissing(WorldError):
    """No `scanimage` on this machine."""

    code = "INT-101"
    says = "This machine has no scanning program (scanimage)."
    hint = "Install the package sane-utils. Files and folders can be taken in meanwhile."


class NoScanner(WorldError):
    """No such device, or none at all."""

    code = "INT-102"
    says = "No such scanner was found, or it has no such paper source."
    hint = "See that it is switched on and connected, then look for scanners again."


class ScannerBusy(WorldError):
    """Somebody else uses it."""

    code = "INT-103"
    says = "The scanner is busy."
    hint = "Wait until the other job is done, then scan again."


class PaperJam(WorldError):
    """The feeder is jammed."""

    code = "INT-104"
    says = "Paper is jammed in the scanner."
    hint = "Clear the jam, put back the pages that were not scanned, and scan again."


class CoverOpen(WorldError):
    """The cover is open."""

    code = "INT-105"
    says = "The scanner's cover is open."
    hint = "Close it and scan again."


class FeederEmpty(WorldError):
    """Nothing to scan."""

    code = "INT-106"
    says = "The feeder is empty."
    hint = "Put the pages in until they stop, then scan again."


class ScannerFailed(WorldError):
    """Anything else the scanner says."""

    code = "INT-107"
    says = "The scanner failed (SANE status {status})."
    hint = "Switch it off and on; if it fails again, ask whoever looks after it."


class ScannerStalled(WorldError):
    """No page for minutes."""

    code = "INT-108"
    says = "The scanner has sent nothing for {minutes} minutes; scanning was stopped."
    hint = "See whether it waits for something, then scan again."


class ScanRefused(WorldError):
    """The user may not use the device."""

    code = "INT-109"
    says = "This user may not use the scanner."
    hint = "Ask whoever looks after the machine to add you to the group scanner."
