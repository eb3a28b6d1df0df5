"""We answer: letters composed in blocks, approved by a second person, signed, verified."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late
from mi_desktop.letters.errors import ApprovalRefused, LetterMissing
from mi_desktop.letters.model import (
    ApprovedLetter,
    Block,
    BlockKind,
    Draft,
    GateLine,
    LetterState,
    Preview,
    Recipient,
    RenderedLetter,
    SignatureReport,
    SignedLetter,
    Verdict,
)

if TYPE_CHECKING:
    from mi_desktop.letters.keystore import OfficeSigner
    from mi_desktop.letters.service import LetterService
    from mi_desktop.letters.signing import verify, warm_up
else:
    __getattr__ = late(
        __name__,
        OfficeSigner="keystore",
        LetterService="service",
        verify="signing",
        warm_up="signing",
    )

__all__ = [
    "ApprovalRefused",
    "ApprovedLetter",
    "Block",
    "BlockKind",
    "Draft",
    "GateLine",
    "LetterMissing",
    "LetterService",
    "LetterState",
    "OfficeSigner",
    "Preview",
    "Recipient",
    "RenderedLetter",
    "SignatureReport",
    "SignedLetter",
    "Verdict",
    "verify",
    "warm_up",
]
