"""What was wrong with the product: a complaint with its pack, its defect and its sample."""

from dataclasses import dataclass

from mi_desktop.basics.words import words
from mi_desktop.safety.cases import codes
from mi_desktop.safety.cases.element import Kind, element
from mi_desktop.safety.cases.values import Given, PartialDate

# The defects that are critical by themselves; quality may change it, both stay (domain 2.2).
CRITICAL = frozenset({"MIX", "STE", "TAM", "FAL"})


@dataclass(frozen=True)
class Pack:
    """Which pack: batch and expiry are asked for, a reason stands where they are not (PQC-1)."""

    name: Given[str] = element("", words("product as reported"), limit=250)
    strength: Given[str] = element("", words("strength"), limit=60)
    form: Given[str] = element("", words("form"), limit=60)
    size: Given[str] = element("", words("pack size"), limit=60)
    authorisation: Given[str] = element("", words("authorisation number"), limit=35)
    holder: Given[str] = element("", words("holder"), limit=60)
    gtin: Given[str] = element("", words("article number on the pack (GTIN)"), limit=14)
    vnr: Given[str] = element("", words("Nordic article number"), limit=6)
    batch: Given[str] = element("", words("batch"), limit=35, asked=True)
    no_batch: Given[str] = element(
        "", words("why there is no batch"), Kind.CHOICE, choices=codes.NO_VALUE
    )
    expiry: Given[PartialDate] = element("", words("expiry"), Kind.DATE, future=True, asked=True)
    no_expiry: Given[str] = element(
        "", words("why there is no expiry"), Kind.CHOICE, choices=codes.NO_VALUE
    )
    serial: Given[str] = element("", words("serial number of the pack"), limit=20)
    code: Given[str] = element("", words("the pack's code as scanned"), limit=200)
    manufacturer_site: Given[str] = element("", words("made at"), limit=100)


@dataclass(frozen=True)
class Bought:
    """Where the product came from, and what became of it."""

    country: Given[str] = element("", words("bought in"), Kind.COUNTRY)
    where: Given[str] = element("", words("bought at"), Kind.CHOICE, choices=codes.BOUGHT_AT)
    date: Given[PartialDate] = element("", words("bought on"), Kind.DATE)
    opened: Given[str] = element("", words("opened"), Kind.CHOICE, choices=codes.YES_NO_UNKNOWN)
    used: Given[str] = element("", words("used"), Kind.CHOICE, choices=codes.YES_NO_UNKNOWN)
    dose_taken: Given[str] = element(
        "", words("a dose was taken"), Kind.CHOICE, choices=codes.YES_NO_UNKNOWN
    )
    affected: Given[str] = element("", words("how many are affected"), limit=60)
    remaining: Given[str] = element("", words("how many are left"), limit=60)
    storage: Given[str] = element(
        "", words("how it was kept: temperature, light, travel"), Kind.LONG, limit=2000
    )


@dataclass(frozen=True)
class Defect:
    """What is wrong, in the complainant's words and by the list."""

    verbatim: Given[str] = element("", words("in the complainant's words"), Kind.LONG, limit=2000)
    category: Given[str] = element("", words("kind of defect"), Kind.CHOICE, choices=codes.DEFECT)
    criticality: Given[str] = element(
        "", words("criticality, first sight"), Kind.CHOICE, choices=codes.CRITICALITY
    )
    quality_criticality: Given[str] = element(
        "", words("criticality, by quality"), Kind.CHOICE, choices=codes.CRITICALITY, quality=True
    )
    alert_class: Given[str] = element(
        "", words("alert class, by quality"), Kind.CHOICE, choices=codes.CLASS, quality=True
    )
    noticed: Given[PartialDate] = element("", words("noticed on"), Kind.DATE)
    noticed_by: Given[str] = element("", words("noticed by"), limit=100)
    seal_intact: Given[str] = element(
        "", words("seal unbroken"), Kind.CHOICE, choices=codes.YES_NO_UNKNOWN
    )
    falsified: Given[str] = element(
        "", words("falsified?"), Kind.CHOICE, choices=codes.YES_NO_UNKNOWN
    )
    falsified_why: Given[str] = element("", words("why falsified"), Kind.LONG, limit=2000)
    harm: Given[str] = element(
        "", words("somebody was harmed"), Kind.CHOICE, choices=codes.YES_NO_UNKNOWN
    )
    exposed: Given[str] = element(
        "", words("a patient used it"), Kind.CHOICE, choices=codes.YES_NO_UNKNOWN
    )


@dataclass(frozen=True)
class Photo:
    """A picture of the product or its pack.

    Attributes:
        sha256: hex digest of the picture as it came.
    """

    sha256: str = ""
    shows: Given[str] = element("", words("picture shows"), limit=100)
    taken_by: Given[str] = element("", words("taken by"), limit=100)


@dataclass(frozen=True)
class Step:
    """One hand the sample went through: the chain of custody, kept in order."""

    what: Given[str] = element("", words("step"), Kind.CHOICE, choices=codes.CUSTODY)
    date: Given[PartialDate] = element("", words("on"), Kind.DATE)
    who: Given[str] = element("", words("by whom, to whom"), limit=100)
    carrier: Given[str] = element("", words("carrier and its number"), limit=100)
    condition: Given[str] = element("", words("condition, seal"), limit=200)


@dataclass(frozen=True)
class Sample:
    """The product: ask to keep it with its carton, never to use, destroy or open it (PQC-4)."""

    available: Given[str] = element(
        "", words("sample to be had"), Kind.CHOICE, choices=codes.YES_NO_UNKNOWN
    )
    hazardous: Given[str] = element(
        "", words("sharp, cytotoxic or infectious"), Kind.CHOICE, choices=codes.YES_NO_UNKNOWN
    )
    way_back: Given[str] = element("", words("safe way back"), Kind.CHOICE, choices=codes.WAY_BACK)
    custody: tuple[Step, ...] = ()
    photos: tuple[Photo, ...] = ()


@dataclass(frozen=True)
class Wishes:
    """What the complainant wants, and what quality said."""

    replacement: Given[bool] = element("", words("wants a new pack"), Kind.TICK)
    credit: Given[bool] = element("", words("wants the money back"), Kind.TICK)
    may_contact: Given[str] = element(
        "", words("may be contacted"), Kind.CHOICE, choices=codes.YES_NO_UNKNOWN
    )
    quality_number: Given[str] = element("", words("quality's number"), limit=60)
    closure: Given[str] = element("", words("how it ended"), Kind.LONG, limit=2000)
