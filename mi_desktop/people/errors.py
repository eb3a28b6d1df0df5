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
