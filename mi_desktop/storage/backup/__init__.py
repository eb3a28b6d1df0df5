"""Backups of an office: one sealed file, verified by reading it back before it counts (P11-20)."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late

if TYPE_CHECKING:
    from mi_desktop.storage.backup.contents import BackupReport
    from mi_desktop.storage.backup.folder import add_to_folder, sets_in
    from mi_desktop.storage.backup.restoring import (
        Restored,
        ServerPlace,
        by_passphrase,
        by_words,
        restore,
    )
    from mi_desktop.storage.backup.writing import (
        backup_before_upgrade,
        tables_now,
        write_backup,
    )
else:
    __getattr__ = late(
        __name__,
        BackupReport="contents",
        Restored="restoring",
        ServerPlace="restoring",
        add_to_folder="folder",
        backup_before_upgrade="writing",
        by_passphrase="restoring",  # noqa: S106 - a module's name
        by_words="restoring",
        restore="restoring",
        sets_in="folder",
        tables_now="writing",
        write_backup="writing",
    )

__all__ = [
    "BackupReport",
    "Restored",
    "ServerPlace",
    "add_to_folder",
    "backup_before_upgrade",
    "by_passphrase",
    "by_words",
    "restore",
    "sets_in",
    "tables_now",
    "write_backup",
]
