"""Which medicines: G.k, with pack, doses, indications and what happened on stopping."""

from dataclasses import dataclass

from mi_desktop.basics.words import words
from mi_desktop.safety.cases import codes
from mi_desktop.safety.cases.element import Kind, element
from mi_desktop.safety.cases.values import Coding, Given, PartialDate, Quantity

_DATES = "MSK ASKU NASK"
_FREE = "ASKU NASK UNK"


@dataclass(frozen=True)
class Substance:
    """What is in it (G.k.2.3.r)."""

    name: Given[str] = element("G.k.2.3.r.1", words("active substance"), box="14", limit=250)
    strength: Given[Quantity] = element(
        "G.k.2.3.r.3a",
        words("strength"),
        Kind.QUANTITY,
        limit=10,
        units=codes.STRENGTH_UNITS,
        mate="G.k.2.3.r.3b",
    )


@dataclass(frozen=True)
class Dosage:
    """How it was taken (G.k.4.r); the pack's expiry, serial number and GTIN are ours."""

    dose: Given[Quantity] = element(
        "G.k.4.r.1a",
        words("dose"),
        Kind.QUANTITY,
        box="15",
        limit=8,
        units=codes.DOSE_UNITS,
        mate="G.k.4.r.1b",
    )
    interval: Given[Quantity] = element(
        "G.k.4.r.2",
        words("one dose every"),
        Kind.QUANTITY,
        box="15",
        limit=4,
        units=codes.INTERVAL_UNITS,
        mate="G.k.4.r.3",
    )
    text: Given[str] = element("G.k.4.r.8", words("dose in words"), Kind.LONG, box="15", limit=2000)
    start: Given[PartialDate] = element(
        "G.k.4.r.4", words("taken from"), Kind.DATE, box="18", nulls=_DATES
    )
    end: Given[PartialDate] = element(
        "G.k.4.r.5", words("taken until"), Kind.DATE, box="18", nulls=_DATES
    )
    duration: Given[Quantity] = element(
        "G.k.4.r.6a",
        words("taken for"),
        Kind.QUANTITY,
        box="19",
        limit=5,
        units=codes.TIME_UNITS,
        mate="G.k.4.r.6b",
    )
    batch: Given[str] = element("G.k.4.r.7", words("batch"), box="14", limit=35, asked=True)
    expiry: Given[PartialDate] = element("", words("expiry"), Kind.DATE, future=True, asked=True)
    gtin: Given[str] = element("", words("article number on the pack (GTIN)"), limit=14)
    serial: Given[str] = element("", words("serial number of the pack"), limit=20)
    code: Given[str] = element("", words("the pack's code as scanned"), limit=200)
    form: Given[str] = element("G.k.4.r.9.1", words("form"), limit=60, nulls=_FREE)
    route: Given[str] = element(
        "G.k.4.r.10.1", words("way it was given"), box="16", limit=60, nulls=_FREE
    )
    parent_route: Given[str] = element(
        "G.k.4.r.11.1", words("way it was given to the parent"), limit=60, nulls=_FREE
    )


@dataclass(frozen=True)
class Indication:
    """What it was taken for (G.k.7.r)."""

    text: Given[str] = element(
        "G.k.7.r.1", words("taken for which condition"), box="17", limit=250, nulls=_FREE
    )
    coding: Given[Coding] = element(
        "G.k.7.r.2b", words("MedDRA code and version"), Kind.CODING, mate="G.k.7.r.2a"
    )


@dataclass(frozen=True)
class Relation:
    """A drug and an event (G.k.9.i); causality is for the safety department.

    Attributes:
        event: `Event.key`.
    """

    event: str = "1"
    recurred: Given[str] = element(
        "G.k.9.i.4", words("when given again"), Kind.CHOICE, box="21", choices=codes.RECURRED
    )
    since_start: Given[Quantity] = element(
        "G.k.9.i.3.1a",
        words("first dose to event"),
        Kind.QUANTITY,
        limit=5,
        units=codes.TIME_UNITS,
        mate="G.k.9.i.3.1b",
    )
    since_last: Given[Quantity] = element(
        "G.k.9.i.3.2a",
        words("last dose to event"),
        Kind.QUANTITY,
        limit=5,
        units=codes.TIME_UNITS,
        mate="G.k.9.i.3.2b",
    )
    source: Given[str] = element("G.k.9.i.2.r.1", words("who judged the cause"), limit=60)
    method: Given[str] = element("G.k.9.i.2.r.2", words("how the cause was judged"), limit=60)
    result: Given[str] = element("G.k.9.i.2.r.3", words("what was judged"), limit=60)


@dataclass(frozen=True)
class Drug:
    """One medicine; the name as reported is kept with its mistakes.

    Attributes:
        product_id: the office's own product, "" for another's.
    """

    product_id: str = ""
    role: Given[str] = element("G.k.1", words("role"), Kind.CHOICE, choices=codes.ROLE)
    name: Given[str] = element("G.k.2.2", words("name as reported"), box="14", limit=250)
    substances: tuple[Substance, ...] = ()
    obtained_in: Given[str] = element("G.k.2.4", words("country where it was got"), Kind.COUNTRY)
    authorisation: Given[str] = element("G.k.3.1", words("authorisation number"), limit=35)
    authorised_in: Given[str] = element("G.k.3.2", words("country of authorisation"), Kind.COUNTRY)
    holder: Given[str] = element("G.k.3.3", words("holder"), limit=60)
    dosages: tuple[Dosage, ...] = ()
    cumulative: Given[Quantity] = element(
        "G.k.5a",
        words("dose in all before the first event"),
        Kind.QUANTITY,
        limit=10,
        units=codes.DOSE_UNITS,
        mate="G.k.5b",
    )
    gestation: Given[Quantity] = element(
        "G.k.6a",
        words("gestation when exposed"),
        Kind.QUANTITY,
        limit=3,
        units=codes.GESTATION_UNITS,
        mate="G.k.6b",
    )
    indications: tuple[Indication, ...] = ()
    action: Given[str] = element(
        "G.k.8", words("what was done with it"), Kind.CHOICE, box="20", choices=codes.ACTION
    )
    abated: Given[str] = element(
        "", words("better after stopping"), Kind.CHOICE, box="20", choices=codes.ABATED
    )
    notes: Given[tuple[str, ...]] = element(
        "G.k.10.r", words("special situations"), Kind.CHOICES, choices=codes.DRUG_NOTE
    )
    remarks: Given[str] = element("G.k.11", words("more about it"), Kind.LONG, limit=2000)
    relations: tuple[Relation, ...] = ()
