"""Everything an office keeps: encrypted records, sealed documents, the audit trail, its keys."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late

if TYPE_CHECKING:
    from mi_desktop.storage.audit import AuditLine, ChainReport
    from mi_desktop.storage.index import Found
    from mi_desktop.storage.keys import Cost
    from mi_desktop.storage.office import Office, create_office, open_office, remember_in_key_ring
    from mi_desktop.storage.secrets import KeyRing
    from mi_desktop.storage.sequence import next_number
    from mi_desktop.storage.tables import Code, Table, UtcTime
    from mi_desktop.storage.vault import Sealed
else:
    __getattr__ = late(
        __name__,
        AuditLine="audit",
        ChainReport="audit",
        Found="index",
        Cost="keys",
        Office="office",
        create_office="office",
        open_office="office",
        remember_in_key_ring="office",
        KeyRing="secrets",
        next_number="sequence",
        Code="tables",
        Table="tables",
        UtcTime="tables",
        Sealed="vault",
    )

__all__ = [
    "AuditLine",
    "ChainReport",
    "Code",
    "Cost",
    "Found",
    "KeyRing",
    "Office",
    "Sealed",
    "Table",
    "UtcTime",
    "create_office",
    "next_number",
    "open_office",
    "remember_in_key_ring",
]
