"""The office's settings under control: who changed what, when and why (P11-02)."""

import json
from collections.abc import Mapping

from mi_desktop.oversight import store
from mi_desktop.oversight.errors import SettingsElsewhere, SettingsUnfit, WhyMissing
from mi_desktop.oversight.model import SettingChange
from mi_desktop.people import SYSTEM, Action, User
from mi_desktop.settings import OfficeSettings, changed, differing, load_settings, save_settings
from mi_desktop.storage import Office


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
        self._note(user.id, "office.change_settings", (old, new), why.strip())
        return new

    def notice(self) -> list[str]:
        """Notes what was changed in the file outside of the program; says which settings."""
        now = self.kept()
        with self._office.database.read() as session:
            known = store.known_settings(session)
        if known is None:
            with self._office.database.write(SYSTEM, "office.know_settings") as session:
                store.know_settings(session, now.model_dump(mode="json"))
            return []
        facts = {name: known[name] for name in OfficeSettings.model_fields if name in known}
        old = OfficeSettings.model_validate(facts)
        found = [p for p in differing(old, now) if p != "clock_shift_s"]
        if found:
            action = "office.settings_changed_outside"
            self._note(SYSTEM, action, (old, now), "")
        return found

    def _note(
        self, by: str, action: str, pair: tuple[OfficeSettings, OfficeSettings], why: str
    ) -> None:
        old, new = pair
        at = self._office.database.clock()
        saved = by != SYSTEM
        try:
            with self._office.database.write(by, action, why) as session:
                for path, values in differing(old, new).items():
                    was, is_now = (json.dumps(v, ensure_ascii=False) for v in values)
                    store.add_change(session, SettingChange(path, was, is_now, by, at, why))
                store.know_settings(session, new.model_dump(mode="json"))
                session.flush()
                if saved:
                    save_settings(self._office.folder, new)
        except BaseException:
            # Not noted, not changed.
            if saved and differing(old, self.kept()):
                save_settings(self._office.folder, old)
            raise
