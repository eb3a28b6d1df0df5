"""Who works here: users, roles, signing in, electronic signatures."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late
from mi_desktop.people.errors import NotPermitted, SignatureRefused
from mi_desktop.people.model import PERMISSIONS, Action, Meaning, Role, Signature, User

if TYPE_CHECKING:
    from mi_desktop.people.service import SYSTEM, PeopleService
else:
    __getattr__ = late(
        __name__,
        SYSTEM="service",
        PeopleService="service",
    )

__all__ = [
    "PERMISSIONS",
    "SYSTEM",
    "Action",
    "Meaning",
    "NotPermitted",
    "PeopleService",
    "Role",
    "Signature",
    "SignatureRefused",
    "User",
]
