"""Two base classes: the world failed, or we have a bug.

A `WorldError` is told to the user in words with what to do. Anything else that escapes is a
bug: the task runner and the crash hook turn it into a crash report without personal data.
"""

from typing import Any, ClassVar

from mi_desktop.basics.words import Words


class WorldError(Exception):
    """Something outside the program is not as it should be; the user can do something about it.

    Subclasses set `code` (unique, in docs/errors.md), `says` and `hint` (English templates,
    filled with the facts given to the constructor; never personal data beyond a file's name).
    """

    code: ClassVar[str] = ""
    says: ClassVar[str] = ""
    hint: ClassVar[str] = ""

    def __init__(self, **facts: Any) -> None:
        self.facts = facts
        super().__init__(f"{self.code}: {self.words}")

    @property
    def words(self) -> Words:
        """What happened, for the user."""
        return Words(self.says, self.facts)

    @property
    def advice(self) -> Words:
        """What the user can do."""
        return Words(self.hint, self.facts)

    def __reduce__(self) -> tuple[Any, ...]:
        """Survives the way between processes with its facts."""
        return _revive, (type(self), self.facts)


def _revive(kind: type[WorldError], facts: dict[str, Any]) -> WorldError:
    return kind(**facts)


class NotAllowedHere(WorldError):
    """A verb that the record's state or the user's role does not allow: a rule said no."""


class Cancelled(Exception):
    """The user cancelled; what was finished before stays."""
