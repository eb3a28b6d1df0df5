"""GD-08: which letters may go by e-mail at all; consent does not change it.

A letter goes by e-mail only where all of this is true, and by post otherwise:

1. it is addressed to a health professional, so that it is not about its reader's own health;
2. nothing was handed off to safety or quality from its inquiry: no event, no special situation,
   no complaint, so that it is not about a patient's health either;
3. the office sends over an encrypted connection only (STARTTLS);
4. the subject is our reference and nothing else (`message.subject`).

Source: IMY on e-mail with sensitive personal data (domain GD-08).
"""

from dataclasses import dataclass

from mi_desktop.dispatch.errors import NoAddress, NotByEmail, OpenConnection, SafetyInLetter


@dataclass(frozen=True)
class EmailFacts:
    """What decides.

    Attributes:
        address: usable as an e-mail address.
        health_professional: the requester is one.
        handed_off: the inquiry has at least one hand-off to safety or quality.
        encrypted: the mail server is set to STARTTLS.
    """

    address: bool
    health_professional: bool
    handed_off: bool
    encrypted: bool


def must_be_protected(reference: str, facts: EmailFacts) -> None:
    """Passes, or says why the letter goes by post.

    Raises:
        NoAddress: no address that can be used.
        NotByEmail: not addressed to a health professional.
        SafetyInLetter: an event or complaint was handed off.
        OpenConnection: the mail server is set without STARTTLS.
    """
    if not facts.address:
        raise NoAddress(reference=reference)
    if not facts.health_professional:
        raise NotByEmail(reference=reference)
    if facts.handed_off:
        raise SafetyInLetter(reference=reference)
    if not facts.encrypted:
        raise OpenConnection(reference=reference)
