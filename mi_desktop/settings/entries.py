"""Every setting under a name for people, in groups; what may be typed into it, and reading that.

What a setting may be is read from the model itself (`model.py`); here are the words alone.
"""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from mi_desktop.basics.words import Words, words
from mi_desktop.settings.model import OfficeSettings

# Chosen when the office is made, or by the program itself.
NOT_HERE = frozenset({"database", "demonstration", "clock_shift_s"})
_YES, _NO = ("yes", "true", "1"), ("no", "false", "0")


@dataclass(frozen=True)
class Entry:
    """One setting.

    Attributes:
        path: `mail.host`.
        kind: `text`, `number`, `yes or no`, `list` (separated by commas) or `choice`.
        choices: of a choice.
        default: the built-in value, as `text_of` writes it.
    """

    path: str
    title: Words
    kind: str
    choices: tuple[str, ...]
    default: str


@dataclass(frozen=True)
class Group:
    """Settings that belong together."""

    title: Words
    entries: tuple[Entry, ...]


def text_of(value: Any) -> str:
    """A value as it is typed."""
    if isinstance(value, bool):
        return _YES[0] if value else _NO[0]
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return str(value)


def value_of(settings: OfficeSettings, path: str) -> Any:
    """The value of one setting."""
    found: Any = settings
    for name in path.split("."):
        found = getattr(found, name)
    return found


def changed(
    settings: OfficeSettings, typed: Mapping[str, str]
) -> tuple[OfficeSettings | None, dict[str, Words]]:
    """The settings with some of them typed anew, or what is wrong with each that is.

    Args:
        settings: as they are.
        typed: path to text.
    """
    facts = settings.model_dump()
    kinds = {entry.path: entry.kind for group in groups() for entry in group.entries}
    for path, text in typed.items():
        *rooms, name = path.split(".")
        place = facts
        for room in rooms:
            place = place[room]
        place[name] = _read(kinds.get(path, "text"), text.strip())
    try:
        return OfficeSettings.model_validate(facts), {}
    except ValidationError as e:
        wrong = {}
        for error in e.errors():
            path = ".".join(str(part) for part in error["loc"] if not isinstance(part, int))
            wrong[path] = _said(error["type"], error.get("ctx", {}))
        return None, wrong


def differing(old: OfficeSettings, new: OfficeSettings) -> dict[str, tuple[Any, Any]]:
    """Path to old and new value of every setting that differs, those without an entry too."""
    return compared(facts_of(old), facts_of(new))


def facts_of(settings: OfficeSettings) -> dict[str, Any]:
    """Path to value of every setting, fit for JSON."""
    return dict(_flat(settings.model_dump(mode="json")))


def compared(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Path to old and new value of what differs, of the settings that both know."""
    both = sorted(old.keys() & new.keys())
    return {name: (old[name], new[name]) for name in both if old[name] != new[name]}


def _flat(facts: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in facts.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _read(kind: str, text: str) -> Any:
    if kind == "list":
        return [part.strip() for part in text.split(",") if part.strip()]
    if kind == "yes or no":
        return text.casefold() in _YES
    return text


def _said(kind: str, facts: Mapping[str, Any]) -> Words:
    if kind in ("int_parsing", "int_type", "float_parsing", "int_from_float"):
        return words("A whole number is wanted.")
    if kind == "greater_than_equal":
        return words("At least {least}.", least=facts["ge"])
    if kind == "less_than_equal":
        return words("At most {most}.", most=facts["le"])
    if kind == "string_too_long":
        return words("At most {most} characters.", most=facts["max_length"])
    if kind == "too_short":
        return words("At least one is wanted.")
    if kind == "literal_error":
        return words("Choose one of: {choices}.", choices=facts["expected"])
    return words("This cannot be: {why}.", why=facts.get("error", kind))


def groups() -> tuple[Group, ...]:
    """All settings, grouped, in the order people look for them."""
    return tuple(
        Group(title, tuple(_entry(path, name) for path, name in named.items()))
        for title, named in _GROUPS
    )


def paths(model: type[BaseModel] = OfficeSettings, before: str = "") -> Iterator[str]:
    """Every setting that the model knows."""
    for name, field in model.model_fields.items():
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from paths(inner, f"{before}{name}.")
        else:
            yield f"{before}{name}"


def _entry(path: str, title: Words) -> Entry:
    kind, choices = _kind(_field(path))
    return Entry(path, title, kind, choices, text_of(value_of(OfficeSettings(), path)))


def _field(path: str) -> FieldInfo:
    model: Any = OfficeSettings
    *rooms, name = path.split(".")
    for room in rooms:
        model = model.model_fields[room].annotation
    found: FieldInfo = model.model_fields[name]
    return found


def _kind(field: FieldInfo) -> tuple[str, tuple[str, ...]]:
    kind = field.annotation
    if get_origin(kind) is Literal:
        return "choice", tuple(map(str, get_args(kind)))
    if get_origin(kind) in (tuple, list, types.GenericAlias):
        return "list", ()
    if kind is bool:
        return "yes or no", ()
    return ("number" if kind in (int, float) else "text"), ()


def _receiver(name: str) -> dict[str, Words]:
    return {
        f"receivers.{name}.way": words("How hand-offs go"),
        f"receivers.{name}.folder": words("Folder on a share"),
        f"receivers.{name}.address": words("Mailbox"),
        f"receivers.{name}.certificate": words("Certificate for S/MIME (PEM file)"),
        f"receivers.{name}.acknowledge_hours": words("Alarm without acknowledgement after, hours"),
        f"receivers.{name}.acknowledge_business_days": words(
            "Alarm after its business days instead (0: the hours)"
        ),
        f"receivers.{name}.country": words("Its country (ISO code), empty for the office's"),
        f"receivers.{name}.transfer_basis": words("Legal basis of a transfer outside the EU"),
    }


_GROUPS: tuple[tuple[Words, dict[str, Words]], ...] = (
    (
        words("Office"),
        {
            "name": words("Name of the office"),
            "site": words("Site code, in every number"),
            "country": words("Country (ISO code)"),
            "zone": words("Time zone"),
            "languages": words("Languages, the office's own first"),
        },
    ),
    (
        words("Clocks of safety"),
        {
            "handoff_hours": words("Hours from awareness to hand-off"),
            "handoff_business_days": words("Business days instead; 0 for the hours"),
        },
    ),
    (
        words("Locking and passphrases"),
        {
            "lock_after_minutes": words("Lock the window after, minutes"),
            "lock_after_fixed": words("Nobody may choose other minutes"),
            "passphrase_days": words("A passphrase signs for so many days; 0 for ever"),
            "review_months": words("Review the office every, months; 0 for never"),
        },
    ),
    (
        words("Letterhead"),
        {
            "letterhead.company": words("Company"),
            "letterhead.department": words("Department"),
            "letterhead.street": words("Street or box"),
            "letterhead.postcode": words("Postcode"),
            "letterhead.city": words("City"),
            "letterhead.phone": words("Telephone"),
            "letterhead.email": words("E-mail"),
            "letterhead.privacy_url": words("Page about personal data"),
        },
    ),
    (
        words("Paper and devices"),
        {
            "envelope": words("Window envelope"),
            "printer": words("Print queue; empty for PDF files"),
            "scanner": words("Scanner; empty for the first one found"),
            "largest_mb": words("Refuse files larger than, MB"),
            "largest_pages": words("Refuse files with more pages than"),
        },
    ),
    (
        words("Outgoing mail"),
        {
            "mail.host": words("Mail server"),
            "mail.port": words("Port"),
            "mail.user": words("User at the server"),
            "mail.starttls": words("Encrypt with STARTTLS"),
            "mail.sender": words("Sender's address"),
        },
    ),
    (words("Hand-offs to safety"), _receiver("safety")),
    (words("Hand-offs to quality"), _receiver("quality")),
    (
        words("E2B(R3) messages"),
        {
            "e2b.schemas": words("Folder with the ICH schema files"),
            "e2b.meddra": words("Folder with the licensed MedDRA files"),
            "e2b.sender": words("Our identifier"),
            "e2b.receiver": words("The receiver's identifier"),
            "e2b.company": words("Short company name in report numbers"),
            "e2b.mints": words("Who gives the worldwide number"),
        },
    ),
    (
        words("Backups and retention"),
        {
            "keeping.backup_folder": words("Folder for backups; empty for none"),
            "keeping.backup_hours": words("A backup every, hours"),
            "keeping.backup_keep": words("How many are kept"),
            "keeping.inquiry_months": words("Inquiries stay identifiable for, months"),
            "keeping.report_years": words("Reports stay after the authorisation, years"),
            "keeping.complaint_years": words("Complaints stay after they were closed, years"),
        },
    ),
    (
        words("Reading on a cluster"),
        {
            "reading.address": words("Scheduler; empty for this machine"),
            "reading.authority": words("Certificate of the authority (PEM file)"),
            "reading.certificate": words("Own certificate (PEM file)"),
            "reading.key": words("Key of the certificate (PEM file)"),
        },
    ),
)
