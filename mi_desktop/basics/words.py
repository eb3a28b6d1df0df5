"""Sentences for people that are made where no language is known yet."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class InLanguages:
    """The same words in several languages, as a data file holds them; a fact of `Words`.

    Attributes:
        said: ISO 639-1 to words; `en` is always there.
    """

    said: dict[str, str]

    def __str__(self) -> str:
        """The words in English."""
        return self.said["en"]

    def to(self, language: str) -> str:
        """The words in this language; in English where there are none."""
        return self.said.get(language, str(self))


@dataclass(frozen=True)
class Words:
    """An English template and its facts; a screen translates the template, then fills it.

    Attributes:
        template: English, with `{name}` for each fact.
        facts: values for the template, already fit to be shown.
    """

    template: str
    facts: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        """The sentence in English."""
        return self.template.format(**self.facts)


def words(template: str, **facts: Any) -> Words:
    """Short form of `Words(template, facts)`."""
    return Words(template, facts)
