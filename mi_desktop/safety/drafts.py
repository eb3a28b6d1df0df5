"""The desk of what is half typed: `services.safety.drafts`."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mi_desktop.people import Action, User
from mi_desktop.storage import Office


@dataclass(frozen=True)
class Draft:
    """What somebody left unsaved.

    Attributes:
        facts: plain data, as they were kept.
        at: when it was typed last, UTC.
    """

    facts: dict[str, Any]
    at: datetime


class DraftDesk:
    """Keeps what is typed and not saved, for whoever typed it; no record, and not in the trail."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def keep(self, user: User, name: str, facts: dict[str, Any]) -> None:
        """Keeps a draft in place of the one before; empty facts drop it.

        Args:
            user: who types.
            name: dotted, with the ids of what it is about: `case.01J…`.
            facts: plain data.

        Raises:
            NotPermitted: the user's roles do not allow it.
        """
        user.must(Action.ANSWER_SAFETY)
        at = self._office.database.clock().isoformat()
        text = json.dumps({"at": at, "facts": facts}) if facts else ""
        self._office.drafts.keep(user.id, name, text)

    def find(self, user: User, name: str) -> Draft | None:
        """What this user left under the name; None where nothing is left."""
        text = self._office.drafts.find(user.id, name)
        if not text:
            return None
        kept = json.loads(text)
        return Draft(kept["facts"], datetime.fromisoformat(kept["at"]))
