"""Who works here: users, roles, signing in, electronic signatures."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late
from mi_desktop.people.errors import NotPermitted, SignatureRefused
from mi_desktop.people.model import PERMISSIONS, Action, Meaning, Role, Signature, User

if TYPE_CHECKING:
    from mi_desktop.people.colleagues import ChangedByColleague, ChangedBySomebody, changed_by
    from mi_desktop.people.passphrases import Policy
    from mi_desktop.people.service import SYSTEM, PeopleService
    from mi_desktop.people.trail import TrailDesk
    from mi_desktop.storage import (
        AuditLine,
        ChainReport,
        Checkpoint,
        RecoveryKey,
        RecoverySlot,
        Wanted,
    )
else:
    __getattr__ = late(
        __name__,
        ChangedByColleague="colleagues",
        ChangedBySomebody="colleagues",
        changed_by="colleagues",
        Policy="passphrases",
        SYSTEM="service",
        PeopleService="service",
        TrailDesk="trail",
        AuditLine="trail",
        ChainReport="trail",
        Checkpoint="trail",
        Wanted="trail",
        RecoveryKey="keys",
        RecoverySlot="keys",
    )

__all__ = [
    "PERMISSIONS",
    "SYSTEM",
    "Action",
    "AuditLine",
    "ChainReport",
    "ChangedByColleague",
    "ChangedBySomebody",
    "Checkpoint",
    "Meaning",
    "NotPermitted",
    "PeopleService",
    "Policy",
    "RecoveryKey",
    "RecoverySlot",
    "Role",
    "Signature",
    "SignatureRefused",
    "TrailDesk",
    "User",
    "Wanted",
    "changed_by",
]
