"""The nouns of answering, typed so that a wrong order cannot be written.

`Draft -> ApprovedLetter -> RenderedLetter -> SignedLetter`: each step takes the one before.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum

from mi_desktop.basics.words import Words
from mi_desktop.people import Signature


class BlockKind(StrEnum):
    """The blocks of a letter (domain 4.1), in their order."""

    SUBJECT = "subject"
    SALUTATION = "salutation"
    UNSOLICITED = "unsolicited"
    OFF_LABEL = "off-label"
    LABEL = "label"
    ANSWER = "answer"
    REPORTING = "reporting"
    MONITORING = "monitoring"
    NOT_ADVICE = "not-advice"
    KEEP_SAMPLE = "keep-sample"
    PRIVACY = "privacy"
    REFERENCES = "references"
    CLOSING = "closing"
    ENCLOSURES = "enclosures"


@dataclass(frozen=True)
class Block:
    """One block.

    Attributes:
        paragraphs: plain text; `[1]` cites a reference of the letter.
        srd_id: the standard response it came from, with its version, "" for own text.
        question_id: the question an answer maps to (UNS-4).
        locked: text that an author may not change (standard texts, standard responses).
    """

    id: str
    kind: BlockKind
    heading: str
    paragraphs: tuple[str, ...]
    srd_id: str = ""
    srd_version: int = 0
    question_id: str = ""
    off_label: bool = False
    locked: bool = True


@dataclass(frozen=True)
class Recipient:
    """The lines that show in the window, country included where it goes abroad (GEO-1)."""

    lines: tuple[str, ...]
    country: str
    email: str = ""


class LetterState(StrEnum):
    """Where a letter is."""

    DRAFT = "draft"
    IN_REVIEW = "in review"
    SIGNED = "signed"
    DISPATCHED = "dispatched"


@dataclass(frozen=True)
class Draft:
    """A letter being written or reviewed.

    Attributes:
        reference: `MI-SE-2026-00012/L1`.
        version: counts changes; an approval belongs to one version.
        language: ISO 639-1: `sv`, `en`.
        author: user id of the writer, who may not approve.
        envelope: id of the window profile.
        label_version: of the product information the letter refers to (SRD-5).
        delivery: `post` or `e-mail`.
        references: of the whole letter; `[n]` in an answer cites the n-th (SRD-5).
        submitted_at: UTC, when the author handed it in; None while a draft.
        comment: why it was sent back last, "" where it was not.
        writers: user ids of all who changed it, none of whom may approve.
    """

    id: str
    reference: str
    inquiry_id: str
    version: int
    state: LetterState
    language: str
    author: str
    dated: date
    recipient: Recipient
    envelope: str
    delivery: str
    product_id: str
    label_version: str
    for_health_professional: bool
    blocks: tuple[Block, ...]
    references: tuple[str, ...]
    submitted_at: datetime | None = None
    comment: str = ""
    writers: tuple[str, ...] = ()

    @property
    def inquiry_number(self) -> str:
        """The number that a reply files itself by: the reference without `/L1`."""
        return self.reference.partition("/")[0]

    @property
    def subject(self) -> str:
        """The subject line, without patient data."""
        return next((b.heading for b in self.blocks if b.kind is BlockKind.SUBJECT), "")


@dataclass(frozen=True)
class GateLine:
    """One thing that stops approval, and where to mend it.

    Attributes:
        code: e.g. `safety-open`, `srd-expired`, `address-overflow`.
        place: a block's id, `address`, `safety`, `answer`, `approval`.
        blocking: False for advice that stops nothing (reading level).
    """

    code: str
    words: Words
    place: str
    blocking: bool = True


@dataclass(frozen=True)
class ApprovedLetter:
    """A draft with the approver's electronic signature to come under its final bytes.

    Attributes:
        authored_at: UTC, when the author handed it in.
        approved_at: UTC.
        zone: IANA name, in which times are printed.
    """

    draft: Draft
    author_name: str
    authored_at: datetime
    approver_id: str
    approver_name: str
    approved_at: datetime
    zone: str

    @property
    def digest(self) -> str:
        """Hex SHA-256 of what the letter says, for the printed page (SIG-2)."""
        content = json.dumps(asdict(self.draft), default=str, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(content.encode()).hexdigest()


@dataclass(frozen=True)
class RenderedLetter:
    """The page as it will be.

    Attributes:
        pdf: final bytes before the PAdES signature.
        sha256: of these bytes; what the approver's electronic signature binds to.
    """

    approved: ApprovedLetter
    pdf: bytes
    sha256: str
    pages: int


@dataclass(frozen=True)
class Preview:
    """A draft as it looks now, every page marked as a draft."""

    pdf: bytes
    pages: int


@dataclass(frozen=True)
class SignedLetter:
    """The exact bytes that go out (SIG-3).

    Attributes:
        document_id: in the vault.
        sha256: hex digest of the signed file.
        level: what the file really has, read back from it, e.g. `B-B`.
    """

    letter_id: str
    reference: str
    inquiry_id: str
    document_id: str
    sha256: str
    level: str
    pages: int
    delivery: str
    recipient: Recipient
    subject: str
    language: str
    signed_at: datetime
    approval: Signature


@dataclass(frozen=True)
class SignatureReport:
    """What is true of one signature in a PDF (`verify`).

    Attributes:
        signer: the certificate's subject, as far as it can be read.
        level: what the file holds: `B-B`, `B-T`, `B-LT`, `B-LTA`, or `CMS` for a signature
            outside PAdES.
        intact: the signed bytes and the signature value agree.
        covers_whole_file: nothing was appended after it.
        modified_after: what was appended changes what a reader sees (pyHanko's diff policy).
        trusted: the chain ends in a certificate the caller trusts.
        time: UTC; of the time stamp where there is one, else as the signer's clock says.
        serial: of the certificate, decimal.
    """

    signer: str
    level: str
    intact: bool
    covers_whole_file: bool
    modified_after: bool
    trusted: bool
    time: datetime | None
    serial: str = ""


@dataclass(frozen=True)
class Verdict:
    """`valid`, `valid-untrusted`, `invalid`, `unsigned`, `unreadable`, and each signature."""

    verdict: str
    signatures: tuple[SignatureReport, ...]
