"""The settings file of an office: `settings.json`, checked when it is read."""

from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.paths import write_whole

SETTINGS_FILE = "settings.json"


class SettingsSetAside(WorldError):
    """The settings file could not be read; it was set aside and built-in values are used."""

    code = "SET-001"
    says = "The settings file could not be read; it is kept as {kept}."
    hint = "Built-in settings are in use. Correct the kept file and put it back."


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Letterhead(_Settings):
    """The sender on every letter."""

    company: str = ""
    department: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    privacy_url: str = ""


class MailServer(_Settings):
    """The outgoing mail server; its password lies in the key ring under `smtp`."""

    host: str = ""
    port: int = 587
    user: str = ""
    starttls: bool = True
    sender: str = ""


class OfficeSettings(_Settings):
    """One office's settings.

    Attributes:
        site: two-letter site code, part of every inquiry number.
        country: ISO 3166 code; decides calendar, authority and envelope defaults.
        zone: IANA time zone in which Day 0 is reckoned (CLK-3).
        languages: of letters and screens, the office's own first.
        handoff_hours: elapsed hours from awareness to hand-off (CLK-4).
        envelope: profile of the window envelope.
        printer: CUPS queue, empty for PDF files.
        scanner: SANE device, empty for the first one found.
        largest_mb: larger files are refused.
        largest_pages: files with more pages are refused.
        demonstration: everything in the office is invented; screens and letters say so.
        clock_shift_s: a demonstration lives in a time of its own, seconds from ours.
    """

    name: str = "Office"
    site: str = "SE"
    country: str = "SE"
    zone: str = "Europe/Stockholm"
    languages: tuple[str, ...] = Field(default=("sv", "en"), min_length=1)
    handoff_hours: int = 24
    envelope: str = "DIN-B"
    printer: str = ""
    scanner: str = ""
    largest_mb: int = 200
    largest_pages: int = 500
    demonstration: bool = False
    clock_shift_s: float = 0.0
    letterhead: Letterhead = Letterhead()
    mail: MailServer = MailServer()

    @field_validator("zone")
    @classmethod
    def _known(cls, zone: str) -> str:
        try:
            ZoneInfo(zone)
        except (ValueError, OSError, KeyError) as e:
            raise ValueError("no such time zone") from e
        return zone


def load_settings(folder: Path) -> tuple[OfficeSettings, SettingsSetAside | None]:
    """The office's settings; an unreadable file is set aside, never overwritten."""
    path = folder / SETTINGS_FILE
    if not path.exists():
        return OfficeSettings(), None
    try:
        return OfficeSettings.model_validate_json(path.read_bytes()), None
    except ValidationError:
        kept = path.with_suffix(".unreadable.json")
        path.replace(kept)
        return OfficeSettings(), SettingsSetAside(kept=kept.name)


def save_settings(folder: Path, settings: OfficeSettings) -> None:
    """Writes the settings file as a whole."""
    write_whole(folder / SETTINGS_FILE, settings.model_dump_json(indent=1).encode())
