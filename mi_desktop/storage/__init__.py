"""Everything an office keeps: encrypted records, sealed documents, the audit trail, its keys."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late

if TYPE_CHECKING:
    from mi_desktop.storage.audit_reading import AuditLine, Wanted
    from mi_desktop.storage.audit_walk import ChainReport, ClockJump, Fault
    from mi_desktop.storage.checkpoint import Checkpoint
    from mi_desktop.storage.database import last_change
    from mi_desktop.storage.index import Found
    from mi_desktop.storage.keys import Cost
    from mi_desktop.storage.office import (
        Office,
        create_office,
        forget_in_key_ring,
        holder_in_key_ring,
        keep_server_login,
        open_office,
        open_with_recovery_words,
        remember_in_key_ring,
    )
    from mi_desktop.storage.recovery import RecoveryKey, RecoverySlot
    from mi_desktop.storage.secrets import KeyRing
    from mi_desktop.storage.sequence import next_number
    from mi_desktop.storage.tables import Code, Table, UtcTime, Versioned
    from mi_desktop.storage.trail import AuditExport, Trail
    from mi_desktop.storage.vault import Sealed
else:
    __getattr__ = late(
        __name__,
        AuditLine="audit_reading",
        Wanted="audit_reading",
        ChainReport="audit_walk",
        ClockJump="audit_walk",
        Fault="audit_walk",
        Checkpoint="checkpoint",
        last_change="database",
        Found="index",
        Cost="keys",
        Office="office",
        create_office="office",
        keep_server_login="office",
        forget_in_key_ring="office",
        holder_in_key_ring="office",
        open_office="office",
        open_with_recovery_words="office",
        remember_in_key_ring="office",
        RecoveryKey="recovery",
        RecoverySlot="recovery",
        KeyRing="secrets",
        next_number="sequence",
        Code="tables",
        Table="tables",
        UtcTime="tables",
        Versioned="tables",
        AuditExport="trail",
        Trail="trail",
        Sealed="vault",
    )

__all__ = [
    "AuditExport",
    "AuditLine",
    "ChainReport",
    "Checkpoint",
    "ClockJump",
    "Code",
    "Cost",
    "Fault",
    "Found",
    "KeyRing",
    "Office",
    "RecoveryKey",
    "RecoverySlot",
    "Sealed",
    "Table",
    "Trail",
    "UtcTime",
    "Versioned",
    "Wanted",
    "create_office",
    "forget_in_key_ring",
    "holder_in_key_ring",
    "keep_server_login",
    "last_change",
    "next_number",
    "open_office",
    "open_with_recovery_words",
    "remember_in_key_ring",
]
