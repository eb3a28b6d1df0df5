"""The settings file of an office: `settings.json`, checked when it is read."""

from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.paths import write_whole

SETTINGS_FILE = "settings.json"


# The European Economic Area: the Union with Iceland, Liechtenstein and Norway.
_EEA = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
EEA = frozenset(_EEA[at : at + 2] for at in range(0, len(_EEA), 3))


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


class Receiver(_Settings):
    """Where a department takes hand-offs, and how.

    Attributes:
        way: a printed sheet, a folder on a share, or protected e-mail (GD-08).
        folder: of the share, absolute.
        address: of the department's mailbox.
        certificate: PEM file with the mailbox's certificate for S/MIME; "" where the file is
            locked with the passphrase kept as secret `handoff/safety` or `handoff/quality`.
        acknowledge_hours: elapsed hours after which a missing acknowledgement is an alarm (HO-2).
        acknowledge_business_days: of the department's country instead; 0 where the hours run.
        country: where it is, and whose business days these are; "" for the office's own.
        transfer_basis: what a transfer outside the EU and EEA rests on, e.g. an adequacy decision
            or standard contractual clauses with their date (GD-11).
    """

    way: Literal["sheet", "folder", "e-mail"] = "sheet"
    folder: str = ""
    address: str = ""
    certificate: str = ""
    acknowledge_hours: int = Field(default=24, ge=1)
    acknowledge_business_days: int = Field(default=0, ge=0, le=30)
    country: str = Field(default="", pattern="^([A-Z]{2})?$")
    transfer_basis: str = ""

    @property
    def abroad(self) -> bool:
        """True for a country outside the European Economic Area."""
        return bool(self.country) and self.country not in EEA


class Receivers(_Settings):
    """The departments that get hand-offs."""

    safety: Receiver = Receiver()
    quality: Receiver = Receiver()


class E2b(_Settings):
    """E2B(R3) messages, their sender and the user's own reference files.

    Attributes:
        schemas: folder with the ICH package's schema files; "" to check by our rules alone.
        meddra: folder with the licensed MedDRA ASCII files; "" for none (E2B-2).
        sender: our identifier, as agreed with the receiver.
        receiver: the receiver's identifier.
        company: short name in report numbers, `SE-COMPANY-NUMBER`.
        mints: who gives a case its worldwide number (E2B-3).
    """

    schemas: str = ""
    meddra: str = ""
    sender: str = Field(default="", max_length=60)
    receiver: str = Field(default="", max_length=60)
    company: str = Field(default="", max_length=40)
    mints: Literal["office", "safety"] = "office"


class Keeping(_Settings):
    """Backups and how long what is kept.

    Attributes:
        backup_folder: of the scheduled backups, absolute; "" for none.
        backup_hours: from one to the next.
        backup_keep: how many are kept; so long erased data stay in old ones (GD-06).
        inquiry_months: an inquiry without a report stays identifiable so long after its end
            (GD-03).
        report_years: reports stay so long after the marketing authorisation ends (GD-03).
        complaint_years: complaints stay so long after they were closed, and at least a year after
            the batch expires (GD-03).
    """

    backup_folder: str = ""
    backup_hours: int = Field(default=24, ge=1)
    backup_keep: int = Field(default=14, ge=1)
    inquiry_months: int = Field(default=24, ge=1)
    report_years: int = Field(default=10, ge=10)
    complaint_years: int = Field(default=5, ge=5)


class ReadingCluster(_Settings):
    """A Dask cluster that reads pages; files are PEM, paths absolute.

    Attributes:
        address: `tls://HOST:PORT` of its scheduler; "" to read on this machine.
        authority: certificate of the authority that signed the cluster's certificates.
        certificate: this machine's own.
        key: of that certificate.
    """

    address: str = ""
    authority: str = ""
    certificate: str = ""
    key: str = ""


class OfficeSettings(_Settings):
    """One office's settings.

    Attributes:
        site: two-letter site code, part of every inquiry number.
        country: ISO 3166 code; decides calendar, authority and envelope defaults.
        zone: IANA time zone in which Day 0 is reckoned (CLK-3).
        languages: of letters and screens, the office's own first.
        handoff_hours: elapsed hours from awareness to hand-off (CLK-4).
        handoff_business_days: business days of the site from Day 0 to hand-off; 0 where the
            elapsed hours run, which no weekend stops (CLK-4).
        envelope: profile of the window envelope.
        printer: CUPS queue, empty for PDF files.
        scanner: SANE device, empty for the first one found.
        largest_mb: larger files are refused.
        largest_pages: files with more pages are refused.
        demonstration: everything in the office is invented; screens and letters say so.
        database: `postgresql+psycopg://USER@SERVER/DATABASE` of an office of several desks, without
            the password; empty for a file in the office folder.
        lock_after_minutes: without a touch the window locks itself (P11-12).
        lock_after_fixed: nobody may choose other minutes for themselves.
        passphrase_days: an older passphrase signs nothing until it was changed; 0 where they do
            not age (P11-10).
        review_months: from one periodic review to the next; 0 for none (P11-21).
        clock_shift_s: a demonstration lives in a time of its own, seconds from ours.
    """

    name: str = "Office"
    site: str = "SE"
    country: str = "SE"
    zone: str = "Europe/Stockholm"
    languages: tuple[str, ...] = Field(default=("sv", "en"), min_length=1)
    handoff_hours: int = 24
    handoff_business_days: int = Field(default=0, ge=0, le=10)
    envelope: str = "DIN-B"
    printer: str = ""
    scanner: str = ""
    largest_mb: int = 200
    largest_pages: int = 500
    demonstration: bool = False
    clock_shift_s: float = 0.0
    lock_after_minutes: int = Field(default=15, ge=1, le=240)
    lock_after_fixed: bool = False
    passphrase_days: int = Field(default=0, ge=0, le=3650)
    review_months: int = Field(default=6, ge=0, le=60)
    database: str = ""
    letterhead: Letterhead = Letterhead()
    mail: MailServer = MailServer()
    receivers: Receivers = Receivers()
    reading: ReadingCluster = ReadingCluster()
    e2b: E2b = E2b()
    keeping: Keeping = Keeping()

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
