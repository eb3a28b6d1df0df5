"""The office's settings under control: who changed what, when and why (P11-02)."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from mi_desktop.oversight import store
from mi_desktop.oversight.errors import SettingsElsewhere, SettingsUnfit, WhyMissing
from mi_desktop.oversight.model import SettingChange
from mi_desktop.people import SYSTEM, Action, User
from mi_desktop.settings import (
    OfficeSettings,
    changed,
    compared,
    differing,
    facts_of,
    load_settings,
    save_settings,
)
from mi_desktop.storage import Office

_RUNS_ON = "clock_shift_s"  # of a demonstration; nobody changes it


class SettingsDesk:
    """Reading and changing the settings file.

    Each room took its settings when the office was opened, so what is changed here counts from
    the next opening on.
    """

    def __init__(self, office: Office, in_force: OfficeSettings) -> None:
        self._office = office
        self.in_force = in_force

    def kept(self) -> OfficeSettings:
        """The settings as the file has them now, which count from the next opening on."""
        return load_settings(self._office.folder)[0]

    def waiting(self) -> frozenset[str]:
        """The settings that were changed and do not count yet."""
        return frozenset(differing(self.in_force, self.kept()))

    def changes(self, user: User) -> list[SettingChange]:
        """Every change, the latest first.

        Raises:
            NotPermitted: the user's roles do not allow it.
        """
        user.must(Action.KEEP_CATALOGUE)
        with self._office.database.read() as session:
            return store.changes(session)

    def change(
        self, user: User, before: OfficeSettings, typed: Mapping[str, str], why: str
    ) -> OfficeSettings:
        """Keeps settings that were typed; each is noted with its old and new value, and why.

        Args:
            user: an administrator.
            before: the settings that were looked at.
            typed: path to text, of those that were touched.
            why: stands in the audit trail.

        Raises:
            NotPermitted: only an administrator may.
            WhyMissing: nothing says why.
            SettingsUnfit: `facts["problems"]` has words by path; nothing was changed.
            SettingsElsewhere: the file is another by now.
        """
        user.must(Action.KEEP_CATALOGUE)
        if not why.strip():
            raise WhyMissing(what="why the settings are changed")
        old = self.kept()
        if differing(before, old):
            raise SettingsElsewhere
        new, problems = changed(old, typed)
        if new is None:
            raise SettingsUnfit(fields=", ".join(sorted(problems)), problems=problems)
        if not differing(old, new):
            return old
        return self._keep(user.id, why.strip(), (old, new))

    def notice(self) -> list[str]:
        """Notes what was changed in the file outside of the program; says which settings."""
        now = facts_of(self.kept())
        with self._office.database.read() as session:
            known = store.known_settings(session)
        if known is None:
            with self._office.database.write(SYSTEM, "office.know_settings") as session:
                store.know_settings(session, now)
            return []
        changes = compared(known, now)
        changes.pop(_RUNS_ON, None)
        if changes:
            with self._office.database.write(SYSTEM, "office.settings_changed_outside") as session:
                self._enter(session, SYSTEM, changes, "")
                store.know_settings(session, now)
        return list(changes)

    def _keep(
        self, by: str, why: str, pair: tuple[OfficeSettings, OfficeSettings]
    ) -> OfficeSettings:
        old, new = pair
        try:
            with self._office.database.write(by, "office.change_settings", why) as session:
                self._enter(session, by, differing(old, new), why)
                store.know_settings(session, facts_of(new))
                session.flush()
                save_settings(self._office.folder, new)
        except BaseException:
            # Not noted, not changed.
            if differing(old, self.kept()):
                save_settings(self._office.folder, old)
            raise
        return new

    def _enter(
        self, session: Session, by: str, changes: Mapping[str, tuple[Any, Any]], why: str
    ) -> None:
        at = self._office.database.clock()
        for path, values in changes.items():
            was, is_now = (json.dumps(value, ensure_ascii=False) for value in values)
            store.add_change(session, SettingChange(path, was, is_now, by, at, why))
