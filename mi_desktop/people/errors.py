"""What can go wrong with users and their signatures."""

from mi_desktop.basics.errors import NotAllowedHere, WorldError


class NotPermitted(NotAllowedHere):
    """The user's roles do not allow the action (P11-08)."""

    code = "PEO-001"
    says = "Your roles do not allow this: {action}."
    hint = "Ask a colleague with the role {roles}, or an administrator."


class SignatureRefused(WorldError):
    """The second component of an electronic signature is wrong (P11-13)."""

    code = "PEO-002"
    says = "The passphrase is not yours; nothing was signed."
    hint = "Type the passphrase you sign in with."


class NameTaken(WorldError):
    """User names are never used twice (P11-09)."""

    code = "PEO-003"
    says = "The user name {name} is or was in use; names are never used again."
    hint = "Choose another name."


class PassphraseShort(WorldError):
    """The passphrase is too easy to guess (P11-10)."""

    code = "PEO-004"
    says = "A passphrase has at least {least} characters."
    hint = "Three or four unrelated words are easy to remember and hard to guess."


class PassphraseGuessable(WorldError):
    """The passphrase is made of what is tried first (P11-10)."""

    code = "PEO-010"
    says = "This passphrase is too easy to guess: common words, names, years or runs of keys."
    hint = "Take three or four words that have nothing to do with each other, the office or you."


class PassphraseOld(NotAllowedHere):
    """The passphrase is older than the office allows (P11-10)."""

    code = "PEO-011"
    says = "Your passphrase is older than {days} days; nothing was signed."
    hint = "Choose a new passphrase in Office, Keys; then sign."


class OldPassphraseWrong(WorldError):
    """A passphrase was to be changed by somebody who does not know it."""

    code = "PEO-005"
    says = "The old passphrase is not yours; nothing was changed."
    hint = "Type the passphrase you sign in with, then the new one twice."


class LastAdministrator(NotAllowedHere):
    """Nobody could let anybody in any more."""

    code = "PEO-006"
    says = "{name} is the only administrator who works here."
    hint = "Make somebody else an administrator first."


class UserGone(NotAllowedHere):
    """A verb for somebody who works here no more."""

    code = "PEO-007"
    says = "{name} works here no more."
    hint = "An administrator can let them in again, with a new passphrase."


class NameUnfit(WorldError):
    """A user name that cannot be typed or read safely."""

    code = "PEO-008"
    says = "This cannot be a user name."
    hint = "Take two to forty letters, digits, dots, hyphens or underscores, without blanks."


class NoRoles(WorldError):
    """A user without any role could do nothing."""

    code = "PEO-009"
    says = "Nobody works here without a role."
    hint = "Choose at least one role; who leaves is deactivated instead."


class WorkEnded(NotAllowedHere):
    """Somebody whose window is still open works here no more."""

    code = "PEO-020"
    says = "You work here no more: an administrator ended it. Nothing was done."
    hint = "What you typed is still in the window. Ask an administrator before you close it."
